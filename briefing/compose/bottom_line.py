"""The bottom line: two to four sentences of the sources that a reader needs if nothing else is read.

What happened (the weightiest point), what of it is not confirmed, and what it would mean or what comes next; then the
next weightiest points, as long as they are new.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.compose.developments import Weighed
from briefing.compose.points import repeats
from briefing.compose.similarity import Weights

FULL, MOST = 3, 4
EQUAL = 0.7
"""Part of the weight of the next point from which one from elsewhere in the article is told instead."""
WORDS = 90
"""Words that are read in under a minute with the headline."""


def bottom_line(weighed: Sequence[Weighed], weights: Weights) -> tuple[Weighed, ...]:
    """The chosen points in the order shown."""
    chosen = list[Weighed]()
    happened = [one for one in weighed if _kind(one) is None]
    doubted = [one for one in weighed if _kind(one) in {"unconfirmed", "unverified", "denied"}]
    outlook = [one for one in weighed if _kind(one) == "conditional"]
    for group in (happened, doubted, outlook, happened):
        if group is outlook or len(chosen) < FULL:
            fitting = [one for one in group if _fits(one, chosen, weights)]
            equal = [one for one in fitting if one.weight.value >= EQUAL * fitting[0].weight.value]
            chosen += sorted(equal, key=lambda one: _heard(one, chosen))[:1]
    return tuple(chosen)


def _heard(one: Weighed, chosen: Sequence[Weighed]) -> bool:
    """True for the sentence beside a chosen one: two in a row of one lead mostly say one thing in other words."""
    near = [other.statement for other in chosen if other.statement.evidence.article == one.statement.evidence.article]
    return any(abs(one.statement.number - other.number) <= 1 for other in near)


def _kind(one: Weighed) -> str | None:
    """The doubt of the point; a denial that hangs on an assertion is told by the assertion."""
    doubt = one.statement.doubt
    return None if doubt is None or doubt.apposed else doubt.kind


def _fits(one: Weighed, chosen: Sequence[Weighed], weights: Weights) -> bool:
    words = sum(len(other.cut.text.split()) for other in chosen) + len(one.cut.text.split())
    new = not any(repeats(one.statement, other.statement, weights) for other in chosen)
    return new and len(chosen) < MOST and (words <= WORDS or len(chosen) < 1)
