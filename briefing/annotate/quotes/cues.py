"""Words that say that somebody says something, read from the lexicons and recognised on tokens."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from spacy.tokens import Span, Token

PARTICLES = ("prt", "prep", "advmod", "acomp", "dobj")
PARTS = frozenset(("VERB", "AUX", "NOUN", "ADP", "SCONJ"))
"""What a cue is tagged as: everything else need not be looked at."""
DENYING = ("deny", "dispute")
MAYBE = ("could", "might", "would", "should", "must", "cannot", "never")


@cache
def _table(name: str) -> dict[str, str]:
    """One lexicon: word to frames."""
    lines = files("briefing.annotate").joinpath("lexicons", name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: row[1] if len(row) > 1 else "" for row in rows}


@cache
def _unsaid() -> frozenset[str]:
    """Words above a cue with which nothing has been said."""
    return frozenset(_table("unsaid.tsv"))


@cache
def _particles() -> dict[str, tuple[str, ...]]:
    """The second words of every verb of two words."""
    found: dict[str, list[str]] = {}
    for word in _table("cue_verbs.tsv"):
        verb, _, second = word.partition("_")
        if second:
            found.setdefault(verb, []).append(second)
    return {verb: tuple(seconds) for verb, seconds in found.items()}


def verb_frames(token: Token) -> str:
    """The frames of a verb, empty if it is no cue; letters as in ``lexicons/cue_verbs.tsv``."""
    lemma = token.lemma_.lower()
    if token.tag_[:2] != "VB" or _is_compounded(token) or (lemma == "continue" and _does_something(token)):
        return ""
    second = second_word(token)
    if second is not None:
        return _table("cue_verbs.tsv")[f"{lemma}_{second.lower_}"]
    return _table("cue_verbs.tsv").get(lemma, "")


def _is_compounded(token: Token) -> bool:
    """The verb is part of a word with hyphens: "told-you-so"."""
    doc = token.doc
    return token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "HYPH" and not doc[token.i].whitespace_


def _does_something(token: Token) -> bool:
    """An infinitive says what somebody goes on doing: «will continue to provide "insights"»."""
    return any(child.dep_ == "xcomp" and not verb_frames(child) for child in token.rights)


def second_word(token: Token) -> Token | None:
    """The particle or preposition that belongs to a cue of two words ("called on", "pointed out")."""
    seconds = _particles().get(token.lemma_.lower())
    if seconds is None:
        return None
    return next((child for child in token.rights if child.i - token.i <= 2 and child.lower_ in seconds), None)


def noun_frames(token: Token) -> str:
    """The frames of a noun for something said, empty if it is none; letters as in ``lexicons/cue_nouns.tsv``."""
    return _table("cue_nouns.tsv").get(token.lemma_.lower(), "") if token.pos_ == "NOUN" else ""


def is_according_to(token: Token) -> bool:
    """The word is the "according" of "according to"."""
    return token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to"


def cue_span(token: Token) -> Span:
    """The cue as shown: the verb with its second word, or "according to"."""
    if is_according_to(token):
        return token.doc[token.i : token.i + 2]
    second = second_word(token) if token.tag_[:2] == "VB" else None
    return token.doc[token.i : (second.i if second is not None else token.i) + 1]


def is_unsaid(token: Token) -> bool:
    """The cue tells of something that was not said: negated, declined, wanted, planned, or only possible."""
    if any(child.dep_ == "neg" or child.lower_ in MAYBE for child in token.children if child.i < token.i):
        return True
    above = token.head
    if token.dep_ == "ccomp" and above.lemma_ in DENYING:
        return True  # «denied that he had threatened to»
    if token.tag_ == "VBG" and token.dep_ in ("pcomp", "conj"):
        return _is_only_possible(token)
    if token.dep_ in ("xcomp", "ccomp") and _is_asked_for(token):
        return True  # «asked Ondal to confirm that»: nobody confirms it yet
    if token.dep_ == "xcomp" and above.pos_ in ("VERB", "AUX", "ADJ"):
        return above.lemma_.lower() in _unsaid() or is_unsaid(above)
    return False


def _is_asked_for(infinitive: Token) -> bool:
    """Somebody is asked, told or urged to say it."""
    above = infinitive.head
    marked = any(child.lower_ == "to" and child.dep_ == "aux" for child in infinitive.lefts)
    if not marked or "o" not in verb_frames(above):
        return False
    asked = ("dobj", "dative", "nsubj", "pobj")
    return any(
        child.dep_ in asked for one in (above, infinitive) for child in one.children if above.i < child.i < infinitive.i
    )


def _is_only_possible(participle: Token) -> bool:
    """What is said by a means that only may be taken: «it could turn up the heat by urging holders to sell»."""
    above = participle.head
    while above.dep_ in ("conj", "pcomp", "prep") and above.head != above:
        above = above.head
    return any(child.dep_ == "aux" and child.lower_ in MAYBE for child in above.lefts)


def is_inverted(segment: Span) -> bool:
    """The segment is «Said Ondal»: a verb of saying in front of a bare name, which taggers take for one name."""
    words = [token for token in segment if not token.is_space]
    names = words[1:]
    return (
        2 <= len(words) <= 4
        and words[0].lower_ in ("said", "says", "added", "wrote")
        and all(token.is_title for token in names)
    )
