"""Which people of several documents are one, by the parts of their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.annotate.names import person_names
from briefing.annotate.names.person_names import PersonName, agreement, is_blend
from briefing.compose.actors.correcting import Corrected
from briefing.compose.actors.units import Group, Unit


@dataclass(slots=True)
class _Person:
    """A group of units with the full names it has."""

    names: list[PersonName]
    group: Group
    by_desk: bool = False
    """Put together by a correction, so that its names need not agree with each other."""

    def agreements(self, name: PersonName) -> list[str]:
        """Why a full name can be this person's, none if it cannot."""
        reasons = [agreement(name, other) for other in self.names]
        found = [reason for reason in reasons if reason]
        return found if self.by_desk or len(found) == len(reasons) else []


def merge_people(units: Sequence[Unit], teams: Sequence[Group], corrected: Corrected) -> list[Group]:
    """People joined over documents; a bare surname joins only the one person it can be.

    ``teams`` are those whom the desk has put together; what it keeps apart is never joined.
    """
    found, nameless = _by_desk(teams)
    loose: dict[tuple[str, ...], list[Unit]] = {}
    parsed = [(person_names.parse(unit.entity.name), unit) for unit in units]
    parsed.sort(key=lambda item: (-len(item[0].parts), item[0].parts, item[1].article, item[1].entity.id))
    for name, unit in parsed:
        if name.full:
            _join_full(found, name, unit, corrected)
        else:
            loose.setdefault(name.parts, []).append(unit)
    bare = [group for parts in sorted(loose) for group in _join_bare(found, loose[parts], corrected)]
    return [person.group for person in found] + nameless + bare


def _by_desk(teams: Sequence[Group]) -> tuple[list[_Person], list[Group]]:
    """The teams with a full name, and those without."""
    found, nameless = [], []
    for group in teams:
        parsed = dict.fromkeys(person_names.parse(unit.entity.name) for unit in group.units if unit.entity.named)
        names = [name for name in parsed if name.full]
        if names:
            found.append(_Person(names, group, by_desk=True))
        else:
            nameless.append(group)
    return found, nameless


def _join_full(found: list[_Person], name: PersonName, unit: Unit, corrected: Corrected) -> None:
    fits = []
    for person in found:
        reasons = person.agreements(name)
        free = unit.article not in {other.article for other in person.group.units}
        if reasons and free and not corrected.apart((unit.place,), person.group.places):
            exact = "same name" in reasons or "same name, written apart" in reasons
            fits.append((exact, reasons[0] if not exact else "same name", person))
    exact_fits = [fit for fit in fits if fit[0]]
    if len(exact_fits or fits) == 1:
        _, reason, person = (exact_fits or fits)[0]
        person.group.add(unit, reason)
        if name not in person.names:
            person.names.append(name)
    else:
        found.append(_Person([name], Group([unit])))


def _join_bare(found: Sequence[_Person], units: Sequence[Unit], corrected: Corrected) -> list[Group]:
    """The units of one bare name: with the one person who can be meant, or for themselves."""
    fits, why = _bearers(found, units[0].entity.name)
    alone: list[Group] = []
    for unit in units:
        if len(fits) == 1 and _genders_agree(fits[0], unit) and not corrected.apart((unit.place,), fits[0].places):
            fits[0].add(unit, why)
        elif alone:
            alone[0].add(unit, "same name")
        else:
            alone.append(Group([unit]))
    return alone


def _bearers(found: Sequence[_Person], bare: str) -> tuple[list[Group], str]:
    """Those whose surname a single word is; only if it is nobody's, those who spell theirs so or are called so."""
    name = person_names.parse(bare)
    reasons = {
        "surname": "surname, and no other person of that surname in any article",
        "another spelling of the surname": "another spelling of the surname, which is nobody's in any article",
    }
    for told, why in reasons.items():
        fits = [person.group for person in found if any(agreement(other, name) == told for other in person.names)]
        if fits:
            return fits, why
    blends = [person.group for person in found if any(is_blend(other, bare) for other in person.names)]
    return blends, "beginnings of given name and surname"


def _genders_agree(group: Group, unit: Unit) -> bool:
    told = {other.entity.gender for other in group.units} - {""}
    return not unit.entity.gender or not told or unit.entity.gender in told
