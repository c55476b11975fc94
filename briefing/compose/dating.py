"""The day of a statement, as the chronology would give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.annotate import layers
from briefing.compose.readable import in_passing
from briefing.compose.statements import Statement
from briefing.model import When

PAST = 14
"""Days before the cut-off from which on a date is background."""


def when_of(statement: Statement) -> When:
    """The day of the event that the statement tells, ``value`` None where the source leaves it open."""
    inside = [
        event
        for event in layers.events(statement.document.doc)
        if statement.span.start <= event.trigger.start < statement.span.end
    ]
    main = [event for event in inside if not in_passing(event.trigger[0], statement.span)]
    dated = [event for event in main or inside if event.value is not None and not _vague(event, statement)]
    if not dated or (statement.doubt and statement.doubt.kind == "conditional"):
        return When(None, basis="none")
    event = min(dated, key=lambda event: (event.basis == "lead", _depth(event), event.trigger.start))
    words = {time.id: time.span.text for time in layers.timexes(statement.document.doc)}
    text = words.get(event.timex or "", "") if event.basis in {"relative", "inferred"} else ""
    return When(event.value, event.end_value, " ".join(text.split()), event.basis, event.bound)


def spanning(when: When, others: Sequence[When]) -> When:
    """One date for several points told together: from the first day to the last, if all are days."""
    days = sorted({one.value for one in (when, *others) if one.value and len(one.value) == 10})
    if not when.value or len(when.value) != 10 or len(days) < 2:
        return when
    return replace(when, value=days[0], end=days[-1], text="")


def _vague(event: layers.EventMention, statement: Statement) -> bool:
    """True for the day of the report read into "has accused": past the lead a perfect tells of no day."""
    perfect = any(
        child.lower_ in {"has", "have", "'s", "’s"} for child in event.trigger[0].children if child.dep_ == "aux"
    )
    return event.basis == "lead" and (event.status == "expected" or (perfect and statement.number > 0))


def _depth(event: layers.EventMention) -> int:
    """How far the event is from the main verb of its sentence."""
    return sum(1 for _ in event.trigger[0].ancestors)
