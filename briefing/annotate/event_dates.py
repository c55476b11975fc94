"""The day of a clause: the date that hangs on it, that of the clause above, or the day of the report."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from briefing.annotate import layers
from briefing.annotate.calendar_values import days_of, grain, iso_prefix
from briefing.annotate.clauses import head_of, is_head
from briefing.annotate.layers import TimeExpression

LEAD_SENTENCES = 3
"""The day of the report stands in the first sentences or nowhere."""
LEAD_DAYS = 10
RELATIVE_RULES = {
    "month-day",
    "day-month",
    "month-ordinal",
    "day-before-range",
    "weekday+month-day",
    "weekday+day-month",
}
"""Rules whose expressions name the day themselves and only leave out the year."""
ATTRIBUTES = {"nummod", "amod", "compound", "poss", "nmod"}
OF = {"of", "from", "for"}


class Dating(NamedTuple):
    """The date of a clause and how it is known."""

    value: str | None
    end_value: str | None
    basis: str
    timex: str | None = None


def hangs_on(timex: TimeExpression) -> Token | None:
    """The head of the clause that an expression dates; None where it only describes a noun ("the 2018 agreement")."""
    token = timex.span.root
    for _ in range(16):
        if is_head(token) and token.i not in range(timex.span.start, timex.span.end):
            return token
        if (
            token.dep_ in ATTRIBUTES
            and token.head.pos_ in {"NOUN", "PROPN"}
            and token.head.i not in range(timex.span.start, timex.span.end)
        ):
            return None
        if token.dep_ == "pobj" and token.head.lower_ in OF and token.head.head.pos_ in {"NOUN", "PROPN"}:
            return None
        if token.head == token:
            return token if is_head(token) else None
        token = token.head
    return head_of(token)


def calendar_value(timex: TimeExpression) -> tuple[str, str | None] | None:
    """The ISO prefix of an expression that names days, with the last day of a stretch."""
    if timex.type not in {"DATE", "TIME"}:
        return None
    made = iso_prefix(timex.value.split("T")[0] if timex.type == "TIME" else timex.value)
    if made is None:
        return None
    return made[0], timex.end_value or made[1]


def basis_of(doc: Doc, timex: TimeExpression) -> str:
    """How the date of an expression is known."""
    if timex.anchor == "stated":
        return "stated"
    if doc._.document_date_basis == "inferred":
        return "inferred"
    return "stated" if timex.rule in RELATIVE_RULES else "relative"


def lead_day(doc: Doc, timexes: tuple[TimeExpression, ...]) -> Dating:
    """The day of the report: the day named in the lead, else the publication day."""
    published = doc._.document_date
    sentences = list(layers.body_sentences(doc))[:LEAD_SENTENCES]
    border = sentences[-1].end if sentences else 0
    limit = date.fromisoformat(published[:10]) if published else None
    for timex in timexes:
        if timex.span.start >= border:
            break
        made = calendar_value(timex)
        if made is None or len(made[0]) != 10 or timex.end_value or hangs_on(timex) is None:
            continue
        day = date.fromisoformat(made[0])
        if limit is None or limit - timedelta(LEAD_DAYS) <= day <= limit:
            return Dating(made[0], None, "lead", timex.id)
    return Dating(published[:10] if published else None, None, "lead" if published else "none")


def dates_by_clause(timexes: tuple[TimeExpression, ...], sent: Span) -> dict[int, TimeExpression]:
    """For the head of every clause of a sentence the finest calendar expression that hangs on it, the first of equals."""
    found: dict[int, TimeExpression] = {}
    for timex in timexes:
        if not sent.start <= timex.span.start < sent.end or calendar_value(timex) is None:
            continue
        head = hangs_on(timex)
        if head is None:
            continue
        held = found.get(head.i)
        if held is None or _finer(timex, held):
            found[head.i] = timex
    return found


def _finer(one: TimeExpression, two: TimeExpression) -> bool:
    mine, other = days_of(one.value.split("T")[0]), days_of(two.value.split("T")[0])
    if mine is None or other is None or grain(one.value) == grain(two.value):
        return False
    return mine.last - mine.first < other.last - other.first
