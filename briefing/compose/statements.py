"""Statements: the clauses of a story's articles, with what they are compared by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from briefing.annotate import layers
from briefing.compose import wordlists
from briefing.compose.actors.gathering import ActorTable
from briefing.compose.clauses import clauses
from briefing.compose.datelines import after_dateline
from briefing.compose.documents import Document
from briefing.compose.doubts import Doubt, doubt_in
from briefing.compose.passages import Cut, cut
from briefing.model import Evidence

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
CALENDAR = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?(?![\w-])|\d{4}-\d{2}-\d{2}(?=T)")
ORDINALS = wordlists.words("ordinals")
LIGHT = wordlists.words("light")
"""Words that any two news sentences may share."""
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd"})
CATENATIVE = wordlists.words("catenative")
SUPPORT = wordlists.words("support")
"""Verbs whose object says what is done."""
MEANT = wordlists.words("meant")
"""Content words that spaCy counts among the stop words."""
LONG = 40
"""Words above which a sentence is too long to be read in passing."""


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

    deeds: frozenset[str] = frozenset()
    """Lemmas of what is done."""
    centre: frozenset[str] = frozenset()
    """Lemmas of the main predicate, its subject and its object: what the clause is about."""
    doers: frozenset[str] = frozenset()
    """Ids of the actors that are subjects of its main predicates."""
    heads: frozenset[str] = frozenset()
    """Lemmas of its content words but for those that only describe another one ("*telephone* call")."""
    ordinals: frozenset[str] = frozenset()
    """Words that tell its case from an earlier one: "the second quake", "another fire"."""
    doubt: Doubt | None = None
    """What it leaves open."""
    mentions: Mapping[int, str] = field(default_factory=dict, repr=False, compare=False)
    """Token positions of its document to the ids of the actors they mention."""

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
    """The statements of all documents in their order.

    A sentence is parted where it is long or one of its clauses leaves something open that the others do not.
    """
    found = list[Statement]()
    for document in documents:
        mentions = _mention_actors(document, actors)
        days = _days(document)
        for number, sentence in enumerate(layers.body_sentences(document.doc)):
            evidence = document.sentences[number]
            for part, clause in enumerate(_parts(document.doc, after_dateline(sentence))):
                features = frozenset(_features(clause, mentions))
                own = frozenset(day for at, day in days if clause.start <= at < clause.end)
                verbs = predicates(clause)
                found.append(
                    Statement(
                        document=document,
                        span=clause,
                        number=number,
                        part=part,
                        evidence=evidence,
                        features=features,
                        days=own,
                        deeds=_deeds(verbs),
                        centre=_centre(verbs),
                        doers=_doers(verbs, mentions),
                        heads=_heads(clause),
                        ordinals=_ordinals(clause),
                        doubt=doubt_in(clause),
                        mentions=mentions,
                    )
                )
    return tuple(found)


def content_lemma(token: Token) -> str | None:
    """The lemma of a content word, None for a light or functional one."""
    if token.pos_ not in CONTENT or token.is_punct:
        return None
    lemma = token.lemma_.casefold()
    if token.is_stop and lemma not in MEANT:
        return None
    return None if lemma in LIGHT else lemma


def _parts(doc: Doc, sentence: Span) -> tuple[Span, ...]:
    parts = clauses(doc, sentence)
    if len(sentence) <= LONG and not any(doubt_in(part) for part in parts):
        return (sentence,)
    return parts


def _mention_actors(document: Document, actors: ActorTable) -> dict[int, str]:
    """Token positions to the actor they mention; words of a role or date tell nothing by themselves."""
    quiet = [role.span for role in layers.roles(document.doc)] + [one.span for one in layers.timexes(document.doc)]
    found = {position: "" for span in quiet for position in range(span.start, span.end)}
    for mention in layers.spans(document.doc, layers.MENTIONS):
        actor = actors.of(document.article.id, mention.id_)
        if actor is not None:
            found.update((position, actor.id) for position in range(mention.start, mention.end))
    return found


def _features(span: Span, mentions: dict[int, str]) -> list[str]:
    features = list[str]()
    for token in span:
        if token.i in mentions:
            features += [f"@{mentions[token.i]}"] if mentions[token.i] else []
        elif (lemma := content_lemma(token)) is not None:
            features.append(lemma)
    return features


def predicates(span: Span) -> tuple[Token, ...]:
    """The main verbs of a clause; of what is said, where the main verb only says it."""
    found, heads = list[Token](), [span.root]
    while heads:
        head = heads.pop(0)
        found.append(head)
        deeper = content_lemma(head) is None or head.lemma_ in CATENATIVE
        heads += [
            child
            for child in head.children
            if (child.dep_ == "conj" and child.pos_ == "VERB") or (deeper and child.dep_ in {"ccomp", "xcomp"})
        ]
    return tuple(found)


def _deeds(verbs: Sequence[Token]) -> frozenset[str]:
    """What is done: the verb's lemma, or its object's where the verb says little ("held a call")."""
    deeds = set[str]()
    for verb in verbs:
        lemma = None if verb.lemma_.casefold() in SUPPORT else content_lemma(verb)
        if lemma is not None:
            deeds.add(lemma)
        else:
            nouns = [child for child in verb.children if child.dep_ in {"dobj", "attr"}]
            deeds.update(lemma for noun in nouns if (lemma := content_lemma(noun)) is not None)
    return frozenset(deeds)


def _centre(verbs: Sequence[Token]) -> frozenset[str]:
    """Content lemmas of the predicates and of their subjects and objects."""
    tokens = [token for verb in verbs for token in (verb, *verb.children) if token == verb or token.dep_ in ARGUMENTS]
    return frozenset(lemma for token in tokens if (lemma := content_lemma(token)) is not None)


def _doers(verbs: Sequence[Token], mentions: Mapping[int, str]) -> frozenset[str]:
    """The actors named as subjects of the predicates."""
    subjects = (child for verb in verbs for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})
    return frozenset(actor for subject in subjects if (actor := mentions.get(subject.i)))


def _ordinals(span: Span) -> frozenset[str]:
    """Ordinals from the second on; the first case and one that is not counted are mostly the same."""
    return frozenset(token.lower_ for token in span if token.lower_ in ORDINALS and token.pos_ in {"ADJ", "DET"}) - {
        "first"
    }


def _heads(span: Span) -> frozenset[str]:
    return frozenset(
        lemma
        for token in span
        if token.dep_ not in {"compound", "amod"} and (lemma := content_lemma(token)) is not None
    )


def _days(document: Document) -> list[tuple[int, str]]:
    """Token positions of dates with their ISO prefix."""
    return [
        (one.span.start, match[0])
        for one in layers.timexes(document.doc)
        if one.type in {"DATE", "TIME"} and (match := CALENDAR.match(one.value))
    ]
