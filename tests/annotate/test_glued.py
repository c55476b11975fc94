"""Words that lost the space between them are parted; brands and names with a capital inside are not."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from briefing.annotate import glued, layers, pipeline


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the newspaperKurier said", ["the", "newspaper", "Kurier", "said"]),
        ("the ministerLindqvist left", ["the", "minister", "Lindqvist", "left"]),
        ("her iPhone from eBay", ["her", "iPhone", "from", "eBay"]),
        ("deBoer met McDonald on LinkedIn", ["deBoer", "met", "McDonald", "on", "LinkedIn"]),
        ("a newspaperKURIER", ["a", "newspaperKURIER"]),
        ("see newspaperKurier.example", ["see", "newspaperKurier.example"]),
    ],
)
def test_only_a_noun_for_a_body_or_an_office_is_parted_from_a_name(text: str, words: list[str]) -> None:
    doc = spacy.blank("en")(text)
    glued.part(doc)
    assert [token.text for token in doc] == words
    assert doc.text == text


@pytest.mark.model
def test_the_name_is_found_and_every_position_is_that_of_the_text(nlp: Language) -> None:
    text = "Talks failed.\n\nThe daily newspaperKurier reported it on Monday. Helena Marek denied it."
    blocks = [("title", 0, 13), ("body", 15, len(text))]
    doc = nlp(pipeline.make_doc(nlp, text, blocks))
    names = {text[span.start_char : span.end_char] for span in layers.spans(doc, layers.NAMES)}
    assert names == {"Kurier", "Helena Marek"}
    assert [doc.text[block.start_char : block.end_char] for block in doc.spans[layers.BLOCKS]] == [
        text[start:end] for _, start, end in blocks
    ]
