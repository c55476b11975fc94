"""The day of a statement, as the chronology would give it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.compose import wordlists
from briefing.compose.clauses import SUBJECTS
from briefing.compose.statements import Statement
from briefing.model import When

LASTING = wordlists.words("lasting")
"""Verbs of what is so for long."""
TIMING = frozenset({"after", "before", "once", "when"})
SAYING = wordlists.words("saying")
PERFECT = frozenset({"has", "have", "had", "'s", "’s", "'ve", "’ve", "'d", "’d"})
PAST = 14
"""Days before the cut-off from which on a date is background."""


def when_of(statement: Statement) -> When:
    """The day of the event that the statement tells, ``value`` None where the source leaves it open."""
    inside = [
        event
        for event in layers.events(statement.document.doc)
        if statement.span.start <= event.trigger.start < statement.span.end
    ]
    told = [event for event in inside if _is_told(event.trigger[0], statement.span)]
    dated = [event for event in told or inside if event.value is not None and not _vague(event, statement)]
    if not dated or (statement.doubt and statement.doubt.kind == "conditional"):
        return When(None, basis="none")
    event = min(dated, key=lambda event: (event.basis == "lead", _depth(event), event.trigger.start))
    words = {time.id: time.span.text for time in layers.timexes(statement.document.doc)}
    text = words.get(event.timex or "", "") if event.basis in {"relative", "inferred"} else ""
    return When(event.value, event.end_value, " ".join(text.split()), event.basis, event.bound)


def spanning(when: When, others: Sequence[When]) -> When:
    """One date for several points told together: from the first day to the last, if all are days."""
    days = sorted({one.value for one in (when, *others) if one.value and len(one.value) == 10})
    if not when.value or len(when.value) != 10 or len(days) < 2:
        return when
    return replace(when, value=days[0], end=days[-1], text="")


def _is_told(head: Token, span: Span) -> bool:
    """True for a verb that a statement is about, not one of what is told in passing."""
    way = itertools.takewhile(lambda word: word != span.root, (head, *head.ancestors))
    return not any(_is_passing(word) for word in way)


def _is_passing(word: Token) -> bool:
    """True for the head of a relative clause, or of another at another time: "as he did in May", "after selling it"."""
    own = any(child.dep_ in SUBJECTS for child in word.children)
    joins = {child.lower_ for child in word.children if child.dep_ in {"mark", "advmod"}}
    if word.dep_ == "pcomp":
        return bool(TIMING & {word.head.lower_}) != own
    return word.dep_ == "relcl" or (word.dep_ == "advcl" and own and not TIMING & joins)


def _vague(event: layers.EventMention, statement: Statement) -> bool:
    """True for the day of the report where the words do not tell a deed of it.

    Past the first sentence that is what has been done, is so or was so for long, and every clause but the main ones.
    """
    if event.basis != "lead":
        return False
    head = event.trigger[0]
    if event.status == "expected" or (_looks_back(statement, event.value or "") and head.lemma_ not in SAYING):
        return True
    return statement.number > 0 and not (_is_main(head, statement) and is_deed(head))


def _looks_back(statement: Statement, written: str) -> bool:
    """True if a statement names dates, and only such as lie in months before the day of the report."""
    return bool(statement.days) and all(day < written[: min(len(day), len("2024-06"))] for day in statement.days)


def is_deed(head: Token) -> bool:
    """True for a verb that tells of something done on a day: "fled", "was told", "says", not "has fled", "lived"."""
    auxiliaries = [child for child in head.children if child.dep_ in {"aux", "auxpass"}]
    if head.lemma_ in LASTING or any(child.lower_ in PERFECT for child in auxiliaries):
        return False
    finite = auxiliaries[0] if auxiliaries else head
    return finite.tag_ == "VBD" or (head.lemma_ in SAYING and finite.tag_ in {"VBZ", "VBP"})


def _is_main(head: Token, statement: Statement) -> bool:
    """True for the main verb of a statement and those joined to it."""
    while head.dep_ == "conj":
        head = head.head
    return head == statement.span.root


def _depth(event: layers.EventMention) -> int:
    """How far the event is from the main verb of its sentence."""
    return sum(1 for _ in event.trigger[0].ancestors)
