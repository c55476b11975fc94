"""Told differently: how many or how much. One thing counted in one respect, with numbers that cannot both be right.

Numbers are compared only within one scene, and never where the later report may simply know more: a toll grows. Tolls
are compared where both articles set what happened on one day; of a matter that goes on every report has its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefing.compose import wordlists
from briefing.compose.comparison.amounts import Amount, amounts, contradict, listed
from briefing.compose.comparison.frames import Cast
from briefing.compose.comparison.number_words import FAR
from briefing.compose.comparison.scenes import Scene, scene
from briefing.compose.comparison.sides import Contrast, Told, independent
from briefing.compose.origins import Origins
from briefing.compose.similarity import Weights
from briefing.compose.statements import Statement

ALIKE = 0.26
"""Overlap from which two sentences count the same thing, where neither respect nor what is measured says so."""
RELATED = 0.1
"""Overlap below which two sentences speak of different things whatever they count."""
FAR_APART = 4.0
"""Numbers further apart than this factor count different things more often than they contradict."""
PART = 2.0
"""Factor from which a number told of one place may be a part of the number told of none."""
GROWING = frozenset({"killed", "injured", "missing", "arrested", "rescued", "displaced", "damaged", "destroyed"})
"""Respects in which a later report counts more without contradicting the earlier one."""
WHOLE_DAY = len("2025-10-14")
DIRECTED = frozenset({"to", "by", "from"})
SERVED = frozenset({"serve", "spend"})
"""Verbs of the part of a sentence that is not suspended."""
TIMES = frozenset({"DATE", "TIME"})
UNITS = frozenset({"point", "magnitude", "day"})
"""Units of measures beside those of the word list."""


def number_contrasts(found: Sequence[Statement], weights: Weights, cast: Cast, origins: Origins) -> Iterator[Contrast]:
    """Pairs of amounts of one thing that contradict each other."""
    counted = [amount for statement in found if not _unfinished(statement) for amount in amounts(statement)]
    for one, other in combinations(counted, 2):
        if one.unit != other.unit or not contradict(one, other):
            continue
        if not independent(one.statement, other.statement, origins) or _listed(one, other, counted):
            continue
        if not _comparable(one, other, weights):
            continue
        scenes = [scene(amount.statement, cast, amount.trigger) for amount in (one, other)]
        if _looks_back(one, scenes[0]) != _looks_back(other, scenes[1]) or _goes_on(one, other, cast):
            continue
        if not scenes[0].apart(scenes[1]) and not _is_part(one, scenes[0], other, scenes[1]):
            yield Contrast("How many", "number", _told(one), _told(other))


def _comparable(one: Amount, other: Amount, weights: Weights) -> bool:
    """True if both count the same thing in the same respect, and neither is merely an earlier count."""
    similarity = weights.similarity(one.statement, other.statement)
    if similarity < RELATED or one.negated != other.negated or one.meant != other.meant:
        return False
    if _of_others(one, other) or _far(one, other) or _grown(one, other) or _counted_by(one) or _counted_by(other):
        return False
    if _is_measure(one):
        return _same_measured(one, other, similarity)
    if one.anchor and other.anchor and one.anchor != other.anchor:
        return False
    respects = wordlists.groups("respects")
    if one.respect in respects or other.respect in respects:
        return one.respect == other.respect and (0 not in {one.value, other.value} or similarity >= ALIKE)
    return similarity >= ALIKE and one.verb == other.verb and one.sort == other.sort


def _is_measure(amount: Amount) -> bool:
    return amount.unit in UNITS or any(word in wordlists.words("measures") for word in amount.unit.split())


def _same_measured(one: Amount, other: Amount, similarity: float) -> bool:
    """True if both measure one thing: of one noun, or by one verb with an argument in common."""
    if one.case != other.case and {one.case, other.case} <= DIRECTED:
        return False
    if one.verb != other.verb and SERVED & {one.verb, other.verb}:
        return False
    if one.anchor and other.anchor:
        return one.anchor == other.anchor
    shared = one.measured & other.measured
    if one.respect == other.respect and one.respect in wordlists.groups("respects"):
        return bool(shared) or similarity >= ALIKE
    if one.anchor or other.anchor:
        return (one.anchor or other.anchor) in shared
    return bool(shared) and one.verb == other.verb


def _listed(one: Amount, other: Amount, counted: Sequence[Amount]) -> bool:
    """True if one sentence has the other one's number too."""
    return any(
        listed(wanted, (amount for amount in counted if amount.statement is where.statement))
        for wanted, where in ((one, other), (other, one))
    )


