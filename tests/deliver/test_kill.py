"""A process killed at any point of the protocol: the next run sends to nobody twice and hides nobody.

``benchmarks/delivery.py`` does the same at 200 random moments, beside another program.
"""

from __future__ import annotations

import dataclasses
import signal
from collections import Counter

import pytest

from briefing.archive import open_ledger
from briefing.deliver.outcome import Step

RECIPIENTS = [f"reader{number}@example.org" for number in range(3)]


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.READY])
def test_killed_at_a_step_then_sent_again_nobody_gets_two_and_nobody_is_hidden(
    start_server, make_mailing, run_process, send, step
):
    script, server = start_server()
    mailing = make_mailing(server, ", ".join(RECIPIENTS))
    # The second recipient's step where there is one for each: one mail is through, one on its way, one waiting.
    at = 1 if step is Step.CONNECTED else 2
    assert run_process(mailing, step, at).wait(30) == -signal.SIGKILL
    posted = send(mailing)
    got = Counter(one.recipient for one in script.received)
    assert max(got.values()) == 1
    unknown = {one.recipient for one in posted.missing}
    assert {one.state.value for one in posted.missing} <= {"unknown"}
    assert set(got) | unknown == set(RECIPIENTS)
    at_risk = {Step.COMMITTED, Step.DATA, Step.CONTENT, Step.ENDED, Step.ANSWERED}
    assert unknown == ({RECIPIENTS[1]} if step in at_risk else set())


def test_a_killed_process_leaves_the_truth_for_deliveries(start_server, make_mailing, run_process, ledger_path, clock):
    script, server = start_server()
    assert run_process(make_mailing(server, *RECIPIENTS), Step.ANSWERED).wait(30) == -signal.SIGKILL
    with open_ledger(ledger_path, clock) as ledger:
        assert [one.state.value for one in ledger.recover()] == ["unknown"]
        assert [change.state.value for change in ledger.history(1)] == ["queued", "sending", "unknown"]
    assert len(script.received) == 1


def test_four_processes_at_once_send_to_each_once_and_all_end_well(start_server, make_mailing, run_process):
    script, server = start_server()
    readers = [f"reader{number}@example.org" for number in range(40)]
    mailing = make_mailing(dataclasses.replace(server, answer_timeout=20), ", ".join(readers))
    processes = [run_process(mailing, at=number) for number in range(4)]
    assert [process.wait(60) for process in processes] == [0, 0, 0, 0]
    assert Counter(one.recipient for one in script.received) == Counter(readers)
