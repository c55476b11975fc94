"""New offices: whom the sources of today give another office than the earlier issue did.

Only what excludes the earlier office is a change: "former", "acting" or "deputy" come or gone, "-elect" dropped,
another department, another office of state. Other words for the same are none, nor is an office that one of today's
sources still gives, nor one that the earlier issue already gave beside the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.compose.actors import offices
from briefing.compose.actors.offices import Office
from briefing.model import Actor, ActorKind, Change, Passage, Role, Story

Held = tuple[Role, Office]


def office_changes(story: Story, past: Mapping[str, Actor], issue: int) -> tuple[Change, ...]:
    """A change for every person of a story who is given another office than in issue ``issue``, most salient first."""
    found = []
    for actor in story.actors:
        before = past.get(actor.key)
        if actor.kind is ActorKind.PERSON and before is not None:
            pair = _changed(held(before), held(actor))
            found += [_change(actor, pair, issue)] if pair is not None else []
    return tuple(found)


def held(actor: Actor) -> list[Held]:
    """The roles of an actor that name an office."""
    read = ((role, offices.read_office(role.text, role.affiliation)) for role in actor.roles)
    return [(role, office) for role, office in read if office is not None]


def _changed(before: Sequence[Held], today: Sequence[Held]) -> tuple[Role, Role] | None:
    """The first office of the earlier issue that another one has taken the place of, and that one."""
    gone = [one for one in before if not _among(one, today)]
    come = [one for one in today if not _among(one, before)]
    pairs = ((one[0], other[0]) for other in come for one in gone if _compare(one, other) == offices.CHANGED)
    return next(pairs, None)


def _among(one: Held, others: Sequence[Held]) -> bool:
    return any(_compare(one, other) == offices.SAME for other in others)


def _compare(one: Held, other: Held) -> str | None:
    return offices.compare(one[1], other[1])


def _change(actor: Actor, pair: tuple[Role, Role], issue: int) -> Change:
    before, today = pair
    name = actor.name.strip("[]")
    passages = (Passage(f"[{name}:] {today.text}", today.evidence), Passage(f"[in issue {issue}:] {before.text}"))
    return Change("role", passages, actor.id)
