"""Word lists of this room, read once from the files under ``lexicons/``, which name the source of each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from spacy.tokens import Doc, Span

from briefing.annotate import layers


@cache
def _lists() -> dict[str, Any]:
    folder = resources.files("briefing.compose").joinpath("lexicons")
    contents = [folder.joinpath(name).read_text(encoding="utf-8") for name in ("compose.toml", "offices.toml")]
    return {name: content for text in contents for name, content in tomllib.loads(text).items()}


@cache
def words(name: str, *, phrases: bool = False) -> frozenset[str]:
    """The words of a list; with ``phrases`` its entries, several words each, parted by commas."""
    text = " ".join(_lists()[name]["words"].split())
    return frozenset(part.strip() for part in text.split(",")) if phrases else frozenset(text.split())


@cache
def groups(name: str) -> dict[str, frozenset[str]]:
    """The groups of a list by their name, in the order of the file."""
    return {key: frozenset(text.split()) for key, text in _lists()[name].items() if key != "source"}


@cache
def table(name: str) -> dict[str, int]:
    """A list of words with a number each."""
    return dict(_lists()[name]["values"])


def time_spans(doc: Doc) -> tuple[Span, ...]:
    """The time expressions of a document: their numbers are dates or durations."""
    return tuple(one.span for one in layers.timexes(doc))
