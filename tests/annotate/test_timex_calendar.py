"""Arithmetic on calendar values; expectations are from the calendar on the wall."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate.times.calendar_values import (
    add_months,
    days_of,
    easter,
    grain,
    iso_prefix,
    nearest_year,
    nth_weekday,
    value_at,
    weekday_after,
    weekday_before,
)

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-W22", date(2024, 5, 27), date(2024, 6, 2)),
        ("2024-W22-WE", date(2024, 6, 1), date(2024, 6, 2)),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023-WI", date(2023, 12, 1), date(2024, 2, 29)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("2024-06-14T07:43", date(2024, 6, 14), date(2024, 6, 14)),
    ],
)
def test_a_value_covers_its_days(value: str, first: date, last: date) -> None:
    assert days_of(value) == (first, last)


@pytest.mark.parametrize("value", ["2024-02-30", "--06-14", "XXXX-WXX-1", "PAST_REF", "P6Y", "", "2024-W60"])
def test_what_names_no_days_covers_none(value: str) -> None:
    assert days_of(value) is None


def test_a_week_is_told_as_two_days_in_iso_prefixes() -> None:
    assert iso_prefix("2024-W22") == ("2024-05-27", "2024-06-02")
    assert iso_prefix("2023-09") == ("2023-09", None)
    assert iso_prefix("FUTURE_REF") is None


def test_movable_feasts() -> None:
    assert easter(2024) == date(2024, 3, 31)
    assert easter(2000) == date(2000, 4, 23)
    assert nth_weekday(2024, 11, 3, 4) == date(2024, 11, 28)
    assert nth_weekday(2024, 5, 0, -1) == date(2024, 5, 27)


def test_the_nearest_year_looks_only_so_far_ahead() -> None:
    friday = date(2024, 6, 14)
    assert nearest_year(7, 26, friday, ahead=75) == 2024
    assert nearest_year(12, 20, friday, ahead=75) == 2023
    assert nearest_year(1, 5, date(2023, 12, 28), ahead=75) == 2024


@given(DAYS, st.integers(min_value=0, max_value=6))
def test_weekdays_lie_within_a_week(day: date, weekday: int) -> None:
    before, after = weekday_before(day, weekday), weekday_after(day, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert timedelta(0) <= day - before < timedelta(7)
    assert timedelta(0) <= after - day < timedelta(7)


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "Y"]))
def test_a_day_lies_in_its_own_units(day: date, unit: str) -> None:
    days = days_of(value_at(day, unit))
    assert days is not None
    assert days.first <= day <= days.last


@given(DAYS, st.integers(min_value=-600, max_value=600))
def test_months_there_and_back_lose_at_most_the_end_of_a_month(day: date, count: int) -> None:
    assert timedelta(0) <= day - add_months(add_months(day, count), -count) <= timedelta(3)


@given(st.text(max_size=20))
def test_any_text_has_a_grain_or_none(text: str) -> None:
    assert (grain(text) is None) or isinstance(grain(text), str)
