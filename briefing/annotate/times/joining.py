"""Neighbouring expressions that say one time: "11:30 pm GMT on Thursday", "Friday 14 June 2024 07:43 EDT"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc

from briefing.annotate.times.amounts import with_day
from briefing.annotate.times.calendar_values import grain, value_at
from briefing.annotate.times.setting import UNKNOWN_DAY, Reading


class Piece(NamedTuple):
    """One expression with what was read in it."""

    start: int
    """Token offset."""
    end: int
    rule: str
    reading: Reading


BETWEEN = re.compile(r"(?:\s*,)?\s*(?:(?:on|at|of|in)\s+)?(?:the\s+)?$")
RANGE = re.compile(r"\s*(?:to|until|till|through|-|–|—)\s*(?:the\s+)?$", re.IGNORECASE)
APPOSED = re.compile(r"\s*,\s*(?:in|on)\s*$")
BETWEEN_AND = re.compile(r"\s*and\s*$", re.IGNORECASE)
DAYS = {"month-day", "day-month", "month-ordinal"}
CLOCKS = {"clock", "clock-24", "clock-plain", "oclock", "noon", "this-daypart", "daypart-of"}


def join(doc: Doc, pieces: list[Piece]) -> list[Piece]:
    """The expressions with those joined that say one time."""
    joined: list[Piece] = []
    for piece in pieces:
        made = _joined(doc, joined[-1], piece) if joined else None
        if made is None:
            if joined and _names_again(doc, joined[-1], piece):
                joined[-1] = joined[-1]._replace(reading=piece.reading)
            joined.append(piece)
        else:
            joined[-1] = made
    joined = [piece for piece in joined if piece.rule not in {"daypart-of", "week-of"}]
    return [_with_end(doc, one, two) for one, two in zip(joined, [*joined[1:], None], strict=False)]


def _with_end(doc: Doc, one: Piece, two: Piece | None) -> Piece:
    """The first of two dates that bound a stretch ("from 1994 to 2011", "between March and May") with its end."""
    if two is None or one.reading.end_value or two.start - one.end > 2 or two.start == one.end:
        return one
    kind = grain(one.reading.value)
    if kind is None or (kind, one.reading.type) != (grain(two.reading.value), two.reading.type):
        return one
    if one.reading.value[:10] >= two.reading.value[:10]:
        return one
    if two.start < one.end:
        # "31 May–1 June" without blanks: the tokeniser leaves "May–1" in one piece, which both hold.
        ranged = any(mark in doc[two.start].text for mark in "-–—")
        return one._replace(reading=one.reading._replace(end_value=two.reading.value)) if ranged else one
    gap = doc[one.end : two.start].text_with_ws
    between = one.start > 0 and doc[one.start - 1].lower_ == "between" and BETWEEN_AND.match(gap)
    if not between and not RANGE.match(gap):
        return one
    return one._replace(reading=one.reading._replace(end_value=two.reading.value))


def _joined(doc: Doc, one: Piece, two: Piece) -> Piece | None:
    gap = doc[one.end : two.start].text_with_ws if one.end < two.start else ""
    if two.start - one.end > 3 or not BETWEEN.match(gap) or one.reading.end_value:
        return None
    if one.rule == "week-of" and _is_day(two):
        week = value_at(date.fromisoformat(two.reading.value), "W")
        return _merge(one, two, two.reading._replace(value=week))
    if one.rule in CLOCKS and two.rule not in CLOCKS and _is_day(two):
        return _merge(one, two, _at_clock(one, two))
    if two.rule in CLOCKS and one.rule not in CLOCKS and _is_day(one):
        return _merge(one, two, _at_clock(two, one))
    if one.rule in {"weekday", "weekday-short"} and two.rule in DAYS and "on" not in gap:
        clock = one.reading.value.partition("T")[2]
        value = f"{two.reading.value}T{clock}" if clock else two.reading.value
        return _merge(one, two, two.reading._replace(value=value, type="TIME" if clock else "DATE"))
    counted = one.rule in {"relative-unit", "same-day"} and (_is_day(one) or one.reading.value == UNKNOWN_DAY)
    if counted and gap.strip() == "," and two.rule in DAYS:
        return _merge(one, two, two.reading)
    return None


def _at_clock(clock: Piece, day: Piece) -> Reading:
    """The hour of the one on the day of the other, which is as sure as that day."""
    value = with_day(clock.reading.value, day.reading.value)
    return Reading("TIME", value, None, day.reading.anchor, day.reading.year_inferred)


def _names_again(doc: Doc, one: Piece, two: Piece) -> bool:
    """Whether the second says in full what the first counts: "two years earlier, in 2017,"."""
    counted = one.rule == "ago" and one.reading.type == "DATE" and one.reading.anchor != "stated"
    return counted and two.reading.anchor == "stated" and bool(APPOSED.match(doc[one.end : two.start].text_with_ws))


def _is_day(piece: Piece) -> bool:
    return piece.reading.type == "DATE" and grain(piece.reading.value) == "day"


def _merge(one: Piece, two: Piece, reading: Reading) -> Piece:
    return Piece(one.start, two.end, f"{one.rule}+{two.rule}", reading)
