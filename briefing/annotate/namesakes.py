"""Mentions of a surname that are a town or a firm of that name: "Bo Aal flew to Aal", "Ann Bek founded Bek"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from briefing.annotate import lexicon
from briefing.annotate.name_candidates import Candidate
from briefing.annotate.name_evidence import ORGANISATION, PERSON, PLACE, is_club_name, opens_as_club
from briefing.annotate.name_neighbours import PLACE_PREPOSITIONS, noun_of_apposition
from briefing.annotate.name_sharing import is_free
from briefing.annotate.organisation_names import is_company

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
    full = [doc[one.end - 1].text for one, kind in types.items() if kind == PERSON and one.end - one.start > 1]
    bare = [one for one, kind in types.items() if kind == PERSON and one.end - one.start == 1 and one.label != "TITLE"]
    bare = [one for one in bare if doc[one.start].text in full and is_free(doc[one.start].text)]
    if not bare:
        return dict(types)
    towns = {doc[one.start].text for one in bare if _is_where(doc, one)}
    towns |= {doc[one.start].text for one, kind in types.items() if kind == PLACE and one.end - one.start == 1}
    firms = {doc[one.start].text for one in bare if _is_firm(doc, one)}
    firms |= {doc[one.start].text for one, kind in types.items() if kind == ORGANISATION and _has_firm_name(doc, one)}
    turned = dict(types)
    for one in bare:
        word = doc[one.start].text
        if word in towns and (one.label in _PLACE_LABELS or (one.label == "ORG" and word not in firms)):
            turned[one] = PLACE
        elif word in firms and one.label == "ORG":
            turned[one] = ORGANISATION
    return turned


def _is_where(doc: Doc, one: Candidate) -> bool:
    """Whether somebody is or goes there, or it is told to be a town; "turn to Aal" is no journey."""
    if one.end < len(doc) and doc[one.end].text == ",":
        noun = noun_of_apposition(doc, one.end + 1)
        if noun is not None and noun.lower_ in lexicon.words("place_nouns.txt"):
            return True
    if one.label not in _PLACE_LABELS or one.start < 2:
        return False
    before, verb = doc[one.start - 1].lower_, doc[one.start - 2].lemma_
    return before in PLACE_PREPOSITIONS or (before in ("to", "from") and verb in _MOTION)


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
    """``types`` with the towns turned that play against somebody, where the text names a club: "Rovers beat Aal"."""
    if not any(kind == ORGANISATION and _is_club(doc, one) for one, kind in types.items()):
        return dict(types)
    return {
        one: ORGANISATION if kind == PLACE and one.label in _PLACE_LABELS and _plays(doc, one) else kind
        for one, kind in types.items()
    }


def _is_club(doc: Doc, one: Candidate) -> bool:
    words = [token.text for token in doc[one.start : one.end]]
    return is_club_name(words) or opens_as_club(words) or words[-1] in lexicon.word_set("club-tails")


def _plays(doc: Doc, one: Candidate) -> bool:
    """Whether it wins or loses a match, or is the one it is played against."""
    head = doc[one.start : one.end].root
    if head.dep_ in ("nsubj", "dobj"):
        return head.head.lemma_ in _MATCHES
    to = head.head
    return head.dep_ == "pobj" and (
        to.lower_ == "against" or (to.lower_ in ("to", "with") and to.head.lemma_ in _MATCHES)
    )
