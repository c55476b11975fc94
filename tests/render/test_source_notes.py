"""What was odd about a source is said beside it, in words."""

from __future__ import annotations

import briefs
import pytest

from briefing.model import DateBasis
from briefing.render.sources import source_view
from briefing.wording.dates import Dates

TEXT = "The harbour of Skarholm was closed on Tuesday."


def notes(*warnings: str, **facts: object) -> tuple[str, ...]:
    """The notes of a source whose article came with these warnings."""
    article = briefs.article("a.txt", None, (TEXT,), warnings=warnings)
    source = briefs.source(1, article, (TEXT,), "a.txt", **facts)
    return source_view(source, set(), {"a": 1}, Dates("en-GB", "2024-05-03")).notes


@pytest.mark.parametrize(
    ("warning", "words"),
    [
        ("date-conflict", "different days"),
        ("bad-date", "cannot be"),
        ("encoding", "decoded"),
        ("mixed-script", "scripts"),
        ("malformed", "damaged"),
        ("thin", "third"),
        ("skipped=1", "1 other article of its file"),
        ("skipped=12", "12 other articles of its file"),
    ],
)
def test_a_warning_is_a_sentence(warning: str, words: str) -> None:
    (note,) = notes(warning)
    assert words in note
    assert note.endswith(".")


def test_what_is_said_elsewhere_or_unknown_is_no_note() -> None:
    assert notes("no-date", "skipped=x", "some-later-code") == ()


def test_the_reasons_for_an_anchor_follow_it_in_one_sentence() -> None:
    reasons = ("“last May” is May 2023.", "The latest day told as past is “April 30”.")
    assert notes(anchor="2024-05-02", anchor_basis=DateBasis.INFERRED, anchor_reasons=reasons) == (
        "Its relative dates are read against 2 May: “last May” is May 2023; the latest day told as past is “April 30”.",
    )
