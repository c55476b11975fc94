"""Amounts: a number, how exactly it is meant, what it counts, and in what respect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from briefing.compose import wordlists
from briefing.compose.statements import Statement, content_lemma

DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
ABOUT = 0.1
"""How far "about" reaches: reporters round casualty and crowd figures within a tenth."""
FAR = 10.0**15
RANGE = frozenset({"and", "to", "or", "-", "–"})


class Amount(NamedTuple):
    """A number in its clause."""

    statement: Statement
    value: float
    least: float
    """Smallest and largest number that the words allow."""
    most: float
    unit: str
    """Lemma of what is counted, with a measure's own words: ``cubic metre second``."""
    respect: str
    """What happens to it: a class of verbs (``killed``), or the governing verb's lemma."""
    measured: frozenset[str]
    """Other content words of the phrase and its subject: of *orchards*, the *flow*."""
    subjects: frozenset[str]
    """Ids of the actors that are the governing verb's subject."""
    words: Span


def amounts(statement: Statement) -> Iterator[Amount]:
    """The amounts of a statement, without dates, ages, ordinals and spans of time."""
    quiet = {token.i for span in wordlists.time_spans(statement.span.doc) for token in span}
    for token in statement.span:
        noun = token.head
        if not _counts(token) or token.i in quiet or noun.i in quiet or noun.pos_ not in {"NOUN", "PROPN", "SYM"}:
            continue
        value = number(token)
        unit = _unit(noun)
        if value is None or unit in wordlists.words("uncounted") or _in_range(token):
            continue
        least, most = _reach(token, value)
        verb = _verb(noun)
        yield Amount(
            statement=statement,
            value=value,
            least=least,
            most=most,
            unit="person" if unit in wordlists.words("persons") else unit,
            respect=_respect(noun, verb),
            measured=_measured(noun, verb),
            subjects=_subjects(noun, verb, statement),
            words=_words(token, noun, statement.span),
        )


def _counts(token: Token) -> bool:
    """True for a number before its noun; a number word at the start of a sentence is often read as an adjective."""
    return token.dep_ == "nummod" or (token.dep_ == "amod" and token.lower_ in wordlists.table("numbers"))


def _in_range(token: Token) -> bool:
    """True for "between 40 and 80 percent", "40 to 80", "three or four": no single number."""
    doc = token.doc
    around = ((token.i - 1, token.i - 2), (token.i + 1, token.i + 2))
    return any(
        0 <= far < len(doc) and doc[far].like_num and doc[near].lower_ in RANGE and doc[far].dep_ != "compound"
        for near, far in around
    )


def contradict(one: Amount, other: Amount) -> bool:
    """True if no number satisfies both, rounding respected; two floors or two ceilings differ if they are not equal."""
    if _rounds(one, other) or _rounds(other, one):
        return False
    if one.least == other.least and one.most == other.most:
        return False
    open_above = one.most >= FAR and other.most >= FAR
    open_below = one.least <= 0 and other.least <= 0
    if open_above or open_below:
        return one.value != other.value
    return one.most < other.least or other.most < one.least


def number(token: Token) -> float | None:
    """The value of a number in digits or words with its multiplier ("3.5 million"); None for any other word."""
    text = token.text.replace("\u00a0", ",").replace("\u202f", ",")
    if DIGITS.fullmatch(text):
        value = float(text.replace(",", ""))
    else:
        parsed = _spelt(token.lower_)
        if parsed is None:
            return None
        value = parsed
    for child in token.children:
        if child.dep_ == "compound" and child.like_num:
            part = number(child)
            if part is None:
                return None
            value = value * part if value >= 100 else value + part
    return value


def _spelt(word: str) -> float | None:
    """Value of a number word: ``thirty-four``, ``million``."""
    table = wordlists.table("numbers")
    parts = word.split("-")
    if not all(part in table for part in parts):
        return None
    return float(sum(table[part] for part in parts))


