"""What a page's masthead says, and which of its paragraphs say it."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.ingest.dates import Stamp


@dataclass(slots=True)
class Head:
    """Which paragraphs are masthead, and what they say."""

    title: int | None = None
    subtitle: int | None = None
    dropped: dict[int, str] = field(default_factory=dict)
    """Paragraph to its rule: ``byline``, ``published``, ``page-title``, ``masthead``."""
    byline: tuple[str, ...] = ()
    stamp: Stamp | None = None
    written_for: str | None = None
    """Outlet named behind the writer ("By Una Berg, The Stanberg Post"), who may write for another than this page's."""
    outlet: str | None = None
    """Outlet named behind the title, beside the publication time or on a line of its own."""
    warnings: tuple[str, ...] = ()
    top: int = 0
    """Where the masthead begins: the headline of a page that was copied with its menus."""
    lead: int = 0
    """The first paragraph of the story proper."""
    opened: bool = False
    """It opens with a dateline or with words in capitals, so that no paragraph of the story stands above it."""
