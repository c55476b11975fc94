"""render: a brief becomes bytes (PDF, HTML, canonical JSON, Markdown, plain text).

Every format is one function of a brief and a look. A new format is one new module and one line in ``FORMATS``; its
module is loaded when it is first asked for, so that only the PDF costs the time of loading WeasyPrint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from briefing.model import Brief
from briefing.render.look import Look

Format = Callable[[Brief, Look], bytes]
"""What a format is: the same brief and look give the same bytes."""


def _lazily(module: str, function: str) -> Format:
    def make(brief: Brief, look: Look) -> bytes:
        made: Format = getattr(import_module(f"briefing.render.{module}"), function)
        return made(brief, look)

    return make


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "pdf": _lazily("pdf", "to_pdf"),
        "html": _lazily("page", "to_html"),
        "json": _lazily("record", "as_format"),
        "markdown": _lazily("plain", "to_markdown"),
        "text": _lazily("plain", "to_text"),
        "ics": _lazily("timeline", "to_ics"),
        "csv": _lazily("timeline", "to_csv"),
    }
)
"""The formats by name."""

ENDINGS: Mapping[str, str] = MappingProxyType({"markdown": "md", "text": "txt"})
"""Endings of files whose format is named otherwise."""


def file_name(name: str) -> str:
    """The file a format is written to: ``brief.pdf``, ``brief.md``."""
    return f"brief.{ENDINGS.get(name, name)}"
