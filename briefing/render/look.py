"""How a brief shall look: the plain choices every format receives beside the brief."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import RenderError
from briefing.wording.dates import known_language

SECTIONS = (
    "bottom_line",
    "figures",
    "sequence",
    "developments",
    "differences",
    "unknowns",
    "changes",
    "actors",
    "quotes",
    "chronology",
    "acronyms",
    "noted",
    "watch",
    "sources",
    "evidence",
)
"""Every section we ship, in the order of the brief; a name is a file of ``templates/parts``."""

PAPERS = ("a4", "letter")
"""Paper sizes the style sheet knows."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+){0,8}")


@dataclass(frozen=True, slots=True)
class Look:
    """What a user may choose about the look of a brief; every value is checked here once."""

    paper: str = "a4"
    """``a4`` or ``letter``."""
    templates: Path | None = None
    """Folder whose files stand before ours."""
    language: str = "en-GB"
    """Language of dates and of nothing else, a BCP 47 tag that Babel knows."""
    accent: str | None = None
    """Colour of heads and graphics, ``#rrggbb``; darkened or lightened until it can be read."""
    logo: Path | None = None
    """PNG, JPEG or SVG file for the masthead."""
    sections: tuple[str, ...] = SECTIONS
    """Which sections are shown, in this order; each is a file of ``parts/``, ours or the user's."""
    template_set: str = "brief"
    """``brief``, ``sitrep``, ``one-page``, or a set of the user's own: the page is made of ``NAME.html``."""

    def __post_init__(self) -> None:
        if self.paper not in PAPERS:
            raise RenderError(f"paper is {self.paper!r}; known are {', '.join(PAPERS)}")
        known_language(self.language)
        if self.accent is not None and not _COLOUR.fullmatch(self.accent):
            raise RenderError(f"accent is {self.accent!r}; a colour is written like #0f4c6b")
        for name in (*self.sections, self.template_set):
            if not _NAME.fullmatch(name):
                raise RenderError(f"{name!r} is no name of a section or template set (small letters, digits, - and _)")
        if len(set(self.sections)) != len(self.sections):
            raise RenderError("a section is named twice in the list of sections")
