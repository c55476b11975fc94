"""Readers: one small module a format, each loaded when the first file of its format is met."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import PurePath

from briefing.ingest.drafts import Draft, Material, Reader
from briefing.ingest.limits import Limits
from briefing.model import Skipped

BY_ENDING = {
    ".txt": "plain",
    ".text": "plain",
    ".asc": "plain",
    ".log": "plain",
    "": "plain",
    ".jsonl": "records",
    ".ndjson": "records",
    ".json": "records",
}
"""Module of this package for each ending of a file's name."""
READERS = frozenset(BY_ENDING.values())
REFUSED = re.compile(
    rb"\A(?:\x7fELF|MZ[\x00-\xff]{2,60}\x00|\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....(?:WEBP|WAVE|AVI )|BM....\x00\x00"
    rb"|\x00\x00\x01\x00|II\*\x00|MM\x00\*|ID3|OggS|fLaC|\x00\x00\x00.ftyp|\xca\xfe\xba\xbe|SQLite format 3\x00"
    rb"|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|BZh[1-9]|\xfd7zXZ\x00|\x28\xb5\x2f\xfd|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\{\\rtf)",
    re.DOTALL,
)
"""First bytes of formats that hold no text this program reads."""


def read(material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """The drafts in a file, by its first bytes and, where they do not tell, by the ending of its name."""
    if REFUSED.match(material.data[:128]):
        yield Skipped(material.name, "type", "Files of this kind are not read.")
        return
    yield from reader(format_of(material))(material, limits)


def format_of(material: Material) -> str:
    """The name of the reader for a file."""
    ending = PurePath(material.name).suffix.lower()
    return BY_ENDING.get(ending, "plain")


def reader(name: str) -> Reader:
    """The reader of this name, loaded now."""
    found: Reader = importlib.import_module(f"{__name__}.{name}").read
    return found
