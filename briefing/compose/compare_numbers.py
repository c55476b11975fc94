"""Told differently: how many. One thing counted in one respect, with numbers that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefing.compose import wordlists
from briefing.compose.amounts import Amount, amounts, contradict
from briefing.compose.origins import Origins
from briefing.compose.sides import Contrast, Told, independent
from briefing.compose.similarity import Weights
from briefing.compose.statements import Statement

ALIKE = 0.26
"""Overlap from which two sentences count the same thing, where neither respect nor what is measured says so."""
RELATED = 0.1
"""Overlap below which two sentences speak of different things whatever they count."""
FAR_APART = 3.0
"""Numbers further apart than this factor count different things more often than they contradict."""


def number_contrasts(found: Sequence[Statement], weights: Weights, origins: Origins) -> Iterator[Contrast]:
    """Pairs of amounts of one thing that contradict each other."""
    counted = [amount for statement in found for amount in amounts(statement)]
    for one, other in combinations(counted, 2):
        if one.unit != other.unit or not independent(one.statement, other.statement, origins):
            continue
        if contradict(one, other) and _comparable(one, other, weights) and not _listed(one, other, counted):
            yield Contrast("How many", "number", _told(one), _told(other))


def _comparable(one: Amount, other: Amount, weights: Weights) -> bool:
    """True if both count the same thing in the same respect, at times that do not exclude each other."""
    small, large = sorted((one.value, other.value))
    if large > FAR_APART * small or _apart(one, other) or _of_others(one, other):
        return False
    similarity = weights.similarity(one.statement, other.statement)
    if similarity < RELATED:
        return False
    respects = wordlists.groups("respects")
    if one.respect in respects or other.respect in respects:
        if one.respect != other.respect:
            return False
        return one.unit not in wordlists.words("measures") or bool(one.measured & other.measured)
    if one.unit in wordlists.words("measures") or " " in one.unit:
        return bool(one.measured & other.measured)
    return similarity >= ALIKE and one.respect == other.respect


def _listed(one: Amount, other: Amount, counted: Sequence[Amount]) -> bool:
    """True if one sentence has the other one's number too: both list several ("seven ... and four sentences")."""
    return any(
        amount.unit == one.unit and amount.value == wanted.value
        for wanted, where in ((one, other), (other, one))
        for amount in counted
        if amount.statement is where.statement
    )


def _of_others(one: Amount, other: Amount) -> bool:
    """True if the numbers are of two different actors ("Norway sent 200 soldiers, Sweden 350")."""
    return bool(one.subjects and other.subjects and not one.subjects & other.subjects)


def _apart(one: Amount, other: Amount) -> bool:
    """True if the sentences speak of days more than a week apart."""
    days = [sorted(day for day in amount.statement.days if len(day) == 4 or day) for amount in (one, other)]
    if not all(days):
        return False
    return not any(a[:7] == b[:7] or a.startswith(b) or b.startswith(a) for a in days[0] for b in days[1])


def _told(amount: Amount) -> Told:
    return Told(f"{amount.least:g}:{amount.most:g}", amount.statement, amount.words)
