"""Where a line's own words begin, and which agency its dateline names."""

from __future__ import annotations

import pytest

from briefing.annotate import datelines


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("ZELENGRAD, Oct 14 (Meridian) - The talks failed.", "Meridian"),
        ("ARBEK (Aug. 13) -- The minister resigned.", None),
        ("ARBEK (June 3, 2025) — The minister resigned.", None),
        ("ARBEK (Radio 24) - The minister resigned.", "Radio 24"),
        ("ARBEK — The minister resigned.", None),
        ("Arbek (Meridian) -- The minister resigned.", "Meridian"),
    ],
)
def test_agency_of_a_dateline(line: str, agency: str | None) -> None:
    """Brackets hold an agency or a day; a day is no agency."""
    found = datelines.read(line)
    assert found is not None
    assert found.agency == agency
    assert line[found.end :].startswith("The ")


def test_a_name_between_dashes_is_no_dateline() -> None:
    """An acronym set off by dashes is the subject of a sentence."""
    assert datelines.read("ONDAL: We will open it.") is None
    assert datelines.read("The union met on Monday.") is None
