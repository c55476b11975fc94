"""Who is in focus where a source is a bare description or "it": «the agency said», «they said»."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from briefing.annotate import lexicon, quote_pronouns, quote_sources
from briefing.annotate.layers import Entity
from briefing.annotate.quote_scene import Scene
from briefing.annotate.quote_sources import Source

PRONOUNS = ("it", "they", "them", "which")
DEFINITE = ("the", "this", "that", "his", "her", "its", "their")
UNNAMED = lexicon.words("unnamed_sources.txt")
"""Descriptions that stand for somebody who has no name in the article as often as not."""
CLEAR = 0.5
"""A candidate must weigh this much: the subject of the sentence before who spoke last, or better."""
NEAR = 2
"""Sentences back in which "it" and "they" look for a subject."""


def subject_for(scene: Scene, pronoun: Token) -> Source | None:
    """The phrase that "it" or "they" stands for: the nearest subject before it that agrees and is no person."""
    here = scene.numbers[pronoun.i]
    for token in reversed(scene.doc[: pronoun.i]):
        if here - scene.numbers[token.i] > NEAR:
            return None
        if token.dep_ not in ("nsubj", "nsubjpass") or token.i in scene.quoted or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if token.head == pronoun.head or (token.ent_type_ == "PERSON" and not _joined(token)):
            continue
        plural = token.tag_ in ("NNS", "NNPS") or _joined(token)
        if plural == (pronoun.lower_ != "it") or (pronoun.lower_ != "it" and _is_body(token)):
            return quote_sources.phrase(token, scene.quoted)
    return None


def _joined(token: Token) -> bool:
    """Two names in one subject: "Orlan and Vell"."""
    return any(child.dep_ == "conj" and child.tag_[:2] != "VB" for child in token.rights)


def _is_body(token: Token) -> bool:
    """A word or name for a body of people, which newspapers call "they" as well."""
    return token.lower_ in lexicon.words("organisation_words.txt") or token.ent_type_ in ("ORG", "GPE", "NORP")


def described(scene: Scene, head: Token, entities: Iterable[Entity], last: str | None) -> Entity | None:
    """The entity in focus that a definite description stands for; None where that is not clear."""
    if head.tag_ != "NN" or not _is_definite(head) or head.lemma_.lower() in UNNAMED or _introduced(scene, head):
        return None
    if head.lower_ in lexicon.phrases("role_words.tsv"):
        if lexicon.column("role_words.tsv", 2).get(head.lower_) == "kin":
            return None
        told = lexicon.column("role_words.tsv", 1).get(head.lower_, "-")
        return quote_pronouns.best(scene, head, entities, last, gender=told.strip("-"), kind="person", least=CLEAR)
    if head.lower_ in lexicon.words("organisation_words.txt"):
        return quote_pronouns.best(scene, head, entities, last, gender="", kind="organisation", least=CLEAR)
    return None


def _is_definite(head: Token) -> bool:
    """The phrase has a definite article or an owner, and no indefinite word."""
    words = [child.lower_ for child in head.lefts if child.dep_ in ("det", "poss")]
    return any(word in DEFINITE for word in words) and not any(word in ("a", "an", "another") for word in words)


def _introduced(scene: Scene, head: Token) -> bool:
    """The description was introduced before without a name ("a narrator", "one deputy")."""
    return any(
        token.lemma_ == head.lemma_ and any(child.lower_ in ("a", "an", "one", "another") for child in token.lefts)
        for token in scene.doc[: head.i]
        if token.pos_ == "NOUN" and token.dep_ != "appos"
    )
