"""Values of expressions counted from a day: today, last week, two days later, a year ago, the same day."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.annotate.times.calendar_values import days_of, grain, shift, value_at, weekend_at
from briefing.annotate.times.dates import step
from briefing.annotate.times.grammar import Found, lexicon
from briefing.annotate.times.setting import FUTURE, PAST, PRESENT, UNKNOWN_DAY, Reading, Setting, number

DEICTIC = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
SATURDAY = 5
"""On the days before it, "this weekend" in the past tense is the last one."""
TOLD_IN_HISTORIES = {"former", "future"}
"""Adjectives that say when in a history ("the former colony"); in news they belong to offices ("the former mayor")."""
COARSE = {"D": "D", "W": "W", "2W": "W", "M": "M", "Q": "Q", "Y": "Y", "DE": "DE", "CE": "CE"}


def read_today(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Today, yesterday, tomorrow, with a part of the day."""
    word = " ".join(found.parts["deictic"].lower().split())
    if setting.anchor is None:
        return Reading("DATE", "PRESENT_REF" if word == "today" else UNKNOWN_DAY)
    if setting.history and word == "today":
        return Reading("DATE", "PRESENT_REF")
    day = (setting.anchor + timedelta(DEICTIC[word])).isoformat()
    part = found.parts.get("daypart", "night" if word == "tonight" else "").lower()
    if part:
        return Reading("TIME", f"{day}T{lexicon()['parts_of_day'][part]}", None, "publication")
    return Reading("DATE", day, None, "publication")


