"""How well a point is carried, in dots and a word."""

from __future__ import annotations

import pytest

from briefing.model import Carriage
from briefing.render.carriage import carried


@pytest.mark.parametrize(
    ("count", "total", "word", "dots", "share"),
    [
        (1, 1, "one source", (), 0),
        (1, 2, "one", (True, False), 0),
        (2, 2, "both", (True, True), 0),
        (2, 3, "2 of 3", (True, True, False), 0),
        (3, 3, "all 3", (True, True, True), 0),
        (1, 12, "one", (), 8),
        (7, 12, "7 of 12", (), 58),
        (12, 12, "all 12", (), 100),
    ],
)
def test_a_count_of_origins(count: int, total: int, word: str, dots: tuple[bool, ...], share: int) -> None:
    found = carried(Carriage(tuple(f"Outlet {n}" for n in range(count)), total))
    assert (found.word, found.dots, found.share) == (word, dots, share)


def test_what_is_told_differently_says_so_and_not_how_many() -> None:
    found = carried(Carriage(("A", "B"), 2, differs=True))
    assert (found.word, found.differs) == ("differ", True)


def test_one_source_never_differs() -> None:
    assert carried(Carriage(("A",), 1, differs=True)).word == "one source"
