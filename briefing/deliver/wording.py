"""Dates, numbers and counts as a mail says them."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from briefing.errors import DeliverError
from briefing.model import Carriage, When

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_ISO = re.compile(
    r"""
    (?P<year>\d{4})
    (?: -W(?P<week>\d{2})
      | -(?P<part>Q[1-4]|H[12]|SP|SU|FA|AU|WI)
      | -(?P<month>\d{2}) (?: -(?P<day>\d{2}) (?:T\S{0,32})? )?
    )?
    $
    """,
    re.VERBOSE,
)
_DECADE = re.compile(r"\d{3}X?")
_PARTS = {
    "Q1": "first quarter of {}",
    "Q2": "second quarter of {}",
    "Q3": "third quarter of {}",
    "Q4": "fourth quarter of {}",
    "H1": "first half of {}",
    "H2": "second half of {}",
    "SP": "spring {}",
    "SU": "summer {}",
    "FA": "autumn {}",
    "AU": "autumn {}",
    "WI": "winter {}",
}


@cache
def read_language(language: str) -> Locale:
    """The locale of a language tag such as ``en-GB``; raises ``DeliverError`` naming it if there is none."""
    try:
        return Locale.parse(language.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise DeliverError(f"{language!r} is not a language whose dates are known; try en-GB, de or fr-CA") from error


def full_day(day: str, locale: Locale) -> str:
    """``Friday 14 June 2024``; English outside the United States without CLDR's comma, as the brief itself has it."""
    is_day_first = locale.language == "en" and locale.territory not in {None, "US"}
    form = "EEEE d MMMM y" if is_day_first else "full"
    return str(format_date(date.fromisoformat(day[:10]), form, locale=locale))


def long_day(day: str, locale: Locale) -> str:
    """``14 June 2024``."""
    return str(format_date(date.fromisoformat(day[:10]), "long", locale=locale))


def cutoff_words(cutoff: str, day: str, locale: Locale) -> str:
    """``11:43 UTC``, with the day before it where it is not the day of issue; the day alone if no time is known."""
    if len(cutoff) <= 10:
        return long_day(cutoff, locale) if len(cutoff) == 10 else cutoff
    moment = datetime.fromisoformat(cutoff)
    offset = moment.utcoffset()
    zone = "" if offset is None else " UTC" if not offset else moment.strftime(" %z")
    clock = f"{moment:%H:%M}{zone}"
    return clock if cutoff[:10] == day[:10] else f"{long_day(cutoff, locale)}, {clock}"


def when_words(when: When, year: str, locale: Locale) -> str:
    """A date as short as it can be told: ``14 June``, ``10-12 June``, ``June 2023``, ``before 9 June``."""
    if when.bound:
        side, _, value = when.bound.partition(" ")
        return f"{side} {_value(value, '', locale)}"
    if not when.value:
        return "undated"
    if not when.end or when.end == when.value:
        return _value(when.value, year, locale)
    first, last = _value(when.value, year, locale), _value(when.end, year, locale)
    if len(when.value) >= 10 and when.value[:7] == when.end[:7] and first.split()[1:] == last.split()[1:]:
        return f"{first.split()[0]}\u2013{last}"
    return f"{first} \u2013 {last}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """``one source``, ``nine actors``, ``13 quotes``."""
    words = NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"
    return f"{words} {noun if number == 1 else plural or noun + 's'}"


def carried_by(carriage: Carriage) -> str:
    """``sources differ``, ``one source``, ``both sources``, ``7 of 12 sources``."""
    number, total = len(carriage.origins), carriage.total
    if carriage.differs:
        return "sources differ"
    if number <= 1:
        return "one source"
    if number == total:
        return "both sources" if total == 2 else f"all {total} sources"
    return f"{number} of {total} sources"


def size_words(octets: int) -> str:
    """``96 KB`` or ``1.4 MB``."""
    return f"{max(1, round(octets / 1000))} KB" if octets < 999_500 else f"{octets / 1_000_000:.1f} MB"


def _value(value: str, year: str, locale: Locale) -> str:
    """One ISO prefix or TIMEX3 value, the year only where it is not the issue's; another shape as it stands."""
    found = _ISO.match(value)
    if not found:
        return f"the {value.rstrip('X')}0s" if _DECADE.fullmatch(value) else value
    if found["part"]:
        return _PARTS[found["part"]].format(found["year"])
    if found["week"]:
        return f"week {int(found['week'])} of {found['year']}"
    try:
        if found["day"]:
            return _day(date.fromisoformat(value[:10]), locale, with_year=found["year"] != year)
        if found["month"]:
            return str(format_skeleton("yMMMM", date.fromisoformat(f"{value[:7]}-01"), locale=locale))
    except ValueError:
        return value
    return value


def _day(day: date, locale: Locale, *, with_year: bool) -> str:
    if with_year:
        return str(format_date(day, "long", locale=locale))
    return str(format_skeleton("MMMMd", day, locale=locale))