def _of_others(one: Amount, other: Amount) -> bool:
    """True if the numbers are of two actors ("Norway sent 200 soldiers, Sweden 350"), or spent on two things."""
    actors = bool(one.subjects and other.subjects and not one.subjects & other.subjects)
    return actors or bool(one.beside and other.beside and not one.beside & other.beside)


def _is_part(one: Amount, here: Scene, other: Amount, there: Scene) -> bool:
    """True if only the smaller number, and by far, is tied to a place: it may count a part of the other one."""
    small, large = ((here, there), (there, here))[one.value > other.value]
    far = max(one.value, other.value) > PART * min(one.value, other.value)
    return far and bool(small.places and not large.places) and one.respect not in GROWING


def _looks_back(amount: Amount, where: Scene) -> bool:
    """True if the number is dated to an earlier month than its article: background, unless both look back."""
    published = amount.statement.document.article.published
    return bool(published and where.days) and all(day[:7] < str(published)[: len(day[:7])] for day in where.days)


def _far(one: Amount, other: Amount) -> bool:
    """True if even the nearest numbers allowed are far from each other, of two floors the floors.

    Nobody is never far from some.
    """
    small, large = sorted((one, other), key=lambda amount: amount.value)
    nearest = small.value if min(small.most, large.most) >= FAR else min(small.most, large.value)
    return small.value > 0 and large.value > FAR_APART * nearest


def _grown(one: Amount, other: Amount) -> bool:
    """True if the larger number is the later one's, and may have grown since the earlier report."""
    dates = [amount.statement.document.article.published or "" for amount in (one, other)]
    if one.respect not in GROWING or not all(dates) or dates[0][:10] == dates[1][:10]:
        return False
    earlier, later = (one, other) if dates[0] < dates[1] else (other, one)
    return later.value > earlier.value


def _goes_on(one: Amount, other: Amount, cast: Cast) -> bool:
    """True for a toll of which the two sentences name no common day: each may be that of another hour or week."""
    if one.respect not in GROWING:
        return False
    days = [scene(amount.statement, cast).days for amount in (one, other)]
    return not any(len(day) == WHOLE_DAY for day in days[0] & days[1])


def _counted_by(amount: Amount) -> bool:
    """True for "had burned 300 hectares by Tuesday morning": another outlet counted up to another hour.

    A promise has a deadline: "would reach 45 metres by Thursday" is told of one time.
    """
    children = list(amount.trigger.children) if amount.trigger is not None else []
    if any(child.tag_ == "MD" for child in children):
        return False
    bounds = [child for child in children if child.dep_ == "prep" and child.lower_ == "by"]
    return any(grand.ent_type_ in TIMES for bound in bounds for grand in bound.children)


def _unfinished(statement: Statement) -> bool:
    """True for "with 40 percent of votes counted" and "a preliminary magnitude": what is counted then changes."""
    if any(token.lemma_.casefold() in wordlists.words("provisional") for token in statement.span):
        return True
    text = statement.span.text.casefold()
    return ("%" in text or "per" in text) and any(
        token.lemma_.casefold() in wordlists.words("progress") for token in statement.span
    )


def _told(amount: Amount) -> Told:
    return Told(f"{amount.least:g}:{amount.most:g}", amount.statement, amount.words, amount.figure)
