"""Agreement: which two sentences state one thing, and which only share a topic."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.compose.actors.gathering import merge_actors
from briefing.compose.comparison.agreement import agree
from briefing.compose.documents import Document
from briefing.compose.similarity import Weights
from briefing.compose.statements import statements

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]

ONE_THING = [
    ("The parliament of Alvania passed the water bill on Tuesday.", "Alvania's parliament passed the bill."),
    ("The ferry carried 218 people and is licensed for 260.", "The firm says that 218 people were on board."),
    (
        "The fire in the old dairy building was still burning on Saturday, and its cause is under study.",
        "Officers have yet to find the cause of the fire in the old dairy building.",
    ),
]
TWO_THINGS = [
    ("How long will the bridge over the Korda stay closed?", "The bridge over the Korda was closed on Tuesday."),
    ("Last updated at 11:24, bridge over the Korda, Stanberg.", "The bridge over the Korda was closed at 11:24."),
    ("Norvik Steel fell by 4 percent in Stanberg.", "Halden Power fell by 4 percent in Stanberg."),
    (
        "She was the biggest selling artist, with 8.3 million sales.",
        "She was the biggest artist, with 4.3 million sales.",
    ),
    ("Radek Orlan expressed outrage over the sentence.", "Radek Orlan did not express outrage over the sentence."),
    (
        "The league asked Radek Orlan to refute what is said of the $700 billion rescue of the banks.",
        "Bad figures rattled investors while parliament debated a $700 billion rescue of the banks.",
    ),
]


def agreed(document: Annotate, one: str, other: str) -> bool:
    found = [document(text, id=id, publisher=id) for id, text in (("a", one), ("b", other))]
    first, second = statements(found, merge_actors(found))
    return agree(first, second, Weights([first, second]).similarity(first, second))


@pytest.mark.parametrize(("one", "other"), ONE_THING)
def test_one_thing_told_twice(document: Annotate, one: str, other: str) -> None:
    assert agreed(document, one, other)


@pytest.mark.parametrize(("one", "other"), TWO_THINGS)
def test_two_things_of_one_topic(document: Annotate, one: str, other: str) -> None:
    assert not agreed(document, one, other)


@pytest.mark.parametrize(("one", "other"), [*ONE_THING, *TWO_THINGS])
def test_the_order_of_the_two_changes_nothing(document: Annotate, one: str, other: str) -> None:
    assert agreed(document, one, other) == agreed(document, other, one)
