"""Publication times as pages write them, read to ISO 8601; a date that contradicts itself is refused.

Understood: ``Friday 14 June 2024 07:43 EDT``, ``June 14, 2024 at 7:43 a.m. ET``, ``2024-06-14T07:43:00Z``,
``14/06/2024`` (only where day and month cannot be mistaken), ``14.06.2024``, ``14 juin 2024``, ``2024年6月14日``,
time before or after the date, zones by name or offset. Precision is kept: no hour is made up, no zone assumed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

LONGEST = 500
"""Characters of a line that is searched for dates."""
YEAR = re.compile("(?:19|20)[0-9]{2}")
"""What every full date has; the search for one costs a hundred times as much."""


class Stamp(NamedTuple):
    """A date found in a line."""

    value: str | None
    """ISO 8601, None where the words contradict each other or leave the day open."""
    text: str
    """The words it was read from."""
    start: int
    end: int
    warning: str | None = None
    """``bad-date`` where the weekday, the day or the month cannot be."""


@cache
def _words() -> dict[str, Any]:
    """The word lists."""
    return tomllib.loads(files("briefing.ingest").joinpath("lexicons/dates.toml").read_text("utf-8"))


@cache
def _numbers(kind: str) -> dict[str, int]:
    """Word to number of its month (from 1) or weekday (Monday is 0)."""
    first = 1 if kind == "months" else 0
    return {word: number for number, words in enumerate(_words()[kind], first) for word in words.split()}


@cache
def _pattern() -> re.Pattern[str]:
    """A date with its weekday, time and zone."""
    months = "|".join(sorted(map(re.escape, _numbers("months")), key=lambda word: (-len(word), word)))
    days = "|".join(sorted(map(re.escape, _numbers("weekdays")), key=lambda word: (-len(word), word)))
    zones = "|".join(sorted([*_words()["zones"], *_words()["seasonal"]], key=lambda word: (-len(word), word)))
    weekday = rf"(?:(?P<weekday{{0}}>{days})\.?,?\ (?:the\ )?)?"
    clock = r"""(?=\d{{1,2}}(?:\ ?[:.h]\ ?\d\d|\ ?[ap]\.?\ ?m(?:\b|(?=(?-i:[A-Z][a-z])))|\ ?(?:uhr|h)\b))
        (?P<hour{0}>[01]?\d|2[0-3])
        (?:(?:[:.h]|\ ?:\ ?)(?P<minute{0}>[0-5]\d)(?:[:.](?P<second{0}>[0-5]\d)(?:\.\d{{1,9}})?)?)?
        (?:\ ?(?P<half{0}>[ap])\.?\ ?m(?:\b|(?=(?-i:[A-Z][a-z])))\.?)?(?:\ ?(?:hrs|hours|uhr|h)\b\.?)?"""
    offset = r"(?:gmt|utc)?\ ?[+-](?:0?\d|1[0-4])(?::?[0-5]\d)?(?!\d)"
    zone = rf"(?:\ ?\(?(?P<zone{{0}}>{offset}|(?:{zones})\b(?!\ ?[+-]\d))\)?)?"
    gap = r"(?:\ ?[,|•·/–—-]?\ ?(?:at|@|um|à|a\ las|on|kl\.?|pukul|time:?)?\ ?)"
    year = r"(?P<year{0}>(?:19|20)\d\d)"
    day = r"(?P<day{0}>[12]\d|3[01]|0?[1-9])"
    forms = (
        rf"{year}-(?P<month{{0}}>0[1-9]|1[0-2])-(?P<day{{0}}>0[1-9]|[12]\d|3[01])",
        rf"{year}/(?P<month{{0}}>0?[1-9]|1[0-2])/(?P<day{{0}}>[12]\d|3[01]|0?[1-9])",
        rf"{year}年\ ?(?P<month{{0}}>1[0-2]|0?[1-9])月\ ?(?P<day{{0}}>[12]\d|3[01]|0?[1-9])日",
        rf"{day}(?:st|nd|rd|th|er|º|°|\.)?(?:\ of|\ de|-)?\ ?(?P<name{{0}}>{months})\b\.?,?(?:\ de|\ del|-)?\ ?{year}",
        rf"(?P<name{{0}}>{months})\b\.?\ ?{day}(?:st|nd|rd|th)?[,.]?\ ?{year}",
        r"(?P<day{0}>[12]\d|3[01]|0?[1-9])\.(?P<month{0}>0?[1-9]|1[0-2])\." + year,
        r"(?P<one{0}>[12]\d|3[01]|0?[1-9])(?P<mark{0}>[/-])(?P<two{0}>[12]\d|3[01]|0?[1-9])(?P=mark{0})" + year,
    )
    opening = r"(?:(?<![\w/.-])|(?<=[/.-]\d\d\d\d)(?=(?-i:[A-Z][a-z]{{2}})))"
    border = r"(?:(?=\d{{1,2}}\ [A-Z][a-z]{{2}})|(?=(?-i:[A-Z][a-z]{{3}}))|(?![\w/]|-\d))"
    before = clock.replace("{0}", "{0}b") + zone.replace("{0}", "{0}b") + r"(?:,|\ on|\ [-–—|•·])?\ "
    after = rf"(?:T|{gap})" + clock + zone
    behind = rf"(?(hour{{0}}b)\ \(?(?P<zone{{0}}t>(?:{zones}))\b\)?)"
    parts = [
        (rf"{opening}(?:{before})?{weekday}{form}(?:{after}|{behind})?{border}")
        .replace("{0}", f"_{n}")
        .replace("{{", "{")
        .replace("}}", "}")
        for n, form in enumerate(forms)
    ]
    return re.compile("|".join(parts), re.VERBOSE | re.IGNORECASE)


def find_dates(text: str) -> tuple[Stamp, ...]:
    """Every full date in ``text``, in order; none in a text too long to be a line of a masthead."""
    return _dates(text) if len(text) <= LONGEST and YEAR.search(text) else ()


@lru_cache(maxsize=1024)
def _dates(text: str) -> tuple[Stamp, ...]:
    """The same for a line that may hold one; a masthead asks for each of its lines several times."""
    return tuple(_stamp(match) for match in _pattern().finditer(text))


def read_date(text: str) -> Stamp | None:
    """The first full date in ``text``, a stated "published" before an "updated"; None if there is none.

    One that leaves the day open (01/08/2025) gives way to one that states it.
    """
    found = find_dates(text)
    for stamp in found:
        lead = text[max(0, stamp.start - 24) : stamp.start].lower()
        if re.search(r"publi|posted|issued|released", lead):
            return _to_the_minute(stamp, found)
    plain = next((stamp for stamp in found if stamp.value or stamp.warning), None) or next(iter(found), None)
    return _to_the_minute(plain, found) if plain else None


def _to_the_minute(stamp: Stamp, found: Sequence[Stamp]) -> Stamp:
    """The same day as ``stamp`` with its hour, where the line gives it twice ("May 2, 2024 | 2024-05-02T14:00Z")."""
    if stamp.value is None or "T" in stamp.value:
        return stamp
    return next((one for one in found if one.value and one.value.startswith(f"{stamp.value}T")), stamp)


def rest_of(text: str, stamps: Sequence[Stamp]) -> str:
    """``text`` without its dates and without the words that commonly stand round one."""
    for stamp in reversed(stamps):
        text = text[: stamp.start] + " | " + text[stamp.end :]
    known = (
        set(_words()["before"].split()) | set(_words()["zones"]) | set(_words()["seasonal"]) | set(_numbers("weekdays"))
    )
    kept = [word for word in text.split() if word.strip("()[]|•·,.:;/–—-").lower() not in known | {""}]
    return " ".join(kept)


def _stamp(match: re.Match[str]) -> Stamp:
    """The date of a match, checked."""
    form = next(n for n in range(7) if match[f"year_{n}"])
    part = {
        key.rsplit("_", 1)[0]: value
        for key, value in match.groupdict().items()
        if key.rstrip("b").endswith(f"_{form}") and value
    }
    late = {
        key.rsplit("_", 1)[0]: value for key, value in match.groupdict().items() if key.endswith(f"_{form}b") and value
    }
    clock = {"zone": match[f"zone_{form}t"] or "", **(part if "hour" in part else late)}
    where = (match.group().strip(), *match.span())
    try:
        day = _day(part)
    except ValueError:
        return Stamp(None, *where, "bad-date")
    if day is None:
        return Stamp(None, *where)
    weekday = part.get("weekday", "").lower()
    if weekday and _numbers("weekdays")[weekday] != day.weekday():
        return Stamp(None, *where, "bad-date")
    return Stamp(_with_clock(day, clock), *where)


def _day(part: dict[str, str]) -> date | None:
    """The day, None if day and month could be exchanged; ``ValueError`` if there is no such day."""
    year = int(part["year"])
    if "one" in part:
        one, two = int(part["one"]), int(part["two"])
        if one > 12:
            return date(year, two, one)
        if two > 12:
            return date(year, one, two)
        if one == two:
            return date(year, one, two)
        return _by_weekday(year, one, two, part.get("weekday", "").lower())
    month = int(part["month"]) if "month" in part else _numbers("months")[part["name"].lower()]
    return date(year, month, int(part["day"]))


def _by_weekday(year: int, one: int, two: int, weekday: str) -> date | None:
    """The one reading of two that falls on the weekday given."""
    if not weekday:
        return None
    readings = [
        day for day in (date(year, one, two), date(year, two, one)) if day.weekday() == _numbers("weekdays")[weekday]
    ]
    return readings[0] if len(readings) == 1 else None


def _with_clock(day: date, part: dict[str, str]) -> str:
    """ISO 8601 for the day, with the time and offset that are known."""
    if "hour" not in part:
        return day.isoformat()
    hour, minute, second = (int(part.get(key, 0)) for key in ("hour", "minute", "second"))
    half = part.get("half", "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    moment = datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001 - the zone is added below, if known
    offset = zone_offset(part.get("zone", ""), moment)
    return (
        moment.isoformat() if offset is None else moment.replace(tzinfo=timezone(timedelta(minutes=offset))).isoformat()
    )


def zone_offset(zone: str, moment: datetime) -> int | None:
    """Minutes east of Greenwich of a zone as written ("EDT", "UTC+7", "+05:30", "ET"), None if unknown."""
    zone = zone.lower().replace(" ", "")
    if zone in _words()["zones"]:
        return int(_words()["zones"][zone])
    if zone in _words()["seasonal"]:
        standard, summer = _words()["seasonal"][zone]
        return int(summer if _american_summer(moment) else standard)
    match = re.fullmatch(r"(?:gmt|utc)?([+-])(\d{1,2})(?::?(\d\d))?", zone)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return -minutes if match[1] == "-" else minutes


def _american_summer(moment: datetime) -> bool:
    """Daylight saving time in the United States since 2007: second Sunday of March to first Sunday of November."""
    march, november = date(moment.year, 3, 8), date(moment.year, 11, 1)
    begin = march + timedelta(days=(6 - march.weekday()) % 7)
    end = november + timedelta(days=(6 - november.weekday()) % 7)
    return begin <= moment.date() < end
