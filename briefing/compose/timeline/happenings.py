"""Happenings: the clauses of one document that a chronology may tell, each with its words, date and status."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from briefing.annotate import layers
from briefing.annotate.events.order import is_sequel
from briefing.annotate.layers import EventMention, TimeExpression
from briefing.compose import wordlists
from briefing.compose.clauses import SUBJECTS, clauses
from briefing.compose.datelines import after_dateline
from briefing.compose.documents import Document
from briefing.compose.passages import Cut, cut
from briefing.compose.readable import is_torn
from briefing.compose.timeline.time_words import BORDERS, is_border, is_coming, is_nowadays, is_past
from briefing.model import When

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
STATEMENTS = """
accuse add aim announce argue be believe call claim comment describe emphasise emphasize explain express have hope
insist know mean note reiterate remain report say see show state stress suggest tell think urge want warn
"""
REPORTING = frozenset(STATEMENTS.split())
"""Verbs of statements and states: without a date of their own they belong to the quotes, not to the chronology."""
LASTING = wordlists.words("lasting")
DAY_NAMED = frozenset(
    {"month-day", "day-month", "month-ordinal", "day-before-range", "iso", "numeric", "month-year", "year"}
)
"""Rules whose words give the date in full, so that they need not be shown beside it."""
PLANNED = frozenset({"expect", "schedule", "plan", "due", "set", "slate", "tip"})
STATED_YEAR = re.compile(r"\d{4}(?!\d)")
"""A value that names its year: that of a decade or century has fewer figures, and its first year was not told."""
PAGE_MARKS = frozenset({"|", "»", "•", ">", "#"})
"""Marks of menus, comments and stamps that no sentence of a report holds."""
SPEAKERS = frozenset({"i", "we", "you"})
LEAD = 6
"""Sentences in which an undated clause may still tell what the report is about."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One clause that tells of something at a time."""

    document: Document
    event: EventMention
    cut: Cut
    when: When
    actors: frozenset[str]
    """Ids of actors."""
    features: frozenset[str]
    """Lemmas of the content words of its sentence."""
    number: int
    """Position of its sentence in the body, from 0."""

    @property
    def default(self) -> bool:
        """Whether its day is only the day of the report."""
        return self.when.basis == "lead"

    @property
    def key(self) -> tuple[str, int, int]:
        """Sort key that does not depend on the order of the input."""
        return (self.document.article.id, self.cut.start, self.cut.end)


def happenings(document: Document, actor_of: Callable[[str], str | None]) -> tuple[Happening, ...]:
    """The happenings of a document in order: dated, vaguely past and planned ones, and undated ones of the lead."""
    doc = document.doc
    timexes = {timex.id: timex for timex in layers.timexes(doc)}
    quoted = _quoted(doc)
    found = []
    everything = sorted(layers.events(doc), key=lambda event: (event.trigger.start, event.id))
    triggers = [event.trigger.start for event in everything]
    for number, sentence in enumerate(layers.body_sentences(doc)):
        if is_torn(sentence.text):
            continue
        events = everything[bisect_left(triggers, sentence.start) : bisect_left(triggers, sentence.end)]
        free = [event for event in events if event.trigger.start not in quoted]
        told = set[tuple[int, int]]()
        for event in _worth_telling(free, timexes, number):
            span = passage_span(event, sentence)
            if number == 0:
                span = after_dateline(span)
            place = (span.start, span.end)
            if not _is_sound(span, event.value, timexes.values()) or (_is_aside(event) and place in told):
                continue
            told.add(place)
            found.append(
                Happening(
                    document,
                    event,
                    cut(document, span),
                    _when(event, timexes),
                    frozenset(actor for entity in _actors(events, span) if (actor := actor_of(entity)) is not None),
                    features(span),
                    number,
                )
            )
    return tuple(found)


