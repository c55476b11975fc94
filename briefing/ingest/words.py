"""The word lists of this room, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, str]:
    """Every list of ``lexicons/words.toml``."""
    return tomllib.loads(files("briefing.ingest").joinpath("lexicons/words.toml").read_text("utf-8"))


def word_list(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_table()[name].split())
