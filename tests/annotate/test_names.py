"""Names are found with the right borders and one type over the whole document."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from briefing.annotate import layers, pipeline
from briefing.annotate.names.component import Names

from . import marked

pytestmark = pytest.mark.model

SENTENCES = {
    "a form of address is not part of a name": "Mr {p1:Hallam} met Dr. {p2:Helena Marek} on Monday.",
    "an office is not part of a name": "Foreign Minister {p1:Helena Marek} and spokesman {p2:Peter Lindqvist} spoke.",
    "an article is not part of a name": "The {o1:World Bank} lent the money.",
    "a known body is one everywhere": (
        "{o1:Europol} agents met. A spokesman for {o1:Europol} said so. Police thanked {o1:Europol}."
    ),
    "the noun before a name tells its type": (
        "The newspaper {o1:Velden} said on Monday that the carmaker {o2:Tessin} would close."
    ),
    "the noun behind a name tells its type": (
        "The {o1:Velden} movement grew. Police said the {o1:Velden} movement was small."
    ),
    "a town is told by its noun": "They met in the town of {g1:Brinsk}. The road to {g1:Brinsk} was closed.",
    "a region is a place": "{g1:Thuringia} voted on Sunday. The vote in {g1:Thuringia} was close.",
    "a field of office is no body": "Defense Secretary {p1:Robert Hallam} met Secretary of State {p2:Helena Marek}.",
    "two people joined by and are two": "{p1:Helena Marek} and {p2:Peter Lindqvist} met.",
    "a company is told by its legal form": "{o1:Nashby Corp.} cut its forecast. {o1:Nashby} said sales had fallen.",
    "the adjective of a country is no name": "German police stopped {p1:Robert Hallam}.",
    "a product is neither body nor place": "{o1:Apple} sold the iPhone 4 for less. The iPhone 4 was out on Monday.",
    "initials of a body are not a word in capitals": "They shouted THIS IS WRONG at the {o1:World Bank}.",
    "a treaty in brackets is no body": "Both armies left the border agreement (CBA). The {o1:United Nations} was told.",
    "an unknown first name that opens a sentence belongs to the name": (
        "{p1:Emeka Dunmore} said the plant would close. {p1:Dunmore} offered no date."
    ),
    "an unknown first name tells two bearers of a surname apart": (
        "Police shot {p1:Keith Marrow}. {p2:Rakisha Marrow} can be heard shouting. {p1:Keith Marrow} died."
    ),
    "an office that opens a sentence is not part of a name": (
        "Chancellor {p1:Imke Vossler} spoke. Chancellor {p1:Vossler} said the budget would pass."
    ),
    "an adverb that opens a sentence is not part of a name": (
        "{p1:Kofi Brandt} left. Meanwhile {p1:Brandt} said he had no plans."
    ),
    "a word that the text has in small letters is no first name": (
        "The incumbent lost. Incumbent {p1:Lindqvist} said so. {p1:Lindqvist} wept."
    ),
    "a given name tells a family that is called like a body": "{p1:Arthur Bank}, a miner, said the shaft was safe.",
    "a bank without a given name is one": "{o1:Velden Bank} said it would close. Police searched {o1:Velden Bank}.",
    "two unknown words are somebody where the second acts alone too": (
        "{p1:Colm Rafter} told them in May. {p1:Rafter} said he forgot."
    ),
    "words of grammar that speak are nobody": "City officials said it was shut. Rain delayed the vote, they said.",
}


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
def test_a_name_has_its_borders_and_type(nlp: Language, text: str) -> None:
    assert marked.found(nlp, text) == marked.expected(text)


def test_a_headline_is_cut_to_the_name_the_text_has(nlp: Language) -> None:
    doc = marked.annotate(
        nlp, "Hallam Verdict Postponed Amid New Testimony\n\nRobert Hallam was in court. Hallam smiled."
    )
    texts = [span.text for span in layers.spans(doc, layers.NAMES)]
    assert texts == ["Hallam", "Robert Hallam", "Hallam"]


def test_the_verb_of_a_headline_behind_an_office_is_no_name(nlp: Language) -> None:
    doc = marked.annotate(nlp, "Critics Blast Tom Arden Over Tunnel\n\nCritics blasted Tom Arden over the tunnel.")
    assert [span.text for span in layers.spans(doc, layers.NAMES)] == ["Tom Arden", "Tom Arden"]


def test_no_name_crosses_a_line(nlp: Language) -> None:
    doc = marked.annotate(
        nlp, "Talks open in Stanberg\nHelena Marek said so.\n\nPeter Lindqvist\n\nRobert Hallam agreed."
    )
    assert all("\n" not in span.text for span in layers.spans(doc, layers.NAMES))


def test_the_adjective_of_a_country_is_marked_as_such(nlp: Language) -> None:
    doc = marked.annotate(nlp, "German police stopped a car.")
    assert [(span.text, span.label_, span.kb_id_) for span in layers.spans(doc, layers.NAMES)] == [
        ("German", "place", "demonym")
    ]


def test_a_name_is_one_type_even_where_the_model_wavers(nlp: Language) -> None:
    text = (
        "President Paul Kabanda was expected to win. Kabanda's rule is long. "
        "Kabanda wrote a letter. A critic of Kabanda fled."
    )
    doc = marked.annotate(nlp, text)
    assert {span.label_ for span in layers.spans(doc, layers.NAMES) if "Kabanda" in span.text} == {"person"}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "12 14", "¡!", "a", "A"])
def test_text_without_names_has_none(nlp: Language, text: str) -> None:
    assert layers.spans(nlp(pipeline.make_doc(nlp, text)), layers.NAMES) == ()


def test_the_component_refuses_to_run_twice(nlp: Language) -> None:
    doc = marked.annotate(nlp, "Helena Marek spoke.")
    with pytest.raises(ValueError, match="names"):
        Names()(doc)


def test_the_component_works_on_a_document_without_a_parse(nlp: Language) -> None:
    doc: Doc = nlp.make_doc("Helena Marek spoke to Germany.")
    doc[0].is_sent_start = True
    assert [span.text for span in layers.spans(Names()(doc), layers.NAMES)] == ["Germany"]
