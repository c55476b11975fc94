"""Arithmetic on TIMEX3 calendar values: what days a value covers, the value n units away, the nearest weekday.

A value is an ISO prefix (``2023``, ``2023-09``, ``2023-09-14``), a week (``2024-W22``), a weekend (``2024-W22-WE``), a
quarter or half (``2024-Q1``, ``2024-H2``), a season (``2023-WI``), a decade (``199``), a century (``19``), or one with
its year open (``--06-14``). Weeks are ISO 8601 weeks; a winter is named after the year it starts in, which is how
TimeML 1.2.1 counts it. Only the standard library.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, northern hemisphere, meteorological."""
FIRST_YEAR, LAST_YEAR = 1000, 9000
"""Years a text can be written in: counting on from a day outside them would leave the calendar."""
DAY_UNITS = {"D": 1, "W": 7}
MONTH_UNITS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}

_SHAPES = re.compile(
    r"""
      (?P<day>\d{4}-\d\d-\d\d)(?:T.*)?$
    | (?P<month>\d{4}-\d\d)$
    | (?P<week>\d{4}-W\d\d)(?:-WE)?$
    | (?P<quarter>\d{4}-Q[1-4])$
    | (?P<half>\d{4}-H[12])$
    | (?P<season>\d{4}-(?:SP|SU|FA|WI))$
    | (?P<year>\d{4})$
    | (?P<decade>\d{3})$
    | (?P<century>\d{2})$
    """,
    re.VERBOSE,
)


class Days(NamedTuple):
    """First and last day that a value covers, both included."""

    first: date
    last: date


def grain(value: str) -> str | None:
    """``day``, ``month``, ``week``, ``quarter``, ``half``, ``season``, ``year``, ``decade``, ``century`` or None."""
    shape = _SHAPES.match(value)
    return shape.lastgroup if shape else None


def days_of(value: str) -> Days | None:
    """The days a calendar value covers; None for open, vague or impossible ones."""
    kind = grain(value)
    try:
        return _SPANS[kind](value) if kind in _SPANS else None
    except ValueError:
        return None


def _day_span(value: str) -> Days:
    day = date.fromisoformat(value[:10])
    return Days(day, day)


def _months_span(year: int, month: int, count: int) -> Days:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = month + count - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Days(date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]))


def _week_span(value: str) -> Days:
    monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
    return Days(monday + timedelta(5 if value.endswith("WE") else 0), monday + timedelta(6))


_SPANS: dict[str | None, Callable[[str], Days]] = {
    "day": _day_span,
    "month": lambda value: _months_span(int(value[:4]), int(value[5:7]), 1),
    "week": _week_span,
    "quarter": lambda value: _months_span(int(value[:4]), 3 * int(value[6]) - 2, 3),
    "half": lambda value: _months_span(int(value[:4]), 6 * int(value[6]) - 5, 6),
    "season": lambda value: _months_span(int(value[:4]), SEASON_MONTHS[value[5:]], 3),
    "year": lambda value: _months_span(int(value), 1, 12),
    "decade": lambda value: _months_span(int(value) * 10, 1, 120),
    "century": lambda value: _months_span(int(value) * 100 or 1, 1, 1200),
}


def iso_prefix(value: str) -> tuple[str, str | None] | None:
    """A value as an ISO prefix and, where one prefix cannot say it, the last day: a week becomes two days.

    None for values that name no stretch of the calendar.
    """
    kind, days = grain(value), days_of(value)
    if kind is None or days is None:
        return None
    if kind in {"day", "month", "year"}:
        return (value[:10] if kind == "day" else value), None
    if kind in {"decade", "century"}:
        return f"{days.first.year:04d}", f"{days.last.year:04d}"
    if kind == "week":
        return days.first.isoformat(), days.last.isoformat()
    return days.first.isoformat()[:7], days.last.isoformat()[:7]


def parse_day(published: str | None) -> date | None:
    """The day of an ISO time; None for none, one that is no date, or one too near the ends of the calendar."""
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
    return day if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR else None


def valid_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_months(day: date, count: int) -> date:
    """The same day of the month ``count`` months on, or the last of that month."""
    total = day.year * 12 + day.month - 1 + count
    year, month = max(total // 12, 1), total % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def shift(day: date, count: int, unit: str) -> date:
    """The day ``count`` units away; units are D, W, M, Q, Y, DE (decade) and CE (century)."""
    if unit in DAY_UNITS:
        return day + timedelta(count * DAY_UNITS[unit])
    return add_months(day, count * MONTH_UNITS[unit])


def value_at(day: date, unit: str) -> str:
    """The value of the unit that ``day`` lies in: the year, the month, the ISO week ..."""
    if unit == "D":
        return day.isoformat()
    if unit == "W":
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return day.isoformat()[: {"M": 7, "Y": 4, "DE": 3, "CE": 2}[unit]]


def weekend_at(day: date, step: int = 0) -> str:
    """The weekend of the week that ``day`` lies in, ``step`` weeks away."""
    return value_at(day + timedelta(7 * step), "W") + "-WE"


def weekday_before(day: date, weekday: int, *, strict: bool = False) -> date:
    """The latest such weekday (Monday is 0) up to ``day``, which itself counts unless ``strict``."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(7 if strict and back == 0 else back)


def weekday_after(day: date, weekday: int, *, strict: bool = False) -> date:
    """The next such weekday from ``day`` on, which itself counts unless ``strict``."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(7 if strict and ahead == 0 else ahead)


def nearest_year(month: int, day: int, around: date, ahead: int) -> int:
    """The year that puts a day of a month nearest to ``around``, but never more than ``ahead`` days after it."""
    candidates = [around.year - 1, around.year, around.year + 1]
    known = [(year, found) for year in candidates if (found := valid_day(year, month, min(day, 28))) is not None]
    allowed = [(abs((found - around).days), -year) for year, found in known if (found - around).days <= ahead]
    return -min(allowed)[1]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, Nature 13:487)."""
    century, rest = divmod(year, 100)
    leap, offset = divmod(century, 4)
    moon = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * offset + 2 * (rest // 4) - moon - rest % 4) % 7
    correction = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The ``nth`` such weekday of a month; -1 is the last one."""
    if nth < 0:
        return weekday_before(date(year, month, monthrange(year, month)[1]), weekday)
    return weekday_after(date(year, month, 1), weekday) + timedelta(7 * (nth - 1))