def _is_sound(span: Span, value: str | None, timexes: Iterable[TimeExpression]) -> bool:
    """Whether a span reads as a report: a verb with a subject, or a noun with what is said of it.

    Remains of a page do not, nor what "I" or "we" did, nor what only tells of a time ("the quarter, which ends in
    June", "2007 was the year of the telephone"). A common noun with a clause ("the change that came last year")
    must be told of a day.
    """
    if any(token.text in PAGE_MARKS or token.like_url for token in span):
        return False
    root = span.root
    told = [root, *(child for child in root.children if child.dep_ in SUBJECTS)]
    if _is_clock(root):
        told += [child for child in root.children if child.dep_ in {"attr", "npadvmod"}]
    if any(time.span.start <= word.i < time.span.end for time in timexes for word in told):
        return False
    if root.pos_ in {"NOUN", "PROPN"}:
        described = any(child.dep_ in {"relcl", "acl"} for child in root.children)
        return described and (root.pos_ == "PROPN" or len(value or "") >= 10)
    subjects = [child.lower_ for child in root.children if child.dep_ in SUBJECTS]
    return bool(subjects) and not SPEAKERS & set(subjects)


def _is_clock(root: Token) -> bool:
    """Whether a clause may tell no more than the time: "It was July 2001", not "it was in July that the dam broke"."""
    subjects = [child for child in root.children if child.dep_ in SUBJECTS]
    clauses_below = any(child.dep_ in {"ccomp", "advcl", "relcl", "acl"} for child in root.subtree if child != root)
    return root.lemma_ == "be" and [child.lower_ for child in subjects] == ["it"] and not clauses_below


def features(span: Span) -> frozenset[str]:
    """Lemmas of the content words of a span, names as written."""
    return frozenset(token.lemma_.casefold() for token in span if token.pos_ in CONTENT and not token.is_stop)


def _is_aside(event: EventMention) -> bool:
    """Whether an event may be a turn of phrase in the words of another ("rose, having fallen 3 percent this year")."""
    trigger = event.trigger.root
    bare = trigger.dep_ in {"advcl", "pcomp", "xcomp"} and not any(child.dep_ in SUBJECTS for child in trigger.children)
    return bare and event.status == "reported"


def _quoted(doc: Doc) -> frozenset[int]:
    """Tokens inside quoted speech."""
    return frozenset(
        token.i
        for attribution in layers.attributions(doc)
        if attribution.kind == "direct"
        for content in attribution.contents
        for token in content
    )


def _actors(events: Sequence[EventMention], span: Span) -> Iterator[str]:
    """Entities of the events inside a span."""
    for event in events:
        if span.start <= event.trigger.start < span.end:
            yield from event.actors


def _worth_telling(
    events: Sequence[EventMention], timexes: dict[str, TimeExpression], number: int
) -> Iterator[EventMention]:
    """For every date of a sentence the widest clause that has it, and the other clauses a chronology may tell."""
    told: set[str] = set()
    for event in sorted(events, key=_precedence):
        timex = timexes.get(event.timex or "")
        key, wanted = _key(event, timex, number)
        if wanted and key not in told:
            told |= {key, event.status} if event.status == "expected" else {key}
            yield event


def _precedence(event: EventMention) -> tuple[bool, bool, int, int]:
    """Dated events first, then those with vague words of time, then the wider clause."""
    return (event.value is None, event.timex is None, -len(event.span), event.span.start)


def _key(event: EventMention, timex: TimeExpression | None, number: int) -> tuple[str, bool]:
    """What an event must not share with another of its sentence, and whether a chronology tells it at all."""
    if event.status == "expected":
        return (event.value or "expected") if timex else "expected", _is_plan(event, timex)
    if event.basis == "order":
        return event.bound or "order", is_past(timex) if timex else is_sequel(event.trigger.root)
    if event.basis in {"lead", "none"}:
        return "lead", number < LEAD and _is_lead(event)
    return event.value or "", timex is not None and not is_border(event, timex) and not is_nowadays(event, timex)


