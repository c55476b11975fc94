"""Offices are read in the source's words, held by the right person, in the right body."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.annotate import layers

from . import marked

pytestmark = pytest.mark.model


def roles(nlp: Language, text: str) -> set[tuple[str, str, str | None]]:
    """(person, role as written, body) of every role found."""
    doc = marked.annotate(nlp, text)
    names = {entity.id: entity.name for entity in layers.entities(doc)}
    return {(names[role.entity], role.span.text, role.body) for role in layers.roles(doc)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("German foreign minister Helena Marek spoke.", ("Helena Marek", "German foreign minister", "Germany")),
        (
            "Germany’s deputy foreign minister Helena Marek spoke.",
            ("Helena Marek", "Germany’s deputy foreign minister", "Germany"),
        ),
        (
            "US deputy secretary of state Robert Hallam left.",
            ("Robert Hallam", "US deputy secretary of state", "United States"),
        ),
        ("Former president Robert Hallam left.", ("Robert Hallam", "Former president", None)),
        ("The acting prime minister, Helena Marek, left.", ("Helena Marek", "acting prime minister", None)),
        ("Kremlin spokesman Boris Tarasov said so.", ("Boris Tarasov", "Kremlin spokesman", "Kremlin")),
        ("Robert Hallam, a professor of law, disagreed.", ("Robert Hallam", "professor of law", None)),
        (
            "Robert Hallam, director of the World Bank, disagreed.",
            ("Robert Hallam", "director of the World Bank", "World Bank"),
        ),
        ("Robert Hallam is the chairman of Europol.", ("Robert Hallam", "chairman of Europol", "Europol")),
        (
            "After talks, former German foreign minister Helena Marek left.",
            ("Helena Marek", "former German foreign minister", "Germany"),
        ),
        (
            "Nobody was expecting quick results German minister Helena Marek said.",
            ("Helena Marek", "German minister", "Germany"),
        ),
        ("The newly elected president Helena Marek spoke.", ("Helena Marek", "president", None)),
        ("President-elect Helena Marek spoke.", ("Helena Marek", "President-elect", None)),
        (
            "“It is gone from the water,” said NATO head Jane Hallam at a briefing.",
            ("Jane Hallam", "NATO head", "NATO"),
        ),
    ],
)
def test_a_role_is_read_beside_the_name(nlp: Language, text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in roles(nlp, text)


def test_the_office_in_an_apposition_belongs_to_the_person_it_stands_before(nlp: Language) -> None:
    found = roles(nlp, "The president met Robert Hallam, the father of German chancellor Helena Marek.")
    assert ("Helena Marek", "German chancellor", "Germany") in found
    assert ("Robert Hallam", "father of German chancellor Helena Marek", None) in found
    assert not any(name == "Robert Hallam" and role.endswith("chancellor") for name, role, _ in found)


def test_the_office_of_one_person_does_not_pass_to_the_next(nlp: Language) -> None:
    found = roles(nlp, "German chancellor Helena Marek, Robert Hallam and Peter Lindqvist met.")
    assert {name for name, _, _ in found} == {"Helena Marek"}


def test_a_plural_office_is_held_by_everybody_in_the_list(nlp: Language) -> None:
    found = roles(nlp, "Presidents Helena Marek and Robert Hallam met.")
    assert {(name, role) for name, role, _ in found} == {
        ("Helena Marek", "Presidents"),
        ("Robert Hallam", "Presidents"),
    }


def test_what_somebody_is_not_is_no_role(nlp: Language) -> None:
    assert roles(nlp, "Robert Hallam is not a minister.") == set()


def test_a_word_in_capitals_is_a_name_and_no_role(nlp: Language) -> None:
    assert roles(nlp, "The engine maker MAN Velden said so.") == set()


def test_a_form_of_address_is_no_role(nlp: Language) -> None:
    assert roles(nlp, "Mr Hallam spoke. Mrs Marek left.") == set()


def test_a_role_in_another_paragraph_is_not_taken(nlp: Language) -> None:
    assert roles(nlp, "They waited for the minister\n\nRobert Hallam spoke.") == set()


def test_a_body_straight_beside_a_name_is_an_affiliation(nlp: Language) -> None:
    doc = marked.annotate(nlp, "Helena Marek (SPD) disagreed.")
    assert list(layers.affiliations(doc).values()) == [("SPD",)]


def test_an_office_of_another_time_keeps_the_word_that_says_so(nlp: Language) -> None:
    found = roles(nlp, "Robert Hallam, then the energy minister, met workers in Berlin in 2021.")
    assert {role for _, role, _ in found} == {"then the energy minister"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helena Marek was named minister of trade on Monday.", {"minister of trade"}),
        (
            "The chief operating officer, Helena Marek, was elected chairwoman.",
            {"chief operating officer", "chairwoman"},
        ),
        ("Helena Marek was elected mayor in 1996.", set()),
        ("Helena Marek could be named minister of trade.", set()),
        ("Helena Marek was named player of the year.", set()),
        ("“Helena Marek is an able leader and has made the firm a leading one,” he said.", set()),
        ("Helena Marek is the firm’s “right hand guy” now.", set()),
        ("Helena Marek was a superb advocate.", set()),
        ("Helena Marek was an advocate.", {"advocate"}),
        ("They met Helena Marek, the legendary film producer, in May.", {"film producer"}),
        ("Robert Hallam, a bald man in glasses, came in.", set()),
        ("Photos show Vellan actress, Helena Marek, looking tired.", {"Vellan actress"}),
        ("It was opened by media mogul, Robert Hallam.", {"media mogul"}),
        ("They left with a baker, lawyer, Robert Hallam, and two teachers.", set()),
        ("Helena Marek was an assistant to the secretary arguing smaller cases.", {"assistant to the secretary"}),
        ("Helena Marek is a stay-at-home mother.", {"stay-at-home mother"}),
        ("Helena Marek was named chairwoman of the firm Hallam founded.", {"chairwoman of the firm"}),
        ("Helena Marek was quickly named chairwoman of the firm Hallam co-founded in May.", {"chairwoman of the firm"}),
        (
            "Robert Hallam is the brother of the actress Helena Marek.",
            {"brother of the actress Helena Marek", "actress"},
        ),
        ("They asked Helena Marek, a well-known climate scientist.", {"well-known climate scientist"}),
        ("Helena Marek, 21, a German exchange student, came second.", {"German exchange student"}),
        ("They spoke of the bill President Robert Hallam signed into law last month.", {"President"}),
    ],
)
def test_what_a_sentence_says_of_a_person_is_read_without_opinion(nlp: Language, text: str, expected: set[str]) -> None:
    assert {role for _, role, _ in roles(nlp, text)} == expected


def test_a_role_is_held_where_somebody_works_not_in_what_it_is_about(nlp: Language) -> None:
    text = "Helena Marek, head of World Bank services for Deutsche Bank, said so."
    assert {body for _, _, body in roles(nlp, text)} == {"Deutsche Bank"}
