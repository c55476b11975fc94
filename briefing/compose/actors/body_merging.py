"""Which bodies, states and places of several documents are one, by the keys of their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.annotate import countries
from briefing.annotate.names import organisation_names
from briefing.compose.actors.correcting import Corrected
from briefing.compose.actors.units import Group, Unit

NOBODYS = frozenset(
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


@dataclass(slots=True)
class _Body:
    """A group of units with the type and keys of its names."""

    keys: set[tuple[str, str]]
    group: Group


def merge_bodies(units: Sequence[Unit], teams: Sequence[Group], corrected: Corrected) -> list[Group]:
    """Bodies and places of one type that share a name in any article: initials defined in one article hold in all.

    ``teams`` are those that the desk has put together; what it keeps apart is never joined.
    """
    joined = [_Body(set().union(*map(_keys_of, team.units)), team) for team in teams]
    for unit in units:
        keys = _keys_of(unit)
        fits = [
            body
            for body in joined
            if not keys.isdisjoint(body.keys) and not corrected.apart((unit.place,), body.group.places)
        ]
        if not fits:
            joined.append(_Body(keys, Group([unit])))
            continue
        first, *others = fits
        first.group.add(unit, "shares a name")
        first.keys |= keys
        for other in others:
            if not corrected.apart(first.group.places, other.group.places):
                _take_over(first, other)
                joined.remove(other)
    return [body.group for body in joined]


def _take_over(first: _Body, other: _Body) -> None:
    first.keys |= other.keys
    first.group.units.extend(other.group.units)
    first.group.reasons.extend(other.group.reasons)


def _keys_of(unit: Unit) -> set[tuple[str, str]]:
    keys = body_keys(unit.entity.name, unit.forms)
    return {(unit.entity.type, f"{key} ({unit.article})" if key in NOBODYS else key) for key in keys}


def body_keys(name: str, forms: Iterable[str]) -> set[str]:
    """The keys of a body's name and of its other names, but not of those that only say its kind ("the Commission")."""
    telling = [form for form in forms if not organisation_names.generic_head(name, form)]
    return {_body_key(one) for one in (name, *telling)}


def _body_key(name: str) -> str:
    entry = countries.country_name(name)
    if entry is not None and entry.country:
        return f"state {entry.country}" if entry.form in ("name", "demonym") else f"place {entry.place}"
    return organisation_names.key_with_country(name)
