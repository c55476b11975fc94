"""The roles of an actor in the sources' words: offices first, each followed by its other wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.annotate import layers, lexicon
from briefing.compose import offices
from briefing.compose.actor_units import Unit
from briefing.compose.offices import Office
from briefing.model import Evidence, Role

TIES = ("counterpart", "colleague", "ally", "rival", "successor", "predecessor", "friend", "opponent")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A role and the office it names."""

    role: Role
    office: Office | None
    position: int


def roles_of(units: Sequence[Unit]) -> tuple[Role, ...]:
    """The roles, one entry for the same words: offices, then what cannot be told, then ties to others.

    "President" is left out beside "Bekland President". Of several wordings of one office the fullest leads, then the
    one in most sentences; the others follow it and name it.
    """
    told: list[list[_Reading]] = []
    for reading in _readings(units):
        fits = (group for group in told if any(offices.same_office(one.office, reading.office) for one in group))
        group = next(fits, None)
        if group is None:
            told.append([reading])
        else:
            group.append(reading)
    told.sort(key=lambda group: (is_tie(group[0].role.text), group[0].office is None, group[0].position))
    return tuple(role for group in told for role in _led(group))


def is_tie(text: str) -> bool:
    """Whether a role says whose, not what: its noun is one of kinship or company."""
    main = text.partition(" of ")[0].partition(" to ")[0]
    noun = main.rpartition(" ")[2].casefold()
    return noun in TIES or lexicon.column("role_words.tsv", 2).get(noun) == "kin"


def _led(group: Sequence[_Reading]) -> Iterator[Role]:
    """The fullest wording, then the others with its words."""
    first = min(group, key=lambda one: (-_fullness(one.office), -len(one.role.evidence), one.position))
    yield first.role
    yield from (replace(one.role, same_as=first.role.text) for one in group if one is not first)


def _fullness(office: Office | None) -> int:
    return 2 * len(office.matter) + bool(office.state) if office is not None else 0


def _readings(units: Sequence[Unit]) -> Iterator[_Reading]:
    texts: dict[tuple[str, str | None], tuple[str, list[Evidence]]] = {}
    for unit in units:
        for role in layers.roles(unit.document.doc):
            if role.entity == unit.entity.id:
                text = " ".join(role.span.text.split())
                _, evidence = texts.setdefault((text.casefold(), role.body), (text, []))
                evidence.extend(one for one in unit.document.evidence_of(role.span) if one not in evidence)
    for position, ((words, body), (text, evidence)) in enumerate(texts.items()):
        if not any(other.endswith(f" {words}") for other, _ in texts):
            held = Role(text, body, tuple(evidence), says_where=offices.says_where(text, body))
            yield _Reading(held, offices.read_office(text, body), position)
