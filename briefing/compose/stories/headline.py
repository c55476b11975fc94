"""Headlines: the clearest title that the story's own articles support, else the clearest of their first sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Span, Token

from briefing.annotate import datelines, layers
from briefing.compose.antecedents import has_antecedent, is_empty_it
from briefing.compose.clauses import clauses
from briefing.compose.datelines import after_dateline
from briefing.compose.documents import Document
from briefing.compose.passages import collapse, cut
from briefing.compose.statements import content_lemma
from briefing.compose.titles import title_lemmas

LONGEST = 130
"""Characters past which a headline needs more than four lines on paper."""
LEADS = 3
"""Sentences of an article that may stand for a title."""
FAULT = 0.3
"""What a question, a teaser or a length costs: the words of one title in three."""


class _Candidate(NamedTuple):
    """Words that may head the story."""

    document: Document
    text: str
    words: frozenset[str]
    number: int = 0
    """Position of the sentence in its body."""


def headline(documents: Sequence[Document]) -> tuple[str, str]:
    """The story's headline and where it comes from: ``title``, or ``sentence`` where no article has a title."""
    titles = list(filter(None, map(_title, documents)))
    leads = {document.article.id: _leads(document) for document in documents} if not titles else {}
    found = titles or [one for document in documents for one in _sentences(document, leads[document.article.id])]
    found = found or [one for document in documents for one in _first(document, leads[document.article.id])]
    if not found:
        return documents[0].article.name, "sentence"
    words = {document.article.id: _lemmas(document.doc) for document in documents}
    best = max(found, key=lambda one: (_support(one, words), _recency(one)))
    return best.text, "title" if titles else "sentence"


def _title(document: Document) -> _Candidate | None:
    """The title of an article, unless it is only the dateline of its first sentence."""
    title = collapse(document.article.title or "")
    if not title or title[-1] in "_-–—" or datelines.length(f"{title} A") >= len(title):
        return None
    return _Candidate(document, title, frozenset(title_lemmas(document)))


def _leads(document: Document) -> list[Span]:
    """The first sentences of an article."""
    return [after_dateline(one) for one in islice(layers.body_sentences(document.doc), LEADS)]


def _sentences(document: Document, leads: Sequence[Span]) -> list[_Candidate]:
    """The first sentences of an article that tell something by themselves."""
    told = [(number, _shortened(span)) for number, span in enumerate(leads) if _tells(span)]
    return [_Candidate(document, cut(document, span).text, _lemmas(span), number) for number, span in told]


def _first(document: Document, leads: Sequence[Span]) -> list[_Candidate]:
    """The first sentence as it is, where none of the story tells anything."""
    return [_Candidate(document, cut(document, span).text, _lemmas(span)) for span in leads[:1]]


def _shortened(span: Span) -> Span:
    """The first of the clauses of a sentence that is too long for a headline, if that one is not."""
    first = clauses(span.doc, span)[0]
    return first if len(span.text) > LONGEST >= len(first.text) else span


def _tells(span: Span) -> bool:
    """True for a finished sentence that says by itself who does what."""
    if span.root.pos_ not in {"VERB", "AUX"} or span.text.rstrip(" \n\"”’'")[-1:] != ".":
        return False
    return all(
        has_antecedent(token, span) for token in span if token.tag_ in {"PRP", "PRP$"} and not is_empty_it(token)
    )


def _recency(one: _Candidate) -> tuple[str, tuple[int, ...], int]:
    """The newest first; then the name turned round, so that of equals the first by name wins."""
    article = one.document.article
    return article.published or "", tuple(-ord(letter) for letter in article.name), -one.number


def _support(one: _Candidate, words: Mapping[str, frozenset[str]]) -> float:
    """Share of the content words that the other articles use, less for questions, length, teasers and later sentences.

    ``words`` are those of every article of the story.
    """
    if not one.words:
        return 0.0
    own = one.document.article.id
    others = [found for article, found in words.items() if article != own] or [words[own]]
    share = sum(len(one.words & found) / len(one.words) for found in others) / len(others)
    share += 0.02 * min(len(one.words), 8)
    text = one.text
    faults = (text.rstrip().endswith("?"), len(text) > LONGEST, ":" in text[:24], "…" in text, len(one.words) < 3)
    return round(share - FAULT * (sum(faults) + one.number), 6)


def _lemmas(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(lemma for token in tokens if (lemma := content_lemma(token)) is not None)
