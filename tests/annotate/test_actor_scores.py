"""The scorers count what a reader would count."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry

from briefing.annotate import layers

VOCAB = spacy.blank("en").vocab
WORDS = ["Helena", "Marek", "met", "Hallam", "and", "Marek", "left"]


def doc(names: list[tuple[int, int, str]], clusters: list[tuple[int, int, str]]) -> Doc:
    made = Doc(VOCAB, words=WORDS)
    layers.write(made, layers.NAMES, [Span(made, start, end, label=label) for start, end, label in names])
    spans = [Span(made, start, end, label="person", kb_id="name", span_id=key) for start, end, key in clusters]
    table = {key: {"name": key, "type": "person"} for _, _, key in clusters}
    layers.write(made, layers.MENTIONS, spans, entities=table)
    layers.write(made, layers.ROLES, [Span(made, 2, 3, label="role", span_id=clusters[0][2])] if clusters else [])
    return made


def test_names_are_counted_with_their_type() -> None:
    score = registry.scorers.get("briefing_names_scorer")()
    gold = doc([(0, 2, "person"), (3, 4, "person")], [])
    found = doc([(0, 2, "person"), (3, 4, "place")], [])
    assert score([Example(found, gold)])["names_f"] == pytest.approx(0.5)


def test_clusters_are_counted_by_their_mentions() -> None:
    score = registry.scorers.get("briefing_clusters_scorer")()
    gold = doc([], [(0, 2, "a"), (3, 4, "b"), (5, 6, "a")])
    found = doc([], [(0, 2, "a"), (3, 4, "b"), (5, 6, "c")])
    scores = score([Example(found, gold)])
    assert (scores["entities_p"], scores["entities_r"]) == (pytest.approx(1.0), pytest.approx(2 / 3))


def test_a_role_of_the_wrong_person_is_wrong() -> None:
    score = registry.scorers.get("briefing_roles_scorer")()
    assert score([Example(doc([], [(0, 2, "a")]), doc([], [(0, 2, "b")]))])["roles_f"] == 0.0
    assert score([Example(doc([], [(0, 2, "a")]), doc([], [(0, 2, "a")]))])["roles_f"] == 1.0
