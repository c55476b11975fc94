"""Sentences that are nothing but speech: inside a quotation of their line, or of several lines that it runs over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.annotate.quote_marks import CLOSING, OPENING, STRAIGHT, stretches

REACH = 3
"""Lines between the one that opens a speech and the one that closes it, at most."""
MARK = re.compile(rf"[{OPENING}{CLOSING}{STRAIGHT}]")


def is_all_spoken(text: str, start: int, end: int) -> bool:
    """True for a sentence that stands in one quotation, marks and all, so that it does not say itself who says it."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    if MARK.search(text, first, last):
        said = (one for one in stretches(text, first, last) if not one.single)
        return any(one.start <= start and end <= one.end for one in said)
    return _is_between(text, first, last)


def _is_between(text: str, first: int, last: int) -> bool:
    """True for a line without marks between one that leaves a quotation open and one that closes it."""
    opened = next((line for line in _lines_before(text, first) if MARK.search(text, *line)), None)
    closing = next((line for line in _lines_behind(text, last) if MARK.search(text, *line)), None)
    if opened is None or closing is None:
        return False
    said = stretches(text, *opened)
    return bool(said) and not said[-1].closed and _closes(text, *closing)


def _closes(text: str, start: int, end: int) -> bool:
    """True if the first mark of a line closes what no mark of it has opened."""
    mark = MARK.search(text, start, end)
    if mark is None or mark[0] in OPENING:
        return False
    alone = text[start:end].strip() == mark[0]
    return alone or mark[0] in CLOSING or not text[max(mark.start() - 1, start)].isspace()


def _lines_before(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The lines before a place that hold something, nearest first."""
    found = 0
    while start > 0 and found < REACH:
        end = start - 1
        start = text.rfind("\n", 0, end) + 1
        if text[start:end].strip():
            found += 1
            yield start, end


def _lines_behind(text: str, end: int) -> Iterator[tuple[int, int]]:
    """The lines behind a place that hold something, nearest first."""
    found = 0
    while end < len(text) and found < REACH:
        start = end + 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            found += 1
            yield start, end
