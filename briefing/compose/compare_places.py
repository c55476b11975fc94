"""Told differently: where. The same deed of the same actor with other countries as its goal.

Only countries are compared, in the same place of the sentence: a town may lie in the region that another source names.
One country against that country and a second one is a difference too, if they are coordinated ("North and South").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from spacy.tokens import Token

from briefing.compose.frames import Cast, Frame, arguments, stretch
from briefing.compose.origins import Origins
from briefing.compose.sides import Contrast, Told, independent


def place_contrasts(found: Sequence[Frame], cast: Cast, origins: Origins) -> Iterator[Contrast]:
    """Pairs of frames of one deed to come whose countries are not the same."""
    placed = [(frame, slot, goals) for frame in found for slot, goals in _goals(frame, cast)]
    for (one, slot, here), (other, second, there) in combinations(placed, 2):
        if slot != second or one.lemma != other.lemma or not one.agents & other.agents:
            continue
        if one.conditional or other.conditional or one.negated != other.negated or one.ahead != other.ahead:
            continue
        if set(here) != set(there) and set(here) & set(there) and independent(one.statement, other.statement, origins):
            yield Contrast("Where", "place", _told(one, here), _told(other, there))


def _goals(frame: Frame, cast: Cast) -> Iterator[tuple[str, dict[str, Token]]]:
    """For every slot of the verb that names countries: the slot, and country to its word."""
    slots: dict[str, dict[str, Token]] = {}
    for token in arguments(frame.trigger):
        slot = _slot(token, frame.trigger)
        actor = frame.statement.mentions.get(token.i)
        country = cast.country(actor) if actor else None
        if slot and country:
            slots.setdefault(slot, {})[country] = token
    yield from slots.items()


def _slot(token: Token, trigger: Token) -> str | None:
    """``goal`` for the object of a verb and for "to", "in", "for"; None for any other preposition."""
    head = token
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ == "dobj":
        return "goal"
    if head.dep_ == "pobj" and head.head.lower_ in {"to", "in", "for", "into"} and head.head.head == trigger:
        return "goal"
    return None


def _told(frame: Frame, goals: dict[str, Token]) -> Told:
    last = max(goals.values(), key=lambda token: token.i)
    words = stretch(frame.trigger, last.doc[last.i : last.i + 1])
    return Told("+".join(sorted(goals)), frame.statement, words)
