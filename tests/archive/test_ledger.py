"""The ledger: what it lets happen, and what it keeps through kills, full disks and other processes."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.archive import (
    Addressee,
    ArchiveError,
    ContentChangedError,
    Issue,
    LostClaimError,
    State,
    leases,
    open_ledger,
)

ISSUE = Issue("SB-1", "Situation brief / Ferries", "2031-03-05", "Ferries", "c1")
ADA = Addressee("ada@example.org", "Ada <ada@example.org>", "example.org")
BEN = Addressee("ben@example.org", "ben@example.org", "example.org")
OTHER = "elsewhere/boot/pid:[1]/4711/99"


class Clock:
    def __init__(self):
        self.now = datetime(2031, 3, 5, 7, 0, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def ledger(path, clock):
    with open_ledger(path, clock) as opened:
        yield opened


def own(path, number, owner, state):
    """Make a delivery look as another process left it."""
    with sqlite3.connect(path, isolation_level=None) as connection:
        connection.execute("UPDATE deliveries SET owner = ?, state = ? WHERE id = ?", (owner, state, number))
    connection.close()


def dead_lease():
    """The lease of a process of this machine that has ended."""
    program = "from briefing.archive import leases; print(leases.lease())"
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


def send(ledger, number):
    ledger.claim(number)
    ledger.begin_sending(number)
    return ledger.finish(number, State.SENT, "250 ok")


def test_the_file_is_for_its_owner_only_and_every_commit_is_synced(ledger, path):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert ledger._connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert ledger._connection.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_planning_twice_plans_once(ledger):
    first = ledger.enqueue(ISSUE, [ADA, BEN])
    assert ledger.enqueue(ISSUE, [ADA, BEN]) == first
    assert [one.state for one in first] == [State.QUEUED, State.QUEUED]


def test_a_preview_writes_nothing_and_says_what_would_be(ledger):
    (seen,) = ledger.preview(ISSUE, [ADA])
    assert ledger.deliveries() == ()
    (planned,) = ledger.enqueue(ISSUE, [ADA])
    assert seen.message_id == planned.message_id


def test_a_preview_of_a_ledger_that_is_not_there_makes_none(path, clock):
    with open_ledger(path, clock, read_only=True) as ledger:
        assert ledger.preview(ISSUE, [ADA])[0].id == 0
    assert not path.exists()


def test_a_message_id_names_neither_brief_nor_recipient(ledger):
    (planned,) = ledger.enqueue(ISSUE, [ADA])
    assert planned.message_id.endswith("@example.org>")
    assert "ada" not in planned.message_id
    assert "SB-1" not in planned.message_id


def test_content_may_leave_only_from_a_claimed_delivery(ledger):
    (planned,) = ledger.enqueue(ISSUE, [ADA])
    with pytest.raises(LostClaimError):
        ledger.begin_sending(planned.id)


def test_a_claim_that_another_process_took_over_is_lost(ledger, path):
    (planned,) = ledger.enqueue(ISSUE, [ADA])
    ledger.claim(planned.id)
    own(path, planned.id, OTHER, "queued")
    with pytest.raises(LostClaimError):
        ledger.begin_sending(planned.id)


def test_what_was_sent_cannot_be_claimed_again(ledger):
    (planned,) = ledger.enqueue(ISSUE, [ADA])
    send(ledger, planned.id)
    assert ledger.claim(planned.id) is None


@pytest.mark.parametrize(("left", "found"), [("sending", "unknown"), ("queued", "queued"), ("deferred", "deferred")])
def test_what_a_dead_process_leaves(ledger, path, left, found):
    (planned,) = ledger.enqueue(ISSUE, [ADA])
    own(path, planned.id, dead_lease(), left)
    ledger.recover()
    after = ledger.get(planned.id)
    assert (after.state, after.owner) == (State(found), "")


def test_a_living_process_keeps_what_it_has(ledger, path):
    (planned,) = ledger.enqueue(ISSUE, [ADA])
    program = "from briefing.archive import leases; print(leases.lease(), flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        own(path, planned.id, process.stdout.readline().decode().strip(), "sending")
        ledger.recover()
        assert ledger.get(planned.id).state is State.SENDING
        with pytest.raises(ArchiveError, match="is sending it"):
            ledger.resolve(planned.id, sent=True)
        process.kill()
        # Dead, and not yet waited for by its parent: a zombie sends nothing.
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        ledger.recover()
    assert ledger.get(planned.id).state is State.UNKNOWN


def test_a_process_out_of_sight_counts_as_alive_for_an_hour(ledger, path, clock):
    (planned,) = ledger.enqueue(ISSUE, [ADA])
    own(path, planned.id, OTHER, "sending")
    ledger.recover()
    assert ledger.get(planned.id).state is State.SENDING
    clock.now += timedelta(hours=1, seconds=1)
    ledger.recover()
    assert ledger.get(planned.id).state is State.UNKNOWN


def test_a_number_given_again_to_a_younger_process_is_not_the_same_process():
    place, number, _ = leases.lease().rsplit("/", 2)
    assert leases.is_alive(leases.lease())
    assert not leases.is_alive(f"{place}/{number}/1")


def test_content_known_keeps_its_revision_and_new_content_needs_to_be_asked_for(ledger):
    (planned,) = ledger.enqueue(ISSUE, [ADA])
    send(ledger, planned.id)
    changed = Issue("SB-1", ISSUE.series, ISSUE.date, ISSUE.title, "c2")
    with pytest.raises(ContentChangedError):
        ledger.enqueue(changed, [BEN])
    (revised,) = ledger.enqueue(changed, [ADA], revise=True)
    assert (revised.revision, revised.state) == (2, State.QUEUED)
    assert ledger.enqueue(changed, [ADA], revise=True)[0].revision == 2
    assert ledger.enqueue(ISSUE, [ADA])[0].revision == 1


@pytest.mark.parametrize("state", [State.UNKNOWN, State.SENT])
def test_unknown_counts_as_reached_when_the_content_changes(ledger, state):
    (planned,) = ledger.enqueue(ISSUE, [ADA])
    ledger.claim(planned.id)
    ledger.begin_sending(planned.id)
    ledger.finish(planned.id, state, "")
    with pytest.raises(ContentChangedError):
        ledger.enqueue(Issue("SB-1", ISSUE.series, ISSUE.date, ISSUE.title, "c2"), [ADA])


def test_a_revision_retires_what_still_waits_under_the_old_content(ledger):
    ada, ben = ledger.enqueue(ISSUE, [ADA, BEN])
    send(ledger, ada.id)
    ledger.enqueue(Issue("SB-1", ISSUE.series, ISSUE.date, ISSUE.title, "c2"), [ADA, BEN], revise=True)
    assert (ledger.get(ben.id).state, ledger.get(ben.id).reply) == (State.FAILED, "not sent: replaced by revision 2")


def test_sent_cannot_be_resolved_away(ledger):
    (planned,) = ledger.enqueue(ISSUE, [ADA])
    send(ledger, planned.id)
    for sent in (True, False):
        with pytest.raises(ArchiveError, match="was sent"):
            ledger.resolve(planned.id, sent=sent)


def test_a_number_that_is_not_there_is_named(ledger):
    with pytest.raises(ArchiveError, match="no delivery has the number 7"):
        ledger.resolve(7, sent=True)


def test_a_read_only_ledger_is_an_error_that_says_nothing_is_sent(path, clock):
    with open_ledger(path, clock):
        pass
    with open_ledger(path, clock, read_only=True) as ledger, pytest.raises(ArchiveError, match="nothing more is sent"):
        ledger.enqueue(ISSUE, [ADA])


def test_a_full_disk_plans_nothing(path, clock):
    with open_ledger(path, clock) as ledger:
        pages = ledger._connection.execute("PRAGMA page_count").fetchone()[0]
        ledger._connection.execute(f"PRAGMA max_page_count = {pages}")
        many = [Addressee(f"reader{n}@example.org", "x" * 500, "example.org") for n in range(200)]
        with pytest.raises(ArchiveError, match="full"):
            ledger.enqueue(ISSUE, many)
        assert ledger.deliveries() == ()


def test_a_file_that_is_no_ledger_is_an_error(path, clock):
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(ArchiveError, match="ledger"), open_ledger(path, clock):
        pass


def test_a_ledger_of_a_newer_version_is_left_alone(path, clock):
    with open_ledger(path, clock) as ledger:
        ledger._connection.execute("PRAGMA user_version = 99")
    with pytest.raises(ArchiveError, match="newer version"), open_ledger(path, clock):
        pass


def test_twenty_processes_may_make_the_ledger_at_once(path):
    program = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from briefing.archive import open_ledger\n"
        "with open_ledger(Path(sys.argv[1]), lambda: datetime.now(UTC)) as ledger: print(len(ledger.deliveries()))"
    )
    processes = [subprocess.Popen([sys.executable, "-c", program, str(path)]) for _ in range(20)]
    assert [process.wait(60) for process in processes] == [0] * 20


class World:
    """One delivery, what happens to it, and how many copies may have left."""

    def __init__(self, path):
        self.clock = Clock()
        self.context = open_ledger(path, self.clock)
        self.ledger = self.context.__enter__()
        self.number = self.ledger.enqueue(ISSUE, [ADA])[0].id
        self.allowed, self.left, self.deaths = 1, 0, 0

    def begin(self):
        self.ledger.claim(self.number)
        self.ledger.begin_sending(self.number)
        self.left += 1

    def end(self, state):
        was_leaving = self.ledger.get(self.number).state is State.SENDING
        self.ledger.finish(self.number, state, "")
        # Deferred and failed say that the copy certainly did not arrive.
        self.left -= was_leaving and state in {State.DEFERRED, State.FAILED}

    def die(self):
        self.deaths += 1
        self.ledger._me = f"elsewhere/boot/pid:[1]/{self.deaths}/1"
        self.clock.now += timedelta(hours=2)

    def resolve(self, sent):
        self.ledger.resolve(self.number, sent=sent)
        self.allowed += not sent


EVENTS = {
    "claim": lambda world: world.ledger.claim(world.number),
    "begin": World.begin,
    "die": World.die,
    "recover": lambda world: world.ledger.recover(),
    "plan": lambda world: world.ledger.enqueue(ISSUE, [ADA]),
    "arrived": lambda world: world.resolve(True),
    "resend": lambda world: world.resolve(False),
    **{state.value: lambda world, state=state: world.end(state) for state in State if state is not State.SENDING},
}


@settings(max_examples=60, deadline=None)
@given(events=st.lists(st.sampled_from(sorted(EVENTS)), max_size=30))
def test_no_order_of_events_sends_twice_without_a_persons_word(tmp_path_factory, events):
    world = World(tmp_path_factory.mktemp("ledger") / "ledger.sqlite")
    for event in events:
        with contextlib.suppress(LostClaimError, ArchiveError):
            EVENTS[event](world)
        assert world.left <= world.allowed
    world.context.__exit__(None, None, None)
