"""The component ``briefing_events``: clauses that report something, with their day and status."""

from __future__ import annotations

from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from briefing.annotate import layers
from briefing.annotate.clauses import Clause, clauses
from briefing.annotate.event_dates import Dating, basis_of, calendar_value, dates_by_clause, lead_day
from briefing.annotate.event_status import status_of
from briefing.annotate.layers import TimeExpression

INHERITS = {"xcomp", "conj", "advcl", "relcl", "acl", "pcomp", "csubj", "ccomp", "parataxis"}


class EventDraft(NamedTuple):
    """One event before it is written."""

    clause: Clause
    status: str
    dating: Dating
    bound: str | None


@Language.factory("briefing_events", assigns=["doc.spans"], requires=["token.dep", "token.tag"])
def make_events(nlp: Language, name: str) -> Events:
    """The component, for ``nlp.add_pipe``; it reads the layers ``timexes`` and ``mentions``."""
    return Events()


class Events:
    """Marks the layer ``events``: one span a clause, the smallest clause round a word being the one it belongs to."""

    def __call__(self, doc: Doc) -> Doc:
        """The document with the layer ``events``."""
        self.annotate(doc, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[EventDraft]:
        """The events of the body in order."""
        timexes = layers.timexes(doc)
        lead = lead_day(doc, timexes)
        found: list[EventDraft] = []
        for sent in layers.body_sentences(doc):
            found.extend(_in_sentence(doc, sent, timexes, lead))
        return found

    def annotate(self, doc: Doc, found: list[EventDraft]) -> None:
        """Write the layer."""
        layers.require_empty(doc, layers.EVENTS)
        mentions = [(span.start, span.end, span.id_) for span in layers.spans(doc, layers.MENTIONS)]
        spans, table = [], {}
        for number, event in enumerate(found, 1):
            key, clause = f"v{number}", event.clause
            value = event.dating.value or ""
            spans.append(Span(doc, clause.start, clause.end, label=event.status, span_id=key, kb_id=value))
            inside = (entity for start, end, entity in mentions if clause.start <= start and end <= clause.end)
            table[key] = _facts(event, list(dict.fromkeys(inside)))
        layers.write(doc, layers.EVENTS, spans, events=table)


def _facts(event: EventDraft, actors: list[str]) -> dict[str, Any]:
    dating = event.dating
    facts: dict[str, Any] = {"basis": dating.basis, "trigger": event.clause.head.i, "actors": actors}
    optional = {"end_value": dating.end_value, "timex": dating.timex, "bound": event.bound}
    return facts | {name: value for name, value in optional.items() if value}


def _in_sentence(doc: Doc, sent: Span, timexes: tuple[TimeExpression, ...], lead: Dating) -> list[EventDraft]:
    dated = dates_by_clause(timexes, sent)
    known: dict[int, Dating] = {}
    found = []
    for clause in sorted(clauses(sent), key=lambda clause: (clause.above is not None, _depth(clause.head))):
        status = status_of(clause.head)
        dating = _dating(doc, clause, dated, known, status, lead)
        known[clause.head.i] = dating
        found.append(EventDraft(clause, status, dating, None))
    return sorted(found, key=lambda event: (event.clause.start, -event.clause.end))


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _dating(
    doc: Doc,
    clause: Clause,
    dated: dict[int, TimeExpression],
    known: dict[int, Dating],
    status: str,
    lead: Dating,
) -> Dating:
    timex = dated.get(clause.head.i)
    if timex is not None:
        made = calendar_value(timex)
        if made is not None:
            return Dating(made[0], made[1], basis_of(doc, timex), timex.id)
    above = known.get(clause.above) if clause.above is not None else None
    if above is not None and above.timex and above.basis != "lead" and clause.head.dep_ in INHERITS:
        return above
    if status == "expected":
        return Dating(None, None, "none")
    return lead
