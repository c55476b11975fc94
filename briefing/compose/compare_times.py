"""Told differently: when. The same deed of the same actor at times that cannot both be right.

* A day, week or month is the days it may mean; "coming days", "coming weeks", "coming months" are windows from the
  article's own date; "soon" and durations are never compared.
* "by", "before" and "at the latest" open a time to the past, "after" and "at the earliest" to the future.
* Times that can both be right are not a difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from spacy.tokens import Span

from briefing.annotate.layers import TimeExpression
from briefing.compose.frames import Frame, stretch
from briefing.compose.origins import Origins
from briefing.compose.sides import Contrast, Told, independent
from briefing.compose.similarity import Weights

WINDOWS = {"day": (0, 7), "week": (8, 31), "month": (32, 200), "year": (201, 2000)}
"""Days from the article's date that "in the coming ..." may mean: fewer than the next larger unit."""
VAGUE = re.compile(
    r"\b(?:coming|next\s+few|following\s+few|few|matter\s+of)\s+(?P<unit>day|week|month|year)s\b", re.IGNORECASE
)
WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)(?:-(?P<part>WE))?")
UNTIL = frozenset({"by", "before", "until", "till", "within"})
FROM = frozenset({"after", "from", "since"})
EARLIEST, LATEST = "at the earliest", "at the latest"
FAR = 3650
NEAR = 200
"""Days between the times of one deed: further apart they are two deeds of one kind."""
ALIKE = 0.3
"""Overlap from which two past statements are one event, so that two days for it differ and are not two events."""

Window = tuple[int, int]


def time_contrasts(found: Sequence[Frame], weights: Weights, origins: Origins) -> Iterator[Contrast]:
    """Pairs of frames of one deed whose times exclude each other."""
    timed = [(frame, time, window) for frame in found for time in frame.times if (window := window_of(frame, time))]
    for (one, first, here), (other, second, there) in combinations(timed, 2):
        if not disjoint(here, there) or not _near(here, there) or not same_deed(one, other):
            continue
        if independent(one.statement, other.statement, origins) and _one_event(one, other, weights):
            yield Contrast(
                "When",
                "time",
                Told(_value(first, here), one.statement, stretch(one.trigger, _whole(first))),
                Told(_value(second, there), other.statement, stretch(other.trigger, _whole(second))),
            )


def same_deed(one: Frame, other: Frame) -> bool:
    """True if two frames have one verb, a common agent and a common object (or no agent and two common objects)."""
    if one.lemma != other.lemma or one.conditional or other.conditional:
        return False
    objects = one.objects & other.objects
    if one.agents and other.agents:
        return bool(one.agents & other.agents and (objects or not (one.objects or other.objects)))
    return bool(objects)


def disjoint(one: Window, other: Window) -> bool:
    """True if no day is in both."""
    return one[1] < other[0] or other[1] < one[0]


def _near(one: Window, other: Window) -> bool:
    """True if the gap between them is short enough for one deed told twice."""
    return max(one[0], other[0]) - min(one[1], other[1]) <= NEAR


def window_of(frame: Frame, time: TimeExpression) -> Window | None:
    """First and last day that a time expression may mean, as ordinals; None if it is not to be compared."""
    window = _vague(frame, time) or _calendar(time)
    if window is None:
        return None
    before = frame.trigger.doc[max(time.span.start - 3, 0) : time.span.start].text.casefold().split()
    after = frame.trigger.doc[time.span.end : time.span.end + 3].text.casefold()
    inside = time.span.text.casefold()
    first, last = window
    if UNTIL & set(before[-3:]) or LATEST in after or inside.split()[0] in UNTIL:
        first -= FAR
    if FROM & set(before[-1:]) or EARLIEST in after:
        last += FAR
    return first, last


def _vague(frame: Frame, time: TimeExpression) -> Window | None:
    match = VAGUE.search(time.span.text)
    anchor = frame.statement.document.doc._.document_date
    if match is None or not anchor:
        return None
    day = date.fromisoformat(anchor[:10]).toordinal()
    first, last = WINDOWS[match["unit"].casefold()]
    return day + first, day + last


def _calendar(time: TimeExpression) -> Window | None:
    if time.type not in {"DATE", "TIME"}:
        return None
    first = _span(time.value)
    last = _span(time.end_value) if time.end_value else first
    return (first[0], last[1]) if first and last else None


def _span(value: str) -> Window | None:
    """First and last day of a TIMEX3 value of day, week, month or year precision."""
    try:
        if match := WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(match["year"]), int(match["week"]), 1).toordinal()
            return (monday + 5, monday + 6) if match["part"] else (monday, monday + 6)
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}(?:T.{0,40})?", value):
            day = date.fromisoformat(value[:10]).toordinal()
            return day, day
        if re.fullmatch(r"\d{4}-\d{2}", value):
            first = date.fromisoformat(f"{value}-01")
            return first.toordinal(), ((first + timedelta(days=32)).replace(day=1)).toordinal() - 1
    except ValueError:
        return None
    return None


def _one_event(one: Frame, other: Frame, weights: Weights) -> bool:
    """True if both look ahead to it, or both look back and say much the same of it."""
    if one.ahead != other.ahead or one.negated or other.negated:
        return False
    return one.ahead or weights.similarity(one.statement, other.statement) >= ALIKE


def _whole(time: TimeExpression) -> Span:
    """The time with "at the earliest" behind it."""
    doc, end = time.span.doc, time.span.end
    bounded = doc[end : end + 3].text.casefold() in {EARLIEST, LATEST}
    return doc[time.span.start : end + 3] if bounded else time.span


def _value(time: TimeExpression, window: Window) -> str:
    return f"{window[0]}:{window[1]}" if not VAGUE.search(time.span.text) else time.span.text.casefold().split()[-1]
