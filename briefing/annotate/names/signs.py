"""What one mention of a surname shows itself to be: somebody, or a firm or club of that name. Most show neither."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Doc, Token

from briefing.annotate import lexicon
from briefing.annotate.names import borders
from briefing.annotate.names.candidates import Candidate

_LIVES = lexicon.word_set("lives")
_GREETS = frozenset(("meet", "embrace", "hug", "kiss", "greet"))
_KIN = lexicon.word_set("kin")
_MOTION = lexicon.word_set("motion")
_FOUNDS = lexicon.word_set("founds")
_TRADES = lexicon.word_set("does-business")
_ASSETS = lexicon.word_set("assets")
_MATCHES = lexicon.word_set("matches")
_GOALS = frozenset(("score", "concede", "equalise", "equalize"))
_LED_BY = frozenset(("of", "by", "under", "with", "to"))
"""Before somebody's name these make a "which" behind it that of an earlier noun: "the cabinet of Aal, which fell"."""
_SEES = frozenset(("watch", "see", "hear", "help", "let", "make"))
"""Verbs whose object is the subject of a bare verb: "watched Aal beat Bek"."""
_OLDEST = 120


def is_somebody(doc: Doc, one: Candidate) -> bool:
    """Whether a mention is addressed, lives, has an age or a family: "Mr Aal", "Aal was 28", "Aal's widow"."""
    return is_addressed(doc, one) or is_told_to_live(doc, one)


def is_told_to_live(doc: Doc, one: Candidate) -> bool:
    """Whether a mention lives or dies, has an age or a family: "Aal was 28", "Aal's widow", "Aal met Bo Bek"."""
    token = doc[one.end - 1]
    if token.dep_ == "nsubj" and token.head.lemma_ in _GREETS:
        return any(child.dep_ == "dobj" and child.ent_type_ == "PERSON" for child in token.head.children)
    if token.head.lemma_ in _LIVES and (
        token.dep_ == "nsubjpass" or (token.dep_ == "nsubj" and token.head.lemma_ != "bear")
    ):
        return True
    if token.dep_ == "poss" and token.head.lemma_ in _KIN:
        return True
    return _has_age(doc, one) or (one.end < len(doc) and doc[one.end].lower_ == "who")


def is_addressed(doc: Doc, one: Candidate) -> bool:
    """Whether a form of address or a capitalised office stands before it: "Mr Aal", "Queen Aal"."""
    if not one.start:
        return False
    before = doc[one.start - 1]
    return before.text in borders.honorifics() or (before.is_title and borders.is_title(before))


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
    if is_introduced(doc, one) or is_collective(doc[one.start]):
        return True
    return one.label == "ORG" and (
        is_possessive_brand(doc, one)
        or _is_firm(doc[one.start])
        or _is_thing(doc, one)
        or (_has_namesake_as_subject(doc[one.start], namesakes) and not is_somebody(doc, one))
    )


def is_introduced(doc: Doc, one: Candidate) -> bool:
    """Whether a common noun for a firm stands before it: "the carmaker Aal"; not in "the company Aal built employs"."""
    noun = doc[one.start - 1] if one.start else None
    if noun is None or noun.tag_ != "NN" or noun.text not in _INTRODUCING or _is_relative(doc[one.start].head):
        return False
    behind = [token.tag_ for token in doc[one.end : one.end + 2]]
    return not (len(behind) == 2 and behind[0] in ("VBD", "VBN") and behind[1] in ("VBZ", "VBP", "VBD", "MD"))


def _is_relative(verb: Token) -> bool:
    """Whether a verb opens a relative clause, and is not the only verb of its sentence."""
    return verb.dep_ == "relcl" and verb.head.dep_ != "ROOT"


_INTRODUCING = (lexicon.words("body_nouns.txt") | lexicon.word_set("makers") | {"team"}) - {"party", "giant", "giants"}


def is_collective(token: Token) -> bool:
    """Whether one name has its verb in the plural, as teams have: "Aal play on Sunday"; not in "if Aal were to go"."""
    if (
        token.dep_ not in ("nsubj", "nsubjpass")
        or token.tag_ != "NNP"
        or token.n_lefts
        or token.n_rights
        or token.i + 1 >= len(token.doc)
    ):
        return False
    verb = token.nbor()
    plural = verb.tag_ == "VBP" or verb.lower_ == "were"
    unreal = any(child.dep_ == "mark" for child in token.head.children)
    return plural and not unreal and token.head in (verb, verb.head)


def is_possessive_brand(doc: Doc, one: Candidate) -> bool:
    """Whether the name itself ends with "'s", as those of shops do: "shopped at Aal's on", "Aal's will"."""
    if one.end + 1 >= len(doc) or doc[one.end].text not in ("'s", "’s"):
        return False
    token, beyond = doc[one.start], doc[one.end + 1]
    if token.dep_ == "pobj":
        return token.head.lower_ in ("at", "by", "from") and beyond.pos_ not in _POSSESSED
    subject = token.dep_ in ("nsubj", "nsubjpass") and doc[one.end].tag_ == "POS"
    return subject and beyond.tag_ in ("MD", "VBZ", "VBP", "VBD")


_POSSESSED = ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "ADV")


def _is_thing(doc: Doc, one: Candidate) -> bool:
    """Whether "which" or "its" speaks of it: "for Aal, which employs", "Aal cut its prices"."""
    token, before = doc[one.start], doc[one.start - 1].lower_ if one.start else ""
    behind = doc[one.end : one.end + 2]
    if len(behind) == 2 and behind[0].text == "," and behind[1].lower_ == "which":
        return before not in _LED_BY and _tells_a_firm(behind[1].head)
    return has_own_object(token)


def _tells_a_firm(verb: Token) -> bool:
    """Whether a relative clause tells what firms have and do: "which has its seat there", "which belongs to Bek"."""
    own = any(word.lower_ == "its" for child in verb.children for word in child.children)
    return own or verb.lemma_ in _TRADES | _FOUNDS | _BASES


_BASES = frozenset(("base", "headquarter", "belong", "build", "produce", "make"))


def has_own_object(token: Token) -> bool:
    """Whether it acts on what is "its", as nobody does: "Aal closed its border"."""
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


def is_inhabited(doc: Doc, one: Candidate) -> bool:
    """Whether a mention has a mayor, inhabitants or the like: "the mayor of Aal", "Aal has 800 people"."""
    token = doc[one.start]
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _RULED:
        return True
    if token.dep_ != "nsubj" or token.head.lemma_ != "have":
        return False
    return any(child.lower_ in _INHABITANTS for child in token.head.children if child.dep_ == "dobj")


def stays(token: Token) -> bool:
    """Whether it goes or stays somewhere, as no town does."""
    return token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in _MOTION | _STAYS


_STAYS = frozenset(("stay", "sleep", "dine", "sing", "live", "die", "marry"))
_RULED = frozenset(("mayor", "outskirts", "suburb", "suburbs", "streets", "town", "city", "village", "port"))
_INHABITANTS = frozenset(("people", "inhabitants", "residents", "citizens"))


def plays(doc: Doc, one: Candidate) -> bool:
    """Whether it wins or loses a match, scores in it, or is the one it is played against."""
    head = doc[one.start : one.end].root
    if head.dep_ == "nsubj" and head.head.lemma_ in _GOALS:
        return True
    if head.dep_ in ("nsubj", "dobj"):
        return head.head.lemma_ in _MATCHES
    to = head.head
    return head.dep_ == "pobj" and (
        to.lower_ == "against" or (to.lower_ in ("to", "with") and to.head.lemma_ in _MATCHES)
    )
