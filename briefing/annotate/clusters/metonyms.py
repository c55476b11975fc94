"""Capitals and seats that stand for a government: "Seoul said", "between Moscow and Pyongyang", but not "in Seoul"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from briefing.annotate import countries, lexicon
from briefing.annotate.clusters.entity_drafts import Draft

_VISITS = lexicon.word_set("visits")
_TREATS = lexicon.word_set("treats")
_PLACE_NOUNS = lexicon.word_set("place-nouns")
_DEALINGS = lexicon.word_set("dealings")


def mark_metonyms(drafts: Sequence[Draft]) -> None:
    """Give mentions of capitals and seats that act the form ``metonym``, and their drafts the state they stand for."""
    for draft in drafts:
        entry = countries.country_name(draft.name) if draft.type != "person" and draft.names else None
        if entry is None or entry.form not in ("capital", "seat"):
            continue
        seat = entry.form == "seat"
        draft.mentions = [(span, _form(span, form, seat=seat)) for span, form in draft.mentions]
        if seat or any(form == "metonym" for _, form in draft.mentions):
            draft.stands_for = entry.country


def _form(span: Span, form: str, *, seat: bool) -> str:
    if form != "name":
        return form
    return "metonym" if acts(_first_of_list(span.root)) or (seat and span.root.dep_ != "pobj") else "name"


def _first_of_list(token: Token) -> Token:
    """The first of "neither Aal nor Bek": the whole list plays its part."""
    while token.dep_ == "conj" and token.head.pos_ in ("PROPN", "NOUN"):
        token = token.head
    return token


def acts(token: Token) -> bool:
    """Whether a place name is used for those who govern there."""
    head = token.head
    if token.dep_ == "nsubj":
        return head.lemma_ != "be" or any(child.dep_ in ("acomp", "xcomp") for child in head.children)
    if token.dep_ in ("dobj", "dative", "nsubjpass"):
        return head.lemma_ in _TREATS and head.lemma_ not in _VISITS
    if token.dep_ == "poss":
        return head.pos_ == "NOUN" and head.lower_ not in _PLACE_NOUNS
    if token.dep_ == "pobj":
        return _acts_behind_preposition(head)
    return False


def _acts_behind_preposition(preposition: Token) -> bool:
    word, verb = preposition.lower_, preposition.head
    if word == "by":
        return preposition.dep_ == "agent"
    if word in ("between", "with"):
        return verb.lemma_.lower() in _DEALINGS or verb.lower_ in _DEALINGS or (word == "with" and verb.pos_ == "VERB")
    if word in ("on", "upon"):
        return verb.lemma_ in ("call", "put", "impose", "depend", "rely") or verb.lower_ in ("pressure", "sanctions")
    return word == "against" and verb.lower_ in ("sanctions", "threats", "measures")
