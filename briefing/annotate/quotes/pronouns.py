"""The person a pronoun source stands for: candidates weighed by nearness, part in the sentence, and who spoke last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from briefing.annotate.layers import Entity
from briefing.annotate.quotes import cues
from briefing.annotate.quotes.scene import Scene

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
    above: float = 0.6
    """Subject of a clause that the word's own clause hangs on: «Orlan opposed what he called a tax»."""
    possessor: float = -0.5
    """Part of another name or noun ("the Orlan campaign", "Orlan's")."""
    quoted: float = -1.5
    """Named only between marks."""
    reported: float = -1.5
    """Named in the very words whose source is looked for: people seldom speak of themselves by name."""
    introduced: float = 0.7
    """Named for the first time, in this sentence or the one before, with a description behind the name."""
    last_source: float = 1.2
    linked: float = 0.8
    """The clusters hold the pronoun for this entity."""
    often: float = 0.05
    """Gained with every mention before, at most ten."""


WEIGHTS = Weights()


class Wanted(NamedTuple):
    """What an antecedent must be."""

    kind: str = "person"
    gender: str = ""
    """``f``, ``m``, or empty for either."""
    least: float = -REACH
    """What it must weigh."""
    apart: bool = False
    """Not named in the same sentence: a description there stands for somebody else."""
    reported: Sequence[tuple[int, int]] = ()
    """Borders of the words whose source is looked for."""


class Weighed(NamedTuple):
    """A candidate with what it weighs and where its best mention stands."""

    value: float
    at: int
    entity: Entity


def best(
    scene: Scene,
    word: Token,
    entities: Iterable[Entity],
    wanted: Wanted,
    last: str | None,
    linked: str | None = None,
) -> Weighed | None:
    """The entity that weighs most before ``word``; ``last`` spoke last, ``linked`` is what the clusters say."""
    chosen: Weighed | None = None
    for entity in entities:
        if entity.type != wanted.kind or (wanted.gender and entity.gender not in ("", wanted.gender)):
            continue
        if wanted.apart and _speaks_beside(scene, entity, word):
            continue
        scored = _weigh(scene, word, entity, entity.id == last, entity.id == linked)
        if scored is None:
            continue
        value, at = scored
        value += WEIGHTS.reported * named_in(entity, wanted.reported)
        if value >= wanted.least and (chosen is None or (value, at) > chosen[:2]):
            chosen = Weighed(value, at, entity)
    return chosen


def named_in(entity: Entity, borders: Sequence[tuple[int, int]]) -> bool:
    """The entity is named between the borders."""
    return any(start <= one.start < end for one in entity.mentions if one.kb_id_ != "pronoun" for start, end in borders)


def _speaks_beside(scene: Scene, entity: Entity, word: Token) -> bool:
    """The entity is itself a source in the sentence of the description ("Orlan said the mayor had told him")."""
    here = scene.numbers[word.i]
    heads = [one.root for one in entity.mentions if scene.numbers[one.start] == here and one.start != word.i]
    return any(
        (head.dep_ in SUBJECTS and cues.verb_frames(head.head)) or head.head.head.lower_ == "according"
        for head in heads
    )


def _weigh(scene: Scene, pronoun: Token, entity: Entity, spoke_last: bool, linked: bool) -> tuple[float, int] | None:
    """The best value of the entity's mentions before the pronoun, and where that mention stands."""
    here = scene.numbers[pronoun.i]
    before = [one for one in entity.mentions if one.start < pronoun.i and one.kb_id_ != "pronoun"]
    values = [
        (weight(scene, one.root, here) + WEIGHTS.above * _stands_above(one.root, pronoun), one.start)
        for one in before
        if here - scene.numbers[one.start] <= REACH and not _same_clause(one, pronoun)
    ]
    if not values:
        return None
    value, at = max(values)
    value += WEIGHTS.introduced * (here - scene.numbers[before[0].start] <= 1 and _is_introduced(before[0]))
    value += WEIGHTS.last_source * spoke_last + WEIGHTS.linked * linked + WEIGHTS.often * min(len(before), 10)
    return value, at


def _stands_above(head: Token, word: Token) -> bool:
    """The head is the subject of a verb above the word's own verb."""
    return head.dep_ in SUBJECTS and head.sent.start == word.sent.start and head.head in word.head.ancestors


def _is_introduced(mention: Span) -> bool:
    """A comma and a description stand behind the name."""
    return any(child.dep_ in ("appos", "relcl") and child.i >= mention.end for child in mention.root.rights)


def weight(scene: Scene, head: Token, here: int) -> float:
    """How well the words with this head serve in sentence number ``here``: near, a subject, outside marks."""
    value = -WEIGHTS.sentence * (here - scene.numbers[head.i])
    if head.dep_ in SUBJECTS:
        value += WEIGHTS.main_subject if head.head.dep_ == "ROOT" else WEIGHTS.subject
    elif head.dep_ in ("poss", "compound", "nmod", "amod"):
        value += WEIGHTS.possessor
    return value + (WEIGHTS.quoted if head.i in scene.quoted else 0.0)


def _same_clause(mention: Span, pronoun: Token) -> bool:
    """The subject of a verb is not its object: "Orlan told him"."""
    return mention.root.head == pronoun.head and mention.root.dep_ in SUBJECTS
