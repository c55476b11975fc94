"""One name is of one type over all articles of a story."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.annotate import layers, pipeline
from briefing.compose.actors.gathering import merge_actors
from briefing.compose.documents import Document
from briefing.model import Actor, Article


def document(nlp: Language, id: str, text: str, **types: str) -> Document:
    """A document whose entities of these names are of these types, whatever the model says."""
    doc = nlp(pipeline.make_doc(nlp, text))
    group = doc.spans[layers.MENTIONS]
    table = dict(group.attrs["entities"])
    for key, fact in table.items():
        if fact["name"] in types:
            table[key] = {**fact, "type": types[fact["name"]]}
    group.attrs["entities"] = table
    return Document(Article(id, id, text, (), (), ""), doc)


def kinds(*documents: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    actors: tuple[Actor, ...] = merge_actors(documents).actors
    for actor in actors:
        found.setdefault(actor.name, []).append(actor.kind.value)
    return found


@pytest.mark.model
def test_a_name_that_two_articles_type_differently_is_what_most_mentions_say(nlp: Language) -> None:
    first = document(nlp, "1", "Officials in Zelengrad met. Zelengrad was quiet.", Zelengrad="place")
    second = document(nlp, "2", "Talks in Zelengrad went on.", Zelengrad="person")
    assert kinds(first, second)["Zelengrad"] == ["place"]


@pytest.mark.model
def test_a_person_with_an_office_stays_a_person(nlp: Language) -> None:
    first = document(nlp, "1", "The people of Orlan waited in Orlan. Orlan was dark.", Orlan="place")
    second = document(nlp, "2", "Prime Minister Radek Orlan spoke. Orlan was calm.", **{"Radek Orlan": "person"})
    assert kinds(first, second)["Radek Orlan"] == ["person"]


@pytest.mark.model
def test_a_river_called_by_its_name_alone_is_a_place(nlp: Language) -> None:
    first = document(
        nlp, "1", "The Korda River fell on Monday. Boats left the Korda River.", **{"Korda River": "place"}
    )
    second = document(nlp, "2", "Anglers waited where the Korda ends.", Korda="organisation")
    assert kinds(first, second)["Korda"] == ["place"]


@pytest.mark.model
def test_a_lake_does_not_make_a_place_of_the_minister_it_is_named_after(nlp: Language) -> None:
    first = document(nlp, "1", "Lake Orlan fell on Monday. Boats left Lake Orlan.", **{"Lake Orlan": "place"})
    second = document(nlp, "2", "Prime Minister Radek Orlan spoke. Orlan was calm.", **{"Radek Orlan": "person"})
    assert kinds(first, second)["Radek Orlan"] == ["person"]


@pytest.mark.model
def test_a_ship_is_no_actor_in_any_article(nlp: Language) -> None:
    first = document(
        nlp, "1", "The ferry Estrella ran aground. A sister ship, the Paloma, was near.", Paloma="organisation"
    )
    second = document(nlp, "2", "The Estrella carried 218 people.", Estrella="organisation")
    assert kinds(first, second) == {}


@pytest.mark.model
def test_the_company_that_owns_a_ship_stays_an_actor(nlp: Language) -> None:
    text = "The ferry company Blue Strait Lines denied it. The ferry, Blue Strait Lines said, was safe."
    found = document(nlp, "1", text, **{"Blue Strait Lines": "organisation"})
    assert kinds(found) == {"Blue Strait Lines": ["organisation"]}
