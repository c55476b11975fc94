"""Values of durations, repeated times and clock times."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.annotate.times.calendar_values import days_of
from briefing.annotate.times.grammar import Found, lexicon
from briefing.annotate.times.setting import UNKNOWN_DAY, Reading, Setting, month_number, number

SETS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
    "biweekly": "P2W",
}
MAXIMUM = 100_000


def period(count: float | None, unit: str) -> str:
    """An ISO 8601 duration; ``X`` stands for a number that is not said. Decades and centuries are told in years."""
    unit = lexicon()["units"].get(unit.lower(), unit)
    if unit in {"DE", "CE"}:
        factor = 10 if unit == "DE" else 100
        unit, count = "Y", None if count is None else count * factor
    if unit == "2W":
        unit, count = "W", None if count is None else count * 2
    if unit == "WE":
        return "PXWE" if count is None else f"P{count:g}WE"
    return f"P{unit[0]}{_amount(count)}{unit[1]}" if unit[0] == "T" else _split(count, unit)


def _amount(count: float | None) -> str:
    return "X" if count is None else f"{count:g}"


def _split(count: float | None, unit: str) -> str:
    """Two and a half years as P2Y6M."""
    if unit == "Y" and count is not None and count != int(count) and (count * 2).is_integer():
        return f"P{int(count)}Y6M" if count > 1 else "P6M"
    return f"P{_amount(count)}{unit}"


def read_duration(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Six years, more than two decades; never a day of the calendar. An age ("the 53-year-old") is no time told."""
    if "tail" in found.parts and "old" in found.parts["tail"]:
        return None
    count = number(found.parts["count"])
    if count is not None and count > MAXIMUM:
        return None
    if count is not None and "half" in found.parts:
        count += 0.5
    return Reading(
        "DURATION", period(_plain(count, found.parts["count"]), found.parts["unit"].replace("centurie", "century"))
    )


def _plain(count: float | None, words: str) -> float | None:
    return count if count is None or "few" not in words.lower() else None


def read_one(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """A week, half an hour, a year and a half."""
    unit = found.parts["unit"].lower()
    if unit == "minute" and "half" in found.parts:
        return Reading("DURATION", "PT1M30S")
    return Reading("DURATION", period(1.5 if "half" in found.parts else 1, unit))


def read_long(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """A week-long siege, a daylong meeting; a years-long one is of unknown length."""
    unit = found.parts.get("unit") or found.parts["whole"]
    return Reading("DURATION", period(None if "many" in found.parts else 1, unit.lower()))


def read_quarter_century(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """A quarter of a century."""
    return Reading("DURATION", "P25Y")


def read_year_ended(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """The year ended March 31: a length of time, whose end is told by the date that follows."""
    return Reading("DURATION", "P1Y")


def read_bare(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Hours, months: a duration of unknown length."""
    return Reading("DURATION", period(None, found.parts["unit"].lower().replace("centurie", "century")))


def read_set(found: Found, setting: Setting, outlook: str, text: str) -> Reading | None:
    """Daily, annually."""
    return Reading("SET", SETS[text.lower()])


def read_set_each(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Every day, each two years."""
    count = number(found.parts["count"]) if "count" in found.parts else 1
    return Reading("SET", period(count, found.parts["unit"]))


def read_set_weekday(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Each Monday, Tuesday nights, Sundays."""
    name = next(found.parts[key] for key in ("weekday", "weekday2", "weekday3") if key in found.parts)
    part = (found.parts.get("daypart") or found.parts.get("dayparts", "")).lower()
    code = f"T{lexicon()['parts_of_day'][part]}" if part else ""
    return Reading("SET", f"XXXX-WXX-{lexicon()['weekdays'][name] + 1}{code}")


def read_set_month(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Each July."""
    return Reading("SET", f"XXXX-{month_number(found.parts['month']):02d}")


def read_clock(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """A clock time, on the day told last in its own sentence where ``join`` finds one, else on the day of writing."""
    hour, minute = int(found.parts["hour"]), found.parts.get("minute", "00")
    meridiem = found.parts.get("meridiem", "").lower()[:1]
    if meridiem and not 1 <= hour <= 12:
        return None
    if meridiem:
        hour = hour % 12 + (12 if meridiem == "p" else 0)
    day = _clock_day(setting)
    return Reading("TIME", f"{day}T{hour:02d}:{minute}", None, "publication")


def _clock_day(setting: Setting) -> str:
    days = days_of(setting.reference) if setting.reference else None
    if days and days.first == days.last and (setting.narrative or setting.anchor is None):
        return days.first.isoformat()
    return setting.anchor.isoformat() if setting.anchor else UNKNOWN_DAY


def read_oclock(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Nine o'clock in the evening."""
    hour = number(found.parts["hourword"])
    if hour is None or not 1 <= hour <= 12:
        return None
    late = found.parts.get("daypart", "").lower() in {"afternoon", "evening", "night"}
    return Reading("TIME", f"{_clock_day(setting)}T{int(hour) % 12 + (12 if late else 0):02d}:00", None, "publication")


def read_noon(found: Found, setting: Setting, outlook: str, text: str) -> Reading | None:
    """Noon, midnight, mid-afternoon."""
    clock = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(text.lower())
    word = text.lower()
    code = clock or ("MO" if "morning" in word or word in {"dawn", "daybreak"} else "AF" if "after" in word else "EV")
    return Reading("TIME", f"{_clock_day(setting)}T{code}", None, "publication")


def with_day(clock: str, day: str) -> str:
    """A clock value moved to a day."""
    return f"{day[:10]}T{clock.split('T', 1)[1]}"


def utc_day(value: str, offset: str) -> str | None:
    """The day in UTC of a clock time with its offset; None where the value has no clock."""
    if "T" not in value or ":" not in value or value.endswith("24:00"):
        return None
    hour, minute = (int(part) for part in value.split("T")[1].split(":")[:2])
    sign = -1 if offset.startswith("-") else 1
    east = sign * (int(offset[1:3]) * 60 + int(offset[4:6]))
    return (date.fromisoformat(value[:10]) + timedelta((hour * 60 + minute - east) // 1440)).isoformat()