def read_this_daypart(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Last night, this morning, that evening."""
    code = lexicon()["parts_of_day"][found.parts["daypart"].lower()]
    move = step(found.parts["which"])
    day, kind = (setting.anchor, "publication")
    if move is None or found.parts["which"].lower().startswith("the") or setting.narrative:
        day, kind = setting.day_told()
    if day is None:
        return None
    if _is_unknown(move, kind, outlook) or (_points_back(found) and setting.has_left()):
        return Reading("TIME", f"{UNKNOWN_DAY}T{code}")
    return Reading("TIME", f"{day + timedelta(move or 0)}T{code}", None, kind)


def _points_back(found: Found) -> bool:
    """Whether an expression says "that": the day told before, not the day of writing."""
    return found.parts.get("which", "").lower() == "that"


def _is_unknown(move: int | None, kind: str, outlook: str) -> bool:
    """Whether "the next day" of what has happened follows a day that was not told: the day after writing it is not."""
    return kind == "publication" and (move or 0) > 0 and outlook == PAST


def read_daypart_of(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """The night of 20 June: ``join`` gives it the day that follows."""
    part = "morning" if "hours" in found.parts else found.parts["daypart"].lower()
    return Reading("TIME", f"{UNKNOWN_DAY}T{lexicon()['parts_of_day'][part]}")


def read_week_of(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """The week of 3 June: ``join`` gives it the day that follows."""
    return Reading("DATE", "XXXX-WXX")


def read_overnight(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Overnight: the night to the day of writing."""
    if setting.anchor is None or setting.narrative:
        return None
    return Reading("TIME", f"{setting.anchor - timedelta(1)}TNI", None, "publication")


def read_relative_unit(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Last week, this year, the next day, the following month, that year."""
    which = found.parts.get("which", "the").lower()
    unit = lexicon()["units"][found.parts["unit"].lower()]
    refers_back = any(word in which for word in ("that", "same", "following", "preceding", "previous", "prior"))
    refers_back |= which.startswith("the") and unit == "D"
    move = step(which)
    base, kind = setting.told() if refers_back or setting.history else (setting.anchor, "publication")
    if unit == "D" and refers_back and not setting.history:
        base, kind = setting.day_told()
        if _is_unknown(move, kind, outlook) or (_points_back(found) and setting.has_left()):
            return Reading("DATE", UNKNOWN_DAY)
    if base is None:
        return Reading("DATE", "PAST_REF" if move == -1 else "FUTURE_REF" if move == 1 else "PRESENT_REF")
    if unit == "WE":
        past = move == 0 and outlook == PAST and base.weekday() < SATURDAY
        return Reading("DATE", weekend_at(base, -1 if past else move or 0), None, kind)
    if (coarse := _too_coarse(setting, unit, kind)) is not None:
        return Reading("DATE", _open(coarse, unit), None, kind)
    return Reading("DATE", value_at(shift(base, move or 0, unit), unit), None, kind)


def _too_coarse(setting: Setting, unit: str, kind: str) -> str | None:
    """The value told last, if units are counted from it and it is too coarse for that."""
    counted = kind == "narrative" and (setting.narrative or unit != "D")
    told = setting.reference if counted else None
    return told if told is not None and not _fine(told, unit) else None


def _fine(reference: str, unit: str) -> bool:
    """Whether a value is fine enough to count units from: no day can be counted from a year."""
    order = ["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
    limits = {"D": 0, "W": 1, "M": 2, "Q": 3, "Y": 6, "DE": 7, "CE": 8}
    kind = grain(reference)
    return kind is not None and order.index(kind) <= limits[unit]


def _open(reference: str, unit: str) -> str:
    """A value with the finer part left open: ``1915-XX-XX``."""
    year = reference[:4]
    return {"D": f"{year}-XX-XX", "W": f"{year}-WXX", "M": f"{year}-XX", "Q": f"{year}-QX"}.get(unit, year)


def read_the_unit(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """The end of the year, later in the month, the week: of the day of writing, or of the day told in a narrative."""
    unit = lexicon()["units"][found.parts["unit"].lower()]
    base, kind = setting.told() if setting.narrative else (setting.anchor, "publication")
    if unit == "D":
        # "Later in the day" is told of the day the story is at.
        base, kind = setting.day_told()
    if base is None or unit == "CE":
        return None
    if unit == "WE":
        past = outlook == PAST and base.weekday() < SATURDAY
        return Reading("DATE", weekend_at(base, -1 if past else 0), None, kind)
    if unit == "Q" and setting.quarter:
        return Reading("DATE", setting.quarter, None, "narrative")
    if unit == "Q":
        return Reading("DATE", value_at(shift(base, -1 if outlook == PAST else 0, "Q"), "Q"), None, kind)
    return Reading("DATE", value_at(base, unit), None, kind)


def read_year_end(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Year-end, last year's end."""
    if setting.base is None:
        return None
    move = step(found.parts["which"]) if "which" in found.parts else 0
    return Reading("DATE", f"{setting.base.year + (move or 0):04d}", None, setting.kind)


def read_ago(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """N units ago (from the day of writing), earlier or later (from the day told last)."""
    where = found.parts["where"].lower()
    count = number(found.parts["count"])
    unit = lexicon()["units"][found.parts["unit"].lower()]
    forward = where not in {"ago", "earlier", "before", "previously"}
    if unit not in COARSE:
        return None if unit == "WE" else _clock_ago(count, unit)
    if count is None:
        return Reading("DATE", "FUTURE_REF" if forward else "PAST_REF")
    back = where in {"ago", "from now", "hence", "time"} and not setting.history
    told = setting.day_told() if unit == "D" and not setting.history else setting.told()
    base, kind = (setting.anchor, "publication") if back else told
    if not back and unit == "D" and _is_unknown(int(forward), kind, outlook):
        return Reading("DATE", UNKNOWN_DAY)
    if base is None:
        return Reading("DATE", "FUTURE_REF" if forward else "PAST_REF")
    reading = _counted(count, unit, forward, base, kind, setting)
    return None if forward and outlook == PAST and _is_to_come(reading, setting) else reading


def _is_to_come(reading: Reading | None, setting: Setting) -> bool:
    """Whether a reading lies after the day of writing, where nothing that has happened does."""
    days = days_of(reading.value) if reading is not None else None
    return days is not None and setting.anchor is not None and not setting.history and days.first > setting.anchor


def _clock_ago(count: float | None, unit: str) -> Reading:
    """Hours and minutes ago: a length, for the day may have turned since."""
    return Reading("DURATION", f"PT{int(count or 0) or 'X'}{unit[1]}")


def _counted(count: float, unit: str, forward: bool, base: date, kind: str, setting: Setting) -> Reading | None:
    """The value that many units away; a year back from a quarter is that quarter of the year before."""
    whole, unit = _whole(count, unit)
    told = setting.reference if grain(setting.reference or "") in {"quarter", "half"} and not setting.history else None
    if told and unit == "Y" and whole == 1 and not forward:
        return Reading("DATE", f"{int(told[:4]) - 1:04d}{told[4:]}", None, "narrative")
    try:
        day = shift(base, whole if forward else -whole, unit)
    except (OverflowError, ValueError):
        return None
    if _too_coarse(setting, unit, kind) is not None:
        return Reading("DATE", _open(day.isoformat(), unit), None, kind)
    return Reading("DATE", value_at(day, unit), None, kind)


def _whole(count: float, unit: str) -> tuple[int, str]:
    """A number of units in the unit that makes it whole: two and a half years are 30 months."""
    if unit == "2W":
        return int(count * 2), "W"
    smaller = {"CE": ("Y", 100), "DE": ("Y", 10), "Y": ("M", 12)}
    if count != int(count) and unit in smaller:
        unit, parts = smaller[unit]
        return int(count * parts), unit
    return int(count), unit


def read_unit_before(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """The year before: counted from the time told last."""
    base, kind = setting.told()
    if base is None:
        return None
    forward = found.parts["where"].lower() == "after"
    unit = lexicon()["units"][found.parts["unit"].lower()]
    return _counted(1, unit, forward, base, kind, setting)


def read_year_ago(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Year-ago, the year-earlier quarter: a year before the quarter told last, else before the day of writing."""
    unit = lexicon()["units"][found.parts["unit"].lower()]
    told = setting.quarter
    if unit == "Y" and told and days_of(told):
        return Reading("DATE", f"{int(told[:4]) - 1:04d}{told[4:]}", None, "narrative")
    if setting.anchor is None:
        return None
    return Reading("DATE", value_at(shift(setting.anchor, -1, unit), unit), None, "publication")


def read_same_day(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """The same day, the next day, the day before: counted from the day told last."""
    base, kind = setting.day_told()
    if base is None:
        return None
    move = (
        -1 if found.parts.get("before", "").endswith(("before", "earlier")) else 1 if "before" in found.parts else None
    )
    if move is None:
        move = step(found.parts["which"]) or 0
    if _is_unknown(move, kind, outlook):
        return Reading("DATE", UNKNOWN_DAY)
    if (coarse := _too_coarse(setting, "D", kind)) is not None:
        return Reading("DATE", _open(coarse, "D"), None, kind)
    return Reading("DATE", (base + timedelta(move)).isoformat(), None, kind)


def read_coming(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """In the coming days, in recent weeks: a direction and no date."""
    past = found.parts["which"].lower().split()[0] in {"recent", "past", "last"}
    return Reading("DATE", "PAST_REF" if past else "FUTURE_REF")


def read_vague(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Now, recently, soon; "soon" in a story of the past says only that little time passed."""
    word = " ".join(found.parts["vague"].lower().split())
    if word == "soon" and outlook not in {FUTURE, PRESENT}:
        return None
    if word in TOLD_IN_HISTORIES and not setting.history:
        return None
    return Reading("DATE", lexicon()["vague"][word])


def read_ago_vague(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Years ago, weeks later; "hours later" is a length, for the day may have turned since."""
    unit = lexicon()["units"][found.parts["unit"].lower()]
    if unit not in COARSE and unit != "WE":
        return _clock_ago(None, unit)
    return Reading("DATE", "PAST_REF" if found.parts["where"].lower() in {"ago", "earlier"} else "FUTURE_REF")
