"""The day an undated text was written, worked out from what it says itself; never from today's date.

Evidence, each kept as a sentence for the reader:

* "last September" beside a "September 2023" puts the text between October 2023 and September 2024;
* a day with its weekday ("Friday, June 14") fits some years only;
* what is told as past lies before the text, what "will" happen lies after it.

A window of at most a year gives every day without a year one date; the latest of those told as past is taken. Where
the evidence leaves more than a year, or contradicts itself, the year stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Doc, Span

from briefing.annotate import layers
from briefing.annotate.times.calendar_values import Days, add_months, days_of, grain, valid_day
from briefing.annotate.times.grammar import lexicon
from briefing.annotate.times.joining import Piece
from briefing.annotate.times.outlook import governing_verb, outlook
from briefing.annotate.times.setting import FUTURE, PAST

LONGEST = 366
"""Days of a window in which a day and month still have one date."""
LEAD = 3
"""Sentences one of which tells the latest day: an article that only looks back at a day was written later."""
SOON = 60
"""Days after a weekday's date within which an article that names it is written."""
OPEN_DAY = re.compile(r"--(\d\d)-(\d\d)$")
OPEN_MONTH = re.compile(r"--(\d\d)$")


class Inferred(NamedTuple):
    """A day with the reasons for it, a sentence each."""

    day: date
    reasons: tuple[str, ...]


class Window(NamedTuple):
    """First and last day the text can have been written on, with the reason."""

    first: date
    last: date
    reason: str


def infer(doc: Doc, pieces: Sequence[Piece]) -> Inferred | None:
    """The latest day told as past, if the lead tells it and the evidence of the text gives it one year; else None."""
    window = narrowed([*_months(doc, pieces), *_bounds(doc, pieces)]) or _weekdays(doc, pieces)
    if window is None:
        return None
    days = [
        (found, piece)
        for piece in pieces
        if (open_day := OPEN_DAY.match(piece.reading.value))
        and outlook(doc[piece.start : piece.end]) != FUTURE
        and (found := within(int(open_day[1]), int(open_day[2]), window.first, window.last)) is not None
    ]
    if not days:
        return None
    latest, piece = max(days, key=lambda pair: (pair[0], -pair[1].start))
    leads = list(islice(layers.body_sentences(doc), LEAD))
    if not any(sent.start <= piece.start < sent.end for sent in leads):
        return None
    words = doc[piece.start : piece.end].text
    return Inferred(latest, (window.reason, f"The latest day told as past is “{words}”."))


def within(month: int, day: int, first: date, last: date) -> date | None:
    """The date of a day of a month inside a window, None if it has none or several."""
    years = range(first.year, last.year + 1)
    found = [known for year in years if (known := valid_day(year, month, day)) and first <= known <= last]
    return found[0] if len(found) == 1 else None


def narrowed(windows: Iterable[Window]) -> Window | None:
    """What all windows share; None if nothing, or more than a year."""
    windows = list(windows)
    if not windows:
        return None
    first, last = max(window.first for window in windows), min(window.last for window in windows)
    if first > last or (last - first).days > LONGEST:
        return None
    reasons = [window.reason for window in windows if window.first == first or window.last == last]
    return Window(first, last, " ".join(dict.fromkeys(reasons)))


def _months(doc: Doc, pieces: Sequence[Piece]) -> list[Window]:
    """Windows from "last September" and the one stated September."""
    stated: dict[int, set[str]] = {}
    for piece in pieces:
        if grain(piece.reading.value) in {"month", "day"}:
            stated.setdefault(int(piece.reading.value[5:7]), set()).add(piece.reading.value[:7])
    windows = []
    for piece in pieces:
        month = OPEN_MONTH.match(piece.reading.value)
        words = doc[piece.start : piece.end].text
        if not month or piece.rule != "relative-month" or not words.lower().startswith("last "):
            continue
        values = stated.get(int(month[1]), set())
        if len(values) == 1:
            windows.append(_after_month(next(iter(values)), words))
    return windows


def _after_month(value: str, words: str) -> Window:
    after = add_months(date.fromisoformat(f"{value}-01"), 1)
    last = add_months(after, 12) - timedelta(1)
    names = {
        number: name for name, number in lexicon()["months"].items() if len(name) > 4 or name in {"May", "June", "July"}
    }
    told = f"{names[int(value[5:7])]} {value[:4]}"
    first, end = f"{names[after.month]} {after.year}", f"{names[last.month]} {last.year}"
    return Window(after, last, f"“{words}” is {told}, which puts the article between {first} and {end}.")


def _bounds(doc: Doc, pieces: Sequence[Piece]) -> list[Window]:
    """A window between the latest full date told as past and the earliest that "will" come, years alone left out."""
    past: list[tuple[Days, Span]] = []
    coming: list[tuple[Days, Span]] = []
    for piece in pieces:
        days = days_of(piece.reading.value) if piece.reading.anchor == "stated" else None
        span = doc[piece.start : piece.end]
        if days is None or grain(piece.reading.value) not in {"day", "month"}:
            continue
        if _will(span):
            coming.append((days, span))
        elif outlook(span) == PAST:
            past.append((days, span))
    if not past:
        return []
    lower, lower_span = max(past, key=lambda pair: pair[0].first)
    windows = [Window(lower.first, date.max, f"“{lower_span.text}” is told as past.")]
    later = [pair for pair in coming if pair[0].last >= lower.first]
    if later:
        upper, upper_span = min(later, key=lambda pair: pair[0].last)
        windows.append(Window(date.min, upper.last, f"“{upper_span.text}” is told as still to come."))
    return windows


def _will(span: Span) -> bool:
    verb = governing_verb(span.root)
    return verb is not None and any(
        child.lower_ in {"will", "shall"} and child.dep_ == "aux" for child in verb.children
    )


def _weekdays(doc: Doc, pieces: Sequence[Piece]) -> Window | None:
    """A window after a past day with its weekday, where the latest year told as past, or the next, fits."""
    known = [piece for piece in pieces if grain(piece.reading.value) in {"day", "month", "year"}]
    past = [int(one.reading.value[:4]) for one in known if outlook(doc[one.start : one.end]) == PAST]
    latest = max((int(one.reading.value[:4]) for one in known), default=0)
    for piece in pieces:
        open_day = OPEN_DAY.match(piece.reading.value)
        weekday = lexicon()["weekdays"].get(doc[piece.start].text)
        if open_day is None or weekday is None or not past or outlook(doc[piece.start : piece.end]) == FUTURE:
            continue
        days = [valid_day(year, int(open_day[1]), int(open_day[2])) for year in (max(past), max(past) + 1)]
        fitting = [day for day in days if day is not None and day.weekday() == weekday]
        if len(fitting) == 1 and latest <= fitting[0].year:
            words = doc[piece.start : piece.end].text
            reason = f"“{words}” fits {fitting[0].year}; the latest year told as past is {max(past)}."
            return Window(fitting[0], fitting[0] + timedelta(SOON), reason)
    return None