def _is_plan(event: EventMention, timex: TimeExpression | None) -> bool:
    """Something said to come: with a date or a vague one, or by a word of planning; not what will not come any more."""
    if any(child.dep_ == "neg" for child in event.trigger.root.children) or _is_stale(event):
        return False
    if timex is not None:
        return event.value is not None or is_coming(timex)
    head = event.trigger.root
    return head.lemma_ in PLANNED and head.tag_ == "VBN" and bool(event.actors)


def _is_stale(event: EventMention) -> bool:
    """Whether a plan was for a time before its own article: what came of it is for others to tell."""
    written = event.trigger.doc._.document_date or ""
    meant = event.end_value or event.value or ""
    return bool(written and meant) and meant[:10] < written[: len(meant[:10])]


def _is_lead(event: EventMention) -> bool:
    """A finite main clause that tells of a deed, not of a statement or state."""
    head = event.trigger.root
    return head.dep_ == "ROOT" and head.pos_ == "VERB" and head.lemma_.casefold() not in REPORTING | LASTING


def passage_span(event: EventMention, sentence: Span) -> Span:
    """The smallest stretch round an event that may stand alone: a clause with its own subject, cut at its border.

    What somebody says stays with who says it; a relative clause stays with the noun it describes.
    """
    trigger, doc = event.trigger.root, sentence.doc
    head = trigger if trigger.dep_ == "acl" and trigger.tag_ == "VBN" else _standing_head(trigger)
    if head.dep_ in {"relcl", "acl"}:
        start, end = head.head.left_edge.i, head.right_edge.i + 1
    elif head.dep_ == "advcl":
        start, end = _after_mark(head), head.right_edge.i + 1
    else:
        parts = clauses(doc, sentence)
        return next((part for part in parts if part.start <= event.trigger.start < part.end), sentence)
    return doc[max(start, sentence.start) : min(end, sentence.end)]


def _standing_head(token: Token) -> Token:
    """The head of the clause to cut: upwards until one has a subject and is not what somebody says."""
    while token.head != token:
        own_subject = any(child.dep_ in SUBJECTS for child in token.children)
        if token.dep_ in {"relcl", "advcl"} and own_subject:
            return token
        token = token.head
    return token


def _after_mark(head: Token) -> int:
    """Where an adverbial clause starts without the words that join it ("after", "hours before")."""
    start: int = head.left_edge.i
    joins = [child.i for child in head.children if (child.dep_ == "mark" or child.tag_ == "WRB") and child.i < head.i]
    subject = min(child.left_edge.i for child in head.children if child.dep_ in SUBJECTS)
    return max([start, *(join + 1 for join in joins if join < subject)])


def _when(event: EventMention, timexes: dict[str, TimeExpression]) -> When:
    """The date of an event with the words it was worked out from; a plan without a date of its own has none."""
    if event.status == "expected" and event.basis == "lead":
        return When(None, basis="none")
    timex = timexes.get(event.timex or "")
    text = _words(timex) if timex is not None and event.basis != "lead" else ""
    return When(event.value, event.end_value, text, event.basis, event.bound)


def _words(timex: TimeExpression) -> str:
    """The words of an expression with the preposition before it; empty where they give the date in full.

    A word that makes the date a border is never left out: "until 30 September", nor what a length is counted from: "two
    days after".
    """
    span = timex.span
    if timex.type == "DURATION":
        return str(span.doc[span.start : span.end + 1].text)
    if span.start and span.doc[span.start - 1].lower_ in BORDERS:
        return f"{span.doc[span.start - 1].text} {span.text}"
    if timex.rule in DAY_NAMED or (timex.anchor == "stated" and STATED_YEAR.match(timex.value)):
        return ""
    before = span.doc[span.start - 1] if span.start else None
    if span.root.dep_ == "poss":
        return str(span.text)
    if before is not None and before.pos_ == "ADP" and before.lower_ in {"on", "in", "at", "by", "until", "since"}:
        return f"{before.text} {span.text}"
    return str(span.text)
