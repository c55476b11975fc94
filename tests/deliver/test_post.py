"""A run over a real server: who gets the brief, who does not, and what a second run does."""

from __future__ import annotations

import dataclasses
import hashlib

import pytest

from briefing.archive import ContentChangedError, State, open_ledger
from briefing.deliver.outcome import SetupError
from briefing.deliver.parties import Security


def states(posted):
    return {one.recipient: one.state.value for one in posted.deliveries}


def test_one_mail_a_recipient_and_no_address_of_another_in_it(start_server, make_mailing, send):
    script, server = start_server()
    posted = send(make_mailing(server, "ada@example.org, ben@example.org"))
    assert posted.is_complete
    assert [one.recipient for one in script.received] == ["ada@example.org", "ben@example.org"]
    assert b"ben@" not in script.to("ada@example.org")[0].content
    assert b"ada@" not in script.to("ben@example.org")[0].content


def test_a_second_run_opens_no_connection(start_server, make_mailing, send):
    script, server = start_server()
    mailing = make_mailing(server, "ada@example.org")
    send(mailing)
    assert script.connections == 1
    assert send(mailing).is_complete
    assert script.connections == 1
    assert len(script.received) == 1


def test_a_recipient_on_two_lists_or_in_two_spellings_gets_one_copy(start_server, make_mailing, send):
    script, server = start_server()
    send(make_mailing(server, "Ada <Ada@Example.org>", "ada@example.org"))
    assert len(script.received) == 1


def test_refused_for_good_is_failed_and_named_and_the_others_still_get_it(start_server, make_mailing, send):
    script, server = start_server()
    script.rcpt["ben@example.org"] = ["550 5.1.1 no such user"]
    posted = send(make_mailing(server, "ada@example.org, ben@example.org, cyd@example.org"))
    assert not posted.is_complete
    assert [(one.recipient, one.reply) for one in posted.missing] == [("ben@example.org", "550 5.1.1 no such user")]
    assert [one.recipient for one in script.received] == ["ada@example.org", "cyd@example.org"]


def test_failed_is_not_tried_again_unasked_but_after_resolve(start_server, make_mailing, send, ledger_path, clock):
    script, server = start_server()
    script.rcpt["ben@example.org"] = ["550 no such user"]
    mailing = make_mailing(server, "ben@example.org")
    number = send(mailing).deliveries[0].id
    assert states(send(mailing)) == {"ben@example.org": "failed"}
    assert script.connections == 1
    with open_ledger(ledger_path, clock) as ledger:
        ledger.resolve(number, sent=False)
    assert send(mailing).is_complete


def test_content_refused_as_too_large_is_failed(start_server, make_mailing, send):
    script, server = start_server()
    script.data["ada@example.org"] = ["552 5.3.4 too large"]
    assert states(send(make_mailing(server, "ada@example.org"))) == {"ada@example.org": "failed"}


def test_a_mail_larger_than_the_server_announces_is_failed_before_data(start_server, make_mailing, send):
    script, server = start_server(data_size_limit=4000)
    posted = send(make_mailing(server, "ada@example.org"))
    assert "the server takes 4,000" in posted.deliveries[0].reply
    assert script.data_commands == 0


def test_greylisted_is_deferred_and_a_second_run_delivers_it(start_server, make_mailing, send):
    script, server = start_server()
    script.rcpt["ada@example.org"] = ["451 4.7.1 greylisted"]
    mailing = make_mailing(server, "ada@example.org")
    first = send(mailing)
    assert states(first) == {"ada@example.org": "deferred"}
    assert first.deliveries[0].due == "2031-03-05T07:01:00+00:00"
    assert send(mailing).is_complete
    assert len(script.received) == 1


def test_wait_stays_until_the_greylisted_are_in(start_server, make_mailing, send, clock):
    script, server = start_server()
    script.rcpt["ada@example.org"] = ["451 later", "451 later"]
    assert send(make_mailing(server, "ada@example.org"), wait=True).is_complete
    assert clock.slept == [60, 300]


def test_wait_gives_up_after_the_schedule_and_says_so(start_server, make_mailing, send, clock):
    script, server = start_server()
    script.data["ada@example.org"] = ["451 later"] * 9
    posted = send(make_mailing(server, "ada@example.org"), wait=True)
    assert clock.slept == [60, 300, 900, 3600]
    assert states(posted) == {"ada@example.org": "failed"}
    assert posted.deliveries[0].reply == "given up after 5 attempts: 451 later"


