"""Hand-written briefs by name, each rendered once for all tests of this room."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import briefs
import variants

from briefing.model import Brief
from briefing.render import FORMATS
from briefing.render.look import Look

CASES: dict[str, Callable[[], Brief]] = {
    "brief": briefs.brief,
    "one_source": variants.one_source,
    "several": variants.several,
    "empty": variants.empty,
    "bare": variants.bare,
    "wordy": variants.wordy,
    "hostile": variants.hostile,
    "names": variants.names,
    "foreign": variants.foreign,
    "twelve": variants.twelve,
}

Made = Callable[..., bytes]


class EngineLog(logging.Handler):
    """Keeps what the PDF engine says."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@cache
def render(case: str, name: str, paper: str, template_set: str) -> tuple[bytes, tuple[str, ...]]:
    log, source = EngineLog(), logging.getLogger("briefing.render")
    source.addHandler(log)
    try:
        made = FORMATS[name](CASES[case](), Look(paper=paper, template_set=template_set))
    finally:
        source.removeHandler(log)
    return made, tuple(log.lines)


@pytest.fixture(scope="session")
def made() -> Made:
    """``made("several", "pdf", paper="letter")``: the bytes of a case; a line of the engine's log fails the test."""

    def make(
        case: str, name: str, *, paper: str = "a4", template_set: str = "brief", log: tuple[str, ...] = ()
    ) -> bytes:
        content, lines = render(case, name, paper if name == "pdf" else "a4", template_set)
        assert lines == log
        return content

    return make


@pytest.fixture(params=[name for name in CASES if name not in ("empty", "bare")])
def case(request: pytest.FixtureRequest) -> str:
    """The name of each brief that tells something."""
    return str(request.param)


@pytest.fixture(params=list(CASES))
def any_case(request: pytest.FixtureRequest) -> str:
    """The name of every brief."""
    return str(request.param)
