"""The PDF engine: loaded once, with one clear line where the machine lacks what it needs."""

from __future__ import annotations

import contextlib
import io
import logging
import warnings
from collections.abc import Iterator
from types import ModuleType

from briefing.errors import RenderError
from briefing.render.assets import fonts_folder
from briefing.render.fonts import STYLES

DEBIAN = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""Debian's packages of what WeasyPrint opens."""


def load_engine() -> ModuleType:
    """WeasyPrint, or a RenderError that names the packages to install."""
    try:
        # Without Pango WeasyPrint prints a page of advice to stdout before it raises: stdout is for results.
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            import weasyprint
    except OSError as error:
        library = str(error).partition("'")[2].partition("'")[0] or "Pango"
        raise RenderError(f"the PDF needs the library {library}: install it with 'apt install {DEBIAN}'") from error
    found: ModuleType = weasyprint
    return found


class _Collector(logging.Handler):
    """Adds each warning to a list."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record's words."""
        self._lines.append(record.getMessage())


@contextlib.contextmanager
def engine_log() -> Iterator[list[str]]:
    """The warnings and errors that the PDF engine logs meanwhile; nobody else hears them."""
    lines: list[str] = []
    source, collector = logging.getLogger("weasyprint"), _Collector(lines)
    heard, source.propagate = source.propagate, False
    source.addHandler(collector)
    try:
        yield lines
    finally:
        source.removeHandler(collector)
        source.propagate = heard


@contextlib.contextmanager
def one_clear_error() -> Iterator[None]:
    """A mistake of a user's style sheet ends in one line."""
    try:
        yield
    except (AssertionError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        said = f"{type(error).__name__}: {error}".removesuffix(": ")
        raise RenderError(f"the PDF engine failed on this page: {said}") from error


@contextlib.contextmanager
def quietly_closed() -> Iterator[None]:
    """WeasyPrint 70 leaves the closing of its colour profile to the garbage collector: that is no warning of ours."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r".*sRGB2014\.icc", ResourceWarning)
        yield


def engine_versions() -> str:
    """The PDF engine and its text library with their versions."""
    engine = load_engine()
    from weasyprint.text.ffi import pango

    version = pango.pango_version()
    return f"WeasyPrint {engine.__version__}, Pango {version // 10000}.{version // 100 % 100}.{version % 100}"


def find_fonts() -> tuple[str, ...]:
    """The names of our font families; RenderError names a file that is missing."""
    for style in STYLES:
        if not (fonts_folder() / style.file).is_file():
            raise RenderError(f"the font {fonts_folder() / style.file} is missing; install the package again")
    return ("Source Sans 3", "Source Serif 4")