def test_attempts_before_their_time_do_not_use_up_the_schedule(start_server, make_mailing, send):
    script, server = start_server()
    script.rcpt["ada@example.org"] = ["451 later"] * 9
    mailing = make_mailing(server, "ada@example.org")
    for _ in range(9):
        assert states(send(mailing)) == {"ada@example.org": "deferred"}
    assert send(mailing).is_complete


def test_a_server_that_is_down_defers_everyone_with_one_attempt(start_server, make_mailing, send):
    _, server = start_server()
    dead = dataclasses.replace(server, port=1)
    posted = send(make_mailing(dead, "ada@example.org, ben@example.org"))
    assert states(posted) == {"ada@example.org": "deferred", "ben@example.org": "deferred"}
    assert "refused" in posted.deliveries[1].reply


@pytest.mark.parametrize("place", ["rcpt", "data", "content"])
def test_a_connection_lost_before_the_end_of_the_content_is_deferred_and_sent_next_time(
    start_server, make_mailing, send, report_folder, pdf_of_5_mb, place
):
    (report_folder / "brief.pdf").write_bytes(pdf_of_5_mb)
    script, server = start_server()
    script.drop = [place]
    mailing = make_mailing(server, "ada@example.org")
    assert states(send(mailing)) == {"ada@example.org": "deferred"}
    assert send(mailing).is_complete
    assert len(script.received) == 1


def test_a_connection_lost_after_the_content_is_unknown_and_never_sent_again_unasked(start_server, make_mailing, send):
    script, server = start_server()
    script.drop = ["answer"]
    mailing = make_mailing(server, "ada@example.org")
    assert states(send(mailing)) == {"ada@example.org": "unknown"}
    assert states(send(mailing)) == {"ada@example.org": "unknown"}
    assert len(script.received) == 1


def test_the_others_go_on_after_a_lost_connection(start_server, make_mailing, send):
    script, server = start_server()
    script.drop = ["answer"]
    posted = send(make_mailing(server, "ada@example.org, ben@example.org"))
    assert states(posted) == {"ada@example.org": "unknown", "ben@example.org": "sent"}


def test_a_server_too_slow_with_its_answer_makes_unknown(start_server, make_mailing, send):
    script, server = start_server()
    script.delay = 1.0
    hasty = dataclasses.replace(server, answer_timeout=0.3)
    assert states(send(make_mailing(hasty, "ada@example.org"))) == {"ada@example.org": "unknown"}


def test_unknown_resolved_as_sent_is_sent(start_server, make_mailing, send, ledger_path, clock):
    script, server = start_server()
    script.drop = ["answer"]
    mailing = make_mailing(server, "ada@example.org")
    number = send(mailing).deliveries[0].id
    with open_ledger(ledger_path, clock) as ledger:
        ledger.resolve(number, sent=True)
    assert send(mailing).is_complete
    assert len(script.received) == 1


def test_unknown_sent_again_bears_the_same_message_id(start_server, make_mailing, send, ledger_path, clock):
    script, server = start_server()
    script.drop = ["answer"]
    mailing = make_mailing(server, "ada@example.org")
    number = send(mailing).deliveries[0].id
    with open_ledger(ledger_path, clock) as ledger:
        ledger.resolve(number, sent=False)
    assert send(mailing).is_complete
    first, second = script.received
    assert first.content == second.content
    assert first.parsed["Message-ID"] == second.parsed["Message-ID"]


def test_changed_content_of_a_sent_brief_is_refused(start_server, make_mailing, send, report_folder):
    script, server = start_server()
    send(make_mailing(server, "ada@example.org"))
    (report_folder / "brief.json").write_bytes(b'{"schema": 1, "corrected": true}\n')
    with pytest.raises(ContentChangedError, match="--revision"):
        send(make_mailing(server, "ada@example.org"))
    assert len(script.received) == 1


def test_a_revision_goes_out_once_marked_and_referring_to_the_first(start_server, make_mailing, send, report_folder):
    script, server = start_server()
    send(make_mailing(server, "ada@example.org"))
    (report_folder / "brief.json").write_bytes(b'{"schema": 1, "corrected": true}\n')
    mailing = make_mailing(server, "ada@example.org")
    assert send(mailing, revise=True).is_complete
    assert send(mailing, revise=True).is_complete
    first, second = (one.parsed for one in script.received)
    assert second["References"] == first["Message-ID"]
    assert second["Message-ID"] != first["Message-ID"]
    assert (
        "Revision 2" in second.get_body(("plain",)).get_content()
        or "REVISION 2" in second.get_body(("plain",)).get_content()
    )


