"""What a source says of an event: reported, expected, denied or alleged."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from briefing.annotate.events.dates import Dating
from briefing.annotate.events.timexes import hangs_on
from briefing.annotate.layers import TimeExpression
from briefing.annotate.times.outlook import verb_outlook
from briefing.annotate.times.setting import FUTURE

DENIALS = {"deny", "refute", "disavow", "rebut"}
ALLEGATIONS = {"allege", "accuse", "suspect", "claim"}
ALLEGING_ADVERBS = {"allegedly", "purportedly", "supposedly"}
PLANNED = {
    "expect",
    "schedule",
    "plan",
    "due",
    "set",
    "slate",
    "slat",
    "tip",
    "bind",
    "anticipate",
    "forecast",
    "project",
}
"""Words of planning, as lemmas; the model gives "slated" the lemma "slat"."""
CONDITIONS = {"if", "unless"}
PLAIN_PRESENT = {"VBP", "VBZ"}
WHETHER = {"ask", "check", "decide", "determine", "doubt", "know", "question", "say", "see", "wonder"}
"""Verbs after which "if" is "whether", which the parser does not tell apart."""


def status_of(head: Token, timexes: Sequence[TimeExpression]) -> str:
    """The status of the clause with this head; ``timexes`` are those of its sentence."""
    coming = any(timex.value == "FUTURE_REF" and hangs_on(timex) == head for timex in timexes)
    planned = head.lemma_ in PLANNED and head.tag_ == "VBN" and any(child.dep_ == "xcomp" for child in head.children)
    planned = planned and not any(child.lower_ == "had" and child.dep_ == "aux" for child in head.children)
    if coming or planned or verb_outlook(head) == FUTURE or _is_conditional(head):
        return "expected"
    above = head.head
    if head.dep_ in {"ccomp", "xcomp", "pcomp", "advcl"} and above != head:
        governor = above.head if above.pos_ == "ADP" else above
        if governor.lemma_ in DENIALS:
            return "denied"
        if governor.lemma_ in ALLEGATIONS:
            return "alleged"
    if any(child.lower_ in ALLEGING_ADVERBS for child in head.children):
        return "alleged"
    return "reported"


def _is_conditional(head: Token) -> bool:
    """Whether something is told of the case that it comes to: "if convicted he faces", "unless it pays"."""
    cases = [child for child in head.children if child.dep_ == "advcl"] if head.tag_ in PLAIN_PRESENT else []
    if head.dep_ == "advcl" and head.head.lemma_ not in WHETHER:
        cases.append(head)
    return any(word.dep_ == "mark" and word.lower_ in CONDITIONS for case in cases for word in case.children)


def belongs_to_clause_above(head: Token, dating: Dating, above: Dating | None, status: str) -> bool:
    """Whether a clause is no event of its own: an infinitive or a plan without a date of its own ("agreed to buy").

    A participle that describes a noun ("the ferry, built in Dolm, sank") tells of a deed of its own.
    """
    if above is None or (dating.timex and dating.timex != above.timex):
        return False
    auxiliaries = {child.tag_ for child in head.children if child.dep_ in {"aux", "auxpass"}}
    finite = head.tag_ in {"VBD", "VBZ", "VBP"} or auxiliaries & {"VBD", "VBZ", "VBP", "MD"}
    if head.dep_ == "acl" and head.tag_ == "VBN":
        return False
    if head.dep_ in {"xcomp", "acl", "pcomp"} or not finite:
        return head.dep_ != "conj"
    return head.dep_ == "ccomp" and status == "expected"
