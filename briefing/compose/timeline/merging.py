"""Which happenings of several articles are one event, and why.

Only happenings of one time are compared: the same day, or neighbouring days where one side is merely the day of the
report; months and years merge into a day only on strong agreement. Without that gate two reports in three hundred
share an event by chance. Then actors, what happened (trigger) and the weight of shared words decide.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from briefing.compose.timeline.deeds import kinds
from briefing.compose.timeline.fulfilment import fulfilment_reason, fulfils
from briefing.compose.timeline.happenings import PLANNED, Happening

SAME_DAY = 0.3
"""Cosine of weighted words from which two reports of one day with a shared actor are one event."""
TWO_ACTORS = 0.2
"""The same where two actors are shared."""
DEFAULT_DAY = 0.3
"""The same where one side names no day itself; then two actors must be shared."""
COARSE = 0.45
"""The same where one side names a month or a year only."""
ALONE = 0.55
"""The same where no actor is shared."""


PLANS = 0.1
"""The same for what is planned, where both name the same deed and two actors."""


class Merge(NamedTuple):
    """Two happenings taken for one event."""

    one: int
    other: int
    score: float
    reason: str


class Weights:
    """Inverse document frequencies of the words of all happenings."""

    def __init__(self, found: Sequence[Happening]) -> None:
        self._count = len(found)
        self._frequency = Counter(feature for one in found for feature in one.features)

    def weight(self, feature: str) -> float:
        """The fewer happenings have a word, the more sharing it tells."""
        return math.log(1 + (self._count + 1) / (self._frequency[feature] + 0.5))

    def cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Cosine of two sets of weighted words, added in a fixed order so that it is the same in every run."""
        if not one or not other:
            return 0.0
        shared = math.fsum(self.weight(word) ** 2 for word in sorted(one & other))
        sizes = [math.fsum(self.weight(word) ** 2 for word in sorted(words)) for words in (one, other)]
        return shared / math.sqrt(sizes[0] * sizes[1])


def merged(found: Sequence[Happening]) -> list[tuple[tuple[Happening, ...], tuple[str, ...]]]:
    """Groups of happenings that are one event, each with the reasons of its merges, in the order of their first."""
    ordered = sorted(found, key=lambda one: one.key)
    weights = Weights(ordered)
    group = list(range(len(ordered)))
    reasons: dict[int, list[str]] = {}
    for merge in sorted(_merges(ordered, weights), key=lambda merge: (-merge.score, merge.one, merge.other)):
        first, second = sorted((group[merge.one], group[merge.other]))
        if first == second or not _agree(ordered, group, first, second):
            continue
        group = [first if number == second else number for number in group]
        reasons.setdefault(first, []).extend([*reasons.pop(second, []), merge.reason])
    members: dict[int, list[Happening]] = {}
    for index, number in enumerate(group):
        members.setdefault(number, []).append(ordered[index])
    return [(tuple(members[number]), tuple(dict.fromkeys(reasons.get(number, ())))) for number in sorted(members)]


def _agree(found: Sequence[Happening], group: Sequence[int], first: int, second: int) -> bool:
    """Whether no two days stated in the groups differ; what was expected does not count beside what is reported."""
    members = [one for one, number in zip(found, group, strict=True) if number in {first, second}]
    told = [one for one in members if one.event.status != "expected"] or members
    days = {one.when.value for one in told if one.when.value and len(one.when.value) >= 10 and not one.default}
    return len(days) <= 1


def _merges(found: Sequence[Happening], weights: Weights) -> list[Merge]:
    """Every pair that is one event, compared only within its time."""
    fine: dict[str, list[int]] = {}
    wide: dict[str, list[int]] = {}
    for index, one in enumerate(found):
        for time in _times(one):
            fine.setdefault(time, []).append(index)
        for time in _stretches(one):
            wide.setdefault(time, []).append(index)
    pairs = {pair for indexes in fine.values() for pair in combinations(indexes, 2)} | _plans(found)
    for index, one in enumerate(found):
        if one.when.value and len(one.when.value) < 10:
            pairs |= {(min(index, other), max(index, other)) for other in wide.get(one.when.value, ())}
    return [made for first, second in sorted(pairs) if (made := _merge(found, weights, first, second)) is not None]