def test_content_that_reached_nobody_is_replaced_without_a_revision(start_server, make_mailing, send, report_folder):
    script, server = start_server()
    script.rcpt["ada@example.org"] = ["451 later"]
    send(make_mailing(server, "ada@example.org"))
    (report_folder / "brief.json").write_bytes(b'{"schema": 1, "corrected": true}\n')
    posted = send(make_mailing(server, "ada@example.org"))
    assert posted.is_complete
    assert posted.deliveries[0].revision == 1


def test_a_new_recipient_of_a_sent_brief_is_the_only_one_sent_to(start_server, make_mailing, send):
    script, server = start_server()
    send(make_mailing(server, "ada@example.org"))
    assert send(make_mailing(server, "ada@example.org, ben@example.org")).is_complete
    assert [one.recipient for one in script.received] == ["ada@example.org", "ben@example.org"]


def test_the_next_issue_refers_to_the_last_one_its_recipient_got(start_server, make_mailing, send, brief):
    script, server = start_server()
    send(make_mailing(server, "ada@example.org"))
    later = dataclasses.replace(brief, id="SB-2031-03-06-01", date="2031-03-06", issue=2)
    send(make_mailing(server, "ada@example.org, ben@example.org", brief=later))
    first, second, bens = (one.parsed for one in script.received)
    assert second["References"] == first["Message-ID"]
    assert bens["References"] is None


def test_the_mail_on_the_wire_is_the_same_bytes_for_a_new_ledger(start_server, make_mailing, send, ledger_path):
    script, server = start_server()
    mailing = make_mailing(server, "ada@example.org")
    send(mailing)
    ledger_path.unlink()
    send(mailing)
    assert script.received[0].content == script.received[1].content


def test_a_5_mb_pdf_arrives_byte_for_byte(start_server, make_mailing, send, report_folder, pdf_of_5_mb):
    (report_folder / "brief.pdf").write_bytes(pdf_of_5_mb)
    script, server = start_server()
    assert send(make_mailing(server, "ada@example.org")).is_complete
    (attached,) = script.received[0].parsed.iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    assert hashlib.sha256(attached.get_content()).digest() == hashlib.sha256(pdf_of_5_mb).digest()


def test_a_server_that_offers_no_starttls_gets_nothing_and_everyone_is_named(start_server, make_mailing, send):
    script, server = start_server(Security.STARTTLS, offer_tls=False)
    posted = send(make_mailing(server, "ada@example.org, ben@example.org"))
    assert "does not offer STARTTLS" in posted.problem
    assert states(posted) == {"ada@example.org": "queued", "ben@example.org": "queued"}
    assert not posted.is_complete
    assert script.received == []


def test_a_ledger_that_cannot_be_written_sends_nothing(start_server, make_mailing, send, ledger_path):
    script, server = start_server()
    ledger_path.mkdir()
    with pytest.raises(Exception, match="nothing is sent"):
        send(make_mailing(server, "ada@example.org"))
    assert script.connections == 0


def test_a_ledger_that_fails_before_data_stops_the_run_with_nothing_sent(
    start_server, make_mailing, ledger_path, clock
):
    import sqlite3

    from briefing.deliver.outcome import Step
    from briefing.deliver.post import send_mailing

    script, server = start_server()
    mailing = make_mailing(server, "ada@example.org, ben@example.org")
    other = sqlite3.connect(ledger_path, isolation_level=None)

    def forbid_sending(step):
        if step is Step.RECIPIENT:
            other.execute(
                "CREATE TRIGGER full BEFORE UPDATE ON deliveries WHEN new.state = 'sending'"
                " BEGIN SELECT raise(ABORT, 'disk full'); END"
            )

    with open_ledger(ledger_path, clock) as ledger:
        posted = send_mailing(ledger, mailing, clock, observe=forbid_sending)
    other.close()
    assert script.data_commands == 0
    assert "disk full" in posted.problem
    assert {one.state for one in posted.deliveries} == {State.QUEUED}


def test_a_mail_server_is_needed_for_mail_only(make_mailing, send, tmp_path):
    (tmp_path / "shelf").mkdir()
    assert send(make_mailing(None, f"folder:{tmp_path / 'shelf'}")).is_complete
    with pytest.raises(SetupError, match="no mail server"):
        make_mailing(None, "ada@example.org")
