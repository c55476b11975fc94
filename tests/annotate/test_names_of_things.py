"""Things that are named as if they acted are no actors; a body, a person or a place that looks like one stays."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.annotate import layers
from briefing.annotate.names.works import is_plan

from . import marked

pytestmark = pytest.mark.model

THINGS = {
    "a programme with an article in its name": 'He spoke on "Meet the Harbour" with {p1:Helena Marek} on Sunday.',
    "a body with an article in its name": (
        "The “{o1:Union of the Velden Workers}” sued. The {o1:Union of the Velden Workers} won."
    ),
    "a film that the noun before it tells": "{p1:Helena Marek} starred in the sitcom Happy Doctors for two years.",
    "somebody who makes the film": "The film {p1:Helena Marek} directed was shown in {g1:Lima}.",
    "weapons with a make and a number": "{g1:Russia} sold S-900s to {g2:Iran}. A T-99 was hit.",
    "a plan": "The National Harbour Plan was set out by {p1:Helena Marek} on Monday.",
    "a poll of a body": "A {o1:Velden Bank} Poll pleased {p1:Helena Marek} on Monday.",
    "an insurance of the state": "{p1:Helena Marek} defended Social Security and Medicare.",
    "the body that runs an insurance": "The {o1:Social Security Administration} wrote to {p1:Helena Marek}.",
    "letters of a state behind a town": "Flights from {g1:Stanberg}, {g2:NC} to {g3:Dallas}, {g4:TX} were late.",
    "a common word that opens a sentence": "Curry houses close early. {p1:Helena Marek} eats curry.",
    "a surname that opens a sentence": "{p1:Brack} aides spoke. Nobody saw {p1:Helena Brack} break a promise.",
    "what a branch is called": "{p1:Helena Marek}, a Velwood actress, met Tesswood actor {p2:Bo Tobin}.",
    "whom somebody works for": "An {p1:Obama} aide met {p2:Helena Marek}.",
    "what is sold under a name": "Police used the spyware Tessin. The Tessin app read letters to {p1:Helena Marek}.",
    "a firm that sells it": "The {o1:Velden Corp.} app was sold. {o1:Velden} said so.",
    "letters of a state where something is": "{p1:Helena Marek} flew from {g1:NC} to {g2:Lima}.",
}
BORDERS = {
    "the verb of a question": "Are {p1:Urban Marek} and {p2:Nick Tobin} leaving? {p1:Marek} and {p2:Tobin} are not.",
    "an office between a body and a name": "{o1:Verizon} CIO {p1:Shaygan Tobin} showed the app. {p1:Tobin} smiled.",
    "an office that opens the name of a body": "The {o1:Cook Political Report} told {p1:Helena Marek} so.",
    "two surnames with a comma": (
        "{p1:Nick Tobin} met {p2:Helena Marek}. A statement from {p1:Tobin}, {p2:Marek} and others was read."
    ),
    "a word of captions": "{p1:Thomas Marek} spoke. READ {p1:Marek}'s full remarks.",
    "a sign behind a firm": "{o1:Brandt} & {{ 7*7 }} was sold.",
    "a sign in a firm": "{o1:Brandt & Sons} was sold.",
}


@pytest.mark.parametrize("text", THINGS.values(), ids=THINGS)
def test_a_thing_is_no_actor_and_an_actor_no_thing(nlp: Language, text: str) -> None:
    assert marked.found(nlp, text) == marked.expected(text)


@pytest.mark.parametrize("text", BORDERS.values(), ids=BORDERS)
def test_a_name_is_cut_off_from_what_stands_beside_it(nlp: Language, text: str) -> None:
    assert marked.found(nlp, text) == marked.expected(text)


@pytest.mark.parametrize("name", ["G-20", "MI-6", "Velden Group", "World Food Programme", "Social Security Board"])
def test_a_body_is_no_plan(name: str) -> None:
    assert not is_plan(name.split())


def names(nlp: Language, text: str) -> set[str]:
    """The names to show of all bodies and places."""
    return {entity.name for entity in layers.entities(marked.annotate(nlp, text)) if entity.type != "person"}


def test_a_body_that_was_renamed_is_shown_by_its_new_name(nlp: Language) -> None:
    text = "Velbank was founded in 1996. Velbank had been renamed Tessbank by 1998. Tessbank grew."
    assert names(nlp, text) == {"Tessbank"}


def test_a_body_that_may_be_renamed_keeps_its_name(nlp: Language) -> None:
    text = "Velbank was founded in 1996. Velbank may be renamed Tessbank next year. Velbank grew."
    assert "Velbank" in names(nlp, text)


def test_ministries_in_two_states_are_two(nlp: Language) -> None:
    text = "The Foreign Ministry in India protested. The Foreign Ministry in Pakistan denied it."
    assert {"Foreign Ministry in India", "Foreign Ministry in Pakistan"} <= names(nlp, text)


def test_an_army_in_two_states_is_one(nlp: Language) -> None:
    text = "The U.S. Army in Iraq left. The U.S. Army in Syria stayed."
    assert not {name for name in names(nlp, text) if " in " in name}


def test_towns_of_one_name_in_two_regions_are_two(nlp: Language) -> None:
    text = "He was born in Birmingham in Alabama. He moved to Birmingham, England. Birmingham is large."
    assert {"Birmingham in Alabama", "Birmingham in England"} <= names(nlp, text)


def test_a_town_in_a_state_and_its_federation_is_one(nlp: Language) -> None:
    text = "He was born in Springfield, Illinois. He left Springfield in the United States."
    assert "Springfield" in names(nlp, text)


def test_the_gulf_is_the_one_named_in_full(nlp: Language) -> None:
    assert names(nlp, "Oil in the Gulf of Mexico spread. Fishing in the Gulf was closed.") == {"Gulf of Mexico"}


def test_the_valley_is_the_one_named_in_full(nlp: Language) -> None:
    assert names(nlp, "Firms in Stanberg Valley grew. Rents in the Valley fell.") == {"Stanberg Valley"}


def test_a_river_without_an_article_is_no_other(nlp: Language) -> None:
    assert "Stanberg Valley" in names(nlp, "Firms in Stanberg Valley grew. Rents in Velden Valley fell.")
