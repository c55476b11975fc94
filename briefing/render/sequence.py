"""The sequence graphic: which events stand on it, where, and on which side of the line.

The graphic is an ordered list placed in percent of its width. Left, shaded and not to scale, up to three events older
than two weeks; then a column a day to the information cut-off; then a dashed stretch for what is expected.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from briefing.model import Event, Status
from briefing.wording.dates import Dates, exact_day, first_day

MOST = 9
"""More labels than this cannot be read in 176 mm."""
_BACKGROUND_DAYS = 14
_LABEL, _AHEAD_LABEL = 14.9, 11.5
"""Width of a label in percent: 26 mm and 20 mm of the 176 mm measure."""
_BACKGROUND_AT = {1: (8.0,), 2: (2.0, 15.0), 3: (1.6, 10.9, 20.2)}
_ALL_BACKGROUND = 6
"""So many old events are shown where nothing is recent: the whole line is theirs, still not to scale."""
_AHEAD_AT = {0: (), 1: (88.5,), 2: (76.6, 88.5)}
_RECENT_ENDS = {0: 84.6, 1: 79.5, 2: 67.0}
"""Where the day of the cut-off stands, by the number of labels ahead of it."""
_SHARED_ENDS = 73.5
"""The same where two labels share the place ahead: the last day's own label must end before both."""


class Mark(NamedTuple):
    """One event on the line."""

    left: str
    """Percent of the width, as CSS writes it."""
    side: str
    """``up`` or ``down``."""
    zone: str
    """``background``, ``recent`` or ``ahead``."""
    state: str
    """``one``, ``several`` or ``expected``."""
    now: bool
    """It stands on the day of the cut-off."""
    iso: str
    """For ``<time datetime>``, empty where there is no date."""
    date: str
    label: str


class Line(NamedTuple):
    """The whole graphic."""

    marks: tuple[Mark, ...]
    ticks: tuple[str, ...]
    """Days without an event, in percent."""
    shaded: str
    """Percent of the width that is background and not to scale; empty if none."""
    dashed_from: str
    """Percent where the dashed stretch begins; 100 where nothing is expected."""
    left_out: int
    """Dated events of the chronology that found no room."""


class _Spot(NamedTuple):
    """An event with its place, before it has a side."""

    left: float
    zone: str
    event: Event

    @property
    def right(self) -> float:
        """Where its label ends."""
        return self.left + (_AHEAD_LABEL if self.zone == "ahead" else _LABEL)


def sequence(events: Sequence[Event], cutoff: date, dates: Dates) -> Line | None:
    """The graphic for a story's chronology, or None with fewer than two dated events."""
    dated = [event for event in events if event.when.value and first_day(event.when.value)]
    if len(dated) < 2:
        return None
    ahead = _ahead(events, cutoff)
    days = [(day, event) for event in dated if (day := _recent_day(event, cutoff)) is not None]
    background = _background(dated, cutoff, 3 if days else _ALL_BACKGROUND)
    places = _ahead_at(ahead)
    end = _SHARED_ENDS if len(set(places)) < len(places) else _RECENT_ENDS[len(places)]
    spots = [
        _Spot(left, "background", event)
        for left, event in zip(_background_at(len(background), days, end), background, strict=True)
    ]
    spots += [_Spot(left, "ahead", event) for left, event in zip(places, ahead, strict=True)]
    place = _scale(days, cutoff, 32.0 if background else 2.0, end)
    spots = _fill(spots, [_Spot(place(day), "recent", event) for day, event in days])
    sides = _sides(spots) or ()
    shown = {id(spot.event) for spot in spots}
    dashed = _percent(end + 2.4) if ahead else "100%"
    return Line(
        marks=tuple(_mark(spot, side, cutoff, dates) for spot, side in zip(spots, sides, strict=True)),
        ticks=_ticks(days, shown, cutoff, place),
        shaded="" if not background else "30%" if days else dashed,
        dashed_from=dashed,
        left_out=sum(id(event) not in shown for event in dated),
    )


def _background_at(count: int, recent: Sequence[object], end: float) -> tuple[float, ...]:
    """Where the background stands: in its corner, or evenly over the whole line where nothing is recent."""
    if recent or count < 2:
        return _BACKGROUND_AT.get(count, ())
    return tuple(round(2 + (end - 2) * index / (count - 1), 1) for index in range(count))


