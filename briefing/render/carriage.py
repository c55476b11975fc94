"""How well a point is carried, as dots and a word: both / one / 7 of 12 / differ."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model import Carriage
from briefing.wording.carriage import carriage_word

_DOTS = 3
"""Up to so many origins each has its own dot; more are a bar, which stays readable at 12 and at 40."""


class Carried(NamedTuple):
    """Corroboration as it is shown."""

    word: str
    """``both``, ``one``, ``all 3``, ``7 of 12``, ``differ``, ``one source``."""
    dots: tuple[bool, ...]
    """A dot an origin, true where it carries the point; empty where there is one origin or a bar."""
    share: int
    """Length of the bar in percent; 0 where there are dots."""
    differs: bool
    several: bool
    """At least two origins carry it."""
    names: str
    """The origins by name."""


def carried(carriage: Carriage) -> Carried:
    """A carriage as it is shown; never a likelihood, never an adjective."""
    count, total = len(carriage.origins), max(carriage.total, len(carriage.origins))
    word = carriage_word(carriage)
    dots = tuple(index < count for index in range(total)) if 1 < total <= _DOTS else ()
    share = 0 if total <= _DOTS else round(100 * count / total)
    return Carried(word, dots, share, word == "differ", count > 1, ", ".join(carriage.origins))
