"""Actors of a story: the people, bodies and governments of all its documents, each named once.

News agencies and media that only carry the news are sources, not actors. Offices are merged in the sources' own words,
each with its sentences. The order of the documents changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.annotate import countries, layers, lexicon, person_names
from briefing.compose.actor_merging import Group, Unit, groups
from briefing.compose.documents import Document
from briefing.model import Actor, ActorKind, Evidence, Role

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


def merge_actors(documents: Sequence[Document]) -> ActorTable:
    """The actors of ``documents`` with roles, evidence and the reason of every merge."""
    found = groups(documents)
    states = _states(found)
    made = [(_actor(group, states), group) for group in found if not _is_medium(group)]
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


def _is_medium(group: Group) -> bool:
    return all(unit.entity.medium for unit in group.units)


def _actor(group: Group, states: frozenset[str]) -> Actor:
    forms: Counter[str] = Counter()
    for unit in group.units:
        forms.update(unit.forms)
    name = _display_name(group, forms)
    return Actor(
        id="",
        name=name,
        kind=_kind(group, name in states),
        salience=round(sum(unit.entity.score for unit in group.units), 4),
        aliases=tuple(form for form, _ in sorted(forms.items(), key=lambda item: (-item[1], item[0])) if form != name),
        roles=_roles(group.units),
        evidence=_evidence(group.units),
        stands_for=next((unit.entity.stands_for for unit in group.units if unit.entity.stands_for), None),
        merges=tuple(
            dict.fromkeys((*(reason for unit in group.units for reason in unit.entity.reasons), *group.reasons))
        ),
    )


def _display_name(group: Group, forms: Counter[str]) -> str:
    """A person's name with given and family name, a body's as most documents have it; ties go to the longer."""
    names = [unit.entity.name for unit in group.units]
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


def _roles(units: Sequence[Unit]) -> tuple[Role, ...]:
    """The roles in the sources' words, in the order of their first sentence.

    One entry for the same words; "President" is left out beside "Bekland President".
    """
    texts: dict[tuple[str, str | None], tuple[str, list[Evidence]]] = {}
    for unit in units:
        for role in layers.roles(unit.document.doc):
            if role.entity == unit.entity.id:
                text = " ".join(role.span.text.split())
                _, evidence = texts.setdefault((text.casefold(), role.body), (text, []))
                evidence.extend(one for one in unit.document.evidence_of(role.span) if one not in evidence)
    return tuple(
        Role(text, body, tuple(evidence))
        for (words, body), (text, evidence) in texts.items()
        if not any(other.endswith(f" {words}") for other, _ in texts)
    )


def _evidence(units: Sequence[Unit]) -> tuple[Evidence, ...]:
    found: dict[Evidence, None] = {}
    for unit in units:
        for span in unit.entity.mentions:
            found.update(dict.fromkeys(unit.document.evidence_of(span)))
    return tuple(sorted(found, key=lambda one: (one.article, one.start)))
