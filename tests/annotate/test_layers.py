"""Sentences of the body: what evidence is counted in."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.annotate import layers, pipeline

pytestmark = pytest.mark.model


def sentences(nlp: Language, text: str) -> list[str]:
    return [sentence.text for sentence in layers.body_sentences(nlp(pipeline.make_doc(nlp, text)))]


def test_sentences_do_not_cross_paragraphs(nlp: Language) -> None:
    assert sentences(nlp, "The gates closed on Sunday\n\nThe river fell.") == [
        "The gates closed on Sunday",
        "The river fell.",
    ]


def test_a_sentence_does_not_end_inside_a_quotation(nlp: Language) -> None:
    text = "“Was it the crack? Was it the price? We do not know,” Ms Marek said. The gates stayed shut."
    assert sentences(nlp, text) == [
        "“Was it the crack? Was it the price? We do not know,” Ms Marek said.",
        "The gates stayed shut.",
    ]


def test_a_quotation_that_never_closes_joins_nothing(nlp: Language) -> None:
    text = "“The river is low. The orchards are dry. Nobody came."
    assert len(sentences(nlp, text)) == 3


def test_a_long_quotation_is_numbered_sentence_by_sentence(nlp: Language) -> None:
    text = f"“{'The water is ours and we shall wait for it. ' * 20}We can wait,” Mr Dahl said."
    assert len(sentences(nlp, text)) == 21


def test_titles_and_captions_are_not_counted(nlp: Language) -> None:
    text = "Gates open\n\nThe first gate was opened.\n\nA pear grower watches."
    blocks = [("title", 0, 10), ("body", 12, 38), ("aside", 40, 62)]
    doc = nlp(pipeline.make_doc(nlp, text, blocks))
    assert [sentence.text for sentence in layers.body_sentences(doc)] == ["The first gate was opened."]


def test_a_title_with_a_dot_ends_no_sentence(nlp: Language) -> None:
    doc = nlp("Speed was a factor, Sgt. Mara Ondal said. Capt. Ivo Vell and Cpl. Ann Aal agreed.")
    assert [sent.text for sent in doc.sents] == [
        "Speed was a factor, Sgt. Mara Ondal said.",
        "Capt. Ivo Vell and Cpl. Ann Aal agreed.",
    ]


def test_a_sentence_that_ends_in_such_a_title_still_ends(nlp: Language) -> None:
    doc = nlp("They called him the Det. He never minded.")
    assert [sent.text for sent in doc.sents] == ["They called him the Det.", "He never minded."]


def test_a_full_stop_behind_initials_that_mix_small_letters_is_no_part_of_them(nlp: Language) -> None:
    doc = nlp("She left the AvD. He joined the PdA, with a Ph.D. from Dolm.")
    assert {"AvD", "PdA", "Ph.D."} <= {token.text for token in doc}
    assert next(sent.text for sent in doc.sents) == "She left the AvD."
