"""The word lists of this room, read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no blanks between words; two of them count as a word."""


@cache
def _table() -> dict[str, str]:
    """Every list of ``lexicons/words.toml``."""
    return tomllib.loads(files("briefing.ingest").joinpath("lexicons/words.toml").read_text("utf-8"))


def word_list(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_table()[name].split())


@cache
def words_of(*names: str) -> re.Pattern[str]:
    """Any word or phrase of these lists, which hold one expression a line, in a text as written."""
    entries = [line for name in names for line in _table()[name].splitlines() if line]
    return re.compile(rf"\b(?:{'|'.join(entries)})\b")


def word_count(text: str) -> int:
    """The number of words; in scripts without blanks about so."""
    return len(text.split()) + len(UNSPACED.findall(text)) // 2
