"""The entries of a corrections file, checked: each by itself, and all together for contradictions.

::

    [[correction]]
    same = ["Elena Marek", "Helena Marek"]
    note = "The Post writes Elena."
    date = 2025-10-15

    [[correction]]
    name = { of = "KRC", is = "Korda River Commission" }

The order of the entries says nothing. Names are compared without regard to case, accents, and white space.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from briefing.errors import SettingsError
from briefing.model.corrections import Correction, CorrectionKind
from briefing.model.stories import ActorKind

TABLE = "correction"
KINDS = tuple(kind.value for kind in ActorKind if kind is not ActorKind.UNNAMED)
"""Kinds that an actor can be corrected to."""
_PAIRS = (CorrectionKind.SAME, CorrectionKind.DIFFERENT)
_SETTERS = (CorrectionKind.NAME, CorrectionKind.KIND)


def folded(name: str) -> str:
    """A name as it is compared: one space between words, no case, no accents, one form of apostrophe."""
    plain = unicodedata.normalize("NFKD", " ".join(name.split()).replace("’", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def read_entries(content: Mapping[str, Any], where: str) -> tuple[Correction, ...]:
    """The corrections of a parsed file in an order of their own; raises ``SettingsError`` naming file and entry."""
    if unknown := sorted(set(content) - {TABLE}):
        raise SettingsError(f"{where}: {unknown[0]!r} is unknown; every entry stands under [[{TABLE}]]")
    tables = content.get(TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise SettingsError(f"{where}: {TABLE!r} must be written [[{TABLE}]], one for each entry")
    found = [_entry(table, f"{where}: correction {number}") for number, table in enumerate(tables, 1)]
    check_together(found, where)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.kind, one.names, one.to, one.date, one.note)))


def make_entry(kind: CorrectionKind, names: Sequence[str], to: str = "", note: str = "", date: str = "") -> Correction:
    """A correction from its parts; raises ``SettingsError`` for one that cannot be meant."""
    names = tuple(" ".join(name.split()) for name in names)
    for text in (*names, to, note):
        if not text.isprintable():
            raise SettingsError(f"{text!r} holds a character that cannot be shown")
    if not all(names) or not names:
        raise SettingsError(f"{kind} needs names that are not empty")
    if kind in _PAIRS and len({folded(name) for name in names}) < max(2, len(names)):
        raise SettingsError(f"{kind} needs two names or more, each written differently")
    if kind is CorrectionKind.KIND and to not in KINDS:
        raise SettingsError(f"{to!r} is no kind of actor; known are {', '.join(KINDS)}")
    if kind is CorrectionKind.NAME and not to.strip("[] "):
        raise SettingsError("name needs the name to show")
    ordered = names if kind in _SETTERS else tuple(sorted(names, key=lambda name: (folded(name), name)))
    return Correction(kind, ordered, " ".join(to.split()).strip("[]"), note.strip(), date)


def _entry(table: Mapping[str, Any], where: str) -> Correction:
    try:
        kind = _kind(table)
        names, to = _pair(table[kind]) if kind in _SETTERS else (_names(table[kind], kind), "")
        note = table.get("note", "")
        if not isinstance(note, str):
            raise SettingsError("note must be a text in quotation marks")
        return make_entry(kind, names, to, note, _date(table.get("date", "")))
    except SettingsError as error:
        raise SettingsError(f"{where}: {error}") from error


def _kind(table: Mapping[str, Any]) -> CorrectionKind:
    known = [kind.value for kind in CorrectionKind]
    given = [name for name in known if name in table]
    if len(given) != 1:
        raise SettingsError(f"an entry has one of {', '.join(known)}; this has {' and '.join(given) or 'none'}")
    if unknown := sorted(set(table) - {given[0], "note", "date"}):
        raise SettingsError(f"{unknown[0]!r} is unknown; beside {given[0]} there may be note and date")
    return CorrectionKind(given[0])


def _names(value: object, kind: CorrectionKind) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise SettingsError(f"{kind} must be a list of names")
    return tuple(value)


def _pair(value: object) -> tuple[tuple[str, ...], str]:
    if not isinstance(value, dict) or set(value) != {"of", "is"} or not all(isinstance(v, str) for v in value.values()):
        raise SettingsError('write it { of = "the name it has", is = "what it should be" }')
    return (value["of"],), value["is"]


def _date(value: object) -> str:
    """An ISO day, given as a date of TOML or as a text."""
    if value == "":
        return ""
    try:
        return datetime.date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise SettingsError(f"date must be a day such as 2025-10-15, not {str(value)!r}") from error


# ---- all together ---------------------------------------------------------------------------------------------


def teams(corrections: Sequence[Correction]) -> dict[str, frozenset[str]]:
    """Folded name to all folded names that are of the same actor by some chain of entries."""
    found: dict[str, frozenset[str]] = {}
    for one in corrections:
        if one.kind is CorrectionKind.SAME:
            names = [folded(name) for name in one.names]
            team = frozenset(names).union(*(found.get(name, frozenset()) for name in names))
            found.update(dict.fromkeys(team, team))
    return found


def apart(corrections: Sequence[Correction]) -> dict[frozenset[str], Correction]:
    """Two folded names of two actors to the entry that says so."""
    return {
        frozenset(pair): one
        for one in corrections
        if one.kind is CorrectionKind.DIFFERENT
        for pair in combinations(map(folded, one.names), 2)
    }


def check_together(corrections: Sequence[Correction], where: str) -> None:
    """Raise ``SettingsError`` where two entries cannot both be followed."""
    together = teams(corrections)
    for pair, entry in apart(corrections).items():
        name, another = sorted(pair)
        if another in together.get(name, ()):
            raise SettingsError(f"{where}: {entry.words} contradicts the entries that say these are the same")
    for one, other in combinations(corrections, 2):
        if _clash(one, other, together):
            raise SettingsError(f"{where}: {one.words} contradicts {other.words}")


def _clash(one: Correction, other: Correction, together: Mapping[str, frozenset[str]]) -> bool:
    """Whether two entries give one actor two names or kinds, or drop an actor that another entry keeps."""
    if CorrectionKind.DIFFERENT in (one.kind, other.kind) or _everyone(one, together).isdisjoint(
        _everyone(other, together)
    ):
        return False
    if one.kind == other.kind:
        return one.kind in _SETTERS and one.to != other.to
    return CorrectionKind.DROP in (one.kind, other.kind)


def _everyone(one: Correction, together: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The folded names of the actors that an entry speaks of."""
    names = [folded(name) for name in one.names]
    return frozenset(names).union(*(together.get(name, frozenset()) for name in names))
