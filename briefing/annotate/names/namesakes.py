"""Mentions of a surname that are a town or a firm of that name: "Bo Aal flew to Aal", "Ann Bek founded Bek"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from spacy.tokens import Doc, Token

from briefing.annotate import lexicon
from briefing.annotate.names.candidates import Candidate
from briefing.annotate.names.evidence import (
    ORGANISATION,
    PERSON,
    PLACE,
    is_club_name,
    is_organisation_name,
    opens_as_club,
)
from briefing.annotate.names.neighbours import PLACE_PREPOSITIONS, noun_of_apposition
from briefing.annotate.names.organisation_names import is_company
from briefing.annotate.names.sharing import is_free

_PLACE_LABELS = ("GPE", "LOC", "FAC")
_MOTION = lexicon.word_set("motion")
_FOUNDS = lexicon.word_set("founds")
_TRADES = lexicon.word_set("does-business")
_ASSETS = lexicon.word_set("assets")
_MATCHES = lexicon.word_set("matches")


def told_apart(doc: Doc, types: Mapping[Candidate, str]) -> dict[Candidate, str]:
    """``types`` with those mentions of surnames turned that the text shows to be a town's or a firm's.

    One mention must be shown by the words beside it; the recogniser's word is enough for the others.
    """
    people = [one for one, kind in types.items() if kind == PERSON and one.end - one.start > 1]
    full = {doc[one.end - 1].text for one in people}
    bare = [one for one, kind in types.items() if kind == PERSON and one.end - one.start == 1 and one.label != "TITLE"]
    places = {doc[one.start].text for one, kind in types.items() if kind == PLACE and one.end - one.start == 1}
    given = [one for one in bare if _is_given_only(doc, one, people)]
    turned = {one: PLACE for one in given if _is_town(doc, one, places)}
    turned |= {one: ORGANISATION for one in given if doc[one.start].text in lexicon.words("club_words.txt")}
    bare = [one for one in bare if doc[one.start].text in full and is_free(doc[one.start].text)]
    if not bare:
        return {**types, **turned}
    towns = {doc[one.start].text for one in bare if _is_where(doc, one)}
    towns |= places
    firms = {doc[one.start].text for one in bare if _is_firm(doc, one)}
    firms |= {doc[one.start].text for one, kind in types.items() if kind == ORGANISATION and _has_firm_name(doc, one)}
    for one in bare:
        word = doc[one.start].text
        may_be_town = one.label in _PLACE_LABELS or (one.label == "ORG" and word not in firms)
        if _is_in_state(doc, one) or _is_told_as_place(doc[one.start]) or (word in towns and may_be_town):
            turned[one] = PLACE
        elif word in firms and one.label == "ORG":
            turned[one] = ORGANISATION
    return {**types, **turned}


def with_namesakes_of_states(doc: Doc, types: Mapping[Candidate, str]) -> dict[Candidate, str]:
    """``types`` with the states and capitals turned that bear somebody's surname and do what people do.

    "Ann Aal lives in Aal. Aal flew home" is about her. So is "Aal wants a train" where Aal is a state that the text has
    nowhere else; of a capital that is said of its government.
    """
    full = {doc[one.end - 1].text for one, kind in types.items() if kind == PERSON and one.end - one.start > 1}
    bare = [one for one, kind in types.items() if kind == PLACE and one.end - one.start == 1]
    bare = [one for one in bare if doc[one.start].text in full and one.label in ("NAME", "CAPITAL")]
    acting = [one for one in bare if doc[one.start].dep_ == "nsubj"]
    places = {doc[one.start].text for one in bare if one not in acting}
    turned = [one for one in acting if _lives(doc[one.start]) or _is_state_only_here(doc, one, places)]
    return {one: PERSON if one in turned else kind for one, kind in types.items()}


def _lives(token: Token) -> bool:
    """Whether it lives, dies or goes somewhere, as no town does."""
    return token.head.lemma_ in _MOTION | {"live", "die", "marry"}


def _is_state_only_here(doc: Doc, one: Candidate, places: Set[str]) -> bool:
    return one.label == "NAME" and doc[one.start].text not in places


def _is_town(doc: Doc, one: Candidate, places: Set[str]) -> bool:
    """Whether the recogniser takes a word for a place, here or elsewhere, or it is visited."""
    token = doc[one.start]
    visited = token.dep_ == "dobj" and token.head.lemma_ in lexicon.word_set("seen")
    located = token.dep_ == "pobj" and token.head.lower_ in PLACE_PREPOSITIONS
    named = one.label in _PLACE_LABELS and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
    return visited or located or named or token.text in places


def _is_given_only(doc: Doc, one: Candidate, people: Sequence[Candidate]) -> bool:
    """Whether a word that the recogniser takes for a place is a given name, and its bearer called by the surname.

    A writer keeps to one short form: where "Florence Aal" is "Aal", "Florence" is the town.
    """
    word = doc[one.start].text
    bearers = [full for full in people if doc[full.start].text == word]
    surnames = {doc[full.end - 1].text for full in bearers}
    inside = {index for full in people for index in range(full.start, full.end)}
    return bool(bearers) and any(token.text in surnames and token.i not in inside for token in doc)


def _is_in_state(doc: Doc, one: Candidate) -> bool:
    """Whether the state in which it lies stands behind it between commas: "Aal, Nebraska, is"."""
    closed = one.end + 2 < len(doc) and doc[one.end].text == "," and doc[one.end + 2].is_punct
    return closed and doc[one.end + 1].text in lexicon.phrases("regions.tsv")


def _is_where(doc: Doc, one: Candidate) -> bool:
    """Whether somebody is or goes there, or it is told to be a town; "turn to Aal" is no journey."""
    if one.end < len(doc) and doc[one.end].text == ",":
        noun = noun_of_apposition(doc, one.end + 1)
        if noun is not None and noun.lower_ in lexicon.words("place_nouns.txt"):
            return True
    if _is_told_as_place(doc[one.start]):
        return True
    if one.label not in _PLACE_LABELS or one.start < 2:
        return False
    before, verb = doc[one.start - 1].lower_, doc[one.start - 2].lemma_
    return before in PLACE_PREPOSITIONS or (before in ("to", "from") and verb in _MOTION)


def _is_told_as_place(token: Token) -> bool:
    """Whether the sentence says what place it is: "Aal is the capital of Bekland"."""
    if token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return False
    told = (child.lower_ for child in token.head.children if child.dep_ == "attr")
    return not lexicon.words("place_nouns.txt").isdisjoint(told)


def _is_firm(doc: Doc, one: Candidate) -> bool:
    """Whether the recogniser takes a mention for a body and it is founded, does business or has shares."""
    token = doc[one.start]
    if one.label != "ORG":
        return False
    if token.dep_ == "dobj" and token.head.lemma_ in _FOUNDS:
        return True
    if token.dep_ == "nsubj" and token.head.lemma_ in _TRADES:
        return True
    if token.dep_ == "pobj" and token.head.lower_ in ("of", "in") and token.head.head.lower_ in _ASSETS:
        return True
    return token.dep_ in ("poss", "compound") and token.head.lower_ in _ASSETS


def _has_firm_name(doc: Doc, one: Candidate) -> bool:
    """Whether a body's name ends with a legal form ("Aal Motor Company")."""
    return one.end - one.start > 1 and is_company(doc[one.start : one.end].text)


