"""Points: what several origins say alike, as the statements of different articles that carry it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.compose import wordlists
from briefing.compose.comparison.agreement import agree
from briefing.compose.comparison.respects import meaning
from briefing.compose.origins import Origins
from briefing.compose.similarity import Weights
from briefing.compose.statements import Statement
from briefing.model import Event, Evidence

ALIKE = 0.26
"""Weighted overlap from which two statements of different articles are one point."""
ALIKE_SAME_DAY = 0.2
"""The same for two that speak of one day."""
SHARED_WORDS = 2
"""Content words that two statements must share besides their actors; one if they speak of one day."""
HEARD, HEARD_FEATURES = 0.15, 3
"""Overlap from which a further statement of one deed is old news, and the features the two must share: reports of one
death or fire differ in all that they add to it. Too loose to call the deed carried by both."""
REPEATS, LITTLE_NEW = 0.42, 1 / 3
"""Overlap from which a further statement tells the reader nothing new, and from which it does if it names no number
and no day of its own."""

HELD = 0.6
"""Part of a statement's weight from which another origin's words on one point only say it again."""
ONCE = wordlists.words("once")
"""What somebody does once: two reports that Orlan died tell of one death, whatever each adds."""


@dataclass(frozen=True, slots=True)
class Point:
    """Statements that carry one point, at most one of every article, the fullest first."""

    statements: tuple[Statement, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The sentences of all its statements."""
        return tuple(dict.fromkeys(one.evidence for one in self.statements))


def points(found: Sequence[Statement], weights: Weights) -> tuple[Point, ...]:
    """Every statement in exactly one point, in the order of their first statement.

    Pairs that are each other's best match over two articles are joined, most alike first; a point never takes two
    statements of one article.
    """
    groups: dict[tuple[str, int, int], list[Statement]] = {one.key: [one] for one in found}
    for one, other in _best_pairs(found, weights):
        first, second = groups[one.key], groups[other.key]
        if first is second or not _may_join(first, second, weights):
            continue
        first.extend(second)
        groups.update((member.key, first) for member in second)
    order: dict[int, Point] = {}
    for one in found:
        group = groups[one.key]
        if id(group) not in order:
            order[id(group)] = Point(tuple(sorted(group, key=lambda s: (s.number, s.key))))
    return tuple(order.values())


def carried_by_several(found: Sequence[Point], chronology: Sequence[Event], origins: Origins) -> int:
    """How many points two or more independent origins carry; an event that repeats a point counts with it."""
    several = [set(point.evidence) for point in found if len(origins.behind(point.evidence)) > 1]
    for event in chronology:
        evidence = {one for passage in event.passages for one in passage.evidence}
        if len(event.carriage.origins) > 1 and not any(evidence & known for known in several):
            several.append(evidence)
    return len(several)


def alike(one: Statement, other: Statement, weights: Weights) -> float:
    """Similarity of two statements if they may be one point, else 0."""
    shared = one.features & other.features
    words = sum(not feature.startswith("@") for feature in shared)
    same_day = bool(one.days & other.days)
    counted = any(feature[0].isdigit() and len(feature) > 1 for feature in shared)
    if _open(one) != _open(other) or one.ordinals != other.ordinals:
        return 0.0
    if one.deeds & other.deeds & ONCE and one.doers & other.doers and not _conflict(one.days, other.days):
        return 1.0
    if words < SHARED_WORDS - same_day or _conflict(one.days, other.days):
        return 0.0
    similarity = weights.similarity(one, other)
    least = ALIKE_SAME_DAY if (same_day or counted) and words >= SHARED_WORDS else ALIKE
    return similarity if similarity >= least and agree(one, other, similarity) else 0.0


def repeats(one: Statement, other: Statement, weights: Weights) -> bool:
    """True if a reader of one learns nothing new from the other."""
    if weights.similarity(one, other) >= REPEATS or alike(one, other, weights) > 0:
        return True
    return _tell_one_deed(one, other, weights)


def adds_nothing(one: Statement, said: Statement, weights: Weights) -> bool:
    """True if ``one`` tells what ``said`` does, and counts nothing and names no day that it does not."""
    heard = {token.lemma_.casefold() for token in said.span}
    counted = (token for token in one.span if token.pos_ == "NUM" and token.i not in one.mentions)
    if any(token.lemma_.casefold() not in heard for token in counted) or _conflict(one.days, said.days):
        return False
    return weights.similarity(one, said) >= LITTLE_NEW or repeats(one, said, weights)


def is_held_in(one: Statement, said: Statement, weights: Weights) -> bool:
    """True if most of what ``one`` has stands in ``said``."""
    return weights.mass(one.features & said.features) >= HELD * weights.mass(one.features)


def _tell_one_deed(one: Statement, other: Statement, weights: Weights) -> bool:
    """True if both tell as their main thing what is done by and to the same, whatever each adds to it."""
    shared = one.features & other.features
    done = [{meaning(deed) for deed in statement.deeds} for statement in (one, other)]
    if not done[0] & done[1] or len(shared) < HEARD_FEATURES or _conflict(one.days, other.days):
        return False
    if _open(one) != _open(other) or not (one.actors & other.actors or len(one.centre & other.centre) >= SHARED_WORDS):
        return False
    return weights.similarity(one, other) >= HEARD


def _open(one: Statement) -> str | None:
    """What the statement leaves open; a denial apposed to an assertion does not change what the assertion is."""
    return None if one.doubt is None or one.doubt.apposed else one.doubt.kind


def _may_join(first: Sequence[Statement], second: Sequence[Statement], weights: Weights) -> bool:
    """True if no article is in both groups, and most pairs over them are alike: chains of likeness end nowhere."""
    if {one.evidence.article for one in first} & {one.evidence.article for one in second}:
        return False
    pairs = [alike(one, other, weights) > 0 for one in first for other in second]
    return 2 * sum(pairs) > len(pairs)


def _conflict(one: frozenset[str], other: frozenset[str]) -> bool:
    """True if both speak of dates and none of them can be the same."""
    return bool(one and other) and not any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _best_pairs(found: Sequence[Statement], weights: Weights) -> list[tuple[Statement, Statement]]:
    """Mutual best matches of every two articles, most alike first."""
    best: dict[tuple[tuple[str, int, int], str], tuple[float, Statement]] = {}
    pairs = list[tuple[float, Statement, Statement]]()
    for position, one in enumerate(found):
        for other in found[position + 1 :]:
            if one.evidence.article == other.evidence.article:
                continue
            similarity = alike(one, other, weights)
            if similarity:
                pairs.append((similarity, one, other))
                for mine, yours in ((one, other), (other, one)):
                    key = (mine.key, yours.evidence.article)
                    if key not in best or (-similarity, yours.key) < (-best[key][0], best[key][1].key):
                        best[key] = (similarity, yours)
    mutual = [
        (similarity, one, other)
        for similarity, one, other in pairs
        if best[one.key, other.evidence.article][1] is other and best[other.key, one.evidence.article][1] is one
    ]
    mutual.sort(key=lambda item: (-item[0], item[1].key, item[2].key))
    return [(one, other) for _, one, other in mutual]
