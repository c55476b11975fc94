"""The table of states knows names, adjectives, capitals and seats."""

from __future__ import annotations

import pytest

from briefing.annotate import countries, lexicon


@pytest.mark.parametrize(
    ("phrase", "country", "form"),
    [
        ("United States", "United States", "name"),
        ("U.S.", "United States", "name"),
        ("American", "United States", "demonym"),
        ("Americans", "United States", "demonym"),
        ("Washington, D.C.", "United States", "capital"),
        ("Kiev", "Ukraine", "capital"),
        ("Kremlin", "Russia", "seat"),
        ("DR Congo", "Democratic Republic of the Congo", "name"),
        ("NORTH KOREA", "North Korea", "name"),
        ("Dutch", "Netherlands", "demonym"),
    ],
)
def test_a_state_is_known_by_every_form(phrase: str, country: str, form: str) -> None:
    found = countries.country_name(phrase)
    assert found is not None
    assert (found.country, found.form) == (country, form)


def test_an_adjective_of_two_states_names_neither() -> None:
    found = countries.country_name("Congolese")
    assert found is not None
    assert (found.country, found.form) == ("", "demonym")


@pytest.mark.parametrize("phrase", ["Stanberg", "us", "it", "turkey", "Male", ""])
def test_what_is_no_state_is_not_in_the_table(phrase: str) -> None:
    assert countries.country_name(phrase) is None


def test_two_spellings_of_a_capital_are_one_place() -> None:
    first, second = countries.country_name("Kyiv"), countries.country_name("Kiev")
    assert first is not None
    assert second is not None
    assert first.place == second.place == "Kyiv"


def test_every_state_has_its_own_row() -> None:
    names = [row[0] for row in lexicon.rows("countries.tsv")]
    assert len(names) == len(set(names))
    assert len(names) > 195


@pytest.mark.parametrize(
    "name",
    [
        "role_words.tsv",
        "honorifics.tsv",
        "given_names.tsv",
        "nicknames.tsv",
        "acronyms.tsv",
        "regions.tsv",
        "bodies.txt",
        "agencies.txt",
    ],
)
def test_every_list_has_no_entry_twice_and_names_its_source(name: str) -> None:
    entries = [row[0] for row in lexicon.rows(name)]
    assert sorted(entries) == sorted(set(entries))
    head = (lexicon.resources.files("briefing.annotate") / "lexicons" / name).read_text(encoding="utf-8")
    assert "Source:" in head.split("\n\n")[0]
