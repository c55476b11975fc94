"""Who is in a story: people and bodies that act or speak, governments apart from them, places left to the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Actor, ActorKind, Evidence, Story

_ACTING = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.UNNAMED)


@dataclass(frozen=True, slots=True)
class Government:
    """A state that the sources speak of, with the seats that speak for it."""

    name: str
    seats: tuple[str, ...]
    """``Moscow``, ``Kremlin``."""
    statements: tuple[str, ...]
    """Ids of the quotes it or one of its seats is the source of."""
    evidence: tuple[Evidence, ...]
    """Body sentences that name it or one of its seats, each once."""

    @property
    def sentences(self) -> int:
        """How many they are."""
        return len(self.evidence)


def acting(story: Story) -> tuple[Actor, ...]:
    """The actors of the table: people known by full name or office and whoever is quoted, then those only spoken of.

    Who is named in a title or a caption only is left out: no sentence could be given for it.
    """
    found = [actor for actor in story.actors if actor.kind in _ACTING and actor.evidence]
    return tuple(sorted(found, key=lambda actor: not _is_introduced(actor)))


def _is_introduced(actor: Actor) -> bool:
    if actor.kind is ActorKind.PERSON:
        return bool(actor.statements or actor.roles or " " in actor.name)
    return bool(actor.statements)


def governments(story: Story) -> tuple[Government, ...]:
    """The states of a story, most named first; a seat is told under the state it stands for."""
    groups: dict[str, list[Actor]] = {}
    for actor in story.actors:
        if actor.kind is ActorKind.GOVERNMENT:
            groups.setdefault(actor.stands_for or actor.name, []).append(actor)
    found = [_government(name, members) for name, members in groups.items()]
    return tuple(sorted(found, key=lambda one: -one.sentences))


def _government(name: str, members: Sequence[Actor]) -> Government:
    return Government(
        name=name,
        seats=tuple(actor.name for actor in members if actor.stands_for and actor.name != name),
        statements=tuple(one for actor in members for one in actor.statements),
        evidence=tuple(dict.fromkeys(evidence for actor in members for evidence in actor.evidence)),
    )
