"""Key developments: the up to six points a busy reader must know, in order of weight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.compose.dating import when_of
from briefing.compose.origins import Origins
from briefing.compose.passages import Cut
from briefing.compose.points import Point
from briefing.compose.similarity import Weights
from briefing.compose.standing import Known, Standing
from briefing.compose.statements import Statement
from briefing.compose.weighing import Weighing
from briefing.model import Development, Difference, Evidence

MOST = 6
DIVERSE = 0.45
"""Overlap with a chosen point from which a further one would repeat it."""


class Weighed(NamedTuple):
    """A point as told by its weightiest statement that stands alone."""

    weight: float
    point: Point
    statement: Statement
    cut: Cut


def weigh(found: Sequence[Point], weighing: Weighing, standing: Mapping[str, Standing], known: Known) -> list[Weighed]:
    """Every point that can be told, weightiest first; ties by place."""
    weighed = []
    for point in found:
        told = [
            Weighed(weighing.weight(point, one), point, one, alone)
            for one in point.statements
            if (alone := standing[one.evidence.article].alone(one.cut, known)) is not None
        ]
        if told:
            weighed.append(min(told, key=_order))
    return sorted(weighed, key=_order)


def developments(
    weighed: Sequence[Weighed],
    weights: Weights,
    origins: Origins,
    standing: Mapping[str, Standing],
    differences: Sequence[Difference],
    known: Known,
    bottom_line: Sequence[Evidence],
) -> tuple[Development, ...]:
    """The weightiest points that do not repeat each other; a point told differently shows both sides.

    A sentence that the bottom line already shows gives way to another origin's sentence on the same point.
    """
    chosen = list[Weighed]()
    for one in weighed:
        if len(chosen) == MOST:
            break
        if all(weights.similarity(one.statement, other.statement) < DIVERSE for other in chosen):
            chosen.append(one)
    return tuple(_development(one, origins, standing, differences, known, bottom_line) for one in chosen)


def _order(one: Weighed) -> tuple[float, int, tuple[str, int, int]]:
    return (-one.weight, one.statement.number, one.statement.key)


def _development(
    one: Weighed,
    origins: Origins,
    standing: Mapping[str, Standing],
    differences: Sequence[Difference],
    known: Known,
    bottom_line: Sequence[Evidence],
) -> Development:
    shown = one
    if one.statement.evidence in bottom_line:
        for other in one.point.statements:
            alone = standing[other.evidence.article].alone(other.cut, known)
            if other.evidence not in bottom_line and alone is not None:
                shown = Weighed(one.weight, one.point, other, alone)
                break
    passages = (shown.cut.passage(one.point.evidence),)
    differs = any(_tells(difference, one.point) for difference in differences)
    when = next(
        (when for s in (shown.statement, *one.point.statements) if (when := when_of(s)).value), when_of(shown.statement)
    )
    return Development(when, passages, origins.carriage(one.point.evidence, differs=differs))


def _tells(difference: Difference, point: Point) -> bool:
    """True if the difference is about this point: one of its sides is cut from one of its sentences."""
    sides = {one for side in difference.sides for passage in side.passages for one in passage.evidence}
    return bool(sides & set(point.evidence))
