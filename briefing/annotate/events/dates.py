"""The day of a clause: the date that hangs on it, that of the clause above, or the day of the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from briefing.annotate.events.calendar import basis_of, calendar_value
from briefing.annotate.events.clauses import Clause
from briefing.annotate.events.elsewhen import days_away, is_elsewhen, is_measured
from briefing.annotate.events.timexes import finest, hangs_on, is_rough, timex_of
from briefing.annotate.layers import TimeExpression
from briefing.annotate.times.calendar_values import parse_day
from briefing.annotate.times.outlook import ARRANGED, PLANS, PUT_OFF, verb_outlook
from briefing.annotate.times.setting import FUTURE, PAST, PRESENT, UNKNOWN_DAY

LEAD_SENTENCES = 3
"""The day of the report stands in the first sentences or nowhere."""
LEAD_DAYS = 31
"""Days before the publication that the lead may speak of as the matter of the report."""
OPENING = 2
"""Sentences whose present tense tells of the day of the report, as headlines do."""
VAGUE = {"PAST_REF", "FUTURE_REF"}
DESCRIBING = {"acl", "relcl"}
OCCURS = {"happen", "hit", "occur", "strike"}
"""Verbs of clauses that say of the news itself when it was: "the blast, which happened on Monday"."""
INHERITS = {"conj", "advcl", "relcl", "ccomp", "csubj", "xcomp", "acl", "pcomp"}


class Dating(NamedTuple):
    """The date of a clause and how it is known."""

    value: str | None
    end_value: str | None
    basis: str
    timex: str | None = None
    bound: str | None = None
    """``before 2024-06-09``, where only the order is known."""


class Report(NamedTuple):
    """The days an undated clause is put on."""

    lead: Dating
    """The day the lead tells of, else the publication day."""
    published: Dating
    """The publication day: what a clause in the present tense speaks of."""
    opening: int
    """Token offset up to which the present tense is that of headlines and tells of the lead's day."""
    coming: str | None = None
    """The day to come that one of the sentences just before names: what is told next as to come happens then."""


class EventDraft(NamedTuple):
    """One event before it is written."""

    clause: Clause
    status: str
    dating: Dating


def report_of(doc: Doc, timexes: tuple[TimeExpression, ...], body: Sequence[Span]) -> Report:
    """The days an undated clause of the document is put on; ``body`` are the sentences of its body."""
    written = parse_day(doc._.document_date)
    published = Dating(written.isoformat() if written else None, None, "lead" if written else "none")
    leads = list(islice((sent for sent in body if sent.root.pos_ in {"VERB", "AUX"}), LEAD_SENTENCES))
    opening = leads[:OPENING][-1].end if leads else 0
    return Report(_lead_day(timexes, leads, published) or published, published, opening)


def _lead_day(timexes: tuple[TimeExpression, ...], leads: list[Span], published: Dating) -> Dating | None:
    """The day on which the lead says that something happened."""
    limit = date.fromisoformat(published.value) if published.value else None
    inside = (timex for timex in timexes if any(sent.start <= timex.span.start < sent.end for sent in leads))
    for timex in inside:
        made, head = calendar_value(timex), hangs_on(timex)
        if made is None or len(made[0]) != 10 or made[1] or head is None or not _is_news(head):
            continue
        day = date.fromisoformat(made[0])
        if limit is None or limit - timedelta(LEAD_DAYS) <= day <= limit:
            return Dating(made[0], None, "lead", timex.id)
    return None


def _is_news(head: Token) -> bool:
    """Whether a clause of the lead may tell what is reported: neither what is to come nor what "had" been before."""
    described = head.dep_ in DESCRIBING and head.lemma_ not in OCCURS
    looks_back = any(child.lower_ == "had" and child.dep_ == "aux" for child in head.children)
    return not described and not looks_back and verb_outlook(head) != FUTURE


def dating_of(
    clause: Clause, timexes: list[TimeExpression], above: Dating | None, status: str, report: Report
) -> Dating:
    """The date of a clause; ``timexes`` are those of its sentence, ``above`` is the date of the clause it hangs on."""
    if (dated := _by(timex_of(clause, timexes))) is not None and not _is_out_of_reach(clause, dated, report):
        return dated
    vague = [timex for timex in timexes if _is_vague(timex) and hangs_on(timex) == clause.head]
    if vague:
        return Dating(None, None, "none" if vague[0].value == "FUTURE_REF" else "order", vague[0].id)
    if status == "expected":
        coming = None if is_measured(clause.head, timexes) else report.coming
        return Dating(coming, None, "lead" if coming else "none")
    if (elsewhen := _elsewhen(clause, timexes, above)) is not None:
        return elsewhen
    if above is not None and above.basis not in {"lead", "none"} and _goes_with(clause, above):
        return above
    late = clause.start >= report.opening and verb_outlook(clause.head) == PRESENT
    return report.published if late else report.lead


