"""Whether a report tells what another article expected: a visit planned for next week and Tuesday's arrival.

The two become one entry of the chronology: the report is told, the expectation stays with it as evidence and reason.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.annotate.times.calendar_values import parse_day
from briefing.compose.timeline.deeds import kinds
from briefing.compose.timeline.happenings import Happening

VAGUE = re.compile(r"\b(?P<unit>hour|day|week|month|year)s\b|\bsoon\b", re.IGNORECASE)
HORIZON = {"hour": 2, "day": 14, "week": 45, "month": 200, "year": 800}
"""Days within which what comes "in the coming days", "weeks" ... has come."""
SOON = 45
"""The same for "soon" and for plans without any word of time."""
UNTIL = ("by ", "before ", "until ", "within ")
ALIKE = 0.25
"""Cosine of weighted words from which one shared actor is enough, if neither side names others beside it."""


def fulfils(plan: Happening, report: Happening, likeness: float) -> bool:
    """Whether ``report`` tells what ``plan`` expects: later, in time, of the same deed, by the same actors."""
    if plan.event.status != "expected" or report.event.status != "reported" or report.default:
        return False
    if plan.document is report.document or _is_negated(report) or not _in_time(plan, report):
        return False
    if not kinds(plan.event.trigger.root) & kinds(report.event.trigger.root):
        return False
    shared = plan.actors & report.actors
    if len(shared) >= 2:
        return True
    return bool(shared) and shared in (plan.actors, report.actors) and likeness >= ALIKE


def fulfilment_reason(plan: Happening, report: Happening) -> str:
    """Why the two are one event, a sentence."""
    uttered = (plan.document.doc._.document_date or "")[:10]
    words = f" “{plan.when.text}”" if plan.when.text else ""
    shared = len(plan.actors & report.actors)
    names = f"{shared} actor{'s' if shared != 1 else ''}"
    return f"Expected{words} on {uttered}, reported of {(report.when.value or '')[:10]} with {names} in common."


def _is_negated(one: Happening) -> bool:
    return any(child.dep_ == "neg" for child in one.event.trigger.root.children)


def _in_time(plan: Happening, report: Happening) -> bool:
    """Whether the day reported is one the plan meant, and not before it was uttered."""
    day, uttered = parse_day(report.when.value), parse_day(plan.document.doc._.document_date)
    written = parse_day(report.document.doc._.document_date)
    if day is None or len(report.when.value or "") < 10 or uttered is None or written is None:
        return False
    if day < uttered or written < uttered:
        return False
    value, text = plan.when.value, plan.when.text.lower()
    if value is None:
        return day <= uttered + timedelta(_horizon(text))
    if plan.when.end:
        return value <= day.isoformat()[: len(value)] and day.isoformat()[: len(plan.when.end)] <= plan.when.end
    if len(value) >= 10 and text.startswith(UNTIL):
        return day <= date.fromisoformat(value[:10])
    return day.isoformat().startswith(value[:10])


def _horizon(text: str) -> int:
    found = VAGUE.search(text)
    unit = found["unit"] if found is not None else None
    return HORIZON[unit.lower()] if unit else SOON
