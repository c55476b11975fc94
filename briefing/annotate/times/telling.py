"""Whether a text reports news or tells a history, in which a date without a year goes on from the last one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.annotate.times.grammar import Found

YEARS = 6
"""Years far from the day of writing that a history names at least: all of 11 war histories do."""
FAR = 2
"""Years between the day of writing and a year that is history."""
NEWS = 10
"""A history names this many times as many far years as days of the week and the like."""
DEICTIC = {"weekday", "today", "relative-month", "this-daypart"}
COUNTED = ("last", "next", "this")
"""First words of a time counted from the day of writing, which a history without such a day does not know."""
OPENING = {"month-day", "day-month", "month-year"}


def is_history(found: Sequence[Found], written: date | None) -> bool:
    """Whether a whole text is a history: many years far from the day of writing, few words such as "Monday"."""
    if written is None and any(_is_of_writing(one) for one in found):
        return False
    far = sum(1 for one in found for year in _years(one) if written is None or abs(year - written.year) >= FAR)
    deictic = sum(one.name in DEICTIC for one in found)
    return far >= YEARS and far > NEWS * deictic


def opens_background(found: Sequence[Found], written: date | None) -> bool:
    """Whether a paragraph of a report tells a history: its first date is a full one, at least a year back."""
    if not found or written is None or found[0].name not in OPENING:
        return False
    years = _years(found[0])
    return bool(years) and written.year - years[0] >= 1 and not any(one.name in DEICTIC for one in found)


def _is_of_writing(one: Found) -> bool:
    """Whether an expression is counted from the day of writing: "yesterday", "late last month"."""
    return one.name in DEICTIC or (
        one.name == "relative-unit" and one.parts.get("which", "").lower().startswith(COUNTED)
    )


def _years(one: Found) -> list[int]:
    stated = [one.parts[name] for name in ("year", "year2") if name in one.parts]
    return [int(year) for year in stated if len(year) == 4]
