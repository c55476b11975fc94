"""The bottom line: two to four sentences of the sources that a reader needs if nothing else is read.

What happened (the weightiest point), what of it is not confirmed, and what it would mean or what comes next; then the
next weightiest points, as long as they are new.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.compose.developments import Weighed
from briefing.compose.doubts import doubt_of
from briefing.compose.similarity import Weights

FEWEST, MOST = 2, 4
WORDS = 80
"""Words that are read in under a minute with the headline."""
REPEATS = 0.35


def bottom_line(weighed: Sequence[Weighed], weights: Weights) -> tuple[Weighed, ...]:
    """The chosen points in the order shown."""
    chosen = list[Weighed]()
    happened = [one for one in weighed if doubt_of(one.statement) is None]
    doubted = [one for one in weighed if (doubt := doubt_of(one.statement)) and doubt.kind in {"unconfirmed", "denied"}]
    outlook = [one for one in weighed if (doubt := doubt_of(one.statement)) and doubt.kind == "conditional"]
    for group in (happened[:1], doubted[:1], outlook[:1], happened[1:]):
        for one in group:
            if _fits(one, chosen, weights) and (len(chosen) < 3 or group is not happened):
                chosen.append(one)
                break
    return tuple(chosen)


def _fits(one: Weighed, chosen: Sequence[Weighed], weights: Weights) -> bool:
    words = sum(len(other.cut.text.split()) for other in chosen) + len(one.cut.text.split())
    new = all(weights.similarity(one.statement, other.statement) < REPEATS for other in chosen)
    return new and len(chosen) < MOST and (words <= WORDS or len(chosen) < 1)
