"""The date of an event in the lines of ``briefing extract``: as fine as the source has it, and no finer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.compose.documents import Document
from briefing.compose.extract import article_record

pytestmark = pytest.mark.model
Annotate = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam burst on Monday.", ("2024-06-10", "day", None, None)),
        ("The dam burst in May.", ("2024-05", "month", None, None)),
        ("The council met twice this week.", ("2024-06", "month", "2024-06-10", "2024-06-14")),
        ("The council met twice in the first quarter.", ("2024", "year", "2024-01", "2024-03")),
        ("The council ruled from 1994 to 2011.", ("1994", "year", "1994", "2011")),
        ("The council will meet from Monday to Wednesday.", ("2024-06-17", "day", "2024-06-17", "2024-06-19")),
    ],
)
def test_of_a_stretch_the_month_or_year_is_given_that_holds_all_of_it(
    document: Annotate, text: str, expected: tuple[str | None, ...]
) -> None:
    (event,) = article_record(document(text, published="2024-06-14"))["events"]
    assert tuple(event[key] for key in ("date", "precision", "start_date", "end_date")) == expected
