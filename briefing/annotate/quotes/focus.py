"""Who is in focus where a source is a bare description or "it": «the agency said», «they said»."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from spacy.tokens import Token

from briefing.annotate import lexicon
from briefing.annotate.layers import Entity
from briefing.annotate.quotes import pronouns, sources
from briefing.annotate.quotes.pronouns import Wanted
from briefing.annotate.quotes.scene import Scene
from briefing.annotate.quotes.sources import Source
from briefing.annotate.roles import role_agreement
from briefing.annotate.roles.role_agreement import Office

PRONOUNS = ("it", "they", "them", "which")
DEFINITE = ("the", "this", "that", "his", "her", "its", "their")
DEMONSTRATIVE = frozenset(("the", "this", "that"))
_SELF_NAMING = lexicon.word_set("self-naming")
_ANY_BODY = lexicon.word_set("any-body")
UNNAMED = lexicon.words("unnamed_sources.txt")
"""Descriptions that stand for somebody who has no name in the article as often as not."""
CLEAR = 0.2
"""A candidate must weigh this much: the subject of the sentence before who spoke last, or better."""
NEAR = 2
"""Sentences back in which "it" and "they" look for a subject."""


def subject_for(scene: Scene, pronoun: Token, reported: Sequence[tuple[int, int]] = ()) -> Source | None:
    """The phrase that "it" or "they" stands for: the nearest subject before it that agrees and is no person.

    Nobody named in the words ``reported`` says them: «Governments must pay, they argue».
    """
    here = scene.numbers[pronoun.i]
    best: tuple[int, bool, int] | None = None
    for token in scene.doc[: pronoun.i]:
        distance = here - scene.numbers[token.i]
        if distance > NEAR or token.i in scene.quoted or not _may_stand(token, pronoun):
            continue
        if any(start <= token.i < end for start, end in reported) or not sources.can_speak(token):
            continue
        rank = (-distance, token.head.dep_ == "ROOT", token.i)
        best = rank if best is None else max(best, rank)
    return sources.phrase(scene.doc[best[2]], scene.quoted) if best is not None else None


def _may_stand(token: Token, pronoun: Token) -> bool:
    """The token is a subject that the pronoun can stand for."""
    if token.dep_ not in ("nsubj", "nsubjpass") or token.pos_ not in ("NOUN", "PROPN") or token.head == pronoun.head:
        return False
    if token.ent_type_ == "PERSON" and not _joined(token):
        return False
    plural = token.tag_ in ("NNS", "NNPS") or _joined(token)
    return plural == (pronoun.lower_ != "it") or (pronoun.lower_ != "it" and _is_body(token))


def _joined(token: Token) -> bool:
    """Two names in one subject: "Orlan and Vell"."""
    return any(child.dep_ == "conj" and child.tag_[:2] != "VB" for child in token.rights)


def _is_body(token: Token) -> bool:
    """A word or name for a body of people, which newspapers call "they" as well."""
    return token.lower_ in lexicon.words("organisation_words.txt") or token.ent_type_ in ("ORG", "GPE", "NORP")


def person_before(scene: Scene, pronoun: Token, named: Container[int], last: str | None) -> tuple[float, Source] | None:
    """The person known by a noun only whom "he" or "she" may stand for («a neighbour watched ... she said»).

    ``named`` are words of names; ``last`` is the description of who spoke last. With what it weighs, on the scale of
    ``quote_pronouns``.
    """
    here, gender = scene.numbers[pronoun.i], pronouns.GENDERS[pronoun.lower_]
    best: tuple[float, Source] | None = None
    for token in scene.doc[scene.start_of(here - NEAR) : pronoun.i]:
        if not _is_person_noun(token, gender) or token.i in scene.quoted or token.head == pronoun.head:
            continue
        if token.i in named or any(child.i in named and child.dep_ in ("appos", "nmod") for child in token.children):
            continue
        source = sources.phrase(token, scene.quoted)
        value = pronouns.weight(scene, token, here)
        value += pronouns.WEIGHTS.last_source * (source.span.text == last)
        best = (value, source) if best is None or value >= best[0] else best
    return best


def _is_person_noun(token: Token, gender: str) -> bool:
    """The subject of a clause is a noun for one person who may be of this gender."""
    if token.tag_ != "NN" or token.dep_ not in pronouns.SUBJECTS:
        return False
    return lexicon.column("role_words.tsv", 1).get(token.lower_, "none") in (gender, "-")


def is_unnamed(scene: Scene, head: Token) -> bool:
    """The noun brings in somebody without a name: «a neighbour», «my mother», and later «the neighbour»."""
    first = {child.lower_ for child in head.lefts if child.dep_ in ("det", "poss", "nummod")}
    return bool(first) and (first.isdisjoint(DEMONSTRATIVE) or _introduced(scene, head))


def described(
    scene: Scene,
    head: Token,
    entities: Iterable[Entity],
    last: str | None,
    offices: Mapping[str, Sequence[Office]],
    reported: Sequence[tuple[int, int]] = (),
) -> Entity | None:
    """The entity in focus that a definite description stands for; None where that is not clear.

    ``offices`` are those known of each entity; ``reported`` are the borders of what the described one says: whoever is
    named there is spoken of, not speaking, unless the office says so.
    """
    if head.tag_ != "NN" or not _is_definite(head) or head.lemma_.lower() in UNNAMED:
        return None
    if _introduced(scene, head) or _is_explained(head) or _says_which(head):
        return None
    candidates = [one for one in entities if not one.medium]
    if head.lower_ in lexicon.phrases("role_words.tsv"):
        if lexicon.column("role_words.tsv", 2).get(head.lower_) == "kin":
            return None
        gender = lexicon.column("role_words.tsv", 1).get(head.lower_, "").strip("-")
        candidates = [one for one in candidates if _may_hold(head, one, offices.get(one.id, ()), reported)]
        wanted = Wanted("person", gender, CLEAR, apart=True)
    elif head.lower_ in lexicon.words("organisation_words.txt"):
        owners = {one.id for one in candidates if one.type == "organisation" and _stands_before(one, head)}
        candidates = [one for one in candidates if owners <= {one.id} and _may_be_body(head, one, reported)]
        wanted = Wanted("organisation", "", CLEAR, apart=True)
    else:
        return None
    chosen = pronouns.best(scene, head, candidates, wanted, last)
    return chosen.entity if chosen is not None else None


def _says_which(head: Token) -> bool:
    """A relative clause without a comma says which one: «the officer who fired the shot» need not be known."""
    clauses = (child.left_edge.i for child in head.rights if child.dep_ == "relcl")
    return any(head.doc[start - 1].text != "," for start in clauses)


def _may_hold(head: Token, person: Entity, held: Sequence[Office], reported: Sequence[tuple[int, int]]) -> bool:
    """The person is known to hold the office described, or may hold it and is not the one spoken of."""
    wanted = role_agreement.described_as(head)
    known = any(role_agreement.agrees(wanted, one) for one in held)
    return known or (not pronouns.named_in(person, reported) and role_agreement.may_hold(wanted, held))


def _may_be_body(head: Token, body: Entity, reported: Sequence[tuple[int, int]]) -> bool:
    """The body's name has the noun, or nothing speaks against it: "the ministry" is no bank and no company."""
    words = {word.casefold() for word in body.name.split()}
    if head.lower_ in words:
        return True
    kinds = (words & lexicon.words("organisation_words.txt")) - _ANY_BODY
    return (
        head.lower_ not in _SELF_NAMING
        and (head.lower_ in _ANY_BODY or not kinds)
        and not pronouns.named_in(body, reported)
    )


