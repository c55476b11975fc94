"""Amounts: a number, how exactly it is meant, what it counts or measures, and in what respect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.compose import wordlists
from briefing.compose.comparison.measures import measures
from briefing.compose.comparison.number_words import FAR, grain, loose, number, reach
from briefing.compose.comparison.respects import anchor, beside, meaning, measured, respect, unit_of, verb_above
from briefing.compose.statements import Statement, content_lemma

RANGE = frozenset({"and", "to", "or", "-", "–"})
LASTING = re.compile(r"P(?P<clock>T?)(?P<number>\d{1,4})(?P<unit>[YMWDH])")
DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "H": 1 / 24}
TIMED = frozenset({"sentenced", "lasted"})
"""Respects in which a span of time is told as a fact of its own."""
FATES = frozenset({"casualty", "death", "injury", "fatality", "people", "victim"})
"""Nouns before which "no" counts: "no casualties"."""
TURNED = 0.05
"""How far a measure may be off that one of the outlets has turned into other units, and rounded."""
LONGEST = 18
"""Words of a side: what fits in two lines of a column."""


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
    anchor: str | None
    """The noun that it belongs to: the *fund* of 40 million, *winds* of 140 km/h."""
    case: str
    """The preposition between it and its verb: a rise *to* is no rise *by*."""
    verb: str
    """Lemma of the governing verb, one for all verbs of its meaning."""
    beside: frozenset[str]
    """Common nouns that the verb ties to it: invested in its *harbour*."""
    figure: str
    """The number as written, for the reader."""
    trigger: Token | None
    """The governing verb itself."""
    sort: frozenset[str]
    """Content words that say which of the things are counted: *assault* rifles, a *total* of rifles."""
    meant: bool
    """True if it is expected, wanted or offered, not told as a fact."""

    @property
    def negated(self) -> bool:
        """True if its verb is negated: "did not fall below 27"."""
        return self.trigger is not None and any(child.dep_ == "neg" for child in self.trigger.children)


class Figure(NamedTuple):
    """A number as it stands in the text."""

    value: float
    between: tuple[float, float]
    """Smallest and largest number that the words allow."""
    unit: str
    noun: Token
    """The word that the rest of the sentence hangs on."""
    words: Span


def amounts(statement: Statement) -> Iterator[Amount]:
    """The amounts of a statement, without dates, ages, ordinals and most spans of time."""
    taken = set[int]()
    for found in (*_measured(statement.span), *_lasting(statement.span)):
        places = {token.i for token in found.words}
        if not taken & places:
            taken |= places
            yield _amount(statement, found, found.words)
    quiet = {token.i for span in wordlists.time_spans(statement.span.doc) for token in span} | taken
    for found in _counted(statement.span, quiet):
        yield _amount(statement, found, _phrase(found.noun, statement.span))


def at_odds(one: Statement, other: Statement) -> bool:
    """True if two statements count one thing in one respect, and not the same number of it."""
    mine, theirs = list(amounts(one)), list(amounts(other))
    return any(
        first.unit == second.unit
        and first.respect == second.respect
        and contradict(first, second)
        and not (listed(first, theirs) or listed(second, mine))
        for first in mine
        for second in theirs
    )


def listed(amount: Amount, among: Iterable[Amount]) -> bool:
    """True if a number stands among others: who lists several ("seven ... and four sentences") contradicts none."""
    return any(one.unit == amount.unit and one.value == amount.value for one in among)


def contradict(one: Amount, other: Amount) -> bool:
    """True if no number satisfies both, rounding respected; two floors or two ceilings differ if they are not equal."""
    if _rounds(one, other) or _rounds(other, one):
        return False
    if one.least == other.least and one.most == other.most:
        return False
    open_above = one.most >= FAR and other.most >= FAR
    open_below = one.least <= 0 < one.most and other.least <= 0 < other.most
    if open_above or open_below:
        return one.value != other.value
    return one.most < other.least or other.most < one.least


def _rounds(exact: Amount, rounded: Amount) -> bool:
    """True if one is the other rounded to as many places as its zeros or decimals show; no floor is."""
    if rounded.value == 0 or rounded.most >= FAR or rounded.least <= 0:
        return False
    step = grain(rounded.value)
    return grain(exact.value) < step and 2 * abs(exact.value - rounded.value) <= step * (1 + 1e-9)


# ---- finding them ---------------------------------------------------------------------------------------------


def _measured(span: Span) -> Iterator[Figure]:
    """Sums of money, percentages, magnitudes, lengths, speeds, areas."""
    for one in measures(span):
        if _is_aside(one.words[0]) or _in_range(next((token for token in one.words if token.like_num), one.words.root)):
            continue
        least, most = reach(one.words[0], one.value)
        if one.turned and least == most:
            least, most = least * (1 - TURNED), most * (1 + TURNED)
        named = (token for token in one.words if token.lower_ == "magnitude")
        yield Figure(one.value, (least, most), one.unit, next(named, one.words.root), one.words)


def _lasting(span: Span) -> Iterator[Figure]:
    """Spans of time that are told as a fact: a sentence of six years, a cut that lasted nine hours."""
    for one in layers.timexes(span.doc):
        match = LASTING.fullmatch(one.value) if one.type == "DURATION" else None
        if match is None or bool(match["clock"]) != (match["unit"] == "H"):
            continue
        if span.start <= one.span.start < span.end and respect(one.span.root) in TIMED:
            value = float(match["number"]) * DAYS[match["unit"]]
            yield Figure(value, reach(one.span[0], value), "day", one.span.root, one.span)


def _counted(span: Span, quiet: set[int]) -> Iterator[Figure]:
    """Numbers of things: "12 people", "31 of the 60 seats", "dozens of children", "nobody"."""
    for token in span:
        noun = _noun_of(token)
        if noun is None or token.i in quiet or noun.i in quiet:
            continue
        unit = unit_of(noun)
        value, between = _value(token)
        if value is None or unit in wordlists.words("uncounted") or _in_range(token):
            continue
        unit = "person" if unit in wordlists.words("persons") | wordlists.words("zero") else unit
        words = span.doc[min(token.left_edge.i, noun.i) : max(token.i, noun.i) + 1]
        yield Figure(value, between, unit, noun, words)


def _noun_of(token: Token) -> Token | None:
    """What a number word counts, None for a word that counts nothing."""
    if _is_nobody(token):
        return token
    if _is_part(token):
        return None
    if token.dep_ == "nummod" or (token.dep_ == "amod" and token.lower_ in wordlists.table("numbers")):
        return token.head if token.head.pos_ in {"NOUN", "SYM"} or token.head.tag_ == "NNPS" else None
    if token.lower_ == "no" and token.dep_ == "det" and token.head.lemma_.casefold() in FATES:
        return token.head
    if token.like_num or loose(token) or token.lower_ == "dozen":
        inner = [grand for child in token.children if child.lower_ == "of" for grand in child.children]
        return next((noun for noun in inner if noun.dep_ == "pobj" and noun.pos_ == "NOUN"), None)
    return None


def _is_part(token: Token) -> bool:
    """True for "one a pregnant woman", "in one camp alone 37", and what stands in parentheses: parts of others."""
    alone = any(other.lower_ == "alone" and other.dep_ == "advmod" for other in token.sent)
    first = token.lower_ == "one" and token.i + 1 < len(token.doc) and token.nbor().pos_ == "DET"
    return alone or first or _is_aside(token)


def _is_aside(token: Token) -> bool:
    """True in parentheses, where a number repeats or details the one before."""
    marks = (other.text for other in reversed(token.doc[token.sent.start : token.i]) if other.text in "()")
    return next(marks, "") == "("


def _is_nobody(token: Token) -> bool:
    one = token.lower_ == "one" and token.i > 0 and token.nbor(-1).lower_ == "no"
    return token.dep_ in {"nsubj", "nsubjpass"} and (one or token.lower_ in wordlists.words("zero"))


def _value(token: Token) -> tuple[float | None, tuple[float, float]]:
    """The number a word tells, with the smallest and largest it may mean."""
    if _is_nobody(token) or token.lower_ == "no":
        return 0.0, (0.0, 0.0)
    between = loose(token)
    if between is not None:
        return between[0], between
    value = number(token)
    return value, reach(token, value) if value is not None else (0.0, 0.0)


def _in_range(token: Token) -> bool:
    """True for "between 40 and 80 percent", "40 to 80", "three or four": no single number."""
    doc = token.doc
    around = ((token.i - 1, token.i - 2), (token.i + 1, token.i + 2))
    return any(
        0 <= far < len(doc) and doc[far].like_num and doc[near].lower_ in RANGE and doc[far].dep_ != "compound"
        for near, far in around
    )


# ---- what is said of them -------------------------------------------------------------------------------------


def _amount(statement: Statement, found: Figure, words: Span) -> Amount:
    noun, verb = found.noun, verb_above(found.noun)
    sorts = [child for child in noun.children if child.dep_ in {"amod", "compound"} and not child.like_num]
    sorts += [above for above in noun.ancestors if above.lemma_ == "total"]
    return Amount(
        statement=statement,
        value=found.value,
        least=found.between[0],
        most=found.between[1],
        unit=found.unit,
        respect=respect(noun),
        measured=measured(noun),
        subjects=_subjects(noun, verb, statement),
        words=_with_verb(noun, words, statement.span),
        anchor=anchor(noun),
        case=noun.head.lower_ if noun.dep_ == "pobj" and noun.head.head == verb else "",
        verb=meaning(verb.lemma_.casefold()) if verb is not None else "",
        beside=beside(noun),
        figure=" ".join(found.words.text.split()),
        trigger=verb,
        meant=any(other.lemma_.casefold() in wordlists.words("expecting") for other in noun.ancestors),
        sort=frozenset(lemma for child in sorts if (lemma := content_lemma(child)) is not None),
    )


def _subjects(noun: Token, verb: Token | None, statement: Statement) -> frozenset[str]:
    found = [child for child in verb.children if child.dep_ == "nsubj" and child != noun] if verb is not None else []
    return frozenset(statement.mentions[token.i] for token in found if statement.mentions.get(token.i))


def _phrase(noun: Token, span: Span) -> Span:
    return span.doc[max(noun.left_edge.i, span.start) : min(noun.right_edge.i + 1, span.end)]


def _with_verb(noun: Token, words: Span, span: Span) -> Span:
    """The phrase of the amount with the verb it hangs on, as far as it stands in one stretch of the clause."""
    verb = verb_above(noun)
    phrase = span.doc[min(words.start, _phrase(noun, span).start) : max(words.end, _phrase(noun, span).end)]
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
