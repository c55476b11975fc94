"""Lines set in capitals, where letters say nothing about names: "AAL TO VISIT BEKLAND"; and lines with a capital on every word."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token


def shouted(doc: Doc) -> frozenset[int]:
    """The tokens of lines of at least three words that are all in capitals."""
    return frozenset(token.i for line in _lines(doc) if _all(line, str.isupper, 3) for token in line)


def titled(doc: Doc) -> frozenset[int]:
    """The tokens of lines in which every longer word has a capital, as in English headlines."""
    return frozenset(token.i for line in _lines(doc) if _all(line, _has_capital, 4) for token in line)


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
