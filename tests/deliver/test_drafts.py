"""A dry run: the very bytes that would be sent, and no trace."""

from __future__ import annotations

from briefing.archive import open_ledger
from briefing.deliver.drafts import write_drafts


def draft(ledger_path, clock, mailing, folder):
    with open_ledger(ledger_path, clock, read_only=True) as ledger:
        return write_drafts(ledger, mailing, folder)


def test_a_draft_is_the_mail_octet_for_octet(start_server, make_mailing, send, ledger_path, clock, tmp_path):
    script, server = start_server()
    mailing = make_mailing(server, "ada@example.org, ben@example.org")
    drafts = draft(ledger_path, clock, mailing, tmp_path / "drafts")
    assert [path.name for path in drafts] == ["001-ada-example-org.eml", "002-ben-example-org.eml"]
    assert script.connections == 0
    send(mailing)
    assert [path.read_bytes() for path in drafts] == [one.content for one in script.received]


def test_a_draft_leaves_no_ledger(start_server, make_mailing, ledger_path, clock, tmp_path):
    _, server = start_server()
    draft(ledger_path, clock, make_mailing(server, "ada@example.org"), tmp_path / "drafts")
    assert not ledger_path.exists()


def test_a_draft_of_a_sent_brief_shows_what_was_sent(start_server, make_mailing, send, ledger_path, clock, tmp_path):
    script, server = start_server()
    mailing = make_mailing(server, "ada@example.org")
    send(mailing)
    (path,) = draft(ledger_path, clock, mailing, tmp_path / "drafts")
    assert path.read_bytes() == script.received[0].content
