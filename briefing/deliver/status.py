"""How deliveries stand, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from briefing.archive import Change, Delivery, State

FIELDS = (
    "id",
    "brief",
    "revision",
    "address",
    "recipient",
    "state",
    "attempts",
    "due",
    "reply",
    "message_id",
    "created",
    "changed",
)
"""What programs are told of a delivery, in this order."""


def to_json(deliveries: Sequence[Delivery], problem: str = "") -> str:
    """One JSON object: ``complete``, ``problem``, a count of every state, and the deliveries."""
    counts = {state.value: sum(one.state is state for one in deliveries) for state in State}
    complete = not problem and counts["sent"] == len(deliveries)
    rows = [{name: asdict(one)[name] for name in FIELDS} for one in deliveries]
    whole = {"complete": complete, "problem": problem, "counts": counts, "deliveries": rows}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def table_lines(deliveries: Sequence[Delivery]) -> list[str]:
    """A heading and a line a delivery, in columns; the last column is as long as it needs."""
    heading = ("id", "state", "brief", "rev", "recipient", "changed", "answer")
    rows = [
        (str(one.id), one.state.value, one.brief, str(one.revision), one.address, one.changed[:16], one.reply)
        for one in deliveries
    ]
    widths = [max(len(row[column]) for row in [heading, *rows]) for column in range(len(heading) - 1)]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in [heading, *rows]
    ]


def history_lines(changes: Sequence[Change]) -> list[str]:
    """A line for every change of one delivery, oldest first."""
    return [f"{change.at}  {change.state.value:<8}  {change.note}".rstrip() for change in changes]


def summary_line(deliveries: Sequence[Delivery]) -> str:
    """``37 sent, 2 deferred, 1 unknown``."""
    counts = [(sum(one.state is state for one in deliveries), state.value) for state in State]
    order = sorted((pair for pair in counts if pair[0]), key=lambda pair: (pair[1] != "sent", pair[1]))
    return ", ".join(f"{number} {name}" for number, name in order) or "no deliveries"
