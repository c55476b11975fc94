"""Dates, counts and sizes as a reader says them."""

from __future__ import annotations

import pytest

from briefing.deliver.wording import (
    carried_by,
    counted,
    cutoff_words,
    full_day,
    read_language,
    size_words,
    when_words,
)
from briefing.errors import DeliverError
from briefing.model import Carriage, When

BRITISH = read_language("en-GB")


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When("2024-06-14"), "14 June"),
        (When("2023-09-14"), "14 September 2023"),
        (When("2024-06-14T07:43:00-04:00"), "14 June"),
        (When("2024-06-10", "2024-06-12"), "10\u201312 June"),
        (When("2024-05-30", "2024-06-02"), "30 May \u2013 2 June"),
        (When("2023-09"), "September 2023"),
        (When("2023"), "2023"),
        (When("2024-W24"), "week 24 of 2024"),
        (When("2024-Q3"), "third quarter of 2024"),
        (When("2024-SU"), "summer 2024"),
        (When("198"), "the 1980s"),
        (When(None, bound="before 2024-06-09"), "before 9 June 2024"),
        (When(None, basis="none"), "undated"),
        (When("2024-13-77"), "2024-13-77"),
        (When("soon"), "soon"),
    ],
)
def test_a_date_is_as_short_as_it_can_be_told(when, words):
    assert when_words(when, "2024", BRITISH) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-GB", "Friday 14 June 2024"),
        ("en-US", "Friday, June 14, 2024"),
        ("de", "Freitag, 14. Juni 2024"),
        ("fr-CA", "vendredi 14 juin 2024"),
    ],
)
def test_the_day_of_issue_in_the_readers_language(language, words):
    assert full_day("2024-06-14", read_language(language)) == words


@pytest.mark.parametrize("language", ["", "klingon-x", "en_XX_YY_ZZ", "../de"])
def test_a_language_that_is_none_is_named(language):
    with pytest.raises(DeliverError, match="not a language"):
        read_language(language)


@pytest.mark.parametrize(
    ("cutoff", "words"),
    [
        ("2024-06-14T11:43:00+00:00", "11:43 UTC"),
        ("2024-06-14T11:43:00Z", "11:43 UTC"),
        ("2024-06-13T23:05:00+00:00", "13 June 2024, 23:05 UTC"),
        ("2024-06-14T11:43:00", "11:43"),
        ("2024-06-13", "13 June 2024"),
        ("2024-06", "2024-06"),
    ],
)
def test_the_cut_off_names_its_day_where_it_is_another(cutoff, words):
    assert cutoff_words(cutoff, "2024-06-14", BRITISH) == words


@pytest.mark.parametrize(
    ("carriage", "words"),
    [
        (Carriage(("A",), 1), "one source"),
        (Carriage(("A",), 2), "one source"),
        (Carriage(("A", "B"), 2), "both sources"),
        (Carriage(("A", "B", "C"), 3), "all 3 sources"),
        (Carriage(("A", "B"), 12), "2 of 12 sources"),
        (Carriage(("A", "B"), 2, differs=True), "sources differ"),
    ],
)
def test_how_well_a_point_is_carried(carriage, words):
    assert carried_by(carriage) == words


def test_counts_and_sizes():
    assert [counted(number, "actor") for number in (0, 1, 9, 13)] == [
        "no actors",
        "one actor",
        "nine actors",
        "13 actors",
    ]
    assert [size_words(size) for size in (12, 96_400, 999_499, 1_440_000)] == ["1 KB", "96 KB", "999 KB", "1.4 MB"]
