"""Lines in which letters say little about names: all in capitals, or with a capital on every word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Doc

if TYPE_CHECKING:
    from briefing.annotate.names.candidates import Candidate


class Headlines(NamedTuple):
    """The tokens of such lines."""

    shouted: frozenset[int]
    """Lines of at least three words that are all in capitals."""
    titled: frozenset[int]
    """Lines of at least four words in which every longer word has a capital, as in English headlines."""


def headlines(texts: Sequence[str]) -> Headlines:
    """The lines of a document, given as the texts of its tokens, that are set like headlines."""
    shouted: set[int] = set()
    titled: set[int] = set()
    for start, line in _lines(texts):
        words = [text for text in line if text.isalpha()]
        if len(words) >= 3 and all(word.isupper() for word in words):
            shouted.update(range(start, start + len(line)))
        if len(words) >= 4 and all(word[0].isupper() or len(word) < 5 for word in words):
            titled.update(range(start, start + len(line)))
    return Headlines(frozenset(shouted), frozenset(titled))


def _lines(texts: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    breaks = [index for index, text in enumerate(texts) if "\n" in text]
    for start, end in zip((-1, *breaks), (*breaks, len(texts)), strict=True):
        yield start + 1, texts[start + 1 : end]


def cut(doc: Doc, found: Sequence[Candidate], lines: Set[int]) -> list[Candidate]:
    """The candidates; one in a headline is cut to the name in it that the text below has."""
    if not lines:
        return list(found)
    below = {doc[one.start : one.end].text for one in found if one.start not in lines}
    surnames = {name.rsplit(maxsplit=1)[-1] for name in below if name}
    return [_cut(doc, one, below | surnames) if one.start in lines else one for one in found]


def _cut(doc: Doc, one: Candidate, known: Set[str]) -> Candidate:
    if one.end - one.start == 1 or doc[one.start : one.end].text in known:
        return one
    for width in range(one.end - one.start - 1, 0, -1):
        for start in range(one.start, one.end - width + 1) if width > 1 else (one.start, one.end - 1):
            if doc[start : start + width].text in known:
                return one._replace(start=start, end=start + width)
    return one
