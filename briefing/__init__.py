"""Briefing: a dated situation brief from news articles, every line traceable to a sentence of a source.

``make_brief(Settings(sources=("news/",), date="2025-10-16"))`` reads the folder, writes the brief into ``reports/`` and
returns it with the paths of its files.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.errors import BriefingError
    from briefing.model import Brief
    from briefing.settings import Settings
    from briefing.workflow import Made, make_brief

__version__ = "0.1.0"

__all__ = ["Brief", "BriefingError", "Made", "Settings", "__version__", "make_brief"]

_HOMES = {
    "Brief": "briefing.model",
    "BriefingError": "briefing.errors",
    "Made": "briefing.workflow",
    "Settings": "briefing.settings",
    "make_brief": "briefing.workflow",
}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for, so that ``import briefing`` costs nothing (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
