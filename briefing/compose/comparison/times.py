"""Told differently: when. The same deed of the same actor at times that cannot both be right.

* A day, week, month or year is the days it may mean; "coming days", "within weeks" are windows from the article's own
  date; "soon" and durations are never compared. Times of day are compared where neither names a zone.
* "by", "before" and "at the latest" open a time to the past, "after" and "at the earliest" to the future; two
  deadlines differ if neither lies in the other.
* Times that can both be right are not a difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from spacy.tokens import Span

from briefing.annotate import layers
from briefing.annotate.layers import TimeExpression
from briefing.compose import wordlists
from briefing.compose.comparison.amounts import at_odds
from briefing.compose.comparison.frames import Cast, Frame, same_deed, stretch
from briefing.compose.comparison.scenes import scene
from briefing.compose.comparison.sides import Contrast, Told, independent
from briefing.compose.origins import Origins
from briefing.compose.similarity import Weights

WINDOWS = {"day": (0, 7), "week": (8, 31), "month": (32, 200), "year": (201, 2000)}
"""Days from the article's date that "in the coming ..." may mean: fewer than the next larger unit."""
VAGUE = re.compile(
    r"""
    \b(?:coming|next\s+few|following\s+few|few|matter\s+of|within(?:\s+the)?(?:\s+next)?)\s+(?P<unit>day|week|month|year)s\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)(?:-(?P<part>WE))?")
CLOCK = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})T(?P<hour>\d{2}):(?P<minute>\d{2})")
UNTIL = frozenset({"by", "before", "until", "till", "within"})
FROM = frozenset({"after", "from", "since"})
EARLIEST, LATEST = "at the earliest", "at the latest"
NEAR, NEAR_PAST, NEAR_YEARS = 200, 14, 3650
"""Days between the times of one deed: further apart they are two deeds of one kind. What is past comes again sooner
than what is planned is put off; plans told by the year may be decades off."""
MINUTES = 30
"""Minutes by which two times of day differ for the reader."""
ALIKE = 0.3
"""Overlap from which two past statements are one event, so that two days for it differ and are not two events."""


class Window(NamedTuple):
    """The days that a time may mean."""

    first: int
    """First day, as an ordinal."""
    last: int
    bound: str = ""
    """``until`` for a deadline, ``from`` for a beginning."""


class Timed(NamedTuple):
    """A deed with one of its times."""

    frame: Frame
    time: TimeExpression
    window: Window


def time_contrasts(found: Sequence[Frame], weights: Weights, cast: Cast, origins: Origins) -> Iterator[Contrast]:
    """Pairs of frames of one deed whose times exclude each other."""
    timed = [
        Timed(frame, time, window) for frame in found for time in frame.times if (window := window_of(frame, time))
    ]
    for one, other in combinations(timed, 2):
        if not _exclude(one, other) or not same_deed(one.frame, other.frame):
            continue
        first, second = one.frame.statement, other.frame.statement
        if not independent(first, second, origins) or not _one_event(one.frame, other.frame, weights):
            continue
        if _same_scene(one.frame, other.frame, cast) and not at_odds(first, second):
            yield Contrast("When", "time", _told(one), _told(other))


def disjoint(one: Window, other: Window) -> bool:
    """True if no day is in both, and no bound lets both be right."""
    earlier, later = sorted((one, other))
    if earlier.last >= later.first:
        return False
    return one.bound == other.bound or (earlier.bound != "from" and later.bound != "until")


def window_of(frame: Frame, time: TimeExpression) -> Window | None:
    """First and last day that a time expression may mean; None if it is not to be compared."""
    window = _vague(frame, time) or _calendar(time)
    if window is None:
        return None
    before = frame.trigger.doc[max(time.span.start - 3, 0) : time.span.start].text.casefold().split()
    after = frame.trigger.doc[time.span.end : time.span.end + 3].text.casefold()
    inside = time.span.text.casefold()
    if VAGUE.search(inside):
        return window
    if UNTIL & set(before[-3:]) or LATEST in after or inside.split()[0] in UNTIL:
        return window._replace(bound="until")
    return window._replace(bound="from") if FROM & set(before[-1:]) or EARLIEST in after else window


def _exclude(one: Timed, other: Timed) -> bool:
    """True if the two times cannot both be right, and are near enough to be meant of one deed."""
    clocks = [CLOCK.fullmatch(timed.time.value) for timed in (one, other)]
    if clocks[0] and clocks[1] and clocks[0]["day"] == clocks[1]["day"]:
        if _names_zone(one.time.span) or _names_zone(other.time.span):
            return False
        minutes = [60 * int(clock["hour"]) + int(clock["minute"]) for clock in clocks if clock]
        return abs(minutes[0] - minutes[1]) >= MINUTES
    if not disjoint(one.window, other.window):
        return False
    gap = max(one.window.first, other.window.first) - min(one.window.last, other.window.last)
    return gap <= _near(one, other)


def _names_zone(time: Span) -> bool:
    """True for "02:30 UTC" and "4.30 a.m. local time": another outlet may tell the hour of another place."""
    return any(token.lower_ in wordlists.words("zones") for token in time.doc[time.start : time.end + 2])


def _near(one: Timed, other: Timed) -> int:
    """Days up to which two times may be meant of one deed."""
    years = len(one.time.value) == 4 and len(other.time.value) == 4
    if one.frame.ahead:
        return NEAR_YEARS if years else NEAR
    return NEAR_YEARS if years and one.frame.lemma in wordlists.words("once") else NEAR_PAST


def _vague(frame: Frame, time: TimeExpression) -> Window | None:
    doc = time.span.doc
    match = VAGUE.search(doc[max(time.span.start - 1, 0) : time.span.end].text)
    anchor = frame.statement.document.doc._.document_date
    if match is None or not anchor:
        return None
    day = date.fromisoformat(anchor[:10]).toordinal()
    first, last = WINDOWS[match["unit"].casefold()]
    return Window(day + first, day + last)


def _calendar(time: TimeExpression) -> Window | None:
    if time.type not in {"DATE", "TIME"}:
        return None
    first = _span(time.value)
    last = _span(time.end_value) if time.end_value else first
    return Window(first.first, last.last) if first and last else None


def _span(value: str) -> Window | None:
    """First and last day of a TIMEX3 value of day, week, month or year precision."""
    try:
        if match := WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(match["year"]), int(match["week"]), 1).toordinal()
            return Window(monday + 5, monday + 6) if match["part"] else Window(monday, monday + 6)
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}(?:T.{0,40})?", value):
            day = date.fromisoformat(value[:10]).toordinal()
            return Window(day, day)
        if re.fullmatch(r"\d{4}-\d{2}", value):
            first = date.fromisoformat(f"{value}-01")
            return Window(first.toordinal(), ((first + timedelta(days=32)).replace(day=1)).toordinal() - 1)
        if re.fullmatch(r"\d{4}", value):
            return Window(date(int(value), 1, 1).toordinal(), date(int(value), 12, 31).toordinal())
    except ValueError:
        return None
    return None


def _one_event(one: Frame, other: Frame, weights: Weights) -> bool:
    """True if both look ahead to it, or both look back and say much the same of it."""
    if one.ahead != other.ahead or one.negated or other.negated:
        return False
    if one.ahead:
        return True
    told = not any(_is_spoken(frame) for frame in (one, other))
    return told and weights.similarity(one.statement, other.statement) >= ALIKE


def _is_spoken(frame: Frame) -> bool:
    """True for what somebody says in marks ("we can do it today"), and for what is only possible: no past event."""
    inside = sum(token.is_quote for token in frame.trigger.doc[frame.statement.span.start : frame.trigger.i]) % 2
    modal = any(child.dep_ == "aux" and child.tag_ == "MD" for child in frame.trigger.children)
    attributed = any(
        one.kind == "direct" and any(span.start <= frame.trigger.i < span.end for span in one.contents)
        for one in layers.attributions(frame.trigger.doc)
    )
    return bool(inside) or modal or attributed


def _same_scene(one: Frame, other: Frame, cast: Cast) -> bool:
    """True unless the frames name other things; what is planned for one actor is told by its own objects."""
    if one.ahead:
        named = [{key for key in frame.objects if key.startswith("@")} for frame in (one, other)]
        return not (all(named) and not named[0] & named[1])
    return not scene(one.statement, cast, one.trigger).elsewhere(scene(other.statement, cast, other.trigger))


def _told(timed: Timed) -> Told:
    frame, time, window = timed
    vague = VAGUE.search(time.span.text)
    value = time.span.text.casefold().split()[-1] if vague else f"{window.first}:{window.last}:{time.value[10:]}"
    whole = _whole(time)
    return Told(value, frame.statement, stretch(frame.trigger, whole), whole.text)


def _whole(time: TimeExpression) -> Span:
    """The time with "at the earliest" behind it."""
    doc, end = time.span.doc, time.span.end
    bounded = doc[end : end + 3].text.casefold() in {EARLIEST, LATEST}
    return doc[time.span.start : end + 3] if bounded else time.span
