"""What a story holds: actors, quotes, events, developments, differences, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.evidence import Carriage, Evidence, Passage, When


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
    says_where: bool = False
    """The words name the affiliation themselves: "US" says United States."""
    same_as: str | None = None
    """Words of the role before it that name the same office, None for a role that leads."""


@dataclass(frozen=True, slots=True)
class FullerName:
    """A name by which an earlier issue knew an actor, and which no source gives today."""

    name: str
    issue: int
    """The issue whose sources gave it."""


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
    key: str = ""
    """The same in every issue of the series in which the actor is known to be the same, ``person-helena-marek``."""
    fuller: FullerName | None = None
    """Set where the sources of today give less of the name than those of an earlier issue."""


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
    reasons: tuple[str, ...] = ()
    """Why it stands where it does: the parts of its weight, and the words by which its sentences were joined."""


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
    reasons: tuple[str, ...] = ()
    """Why the sides were taken for one matter, and the values that differ, a sentence for each pair."""


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
    """``new``, ``updated``, ``gone``, or ``role``: the sources give an actor another office than they did."""
    passages: tuple[Passage, ...]
    """What the sources say; for ``role`` the office of today, then that of the earlier issue."""
    actor: str | None = None
    """Id of the actor whose office it is, for ``role``."""


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and the words a source gives for it."""

    letters: str
    words: Passage
    agrees: bool
    """False where the letters are not the initials of the words ("Military Demarcation Line (MLD)")."""


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
    acronyms: tuple[Acronym, ...] = ()
    """Short forms that the sources write out, in the order of their letters."""
