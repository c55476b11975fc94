"""Events: which day a clause is put on, and what its source says of it. Articles are dated Friday 14 June 2024."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from briefing.annotate import layers, pipeline
from briefing.annotate.layers import EventMention

pytestmark = pytest.mark.model


def read(nlp: Language, text: str, date: str | None = "2024-06-14") -> Doc:
    return nlp(pipeline.make_doc(nlp, text, date=date, basis="stated" if date else "none"))


def event(nlp: Language, text: str, trigger: str) -> EventMention:
    return next(one for one in layers.events(read(nlp, text)) if one.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "value", "basis"),
    [
        ("The dam burst on 3 May 2023.", "burst", "2023-05-03", "stated"),
        ("The dam burst on Monday.", "burst", "2024-06-10", "relative"),
        ("The dam burst on May 3.", "burst", "2024-05-03", "stated"),
        ("The dam burst last year.", "burst", "2023", "relative"),
        ("The council suspended the 2018 treaty.", "suspended", "2024-06-14", "lead"),
        ("The council praised the accord of July 2000.", "praised", "2024-06-14", "lead"),
        ("Officials said on Tuesday that the dam burst on Monday.", "said", "2024-06-11", "relative"),
        ("Officials said on Tuesday that the dam burst on Monday.", "burst", "2024-06-10", "relative"),
        ("When the dam burst on Monday, the army fled.", "fled", "2024-06-10", "relative"),
        ("When the army shelled walled Dolm on June 9 to take it, the king fled.", "fled", "2024-06-09", "stated"),
        ("A report published on Tuesday found that the dam was safe.", "found", "2024-06-11", "relative"),
        ("The board cut the price in a notice issued on Monday.", "cut", "2024-06-10", "relative"),
        ("A man released on Monday told all to Keel.", "told", "2024-06-14", "lead"),
        ("She became the first woman to lead the court in 1996.", "became", "1996", "stated"),
        ("Keel has a plan to lead the court in 2027.", "has", "2024-06-14", "lead"),
        ("Thieves took paintings worth $4m from the villa on Sunday.", "took", "2024-06-09", "relative"),
        ("Trade grew in the January-March quarter.", "grew", "2024-01", "relative"),
        ("By Monday morning crews had cleared the road.", "cleared", "2024-06-10", "relative"),
        ("The bridge was blown up by retreating troops in 1944.", "blown", "1944", "stated"),
        ("Hours before the dam burst on June 9, soldiers crossed the river.", "crossed", "2024-06-09", "stated"),
        ("Larn, a Vell stronghold in 2008, elected Keel.", "elected", "2024-06-14", "lead"),
        ("Keel was jailed after a raid in March.", "jailed", "2024-06-14", "lead"),
        ("Keel died after a blast on Monday.", "died", "2024-06-10", "relative"),
        ("The Ledger has found a letter of his from Dolm in June 2005.", "found", "2024-06-14", "lead"),
        ("The club has won twice this year.", "won", "2024", "relative"),
    ],
)
def test_a_clause_takes_the_date_that_hangs_on_it(
    nlp: Language, text: str, trigger: str, value: str, basis: str
) -> None:
    found = event(nlp, text, trigger)
    assert (found.value, found.basis) == (value, basis)


def test_the_day_of_a_dateline_dates_no_clause(nlp: Language) -> None:
    text = "LARN (June 13) -- Calling the soul of the corps lost, the minister ordered a review on Wednesday."
    assert all(one.value != "2024-06-13" or one.basis == "lead" for one in layers.events(read(nlp, text)))


def test_that_night_of_a_month_long_past_is_no_day_of_the_report(nlp: Language) -> None:
    found = list(layers.events(read(nlp, "Keel quit in July 2001. That afternoon, all guards came.")))
    assert found[-1].value is None


def test_what_had_been_planned_is_not_expected(nlp: Language) -> None:
    assert event(nlp, "Keel had initially planned to drive from Larn to Dolm.", "planned").status == "reported"
    assert event(nlp, "Keel is planned to speak on Sunday.", "planned").status == "expected"


def test_the_day_of_the_lead_is_the_day_of_the_report(nlp: Language) -> None:
    text = "The dam burst on Wednesday near Dolm. Water reached the town hall. The mayor ordered all to leave."
    assert event(nlp, text, "reached").value == "2024-06-12"
    assert event(nlp, text, "ordered").basis == "lead"


def test_a_week_or_weekend_of_the_lead_is_no_day_of_the_report(nlp: Language) -> None:
    assert event(nlp, "Floods hit Dolm last weekend. The mayor resigned.", "resigned").value == "2024-06-14"


def test_the_present_tense_further_down_speaks_of_the_publication(nlp: Language) -> None:
    text = "The dam burst on Wednesday. Water reached the town. The army left Dolm. The dam holds two lakes."
    assert event(nlp, text, "holds").value == "2024-06-14"


def test_a_day_to_come_in_the_lead_is_not_the_day_of_the_report(nlp: Language) -> None:
    text = "The dam will be opened on June 12, 2024, said a plan. The mayor resigned."
    assert event(nlp, text, "resigned").value == "2024-06-14"


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The envoy left on Monday.", "left", "reported"),
        ("The envoy will leave on Monday.", "leave", "expected"),
        ("The envoy is expected to visit Dolm in the coming days.", "visit", "expected"),
        ("The ministry denied that the dam had burst on Monday.", "burst", "denied"),
        ("The envoy allegedly left on Monday.", "left", "alleged"),
        ("The court heard the case on Monday.", "heard", "reported"),
    ],
)
def test_status(nlp: Language, text: str, trigger: str, status: str) -> None:
    assert event(nlp, text, trigger).status == status


def test_what_is_expected_without_a_day_is_given_none(nlp: Language) -> None:
    found = event(nlp, "The envoy is expected to visit Dolm in the coming days.", "visit")
    assert (found.value, found.basis) == (None, "none")


def test_what_is_told_next_as_to_come_happens_on_the_day_to_come(nlp: Language) -> None:
    text = "The summit opens on Tuesday. Leaders will discuss the dam. They will sign a pact."
    found = [event(nlp, text, trigger) for trigger in ("opens", "discuss", "sign")]
    assert [one.value for one in found] == ["2024-06-18"] * 3
    assert [one.basis for one in found] == ["relative", "lead", "lead"]


def test_a_day_to_come_is_forgotten_after_three_sentences(nlp: Language) -> None:
    text = "The summit opens on Tuesday. " + "The army holds Dolm. " * 3 + "The king will abdicate."
    assert event(nlp, text, "abdicate").value is None


def test_a_past_day_is_not_the_day_of_what_is_to_come(nlp: Language) -> None:
    assert event(nlp, "The dam burst on Tuesday. The king will abdicate.", "abdicate").value is None


def test_a_plan_takes_the_date_of_what_is_planned(nlp: Language) -> None:
    text = "The delivery is anticipated to be around 2030."
    assert event(nlp, text, "anticipated").value == "2030"
    assert event(nlp, text, "be").value == "2030"


def test_a_mark_alone_is_no_event(nlp: Language) -> None:
    text = "He said: “The dam holds. It will hold. ” \n\n”\n\nThe envoy left."
    assert all(one.trigger.text[0].isalnum() for one in layers.events(read(nlp, text)))


def test_a_vague_past_and_its_sequel_lie_before_the_day_told_next(nlp: Language) -> None:
    text = "Velmar recently closed the bridge. Tarsin then recalled its envoy. On June 9 the bridge was opened."
    assert event(nlp, text, "closed").bound == "before 2024-06-09"
    assert event(nlp, text, "recalled").bound == "before 2024-06-09"
    assert event(nlp, text, "recalled").value is None


def test_a_vague_past_alone_lies_before_the_report(nlp: Language) -> None:
    found = event(nlp, "The council met on Monday. Velmar recently closed the bridge.", "closed")
    assert found.bound == "before 2024-06-10"


def test_an_infinitive_belongs_to_what_announces_it(nlp: Language) -> None:
    triggers = [one.trigger.text for one in layers.events(read(nlp, "Velmar agreed on Monday to buy the bridge."))]
    assert triggers == ["agreed"]


def test_without_a_date_of_writing_an_undated_event_has_no_day(nlp: Language) -> None:
    found = layers.events(read(nlp, "The dam burst.", date=None))
    assert [(one.value, one.basis) for one in found] == [(None, "none")]


def test_a_range_keeps_its_end(nlp: Language) -> None:
    found = event(nlp, "The talks lasted from 3 to 5 June.", "lasted")
    assert (found.value, found.end_value) == ("2024-06-03", "2024-06-05")


def test_the_layer_survives_bytes(nlp: Language) -> None:
    doc = read(nlp, "The dam burst on Monday. The envoy will leave on June 20.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [one.value for one in layers.events(again)] == [one.value for one in layers.events(doc)]


def test_a_sentence_of_many_nested_clauses_is_read(nlp: Language) -> None:
    text = "He said " + "that she said " * 300 + "that the dam burst on Monday."
    assert layers.events(read(nlp, text))


LEAD = "A ferry sank on Wednesday off Orn.\n\n"


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("In 1998 a ferry capsized here. Ninety people drowned.", "drowned", "1998"),
        ("In February, a bus fell into the river. Fourteen passengers were killed.", "killed", "2024-02"),
        ("In 1998 a ferry capsized here. Officials said the cases differ.", "said", "2024-06-12"),
        ("In 1998 a ferry capsized here. The disaster shook all of Velmar.", "shook", "2024-06-12"),
        ("In 1998 a ferry capsized here. Divers have found the wreck.", "found", "2024-06-12"),
        ("In 1998 a ferry capsized here.\n\nDivers found two bodies.", "found", "2024-06-12"),
        ("On Tuesday a ferry capsized here. Divers found two bodies.", "found", "2024-06-12"),
    ],
)
def test_a_paragraph_of_background_goes_on_in_its_own_time(nlp: Language, text: str, trigger: str, value: str) -> None:
    assert event(nlp, LEAD + text, trigger).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Yesterday's blast injured 40 people.", "2024-06-13"),
        ("Yesterday's blast injured 40 people on Tuesday.", "2024-06-11"),
    ],
)
def test_an_event_of_a_day_did_its_harm_on_it(nlp: Language, text: str, value: str) -> None:
    assert event(nlp, text, "injured").value == value


@pytest.mark.parametrize(
    ("text", "trigger"),
    [("Last week's truce collapsed.", "collapsed"), ("Yesterday's vote was struck down.", "struck")],
)
def test_what_came_of_an_event_later_is_not_put_on_its_day(nlp: Language, text: str, trigger: str) -> None:
    assert event(nlp, text, trigger).value == "2024-06-14"


def test_a_stretch_of_what_was_done_ends_with_the_day_of_writing(nlp: Language) -> None:
    found = event(nlp, "The council met twice this week.", "met")
    assert (found.value, found.end_value) == ("2024-06-10", "2024-06-14")
    found = event(nlp, "The council will meet twice this week.", "meet")
    assert (found.value, found.end_value) == ("2024-06-10", "2024-06-16")
