"""Dates in words, in the user's language, without the clock, the locale or the zone of the machine."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache

from babel import Locale, UnknownLocaleError
from babel import dates as babel_dates

from briefing.errors import RenderError, SettingsError
from briefing.model import When

_ISO = re.compile(
    r"""
    (?P<year>\d{4})
    (?: -(?P<month>\d{2}) (?: -(?P<day>\d{2}) )? | -(?P<part>W\d{2}|Q[1-4]|H[12]|SP|SU|FA|AU|WI) )?
    (?: T(?P<time>\S{1,32}) )?
    """,
    re.VERBOSE,
)
"""An ISO prefix, or TIMEX3's weeks (2024-W24), quarters, halves and seasons."""

_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}

_DAY_FIRST = {
    "full": "EEEE d MMMM y",
    "long": "d MMMM y",
    "weekday": "EEE d MMMM",
    "short": "d MMMM",
    "month": "MMMM y",
    "month_only": "MMMM",
}
"""English outside the United States: CLDR puts commas and short months here that the page does not want."""

_SKELETONS = {
    "full": "yMMMMEEEEd",
    "long": "yMMMMd",
    "weekday": "MMMEd",
    "short": "MMMMd",
    "month": "yMMMM",
    "month_only": "MMMM",
}


class Dates:
    """The words for every date of one brief: the year is left out where it is the year of issue."""

    def __init__(self, language: str, issued: str) -> None:
        self._locale = known_language(language)
        self._day_first = self._locale.language == "en" and self._locale.territory not in (None, "US")
        self._year = int(issued[:4])

    def full(self, iso: str) -> str:
        """``Friday 14 June 2024``."""
        return self._format(_day(iso), "full")

    def long(self, iso: str) -> str:
        """``14 June 2024``."""
        return self._format(_day(iso), "long")

    def moment(self, iso: str) -> str:
        """``14 June 2024, 11:43 UTC``; a date without a time stays a date, a time without a zone names none."""
        if "T" not in iso:
            return self.words(iso, year=True)
        when = _time(iso)
        when = when.astimezone(UTC) if when.tzinfo else when
        return f"{self._format(when.date(), 'long')}, {clock(iso)}"

    def words(self, iso: str, *, weekday: bool = False, year: bool = False) -> str:
        """An ISO prefix in words, as precise as it is: ``Sun 9 June``, ``September 2023``, ``the 1980s``."""
        found = _ISO.fullmatch(iso)
        if not found:
            return _rough(iso)
        parts = found.groupdict()
        number = int(parts["year"])
        if parts["part"]:
            return _part(parts["part"], number)
        if not parts["month"]:
            return str(number)
        if not parts["day"]:
            return self._format(_date(number, int(parts["month"]), 1, iso), "month")
        day = _date(number, int(parts["month"]), int(parts["day"]), iso)
        if year or number != self._year:
            return self._format(day, "long")
        return self._format(day, "weekday" if weekday else "short")

    def when(self, when: When, *, weekday: bool = False) -> str:
        """A date of the brief in words: a day, a span, a bound (``before 9 June 2024``), or empty where it is open."""
        if when.bound:
            side, _, iso = when.bound.partition(" ")
            return f"{side} {self.words(iso, year=True)}" if iso else when.bound
        if not when.value:
            return ""
        if when.end and when.end != when.value:
            return self._span(when.value, when.end)
        return self.words(when.value, weekday=weekday)

    def _span(self, first: str, last: str) -> str:
        one, two = _ISO.fullmatch(first), _ISO.fullmatch(last)
        if one and two and one["day"] and two["day"] and self._day_first and first[:7] == last[:7]:
            return f"{int(one['day'])}–{self.words(last)}"
        return f"{self.words(first)} – {self.words(last)}"

    def _format(self, day: date, name: str) -> str:
        if self._day_first:
            return babel_dates.format_date(day, _DAY_FIRST[name], locale=self._locale)
        if name == "full":
            return babel_dates.format_date(day, "full", locale=self._locale)
        if name == "long":
            return babel_dates.format_date(day, "long", locale=self._locale)
        return babel_dates.format_skeleton(_SKELETONS[name], day, locale=self._locale)


@cache
def known_language(language: str) -> Locale:
    """The locale of a language tag such as ``en-GB``; raises ``SettingsError`` naming it if there is none."""
    try:
        return Locale.parse(language.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError) as error:
        raise SettingsError(f"{language!r} is not a language whose dates are known; try en-GB, de or fr-CA") from error


def clock(iso: str) -> str:
    """``11:43 UTC``; empty for a date without a time."""
    if "T" not in iso:
        return ""
    when = _time(iso)
    return f"{when.astimezone(UTC):%H:%M} UTC" if when.tzinfo else f"{when:%H:%M}"


def utc_day(iso: str) -> date:
    """The day of a date or time; a time with a zone is counted in UTC."""
    if "T" not in iso:
        return _day(iso)
    when = _time(iso)
    return (when.astimezone(UTC) if when.tzinfo else when).date()


def exact_day(iso: str | None) -> date | None:
    """The day an ISO prefix names, or None where it is less precise than a day."""
    found = _ISO.fullmatch(iso) if iso else None
    if not found or not found["day"]:
        return None
    return _date(int(found["year"]), int(found["month"]), int(found["day"]), iso or "")


def first_day(iso: str) -> date | None:
    """The first day of what an ISO prefix names (a month, a year), or None where it is rougher than a year."""
    found = _ISO.fullmatch(iso)
    if not found:
        return None
    return _date(int(found["year"]), int(found["month"] or _part_month(found["part"])), int(found["day"] or 1), iso)


def stamp(iso: str) -> datetime:
    """A date or time as a moment in UTC; a date is its midnight."""
    if "T" not in iso:
        day = _day(iso)
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    when = _time(iso)
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)


def _part_month(part: str | None) -> int:
    months = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}
    if part and part.startswith("W"):
        return min((int(part[1:]) * 7) // 31 + 1, 12)
    return months.get(part or "", 1)


def _part(part: str, year: int) -> str:
    if part in _SEASONS:
        return f"{_SEASONS[part]} {year}"
    if part.startswith("W"):
        return f"week {int(part[1:])} of {year}"
    if part.startswith("Q"):
        return f"{('first', 'second', 'third', 'fourth')[int(part[1]) - 1]} quarter of {year}"
    return f"{('first', 'second')[int(part[1]) - 1]} half of {year}"


def _rough(iso: str) -> str:
    """Decades (``198``) and centuries (``19``) of TIMEX3; what is none of these is shown as it is."""
    digits = iso.rstrip("X")
    if digits.isdigit() and len(digits) == 3:
        return f"the {digits}0s"
    if digits.isdigit() and len(digits) == 2:
        return f"the {digits}00s"
    return iso


def _day(iso: str) -> date:
    found = _ISO.fullmatch(iso)
    if not found or not found["day"]:
        raise RenderError(f"{iso!r} is no date like 2024-06-14")
    return _date(int(found["year"]), int(found["month"]), int(found["day"]), iso)


def _date(year: int, month: int, day: int, iso: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise RenderError(f"{iso!r} is no date: {error}") from error


def _time(iso: str) -> datetime:
    try:
        return datetime.fromisoformat(iso)
    except ValueError as error:
        raise RenderError(f"{iso!r} is no time like 2024-06-14T07:43:00-04:00") from error
