"""What takes a clause without a date off the day of the report: "had been", "once", "last season", "two days after"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from briefing.annotate.layers import TimeExpression

LONG_AGO = {"formerly", "initially", "once", "originally", "previously"}
"""Adverbs that put a deed before what the report tells."""
TURNS = {"earlier", "last", "past", "previous"}
OCCASIONS = {"at", "during", "in", "on"}
SUBORDINATE = {"advcl", "ccomp", "xcomp", "pcomp", "csubj", "acl"}
"""Clauses whose "had" only looks back from the clause above, often within the day ("said he had been robbed")."""
AGAIN = {"minute", "moment", "word", "resort", "breath", "gasp", "place", "hurdle", "name", "leg", "lap"}
"""Last ones of a row, not the ones before."""
BORDERS = {"after", "before"}
HALF_DAY = 12
HOURS = re.compile(r"PT(?P<count>\d{1,4})H")
DAYS = re.compile(r"P(?P<count>\d{1,2})D")


def is_elsewhen(head: Token) -> bool:
    """Whether a clause is told as earlier than the report, without saying when."""
    if any(child.dep_ == "advmod" and child.lower_ in LONG_AGO and child.i < head.i for child in head.children):
        return head.tag_ in {"VBD", "VBN"}
    if any(child.lower_ == "had" and child.dep_ == "aux" for child in head.children):
        return head.dep_ not in SUBORDINATE
    return head.tag_ in {"VBD", "VBN"} and any(_is_turn(noun) for noun in _occasions(head))


def _occasions(head: Token) -> list[Token]:
    """The nouns that say on what occasion something happened: "last season", "at the last election"."""
    under = [
        noun for word in head.children if word.dep_ == "prep" and word.lower_ in OCCASIONS for noun in word.children
    ]
    beside = [child for child in head.children if child.dep_ == "npadvmod"]
    return [noun for noun in (*beside, *under) if noun.tag_ == "NN" and noun.lemma_ not in AGAIN]


def _is_turn(noun: Token) -> bool:
    """Whether a noun names an earlier turn of what comes round: "the last election", not "his last 30 games"."""
    turn = any(child.dep_ == "amod" and child.lower_ in TURNS for child in noun.children)
    return turn and not any(child.dep_ in {"nummod", "prep", "relcl"} for child in noun.children)


def days_away(head: Token, timexes: list[TimeExpression]) -> tuple[TimeExpression, int | None] | None:
    """The length of time that parts a clause from the one above, with the days from that one if it is told in days.

    "He resigned on Friday, two days after a bomb killed a judge": the bomb was two days before; after "18 months after"
    nobody can tell the day. A few hours away it is most often the same day.
    """
    mark = _mark_of(head)
    if mark is None:
        return None
    length = next((timex for timex in timexes if timex.span.end == mark.i and timex.type == "DURATION"), None)
    if length is None or _is_within_day(length.value):
        return None
    days = DAYS.fullmatch(length.value)
    count = int(days["count"]) if days else None
    return length, count if count is None or mark.lower_ == "before" else -count


def _mark_of(head: Token) -> Token | None:
    """The "after" or "before" that joins a clause to the one above; the parser takes it for a preposition as well."""
    if head.dep_ == "pcomp":
        own_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in head.children)
        return head.head if own_subject and head.head.lower_ in BORDERS else None
    marks = [child for child in head.children if child.dep_ == "mark" and child.lower_ in BORDERS]
    return marks[0] if marks and head.dep_ == "advcl" else None


def _is_within_day(value: str) -> bool:
    """Whether a length of time is one of hours that most often leaves the day the same."""
    hours = HOURS.fullmatch(value)
    return value.startswith("PT") and (hours is None or int(hours["count"]) < HALF_DAY)


def is_measured(head: Token, timexes: list[TimeExpression]) -> bool:
    """Whether a clause says how far off it is: "a vote is expected within a fortnight"."""
    nouns = {noun.i for word in head.children if word.lower_ in {"in", "within"} for noun in word.children}
    return any(timex.type == "DURATION" and timex.span.root.i in nouns for timex in timexes)
