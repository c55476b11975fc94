"""Points: what is one, and what a reader has heard before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.compose.actors.gathering import merge_actors
from briefing.compose.documents import Document
from briefing.compose.points import adds_nothing, alike, is_held_in, repeats
from briefing.compose.similarity import Weights
from briefing.compose.statements import Statement, statements

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]


def pair_of(document: Annotate, one: str, other: str) -> tuple[Statement, Statement, Weights]:
    found = [document(text, id=id, publisher=id) for id, text in (("a", one), ("b", other))]
    first, second = statements(found, merge_actors(found))
    return first, second, Weights([first, second])


def test_two_reports_of_one_death_repeat_each_other_whatever_they_add(document: Annotate) -> None:
    one, other, weights = pair_of(
        document,
        "Helena Marek, whose stories of the orchards were read in every school of the valley, died at home on a farm.",
        "Helena Marek has died peacefully in her sleep, the publisher of her stories told the wireless.",
    )
    assert repeats(one, other, weights)


def test_two_deeds_of_one_person_do_not_repeat_each_other(document: Annotate) -> None:
    one, other, weights = pair_of(
        document,
        "Helena Marek opened the new dam at Aldenburg on Tuesday.",
        "Helena Marek dismissed the head of the river commission after a quarrel over water.",
    )
    assert not repeats(one, other, weights)


def test_a_second_case_is_not_the_first_one(document: Annotate) -> None:
    one, other, weights = pair_of(
        document,
        "An aftershock shook the island of Karos on Tuesday and damaged houses in Lindra.",
        "A second aftershock shook the island of Karos on Tuesday and damaged houses in Lindra.",
    )
    assert alike(one, other, weights) == 0


def test_two_reports_of_one_death_are_one_point(document: Annotate) -> None:
    one, other, weights = pair_of(
        document,
        "Helena Marek, whose stories of the orchards were read in every school of the valley, died at home on a farm.",
        "Helena Marek has died peacefully in her sleep, the publisher of her stories told the wireless.",
    )
    assert alike(one, other, weights) > 0


@pytest.mark.parametrize(
    ("further", "nothing"),
    [
        ("Officials of Alvania agreed to restore the flow of the river.", True),
        ("Officials of Alvania agreed to restore the flow of the river and hired nine divers.", False),
        ("Officials of Alvania restored the flow of the river on 15 October 2025.", False),
    ],
)
def test_what_counts_anew_or_came_on_another_day_adds_to_what_was_said(
    document: Annotate, further: str, nothing: bool
) -> None:
    one, said, weights = pair_of(
        document,
        further,
        "Officials of Alvania agreed on 14 October 2025 to restore the flow of the river at the border.",
    )
    assert adds_nothing(one, said, weights) is nothing


def test_what_another_origin_only_says_again_is_held_in_what_was_said(document: Annotate) -> None:
    again, said, weights = pair_of(
        document,
        "The captain had asked the company by radio whether he should turn back.",
        "The captain asked his company by radio whether he should turn back before his ship ran aground on a sandbank "
        "off the harbour of Velmar with tourists and cars on board.",
    )
    assert is_held_in(again, said, weights)
    assert not is_held_in(said, again, weights)
