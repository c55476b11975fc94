"""What the quotation rules look at: a document, its stretches between marks as tokens, and which words are quoted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span

from briefing.annotate import datelines, layers, quote_marks

NICKNAME = 3
"""Tokens of a nickname with its marks."""
ENDS = (".", "?", "!", ";", "…")


class Marked(NamedTuple):
    """A stretch between marks in tokens, marks included."""

    start: int
    end: int
    closed: bool
    carried: bool
    single: bool
    paragraph: int
    """Number of the line it stands in."""


class Found(NamedTuple):
    """One attribution before it is written: token borders, and the head words of source and cue."""

    kind: str
    contents: tuple[tuple[int, int], ...]
    source: tuple[int, int, int] | None
    """Start, end and head of the source."""
    cue: tuple[int, int] | None
    via: tuple[int, int] | None = None
    rule: str = ""
    """The rule that found it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A document seen as paragraphs (lines of body blocks), stretches between marks, and words outside them."""

    doc: Doc
    text: str
    """The document's text, put together once."""
    paragraphs: tuple[tuple[int, int], ...]
    """Token borders of every line of the body."""
    marked: tuple[Marked, ...]
    quoted: frozenset[int]
    """Tokens between marks, and those of datelines: nobody says anything in either."""
    numbers: tuple[int, ...]
    """For every token the number of its sentence; sentences that are quoted whole do not count."""

    def start_of(self, number: int) -> int:
        """The first token of sentence ``number``."""
        return bisect_left(self.numbers, number)

    def sentence_start(self, position: int, *, across: bool = False) -> int:
        """Where the words outside marks that end at ``position`` begin: after a full stop, a mark or the line start.

        With ``across`` quoted words inside the sentence are passed over, unless they end it.
        """
        first = self.paragraphs[self.paragraph_of(position)][0] if self.paragraphs else 0
        at = position
        while at > first:
            if at - 1 in self.quoted:
                if not across or self._closes(at - 1):
                    break
            elif self._ends(at - 1):
                break
            at -= 1
        return at

    def _ends(self, position: int) -> bool:
        """The token ends a sentence; the dot of "(Va.)" and "Aal Inc., which" does not."""
        if self.doc[position].text != "." or position + 1 == len(self.doc):
            return self.doc[position].text in ENDS
        following = self.doc[position + 1].text[0]
        return following not in "),;:" and not following.islower()

    def _closes(self, position: int) -> bool:
        """The stretch that ends at ``position`` ends a sentence inside its marks."""
        return position + 1 not in self.quoted and position > 0 and self.doc[position - 1].text in ENDS

    def sentence_end(self, position: int, paragraph: int) -> int:
        """Where the words outside marks that begin at ``position`` end: at the next full stop, mark or line end."""
        last = self.paragraphs[paragraph][1]
        at = position
        while at < last and at not in self.quoted and not self._ends(at):
            at += 1
        return max(at, position)

    def stop(self, position: int) -> int:
        """Where the sentence of ``position`` stops outside marks, for parsers that run over a stop behind a mark."""
        high = self.paragraphs[self.paragraph_of(position)][1]
        return next((i for i in range(position, high) if i - 1 in self.quoted and self.doc[i].text == "."), high)

    def clause_end(self, position: int) -> int:
        """Where the sentence of ``position`` ends, quoted words passed over."""
        high = self.paragraphs[self.paragraph_of(position)][1]
        end = position
        while end < high and (end in self.quoted or self.doc[end].text not in (".", ";", "?", "!")):
            end += 1
        return end

    def paragraph_of(self, position: int) -> int:
        """The number of the line that holds a token."""
        return _line_of(self.paragraphs, position)


def scene(doc: Doc) -> Scene:
    """The scene of a document's body."""
    lines: list[tuple[int, int]] = []
    marked: list[Marked] = []
    text = doc.text
    blocks = layers.block_of(doc, "body")
    for stretch in quote_marks.stretches_in(text, [(block.start_char, block.end_char) for block in blocks]):
        span = doc.char_span(stretch.start, stretch.end, alignment_mode="expand")
        if span is None or _is_nickname(span):
            continue
        if not marked or span.start >= marked[-1].end:
            marked.append(Marked(span.start, span.end, stretch.closed, stretch.carried, stretch.single, -1))
    datelined: list[int] = []
    for first, last in (line for block in blocks for line in _lines(block, text)):
        begins = _behind_dateline(doc, text, first, last)
        lines.append((begins, last))
        datelined.extend(range(first, begins))
    placed = tuple(one._replace(paragraph=_line_of(lines, one.start)) for one in marked)
    quoted = frozenset((*datelined, *(i for one in placed for i in range(one.start, one.end))))
    return Scene(doc, text, tuple(lines), placed, quoted, _numbers(doc, quoted))


def _is_nickname(span: Span) -> bool:
    """One capitalised word in the middle of a name: «Robert "Bob" Aal»."""
    words = [token for token in span if token.is_alpha] if len(span) <= NICKNAME else []
    if len(words) != 1 or not words[0].is_title or not 0 < span.start <= span.end < len(span.doc):
        return False
    before, behind = span.doc[span.start - 1], span.doc[span.end]
    surname = behind.is_title and behind.pos_ in ("PROPN", "NOUN") and not behind.is_sent_start
    return before.is_title and before.pos_ == "PROPN" and surname


def _numbers(doc: Doc, quoted: frozenset[int]) -> tuple[int, ...]:
    """The number of the sentence of every token, sentences quoted whole sharing the number before."""
    starts = [i for i, value in enumerate(doc.to_array("SENT_START").tolist()) if value == 1 and i]
    numbers: list[int] = []
    current = 0
    for start, end in pairwise((0, *starts, len(doc))):
        current += any(i not in quoted and doc[i].is_alpha for i in range(start, end))
        numbers.extend([current] * (end - start))
    return tuple(numbers)


def _lines(block: Span, text: str) -> list[tuple[int, int]]:
    """Token borders of the lines of a block."""
    found, start = [], block.start
    for token in block if "\n" in text[block.start_char : block.end_char] else ():
        if token.is_space and "\n" in token.text:
            found.append((start, token.i))
            start = token.i + 1
    found.append((start, block.end))
    return [(first, last) for first, last in found if last > first]


def _behind_dateline(doc: Doc, text: str, start: int, end: int) -> int:
    """Where the words of a line begin: behind «ARBEK, June 12 (Agency) - »."""
    span = doc[start:end]
    passed = datelines.length(text[span.start_char : span.end_char])
    if not passed:
        return start
    behind = doc.char_span(span.start_char + passed, span.end_char, alignment_mode="contract")
    return behind.start if behind is not None and len(behind) else start


def _line_of(lines: Sequence[tuple[int, int]], position: int) -> int:
    """The number of the line that holds a token; the last one for a token behind all."""
    return min(bisect_right(lines, position, key=lambda line: line[1]), len(lines) - 1)
