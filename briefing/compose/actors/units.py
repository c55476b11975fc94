"""What actors are made of: the entities of single documents, with one type for one name over all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache

from briefing.annotate import layers
from briefing.annotate.layers import Entity
from briefing.compose import wordlists
from briefing.compose.actors.correcting import Corrected, Place
from briefing.compose.documents import Document
from briefing.model import ActorKind


@dataclass(frozen=True, slots=True)
class Unit:
    """One entity of one document."""

    article: str
    entity: Entity
    document: Document

    @property
    def place(self) -> Place:
        """Where it is found: article and entity."""
        return (self.article, self.entity.id)

    @property
    def forms(self) -> Counter[str]:
        """How often each of its names stands in the document."""
        return Counter(
            " ".join(span.text.split()) for span in self.entity.mentions if span.kb_id_ in ("name", "metonym")
        )

    @property
    def is_named(self) -> bool:
        """Whether it is known by more than the adjective of a country."""
        return any(span.kb_id_ != "demonym" for span in self.entity.mentions)


@dataclass(slots=True)
class Group:
    """The units that are one actor."""

    units: list[Unit] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    @property
    def places(self) -> list[Place]:
        """Where its units are found."""
        return [unit.place for unit in self.units]

    def add(self, unit: Unit, why: str) -> None:
        """One more unit, with the sentence that says why."""
        if self.units and why:
            known = self.units[0]
            self.reasons.append(
                f"{unit.entity.name!r} ({unit.article}) is {known.entity.name!r} ({known.article}): {why}"
            )
        self.units.append(unit)


def units_of(documents: Sequence[Document], corrected: Corrected) -> list[Unit]:
    """Every entity that may be an actor, by article and weight, with the type that all articles or the desk give it.

    Ships and the like are left out: an article that tells what "the ferry Aal" is tells it for all.
    """
    found = [
        Unit(document.article.id, entity, document)
        for document in sorted(documents, key=lambda document: document.article.id)
        for entity in layers.entities(document.doc)
        if entity.mentions
    ]
    vessels = {name for document in documents for name in _vessels(document.article.text)}
    kept = [unit for unit in found if not corrected.is_dropped(unit.place) and not _is_vessel(unit, vessels)]
    return [_of_kind(unit, corrected) for unit in vote_on_types(kept)]


def vote_on_types(units: Sequence[Unit]) -> list[Unit]:
    """The units with one type for one name: what most of its mentions in all articles say.

    A person of one name only counts half: the news introduces people by two, and takes a city for a person that way.
    A person with a role, and a name that has as many mentions of one type as of another, stay as their article has
    them. "Aal River" speaks for the place where "Aal" stands alone.
    """
    votes: dict[str, Counter[str]] = {}
    for unit in units:
        if unit.entity.named:
            for spelling in (_spelling(unit), *_of_landform(unit)):
                votes.setdefault(spelling, Counter())[unit.entity.type] += _weight(unit.entity)
    return [_retyped(unit, votes.get(_spelling(unit), Counter())) for unit in units]


def _weight(entity: Entity) -> int:
    is_bare = entity.type == "person" and len(entity.name.split()) == 1
    return len(entity.mentions) * (1 if is_bare else 2)


def _retyped(unit: Unit, votes: Counter[str]) -> Unit:
    entity = unit.entity
    leading = votes.most_common(2)
    if not entity.named or len(leading) < 2 or leading[0][1] == leading[1][1] or leading[0][0] == entity.type:
        return unit
    if any(role.entity == entity.id for role in layers.roles(unit.document.doc)):
        return unit
    reason = f"{entity.name!r} is a {leading[0][0]} in most sentences of all articles"
    return replace(unit, entity=entity._replace(type=leading[0][0], reasons=(*entity.reasons, reason)))


def _spelling(unit: Unit) -> str:
    return " ".join(unit.entity.name.split()).casefold()


def _is_vessel(unit: Unit, vessels: Set[str]) -> bool:
    """Whether what is no person is one of the ``vessels``, which the components already leave out beside the word."""
    return unit.entity.type != "person" and _spelling(unit) in vessels


def _vessels(text: str) -> Iterator[str]:
    """The folded names behind a word for craft, whole and cut short: "the ferry Aal", "a sister ship, the Aal"."""
    for match in _named_craft().finditer(text):
        words = match["name"].casefold().split()
        yield from (" ".join(words[:end]) for end in range(1, len(words) + 1))


@cache
def _named_craft() -> re.Pattern[str]:
    craft = "|".join(sorted(wordlists.words("vessels")))
    return re.compile(rf"\b(?:{craft})(?:, the)? (?P<name>[A-Z][\w’-]*(?: [A-Z][\w’-]*){{0,3}})")


def _of_landform(unit: Unit) -> tuple[str, ...]:
    """The one word that tells a river, valley or lake from others of its kind."""
    first, _, second = _spelling(unit).partition(" ")
    if unit.entity.type != "place" or not second or " " in second:
        return ()
    if second in wordlists.words("landforms"):
        return (first,)
    return (second,) if first in wordlists.words("landforms") else ()


_TYPES = {ActorKind.PERSON: "person", ActorKind.ORGANISATION: "organisation"}
"""Types of entities for the kinds of actors; the others are places that act or do not."""


def _of_kind(unit: Unit, corrected: Corrected) -> Unit:
    kind = corrected.kind((unit.place,))
    if kind is None:
        return unit
    return replace(unit, entity=unit.entity._replace(type=_TYPES.get(kind, "place"), named=True))


def teams_of(units: Sequence[Unit], corrected: Corrected) -> tuple[list[Group], list[Unit]]:
    """The units that the desk says are one actor, each team a group of one type, and all other units."""
    members: dict[str, list[Unit]] = {}
    rest = []
    for unit in units:
        team = corrected.team(unit.place)
        if team is None:
            rest.append(unit)
        else:
            members.setdefault(team, []).append(unit)
    return [_team(members[name]) for name in sorted(members)], rest


def _team(units: Sequence[Unit]) -> Group:
    """One group; the type is that of most mentions, of those with a name if there are any."""
    votes: Counter[str] = Counter()
    for unit in units:
        votes[unit.entity.type] += _weight(unit.entity) * (1000 if unit.entity.named else 1)
    type_ = min(votes, key=lambda one: (-votes[one], one))
    group = Group()
    for unit in sorted(units, key=lambda one: (not one.entity.named, one.article, one.entity.id)):
        group.add(replace(unit, entity=unit.entity._replace(type=type_)), "corrected by hand")
    return group
