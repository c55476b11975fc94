"""What stands alone, what is named in brackets, and what is not used."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.annotate import layers
from briefing.compose.documents import Document
from briefing.compose.passages import cut
from briefing.compose.standing import Known, Standing

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]


def alone(document: Annotate, text: str, known: frozenset[str] = frozenset(), **expansions: str) -> str | None:
    """How the last sentence of ``text`` is shown."""
    found = document(text)
    *_, last = layers.body_sentences(found.doc)
    shown = Standing(found, expansions=expansions).alone(cut(found, last), Known(known))
    return shown.text if shown is not None else None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Radek Orlan spoke on Tuesday. He promised water for the valley.",
            "[Radek Orlan] promised water for the valley.",
        ),
        ("Radek Orlan met reporters and said he was glad.", "Radek Orlan met reporters and said he was glad."),
        ("The gates opened. But Alvania wants a new treaty.", "Alvania wants a new treaty."),
        ("The gates opened. Meanwhile, the river kept falling at Aldenburg.", "[T]he river kept falling at Aldenburg."),
        ("Talks were held. So far, Alvania has rejected the offers.", "So far, Alvania has rejected the offers."),
        ("It is unclear whether Alvania will pay.", "It is unclear whether Alvania will pay."),
        (
            "“We are ready to pay,” Radek Orlan said.",
            "“We are ready to pay,” Radek Orlan said.",
        ),
        ("Nissa sells cars. In fact, Alvania still likes them.", "Alvania still likes them."),
        ("Two things changed. Second, Alvania will buy bonds.", "Alvania will buy bonds."),
        ("Prosecutors seized the recordings of that night.", "Prosecutors seized the recordings of that night."),
        (
            "In May 2001 Alvania voted, and that night Arl burned.",
            "In May 2001 Alvania voted, and that night Arl burned.",
        ),
        ("US officials welcomed the agreement.", "US officials welcomed the agreement."),
    ],
)
def test_what_points_outside_is_named(document: Annotate, text: str, shown: str) -> None:
    assert alone(document, text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Two presidents held a call on Tuesday. The call lasted an hour.",
        "The gates were closed. This surprised many people in the valley.",
        "We will not accept such a closure of the river.",
        "The board said no. So did Radek Orlan and his partner.",
        "Radek Orlan was elected in 2008. Back then, Alvania was poor.",
        "A plan was made. Days later, Alvania sent a note to the court.",
        "A plan was made. What Alvania wrote that night became a law.",
        "Alvania accused Tarsin of theft. Tarsin denies the allegations.",
        "Two ships met in the strait. Both were damaged in the storm.",
        "Someone opened a gate at night. He was never found by the police.",
    ],
)
def test_what_cannot_be_named_is_not_used(document: Annotate, text: str) -> None:
    assert alone(document, text) is None


def test_people_counted_before_are_not_new(document: Annotate) -> None:
    assert alone(document, "Three workers fell from the roof. The three workers were taken to Aldenburg.") is None


def test_a_quotation_that_is_not_closed_is_not_used(document: Annotate) -> None:
    assert alone(document, "``Marek has left the clinic in Aldenburg on foot.") is None


def test_a_noun_of_the_headline_needs_no_introduction(document: Annotate) -> None:
    text = "Two presidents held a call on Tuesday. The call lasted an hour."
    assert alone(document, text, frozenset({"call"})) == "The call lasted an hour."


def test_a_name_is_put_in_once(document: Annotate) -> None:
    text = "Helena Marek spoke on Tuesday. She said that she would sign the treaty."
    assert alone(document, text) == "[Helena Marek] said that she would sign the treaty."


def test_a_short_form_is_written_out_at_first_use(document: Annotate) -> None:
    shown = alone(document, "Engineers of the KRC met in Stanberg.", KRC="Korda River Commission")
    assert shown == "Engineers of the KRC [Korda River Commission] met in Stanberg."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Radek Orlan met Stefan Dahl in Velmar. He promised water for the valley.",
            "[Radek Orlan] promised water for the valley.",
        ),
        ("Radek Orlan was ill. Critics of Stefan Dahl gathered. He promised water for the valley.", None),
        (
            "Stefan Dahl said: “Radek Orlan must go at once.” He promised water for the valley.",
            "[Stefan Dahl] promised water for the valley.",
        ),
        (
            "Radek Orlan went home. The Marelian leader must leave the town or change his plans.",
            "The Marelian leader must leave the town or change his plans.",
        ),
        ("Radek Orlan was arrested on Monday. A spokesman said that he would appeal.", None),
        ("Radek Orlan spoke. “He has refused to talk about the dam,” a friend of the family said.", None),
    ],
)
def test_a_name_is_put_in_only_where_nobody_else_may_be_meant(document: Annotate, text: str, shown: str | None) -> None:
    assert alone(document, text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Former Marelian dictator Radek Orlan is back in Velmar.",
        "The council asked all states to find those responsible for the fire.",
        "The rules allow agencies to build projects such as roads and dams.",
        "The Marelian Navy says they have seized a ship.",
        "In the year since its foundation, the mosque of Velmar has grown.",
        "It remains unclear whether Alvania will pay.",
        'The mayor said there was “no evidence" of a bomb in Velmar.',
    ],
)
def test_words_that_only_look_as_if_they_pointed_outside_are_kept(document: Annotate, text: str) -> None:
    assert alone(document, f"Rain fell on Monday. {text}") == text


@pytest.mark.parametrize(
    "text",
    [
        "Two men spoke at the station. The former was a doctor from Velmar.",
        "Roads were blocked by snow. The bureau also sent dozens of engineers there.",
    ],
)
def test_words_that_point_to_what_was_told_before_are_not_used(document: Annotate, text: str) -> None:
    assert alone(document, text) is None


def test_the_subject_of_a_verb_is_nobody_named_behind_it(document: Annotate) -> None:
    """ "He said that people like Orlan" is said by somebody else."""
    shown = alone(document, "Radek Orlan was ill. He said that people like Radek Orlan should stay at home.")
    assert shown is None
