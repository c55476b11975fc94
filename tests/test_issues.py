"""Finished issues read back: which of them is the one before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import RenderError
from briefing.issues import last_issue, read_brief
from briefing.render.record import to_json
from briefing.render.trial import trial_brief


def put(reports: Path, date: str, *, series: str = "SB", subject: str = "Korda river") -> None:
    """A finished issue in the folder of reports."""
    folder = reports / f"{date}-{subject.casefold().replace(' ', '-')}"
    folder.mkdir(parents=True)
    brief = replace(trial_brief(), id=f"{series}-{date}-01", date=date, subject=subject)
    (folder / "brief.json").write_bytes(to_json(brief))


def last(reports: Path, *, series: str = "SB", subject: str | None = None, before: str = "2031-05-08") -> str | None:
    """The date of the issue that is found."""
    found = last_issue(reports, series=series, subject=subject, before=before)
    return found and found.date


def test_the_last_issue_is_the_newest_before_the_day(tmp_path: Path) -> None:
    for date in ("2031-05-05", "2031-05-06", "2031-05-07"):
        put(tmp_path, date)
    assert last(tmp_path) == "2031-05-07"
    assert last(tmp_path, before="2031-05-07") == "2031-05-06"


def test_an_issue_of_the_day_itself_or_later_is_not_before_it(tmp_path: Path) -> None:
    put(tmp_path, "2031-05-08")
    put(tmp_path, "2031-05-09")
    assert last(tmp_path) is None


def test_an_issue_of_another_series_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "2031-05-06")
    put(tmp_path, "2031-05-07", series="SB-WEST", subject="West coast")
    assert last(tmp_path) == "2031-05-06"
    assert last(tmp_path, series="SB-WEST") == "2031-05-07"


def test_an_issue_on_another_subject_is_passed_over_where_a_subject_is_given(tmp_path: Path) -> None:
    put(tmp_path, "2031-05-06")
    put(tmp_path, "2031-05-07", subject="Harbour strike")
    assert last(tmp_path, subject="Korda river") == "2031-05-06"
    assert last(tmp_path) == "2031-05-07"


def test_a_broken_issue_is_named_and_passed_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    put(tmp_path, "2031-05-06")
    put(tmp_path, "2031-05-07")
    (tmp_path / "2031-05-07-korda-river" / "brief.json").write_text('{"schema_version": 1')
    assert last(tmp_path) == "2031-05-06"
    assert "2031-05-07-korda-river" in caplog.text


def test_there_is_no_issue_before_the_first(tmp_path: Path) -> None:
    assert last(tmp_path / "reports") is None


def test_a_file_that_is_no_brief_is_named(tmp_path: Path) -> None:
    (tmp_path / "brief.json").write_text("[]")
    with pytest.raises(RenderError, match=r"brief\.json"):
        read_brief(tmp_path)
