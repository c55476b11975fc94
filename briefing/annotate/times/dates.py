"""Values of calendar dates: days, months, years and weekdays."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.annotate.times.calendar_values import add_months, nearest_year, valid_day, weekday_after, weekday_before
from briefing.annotate.times.grammar import Found, lexicon
from briefing.annotate.times.setting import (
    FUTURE,
    PAST,
    PRESENT,
    Reading,
    Setting,
    month_number,
    ordinal,
)

AHEAD = 75
"""Days that a date without a year may lie ahead of the publication where its clause does not say."""
NEXT_YEAR = {
    "last": -1,
    "previous": -1,
    "next": 1,
    "following": 1,
    "coming": 1,
    "past": -1,
    "prior": -1,
    "preceding": -1,
}


def step(which: str) -> int | None:
    """-1, 0 or 1 for last, this or next; None for words that refer back ("that", "the same")."""
    words = which.lower().replace("’", "'").split()
    for word in reversed(words):
        if word in NEXT_YEAR:
            return NEXT_YEAR[word]
    return 0 if words and words[0] in {"this", "the", "current"} and "same" not in words else None


def read_full(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """``2024-06-14``, with a clock ``2024-06-14T07:43``."""
    day = valid_day(int(found.parts["year"]), int(found.parts["monthnum"]), int(found.parts["day"]))
    if day is None:
        return None
    clock = found.parts.get("clock")
    return Reading("TIME", f"{day}T{clock}") if clock else Reading("DATE", day.isoformat())


def read_numeric(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Dates in figures: month first as in the US unless that is impossible or dots part them."""
    one, two, year = (int(found.parts[name]) for name in ("one", "two", "year"))
    if len(found.parts["year"]) == 2:
        if found.parts["mark"] != "/":
            return None
        year += 1900 if year > 40 else 2000
    pairs = [(two, one), (one, two)] if found.parts["mark"] == "." else [(one, two), (two, one)]
    for month, day in pairs:
        if (known := valid_day(year, month, day)) is not None:
            return Reading("DATE", known.isoformat())
    return None


