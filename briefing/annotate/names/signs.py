"""What one mention of a surname shows itself to be: somebody, or a firm or club of that name. Most show neither."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Doc, Token

from briefing.annotate import lexicon
from briefing.annotate.names import borders
from briefing.annotate.names.candidates import Candidate

_LIVES = lexicon.word_set("lives")
_KIN = lexicon.word_set("kin")
_FOUNDS = lexicon.word_set("founds")
_TRADES = lexicon.word_set("does-business")
_ASSETS = lexicon.word_set("assets")
_MATCHES = lexicon.word_set("matches")
_LED_BY = frozenset(("of", "by", "under", "with"))
"""Before somebody's name these make a "which" behind it that of an earlier noun: "the cabinet of Aal, which fell"."""
_SEES = frozenset(("watch", "see", "hear", "help", "let", "make"))
"""Verbs whose object is the subject of a bare verb: "watched Aal beat Bek"."""
_OLDEST = 120


def is_somebody(doc: Doc, one: Candidate) -> bool:
    """Whether a mention is addressed, lives, has an age or a family: "Mr Aal", "Aal was 28", "Aal's widow"."""
    token = doc[one.end - 1]
    if one.start and doc[one.start - 1].text in borders.honorifics():
        return True
    if token.head.lemma_ in _LIVES and (
        token.dep_ == "nsubjpass" or (token.dep_ == "nsubj" and token.head.lemma_ != "bear")
    ):
        return True
    if token.dep_ == "poss" and token.head.lemma_ in _KIN:
        return True
    return _has_age(doc, one) or (one.end < len(doc) and doc[one.end].lower_ == "who")


def _has_age(doc: Doc, one: Candidate) -> bool:
    """Whether an age is told: "Aal was 28 at the time", "Aal turned 60", "Aal, 28, sang"."""
    after = doc[one.end : one.end + 3]
    if len(after) < 3:
        return False
    first, second, third = after
    if first.text == "," and third.text in (",", "."):
        return _is_age(second)
    closed = third.is_punct or third.lower_ in ("years", "at", "when", "and", "then")
    return first.lemma_ in ("be", "turn") and closed and _is_age(second)


def _is_age(token: Token) -> bool:
    return token.is_digit and 0 < int(token.text) < _OLDEST


def is_body(doc: Doc, one: Candidate, namesakes: Set[int]) -> bool:
    """Whether a mention is told to be a firm's, or is one that the recogniser takes for a body and that acts as one.

    ``namesakes``: the tokens at which those end who bear the surname.
    """
    if is_introduced(doc, one):
        return True
    return one.label == "ORG" and (
        _is_firm(doc[one.start])
        or _is_thing(doc, one)
        or (_has_namesake_as_subject(doc[one.start], namesakes) and not is_somebody(doc, one))
    )


def is_introduced(doc: Doc, one: Candidate) -> bool:
    """Whether a common noun for a firm stands before it: "the carmaker Aal"; not in "the company Aal built employs"."""
    noun = doc[one.start - 1] if one.start else None
    if noun is None or noun.tag_ != "NN" or noun.text not in _INTRODUCING or doc[one.start].head.dep_ == "relcl":
        return False
    behind = [token.tag_ for token in doc[one.end : one.end + 2]]
    return not (len(behind) == 2 and behind[0] in ("VBD", "VBN") and behind[1] in ("VBZ", "VBP", "VBD", "MD"))


_INTRODUCING = (lexicon.words("body_nouns.txt") | lexicon.word_set("makers")) - {"party", "giant", "giants"}


def _is_thing(doc: Doc, one: Candidate) -> bool:
    """Whether "which" or "its" speaks of it: "for Aal, which employs", "Aal cut its prices"."""
    token, before = doc[one.start], doc[one.start - 1].lower_ if one.start else ""
    behind = doc[one.end : one.end + 2]
    if len(behind) == 2 and behind[0].text == "," and behind[1].lower_ == "which":
        return before not in _LED_BY
    if token.dep_ != "nsubj":
        return False
    objects = (child for child in token.head.children if child.dep_ in ("dobj", "attr"))
    return any(child.lower_ == "its" for noun in objects for child in noun.children)


def _is_firm(token: Token) -> bool:
    """Whether it is founded, does business or has shares."""
    if token.dep_ == "dobj" and token.head.lemma_ in _FOUNDS:
        return True
    if token.dep_ == "nsubj" and token.head.lemma_ in _TRADES:
        return True
    if token.dep_ == "pobj" and token.head.lower_ in ("of", "in") and token.head.head.lower_ in _ASSETS:
        return True
    return token.dep_ in ("poss", "compound") and token.head.lower_ in _ASSETS


def _has_namesake_as_subject(token: Token, namesakes: Set[int]) -> bool:
    """Whether the subject of the clause bears the very name: "Ann Aal took Aal private" is of two, or it had "her"."""
    if token.dep_ in ("nsubj", "nsubjpass"):
        token = token.head
        if token.dep_ != "ccomp" or token.head.lemma_ not in _SEES:
            return False
    for above in token.ancestors:
        subjects = [child for child in above.children if child.dep_ in ("nsubj", "nsubjpass")]
        if subjects:
            return any(_antecedent(subject).i in namesakes for subject in subjects)
    return False


def _antecedent(subject: Token) -> Token:
    """Whom a relative "who" stands for, anything else for itself."""
    return subject.head.head if subject.lower_ == "who" and subject.head.dep_ == "relcl" else subject


def plays(doc: Doc, one: Candidate) -> bool:
    """Whether it wins or loses a match, or is the one it is played against."""
    head = doc[one.start : one.end].root
    if head.dep_ in ("nsubj", "dobj"):
        return head.head.lemma_ in _MATCHES
    to = head.head
    return head.dep_ == "pobj" and (
        to.lower_ == "against" or (to.lower_ in ("to", "with") and to.head.lemma_ in _MATCHES)
    )
