"""Pronouns and descriptions are linked where it is safe, governments found behind their capitals, media told apart."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.annotate import layers
from briefing.annotate.layers import Entity

from . import marked

pytestmark = pytest.mark.model


def entities(nlp: Language, text: str) -> dict[str, Entity]:
    """The entities of a text by name."""
    return {entity.name: entity for entity in layers.entities(marked.annotate(nlp, text))}


def words(entity: Entity, form: str) -> list[str]:
    """The mentions of one form, in order."""
    return [span.text for span in entity.mentions if span.kb_id_ == form]


def test_he_is_the_man_who_was_the_subject(nlp: Language) -> None:
    found = entities(nlp, "Robert Hallam met the press on Monday. He said he would resign.")
    assert words(found["Robert Hallam"], "pronoun") == ["He", "he"]


def test_she_is_not_the_man_in_between(nlp: Language) -> None:
    found = entities(nlp, "Helena Marek met Robert Hallam. She thanked him.")
    assert words(found["Helena Marek"], "pronoun") == ["She"]
    assert words(found["Robert Hallam"], "pronoun") == ["him"]


def test_an_object_is_never_the_subject_of_its_verb(nlp: Language) -> None:
    found = entities(nlp, "Robert Hallam thanked him.")
    assert words(found["Robert Hallam"], "pronoun") == []


def test_a_pronoun_with_nobody_before_it_is_left_alone(nlp: Language) -> None:
    found = entities(nlp, "He said so. The talks in Germany went on.")
    assert not any(span.kb_id_ == "pronoun" for entity in found.values() for span in entity.mentions)


def test_a_man_without_a_name_keeps_his_pronoun(nlp: Language) -> None:
    found = entities(nlp, "Robert Hallam left the city. A policeman stopped the car. He was injured.")
    assert words(found["Robert Hallam"], "pronoun") == []


def test_an_opening_phrase_looks_ahead(nlp: Language) -> None:
    found = entities(nlp, "Peter Lindqvist wrote a letter. Responding to his critics, Mr Hallam pledged to go on.")
    assert words(found["Hallam"], "pronoun") == ["his"]


def test_a_description_is_the_only_person_with_that_office(nlp: Language) -> None:
    found = entities(nlp, "German chancellor Helena Marek met workers. Later the chancellor left for home.")
    assert words(found["Helena Marek"], "nominal") == ["the chancellor"]


def test_a_description_of_another_country_is_not_linked(nlp: Language) -> None:
    found = entities(nlp, "German chancellor Helena Marek met workers. Later the Austrian chancellor left for home.")
    assert words(found["Helena Marek"], "nominal") == []


def test_a_counterpart_is_the_other_one_of_the_pair(nlp: Language) -> None:
    text = (
        "German minister Robert Hallam had a call with his French counterpart Peter Lindqvist. "
        "Answering his counterpart's questions, Mr. Lindqvist agreed."
    )
    assert "his counterpart" in words(entities(nlp, text)["Robert Hallam"], "nominal")


def test_an_official_without_a_name_is_an_entity(nlp: Language) -> None:
    found = entities(nlp, "A senior official at the German interior ministry said the border was open.")
    assert not found["senior official at the German interior ministry"].named


@pytest.mark.parametrize("text", ["Officials said so.", "A spokesman said so.", "The senior official left the room."])
def test_an_official_of_nowhere_or_who_does_not_speak_is_none(nlp: Language, text: str) -> None:
    assert all(entity.named for entity in entities(nlp, text).values())


def test_a_ministry_is_known_by_its_country(nlp: Language) -> None:
    found = entities(nlp, "Germany’s foreign ministry said so. The foreign ministry gave no details.")
    assert words(found["Germany’s foreign ministry"], "nominal") == ["Germany’s foreign ministry", "foreign ministry"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Berlin said the deal was off.", "metonym"),
        ("Neither Berlin nor Paris has commented.", "metonym"),
        ("They called on Berlin to stop.", "metonym"),
        ("Relations between Berlin and Paris are good.", "metonym"),
        ("He flew to Berlin on Monday.", "name"),
        ("He visited Berlin in July.", "name"),
        ("They met in Berlin.", "name"),
        ("The streets of Berlin were empty.", "name"),
    ],
)
def test_a_capital_acts_or_is_a_place(nlp: Language, text: str, form: str) -> None:
    berlin = entities(nlp, text)["Berlin"]
    assert [span.kb_id_ for span in berlin.mentions] == [form]
    assert berlin.stands_for == ("Germany" if form == "metonym" else None)


def test_a_seat_stands_for_its_country(nlp: Language) -> None:
    assert entities(nlp, "The Kremlin has not confirmed the visit.")["Kremlin"].stands_for == "Russia"


def test_an_agency_that_reports_is_a_medium(nlp: Language) -> None:
    assert entities(nlp, "Reuters reported that Robert Hallam had left.")["Reuters"].medium


def test_a_newspaper_that_reports_is_a_medium(nlp: Language) -> None:
    assert entities(nlp, "The newspaper Velden Post reported on Monday that Hallam had left.")["Velden Post"].medium


def test_a_newspaper_that_is_sued_is_an_actor(nlp: Language) -> None:
    found = entities(nlp, "A court fined the newspaper Velden Post. Police searched the Velden Post on Monday.")
    assert not found["Velden Post"].medium


def test_a_bare_name_of_two_people_says_that_it_is_open(nlp: Language) -> None:
    found = entities(nlp, "Peter Lindqvist met Anna Lindqvist. Reporters waited. Lindqvist said nothing.")
    assert found["Lindqvist"].reasons == ("'Lindqvist' fits 2 people and is left open",)


def test_every_merge_has_its_reason(nlp: Language) -> None:
    found = entities(
        nlp, "Helena Marek spoke. Marek left. The Stanberg River Authority (SRA) agreed. The SRA will report."
    )
    assert found["Helena Marek"].reasons == ("'Marek' is 'Helena Marek': surname",)
    assert found["Stanberg River Authority"].reasons == ("'SRA' is 'Stanberg River Authority': defined in brackets",)


def test_the_one_named_most_and_first_is_the_most_salient(nlp: Language) -> None:
    text = "Helena Marek spoke in Berlin. Marek said the vote was lost. Marek then left. Robert Hallam stayed."
    assert next(iter(entities(nlp, text))) == "Helena Marek"


def test_one_pronoun_does_not_set_a_gender_against_all_others(nlp: Language) -> None:
    text = (
        "Sasha Morland resigned on Monday. He had no comment, a spokesman said. Sasha Morland had led the firm since "
        "2010. She will stay on until May, and her deputy takes over. She is 61."
    )
    [person] = [entity for entity in layers.entities(nlp(text)) if entity.name == "Sasha Morland"]
    assert person.gender == "f"
    assert [span.text for span in person.mentions if span.kb_id_ == "pronoun"] == ["She", "her", "She"]
