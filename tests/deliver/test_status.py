"""How deliveries are shown to people and to programs."""

from __future__ import annotations

import json

from briefing.archive import open_ledger
from briefing.deliver.post import missing_lines
from briefing.deliver.status import history_lines, summary_line, table_lines, to_json


def test_programs_are_told_every_delivery_and_whether_all_is_well(start_server, make_mailing, send):
    script, server = start_server()
    script.rcpt["ben@example.org"] = ["550 no such user"]
    posted = send(make_mailing(server, "ada@example.org, ben@example.org"))
    told = json.loads(to_json(posted.deliveries, posted.problem))
    assert told["complete"] is False
    assert told["counts"] == {"queued": 0, "sending": 0, "sent": 1, "deferred": 0, "failed": 1, "unknown": 0}
    assert [(one["recipient"], one["state"]) for one in told["deliveries"]] == [
        ("ada@example.org", "sent"),
        ("ben@example.org", "failed"),
    ]


def test_everyone_not_sent_is_named_with_what_to_do(start_server, make_mailing, send):
    script, server = start_server()
    script.rcpt["ben@example.org"] = ["550 no such user"]
    script.rcpt["cyd@example.org"] = ["451 later"]
    script.drop = ["answer"]
    posted = send(make_mailing(server, "ada@example.org, ben@example.org, cyd@example.org"))
    unknown, failed, deferred = missing_lines(posted.missing)
    assert unknown.startswith("ada@example.org: unknown (delivery 1)")
    assert unknown.endswith("then 'briefing resolve 1 --sent' or '--resend'")
    assert (
        failed == "ben@example.org: failed (delivery 2): 550 no such user; when mended, 'briefing resolve 2 --resend'"
    )
    assert deferred == "cyd@example.org: deferred (delivery 3): 451 later; due 2031-03-05T07:01:00+00:00"
    assert summary_line(posted.deliveries) == "1 deferred, 1 failed, 1 unknown"


def test_a_table_for_people(start_server, make_mailing, send, ledger_path, clock):
    _, server = start_server()
    posted = send(make_mailing(server, "Ada <ada@example.org>"))
    assert table_lines(posted.deliveries) == [
        "id  state  brief             rev  recipient              changed           answer",
        "1   sent   SB-2031-03-05-01  1    Ada <ada@example.org>  2031-03-05T07:00  250 2.0.0 taken",
    ]
    with open_ledger(ledger_path, clock) as ledger:
        assert history_lines(ledger.history(1)) == [
            "2031-03-05T07:00:00+00:00  queued    planned",
            "2031-03-05T07:00:00+00:00  sending",
            "2031-03-05T07:00:00+00:00  sent      250 2.0.0 taken",
        ]
