"""Scorers of the components for names, clusters and roles, for ``nlp.evaluate`` and spaCy's registry ``scorers``.

The reference of an example carries the layers as they should be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry

from briefing.annotate import layers
from briefing.annotate.component import ScoreFunction, Scores


def make_names_scorer() -> ScoreFunction:
    """Precision, recall and F of the spans of ``names`` with their types: ``names_p``, ``names_r``, ``names_f``."""
    return _score_names


def make_clusters_scorer() -> ScoreFunction:
    """B-cubed of the entities over their mentions: ``entities_p``, ``entities_r``, ``entities_f``."""
    return _score_clusters


def make_roles_scorer() -> ScoreFunction:
    """Precision, recall and F of role phrases tied to the right person: ``roles_p``, ``roles_r``, ``roles_f``."""
    return _score_roles


registry.scorers.register("briefing_names_scorer", func=make_names_scorer)
registry.scorers.register("briefing_clusters_scorer", func=make_clusters_scorer)
registry.scorers.register("briefing_roles_scorer", func=make_roles_scorer)


def _score_names(examples: Iterable[Example], **_: Any) -> Scores:
    scores: Scores = Scorer.score_spans(
        examples,
        layers.NAMES,
        getter=layers.spans,
        has_annotation=lambda doc: layers.NAMES in doc.spans,
        allow_overlap=True,
    )
    return scores


def _score_clusters(examples: Iterable[Example], **_: Any) -> Scores:
    """B-cubed: for every mention, how much of its entity is right; a mention that only one side has counts as wrong."""
    sums = [0.0, 0.0, 0.0, 0.0]
    for example in examples:
        gold, found = _clusters(example.reference), _clusters(example.predicted)
        for index, (one, other) in enumerate(((found, gold), (gold, found))):
            for key, members in one.items():
                shared = members & other.get(key, frozenset())
                sums[2 * index] += len(shared) / len(members) if key in other else 0.0
            sums[2 * index + 1] += len(one)
    return _prf("entities", sums[0], sums[1], sums[2], sums[3])


def _clusters(doc: Doc) -> dict[tuple[int, int], frozenset[tuple[int, int]]]:
    members: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for span in layers.spans(doc, layers.MENTIONS):
        members[span.id_].add(_place(span))
    return {place: frozenset(places) for places in members.values() for place in places}


def _place(span: Span) -> tuple[int, int]:
    return span.start_char, span.end_char


def _score_roles(examples: Iterable[Example], **_: Any) -> Scores:
    right = guessed = wanted = 0
    for example in examples:
        gold, found = set(_roles(example.reference)), set(_roles(example.predicted))
        right += len(gold & found)
        guessed += len(found)
        wanted += len(gold)
    return _prf("roles", right, guessed, right, wanted)


def _roles(doc: Doc) -> Iterator[tuple[tuple[int, int], str]]:
    names = {entity.id: entity.name for entity in layers.entities(doc)}
    for role in layers.roles(doc):
        yield _place(role.span), names.get(role.entity, "")


def _prf(name: str, right_found: float, found: float, right_wanted: float, wanted: float) -> Scores:
    precision = right_found / found if found else 0.0
    recall = right_wanted / wanted if wanted else 0.0
    both = precision + recall
    return {f"{name}_p": precision, f"{name}_r": recall, f"{name}_f": 2 * precision * recall / both if both else 0.0}
