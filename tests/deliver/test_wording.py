"""Counts, sizes and the cut-off as a mail says them."""

from __future__ import annotations

import dataclasses

import pytest

from briefing.deliver.abstract import make_abstract
from briefing.deliver.wording import counted, size_words


@pytest.mark.parametrize(
    ("cutoff", "words"),
    [
        ("2031-03-05T11:43:00+00:00", "11:43 UTC"),
        ("2031-03-05T11:43:00Z", "11:43 UTC"),
        ("2031-03-04T23:05:00+00:00", "4 March 2031, 23:05 UTC"),
        ("2031-03-05T11:43:00", "11:43"),
        ("2031-03-04", "4 March 2031"),
        ("2031-03", "March 2031"),
    ],
)
def test_the_cut_off_names_its_day_where_it_is_another(brief, cutoff, words):
    assert make_abstract(dataclasses.replace(brief, cutoff=cutoff), (), "en-GB").cutoff == words


def test_counts_and_sizes():
    assert [counted(number, "actor") for number in (0, 1, 9, 13)] == [
        "no actors",
        "one actor",
        "nine actors",
        "13 actors",
    ]
    assert [size_words(size) for size in (12, 96_400, 999_499, 1_440_000)] == ["1 KB", "96 KB", "999 KB", "1.4 MB"]
