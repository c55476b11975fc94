"""The values that pass between the rooms: articles, what is known from them, and the brief.

Everything here is frozen, compares by value, holds only plain Python values, and knows neither spaCy nor Jinja.
Offsets are counted in Unicode characters, end exclusive. Dates are ISO 8601 strings whose length is their
precision (``2023``, ``2023-09``, ``2023-09-14``, ``2023-09-14T07:43:00-04:00``), as TIMEX3 writes them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

SCHEMA_VERSION = 1
"""Version of the brief's JSON; raised with every change that an old reader would misread."""


# ---- articles -------------------------------------------------------------------------------------------------


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
    topic: str | None = None
    """Given by a record, for ``extract --merge``."""
    dropped: tuple[Dropped, ...] = ()
    copies: tuple[str, ...] = ()
    """Names of other sources that carry the same text."""
    related: tuple[str, ...] = ()
    """Ids of articles that share much of their text: not independent origins."""
    warnings: tuple[str, ...] = ()
    """Codes such as ``no-date``, ``encoding``, ``mixed-script``."""

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


# ---- evidence and the lines made of it -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """One body sentence: ``text[start:end]`` of the article with this id is the sentence, always."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words shown in the brief and the sentences they come from.

    Apart from stretches in square brackets the words are substrings of the evidence, in its order. A passage
    without evidence is the brief's own furniture (only gaps use it: "Source 1 carries no date").
    """

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Carriage:
    """How well a point is carried: the independent origins that carry it, out of how many."""

    origins: tuple[str, ...]
    """Names of the origins (an outlet, or the wire it names; copies folded)."""
    total: int
    """How many origins the story has."""
    differs: bool = False
    """The origins tell it differently."""


@dataclass(frozen=True, slots=True)
class When:
    """A date in the brief and how it is known."""

    value: str | None
    """ISO prefix, or None where the source leaves it open."""
    end: str | None = None
    """Last day of a range, ISO prefix."""
    text: str = ""
    """The words it was worked out from ("on Monday"), empty where the source gives the date in full."""
    basis: str = "stated"
    """``stated``, ``relative`` (against the publication time), ``lead`` (day of the report), ``inferred`` (the
    article carries no date), ``order`` (only before or after another event) or ``none``."""
    bound: str | None = None
    """For ``order``: ``before 2024-06-09`` or ``after 2024-06-14``."""


# ---- what a story holds ----------------------------------------------------------------------------------------


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    """A state or its seat acting ("Seoul said")."""
    PLACE = "place"
    UNNAMED = "unnamed"
    """Known by a description only ("a senior official")."""


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description of an actor in the source's own words."""

    text: str
    affiliation: str | None
    """Name of the body or country it is held in."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks in a story, over all its articles."""

    id: str
    """Stable within the brief (``a1`` is the most salient)."""
    name: str
    kind: ActorKind
    salience: float
    aliases: tuple[str, ...]
    """Other names the sources use, most frequent first."""
    roles: tuple[Role, ...]
    evidence: tuple[Evidence, ...]
    """Every body sentence that names the actor, by name, description or pronoun."""
    statements: tuple[str, ...] = ()
    """Ids of the quotes it is the source of."""
    stands_for: str | None = None
    """Country a seat speaks for ("Kremlin": "Russia")."""
    merges: tuple[str, ...] = ()
    """Why mentions of different form or article were taken for one actor, a sentence each."""