def read_year_first(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """2013/03/22: year, month, day."""
    day = valid_day(int(found.parts["year"]), int(found.parts["one"]), int(found.parts["two"]))
    return Reading("DATE", day.isoformat()) if day else None


def read_day_of_month(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """On the 14th: of this month, or of the last or next one by the outlook of its clause."""
    day, base = ordinal(found.parts["day"]), setting.base
    if day is None or base is None:
        return None
    away = (1 if day < base.day else 0) if outlook == FUTURE else (-1 if day > base.day else 0)
    month = add_months(base.replace(day=1), away)
    known = valid_day(month.year, month.month, day)
    return Reading("DATE", known.isoformat(), None, setting.kind, True) if known else None


def full_year(short: str) -> str:
    """The year that two figures name: 41 to 99 are of the twentieth century."""
    return f"{'19' if int(short) > 40 else '20'}{short}"


def read_day(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """A day of a month, with or without its year, alone or as the first of a range."""
    month = month_number(found.parts["month"])
    day = ordinal(found.parts.get("day") or found.parts.get("ordinal", ""))
    if day is None or not 1 <= day <= 31:
        return None
    stated = found.parts.get("year") or found.parts.get("year2")
    if "short" in found.parts:
        stated = full_year(found.parts["short"])
    year = int(stated) if stated else year_of(month, day, setting, outlook)
    if year is None:
        return Reading("DATE", f"--{month:02d}-{day:02d}")
    value = valid_day(year, month, day)
    if value is None:
        return None
    until = ordinal(found.parts["until"]) if "until" in found.parts else None
    end = valid_day(year, month, until) if until else None
    return Reading(
        "DATE",
        value.isoformat(),
        end.isoformat() if end and end > value else None,
        "stated" if stated else setting.kind,
        not stated,
    )


def year_of(month: int, day: int, setting: Setting, outlook: str) -> int | None:
    """The year of a day named without one: by its clause, else the nearest; in a narrative the year told last."""
    base = setting.base
    if base is None:
        return None
    if setting.kind == "narrative":
        return base.year + (1 if base.month - month > 8 else 0)
    if outlook != FUTURE and (going_on := setting.year_going_on(month, day)) is not None:
        return going_on
    if outlook == FUTURE:
        this_year = valid_day(base.year, month, min(day, 28))
        return base.year + (1 if this_year is not None and (base - this_year).days > 60 else 0)
    return nearest_year(month, day, base, AHEAD)


def read_month(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """A month with or without its year."""
    month = month_number(found.parts["month"])
    if "year" in found.parts:
        year = int(found.parts["year"])
        end = f"{year}-{month_number(found.parts['until']):02d}" if "until" in found.parts else None
        return Reading("DATE", f"{year:04d}-{month:02d}", end)
    base = setting.base
    if base is None:
        return Reading("DATE", f"--{month:02d}")
    if setting.kind == "narrative":
        chosen = base.year + (1 if base.month - month > 8 else 0)
    else:
        chosen = _year_of_month(month, base, outlook)
    return Reading("DATE", f"{chosen:04d}-{month:02d}", None, setting.kind, True)


def _year_of_month(month: int, base: date, outlook: str) -> int:
    """Past: the latest such month; future: the next; else the nearer ("is at 7.2 percent, against 7.3 in August")."""
    if outlook == PAST:
        return base.year - (month > base.month)
    if outlook == FUTURE:
        return base.year + (month < base.month)
    return nearest_year(month, 15, base, 180 if outlook == PRESENT else 150)


def read_month_range(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """The first month of "between March and May 2023"."""
    return Reading("DATE", f"{int(found.parts['year']):04d}-{month_number(found.parts['month']):02d}")


def read_relative_month(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Last September, next May, this November."""
    month, base = month_number(found.parts["month"]), setting.anchor
    move = step(found.parts["which"])
    told = setting.told()[0]
    if found.parts["which"].lower() == "that" and told is not None:
        return Reading("DATE", f"{told.year + (month < told.month):04d}-{month:02d}", None, "narrative", True)
    if move is None or setting.narrative or base is None:
        return read_month(found, setting, outlook)
    if move < 0:
        year = base.year - (month >= base.month)
    elif move > 0:
        year = base.year + (month <= base.month)
    else:
        year = base.year + (1 if base.month - month > 8 else 0)
    return Reading("DATE", f"{year:04d}-{month:02d}", None, "publication", True)


def read_month_of_year(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """June of last year, November of the same year."""
    move = step(found.parts["which"])
    base = setting.told()[0] if move is None or setting.narrative else setting.anchor
    month = month_number(found.parts["month"])
    if base is None:
        return Reading("DATE", f"--{month:02d}")
    value = f"{base.year + (move or 0):04d}-{month:02d}"
    if (day := ordinal(found.parts.get("first") or found.parts.get("day", ""))) is not None:
        value += f"-{day:02d}"
    return Reading("DATE", value, None, "narrative" if move is None else "publication", True)


def read_weekday(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """A weekday: the last one up to the publication day, which counts, unless its clause looks ahead."""
    name = found.parts["weekday"]
    weekday = next(number for day, number in lexicon()["weekdays"].items() if day.startswith(name[:3]))
    base = setting.base
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{weekday + 1}")
    if "week" in found.parts:
        monday = weekday_before(base, 0) + timedelta(7 * (step(found.parts["week"].split()[-2]) or 0))
        day = monday + timedelta(weekday)
    else:
        day = _weekday(weekday, base, found.parts.get("which", "").lower(), setting, outlook)
    daypart = found.parts.get("daypart")
    if daypart:
        return Reading("TIME", f"{day}T{lexicon()['parts_of_day'][daypart.lower()]}", None, setting.kind)
    return Reading("DATE", day.isoformat(), None, setting.kind)


WEEKS = {"a week": 1, "a fortnight": 2, "two weeks": 2, "three weeks": 3}


def read_weekday_week(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """A week on Tuesday, Tuesday week: so many weeks after the next one; a week ago Tuesday: before the last."""
    name = found.parts.get("weekday") or found.parts["weekday2"]
    weekday, base = lexicon()["weekdays"][name], setting.anchor
    if base is None or setting.narrative:
        return None
    if "back" in found.parts:
        day = weekday_before(base, weekday, strict=True) - timedelta(7 * WEEKS[found.parts["back"].lower()])
    else:
        weeks = found.parts.get("weeks") or found.parts.get("weeks2", "a week")
        day = weekday_after(base, weekday, strict=True) + timedelta(7 * WEEKS[weeks.lower()])
    return Reading("DATE", day.isoformat(), None, "publication")


def _weekday(weekday: int, base: date, which: str, setting: Setting, outlook: str) -> date:
    if which in {"the previous", "the preceding"} and setting.reference:
        return weekday_before(setting.told()[0] or base, weekday, strict=True)
    if which == "that" and setting.reference is None:
        which = ""
    if which in {"the following", "that"} or (setting.kind == "narrative" and not which):
        told = setting.told()[0] or base
        return weekday_after(told, weekday, strict=which == "the following")
    move = step(which) if which else None
    if which == "this":
        return weekday_after(base, weekday) if outlook in {FUTURE, PRESENT} else weekday_before(base, weekday)
    if move == 1:
        return weekday_after(base, weekday, strict=True)
    if move == -1:
        return weekday_before(base, weekday, strict=True)
    return weekday_after(base, weekday) if outlook == FUTURE else weekday_before(base, weekday)


def read_year(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """A year, or a range of years."""
    year = found.parts["year"]
    until = found.parts.get("until")
    if until is None:
        return Reading("DATE", year)
    end = year[: 4 - len(until)] + until
    return Reading("DATE", year, end) if int(year) < int(end) <= int(year) + 120 else None


def read_year_words(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Nineteen ninety-seven."""
    numbers = lexicon()["numbers"]
    rest = sum(numbers[word] for word in found.parts["rest"].lower().replace("-", " ").split())
    return Reading("DATE", f"{numbers[found.parts['century'].lower()]}{rest:02d}")


def read_era(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Years before or after Christ: BC0480."""
    if "year3" in found.parts:
        return Reading("DATE", f"{int(found.parts['year3']):04d}")
    year = found.parts.get("year") or found.parts["year2"]
    month = f"-{month_number(found.parts['month']):02d}" if "month" in found.parts else ""
    return Reading("DATE", f"BC{int(year):04d}{month}")
