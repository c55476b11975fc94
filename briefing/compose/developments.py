"""Key developments: the up to six points a busy reader must know, in order of weight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.compose.dating import spanning, when_of
from briefing.compose.origins import Origins
from briefing.compose.passages import Cut
from briefing.compose.points import Point, adds_nothing, is_held_in, repeats
from briefing.compose.readable import reads_as_report, recalls
from briefing.compose.similarity import Weights
from briefing.compose.standing import Known, Standing
from briefing.compose.statements import Statement
from briefing.compose.weighing import Weighing, Weight
from briefing.model import Development, Difference, Evidence

MOST = 6
FEWEST = 3
"""Developments below which background is told as one."""
BESIDE = 1
"""Other sides that stand in the row of a point told differently; all stand in the comparison."""
WHOLE = frozenset({"time", "place", "yes-no"})
"""Rules that compare what is told as a whole; a number or office is a detail of two different points."""
SHORTEST = 6
"""Words that a point worth telling has."""


class Weighed(NamedTuple):
    """A point as told by its weightiest statement that stands alone."""

    weight: Weight
    point: Point
    statement: Statement
    cut: Cut


def weigh(found: Sequence[Point], weighing: Weighing, standing: Mapping[str, Standing], known: Known) -> list[Weighed]:
    """Every point that can be told, weightiest first; ties by place."""
    weighed = []
    for point in found:
        told = [
            Weighed(weighing.weight(point, one), point, one, alone)
            for one in _tellable(point)
            if (alone := standing[one.evidence.article].alone(one.cut, known)) is not None
        ]
        if told:
            weighed.append(min(told, key=_order))
    return sorted(weighed, key=_order)


def _tellable(point: Point) -> list[Statement]:
    """The statements that say enough; one that only recalls the point is left to the others, where there are any."""
    told = [one for one in point.statements if len(one.cut.text.split()) >= SHORTEST and reads_as_report(one)]
    return [one for one in told if not recalls(one, [other for other in told if other is not one])] or told


def developments(
    weighed: Sequence[Weighed],
    weights: Weights,
    origins: Origins,
    standing: Mapping[str, Standing],
    differences: Sequence[Difference],
    known: Known,
    bottom_line: Sequence[Weighed],
) -> tuple[Development, ...]:
    """The weightiest points that do not repeat each other or the bottom line; both sides of one told differently.

    Background fills up a story of which little else can be told. A point of the bottom line is told by another origin's
    sentence on it, if that adds to it.
    """
    said = [one.statement.evidence for one in bottom_line]
    chosen = list[Weighed]()
    beside = dict[int, list[Weighed]]()
    for one in weighed:
        partner = next((first for first in chosen if _told_differently(first.point, one.point, differences)), None)
        if partner is not None:
            beside.setdefault(id(partner), []).append(one)
            continue
        shown = _shown(one, standing, known, said)
        new = not any(_is_heard(one, other, weights) for other in chosen)
        new = new and not any(_is_said(shown or one, other, weights) for other in bottom_line)
        most = FEWEST if one.weight.background else MOST
        if shown is not None and new and len(chosen) < most:
            chosen.append(shown)
    return tuple(_development(one, beside.get(id(one), [])[:BESIDE], origins, differences) for one in chosen)


def _is_said(one: Weighed, said: Weighed, weights: Weights) -> bool:
    """True if the bottom line leaves nothing to tell: by its sentence on the same point, or on another one."""
    if one.point is said.point:
        return is_held_in(one.statement, said.statement, weights)
    return adds_nothing(one.statement, said.statement, weights)


def _is_heard(one: Weighed, other: Weighed, weights: Weights) -> bool:
    """True if the other tells the point, or another clause of its sentence."""
    return one.statement.evidence == other.statement.evidence or repeats(one.statement, other.statement, weights)


def _order(one: Weighed) -> tuple[float, int, tuple[str, int, int]]:
    return (-one.weight.value, one.statement.number, one.statement.key)


def _shown(
    one: Weighed, standing: Mapping[str, Standing], known: Known, bottom_line: Sequence[Evidence]
) -> Weighed | None:
    """The point as the developments tell it; None if the bottom line has said it in the only words there are."""
    if one.statement.evidence not in bottom_line:
        return one
    for other in _tellable(one.point):
        alone = standing[other.evidence.article].alone(other.cut, known)
        if other.evidence not in bottom_line and alone is not None and other.doubt is None:
            return Weighed(one.weight, one.point, other, alone)
    return None


def _development(
    one: Weighed, beside: Sequence[Weighed], origins: Origins, differences: Sequence[Difference]
) -> Development:
    told = (one, *beside)
    differs = bool(beside) or any(_tells(difference, one.point) for difference in differences)
    found = [when_of(statement) for statement in (one.statement, *one.point.statements)]
    when = next((when for when in found if when.value), found[0])
    others = [when_of(other.statement) for other in beside]
    evidence = tuple(dict.fromkeys(sentence for each in told for sentence in each.point.evidence))
    passages = tuple(each.cut.passage(each.point.evidence) for each in told)
    reasons = (one.weight.reason, *_joined(one.point))
    return Development(spanning(when, others), passages, origins.carriage(evidence, differs=differs), reasons)


def _joined(point: Point) -> list[str]:
    """By which words the sentences of a point were taken for one."""
    first, *others = point.statements
    return [
        f"{other.evidence.article} says it alike: both have {', '.join(sorted(_common(first, other)))}"
        for other in others
    ]


def _common(one: Statement, other: Statement) -> frozenset[str]:
    return frozenset(feature for feature in one.features & other.features if not feature.startswith("@"))


def _told_differently(one: Point, other: Point, differences: Sequence[Difference]) -> bool:
    """True if the two points stand on different sides of a difference about when or where."""
    return any(
        _tells(difference, one) and _tells(difference, other) for difference in differences if difference.rule in WHOLE
    )


def _tells(difference: Difference, point: Point) -> bool:
    """True if the difference is about this point: one of its sides is cut from one of its sentences."""
    sides = {one for side in difference.sides for passage in side.passages for one in passage.evidence}
    return bool(sides & set(point.evidence))
