"""``send``, ``deliveries`` and ``resolve`` from the outside, against a real server."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from briefing.cli import briefing
from briefing.render.record import to_json


@pytest.fixture
def run(tmp_path, brief, report_folder, monkeypatch, start_server):
    """Runs the command in a folder with a report, settings and a server of its own."""
    (report_folder / "brief.json").write_bytes(to_json(brief))
    script, server = start_server()
    (tmp_path / "briefing.toml").write_text(
        f"""
        [mail]
        from = "Duty desk <desk@example.org>"
        host = "127.0.0.1"
        port = {server.port}
        security = "plain"
        [[lists]]
        name = "directors"
        to = ["Ada Pell <ada@example.org>", "ben@example.org"]
        """
    )
    monkeypatch.chdir(tmp_path)

    def invoke(*words, **options):
        return CliRunner().invoke(briefing, words, **options)

    invoke.script = script
    return invoke


def test_send_reaches_everyone_once_and_ends_well(run):
    assert run("send", "--yes").exit_code == 0
    assert run("send", "--yes").exit_code == 0
    assert [one.recipient for one in run.script.received] == ["ada@example.org", "ben@example.org"]


def test_without_a_terminal_nothing_is_sent_unasked(run):
    done = run("send")
    assert done.exit_code == 2
    assert "--yes" in done.stderr
    assert run.script.received == []


def test_whoever_is_not_sent_is_named_and_the_exit_code_says_so(run):
    run.script.rcpt["ben@example.org"] = ["550 no such user"]
    done = run("send", "--yes", "--json")
    assert done.exit_code == 7
    assert "ben@example.org: failed" in done.stderr
    assert json.loads(done.stdout)["counts"]["failed"] == 1


def test_unknown_is_listed_with_its_exit_code_and_resolved(run):
    run.script.drop = ["answer"]
    assert run("send", "--yes", "--to", "ada@example.org").exit_code == 7
    assert run("deliveries", "--state", "unknown").exit_code == 7
    assert run("resolve", "1", "--sent").exit_code == 0
    assert run("deliveries").exit_code == 0
    assert run("send", "--yes", "--to", "ada@example.org").exit_code == 0
    assert len(run.script.received) == 1


def test_a_dry_run_writes_files_and_nothing_else(run, tmp_path):
    done = run("send", "--dry-run")
    assert done.exit_code == 0
    assert len(done.stdout.split()) == 2
    assert run.script.connections == 0
    assert not (tmp_path / "reports" / "deliveries.sqlite").exists()


def test_a_trial_goes_to_one_address_only(run):
    assert run("send", "--test-to", "me@example.org").exit_code == 0
    assert [one.recipient for one in run.script.received] == ["me@example.org"]
