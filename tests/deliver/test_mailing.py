"""What is found and checked before anything is sent."""

from __future__ import annotations

import pytest

from briefing.deliver.mailing import describe, find_files, newest_report
from briefing.errors import DeliverError


def test_a_report_folder_gives_its_files(report_folder):
    assert [path.name for path in find_files(report_folder)] == ["brief.json", "brief.pdf", "brief.html"]


def test_a_json_gives_what_lies_beside_it_under_its_name(tmp_path):
    for name in ("monday.json", "monday.pdf", "brief.pdf"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in find_files(tmp_path / "monday.json")] == ["monday.json", "monday.pdf"]


def test_the_newest_report_is_that_of_the_latest_day(tmp_path):
    for name in ("2031-03-05-ferries", "2030-12-31-ferries", "drafts"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "brief.json").write_bytes(b"{}")
    (tmp_path / "2031-03-06-unfinished").mkdir()
    assert newest_report(tmp_path).name == "2031-03-05-ferries"


def test_no_report_is_an_error_that_says_how_to_make_one(tmp_path):
    with pytest.raises(DeliverError, match="briefing make"):
        newest_report(tmp_path)


def test_nobody_to_send_to_is_an_error(make_mailing, start_server):
    _, server = start_server()
    with pytest.raises(DeliverError, match="nobody to send to"):
        make_mailing(server)


def test_the_question_before_sending_names_everyone(make_mailing, start_server):
    _, server = start_server()
    mailing = make_mailing(server, "ada@example.org, ben@example.org")
    assert describe(mailing.recipients) == "2 recipients: ada@example.org, ben@example.org"


def test_the_content_of_an_issue_is_all_its_files_whoever_gets_which(make_mailing, start_server, report_folder):
    _, server = start_server()
    first = make_mailing(server, "ada@example.org").content
    (report_folder / "brief.html").write_bytes(b"<p>changed</p>")
    assert make_mailing(server, "ada@example.org").content != first
