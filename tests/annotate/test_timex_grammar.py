"""Where expressions stand in a text, without any model."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate.times import grammar
from briefing.annotate.times.setting import number, ordinal
from briefing.annotate.times.values import READERS, WITH_TEXT


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in grammar.find(text)]


def test_every_pattern_has_a_reader_and_every_reader_a_pattern() -> None:
    assert {pattern.name for pattern in grammar.patterns()} == READERS.keys() | WITH_TEXT.keys()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on 3 May 2021 at 9 a.m.", ["3 May 2021", "9 a.m."]),
        ("between March\nand May 2023", ["March", "May 2023"]),
        ("He may march in august company.", []),
        ("the third-quarter loss", ["third-quarter"]),
        ("a two-year plan", ["two-year"]),
        ("nothing here", []),
    ],
)
def test_matches(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_an_expression_does_not_run_over_an_empty_line() -> None:
    assert "May\n\n2023" not in found("It was in May\n\n2023 people came.")


@pytest.mark.parametrize(
    ("words", "value"),
    [("twenty-six", 26), ("2 1/2", 2.5), ("two and a half", 2.5), ("1,200", 1200), ("a couple of", 2), ("a dozen", 12)],
)
def test_numbers(words: str, value: float) -> None:
    assert number(words) == value


def test_several_is_no_number() -> None:
    assert number("several") is None


@pytest.mark.parametrize(("words", "value"), [("17th", 17), ("third", 3), ("last", -1), ("twenty-first", 21)])
def test_ordinals(words: str, value: int) -> None:
    assert ordinal(words) == value


@given(st.text(alphabet="0123456789 -/.,:adehimnorstuyJM\n", max_size=200))
def test_matches_are_ordered_and_never_overlap(text: str) -> None:
    matches = grammar.find(text)
    assert all(one.start < one.end for one in matches)
    assert all(one.end <= two.start for one, two in itertools.pairwise(matches))


def test_no_pattern_repeats_without_bound() -> None:
    unbounded = re.compile(r"(?<!\\)[*+](?![^\[]*\])")
    assert [pattern.name for pattern in grammar.patterns() if unbounded.search(pattern.regex.pattern)] == []
