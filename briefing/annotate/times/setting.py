"""What an expression is read against, and what reading it gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from briefing.annotate.times.calendar_values import days_of, grain, valid_day
from briefing.annotate.times.grammar import lexicon

PAST, PRESENT, FUTURE, OPEN = "past", "present", "future", ""
"""Outlook of the clause an expression stands in; ``OPEN`` where it has no finite verb."""

UNKNOWN_DAY = "XXXX-XX-XX"
BACK, ON = 2, 30
"""Years that a history may move back and on at once where no sentence opens with the year."""
NEAR, NEWS = 14, 31
"""Days within which a day without a year goes on from the one told last, and days before the writing that are news."""
GLANCES = {
    "year",
    "year-range",
    "year-range-start",
    "year-range-end",
    "decade",
    "century",
    "season-year",
    "relative-unit",
}


class Reading(NamedTuple):
    """TIMEX3 type and value of an expression."""

    type: str
    value: str
    end_value: str | None = None
    anchor: str = "stated"
    """What it was counted from: ``stated``, ``publication`` or ``narrative``."""
    year_inferred: bool = False


@dataclass(slots=True)
class Setting:
    """Where the reader of a text stands: changed by every expression read."""

    anchor: date | None
    """Day the text was written, None if it is not known."""
    narrative: bool = False
    """Dates without a year belong to the year told last, not to the year of writing."""
    history: bool = False
    """The whole text is a history: "today" and "ago" do not speak of the day of writing either."""
    reference: str | None = None
    """Latest calendar value read."""
    quarter: str | None = None
    """Latest quarter or half read."""
    day: str | None = None
    """Latest day read."""

    @property
    def base(self) -> date | None:
        """The day that an expression without a year is counted from."""
        if self.narrative and self.reference is not None:
            days = days_of(self.reference)
            return days.first if days else None
        return self.anchor

    @property
    def kind(self) -> str:
        """Name of ``base`` for the record."""
        return "narrative" if self.narrative and self.reference is not None else "publication"

    def told(self) -> tuple[date | None, str]:
        """The day told last with its name, or the day of writing where none was told yet."""
        days = days_of(self.reference) if self.reference else None
        return (days.first, "narrative") if days else (self.anchor, "publication")

    def day_told(self) -> tuple[date | None, str]:
        """The day that "the next day" follows: in news the day told last, whatever month or year was told since."""
        days = days_of(self.day) if self.day else None
        if self.narrative:
            return self.told()
        return (days.first, "narrative") if days else (self.anchor, "publication")

    def year_going_on(self, month: int, day: int) -> int | None:
        """The year of a day that goes on from one told just before: "On 26 February 2017 ... On 28 February".

        A day that may as well be news of the day of writing is left to that.
        """
        told = days_of(self.reference) if self.reference else None
        if told is None or self.anchor is None or grain(self.reference or "") not in {"day", "month"}:
            return None
        known = valid_day(told.first.year, month, day)
        if known is None or not 0 <= (known - told.first).days <= max(NEAR, (told.last - told.first).days):
            return None
        recent = valid_day(self.anchor.year, month, day)
        return None if recent is None or abs((self.anchor - recent).days) <= NEWS else known.year

    def has_left(self) -> bool:
        """Whether a month or year well before the writing was told last: "that night" is none of the days told."""
        told = days_of(self.reference) if self.reference else None
        return (
            told is not None
            and self.anchor is not None
            and grain(self.reference or "") in {"month", "quarter", "half", "season", "year", "decade", "century"}
            and (self.anchor - told.last).days > NEWS
        )

    def note(self, reading: Reading, rule: str, outlook: str, *, first: bool, aside: bool = False) -> None:
        """Remember a value that later expressions may be counted from.

        A glance a year back leaves a report where it is. In a history so does a glance at a far year, a plan or what is
        told aside, unless a sentence opens with it (``first``), and every look back at "the previous year".
        """
        if reading.type not in {"DATE", "TIME"} or days_of(reading.value) is None:
            return
        if rule in {"year-ago", "that-quarter"} or (rule == "ago" and grain(reading.value) in {"quarter", "half"}):
            return
        if self.history and not first and (aside or outlook == FUTURE or self._is_far(reading.value, rule)):
            return
        if self.history and self._looks_back(reading.value, rule):
            return
        self.reference = reading.value
        if grain(reading.value) in {"quarter", "half"}:
            self.quarter = reading.value
        elif grain(reading.value) == "day":
            self.day = reading.value

    def _looks_back(self, value: str, rule: str) -> bool:
        """Whether an expression counted from the year told last names an earlier one."""
        counted = rule in {"relative-unit", "ago", "month-of-year", "relative-month"}
        return counted and self.reference is not None and value[:4] < self.reference[:4]

    def _is_far(self, value: str, rule: str) -> bool:
        """Whether a year alone lies too far from the year told last to go on from, or says no more than it."""
        told = days_of(self.reference) if self.reference else None
        if told is None or rule not in GLANCES:
            return False
        on = int(value[:4].ljust(4, "0")) - told.first.year
        return not -BACK <= on <= ON or (on == 0 and len(value) == 4)


def number(words: str) -> float | None:
    """The number that digits or words say; None for "several" and its like."""
    words = words.lower().replace("-", " ").replace(",", "").replace("½", " 1/2").strip()
    half = 0.5 if words.endswith((" 1/2", "and a half")) else 0.0
    words = words.removesuffix("1/2").removesuffix("and a half").strip()
    if words.replace(".", "", 1).isdigit():
        return float(words) + half
    if words.startswith("half "):
        return 6.0 if words == "half a dozen" else 0.5
    values = [lexicon()["numbers"].get(word) for word in words.split() if word != "of"]
    if not values or None in values:
        return None
    return _sum(values) + half


def _sum(values: list[int]) -> float:
    """One hundred = 1 * 100, two dozen = 2 * 12, a couple = 2, twenty six = 26."""
    total = 0
    for value in values:
        total = max(total, 1) * value if value in {100, 12} and len(values) > 1 else total + value
    return float(total - 1 if values[0] == 1 and values[-1] == 2 and len(values) == 2 else total)


def ordinal(words: str) -> int | None:
    """The number of an ordinal ("17th", "third"); -1 for last and final."""
    lowered = words.lower()
    digits = lowered.rstrip("stndrh")
    return int(digits) if digits.isdigit() else lexicon()["ordinals"].get(lowered.replace(" ", "-"))


def month_number(words: str) -> int:
    """1 to 12 for the name of a month, abbreviated or not."""
    months: dict[str, int] = lexicon()["months"]
    return months[words.rstrip(".")]
