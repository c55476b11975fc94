"""Grounds: why two statements were taken for one matter, and in what they differ, as a sentence for the reader."""

from __future__ import annotations

from datetime import date

from briefing.compose.comparison.frames import Cast
from briefing.compose.comparison.sides import Contrast
from briefing.compose.similarity import Weights
from briefing.compose.statements import Statement
from briefing.compose.unknowns import MONTHS

MOST = 4
"""Shared words that a reason names, the weightiest first."""
MATTER = {"comment": "One matter", "office": "One person", "speaker": "One matter"}
ASPECT = {
    "number": "the number",
    "time": "the time",
    "place": "the place",
    "comment": "whether there was an answer",
    "yes-no": "whether it is so",
    "speaker": "who it was",
    "office": "the office",
}


class Grounds:
    """Says why, with the names of a story's actors."""

    def __init__(self, weights: Weights, cast: Cast) -> None:
        self._weights = weights
        self._cast = cast

    def reason(self, contrast: Contrast) -> str:
        """What both statements have, and the two values that differ."""
        one, other = contrast.one, contrast.other
        matter = MATTER.get(contrast.rule, "One event")
        words = self._shared(one.statement, other.statement)
        days = " and ".join(_plain(day) for day in sorted(one.statement.days & other.statement.days) if len(day) == 10)
        told = f"{matter}: both have {words}" if words else matter
        told += f" and speak of {days}" if days else ""
        return f"{told}. They differ in {ASPECT[contrast.rule]}: “{one.named}” / “{other.named}”."

    def _shared(self, one: Statement, other: Statement) -> str:
        common = sorted(one.features & other.features, key=lambda word: (-self._weights.mass([word]), word))
        named = [self._cast.name(word[1:]) if word.startswith("@") else word for word in common[:MOST]]
        return ", ".join(f"“{word}”" for word in named)


def _plain(day: str) -> str:
    found = date.fromisoformat(day)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"