class QuoteKind(StrEnum):
    """How speech is given."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of an article's text: ``text[start:end]``."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """An attribution: who (source), the word that says so (cue), what (contents)."""

    id: str
    """``Q1`` and on, in the order shown."""
    kind: QuoteKind
    contents: tuple[Extent, ...]
    """The words themselves, without the outer marks; two or more where the quote is split by its cue."""
    text: Passage
    """What is shown: the contents joined; for indirect speech with the cue where it is needed to read."""
    source: str
    """Name shown; the words of the source where it has none ("officials"); empty where it is not known."""
    actor: str | None
    """Id of the actor, or None."""
    source_role: str
    """Role or affiliation shown beside the name, empty if none."""
    cue: str
    when: When
    via: str | None
    """Medium that carried it ("Reuters")."""
    carriage: Carriage


class Status(StrEnum):
    """What a source says of an event."""

    REPORTED = "reported"
    EXPECTED = "expected"
    DENIED = "denied"
    ALLEGED = "alleged"


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the chronology."""

    id: str
    when: When
    passages: tuple[Passage, ...]
    label: str
    """At most 45 characters, for the sequence graphic: words of the source, cut at a clause or phrase border."""
    actors: tuple[str, ...]
    status: Status
    carriage: Carriage
    merges: tuple[str, ...] = ()
    """Why several mentions were taken for one event."""


@dataclass(frozen=True, slots=True)
class Development:
    """One of the up to six points a busy reader must know."""

    when: When
    passages: tuple[Passage, ...]
    carriage: Carriage


@dataclass(frozen=True, slots=True)
class Side:
    """What one origin says on a point that is told differently."""

    articles: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A point on which origins differ, shown side by side and not resolved."""

    point: str
    """What it is about: ``When``, ``Where``, ``How many``, ``Confirmed``, ..."""
    rule: str
    """Name of the rule that found it."""
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something the sources say is not known, or that the brief could not establish."""

    kind: str
    """``unconfirmed``, ``no-comment``, ``denied``, ``unverified``, ``conditional``, ``no-date``, ``not-read``."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """How a point stands against the earlier issue of the same series."""

    kind: str
    """``new``, ``updated`` or ``gone``."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything the brief says about one matter."""

    id: str
    """``s1`` and on; the first is the first told."""
    headline: str
    headline_basis: str
    """``title`` (an article's own), ``option`` (given by the user) or ``sentence`` (no article has a title)."""
    articles: tuple[str, ...]
    """Ids of its articles in the order of their numbers."""
    origins: tuple[str, ...]
    """Names of its independent origins."""
    bottom_line: tuple[Passage, ...]
    developments: tuple[Development, ...]
    differences: tuple[Difference, ...]
    unknowns: tuple[Unknown, ...]
    actors: tuple[Actor, ...]
    """Most salient first."""
    quotes: tuple[Quote, ...]
    """Full quotes first, then partial and reported speech; each part in the order shown."""
    chronology: tuple[Event, ...]
    """Dated events in order of time, then the expected ones without a day."""
    carried_by_several: int
    """How many points at least two origins carry."""
    changes: tuple[Change, ...] | None = None
    """None where there is no earlier issue."""


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered source of the brief: reference ``2.4`` is sentence 4 of source 2."""

    number: int
    article: Article
    sentences: tuple[Evidence, ...]
    """Its body sentences in order; sentence 1 is the first."""
    origin: str
    """Name shown for it: outlet, host of its address, or file name."""
    anchor: str | None = None
    """ISO date its relative dates are counted from."""
    anchor_basis: DateBasis = DateBasis.NONE
    anchor_reasons: tuple[str, ...] = ()
    """Why an inferred anchor was taken, a sentence each."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One dated situation brief: the only thing the renderers read."""

    id: str
    """Issue id, such as ``SB-2024-06-14-01``."""
    product: str
    """``Situation brief``, or the user's own name for the series."""
    title: str
    date: str
    """Date of issue, ISO."""
    cutoff: str | None
    """Latest publication time of a source, ISO in UTC where the sources give a zone."""
    subject: str
    issue: int
    """Issue number on this subject, from 1."""
    handling: str
    """Handling mark, such as ``TLP:CLEAR``."""
    contact: str
    """Line for the end note, empty if none."""
    stories: tuple[Story, ...]
    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...]
    """What could not be read."""
    made_with: tuple[str, ...]
    """Program and language model with their versions."""
    schema: int = SCHEMA_VERSION
