"""Statements: the clauses of a story's articles, with what they are compared by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.compose.actors import ActorTable
from briefing.compose.clauses import clauses
from briefing.compose.documents import Document
from briefing.compose.passages import Cut, cut
from briefing.model import Evidence

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
CALENDAR = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?(?![\w-])|\d{4}-\d{2}-\d{2}(?=T)")
LIGHT = frozenset(
    "say tell report announce add state mr mrs ms dr be have do make take get give go come also would could may might "
    "accord according note explain comment describe statement spokesman spokesperson spokeswoman official".split()
)
"""Words that any two news sentences may share."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One independent clause of a body sentence."""

    document: Document
    span: Span
    number: int
    """Position of its sentence in the body, from 0."""
    part: int
    """Position of the clause in its sentence, from 0."""
    evidence: Evidence
    features: frozenset[str]
    """Lemmas of its content words, ``@a1`` for the actors it mentions."""
    days: frozenset[str]
    """Dates it speaks of as ISO prefixes: days, months or years."""

    @property
    def key(self) -> tuple[str, int, int]:
        """Sort key that does not depend on the order of the input."""
        return (self.evidence.article, self.number, self.part)

    @property
    def actors(self) -> frozenset[str]:
        """Ids of the actors it mentions."""
        return frozenset(feature[1:] for feature in self.features if feature.startswith("@"))

    @property
    def cut(self) -> Cut:
        """Its words."""
        return cut(self.document, self.span)


def statements(documents: Sequence[Document], actors: ActorTable) -> tuple[Statement, ...]:
    """The statements of all documents in their order."""
    found = list[Statement]()
    for document in documents:
        mentions = _mention_actors(document, actors)
        days = _days(document)
        for number, sentence in enumerate(layers.body_sentences(document.doc)):
            evidence = document.sentences[number]
            for part, clause in enumerate(clauses(document.doc, sentence)):
                features = frozenset(_features(clause, mentions))
                own = frozenset(day for at, day in days if clause.start <= at < clause.end)
                found.append(Statement(document, clause, number, part, evidence, features, own))
    return tuple(found)


def content_lemma(token: Token) -> str | None:
    """The lemma of a content word, None for a light or functional one."""
    if token.pos_ not in CONTENT or token.is_stop or token.is_punct:
        return None
    lemma = token.lemma_.casefold()
    return None if lemma in LIGHT else lemma


def _mention_actors(document: Document, actors: ActorTable) -> dict[int, str]:
    """Token positions to the actor they mention."""
    found: dict[int, str] = {}
    for mention in layers.spans(document.doc, layers.MENTIONS):
        actor = actors.of(document.article.id, mention.id_)
        if actor is not None:
            found.update((position, actor.id) for position in range(mention.start, mention.end))
    return found


def _features(span: Span, mentions: dict[int, str]) -> list[str]:
    features = list[str]()
    for token in span:
        if token.i in mentions:
            features.append(f"@{mentions[token.i]}")
        elif (lemma := content_lemma(token)) is not None:
            features.append(lemma)
    return features


def _days(document: Document) -> list[tuple[int, str]]:
    """Token positions of dates with their ISO prefix."""
    return [
        (one.span.start, match[0])
        for one in layers.timexes(document.doc)
        if one.type in {"DATE", "TIME"} and (match := CALENDAR.match(one.value))
    ]
