"""Actors of a story: the people, bodies and governments of all its documents, each named once.

News agencies and media that only carry the news are sources, not actors. Offices are merged in the sources' own words,
each with its sentences. An actor keeps the name that the earlier issue gave it where a source of today has it, and what
the desk has corrected goes before everything. The order of the documents changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from briefing.annotate import countries, layers, lexicon
from briefing.annotate.names import person_names
from briefing.compose.actors.continuity import Match, Past, shortens
from briefing.compose.actors.correcting import NOTHING, Corrected, Place
from briefing.compose.actors.merging import groups
from briefing.compose.actors.roles import roles_of
from briefing.compose.actors.units import Group, Unit
from briefing.compose.documents import Document
from briefing.model import Actor, ActorKind, Evidence, FullerName

OFFICES = lexicon.word_set("state-offices")


@dataclass(frozen=True, slots=True)
class ActorTable:
    """The actors of some documents, and which entity of which document is which actor."""

    actors: tuple[Actor, ...]
    """Most salient first, ids ``a1``, ``a2`` ..."""
    by_entity: Mapping[tuple[str, str], str]
    """(article id, entity id) to actor id."""

    def of(self, article: str, entity: str) -> Actor | None:
        """The actor that an entity of an article is, None for what is no actor."""
        key = self.by_entity.get((article, entity))
        return self.actors[int(key[1:]) - 1] if key is not None else None

    def name_of(self, article: str, entity: str) -> str | None:
        """The name of that actor, to be put in brackets: without those that it may stand in."""
        actor = self.of(article, entity)
        return actor.name.strip("[]") if actor is not None else None


def merge_actors(
    documents: Sequence[Document],
    corrected: Corrected = NOTHING,
    past: Past | None = None,
    carriers: Set[Place] = frozenset(),
) -> ActorTable:
    """The actors of ``documents`` with roles, evidence and the reason of every merge; ``carriers`` are none."""
    found = [group for group in groups(documents, corrected) if not _is_medium(group, carriers)]
    cast = _Cast(_states(found), corrected)
    drafts = [cast.actor(group) for group in found]
    followed = past.follow(drafts) if past is not None else {}
    made = [
        (cast.actor(group, followed[number]) if number in followed else draft, group)
        for number, (draft, group) in enumerate(zip(drafts, found, strict=True))
    ]
    made.sort(
        key=lambda item: (
            -item[0].salience,
            item[0].name,
            item[0].kind,
            item[1].units[0].article,
            item[1].units[0].entity.id,
        )
    )
    actors = []
    by_entity = {}
    for number, (actor, group) in enumerate(made, 1):
        actors.append(replace(actor, id=f"a{number}"))
        by_entity.update({(unit.article, unit.entity.id): f"a{number}" for unit in group.units})
    return ActorTable(tuple(actors), by_entity)


def _is_medium(group: Group, carriers: Set[Place]) -> bool:
    return all(unit.entity.medium or unit.place in carriers for unit in group.units)


class _Cast:
    """Makes actors of the groups of a story."""

    def __init__(self, states: frozenset[str], corrected: Corrected) -> None:
        self._states, self._corrected = states, corrected

    def actor(self, group: Group, match: Match | None = None) -> Actor:
        """The actor of a group, who was ``match`` in the earlier issue."""
        forms: Counter[str] = Counter()
        for unit in group.units:
            forms.update(unit.forms)
        usual = _display_name(group, forms)
        kind = self._corrected.kind(group.places) or _kind(group, usual in self._states)
        name = self._corrected.name(group.places) or _kept_name(usual, forms, kind, match)
        within = (reason for unit in group.units for reason in unit.entity.reasons)
        since = () if match is None else (f"{name!r} is {match.actor.name!r} of issue {match.issue}: {match.why}",)
        return Actor(
            id="",
            name=name,
            kind=kind,
            salience=round(sum(unit.entity.score for unit in group.units), 4),
            aliases=tuple(
                form for form, _ in sorted(forms.items(), key=lambda item: (-item[1], item[0])) if form != name
            ),
            roles=roles_of(group.units),
            evidence=_evidence(group.units),
            stands_for=next((unit.entity.stands_for for unit in group.units if unit.entity.stands_for), None),
            merges=tuple(dict.fromkeys((*within, *group.reasons, *self._corrected.reasons(group.places), *since))),
            key=match.actor.key if match is not None else "",
            fuller=_fuller(name, kind, match),
        )


def _kept_name(usual: str, forms: Mapping[str, int], kind: ActorKind, match: Match | None) -> str:
    """The name of the earlier issue where a source of today has it and it says no less than the usual one."""
    if match is None or match.actor.name not in forms or shortens(match.actor.name, usual, kind):
        return usual
    return match.actor.name


def _fuller(name: str, kind: ActorKind, match: Match | None) -> FullerName | None:
    """The name that an earlier issue could give in full and the sources of today cannot."""
    if match is None:
        return None
    if shortens(name, match.actor.name, kind):
        return FullerName(match.actor.name.strip("[]"), match.issue)
    before = match.actor.fuller
    return before if before is not None and shortens(name, before.name, kind) else None


def _display_name(group: Group, forms: Counter[str]) -> str:
    """A person's name with given and family name, a body's as most documents have it; ties go to the longer."""
    names = [unit.entity.name for unit in group.units if unit.entity.named == group.units[0].entity.named]
    if group.units[0].entity.type == "person":
        return min(
            names, key=lambda name: (-min(len(person_names.parse(name).parts), 2), -forms[name], -len(name), name)
        )
    entry = countries.country_name(names[0])
    if entry is not None and entry.form == "name" and entry.country in forms:
        return entry.country
    return min(names, key=lambda name: (-names.count(name), -len(name), name))


def _states(found: Sequence[Group]) -> frozenset[str]:
    """Names of what has a president, a minister or an ambassador: states, known to the country table or not."""
    return frozenset(
        role.body
        for group in found
        for unit in group.units
        for role in layers.roles(unit.document.doc)
        if role.entity == unit.entity.id and role.body and OFFICES & set(role.span.text.casefold().split())
    )


def _kind(group: Group, is_state: bool) -> ActorKind:
    entity = group.units[0].entity
    if not entity.named:
        return ActorKind.UNNAMED
    if entity.type == "person":
        return ActorKind.PERSON
    if any(unit.entity.stands_for for unit in group.units):
        return ActorKind.GOVERNMENT
    if entity.type == "organisation":
        return ActorKind.ORGANISATION
    entry = countries.country_name(entity.name)
    return ActorKind.GOVERNMENT if is_state or (entry is not None and entry.form == "name") else ActorKind.PLACE


def _evidence(units: Sequence[Unit]) -> tuple[Evidence, ...]:
    found: dict[Evidence, None] = {}
    for unit in units:
        for span in unit.entity.mentions:
            found.update(dict.fromkeys(unit.document.evidence_of(span)))
    return tuple(sorted(found, key=lambda one: (one.article, one.start)))
