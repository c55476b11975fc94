"""Clauses: where a sentence may be cut so that every part is whole and says no more than the sentence does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from briefing.annotate import layers

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OPENING, CLOSING = frozenset('“‘«"('), frozenset('”’»")')
BORDER = frozenset({",", ";", ":", "–", "—", "-"})
SHORTEST = 4
"""Words a part must have to be cut off: shorter ones are tags such as "he said"."""


def clauses(doc: Doc, sentence: Span) -> tuple[Span, ...]:
    """The independent clauses of a sentence in order; the sentence itself where it must not be cut.

    A conjunct of the main verb with a subject of its own is a clause. A border never parts a source or cue from its
    content, never lies inside quotation marks or brackets, and every word of the sentence but the conjunction at a
    border is in one of the clauses.
    """
    held = _held_together(doc, sentence)
    heads = [token for token in _conjuncts(sentence.root) if any(child.dep_ in SUBJECTS for child in token.children)]
    parts, start = list[Span](), sentence.start
    for head in heads:
        left = head.left_edge.i
        if left <= start or left >= sentence.end:
            return (sentence,)
        border = _before_conjunction(doc, left, start)
        if any(first < left < last for first, last in held) or not _balanced(doc[start:border]):
            return (sentence,)
        parts.append(doc[start:border])
        start = left
    parts.append(doc[start : sentence.end])
    if len(parts) == 1 or any(_words(part) < SHORTEST for part in parts) or not _balanced(parts[-1]):
        return (sentence,)
    return tuple(parts)


def governing_clause(token: Token, sentence: Span) -> Span:
    """The smallest clause with a finite verb around a token, as a span inside the sentence."""
    doc, verb = token.doc, token
    while verb.head != verb and not (verb.pos_ in {"VERB", "AUX"} and verb.dep_ not in {"aux", "auxpass"}):
        verb = verb.head
    left, right = max(verb.left_edge.i, sentence.start), min(verb.right_edge.i + 1, sentence.end)
    return doc[left:right]


def _conjuncts(head: Token) -> Iterator[Token]:
    """Verbs joined to the head by a conjunction, in text order."""
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and child.i > head.i:
            yield child
            yield from _conjuncts(child)


def _before_conjunction(doc: Doc, left: int, start: int) -> int:
    """Where the clause before ends: in front of the conjunction and the comma at ``left``."""
    border = left
    while border > start and (doc[border - 1].dep_ in {"cc", "preconj"} or doc[border - 1].text in BORDER):
        border -= 1
    return border


def _held_together(doc: Doc, sentence: Span) -> list[tuple[int, int]]:
    """Token ranges that must stay whole: every attribution of the sentence with source, cue and content."""
    ranges = []
    for one in layers.attributions(doc):
        spans: Sequence[Span] = [span for span in (one.source, one.cue, one.via, *one.contents) if span is not None]
        first, last = min(span.start for span in spans), max(span.end for span in spans)
        if first < sentence.end and last > sentence.start:
            ranges.append((max(first, sentence.start), min(last, sentence.end)))
    return ranges


def _balanced(span: Span) -> bool:
    """True if every quotation mark and bracket that opens in the span closes in it."""
    straight = sum(token.text == '"' for token in span)
    curly = sum((token.text in "“«(") - (token.text in "”»)") for token in span if len(token.text) == 1)
    return straight % 2 == 0 and curly == 0


def _words(span: Span) -> int:
    return sum(not (token.is_punct or token.is_space) for token in span)
