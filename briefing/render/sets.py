"""Which template sets and sections there are: ours, and those of a user's folder."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import RenderError
from briefing.render.assets import templates_folder
from briefing.render.look import SECTIONS, Look

_NO_PAGE = "mail.html"
"""A template beside the sets that is none."""


def known_sets(user: Path | None) -> tuple[str, ...]:
    """The names of the pages among our templates and the user's."""
    folders = filter(None, (templates_folder(), user))
    return tuple(sorted({path.stem for one in folders for path in one.glob("*.html") if path.name != _NO_PAGE}))


def known_sections(user: Path | None) -> tuple[str, ...]:
    """The names of our sections, in the order of the brief, and of the parts that only the user has."""
    parts = {path.stem for path in (user / "parts").glob("*.html")} if user else set()
    ours = {path.stem for path in (templates_folder() / "parts").glob("*.html")}
    return (*SECTIONS, *sorted(parts - ours))


def check_look(look: Look) -> None:
    """Raises a ``RenderError`` for a set, section or picture that is not there, before any work is done."""
    sets, sections = known_sets(look.templates), known_sections(look.templates)
    if look.template_set not in sets:
        raise RenderError(f"there is no template set {look.template_set!r}; known are {', '.join(sets)}")
    for name in look.sections:
        if name not in sections:
            raise RenderError(f"there is no section {name!r}; known are {', '.join(sections)}")
    if look.logo:
        from briefing.render.page import image

        image(look.logo)
