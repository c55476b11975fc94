"""Whether a pronoun plainly stands for the entity it was resolved to: a wrong name in brackets is worse than none.

A pronoun is not plain where

* somebody else of its gender was named after the entity, unless the entity is the subject of that same sentence;
* the entity was last named by somebody else's words: after "Vell said “Orlan must go”", *he* is not Orlan;
* it is quoted, and its entity is the source of the quotation or the source is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from briefing.annotate import layers, lexicon
from briefing.annotate.layers import Attribution, Entity
from briefing.compose import wordlists
from briefing.compose.clauses import SUBJECTS

PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
"""Pronouns that stand for one person."""
NEUTRAL = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
BODIES = frozenset({"ORG", "NORP", "GPE"})
"""What English speaks of as one thing and as many people: "the navy says they have"."""
STATES = frozenset({"be", "remain", "become", "seem", "appear"})
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "acl"})
EMERGING = frozenset({"emerge", "seem", "appear", "transpire", "happen"})
_GENDERS = lexicon.column("role_words.tsv", 1)
"""Nouns for people with the gender they tell, "-" for none."""


class Antecedents:
    """Judges the pronouns of one document."""

    def __init__(self, doc: Doc) -> None:
        self._entities = {entity.id: entity for entity in layers.entities(doc)}
        self._people = [
            one
            for one in layers.spans(doc, layers.MENTIONS)
            if one.kb_id_ == "name" and self._entities[one.id_].type == "person"
        ]
        self._spoken = [one for one in layers.attributions(doc) if one.kind == "direct"]

    def entity_of(self, mention: Span) -> Entity | None:
        """The entity of a mention."""
        return self._entities.get(mention.id_)

    def is_plain(self, pronoun: Token, entity: Entity) -> bool:
        """True if nothing in the text before the pronoun speaks against its entity."""
        quotation = self._quotation(pronoun)
        if quotation is not None and quotation.entity in {None, entity.id}:
            return False
        named = [one for one in entity.mentions if one.kb_id_ != "pronoun" and one.end <= pronoun.i]
        if pronoun.lower_ not in PERSONAL or entity.type != "person" or not named:
            return True
        last = named[-1]
        named_by = self._quotation(last[0])
        if quotation is None and named_by is not None and named_by.entity != entity.id:
            return False
        since = pronoun.doc[max(last.end, pronoun.sent.start) : max(pronoun.i, pronoun.sent.start)]
        if last.sent.start == pronoun.sent.start and any(_is_other(token, last, entity) for token in since):
            return False
        return not any(
            not (_is_subject(last) and one.sent.start == last.sent.start and (_is_own(pronoun) or not _is_object(one)))
            for one in self._rivals(entity, last.end, pronoun.i)
        )

    def rivals(self, pronoun: Token, entity: Entity, span: Span) -> tuple[Token, ...]:
        """Heads of the words of ``span`` before the pronoun that name or describe somebody else of its gender."""
        if pronoun.lower_ not in PERSONAL or entity.type != "person":
            return ()
        named = [one.root for one in self._rivals(entity, span.start, pronoun.i)]
        before = span.doc[span.start : max(pronoun.i, span.start)]
        return (*named, *(token for token in before if describes_somebody(token, entity.gender)))

    def _rivals(self, entity: Entity, start: int, end: int) -> Iterator[Span]:
        """Names of other people of the entity's gender, or of none that is known."""
        for one in self._people:
            other = self._entities[one.id_]
            unlike = other.gender and entity.gender and other.gender != entity.gender
            if start <= one.start and one.end <= end and other.id != entity.id and not unlike:
                yield one

    def _quotation(self, token: Token) -> Attribution | None:
        """The quotation whose marked words hold a token."""
        return next(
            (one for one in self._spoken if any(part.start <= token.i < part.end for part in one.contents)), None
        )


def speaks_for_another(head: Token) -> bool:
    """True for a spokesman or lawyer, who says of somebody else what "he" does."""
    return head.lemma_.casefold() in wordlists.words("mouthpieces")


def _is_other(token: Token, named: Span, entity: Entity) -> bool:
    """True for a description of somebody else than the one just named, no apposition to that name."""
    return describes_somebody(token, entity.gender) and named.root not in {token.head, token}


def describes_somebody(token: Token, gender: str = "") -> bool:
    """True for "the president", and for "the woman" where that gender is asked for.

    Not for what only says what somebody is: "known as a player", "is a player".
    """
    if token.tag_ != "NN" or token.lemma_.casefold() not in _GENDERS or token.ent_type_ == "ORG":
        return False
    if token.dep_ in {"compound", "appos", "attr", "oprd"} or token.head.lower_ == "as":
        return False
    return not gender or _GENDERS[token.lemma_.casefold()] in {"-", gender}


def _is_own(pronoun: Token) -> bool:
    """True for a pronoun that is a subject itself: it goes on with the subject before it."""
    return pronoun.dep_ in SUBJECTS


def _is_object(mention: Span) -> bool:
    """True for whom something is done to or asked of: "pressed Orlan on why his house" may be either's house."""
    return mention.root.dep_ in {"dobj", "dative"}


def _is_subject(mention: Span) -> bool:
    return mention.root.dep_ in SUBJECTS


def has_antecedent(pronoun: Token, span: Span) -> bool:
    """True if a noun of the right sort stands before the pronoun in the span, or is the subject it runs ahead of."""
    nouns = (
        other
        for other in span.doc[span.start : pronoun.i]
        if other.pos_ in {"NOUN", "PROPN"} and other.dep_ not in {"compound", "npadvmod"} and other.ent_type_ != "DATE"
    )
    ahead = (child for child in span.root.lefts if child.dep_ in SUBJECTS and child.i > pronoun.i)
    return any(_fits(noun, pronoun.lower_) for noun in (*nouns, *ahead))


def _fits(noun: Token, pronoun: str) -> bool:
    if pronoun in PERSONAL:
        return noun.ent_type_ == "PERSON" or (describes_somebody(noun) and not speaks_for_another(noun))
    if pronoun in PLURAL:
        several = "Plur" in noun.morph.get("Number", []) or any(child.dep_ == "conj" for child in noun.children)
        return several or noun.ent_type_ in BODIES
    return noun.ent_type_ != "PERSON" and "Sing" in noun.morph.get("Number", [])


def is_empty_it(token: Token) -> bool:
    """True for an *it* that stands for its predicate: "it is unclear whether", "it emerged that", "make it easy to"."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    head = token.head
    if token.dep_ not in SUBJECTS or not any(child.dep_ in CLAUSES for child in head.children):
        return False
    if head.lemma_ in EMERGING:
        return any(child.dep_ == "ccomp" for child in head.children)
    state = any(child.dep_ in {"acomp", "attr", "oprd"} for child in head.children)
    return head.pos_ == "ADJ" or (head.lemma_ in STATES and state)
