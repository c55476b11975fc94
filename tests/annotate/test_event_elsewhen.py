"""Clauses that words beside them take off the day of the report. Articles are dated Friday 14 June 2024."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.annotate import layers, pipeline
from briefing.annotate.layers import EventMention

pytestmark = pytest.mark.model


def event(nlp: Language, text: str, trigger: str) -> EventMention:
    doc = nlp(pipeline.make_doc(nlp, text, date="2024-06-14", basis="stated"))
    return next(one for one in layers.events(doc) if one.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Police arrested a clerk on Wednesday, a day after thieves robbed the bank.", "robbed", "2024-06-11"),
        ("Rescuers reached the miners on Wednesday, five days after a tunnel caved in.", "caved", "2024-06-07"),
        ("Divers found the wreck on Monday, three days after it sank.", "sank", "2024-06-07"),
        ("The mayor resigned on Monday, two days before auditors opened the books.", "opened", "2024-06-12"),
        ("Hours after troops shelled the port, the king fled on Tuesday.", "shelled", "2024-06-11"),
    ],
)
def test_days_after_and_before_are_counted_from_the_clause_above(
    nlp: Language, text: str, trigger: str, day: str
) -> None:
    assert event(nlp, text, trigger).value == day


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels freed a nurse on Monday, 18 months after she was seized.", "seized"),
        ("Five years after he fled the country, the king returned on Sunday.", "fled"),
        ("Power was restored on Thursday, 36 hours after the blackout began.", "began"),
    ],
)
def test_a_longer_time_away_leaves_the_day_open(nlp: Language, text: str, trigger: str) -> None:
    found = event(nlp, text, trigger)
    assert found.value is None
    assert found.bound is not None
    assert found.bound.startswith("before 2024-06")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The mayor resigned on Monday. He had denied the claims.", "denied"),
        ("The mayor resigned on Monday. She once worked as a nurse.", "worked"),
        ("The mayor resigned on Monday. The harbour previously belonged to Larn.", "belonged"),
        ("The mayor resigned on Monday. The party won nine seats at the last election.", "won"),
        ("Orn beat Dolm on Monday. Orn won the cup last season.", "won"),
    ],
)
def test_what_is_told_as_earlier_has_no_day(nlp: Language, text: str, trigger: str) -> None:
    found = event(nlp, text, trigger)
    assert (found.value, found.bound) == (None, "before 2024-06-10")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The mayor resigned on Monday. Police said he had taken bribes.", "taken"),
        ("The mayor resigned on Monday. He spoke at the last minute.", "spoke"),
        ("The mayor resigned on Monday. Once the news was out, crowds gathered.", "gathered"),
        ("The mayor resigned on Monday. The house was once a school but was sold.", "sold"),
    ],
)
def test_what_only_looks_like_earlier_stays_on_the_day_of_the_report(nlp: Language, text: str, trigger: str) -> None:
    assert event(nlp, text, trigger).value == "2024-06-10"


def test_a_time_ago_at_least_leaves_the_day_open_and_at_most_bounds_it(nlp: Language) -> None:
    found = event(nlp, "Her parents came to Larn more than 30 years ago.", "came")
    assert (found.value, found.bound) == (None, "before 2024-06-14")
    found = event(nlp, "The bridge opened less than two weeks ago.", "opened")
    assert (found.value, found.end_value) == ("2024-05-27", "2024-06-14")


def test_the_time_of_a_figure_is_not_that_of_the_deed(nlp: Language) -> None:
    assert event(nlp, "Cases rose to 260, up from 26 on Wednesday.", "rose").value == "2024-06-14"
    assert event(nlp, "Trade rose to 5% in May from 4% in April.", "rose").value == "2024-05"
    assert event(nlp, "Ships from Larn on Monday brought grain.", "brought").value == "2024-06-10"


def test_no_days_are_counted_from_a_clause_that_has_only_the_day_of_the_report(nlp: Language) -> None:
    text = "The mayor quit on Monday. She was held two days after the protests began."
    assert event(nlp, text, "began").value is None


def test_a_date_of_its_own_counts_more_than_had(nlp: Language) -> None:
    text = "The mayor resigned on Monday. He had denied the claims on 3 June."
    assert event(nlp, text, "denied").value == "2024-06-03"


def test_what_is_expected_within_a_time_does_not_take_the_day_named_before(nlp: Language) -> None:
    text = "The cabinet will meet on Monday. A ruling is expected within a fortnight."
    assert event(nlp, text, "expected").value is None


def test_the_case_that_may_come_is_no_report(nlp: Language) -> None:
    text = "The trial began on Monday. If convicted he faces ten years in prison."
    assert event(nlp, text, "faces").status == "expected"
    assert event(nlp, "Keel asked Brandt if the dam was safe.", "was").status == "reported"


def test_a_deed_done_is_on_no_day_to_come(nlp: Language) -> None:
    found = event(nlp, "Supporters gathered ahead of the rally on Saturday.", "gathered")
    assert (found.value, found.status) == ("2024-06-14", "reported")


def test_what_was_put_off_is_told_by_its_new_day(nlp: Language) -> None:
    found = event(nlp, "The judge adjourned the case until 28 June.", "adjourned")
    assert (found.value, found.status) == ("2024-06-28", "expected")


def test_since_dates_what_has_lasted_and_not_what_is_compared(nlp: Language) -> None:
    assert event(nlp, "Shells have hit the town since Monday.", "hit").value == "2024-06-10"
    assert event(nlp, "Exports fell to the lowest level since May.", "fell").value == "2024-06-14"


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("Orn has been trying to buy the port since March. Shares fell on Friday.", "trying", "2024-03"),
        ("Since its 1987 debut 57 of the ferries have been sold. The yard closed on Friday.", "sold", "1987"),
        ("The yard has sold two ferries since it was founded in 1987. It closed on Friday.", "sold", "1987"),
        ("The yard sold two ferries. Since it was founded in 1987, nobody checked its books.", "checked", "2024-06-14"),
    ],
)
def test_a_perfect_began_on_the_day_behind_its_since(nlp: Language, text: str, trigger: str, value: str) -> None:
    assert event(nlp, text, trigger).value == value


def test_a_new_tense_leaves_the_day_of_the_clause_before(nlp: Language) -> None:
    text = "The dam burst on Thursday. Talks broke down on Monday and no new date has been set."
    assert event(nlp, text, "set").value == "2024-06-13"


def test_the_day_of_the_report_is_that_of_the_main_clause(nlp: Language) -> None:
    text = "A fire that began on Sunday was put out on Tuesday. Two engines collided."
    assert event(nlp, text, "collided").value == "2024-06-11"


def test_what_describes_somebody_or_looks_back_gives_the_report_no_day(nlp: Language) -> None:
    text = "The mayor, who was arrested on 3 June, denied the claims. Two aides resigned."
    assert event(nlp, text, "resigned").value == "2024-06-14"
    text = "Orn drew with Dolm. They had lost on Saturday."
    assert event(nlp, text, "drew").value == "2024-06-14"
    text = "The quake, which struck on Tuesday, killed nine. Two dams collapsed."
    assert event(nlp, text, "collapsed").value == "2024-06-11"
