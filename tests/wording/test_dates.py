"""Dates in words."""

from __future__ import annotations

import pytest

from briefing.errors import RenderError, SettingsError
from briefing.model import When
from briefing.wording.dates import Dates, exact_day, first_day, stamp, utc_day

BRITISH = Dates("en-GB", "2024-06-14")


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-06-09", "Sun 9 June"),
        ("2023-06-09", "9 June 2023"),
        ("2024-06", "June 2024"),
        ("2000-07", "July 2000"),
        ("1993", "1993"),
        ("2024-06-09T08:30:00+02:00", "Sun 9 June"),
        ("2024-W24", "week 24 of 2024"),
        ("2024-Q2", "second quarter of 2024"),
        ("2024-H1", "first half of 2024"),
        ("2023-WI", "winter 2023"),
        ("198", "the 1980s"),
        ("198X", "the 1980s"),
        ("19", "the 1900s"),
        ("FUTURE_REF", "FUTURE_REF"),
    ],
)
def test_an_iso_prefix_is_as_precise_in_words(iso: str, words: str) -> None:
    assert BRITISH.words(iso, weekday=True) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When("2024-06-14"), "14 June"),
        (When("2024-06-10", "2024-06-12"), "10–12 June"),
        (When("2024-05-28", "2024-06-03"), "28 May – 3 June"),
        (When("2023-12-30", "2024-01-02"), "30 December 2023 – 2 January"),
        (When("2024-06-14", "2024-06-14"), "14 June"),
        (When(None, bound="before 2024-06-09", basis="order"), "before 9 June 2024"),
        (When(None, basis="none"), ""),
    ],
)
def test_spans_and_bounds(when: When, words: str) -> None:
    assert BRITISH.when(when) == words


def test_a_moment_is_told_in_utc() -> None:
    assert BRITISH.moment("2024-06-14T07:43:00-04:00") == "14 June 2024, 11:43 UTC"


def test_a_moment_may_fall_on_another_day_in_utc() -> None:
    assert BRITISH.moment("2024-06-14T22:30:00-04:00") == "15 June 2024, 02:30 UTC"
    assert utc_day("2024-06-14T22:30:00-04:00").isoformat() == "2024-06-15"


def test_a_moment_without_a_zone_names_none() -> None:
    assert BRITISH.moment("2024-06-14T07:43:00") == "14 June 2024, 07:43"


def test_a_day_is_no_moment() -> None:
    assert BRITISH.moment("2024-06-14") == "14 June 2024"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-GB", "Friday 14 June 2024"),
        ("en-US", "Friday, June 14, 2024"),
        ("de", "Freitag, 14. Juni 2024"),
        ("fr-FR", "vendredi 14 juin 2024"),
    ],
)
def test_the_language_of_dates_is_the_users(language: str, words: str) -> None:
    assert Dates(language, "2024-06-14").full("2024-06-14") == words


@pytest.mark.parametrize("language", ["", "xx-YY", "klingon-x", "en_XX_YY_ZZ", "../de"])
def test_an_unknown_language_is_named(language: str) -> None:
    with pytest.raises(SettingsError, match=f"{language!r} is not a language"):
        Dates(language, "2024-06-14")


@pytest.mark.parametrize("iso", ["2024-13-01", "2024-02-30"])
def test_a_day_that_never_was_is_an_error(iso: str) -> None:
    with pytest.raises(RenderError, match=iso):
        BRITISH.words(iso)


def test_only_a_whole_date_is_an_exact_day() -> None:
    assert exact_day("2024-06") is None
    assert exact_day(None) is None
    assert exact_day("2024-06-09T10:00").isoformat() == "2024-06-09"  # type: ignore[union-attr]


def test_the_first_day_of_a_month_and_a_quarter() -> None:
    assert first_day("2023-10").isoformat() == "2023-10-01"  # type: ignore[union-attr]
    assert first_day("2023-Q3").isoformat() == "2023-07-01"  # type: ignore[union-attr]
    assert first_day("198") is None


def test_a_stamp_is_utc() -> None:
    assert stamp("2024-06-14T07:43:00-04:00").isoformat() == "2024-06-14T11:43:00+00:00"
    assert stamp("2024-06-14").isoformat() == "2024-06-14T00:00:00+00:00"
