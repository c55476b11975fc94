"""The component ``briefing_events``: clauses that report something, with their day and status."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from briefing.annotate import datelines, layers
from briefing.annotate.component import Component, ScoreFunction
from briefing.annotate.events.background import Background
from briefing.annotate.events.clauses import clauses
from briefing.annotate.events.dates import (
    Dating,
    EventDraft,
    Report,
    date_of_plan,
    dating_of,
    day_to_come,
    is_ahead,
    report_of,
    up_to_writing,
)
from briefing.annotate.events.order import with_bounds
from briefing.annotate.events.status import belongs_to_clause_above, status_of
from briefing.annotate.events.timexes import fills_line
from briefing.annotate.layers import TimeExpression

NO_HEADS = {"PUNCT", "SYM", "SPACE", "X"}
"""A sentence of the parser that is only a mark tells nothing."""
SCOPE = 3
"""Sentences for which a day to come stays the day of what is told next as to come."""


class Coming(NamedTuple):
    """The day to come that was named last, while it is near enough."""

    day: str | None = None
    age: int = 0

    def after(self, day: str | None) -> Coming:
        """The state after a sentence that names ``day``, or none."""
        if day is not None:
            return Coming(day)
        return Coming(self.day, self.age + 1) if self.age + 1 < SCOPE else Coming()


@Language.factory(
    "briefing_events",
    assigns=["doc.spans"],
    requires=["token.dep", "token.tag"],
    default_config={"scorer": {"@scorers": "briefing_events_scorer"}},
)
def make_events(nlp: Language, name: str, scorer: ScoreFunction | None) -> Events:
    """The component, for ``nlp.add_pipe``; it reads the layers ``timexes`` and ``mentions``."""
    return Events(scorer)


class Events(Component[EventDraft]):
    """Marks the layer ``events``: one span a clause, the smallest clause round a word being the one it belongs to."""

    def find(self, doc: Doc) -> list[EventDraft]:
        """The events of headlines and body in order."""
        timexes = tuple(timex for timex in layers.timexes(doc) if not fills_line(timex.span))
        body = list(layers.body_sentences(doc))
        report = report_of(doc, timexes, body)
        timexes = _after_dateline(timexes, body)
        found: list[EventDraft] = []
        starts = [timex.span.start for timex in timexes]
        coming, background = Coming(), Background()
        for sent in _with_titles(doc, body):
            inside = list(timexes[bisect_left(starts, sent.start) : bisect_left(starts, sent.end)])
            days = background.for_sentence(sent, report)._replace(coming=coming.day)
            drafts = _in_sentence(sent, inside, days)
            coming = coming.after(day_to_come(drafts, report))
            background = background.after(sent, drafts, report)
            found.extend(draft for draft in drafts if draft.clause.head.pos_ not in NO_HEADS)
        return with_bounds(found, report.lead.value)

    def annotate(self, doc: Doc, found: list[EventDraft]) -> None:
        """Write the layer."""
        layers.require_empty(doc, layers.EVENTS)
        mentions = [(span.start, span.end, span.id_) for span in layers.spans(doc, layers.MENTIONS)]
        starts = [start for start, _, _ in mentions]
        spans, table = [], {}
        for number, event in enumerate(found, 1):
            key, clause = f"v{number}", event.clause
            value = event.dating.value or ""
            spans.append(Span(doc, clause.start, clause.end, label=event.status, span_id=key, kb_id=value))
            near = mentions[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
            inside = (entity for _, end, entity in near if end <= clause.end)
            table[key] = _facts(event, list(dict.fromkeys(inside)))
        layers.write(doc, layers.EVENTS, spans, events=table)


def _after_dateline(timexes: tuple[TimeExpression, ...], body: list[Span]) -> tuple[TimeExpression, ...]:
    """The expressions without those of the dateline, which say when the report was sent."""
    if not body:
        return timexes
    start = body[0].start_char
    own = start + datelines.length(body[0].text)
    return tuple(timex for timex in timexes if not start <= timex.span.start_char < own)


def _facts(event: EventDraft, actors: list[str]) -> dict[str, Any]:
    dating = event.dating
    facts: dict[str, Any] = {"basis": dating.basis, "trigger": event.clause.head.i, "actors": actors}
    optional = {"end_value": dating.end_value, "timex": dating.timex, "bound": dating.bound}
    return facts | {name: value for name, value in optional.items() if value}


def _with_titles(doc: Doc, body: list[Span]) -> list[Span]:
    """The sentences of titles and body in order."""
    heads = [block for kind in ("title", "subtitle") for block in layers.block_of(doc, kind)]
    titles = [token.sent for head in heads for token in head if token.is_sent_start]
    return sorted([*titles, *body], key=lambda sent: sent.start)


def _in_sentence(sent: Span, timexes: list[TimeExpression], report: Report) -> list[EventDraft]:
    known: dict[int, Dating] = {}
    found = []
    for clause in sorted(clauses(sent), key=lambda clause: (_depth(clause.head), clause.head.i)):
        above = known.get(clause.above) if clause.above is not None else None
        status = status_of(clause.head, timexes)
        dating = dating_of(clause, timexes, above, status, report)
        if status == "reported" and is_ahead(dating, report):
            status = "expected"
        if status == "reported":
            dating = up_to_writing(dating, clause, report)
        known[clause.head.i] = dating
        if not belongs_to_clause_above(clause.head, dating, above, status):
            if status == "expected" and dating.timex is None:
                dating = date_of_plan(clause, timexes) or dating
            found.append(EventDraft(clause, status, dating))
    return sorted(found, key=lambda event: (event.clause.start, -event.clause.end))


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)