def _background(dated: Sequence[Event], cutoff: date, most: int) -> list[Event]:
    """The events older than two weeks: the oldest, the newest, and the best carried between them."""
    limit = cutoff - timedelta(days=_BACKGROUND_DAYS)
    old = [event for event in dated if (day := first_day(event.when.value or "")) and day < limit and _past(event)]
    old = [event for event in old if not _may_reach(event, limit)]
    if len(old) <= most:
        return old
    between = sorted(old[1:-1], key=lambda event: -len(event.carriage.origins))[: most - 2]
    kept = {id(event) for event in (old[0], *between, old[-1])}
    return [event for event in old if id(event) in kept]


def _may_reach(event: Event, limit: date) -> bool:
    """A month or year that also covers days after the limit has no place on either part of the line."""
    value = event.when.value or ""
    return exact_day(value) is None and limit.isoformat().startswith(value[:7])


def _past(event: Event) -> bool:
    return event.status is not Status.EXPECTED


def _ahead(events: Sequence[Event], cutoff: date) -> list[Event]:
    """At most two expected events: those without a date or with one after the cut-off."""
    found = []
    for event in events:
        day = first_day(event.when.value) if event.when.value else None
        if (day and day > cutoff) or (event.status is Status.EXPECTED and day is None):
            found.append(event)
    found.sort(key=lambda event: (event.when.value is None, event.when.value or ""))
    return found[:2]


def _ahead_at(ahead: Sequence[Event]) -> tuple[float, ...]:
    """Where the expected events stand: two of one day, or without any, share a place, one above and one below."""
    days = list(dict.fromkeys(event.when.value for event in ahead))
    return tuple(_AHEAD_AT[len(days)][days.index(event.when.value)] for event in ahead)


def _recent_day(event: Event, cutoff: date) -> date | None:
    day = exact_day(event.when.value)
    if day is None or not cutoff - timedelta(days=_BACKGROUND_DAYS) <= day <= cutoff:
        return None
    return day


def _scale(days: Sequence[tuple[date, Event]], cutoff: date, start: float, end: float) -> Callable[[date], float]:
    """Where a day stands: a column a day from the first event to the cut-off, none wider than a fifth of the line."""
    first = min((day for day, _ in days), default=cutoff)
    count = max((cutoff - first).days, 1)
    step = min((end - start) / count, 20.0)
    return lambda day: round(end - step * (cutoff - day).days, 1)


def _fill(fixed: list[_Spot], wanted: Sequence[_Spot]) -> list[_Spot]:
    """As many recent events as find room, best carried first, then the newest; in order of place."""
    chosen = list(fixed)
    for spot in sorted(wanted, key=lambda one: (-len(one.event.carriage.origins), -one.left)):
        trial = sorted([*chosen, spot], key=lambda one: one.left)
        if len(trial) <= MOST and _sides(trial) is not None:
            chosen = trial
    return sorted(chosen, key=lambda one: one.left)


def _sides(spots: Sequence[_Spot]) -> tuple[str, ...] | None:
    """Alternating sides, bent where a label would run into its neighbour; None where both sides are taken."""
    free = {"down": -100.0, "up": -100.0}
    sides: list[str] = []
    side = "down"
    for spot in spots:
        other = "up" if side == "down" else "down"
        # The corner above left holds the words "Background, not to scale".
        first_up = spot.zone == "background" and spot.left < 10 and side == "up" and not sides
        chosen = next((one for one in (side, other) if free[one] <= spot.left and not first_up), None)
        if chosen is None or spot.right > 100.1:
            return None
        free[chosen] = spot.right
        sides.append(chosen)
        side = "up" if chosen == "down" else "down"
    return tuple(sides)


def _ticks(
    days: Sequence[tuple[date, Event]], shown: set[int], cutoff: date, place: Callable[[date], float]
) -> tuple[str, ...]:
    """The days of the line that carry no label."""
    if not days:
        return ()
    first = min(day for day, _ in days)
    labelled = {day for day, event in days if id(event) in shown}
    every = (first + timedelta(days=index) for index in range((cutoff - first).days + 1))
    return tuple(_percent(place(day)) for day in every if day not in labelled)


def _mark(spot: _Spot, side: str, cutoff: date, dates: Dates) -> Mark:
    event, value = spot.event, spot.event.when.value
    expected = spot.zone == "ahead" or event.status is Status.EXPECTED
    several = len(event.carriage.origins) > 1
    return Mark(
        left=_percent(spot.left),
        side=side,
        zone=spot.zone,
        state="expected" if expected else "several" if several else "one",
        now=spot.zone == "recent" and exact_day(value) == cutoff,
        iso=value or "",
        date=dates.words(value, weekday=True) if value else "Not yet dated",
        label=event.label,
    )


def _percent(value: float) -> str:
    return f"{value:g}%"
