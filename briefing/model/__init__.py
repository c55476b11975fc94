"""The values that pass between the rooms: articles, what is known from them, and the brief.

Everything here is frozen, compares by value, holds only plain Python values, and knows neither spaCy nor Jinja.
Offsets are counted in Unicode characters, end exclusive. Dates are ISO 8601 strings whose length is their
precision (``2023``, ``2023-09``, ``2023-09-14``, ``2023-09-14T07:43:00-04:00``), as TIMEX3 writes them.
"""

from __future__ import annotations

from briefing.model.articles import Article, Block, BlockKind, DateBasis, Dropped, Segment, Skipped
from briefing.model.brief import SCHEMA_VERSION, Brief, Earlier, Noted, Source, Watch
from briefing.model.corrections import Correction, CorrectionKind
from briefing.model.evidence import Carriage, Evidence, Passage, When
from briefing.model.stories import (
    Acronym,
    Actor,
    ActorKind,
    Change,
    Development,
    Difference,
    Event,
    Extent,
    FullerName,
    Quote,
    QuoteKind,
    Role,
    Side,
    Status,
    Story,
    Unknown,
)

__all__ = [
    "SCHEMA_VERSION",
    "Acronym",
    "Actor",
    "ActorKind",
    "Article",
    "Block",
    "BlockKind",
    "Brief",
    "Carriage",
    "Change",
    "Correction",
    "CorrectionKind",
    "DateBasis",
    "Development",
    "Difference",
    "Dropped",
    "Earlier",
    "Event",
    "Evidence",
    "Extent",
    "FullerName",
    "Noted",
    "Passage",
    "Quote",
    "QuoteKind",
    "Role",
    "Segment",
    "Side",
    "Skipped",
    "Source",
    "Status",
    "Story",
    "Unknown",
    "Watch",
    "When",
]
