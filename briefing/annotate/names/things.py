"""Words that are somebody's name elsewhere and here a thing's: "USS Ann Aal", "the Aal Act", "Rice prices"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.annotate import lexicon
from briefing.annotate.names.organisation_names import is_company

_PREFIXES = lexicon.phrases("ship_prefixes.tsv")
_SHIPS = lexicon.word_set("ships")
_NAMED_AFTER = lexicon.word_set("named-after") | lexicon.words("place_words.txt")
_RELATIONS = lexicon.word_set("relations")
_CROPS = lexicon.word_set("told-of-crops")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def is_trade(doc: Doc, start: int, end: int) -> bool:
    """Whether a word never stands but before a noun for what people do ("Nollywood actress"), which tells of no tie.

    "An Aal aide" is somebody's.
    """
    word = doc[start]
    return end - start == 1 and all(_is_before_trade(other) for other in doc if other.orth == word.orth)


def _is_before_trade(word: Token) -> bool:
    """Whether the word only belongs to a small-lettered noun for a kind of work straight behind it."""
    if word.i + 1 >= len(word.doc) or word.dep_ not in ("compound", "amod", "nmod"):
        return False
    noun = word.nbor()
    kind = lexicon.column("role_words.tsv", 2).get(noun.text)
    return kind == "-" and noun.text not in _RELATIONS and noun.tag_ == "NN"


def is_ship(doc: Doc, start: int, end: int) -> bool:
    """Whether a ship bears the name: "USS Ann Aal", "the frigate Ann Aal"; not in "the ferry Aal built"."""
    before = doc[start - 1] if start else doc[start]
    if is_company(doc[start:end].text):
        return False
    if before.text in _PREFIXES or not _PREFIXES.isdisjoint(token.text for token in doc[start:end]):
        return True
    introduced = before.is_lower and before.tag_ == "NN" and before.text in _SHIPS
    introduced |= start > 1 and before.text == "carrier" and doc[start - 2].lower_ == "aircraft"
    return introduced and doc[end - 1].tag_ == "NNP" and doc[start:end].root.head.dep_ not in ("relcl", "acl")


def is_thing(doc: Doc, start: int, end: int) -> bool:
    """Whether somebody's name here only belongs to that of a thing, or the word is the common noun."""
    if end - start == 1 and start and doc[start - 1].lower_ in ("a", "an") and doc[start - 1].head == doc[start]:
        return True
    if end + 1 >= len(doc):
        return False
    following = doc[end]
    if end - start == 1 and doc[start].is_sent_start and following.is_lower and following.text in _CROPS:
        return doc[start].dep_ == "compound" or doc[end + 1].tag_ in _FINITE
    named = doc[end - 1].dep_ == "compound" and doc[end - 1].head.i >= end
    while end + 2 < len(doc) and doc[end].tag_ == "HYPH" and doc[end + 1].is_title:
        end += 2
    following = doc[end]
    return named and following.is_title and following.tag_ in ("NNP", "NNPS") and following.lower_ in _NAMED_AFTER
