"""Values of quarters, fiscal years, seasons, feast days, decades and centuries."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.annotate.times.calendar_values import SEASON_MONTHS, add_months, easter, nth_weekday, shift, value_at
from briefing.annotate.times.dates import full_year, step
from briefing.annotate.times.grammar import Found, lexicon
from briefing.annotate.times.setting import FUTURE, PAST, Reading, Setting, month_number, ordinal


def read_quarter(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """First quarter, second half; the year by what is said, else the latest that began before the publication."""
    place = ordinal(
        found.parts.get("ordinal", "") or found.parts.get("number", "") or found.parts.get("halfnumber", "")
    )
    half = found.parts.get("piece", "").lower() == "half" or "halfnumber" in found.parts
    count = 2 if half else 4
    place = {-1: count, None: 1}.get(place, place)
    if place is None or place > count:
        return None
    year, anchor = _year_of_quarter(found, setting, outlook, (place - 1) * 12 // count + 1)
    if year is None:
        return None
    return Reading("DATE", f"{year:04d}-{'H' if half else 'Q'}{place}", None, anchor, anchor != "stated")


def _year_of_quarter(found: Found, setting: Setting, outlook: str, month: int) -> tuple[int | None, str]:
    if stated := found.parts.get("year") or found.parts.get("year0"):
        return int(stated), "stated"
    base = setting.base
    if base is None:
        return None, "publication"
    if which := found.parts.get("which") or found.parts.get("ofyear"):
        return base.year + (step(which.split()[0]) or 0), setting.kind
    if outlook == FUTURE:
        # What a company "expects to report" is the quarter that has just ended.
        return base.year + (1 if base.month > month + 4 else 0), setting.kind
    # Companies report a quarter in the month after it: January speaks of the fourth quarter of the year before.
    return base.year - (1 if month > base.month + 2 else 0), setting.kind


def read_month_quarter(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """The January-March quarter, the April-September period: the latest, or the next where its clause looks ahead."""
    first, last = (month_number(found.parts[name]) for name in ("month", "until"))
    if first > last:
        return None
    year, kind = _year_of_quarter(found, setting, outlook, first)
    if year is None:
        return None
    inferred = kind != "stated"
    if last - first == 2 and first % 3 == 1:
        return Reading("DATE", f"{year:04d}-Q{last // 3}", None, kind, inferred)
    return Reading("DATE", f"{year:04d}-{first:02d}", f"{year:04d}-{last:02d}", kind, inferred)


def read_year_short(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """In '98."""
    return Reading("DATE", full_year(found.parts["short"]))


def read_that_quarter(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """The quarter, the year-ago period: the quarter told last, or a year before it; "the same period last year"."""
    told = setting.quarter
    if told is None:
        if setting.anchor is None or setting.narrative:
            return None
        if "back" in found.parts:
            looks_back = {"ofyear", "ago"} & set(found.parts)
            return Reading("DATE", f"{setting.anchor.year - 1:04d}", None, "publication") if looks_back else None
        told = value_at(shift(setting.anchor, -1, "Q"), "Q")
    words = " ".join(found.parts.values()).lower()
    back = 1 if any(word in words for word in ("ago", "earlier", "last", "corresponding", "comparable")) else 0
    return Reading("DATE", f"{int(told[:4]) - back:04d}{told[4:]}", None, "narrative")


def read_fiscal_year(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """Fiscal 2025, the fiscal year."""
    if "year" in found.parts:
        return Reading("DATE", found.parts["year"])
    if "short" in found.parts:
        return Reading("DATE", full_year(found.parts["short"]))
    if setting.base is None or not found.parts.get("which", ""):
        return None
    return Reading("DATE", f"{setting.base.year:04d}", None, setting.kind)


def read_season(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """A season; winter is named after the year it starts in."""
    code = lexicon()["seasons"][found.parts["season"].lower()]
    if "year" in found.parts:
        return Reading("DATE", f"{found.parts['year']}-{code}")
    which = found.parts.get("which", "").lower()
    move = step(which) if which else None
    base = setting.told()[0] if which == "that" else setting.base
    if base is None:
        return None
    year = base.year
    if setting.kind == "publication" or move is not None:
        year = _year_of_season(SEASON_MONTHS[code], base, move, outlook)
    if "ofyear" in found.parts:
        year = base.year + (step(found.parts["ofyear"]) or 0)
    return Reading("DATE", f"{year:04d}-{code}", None, setting.kind, True)


def _year_of_season(month: int, base: date, move: int | None, outlook: str) -> int:
    ended = base.year if add_months(date(base.year, month, 1), 3) <= base else base.year - 1
    if move == -1:
        return ended
    if move == 1 or (move is None and outlook == FUTURE):
        return base.year if date(base.year, month, 1) > base else base.year + 1
    if move == 0:
        return base.year - (1 if month == 12 and base.month <= 3 else 0)
    return base.year if date(base.year, month, 1) <= base else base.year - 1


def read_holiday(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """A feast day; without a year like a day of a month."""
    rule = lexicon()["holidays"][found.parts["holiday"].lower().replace("’", "'").replace("\n", " ")]
    if "year" in found.parts:
        return Reading("DATE", holiday(rule, int(found.parts["year"])).isoformat())
    base = setting.base
    if base is None:
        return None
    days = [holiday(rule, base.year + move) for move in (-1, 0, 1)]
    move = step(found.parts["which"]) if "which" in found.parts else None
    if move == 1 or (move is None and outlook == FUTURE):
        chosen = next(day for day in days if day >= base)
    elif move == -1 or (move is None and outlook == PAST):
        chosen = next(day for day in reversed(days) if day <= base)
    else:
        chosen = min(days, key=lambda day: (abs((day - base).days), day))
    return Reading("DATE", chosen.isoformat(), None, setting.kind, True)


def holiday(rule: list[int], year: int) -> date:
    """The day of a feast in a year, by its rule in the lexicon."""
    if len(rule) == 1:
        return easter(year) + timedelta(rule[0])
    return date(year, *rule) if len(rule) == 2 else nth_weekday(year, *rule)


def read_decade(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """The 1990s, the '90s, the nineties."""
    if "decade" in found.parts:
        return Reading("DATE", found.parts["decade"][:3])
    names = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
    tens = int(found.parts["short"][0]) if "short" in found.parts else names.index(found.parts["name"].lower()) + 2
    base = setting.base
    centuries = (base.year // 100, base.year // 100 - 1) if base else (19,)
    return Reading(
        "DATE",
        next(f"{century}{tens}" for century in (*centuries, 19) if not base or century * 10 + tens <= base.year // 10),
    )


def read_century(found: Found, setting: Setting, outlook: str) -> Reading | None:
    """The 17th century: 16."""
    place = ordinal(found.parts["ordinal"])
    if place is None or not 1 <= place <= 21:
        return None
    return Reading("DATE", f"{place - 1:02d}") if "era" not in found.parts else Reading("DATE", f"BC{place - 1:02d}")