def _plans(found: Sequence[Happening]) -> set[tuple[int, int]]:
    """Pairs of a plan and a report that tell of one kind of deed."""
    reported: dict[str, list[int]] = {}
    for index, one in enumerate(found):
        if one.event.status == "reported" and not one.default:
            for kind in kinds(one.event.trigger.root):
                reported.setdefault(kind, []).append(index)
    return {
        (min(index, other), max(index, other))
        for index, one in enumerate(found)
        if one.event.status == "expected"
        for kind in kinds(one.event.trigger.root)
        for other in reported.get(kind, ())
    }


def _times(one: Happening) -> list[str]:
    """The times of a happening: its day with its neighbours where that is a default, its month or year, its kind."""
    value = one.when.value
    if value is None:
        return ["expected" if one.event.status == "expected" else "order"]
    if len(value) < 10 or not one.default:
        return [value[:10]]
    day = date.fromisoformat(value[:10])
    return [(day + timedelta(step)).isoformat() for step in (-1, 0, 1)]


def _stretches(one: Happening) -> list[str]:
    """The month and year that a finer time lies in."""
    value = one.when.value or ""
    return [value[:size] for size in (4, 7) if len(value) > size]


def _merge(found: Sequence[Happening], weights: Weights, first: int, second: int) -> Merge | None:
    one, other = found[first], found[second]
    if (one.event.status == "expected") != (other.event.status == "expected"):
        plan, report = (one, other) if one.event.status == "expected" else (other, one)
        likeness = weights.cosine(one.features, other.features)
        kept = fulfils(plan, report, likeness)
        return Merge(first, second, likeness, fulfilment_reason(plan, report)) if kept else None
    if (one.document is other.document and one.number == other.number) or (one.default and other.default):
        return None
    if _follows(one, other):
        return Merge(first, second, 1.0, f"The second is told as following the first, {other.when.bound}.")
    shared = one.actors & other.actors
    score = weights.cosine(one.features, other.features)
    same_deed = _deed(one) == _deed(other)
    if not _is_same(one, other, score, len(shared), same_deed=same_deed):
        return None
    return Merge(first, second, score + 0.1 * min(len(shared), 3), _reason(one, other, len(shared)))


def _follows(one: Happening, other: Happening) -> bool:
    """Whether the second is told in the next sentence as what came "then", both before the same day."""
    next_to = one.document is other.document and other.number == one.number + 1
    return next_to and one.when.basis == other.when.basis == "order" and other.event.timex is None


def _deed(one: Happening) -> str:
    """What is done: the verb, or what is planned where the verb only says that it is."""
    head = one.event.trigger.root
    planned = (
        next((child for child in head.children if child.dep_ == "xcomp"), None) if head.lemma_ in PLANNED else None
    )
    return str((planned or head).lemma_.casefold())


def _is_same(one: Happening, other: Happening, score: float, shared: int, *, same_deed: bool) -> bool:
    """The thresholds, by how exactly the two are dated."""
    grains = {len(one.when.value or ""), len(other.when.value or "")}
    bonus = 0.1 if same_deed else 0.0
    if grains == {0}:
        return shared >= 2 and score >= (PLANS if same_deed else SAME_DAY)
    if len({min(grain, 10) for grain in grains}) > 1:
        return shared >= 2 and score >= COARSE
    if one.default or other.default:
        return shared >= 2 and score + bonus >= DEFAULT_DAY
    if shared >= 2 and score + bonus >= TWO_ACTORS:
        return True
    return (shared >= 1 and score + bonus >= SAME_DAY) or score >= ALONE


def _reason(one: Happening, other: Happening, shared: int) -> str:
    """Why two happenings are one, a sentence."""
    words = sorted(one.features & other.features, key=lambda word: (-len(word), word))[:3]
    planned = "what is planned" if one.event.status == "expected" else "the same open time"
    time = (one.when.value or other.when.value or "")[:10] or planned
    names = f"{shared} actor{'s' if shared != 1 else ''}"
    return f"Told of {time} with {names} in common and the words {', '.join(f'“{word}”' for word in words)}."
