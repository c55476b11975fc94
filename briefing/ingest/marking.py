"""The handling marks of a source: its own label, a key of its record, and the mark of the place it lies in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from briefing.model import Article

Places = Sequence[tuple[str, str]]
"""(pattern of paths, mark): ``partner/*`` is everything below a folder of that name."""

LABEL = re.compile(r"\bTLP:\s?(?:CLEAR|WHITE|GREEN|AMBER(?:\+STRICT)?|RED)(?![\w+])")
"""A label of the Traffic Light Protocol as its standard has it written: capitals, and no blank before the colon."""
ALONE = re.compile(rf"^[\W_]{{0,20}}(?:{LABEL.pattern})[\W_]{{0,20}}$", re.MULTILINE)
"""The label on a line of its own, as it stands at the head and foot of a page."""


def own_marks(text: str, title: str | None, stated: str | None) -> tuple[str, ...]:
    """The marks of a document itself: stated by its record, in its title or subject, on a line of its own."""
    lines = [found for line in ALONE.findall(text) for found in LABEL.findall(line)]
    return tuple(dict.fromkeys([*filter(None, [stated]), *LABEL.findall(title or ""), *lines]))


def with_place(article: Article, path: str, places: Places) -> Article:
    """The article with the marks of every pattern that its path matches."""
    found = [mark for pattern, mark in places if fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")]
    return replace(article, handling=tuple(dict.fromkeys([*article.handling, *found]))) if found else article
