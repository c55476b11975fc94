"""The days that an expression names, how they are known, and whether they are over."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.annotate.layers import TimeExpression
from briefing.annotate.times.calendar_values import grain, iso_prefix

RELATIVE_RULES = {
    "month-day",
    "day-month",
    "month-ordinal",
    "day-before-range",
    "weekday+month-day",
    "weekday+day-month",
}
"""Rules whose expressions name the day themselves and only leave out the year."""
WITHIN = {"fewer", "less", "under"}
COARSE = frozenset({"month", "season", "quarter", "half", "year", "decade", "century"})


def calendar_value(timex: TimeExpression) -> tuple[str, str | None] | None:
    """The ISO prefix of an expression that names days, with the last day of a stretch."""
    if timex.type not in {"DATE", "TIME"}:
        return None
    made = iso_prefix(timex.value.split("T")[0] if timex.type == "TIME" else timex.value)
    if made is None:
        return None
    if timex.rule == "ago" and timex.span[0].lower_ in WITHIN and (written := timex.span.doc._.document_date):
        return made[0], written[: len(made[0])]
    return made[0], timex.end_value or made[1]


def basis_of(doc: Doc, timex: TimeExpression) -> str:
    """How the date of an expression is known."""
    if timex.anchor == "stated":
        return "stated"
    if doc._.document_date_basis == "inferred":
        return "inferred"
    return "stated" if timex.rule in RELATIVE_RULES else "relative"


def is_over(head: Token, timex: TimeExpression) -> bool:
    """Whether a month or year is over that a present perfect cannot tell of: "has found a letter of June 1925"."""
    written, made = timex.span.doc._.document_date, calendar_value(timex)
    if not (written and made and is_coarse(timex)) or (
        timex.span.start and timex.span.doc[timex.span.start - 1].lower_ == "since"
    ):
        return False
    perfect = any(child.dep_ == "aux" and child.lower_ in {"has", "have"} for child in head.children)
    bare = not any(child.dep_ == "aux" and child.tag_ in {"MD", "TO"} for child in head.children)
    last = made[1] or made[0]
    return perfect and bare and last < written[: len(last)]


def is_coarse(timex: TimeExpression) -> bool:
    """Whether an expression names a month or more."""
    return grain(timex.value) in COARSE
