"""Maildir, folder and hook: the same ledger, one indivisible act."""

from __future__ import annotations

import mailbox
import shlex
import stat
import sys

import pytest

from briefing.archive import State, open_ledger
from briefing.deliver.outcome import Step
from briefing.deliver.post import send_mailing
from briefing.errors import DeliverError


def test_a_maildir_gets_the_mail_as_mail_programs_expect_it(make_mailing, send, tmp_path, pdf):
    assert send(make_mailing(None, f"maildir:{tmp_path / 'box'}")).is_complete
    (message,) = mailbox.Maildir(tmp_path / "box")
    (attached,) = [part for part in message.walk() if part.get_content_type() == "application/pdf"]
    assert attached.get_payload(decode=True) == pdf
    assert b"\r\n" not in next((tmp_path / "box" / "new").iterdir()).read_bytes()
    assert list((tmp_path / "box" / "tmp").iterdir()) == []


def test_a_mail_that_is_in_the_maildir_already_is_not_put_twice(make_mailing, send, tmp_path, ledger_path):
    mailing = make_mailing(None, f"maildir:{tmp_path / 'box'}")
    send(mailing)
    (new,) = (tmp_path / "box" / "new").iterdir()
    new.rename(tmp_path / "box" / "cur" / f"{new.name}:2,S")
    ledger_path.unlink()
    assert send(mailing).deliveries[0].reply == "was there already"
    assert list((tmp_path / "box" / "new").iterdir()) == []


def test_a_maildir_in_a_folder_that_is_not_there_is_a_slip_and_deferred(make_mailing, send, tmp_path):
    posted = send(make_mailing(None, f"maildir:{tmp_path / 'no' / 'box'}"))
    assert posted.deliveries[0].state is State.DEFERRED
    assert not (tmp_path / "no").exists()


def test_a_folder_gets_the_files_under_the_id_of_the_issue(make_mailing, send, tmp_path, pdf):
    (tmp_path / "shelf").mkdir()
    assert send(make_mailing(None, f"folder:{tmp_path / 'shelf'}")).is_complete
    written = tmp_path / "shelf" / "sb-2031-03-05-01" / "situation-brief-2031-03-05.pdf"
    assert written.read_bytes() == pdf


def test_a_hook_gets_the_paths_and_the_facts_but_no_secret(make_mailing, send, tmp_path, report_folder, monkeypatch):
    monkeypatch.setenv("BRIEFING_SMTP_PASSWORD", "hush")
    out = tmp_path / "out.txt"
    code = f"import os, sys; open({str(out)!r}, 'w').write(repr((sys.argv[1:], os.environ['BRIEFING_TITLE'])))"
    hook = f"hook:{sys.executable} -c {shlex.quote(code)} chat"
    assert send(make_mailing(None, hook)).is_complete
    assert eval(out.read_text()) == (  # noqa: S307 - written three lines above
        ["chat", str(report_folder / "brief.pdf")],
        "Ferry crews strike over night shifts",
    )


def test_a_hook_does_not_see_the_mail_secret(make_mailing, send, start_server, tmp_path, monkeypatch):
    import dataclasses

    from briefing.deliver.accounts import SecretSource

    monkeypatch.setenv("DESK_PW", "hush")
    _, server = start_server()
    server = dataclasses.replace(server, secret=SecretSource("env", "DESK_PW"), user="desk")
    out = tmp_path / "out.txt"
    code = f"import os; open({str(out)!r}, 'w').write(repr('DESK_PW' in os.environ))"
    assert send(make_mailing(server, f"hook:{sys.executable} -c {shlex.quote(code)}")).is_complete
    assert out.read_text() == "False"


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("pass", State.SENT),
        ("import sys; sys.exit(75)", State.DEFERRED),
        ("import sys; sys.exit(3)", State.FAILED),
        ("import os; os.kill(os.getpid(), 9)", State.UNKNOWN),
    ],
)
def test_what_the_end_of_a_hook_means(make_mailing, send, code, state):
    posted = send(make_mailing(None, f"hook:{sys.executable} -c {shlex.quote(code)}"))
    assert posted.deliveries[0].state is state


def test_a_hook_that_cannot_be_run_is_failed_and_named(make_mailing, send):
    posted = send(make_mailing(None, "hook:/no/such/program"))
    assert (posted.deliveries[0].state, posted.deliveries[0].reply) == (
        State.FAILED,
        "/no/such/program: cannot be run: No such file or directory",
    )


def test_a_hook_broken_off_by_the_user_is_unknown(make_mailing, ledger_path, clock):
    mailing = make_mailing(None, f"hook:{sys.executable} -c pass")

    def interrupt(step):
        if step is Step.ENDED:
            raise KeyboardInterrupt

    with open_ledger(ledger_path, clock) as ledger:
        with pytest.raises(KeyboardInterrupt):
            send_mailing(ledger, mailing, clock, observe=interrupt)
        assert ledger.deliveries()[0].state is State.UNKNOWN


def test_files_of_a_maildir_are_for_its_owner_only(make_mailing, send, tmp_path):
    send(make_mailing(None, f"maildir:{tmp_path / 'box'}"))
    (new,) = (tmp_path / "box" / "new").iterdir()
    assert stat.S_IMODE(new.stat().st_mode) == 0o600


def test_a_format_that_was_not_made_is_named_before_anything_is_sent(make_mailing, tmp_path, report_folder):
    (report_folder / "brief.pdf").unlink()
    with pytest.raises(DeliverError, match="--format pdf"):
        make_mailing(None, f"maildir:{tmp_path / 'box'}")
