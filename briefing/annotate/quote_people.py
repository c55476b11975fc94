"""Who the words of a source stand for: an entity of the document, a description, or nobody known."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from briefing.annotate import layers
from briefing.annotate.layers import Entity
from briefing.annotate.quote_scene import Scene

SINGULAR = {"he": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
FIRST_OR_SECOND = {"i", "we", "you", "me", "us", "one"}
PERSON = "person"
REACH = 12
"""Sentences back that a pronoun may reach."""


class Speaker(NamedTuple):
    """What a source resolves to."""

    entity: str | None
    name: str | None


UNKNOWN = Speaker(None, None)


class People:
    """The entities of a document, ready for the question who a source is."""

    def __init__(self, scene: Scene) -> None:
        doc = scene.doc
        self._scene = scene
        self._entities = {entity.id: entity for entity in layers.entities(doc)}
        self._mention_at: dict[int, Span] = {}
        for mention in layers.spans(doc, layers.MENTIONS):
            for token in mention:
                self._mention_at.setdefault(token.i, mention)
        self._sentence = _sentence_numbers(doc)

    def resolve(self, source: tuple[int, int, int], last: str | None) -> Speaker:
        """The speaker of a source given as start, end and head; ``last`` is the entity of the quotation before."""
        doc = self._scene.doc
        start, end, position = source
        head = doc[position]
        low = head.lower_
        if low in SINGULAR:
            return self._pronoun(head, last)
        if low in FIRST_OR_SECOND:
            return UNKNOWN
        if any(child.dep_ == "conj" and start <= child.i < end for child in head.children):
            return Speaker(None, doc[start:end].text)
        entity = self._named(head, start, end)
        if entity is not None:
            return Speaker(entity.id, entity.name)
        if head.pos_ == "PRON":
            return UNKNOWN
        return Speaker(None, doc[start:end].text)

    def _named(self, head: Token, start: int, end: int) -> Entity | None:
        """The entity that the head, or a name in apposition to it, mentions."""
        for token in (
            head,
            *(child for child in head.children if child.dep_ in ("appos", "flat") and start <= child.i < end),
        ):
            mention = self._mention_at.get(token.i)
            if mention is not None and mention.root.i == token.i and mention.id_ in self._entities:
                return self._entities[mention.id_]
        mention = self._mention_at.get(head.i)
        if mention is not None and mention.end >= end - 1 and mention.id_ in self._entities:
            return self._entities[mention.id_]
        return None

    def _pronoun(self, pronoun: Token, last: str | None) -> Speaker:
        """The person a pronoun stands for."""
        gender = SINGULAR[pronoun.lower_]
        best: tuple[float, int] | None = None
        chosen: Entity | None = None
        for entity in self._entities.values():
            if entity.type != PERSON or entity.gender not in ("", gender):
                continue
            score = self._score(entity, pronoun, last)
            if score is not None and (best is None or score > best):
                best, chosen = score, entity
        return Speaker(chosen.id, chosen.name) if chosen is not None else UNKNOWN

    def _score(self, entity: Entity, pronoun: Token, last: str | None) -> tuple[float, int] | None:
        """How well an entity fits a pronoun: nearness, being a subject, having spoken last."""
        here = self._sentence[pronoun.i]
        score = None
        at = -1
        for mention in entity.mentions:
            if mention.start >= pronoun.i or mention.kb_id_ == "pronoun":
                continue
            distance = here - self._sentence[mention.start]
            if distance > REACH:
                continue
            value = 3.0 - distance
            value += 1.0 if mention.root.dep_ in ("nsubj", "nsubjpass") else 0.0
            value -= 1.5 if mention.start in self._scene.quoted else 0.0
            if score is None or value >= score:
                score, at = value, mention.start
        if score is None:
            return None
        return score + (2.0 if entity.id == last else 0.0), at


def _sentence_numbers(doc: Doc) -> list[int]:
    """The number of the sentence of every token."""
    numbers, current = [], -1
    for token in doc:
        current += token.is_sent_start is True or token.i == 0
        numbers.append(current)
    return numbers
