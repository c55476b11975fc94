"""Lines in which letters say little about names: all in capitals, or with a capital on every word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

if TYPE_CHECKING:
    from briefing.annotate.name_candidates import Candidate


def shouted(doc: Doc) -> frozenset[int]:
    """The tokens of lines of at least three words that are all in capitals."""
    return frozenset(token.i for line in _lines(doc) if _all(line, str.isupper, 3) for token in line)


def titled(doc: Doc) -> frozenset[int]:
    """The tokens of lines in which every longer word has a capital, as in English headlines."""
    return frozenset(token.i for line in _lines(doc) if _all(line, _has_capital, 4) for token in line)


def cut(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates; one in a headline is cut to the name it starts or ends with, if the text below has it."""
    lines = titled(doc)
    if not lines:
        return list(found)
    below = {doc[one.start : one.end].text for one in found if one.start not in lines}
    surnames = {name.rsplit(maxsplit=1)[-1] for name in below if name}
    return [_cut(doc, one, below | surnames) if one.start in lines else one for one in found]


def _cut(doc: Doc, one: Candidate, known: Set[str]) -> Candidate:
    if one.end - one.start == 1 or doc[one.start : one.end].text in known:
        return one
    for width in range(one.end - one.start - 1, 0, -1):
        for start in (one.start, one.end - width):
            if doc[start : start + width].text in known:
                return one._replace(start=start, end=start + width)
    return one


def _has_capital(word: str) -> bool:
    return word[0].isupper() or len(word) < 5


def _all(line: list[Token], holds: object, least: int) -> bool:
    words = [token.text for token in line if token.is_alpha]
    return len(words) >= least and callable(holds) and all(holds(word) for word in words)


def _lines(doc: Doc) -> Iterator[list[Token]]:
    line: list[Token] = []
    for token in doc:
        if token.is_space and "\n" in token.text:
            yield line
            line = []
        else:
            line.append(token)
    yield line