def _is_definite(head: Token) -> bool:
    """The phrase has a definite article or an owner, and no indefinite word."""
    words = [child.lower_ for child in head.lefts if child.dep_ == "det"]
    owned = any(child.dep_ == "poss" for child in head.lefts)
    return (owned or any(word in DEFINITE for word in words)) and not any(
        word in ("a", "an", "another") for word in words
    )


def _is_explained(head: Token) -> bool:
    """A name of its own follows: "the service, index.example," and "the company, identified as Orsa"."""
    return any(
        child.dep_ == "appos" or (child.dep_ == "acl" and child.tag_ == "VBN" and head.nbor(1).text == ",")
        for child in head.rights
    )


def _stands_before(entity: Entity, head: Token) -> bool:
    """The entity is named in the words before the head: "the Orsa board"."""
    return any(head.left_edge.i <= one.start < head.i for one in entity.mentions if one.kb_id_ == "name")


def _introduced(scene: Scene, head: Token) -> bool:
    """The description was introduced before without a name ("a narrator", "one deputy", "her rabbi")."""
    return any(
        any(child.lower_ in ("a", "an", "one", "another") or _is_owner(child) for child in token.lefts)
        for token in scene.doc[: head.i]
        if token.lemma == head.lemma and token.pos_ == "NOUN" and token.dep_ not in ("appos", "compound")
    )


def _is_owner(child: Token) -> bool:
    """The word "his" or "her" before a noun for another person that no name explains."""
    noun = child.head
    named = any(inner.dep_ in ("appos", "nmod") for inner in noun.rights)
    return child.lower_ in ("his", "her") and noun.lower_ in lexicon.phrases("role_words.tsv") and not named