def with_opponents(doc: Doc, types: Mapping[Candidate, str]) -> dict[Candidate, str]:
    """``types`` with the towns turned that play against somebody, where the text names a club: "Rovers beat Aal".

    So is what the recogniser takes for somebody whom nothing else names ("Aal beat Rovers. Aal lead by a point.").
    """
    if not any(kind == ORGANISATION and _is_club(doc, one) for one, kind in types.items()):
        return dict(types)
    parts = {token.text for one, kind in types.items() if kind == PERSON for token in doc[one.start : one.end][:-1]}
    parts |= {doc[one.end - 1].text for one, kind in types.items() if kind == PERSON and one.end - one.start > 1}
    unknown = {one for one, kind in types.items() if kind == PERSON and one.label == "PERSON"}
    unknown = {one for one in unknown if doc[one.start].text not in parts}
    playing = {one for one, kind in types.items() if kind == PLACE and one.label in _PLACE_LABELS}
    playing = {one for one in playing | unknown if _plays(doc, one)}
    words = {doc[one.start].text for one in playing & unknown}
    playing |= {one for one in unknown if doc[one.start].text in words}
    return {one: ORGANISATION if one in playing else kind for one, kind in types.items()}


def _is_club(doc: Doc, one: Candidate) -> bool:
    words = [token.text for token in doc[one.start : one.end]]
    if opens_as_club(words) or words[-1] in lexicon.word_set("club-tails"):
        return True
    return is_club_name(words) and not is_organisation_name(words)


def _plays(doc: Doc, one: Candidate) -> bool:
    """Whether it wins or loses a match, or is the one it is played against."""
    head = doc[one.start : one.end].root
    if head.dep_ in ("nsubj", "dobj"):
        return head.head.lemma_ in _MATCHES
    to = head.head
    return head.dep_ == "pobj" and (
        to.lower_ == "against" or (to.lower_ in ("to", "with") and to.head.lemma_ in _MATCHES)
    )
