"""The brief: the only thing that the renderers read."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.articles import Article, DateBasis, Skipped
from briefing.model.corrections import Correction
from briefing.model.evidence import Evidence
from briefing.model.stories import Story

SCHEMA_VERSION = 1
"""Version of the brief's JSON; raised with every change that an old reader would misread."""


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
class Noted:
    """A matter that is only listed: it ranks below the stories that are told."""

    headline: str
    headline_basis: str
    """As in ``Story``."""
    articles: tuple[str, ...]
    """Ids of its articles in the order of their numbers."""
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """A watch-word of the reader and where the sources use it."""

    word: str
    evidence: tuple[Evidence, ...]
    """Empty: not mentioned today."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The issue of the series that this one is compared with."""

    id: str
    issue: int
    date: str
    """Date of issue, ISO."""


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
    noted: tuple[Noted, ...] = ()
    """Matters below the stories told, best ranked first."""
    watch: tuple[Watch, ...] = ()
    """Watch-words of the settings in the order given."""
    earlier: Earlier | None = None
    """None where there is no earlier issue."""
    corrections: tuple[Correction, ...] = ()
    """What the desk has corrected by hand and the sources of today speak of."""
