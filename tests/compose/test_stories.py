"""Articles of one event together, of one topic apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.compose.documents import Document
from briefing.compose.stories.grouping import group_stories, year_told
from briefing.compose.stories.linkage import linked

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]

FIRE = [
    "A fire destroyed the town hall of Aldenburg on Monday night. Firefighters needed six hours. Nobody was hurt.",
    "The town hall of Aldenburg burnt down in the night. The mayor said that the fire began in the archive.",
    "Aldenburg lost its town hall to a fire on Monday. The archive could not be saved, firefighters said.",
]
FERRY = [
    "The ferry Estrella ran aground off Costa Verana in a storm. Lifeboats brought 214 passengers to Puerto Alba.",
    "Passengers of the Estrella were brought ashore by lifeboats after the ferry struck a sandbank off Costa Verana.",
]


def groups(documents: Sequence[Document]) -> set[frozenset[str]]:
    return {frozenset(document.article.id for document in group) for group in group_stories(documents)}


@pytest.fixture(scope="module")
def two_events(document: Annotate) -> list[Document]:
    return [document(text, id=f"d{number}") for number, text in enumerate([*FIRE, *FERRY])]


def test_two_events_are_two_stories(two_events: list[Document]) -> None:
    assert groups(two_events) == {frozenset({"d0", "d1", "d2"}), frozenset({"d3", "d4"})}


def test_an_article_that_fits_nowhere_stands_alone(document: Annotate, two_events: list[Document]) -> None:
    alone = document("Pear prices rose for the third year, the farmers' union of Montalia said.", id="pears")
    assert frozenset({"pears"}) in groups([*two_events, alone])


def test_two_arrests_of_one_person_months_apart_are_two_stories(document: Annotate) -> None:
    first = "Police in Stanberg arrested the singer Jonas Reyle after a car chase through the old town, officers said."
    second = "Police in Aldenburg arrested the singer Jonas Reyle in a hotel after a fight with a cook, officers said."
    pair = [
        document(first, id="a", published="2025-03-02T08:00:00+00:00"),
        document(second, id="b", published="2025-10-14T08:00:00+00:00"),
    ]
    assert len(groups(pair)) == 2


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_order_of_the_input_changes_nothing(two_events: list[Document], data: st.DataObject) -> None:
    assert group_stories(data.draw(st.permutations(two_events))) == group_stories(two_events)


def test_no_article_makes_no_story() -> None:
    assert group_stories([]) == ()


def alike(groups: int, size: int, inside: float, between: float) -> dict[int, dict[int, float]]:
    """Similarities of articles in equal groups."""
    count = groups * size
    return {
        one: {other: inside if one // size == other // size else between for other in range(count) if other != one}
        for one in range(count)
    }


def test_two_settled_groups_that_share_a_topic_stay_apart() -> None:
    assert linked(alike(2, 5, 0.4, 0.15)) == (tuple(range(5)), tuple(range(5, 10)))


def test_two_settled_groups_that_are_as_alike_as_their_members_are_joined() -> None:
    assert linked(alike(2, 5, 0.2, 0.15)) == (tuple(range(10)),)


def test_what_shares_next_to_nothing_stays_apart() -> None:
    assert linked(alike(3, 1, 0.0, 0.05)) == ((0,), (1,), (2,))


TWO_YEARS = {0: 2008, 1: 2008, 5: 2013, 6: 2013}


def test_two_settled_groups_of_different_years_stay_apart() -> None:
    assert linked(alike(2, 5, 0.2, 0.15), TWO_YEARS) == (tuple(range(5)), tuple(range(5, 10)))


@pytest.mark.parametrize(
    "years",
    [TWO_YEARS | {2: 2013}, {0: 2008, 5: 2013, 6: 2013}],
    ids=["a year in common", "one article that names a year"],
)
def test_a_year_that_does_not_speak_for_its_group_parts_nothing(years: dict[int, int]) -> None:
    assert linked(alike(2, 5, 0.2, 0.15), years) == (tuple(range(10)),)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The mine of Aldenburg closed in 2006. It was opened again in March 2013, its owner said.", 2013),
        ("The mine of Aldenburg was opened again on Monday. It has 2013 workers.", None),
    ],
)
def test_an_article_tells_of_the_latest_year_it_names(document: Annotate, text: str, year: int | None) -> None:
    assert year_told(document(text)) == year
