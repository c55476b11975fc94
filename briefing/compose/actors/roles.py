"""The roles of an actor in the sources' words: offices first, each followed by its other wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.annotate import layers, lexicon
from briefing.compose.actors import offices
from briefing.compose.actors.offices import Office
from briefing.compose.actors.units import Unit
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

    "President" is left out beside "Bekland President", as are "friend" and "counterpart" alone, which do not say whose.
    Of several wordings of one office the fullest leads, then the one in most sentences; the others follow it and name
    it, as does "counterpart", which names it by somebody else's.
    """
    told: list[list[_Reading]] = []
    readings = sorted(_readings(units), key=lambda one: (_is_counterpart(one.role.text), one.position))
    for reading in readings:
        group = next((group for group in told if _belongs(reading, group)), None)
        if group is None:
            told.append([reading])
        else:
            group.append(reading)
    told = [group for group in told if not all(_is_bare_tie(one.role.text) for one in group)]
    told.sort(key=lambda group: (is_tie(group[0].role.text), group[0].office is None, group[0].position))
    return tuple(role for group in told for role in _led(group))


def is_tie(text: str) -> bool:
    """Whether a role says whose, not what: its noun is one of kinship or company."""
    noun = _noun(text)
    return noun in TIES or lexicon.column("role_words.tsv", 2).get(noun) == "kin"


def _is_bare_tie(text: str) -> bool:
    """Whether a role ties somebody to nobody named: "friend", "Bekland counterpart"; not "friend of Ann Aal"."""
    words = text.replace("’", "'").split()
    return is_tie(text) and not any(word in ("of", "to") or word.endswith("'s") for word in words)


def _noun(text: str) -> str:
    return text.partition(" of ")[0].partition(" to ")[0].rpartition(" ")[2].casefold()


def _is_counterpart(text: str) -> bool:
    return _noun(text).removesuffix("s") == "counterpart"


def _belongs(reading: _Reading, group: Sequence[_Reading]) -> bool:
    """Whether a role is one more wording of the office that a group is about."""
    if _is_counterpart(reading.role.text):
        return any(one.office is not None for one in group)
    return any(offices.same_office(one.office, reading.office) for one in group)


def _led(group: Sequence[_Reading]) -> Iterator[Role]:
    """The fullest wording, then the others with its words."""
    first = min(
        group, key=lambda one: (one.office is None, -_fullness(one.office), -len(one.role.evidence), one.position)
    )
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
