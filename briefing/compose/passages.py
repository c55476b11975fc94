"""Passages: the words of a source cut at clause borders, with what a reader needs put in square brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from briefing.compose.documents import Document
from briefing.model import Article, Evidence, Passage

BLANKS = re.compile(r"\s+")
RAISED = re.compile(r"\[(?P<letter>\w)\](?=\w)")
BRACKETS = re.compile(r"\[[^\[\]]{0,400}\]")
WORD = re.compile(r"\w\0\w*|\w+(?:[.,]\d+)*|[^\w\s]")
MARKS = frozenset('"“”„«»')
OMITTED = "…"
GAP = 6
"""Words that a bracket may stand for: a pronoun or a short description, never a clause."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words of ours at a place of the article's text: ``[name]`` before ``end``, instead of ``text[start:end]``."""

    start: int
    """Offset in the article's text."""
    end: int
    """Equal to ``start`` where nothing is left out."""
    text: str
    """What stands in the brackets."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of one sentence that may stand alone, and what is put into it."""

    document: Document
    start: int
    """Offset in the article's text."""
    end: int
    insertions: tuple[Insertion, ...] = ()
    spoken: bool = False
    """Starts inside a quotation: shown with a mark in front, and one behind where the words hold none."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The body sentences the words stand in."""
        return self.document.evidence(self.start, self.end)

    @property
    def span(self) -> Span:
        """The words as a span of the document; borders inside a token widen to the token."""
        span = self.document.doc.char_span(self.start, self.end, alignment_mode="expand")
        if span is None:
            raise ValueError(f"no words at {self.start}-{self.end} of article {self.document.article.id}")
        return span

    @property
    def text(self) -> str:
        """The words as shown: blanks collapsed, insertions in brackets, nothing else changed."""
        text, position, parts = self.document.article.text, self.start, list[str]()
        for one in sorted(self.insertions, key=lambda one: (one.start, one.end)):
            parts += [text[position : one.start], "" if one.start < one.end else " ", f"[{one.text}]"]
            position = one.end
        parts.append(text[position : self.end])
        words = collapse("".join(parts))
        if not self.spoken:
            return words
        return f"“{words}" if MARKS & set(words) else f"“{words}”"

    def with_insertions(self, found: Iterable[Insertion]) -> Cut:
        """The same words with more put in; insertions that do not lie inside the cut are left out."""
        inside = [one for one in found if self.start <= one.start and one.end <= self.end]
        return replace(
            self, insertions=tuple(sorted({*self.insertions, *inside}, key=lambda one: (one.start, one.end)))
        )

    def passage(self, also: Iterable[Evidence] = ()) -> Passage:
        """The passage, its own sentences first, then those of other articles that carry the same point."""
        return Passage(self.text, tuple(dict.fromkeys((*self.evidence, *also))))


def collapse(text: str) -> str:
    """``text`` with every run of white space as one blank, and none at its ends."""
    return BLANKS.sub(" ", text).strip()


def cut(document: Document, span: Span) -> Cut:
    """A span of the document as a cut, without white space or a lone comma at its ends."""
    doc, start, end = span.doc, span.start, span.end
    while start < end and (doc[start].is_space or doc[start].text in {",", ";", ":", "-", "–", "—"}):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in {",", ";", ":", "-", "–", "—"}):
        end -= 1
    if start == end:
        start, end = span.start, span.end
    return Cut(document, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def is_traced(passage: Passage, articles: Mapping[str, Article]) -> bool:
    """True if every word of the passage stands in its evidence, in that order, but for words in square brackets.

    A letter raised at the start of a sentence (``[T]he``) counts as the source's own. Words are compared whole:
    ``art`` does not stand in ``party``. Between two pieces at most ``GAP`` words of the source give way to a
    bracket, any number to ``[…]``. Quotation marks are no words, and words in brackets of the
    source itself are passed over like ours. A passage without evidence is the brief's own
    furniture and always passes.
    """
    if not passage.evidence:
        return True
    sentences = " ".join(articles[one.article].text[one.start : one.end] for one in passage.evidence)
    source = _words(BRACKETS.sub(" ", sentences))
    position, latest = 0, len(source)
    for piece in _pieces(passage.text):
        words = _words(piece)
        if words == [OMITTED]:
            latest = len(source)
            continue
        found = _find(words, source, position, latest)
        if found is None:
            return False
        if words:
            position = found + len(words)
            latest = position + GAP
    return True


def _pieces(text: str) -> list[str]:
    """The text parted at its brackets; "[…]" stays as a piece, because more than ``GAP`` words may be missing there."""
    raised = RAISED.sub(lambda match: match["letter"] + "\0", text)
    return BRACKETS.sub("\n", raised.replace(f"[{OMITTED}]", f"\n{OMITTED}\n")).split("\n")


def _words(text: str) -> list[str]:
    """Words and marks; a word whose first letter was raised keeps the mark ``NUL`` behind that letter."""
    return [word for word in WORD.findall(text) if word not in MARKS]


def _find(words: Sequence[str], source: Sequence[str], position: int, latest: int) -> int | None:
    """Where ``words`` stand in ``source`` without a gap, from ``position`` to ``latest``; None if nowhere."""
    for start in range(position, min(latest, len(source) - len(words)) + 1):
        if all(_same(word, source[start + offset]) for offset, word in enumerate(words)):
            return start
    return None


def _same(word: str, original: str) -> bool:
    """Letter by letter the same, but for a first letter that was raised."""
    if "\0" in word:
        return word.replace("\0", "").casefold() == original.casefold() and word[2:] == original[1:]
    return word == original
