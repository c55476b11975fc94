"""How well a point is carried, as a word: never a likelihood, never an adjective."""

from __future__ import annotations

from briefing.model import Carriage


def carriage_word(carriage: Carriage) -> str:
    """``both``, ``one``, ``all 3``, ``7 of 12``, ``differ``, ``one source``."""
    count, total = len(carriage.origins), max(carriage.total, len(carriage.origins))
    if carriage.differs and total > 1:
        return "differ"
    if total <= 1:
        return "one source"
    if total == 2:
        return ("none", "one", "both")[count]
    if count == total:
        return f"all {total}"
    return "one" if count == 1 else f"{count} of {total}"


def carried_by(carriage: Carriage) -> str:
    """The same with its noun: ``sources differ``, ``one source``, ``both sources``, ``7 of 12 sources``."""
    word = carriage_word(carriage)
    return {"differ": "sources differ", "one": "one source", "one source": "one source"}.get(word, f"{word} sources")
