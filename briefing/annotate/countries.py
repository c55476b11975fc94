"""States by any of their names: short and official forms, adjectives, capitals and seats of power.

The table is ``lexicons/countries.tsv``. An adjective shared by two states ("Congolese") names neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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


@cache
def country_words() -> dict[str, int]:
    """First words of all entries, and the most tokens that an entry with this first word has, for a quick look."""
    longest: dict[str, int] = {}
    for entry in _table():
        words = re.sub(r"([,-]|['’]s\b)", r" \1 ", entry).split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words) + 1)
    return longest


@cache
def _table() -> dict[str, CountryName]:
    table: dict[str, CountryName] = {}
    rows = [_padded(row) for row in lexicon.rows("countries.tsv")]
    for cells in rows:
        for spelling, found in _names_of(*cells):
            known = table.setdefault(spelling, found)
            if found.form == known.form == "demonym" and known.country != found.country:
                table[spelling] = CountryName("", "demonym", "")
    for name, _, demonyms, *_ in rows:
        for spelling in (f"Republic of {name}", f"Kingdom of {name}", *_republics(demonyms)):
            table.setdefault(spelling, CountryName(name, "name", name))
    capitals = {
        entry.upper(): found for entry, found in table.items() if found.form in ("name", "capital") and len(entry) > 3
    }
    typographic = {entry.replace("'", "’"): found for entry, found in table.items() if "'" in entry}
    return {**capitals, **table, **typographic}


def _names_of(name: str, others: str, demonyms: str, capitals: str, seats: str) -> Iterator[tuple[str, CountryName]]:
    for entry in (name, *_entries(others)):
        yield entry, CountryName(name, "name", name)
    for entry in _with_plurals(_entries(demonyms)):
        yield entry, CountryName(name, "demonym", name)
    for form, cell in (("capital", capitals), ("seat", seats)):
        for spellings in (entry.split("=") for entry in _entries(cell)):
            for spelling in spellings:
                yield spelling, CountryName(name, form, spellings[0])


def _republics(demonyms: str) -> Iterator[str]:
    """Long forms such as "Aalian Republic"; an adjective of two states ("Congolese") makes none that is sure."""
    return (f"{entry} Republic" for entry in _entries(demonyms) if entry != "Congolese")


def _padded(row: tuple[str, ...]) -> tuple[str, str, str, str, str]:
    cells = (*row, "", "", "", "")
    return cells[0], cells[1], cells[2], cells[3], cells[4]


def _entries(cell: str) -> tuple[str, ...]:
    return tuple(entry for entry in cell.split("|") if entry)


def _with_plurals(entries: tuple[str, ...]) -> tuple[str, ...]:
    return entries + tuple(f"{entry}s" for entry in entries if entry.endswith(("n", "i")))
