"""The borders that ``briefing_blocks`` puts between sentences before the parser."""

from __future__ import annotations

import spacy

from briefing.annotate.blocks import LONGEST, Blocks


def test_a_sentence_that_no_full_stop_ends_is_ended() -> None:
    doc = Blocks()(spacy.blank("en")("word " * (2 * LONGEST + 10)))
    assert [token.i for token in doc if token.is_sent_start] == [0, LONGEST, 2 * LONGEST]


def test_a_long_paragraph_of_sentences_is_left_to_the_parser() -> None:
    doc = Blocks()(spacy.blank("en")("The port reopened on Friday. " * LONGEST))
    assert [token.i for token in doc if token.is_sent_start] == [0]