def _is_out_of_reach(clause: Clause, dated: Dating, report: Report) -> bool:
    """Whether a deed told as done cannot have been on a day to come: "gathered ahead of the rally on Saturday".

    What was put off, fixed or begun for a day to come is told by it all the same.
    """
    head = clause.head
    verb = next((child for child in head.children if child.dep_ in {"aux", "auxpass"}), head)
    done = verb.tag_ == "VBD" and head.lemma_ not in PUT_OFF | PLANS | ARRANGED
    return done and is_ahead(dated, report) and verb_outlook(head) == PAST


def _elsewhen(clause: Clause, timexes: list[TimeExpression], above: Dating | None) -> Dating | None:
    """The dating of a clause that words beside it take off the day of the report and of the clause above."""
    away = days_away(clause.head, timexes)
    if away is not None:
        length, days = away
        start = _own_day(above)
        if days is None or start is None:
            return Dating(None, None, "order", length.id)
        day = start + timedelta(days)
        return Dating(day.isoformat(), None, "relative", length.id)
    return Dating(None, None, "order") if is_elsewhen(clause.head) else None


def _own_day(dating: Dating | None) -> date | None:
    """The day of a clause that a date of its own gives it."""
    if dating is None or dating.basis == "lead" or dating.end_value or len(dating.value or "") != 10:
        return None
    return date.fromisoformat(dating.value or "")


def _goes_with(clause: Clause, above: Dating) -> bool:
    """Whether a clause happens when the clause above does; one with a tense of its own leaves "once", "had" behind."""
    if clause.head.dep_ not in INHERITS:
        return False
    told_first = clause.above is not None and clause.head.i < clause.above
    if any(child.dep_ == "aux" and child.tag_ in {"VBZ", "VBP"} for child in clause.head.children):
        return clause.head.dep_ != "conj"
    finite = any(word.tag_ == "VBD" for word in (clause.head, *clause.head.children) if word.dep_ != "nsubj")
    return above.basis != "order" or not (finite and (told_first or clause.head.dep_ == "conj"))


def _is_vague(timex: TimeExpression) -> bool:
    """Whether an expression gives a direction and no date, or a day that the text does not tell."""
    return timex.value in VAGUE or is_rough(timex) or timex.value.startswith(UNKNOWN_DAY)


def _by(timex: TimeExpression | None) -> Dating | None:
    """The date that an expression gives."""
    made = calendar_value(timex) if timex is not None else None
    if timex is None or made is None:
        return None
    return Dating(made[0], made[1], basis_of(timex.span.doc, timex), timex.id)


def date_of_plan(clause: Clause, timexes: list[TimeExpression]) -> Dating | None:
    """The date of what is planned, for the clause that says so: "the visit is expected to begin on Friday"."""
    planned = [child for child in clause.head.children if child.dep_ == "xcomp"]
    return _by(finest([timex for timex in timexes if hangs_on(timex) in planned])) if planned else None


def up_to_writing(dating: Dating, clause: Clause, report: Report) -> Dating:
    """The dating of a deed told as done, which was no later than the day of writing: "this week" ends there."""
    end, written = dating.end_value, report.published.value
    if end is None or written is None or end <= written[: len(end)] or verb_outlook(clause.head) != PAST:
        return dating
    return dating._replace(end_value=max(written[: len(end)], dating.value or ""))


def is_ahead(dating: Dating, report: Report) -> bool:
    """Whether a date lies after the publication: what is told of it has yet to come ("the fair opens on Friday")."""
    return bool(dating.value and report.published.value and dating.value > report.published.value)


def day_to_come(drafts: Sequence[EventDraft], report: Report) -> str | None:
    """The first day, that of writing or later, that the clauses of a sentence name for what is still to come."""
    days = [
        draft.dating.value
        for draft in drafts
        if draft.dating.timex
        and len(draft.dating.value or "") == 10
        and not draft.dating.end_value
        and (draft.status == "expected" or verb_outlook(draft.clause.head) == PRESENT)
    ]
    return next((day for day in days if day and day >= (report.published.value or day)), None)
