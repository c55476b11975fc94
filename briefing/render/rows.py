"""What the templates show of one story, row by row: every date in words, every reference ready."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from briefing.render.carriage import Carried
from briefing.render.references import Piece, Ref
from briefing.render.sequence import Line
from briefing.render.speech import Speaking


class Figure(NamedTuple):
    """One of the figures under the bottom line."""

    value: int
    label: str


class DevelopmentRow(NamedTuple):
    """A key development."""

    date: str
    pieces: tuple[Piece, ...]
    carried: Carried


class SideCell(NamedTuple):
    """What one side says on a point that is told differently."""

    names: str
    """``1 · The Meridian``; several sources are listed."""
    pieces: tuple[Piece, ...]


class DifferenceRow(NamedTuple):
    """A point with its sides."""

    point: str
    sides: tuple[SideCell, ...]


class UnknownRow(NamedTuple):
    """Something that is not known."""

    kind: str
    pieces: tuple[Piece, ...]


class ChangeRow(NamedTuple):
    """A change against the last issue."""

    label: str
    kind: str
    pieces: tuple[Piece, ...]


class QuoteLink(NamedTuple):
    """A statement by its number."""

    label: str
    target: str
    """Its anchor, empty where it is not printed."""


class RoleLine(NamedTuple):
    """A role as the sources give it."""

    text: str
    refs: tuple[Ref, ...]


class Share(NamedTuple):
    """A stretch of an actor's bar."""

    source: int
    width: str
    """Percent of the longest bar."""


class ActorRow(NamedTuple):
    """A key actor."""

    name: str
    note: str
    """``[fuller name] in issue 1``, ``also: ...``, or what it is where its roles do not say."""
    what: str
    """What stands in the place of roles that no source gives: ``government``, ``stands for Russia``, ``not given``."""
    roles: tuple[RoleLine, ...]
    statements: tuple[QuoteLink, ...]
    sentences: int
    where: tuple[Ref, ...]
    """Every sentence that names it."""
    bar: tuple[Share, ...]


class GovernmentRow(NamedTuple):
    """A state that the sources speak of."""

    name: str
    seats: tuple[str, ...]
    statements: tuple[str, ...]
    sentences: int
    where: tuple[Ref, ...]
    """Every sentence that names it or one of its seats."""


class QuoteRow(NamedTuple):
    """A statement, whole or partial."""

    label: str
    anchor: str
    source: str
    role: str
    pieces: tuple[Piece, ...]
    """Words as they are shown."""
    date: str
    via: str
    indirect: bool


class EventRow(NamedTuple):
    """An entry of the chronology."""

    date: str
    iso: str
    words: str
    """The words the date was worked out from."""
    note: str
    """How the date is known where no words say so."""
    status: str
    """``expected``, ``denied``, ``alleged``, or empty."""
    now: bool
    pieces: tuple[Piece, ...]
    carried: Carried


class AcronymRow(NamedTuple):
    """A short form and its words."""

    letters: str
    pieces: tuple[Piece, ...]
    agrees: bool
    """The letters are the initials of the words."""


@dataclass(frozen=True, slots=True)
class StoryView:
    """Everything a template needs to show one story."""

    id: str
    prefix: str
    """Put before every anchor of the story: empty where there is one story only."""
    headline: str
    size: str
    """``h-long`` past 80 letters, ``h-longer`` past 130, else empty."""
    paired: bool
    """Two sources: differences stand side by side in two columns."""
    pair: tuple[str, ...]
    """Heads of the two columns."""
    numbers: tuple[int, ...]
    """Numbers of its sources."""
    origins: int
    figures: tuple[Figure, ...]
    bottom_line: tuple[Piece, ...]
    line: Line | None
    developments: tuple[DevelopmentRow, ...]
    differences: tuple[DifferenceRow, ...]
    unknowns: tuple[UnknownRow, ...]
    changes: tuple[ChangeRow, ...] | None
    actors: tuple[ActorRow, ...]
    governments: tuple[GovernmentRow, ...]
    speaking: tuple[Speaking, ...]
    quotes: tuple[QuoteRow, ...]
    """Full quotes."""
    speech: tuple[QuoteRow, ...]
    """Partial quotes and reported speech."""
    chronology: tuple[EventRow, ...]
    acronyms: tuple[AcronymRow, ...]
    cut: dict[str, int]
    """Section to the number of its rows not printed on paper."""
