"""Hand-written briefs by name, each rendered once for all tests of this room."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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

HAN_AND_HANGUL = "U+5C71, U+6BC5, U+738B, U+ACA8, U+B808, U+D55C"
FOREIGN = (
    f"no font here prints {HAN_AND_HANGUL}: shown as □",
    "our fonts lack U+0627, U+0633, U+0644, U+0645: printed in DejaVu Sans",
)
"""What there is to say about the foreign brief on a machine without fonts for Chinese and Korean."""

WITHOUT_CJK = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <selectfont><rejectfont><glob>*CJK*</glob></rejectfont></selectfont>
</fontconfig>
"""


@pytest.fixture(scope="session", autouse=True)
def _without_fonts_for_chinese(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The same fonts whatever else is installed: what a brief looks like must not depend on the machine of a test."""
    config = tmp_path_factory.mktemp("fonts") / "fonts.conf"
    config.write_text(WITHOUT_CJK, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(config))
        yield


class EngineLog(logging.Handler):
    """Keeps what the PDF engine says."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def listening() -> Iterator[list[str]]:
    """What there is to say about a PDF that is made meanwhile."""
    log, source = EngineLog(), logging.getLogger("briefing.render")
    source.addHandler(log)
    try:
        yield log.lines
    finally:
        source.removeHandler(log)


@cache
def render(case: str, name: str, paper: str, template_set: str) -> tuple[bytes, tuple[str, ...]]:
    with listening() as lines:
        made = FORMATS[name](CASES[case](), Look(paper=paper, template_set=template_set))
    return made, tuple(lines)


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
