"""What the user sees on stderr while a run works: log lines, progress, and the closing summary."""

from __future__ import annotations

import contextlib
import logging
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator

import click

from briefing.cli.group import one_line

Report = Callable[[str, int, int], None]
"""``report(step, done, total)``: called by the workflow as it goes."""

WIDEST = 100
"""Columns past which the eye loses the line."""
_WORDS = re.compile(r"\s*\S+\s+")
"""A label, and the blanks round it."""

LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)


class _Lines(logging.Handler):
    """Writes each record as one line on stderr, control characters made visible."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        # Not click.echo, which finds the stream behind the progress line and writes into the middle of it.
        with contextlib.suppress(OSError):  # talk that nobody can hear stops no brief
            print(one_line(record.getMessage()), file=sys.stderr)


def start_logging(verbose: int, quiet: bool) -> None:
    """Send the program's own log to stderr: warnings always, steps with ``-v``, decisions with ``-vv``."""
    logger = logging.getLogger("briefing")
    logger.handlers = [_Lines()]
    logger.setLevel(logging.ERROR if quiet else LEVELS[min(verbose, 2)])
    logger.propagate = False


@contextlib.contextmanager
def progress(quiet: bool) -> Iterator[Report]:
    """A progress line for people; silent where stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda step, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description:<9}"), BarColumn(bar_width=32), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield report


def wrapped(row: str) -> str:
    """A row of a label and words for people: on a terminal later lines stand under the words, elsewhere one line."""
    if not sys.stdout.isatty():
        return row
    words = _WORDS.match(row)
    indent = " " * (words.end() if words else 0)
    width = min(shutil.get_terminal_size().columns, WIDEST)
    return textwrap.fill(row, width, subsequent_indent=indent, drop_whitespace=True, break_on_hyphens=False)


def say(message: str, quiet: bool) -> None:
    """One line of talk on stderr."""
    if not quiet:
        with contextlib.suppress(OSError):
            click.echo(one_line(message), err=True)
