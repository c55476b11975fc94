"""How well a point is carried, in words."""

from __future__ import annotations

import pytest

from briefing.model import Carriage
from briefing.wording.carriage import carried_by


@pytest.mark.parametrize(
    ("carriage", "words"),
    [
        (Carriage(("A",), 1), "one source"),
        (Carriage(("A",), 2), "one source"),
        (Carriage(("A",), 12), "one source"),
        (Carriage(("A", "B"), 2), "both sources"),
        (Carriage(("A", "B", "C"), 3), "all 3 sources"),
        (Carriage(("A", "B"), 12), "2 of 12 sources"),
        (Carriage(("A", "B"), 2, differs=True), "sources differ"),
        (Carriage(("A",), 1, differs=True), "one source"),
    ],
)
def test_a_count_of_origins_with_its_noun(carriage: Carriage, words: str) -> None:
    assert carried_by(carriage) == words
