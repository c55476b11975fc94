"""Whatever the text, the layers of actors are whole: every mention in the table, every name from the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from briefing.annotate import countries, layers

from . import marked

pytestmark = pytest.mark.model

PIECES = [
    "Helena Marek", "Mr Hallam", "said", "on Monday", ",", ".", "\n\n", "“", "”", "(", ")", "the", "president",
    "of", "Germany", "German", "Berlin", "the Kremlin", "he", "She", "his counterpart", "and", "UN", "USS",
    "St.", "-", "’s", "Reuters reported", "a senior official at the ministry", "Kim Sang-woo", "MAY", "May",
    "--", "|", "IS", "é", "1,000", "&",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join)
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@RELAXED
@given(TEXTS)
def test_every_mention_is_in_the_table_and_every_entity_has_mentions(nlp: Language, text: str) -> None:
    doc = marked.annotate(nlp, text)
    table = layers.facts(doc, layers.MENTIONS, "entities")
    assert {span.id_ for span in layers.spans(doc, layers.MENTIONS)} == set(table)


@RELAXED
@given(TEXTS)
def test_no_two_names_overlap(nlp: Language, text: str) -> None:
    names = layers.spans(marked.annotate(nlp, text), layers.NAMES)
    assert all(left.end <= right.start for left, right in pairwise(names))


@RELAXED
@given(TEXTS)
def test_the_name_of_an_entity_is_in_the_text_or_is_its_state(nlp: Language, text: str) -> None:
    doc = marked.annotate(nlp, text)
    line = " ".join(doc.text.split())
    for entity in layers.entities(doc):
        known = countries.country_name(entity.mentions[0].text)
        assert entity.name in line or (known is not None and entity.name == known.country)


@RELAXED
@given(TEXTS)
def test_every_role_belongs_to_a_person_of_the_table(nlp: Language, text: str) -> None:
    doc = marked.annotate(nlp, text)
    people = {entity.id for entity in layers.entities(doc) if entity.type == "person"}
    assert {role.entity for role in layers.roles(doc)} <= people


@RELAXED
@given(TEXTS)
def test_the_same_text_gives_the_same_layers(nlp: Language, text: str) -> None:
    def written() -> list[tuple[int, int, str, str, str]]:
        doc = marked.annotate(nlp, text)
        spans = (*layers.spans(doc, layers.MENTIONS), *layers.spans(doc, layers.ROLES))
        return [(span.start, span.end, span.label_, span.id_, span.kb_id_) for span in spans]

    assert written() == written()
