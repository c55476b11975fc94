"""Which entities of several documents are one actor, and why.

People are joined by the parts of their names, bodies and states by their names' keys. Everything is worked out from
sorted values, so the order of the documents changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.annotate import countries, layers, organisation_names, person_names
from briefing.annotate.layers import Entity
from briefing.annotate.person_names import PersonName, agreement
from briefing.compose.documents import Document

_NOBODYS = frozenset(
    f"{field} ministry"
    for field in (
        "foreign",
        "defense",
        "interior",
        "finance",
        "justice",
        "health",
        "energy",
        "trade",
        "transport",
        "education",
    )
)
"""Ministries without a country: those of two articles may be of two states."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One entity of one document."""

    article: str
    entity: Entity
    document: Document

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

    def add(self, unit: Unit, why: str) -> None:
        """One more unit, with the sentence that says why."""
        if self.units and why:
            known = self.units[0]
            self.reasons.append(
                f"{unit.entity.name!r} ({unit.article}) is {known.entity.name!r} ({known.article}): {why}"
            )
        self.units.append(unit)


def groups(documents: Sequence[Document]) -> list[Group]:
    """Every actor's units; entities known by their country's adjective only are left out."""
    units = [
        Unit(document.article.id, entity, document)
        for document in sorted(documents, key=lambda document: document.article.id)
        for entity in layers.entities(document.doc)
        if entity.mentions
    ]
    units = vote_on_types(units)
    people = [unit for unit in units if unit.entity.type == "person" and unit.entity.named]
    bodies = [unit for unit in units if unit.entity.type != "person" and unit.entity.named and unit.is_named]
    unnamed = [Group([unit]) for unit in units if not unit.entity.named]
    return [*merge_people(people), *merge_bodies(bodies), *unnamed]


def vote_on_types(units: Sequence[Unit]) -> list[Unit]:
    """The units with one type for one name: what most of its mentions in all articles say.

    A person of one name only counts half: the news introduces people by two, and takes a city for a person that way.
    A person with a role, and a name that has as many mentions of one type as of another, stay as their article has
    them.
    """
    votes: dict[str, Counter[str]] = {}
    for unit in units:
        if unit.entity.named:
            votes.setdefault(_spelling(unit), Counter())[unit.entity.type] += _weight(unit.entity)
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


def merge_people(units: Sequence[Unit]) -> list[Group]:
    """People joined over documents; a bare surname joins only the one person it can be."""
    parsed = [(person_names.parse(unit.entity.name), unit) for unit in units]
    parsed.sort(key=lambda item: (-len(item[0].parts), item[0].parts, item[1].article, item[1].entity.id))
    found: list[tuple[list[PersonName], Group]] = []
    loose: dict[tuple[str, ...], list[Unit]] = {}
    for name, unit in parsed:
        if name.full:
            _join_full(found, name, unit)
        else:
            loose.setdefault(name.parts, []).append(unit)
    return [group for _, group in found] + [
        group for parts in sorted(loose) for group in _join_bare(found, loose[parts])
    ]


def _join_full(found: list[tuple[list[PersonName], Group]], name: PersonName, unit: Unit) -> None:
    fits = []
    for names, group in found:
        reasons = [agreement(name, other) for other in names]
        if all(reasons) and unit.article not in {other.article for other in group.units}:
            exact = "same name" in reasons or "same name, written apart" in reasons
            fits.append((exact, reasons[0] if not exact else "same name", names, group))
    exact_fits = [fit for fit in fits if fit[0]]
    if len(exact_fits or fits) == 1:
        _, reason, names, group = (exact_fits or fits)[0]
        group.add(unit, str(reason))
        if name not in names:
            names.append(name)
    else:
        group = Group()
        group.add(unit, "")
        found.append(([name], group))


def _join_bare(found: list[tuple[list[PersonName], Group]], units: list[Unit]) -> list[Group]:
    name = person_names.parse(units[0].entity.name)
    fits = [group for names, group in found if any(agreement(other, name) == "surname" for other in names)]
    together = Group()
    for unit in units:
        if len(fits) == 1 and _genders_agree(fits[0], unit):
            fits[0].add(unit, "surname, and no other person of that surname in any article")
        else:
            together.add(unit, "same name")
    return [together] if together.units else []


def _genders_agree(group: Group, unit: Unit) -> bool:
    told = {other.entity.gender for other in group.units} - {""}
    return not unit.entity.gender or not told or unit.entity.gender in told


def merge_bodies(units: Sequence[Unit]) -> list[Group]:
    """Bodies and places of one type that share a name in any article: initials defined in one article hold in all."""
    joined: list[tuple[set[tuple[str, str]], Group]] = []
    for unit in units:
        keys = {(unit.entity.type, key) for key in _body_keys(unit)}
        fits = [item for item in joined if not keys.isdisjoint(item[0])]
        if not fits:
            group = Group()
            group.add(unit, "")
            joined.append((keys, group))
            continue
        (known, group), *others = fits
        group.add(unit, "shares a name")
        for more_keys, other in others:
            known |= more_keys
            group.units.extend(other.units)
            group.reasons.extend(other.reasons)
            joined.remove((more_keys, other))
        known |= keys
    return [group for _, group in joined]


def _body_keys(unit: Unit) -> set[str]:
    """The entity's own name and its other names, but not those that only say its kind ("the Commission")."""
    forms = [form for form in unit.forms if not organisation_names.generic_head(unit.entity.name, form)]
    keys = {_body_key(name) for name in (unit.entity.name, *forms)}
    return {f"{key} ({unit.article})" if key in _NOBODYS else key for key in keys}


def _body_key(name: str) -> str:
    entry = countries.country_name(name)
    if entry is not None and entry.country:
        return f"state {entry.country}" if entry.form in ("name", "demonym") else f"place {entry.place}"
    return organisation_names.key_with_country(name)
