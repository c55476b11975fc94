"""Numbers: their value, how exactly they are meant, and when two of them contradict."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.compose.actors.gathering import merge_actors
from briefing.compose.comparison.amounts import Amount, amounts, contradict
from briefing.compose.documents import Document
from briefing.compose.statements import statements

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]


def counted(document: Annotate, text: str) -> list[Amount]:
    found = document(text)
    return [amount for one in statements([found], merge_actors([found])) for amount in amounts(one)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "respect"),
    [
        ("Thirty-four people were injured.", 34, "person", "injured"),
        ("The fire killed 12 passengers.", 12, "person", "killed"),
        ("About 9,000 hectares were at risk.", 9000, "hectare", "affected"),
        ("The ferry carried 218 people.", 218, "person", "aboard"),
        ("Alvania will pay 3.5 million euros.", 3500000, "euro", "pay"),
        ("Some 2.4 million people fled the flood.", 2400000, "person", "displaced"),
        ("Norvik will buy Halden for $1.8bn.", 1.8e9, "dollar", "buy"),
        ("Fares rose by 7.2 per cent.", 7.2, "percent", "rise"),
        ("The bank cut its rate by a quarter of a percentage point.", 0.25, "point", "cut"),
        ("An earthquake of magnitude 6.1 shook the islands.", 6.1, "magnitude", "shake"),
        ("The mayor was sentenced to two weeks in prison.", 14, "day", "sentenced"),
        ("Nobody was hurt.", 0, "person", "injured"),
        ("Dozens of people were hurt.", 24, "person", "injured"),
        ("The Greens won 31 of their seats.", 31, "seat", "win"),
    ],
)
def test_what_is_counted_and_in_what_respect(
    document: Annotate, text: str, value: float, unit: str, respect: str
) -> None:
    (found,) = counted(document, text)
    assert (found.value, found.unit, found.respect) == (value, unit, respect)


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed in March 2009.",
        "The engineer has led the dam for 10 years.",
        "The journey takes five hours.",
        "Between 40 and 80 people were injured.",
        "Chapter 7 of the treaty says nothing.",
        "The bank has led the town for two weeks.",
        "The fire at the mill (one a woman) was put out.",
    ],
)
def test_dates_spans_of_time_ranges_and_numbered_things_are_not_compared(document: Annotate, text: str) -> None:
    assert counted(document, text) == []


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("12 people died.", "14 people died.", True),
        ("At least 31 people died.", "34 people died.", False),
        ("At least 31 people died.", "At least 40 people died.", True),
        ("About 30 people died.", "31 people died.", False),
        ("9,000 people fled.", "8,973 people fled.", False),
        ("More than 200 people fled.", "214 people fled.", False),
        ("Fewer than 200 people fled.", "214 people fled.", True),
        ("Nearly 50 people fled.", "70 people fled.", True),
        ("Several hundred people fled.", "400 people fled.", False),
        ("Dozens of people fled.", "300 people fled.", True),
        ("The town is 5 miles away.", "The town is 8 kilometres away.", False),
        ("Fares rose by 7.2 percent.", "Fares rose by 7 percent.", False),
        ("Fares rose by 7.2 percent.", "Fares rose by 8.1 percent.", True),
    ],
)
def test_rounding_and_bounds_are_respected(document: Annotate, one: str, other: str, differ: bool) -> None:
    (first,), (second,) = counted(document, one), counted(document, other)
    assert contradict(first, second) is differ
    assert contradict(second, first) is differ
