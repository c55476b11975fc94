"""A brief without layout: plain text of 78 columns, and Markdown."""

from __future__ import annotations

import re

from briefing.model import Brief
from briefing.render.environment import environment, fill, load
from briefing.render.look import Look
from briefing.render.view import view

_GAPS = re.compile(r"\n{3,}")
_ENDS = re.compile(r"[ \t]+$", re.MULTILINE)


def to_text(brief: Brief, look: Look) -> bytes:
    """The brief as plain text, UTF-8."""
    return _filled("brief.txt", brief, look)


def to_markdown(brief: Brief, look: Look) -> bytes:
    """The brief as Markdown (CommonMark with tables), UTF-8; references are links to the sentences."""
    return _filled("brief.md", brief, look)


def _filled(name: str, brief: Brief, look: Look) -> bytes:
    template = load(environment(look.templates), name)
    text = fill(template, brief=view(brief, look, paper=False), look=look)
    return (_GAPS.sub("\n\n", _ENDS.sub("", text)).strip() + "\n").encode()
