"""Word lists of this package, read once: tab-separated files under ``lexicons/``, each with its source named on top."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources

REMEMBERED = 8192
"""Names that are kept ready: enough for a few articles, so that memory does not grow with their number."""


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``lexicons/<name>``; lines that start with ``#`` are comments."""
    text = resources.files("briefing.annotate").joinpath("lexicons", name).read_text(encoding="utf-8")
    return tuple(
        tuple(cell.strip() for cell in line.split("\t"))
        for line in text.splitlines()
        if line.strip() and not line.startswith("#")
    )


@cache
def words(name: str) -> frozenset[str]:
    """Every word of a list without columns, as written; several may share a line."""
    return frozenset(word for row in rows(name) for word in row[0].split())


@cache
def word_set(name: str) -> frozenset[str]:
    """A small closed set of words by its name in ``word_sets.tsv``."""
    return frozenset(column("word_sets.tsv", 1)[name].split())


@cache
def phrases(name: str) -> frozenset[str]:
    """The first column of a list, one entry a line, as written."""
    return frozenset(row[0] for row in rows(name))


@cache
def column(name: str, index: int) -> dict[str, str]:
    """First column of a list to its column ``index``."""
    return {row[0]: row[index] for row in rows(name)}


def american(word: str) -> str:
    """A small-lettered word of a name of a body or an office in American spelling."""
    return column("spellings.tsv", 1).get(word, word)


@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """``text`` for comparison: without accents, case, or the difference between hyphen, apostrophe forms and space."""
    plain = without_accents(text).casefold()
    return " ".join("".join(char if char.isalnum() or char in "'&." else " " for char in plain).split())


@lru_cache(maxsize=REMEMBERED)
def without_accents(text: str) -> str:
    """``text`` in plain letters, case kept."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))


_LETTERS = str.maketrans(
    {
        **{"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "’": "'"},
        **{"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th"},
    }
)