def _rounds(exact: Amount, rounded: Amount) -> bool:
    """True if one is the other rounded to as many places as its zeros show (9,000 for 8,973); no floor is."""
    value = int(rounded.value)
    if value == 0 or value != rounded.value or rounded.most >= FAR or rounded.least <= 0:
        return False
    zeros = len(str(value)) - len(str(value).rstrip("0"))
    return zeros > 0 and 2 * abs(exact.value - value) <= 10**zeros


def _reach(token: Token, value: float) -> tuple[float, float]:
    """Smallest and largest number meant, by the words in front ("at least", "about", "fewer than")."""
    first = min([token.i, *(child.i for child in token.children if child.dep_ == "compound" and child.like_num)])
    before = " ".join(other.lower_ for other in token.doc[max(first - 3, 0) : first])
    for kind in ("least", "most", "about"):
        if any(before.endswith(phrase) for phrase in wordlists.words(kind, phrases=True)):
            if kind == "least":
                return value, FAR
            return (0.0, value) if kind == "most" else (value * (1 - ABOUT), value * (1 + ABOUT))
    return value, value


def _unit(noun: Token) -> str:
    """What is counted; of a measure also the words that make it one ("cubic metres a second")."""
    parts = [
        child.lemma_.casefold() for child in noun.children if child.dep_ in {"amod", "compound"} and child.i < noun.i
    ]
    per = [
        child.lemma_.casefold()
        for child in noun.children
        if child.dep_ in {"npadvmod", "quantmod"} or (child.dep_ == "prep" and child.lower_ in {"per", "a"})
    ]
    lemma = noun.lemma_.casefold()
    return " ".join([*parts, lemma, *per]) if lemma in wordlists.words("measures") else lemma


def _verb(noun: Token) -> Token | None:
    token = noun
    while token.head != token:
        token = token.head
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            return token
    return None


def _respect(noun: Token, verb: Token | None) -> str:
    """The class of what happens to what is counted: words on the noun first ("people on board"), then the verb."""
    near = [child.lemma_.casefold() for child in noun.subtree if child is not noun]
    if verb is not None:
        near += [
            child.lemma_.casefold() for child in verb.children if child.dep_ in {"acomp", "oprd", "prep", "attr", "prt"}
        ]
        near += [grand.lemma_.casefold() for child in verb.children if child.dep_ == "prep" for grand in child.children]
        near.append(verb.lemma_.casefold())
    for name, members in wordlists.groups("respects").items():
        if any(lemma in members for lemma in near):
            return name
    return verb.lemma_.casefold() if verb is not None else ""


def _measured(noun: Token, verb: Token | None) -> frozenset[str]:
    tokens = [token for token in noun.subtree if token is not noun and not token.like_num]
    head = noun.head
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        tokens.append(head.head)
    if verb is not None:
        tokens += [
            child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and child is not noun
        ]
    own = set(_unit(noun).split())
    return frozenset(lemma for token in tokens if (lemma := content_lemma(token)) is not None and lemma not in own)


def _subjects(noun: Token, verb: Token | None, statement: Statement) -> frozenset[str]:
    found = [child for child in verb.children if child.dep_ == "nsubj" and child != noun] if verb is not None else []
    return frozenset(statement.mentions[token.i] for token in found if statement.mentions.get(token.i))


def _words(token: Token, noun: Token, span: Span) -> Span:
    """The phrase of the amount with the verb it hangs on, as far as it stands in one stretch of the clause."""
    verb = _verb(noun)
    phrase = span.doc[max(noun.left_edge.i, span.start) : min(noun.right_edge.i + 1, span.end)]
    if verb is None or not span.start <= verb.i < span.end:
        return phrase
    subject = [child.left_edge.i for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    left = max(min([verb.i, phrase.start, *subject]), span.start)
    right = min(max(verb.right_edge.i + 1, phrase.end), span.end)
    wide = span.doc[left:right]
    if len(wide) <= LONGEST:
        return wide
    narrow = span.doc[min(verb.i, phrase.start) : max(verb.i + 1, phrase.end)]
    return narrow if len(narrow) <= LONGEST else phrase


LONGEST = 18
"""Words of a side: what fits in two lines of a column."""
