"""States by any of their names: short and official forms, adjectives, capitals and seats of power.

The table is ``lexicons/countries.tsv``. An adjective shared by two states ("Congolese") names neither.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefing.annotate import lexicon


class CountryName(NamedTuple):
    """What a phrase says about a state."""

    country: str
    """Short name of the state."""
    form: str
    """``name``, ``demonym``, ``capital`` or ``seat``."""
    place: str
    """First spelling of the capital or seat; the state's short name for the other forms."""


def country_name(phrase: str) -> CountryName | None:
    """The state that ``phrase`` (as written, without article) names, or None."""
    return _table().get(phrase)


def country_words() -> frozenset[str]:
    """First words of all entries, for a quick look before a full match."""
    return _first_words()


@cache
def _first_words() -> frozenset[str]:
    return frozenset(entry.split()[0] for entry in _table())


@cache
def _table() -> dict[str, CountryName]:
    table: dict[str, CountryName] = {}
    shared: set[str] = set()
    for name, others, demonyms, capitals, seats in (_padded(row) for row in lexicon.rows("countries.tsv")):
        for form, entries in (
            ("name", (name, *_entries(others))),
            ("demonym", _with_plurals(_entries(demonyms))),
            ("capital", _entries(capitals)),
            ("seat", _entries(seats)),
        ):
            for spellings in (entry.split("=") for entry in entries):
                place = spellings[0] if form in ("capital", "seat") else name
                for spelling in spellings:
                    if form == "demonym" and spelling in table and table[spelling].country != name:
                        shared.add(spelling)
                    table.setdefault(spelling, CountryName(name, form, place))
    for entry in shared:
        table[entry] = CountryName("", "demonym", "")
    for entry, found in tuple(table.items()):
        if found.form in ("name", "capital") and len(entry) > 3:
            table.setdefault(entry.upper(), found)
    return table


def _padded(row: tuple[str, ...]) -> tuple[str, str, str, str, str]:
    cells = (*row, "", "", "", "")
    return cells[0], cells[1], cells[2], cells[3], cells[4]


def _entries(cell: str) -> tuple[str, ...]:
    return tuple(entry for entry in cell.split("|") if entry)


def _with_plurals(entries: tuple[str, ...]) -> tuple[str, ...]:
    return entries + tuple(f"{entry}s" for entry in entries if entry.endswith(("n", "i")))
