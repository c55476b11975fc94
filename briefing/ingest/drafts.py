"""What passes between readers and the cleaner: material (bytes) and drafts (decoded text with what is known of it)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from briefing.ingest.limits import Limits
from briefing.model import DateBasis, Skipped


class SkipError(Exception):
    """Raised inside this room by whatever cannot read on; becomes a ``Skipped`` with this code and sentence."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Material:
    """Bytes under a name, from wherever they came."""

    name: str
    data: bytes
    first: int = 1
    """Number of the first line, where a long file of records comes in parts."""
    path: str = ""
    """Where it lay, absolute; empty for standard input."""

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a format states of an article beside its text (metadata, record fields, mail headers)."""

    title: str | None = None
    subtitle: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    publisher_basis: str = "metadata"
    published: str | None = None
    """As the format has it; read by ``dates.read_date``."""
    published_basis: DateBasis = DateBasis.METADATA
    url: str | None = None
    canonical: bool = False
    """The address is the article's own, not only one that it names."""
    topic: str | None = None
    language: str | None = None
    handling: str | None = None
    """Handling mark as the format states it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article before cleaning: the decoded source that every offset counts in, and its facts."""

    name: str
    text: str
    digest: str
    facts: Facts = field(default_factory=Facts)
    record: str | None = None
    """Id given by a record, None for a file."""
    joined: bool = False
    """Every line is a paragraph: the reader has undone hard wrapping."""
    cleaned: bool = False
    """The reader has already told text from page furniture (HTML)."""
    warnings: tuple[str, ...] = ()


class Reader(Protocol):
    """A reader of one format: a function from material to its articles and to what of it cannot be read."""

    def __call__(self, material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
        """The drafts in the order of the file."""
        ...
