"""What the words beside a name say it is: "newspaper Aal", "the town of Aal", "Aal, a lawyer", "in Aal"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing.annotate import lexicon
from briefing.annotate.names import borders

PERSON, ORGANISATION, PLACE = "person", "organisation", "place"
Vote = tuple[str, float]
PLACE_PREPOSITIONS = frozenset(("in", "near", "outside", "throughout", "across"))
_APPOSITION = 7
_MAKERS = lexicon.word_set("makers")
"""Nouns for firms that only stand before their name: "the chipmaker Aal", but "the Aal maker" makes Aals."""
_WARES = lexicon.word_set("wares")
"""Nouns for what is made and sold under a name: "the spyware Aal", "the Aal app"."""
_MOTION = lexicon.word_set("motion")
_OF_PEOPLE = lexicon.word_set("lives")
"""Verbs whose subject lives and dies."""
_GOODS = lexicon.word_set("goods")
_BEFORE_PLACES = lexicon.words("place_nouns.txt") | {"mayor", "governor", "archbishop", "bishop", "outskirts"}
"""Before "of" these tell a place."""


def neighbour_votes(doc: Doc, start: int, end: int, *, located: bool) -> Iterator[Vote]:
    """Votes for the type of the name ``doc[start:end]`` from what stands round it.

    ``located``: it seems a place, so that a body named behind it is a body there ("the Aal court").
    """
    if start:
        yield from _before(doc, start, single=end - start == 1)
    if end < len(doc):
        yield from _after(doc, end, located=located)
    if start >= 2 and end < len(doc) and doc[start - 1].text == doc[end].text == ",":
        yield PERSON, 1.5 if doc[start - 2].text in borders.role_words() else 0.0
    head = doc[start:end].root
    if head.dep_ == "nsubj" and head.head.lemma_ in lexicon.words("said_verbs.txt"):
        yield PERSON, 0.8 if end - start == 1 else 0.5
    elif _does_business(head):
        yield from _of_business(doc, start, end)
    elif head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_ in _OF_PEOPLE:
        yield PERSON, 0.8
    elif head.dep_ == "nsubj" and head.head.lemma_ == "be" and end < len(doc) and doc[end] == head.head:
        yield from _described(noun_of_apposition(doc, end + 1))


def _does_business(head: Token) -> bool:
    """Whether the name acts on what companies have, as no sea or range does: "Aal Pacific added flights"."""
    if head.dep_ != "nsubj":
        return False
    return any(child.dep_ == "dobj" and child.lower_ in _GOODS for child in head.head.children)


def _of_business(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """Who raises "its" outlook is nobody, and a name of two words that adds flights no sea."""
    if _has_its(doc[start:end].root.head):
        yield ORGANISATION, 2.0
        yield PERSON, -1.0
    elif doc[start].ent_type_ == "LOC" and end - start > 1:
        yield ORGANISATION, 2.5


def _has_its(verb: Token) -> bool:
    """Whether the object is "its": "Ann Aal raised its outlook" is of a firm."""
    return any(word.lower_ == "its" for child in verb.children if child.dep_ == "dobj" for word in child.children)


def _before(doc: Doc, start: int, *, single: bool) -> Iterator[Vote]:
    token = doc[start - 1]
    if token.text in borders.honorifics():
        yield PERSON, 3.0
    elif token.is_lower and (token.text in lexicon.words("body_nouns.txt") or token.text in _MAKERS):
        yield ORGANISATION, 1.5
    elif token.is_lower and token.tag_ == "NN" and token.text in _WARES:
        yield "other", 1.5
    elif borders.is_title(token):
        yield PERSON, 1.5
    elif token.lower_ == "the" and single:
        yield PERSON, -1.0
    elif token.text == "(" and start >= 2 and _is_plain_noun(doc[start - 2]):
        yield "other", 4.0
    else:
        yield PLACE, _place_before(doc, start, single=single)


def _place_before(doc: Doc, start: int, *, single: bool) -> float:
    """How much the preposition before the name speaks for a place: "in Aal", "flew to Aal", "mayor of Aal"."""
    word = doc[start - 1].lower_
    if word in PLACE_PREPOSITIONS:
        return 1.1 if single else 0.5
    if start >= 2 and word == "to" and single and doc[start - 2].lemma_ in _MOTION:
        return 1.2
    return 2.0 if start >= 2 and word == "of" and doc[start - 2].lower_ in _BEFORE_PLACES else 0.0


def _is_plain_noun(token: Token) -> bool:
    """A common noun that is no body: initials in brackets behind it name a treaty, a law or a thing."""
    return token.is_lower and token.tag_ in ("NN", "NNS") and token.text not in lexicon.words("body_nouns.txt")


def _after(doc: Doc, end: int, *, located: bool) -> Iterator[Vote]:
    token = doc[end]
    if token.lower_ == "who":
        yield PERSON, 1.0
    elif token.text in lexicon.words("body_nouns.txt"):
        yield ORGANISATION, 0.0 if located else 2.5
    elif token.text in lexicon.words("place_nouns.txt"):
        yield PLACE, 1.5
    elif token.text in _WARES:
        yield "other", 1.0
    elif token.text == ",":
        yield from _described(noun_of_apposition(doc, end + 1))


def _described(noun: Token | None) -> Iterator[Vote]:
    if noun is None:
        return
    if noun.lower_ in lexicon.words("body_nouns.txt"):
        yield ORGANISATION, 1.5
    elif noun.lower_ in lexicon.words("place_nouns.txt"):
        yield PLACE, 1.0
    elif noun.lower_ in borders.role_words():
        yield PERSON, 1.5


def noun_of_apposition(doc: Doc, start: int) -> Token | None:
    """The head noun of "a ..." or "the ..." at ``start``: the last noun of the run."""
    if start >= len(doc) or doc[start].tag_ not in ("DT", "PRP$"):
        return None
    noun = None
    for token in doc[start + 1 : start + _APPOSITION]:
        if token.tag_ in ("NN", "NNS"):
            noun = token
        elif noun is not None or token.tag_ not in ("JJ", "JJS", "RBS", "VBN", "VBG", "NNP", "POS", "CD", "HYPH"):
            break
    return noun
