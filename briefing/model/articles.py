"""An article as it was read, and a source that could not be."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of an article's text is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    ASIDE = "aside"
    """Sub-head, caption, related headline: shown and read for dates and names, never evidence."""


class DateBasis(StrEnum):
    """Where an article's publication time comes from, best first."""

    STATED = "stated"
    METADATA = "metadata"
    URL = "url"
    INFERRED = "inferred"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of an article: ``text[start:end]``, without surrounding blanks."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """``text[start:end]`` of the article stands at ``source_start`` of the decoded source, letter by letter."""

    start: int
    end: int
    source_start: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the decoded source that is not in the article's text, and the rule that dropped it."""

    start: int
    """Offset into the decoded source."""
    end: int
    rule: str
    """Named rule, such as ``plea``, ``comments``, ``byline``, ``source-url``."""
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was read: its text without clutter, its masthead, and what was left out."""

    id: str
    """Short, unique within the run, safe in addresses and file names; made from the file's or record's name."""
    name: str
    """The source as its reader knows it: file name without folders, or the record's id."""
    text: str
    """Title, subtitle, body and asides in the order of the source, paragraphs parted by one empty line."""
    blocks: tuple[Block, ...]
    """The paragraphs of ``text`` in order; they never overlap."""
    segments: tuple[Segment, ...]
    """Where ``text`` stands in the decoded source, in order."""
    digest: str
    """SHA-256 of the source's bytes, hexadecimal."""
    title: str | None = None
    subtitle: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    """Outlet as stated by the source; ``publisher_basis`` says how."""
    publisher_basis: str = "none"
    """``stated``, ``metadata``, ``url`` (host of the address), ``clutter`` (named in its own plea) or ``none``."""
    published: str | None = None
    """ISO 8601 date or time with its offset."""
    published_basis: DateBasis = DateBasis.NONE
    published_text: str | None = None
    """The words the date was read from, for show (they name the zone)."""
    url: str | None = None
    """http or https, without user and password."""
    language: str = "en"
    """ISO 639-1 code."""
    handling: tuple[str, ...] = ()
    """Handling marks as they were written: its own, and that of the place it lay in."""
    topic: str | None = None
    """Given by a record, for ``extract --merge``."""
    record: str | None = None
    """Id given by a record of a JSON file, None for a file that is an article itself."""
    dropped: tuple[Dropped, ...] = ()
    copies: tuple[str, ...] = ()
    """Names of other sources that carry the same text."""
    related: tuple[str, ...] = ()
    """Ids of articles that share much of their text: not independent origins."""
    warnings: tuple[str, ...] = ()
    """``encoding``, ``bad-date``, ``no-date``, ``date-conflict``, ``mixed-script``, ``malformed``, ``thin``, or
    ``skipped=N`` where N other articles of the same file could not be read."""

    def source_offset(self, position: int) -> int:
        """Where the character ``text[position]`` stands in the decoded source.

        A position between two segments (a paragraph break) maps to the end of the segment before it.
        """
        index = bisect_right(self.segments, position, key=lambda segment: segment.start) - 1
        if index < 0:
            return position
        segment = self.segments[index]
        return segment.source_start + min(position, segment.end) - segment.start

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the decoded source that ``text[start:end]`` came from, end exclusive."""
        return self.source_offset(start), self.source_offset(end - 1) + 1


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that could not be read, kept so that the brief can say so."""

    name: str
    code: str
    """``empty``, ``no-text``, ``binary``, ``type``, ``language``, ``too-large``, ``too-many``, ``malformed``,
    ``encrypted``, ``bomb``, ``unsafe-path``, ``symlink``, ``not-a-file``, ``unreadable``, ``not-found``,
    ``no-input`` or ``archive``."""
    detail: str
    """One sentence for people, with the remedy where there is one."""
