"""The person a pronoun source stands for: candidates weighed by nearness, part in the sentence, and who spoke last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Span, Token

from briefing.annotate.layers import Entity
from briefing.annotate.quote_scene import Scene

GENDERS = {"he": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
REACH = 8
"""Sentences of the outlet's own words back that a pronoun may reach."""
SUBJECTS = ("nsubj", "nsubjpass")


class Weights(NamedTuple):
    """What counts for a candidate; set by hand, checked on the development halves of PolNeAR and GUM."""

    sentence: float = 1.0
    """Lost with every sentence of distance."""
    main_subject: float = 1.2
    subject: float = 0.6
    possessor: float = -0.5
    """Part of another name or noun ("the Orlan campaign", "Orlan's")."""
    quoted: float = -1.5
    """Named only between marks."""
    last_source: float = 1.2
    linked: float = 0.8
    """The clusters hold the pronoun for this entity."""
    often: float = 0.05
    """Gained with every mention before, at most ten."""


WEIGHTS = Weights()


def antecedent(
    scene: Scene, pronoun: Token, entities: Iterable[Entity], last: str | None, linked: str | None
) -> Entity | None:
    """The best person for "he" or "she"; None if nobody fits."""
    gender = GENDERS[pronoun.lower_]
    return best(scene, pronoun, entities, last, linked=linked, gender=gender, kind="person", least=-REACH)


def best(
    scene: Scene,
    word: Token,
    entities: Iterable[Entity],
    last: str | None,
    *,
    gender: str,
    kind: str,
    least: float,
    linked: str | None = None,
) -> Entity | None:
    """The entity of this kind and gender that weighs most before ``word``, and at least ``least``."""
    chosen: tuple[tuple[float, int], Entity] | None = None
    for entity in entities:
        if entity.type != kind or (gender and entity.gender not in ("", gender)):
            continue
        scored = _weigh(scene, word, entity, entity.id == last, entity.id == linked)
        if scored is not None and scored[0] >= least and (chosen is None or scored > chosen[0]):
            chosen = scored, entity
    return chosen[1] if chosen is not None else None


def _weigh(scene: Scene, pronoun: Token, entity: Entity, spoke_last: bool, linked: bool) -> tuple[float, int] | None:
    """The best value of the entity's mentions before the pronoun, and where that mention stands."""
    here = scene.numbers[pronoun.i]
    before = [one for one in entity.mentions if one.start < pronoun.i and one.kb_id_ != "pronoun"]
    values = [
        (_value(scene, one, here), one.start)
        for one in before
        if here - scene.numbers[one.start] <= REACH and not _same_clause(one, pronoun)
    ]
    if not values:
        return None
    value, at = max(values)
    value += WEIGHTS.last_source * spoke_last + WEIGHTS.linked * linked + WEIGHTS.often * min(len(before), 10)
    return value, at


def _value(scene: Scene, mention: Span, here: int) -> float:
    """How well one mention serves: near, a subject, outside marks."""
    value = -WEIGHTS.sentence * (here - scene.numbers[mention.start])
    head = mention.root
    if head.dep_ in SUBJECTS:
        value += WEIGHTS.main_subject if head.head.dep_ == "ROOT" else WEIGHTS.subject
    elif head.dep_ in ("poss", "compound", "nmod", "amod"):
        value += WEIGHTS.possessor
    return value + (WEIGHTS.quoted if mention.start in scene.quoted else 0.0)


def _same_clause(mention: Span, pronoun: Token) -> bool:
    """The subject of a verb is not its object: "Orlan told him"."""
    return mention.root.head == pronoun.head and mention.root.dep_ in SUBJECTS
