"""The ledger of deliveries: every change of state is on the disk before anything else happens.

queued -> sending -> sent | deferred | failed | unknown. ``sending`` is written after the other side took the recipient
and before it gets the content. No mail protocol can tell a sender that died in between whether the content arrived
(RFC 1047), so a *sending* delivery of a dead process becomes *unknown* and stays so until a person resolves it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.archive import leases
from briefing.archive.database import ArchiveError, connect, naming, writing
from briefing.archive.deliveries import REACHED, Addressee, Change, Delivery, Issue, LostClaimError, State
from briefing.archive.planning import Plan, note, read_row

Clock = Callable[[], datetime]

OUT_OF_SIGHT = timedelta(hours=1)
"""A lease of another machine or container is taken for dead after this time without a change; one delivery takes at
most the time limits of its connection, 15 minutes with the defaults."""
DIED = "the sending process died while the content was on its way"
WAITING = (State.QUEUED, State.DEFERRED)


@contextlib.contextmanager
def open_ledger(path: Path, clock: Clock, *, read_only: bool = False) -> Iterator[Ledger]:
    """The ledger at ``path`` for a ``with`` block; raises ``ArchiveError`` if it cannot be read or written."""
    connection = connect(path, read_only=read_only)
    try:
        yield Ledger(connection, path, clock)
    finally:
        connection.close()


class Ledger:
    """One process's hold on the ledger."""

    def __init__(self, connection: sqlite3.Connection, path: Path, clock: Clock) -> None:
        self._connection = connection
        self._path = path
        self._clock = clock
        self._me = leases.lease()

    # ---- reading ----------------------------------------------------------------------------------------------

    def get(self, number: int) -> Delivery:
        """The delivery with this number; raises ``ArchiveError`` if there is none."""
        with naming(self._path):
            row = self._connection.execute("SELECT * FROM deliveries WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise ArchiveError(f"no delivery has the number {number}; 'briefing deliveries' lists them")
        return read_row(row)

    def deliveries(self, brief: str | None = None) -> tuple[Delivery, ...]:
        """All deliveries, or those of one issue, in the order they were planned."""
        where, values = ("WHERE brief = ?", (brief,)) if brief else ("", ())
        with naming(self._path):
            rows = self._connection.execute(f"SELECT * FROM deliveries {where} ORDER BY id", values)  # noqa: S608 - two fixed texts
            return tuple(read_row(row) for row in rows)

    def history(self, number: int) -> tuple[Change, ...]:
        """What happened to a delivery, oldest first."""
        query = "SELECT at, state, note FROM delivery_changes WHERE delivery = ? ORDER BY rowid"
        with naming(self._path):
            rows = self._connection.execute(query, (number,)).fetchall()
        return tuple(Change(row["at"], State(row["state"]), row["note"]) for row in rows)

    def preview(self, issue: Issue, addressees: Sequence[Addressee], *, revise: bool = False) -> tuple[Delivery, ...]:
        """What ``enqueue`` would plan, with nothing written.

        Raises ``ContentChangedError`` if the issue was sent with another content and ``revise`` is not given.
        """
        with naming(self._path):
            plan = Plan(self._connection, issue, self._now(), revise=revise)
            return tuple(plan.delivery(addressee) for addressee in addressees)

    # ---- planning ---------------------------------------------------------------------------------------------

    def enqueue(self, issue: Issue, addressees: Sequence[Addressee], *, revise: bool = False) -> tuple[Delivery, ...]:
        """A delivery a recipient, in the same order: those already in the ledger as they stand, the others *queued*.

        One transaction: all or none. Raises ``ContentChangedError`` like ``preview``.
        """
        with naming(self._path), writing(self._connection):
            plan = Plan(self._connection, issue, self._now(), revise=revise)
            plan.retire_others()
            for addressee in addressees:
                plan.insert(plan.delivery(addressee))
            return tuple(plan.delivery(addressee) for addressee in addressees)

    # ---- working ----------------------------------------------------------------------------------------------

    def recover(self) -> tuple[Delivery, ...]:
        """What dead processes left *sending*, now *unknown*; their other claims are given free."""
        found = []
        with naming(self._path), writing(self._connection):
            for row in self._connection.execute("SELECT * FROM deliveries WHERE owner <> ''").fetchall():
                if self._is_held(row):
                    continue
                if row["state"] == State.SENDING:
                    self._set(row["id"], State.UNKNOWN, DIED)
                    found.append(row["id"])
                else:
                    self._connection.execute("UPDATE deliveries SET owner = '' WHERE id = ?", (row["id"],))
        return tuple(self.get(number) for number in found)

    def claim(self, number: int) -> Delivery | None:
        """Take a waiting delivery for this process; None if it is not waiting, or another living process has it."""
        with naming(self._path), writing(self._connection):
            row = self._connection.execute("SELECT * FROM deliveries WHERE id = ?", (number,)).fetchone()
            if row is None or row["state"] not in WAITING or self._is_held(row):
                return None
            self._connection.execute(
                "UPDATE deliveries SET owner = ?, changed = ? WHERE id = ?", (self._me, self._now(), number)
            )
            return self.get(number)

    def release(self, number: int) -> None:
        """Give a claimed delivery back as it was."""
        with naming(self._path), writing(self._connection):
            self._connection.execute("UPDATE deliveries SET owner = '' WHERE id = ? AND owner = ?", (number, self._me))

    def begin_sending(self, number: int) -> None:
        """Write down that the content is about to leave; only after this returns may it.

        Raises ``LostClaimError`` if the delivery is no longer this process's, ``ArchiveError`` if it cannot be written.
        """
        with naming(self._path), writing(self._connection):
            self._change_mine(number, State.SENDING, "", count=1, keep=True)

    def finish(self, number: int, state: State, reply: str, *, due: str = "", advance: bool = False) -> Delivery:
        """Write down how an attempt ended, and give the delivery free.

        ``due`` is the time of the next attempt of a *deferred* one; ``advance`` moves it on in the schedule.
        """
        is_sending = self.get(number).state is State.SENDING
        if state not in (State.DEFERRED, State.FAILED) and not (is_sending and state in REACHED):
            raise LostClaimError(f"delivery {number}: cannot become {state} before its content has left")
        counted = 0 if is_sending else 1
        with naming(self._path), writing(self._connection):
            self._change_mine(number, state, reply, due=due, count=counted, step=int(advance))
        return self.get(number)

    def resolve(self, number: int, *, sent: bool) -> Delivery:
        """A person's word on a delivery: it arrived (``sent``), or it is to be sent again under the same Message-ID.

        Raises ``ArchiveError`` if it is already *sent*, waiting, or a living process is at work on it.
        """
        self.recover()
        with naming(self._path), writing(self._connection):
            delivery = self.get(number)
            if delivery.state is State.SENDING:
                raise ArchiveError(
                    f"delivery {number}: {leases.describe(delivery.owner)} is sending it; wait for its end"
                )
            if delivery.state is State.SENT:
                raise ArchiveError(f"delivery {number}: was sent; a corrected brief goes out with 'send --revision'")
            if delivery.state in WAITING and not sent:
                raise ArchiveError(f"delivery {number}: is {delivery.state}; 'briefing send' tries it anyway")
            state, reply = (State.SENT, "resolved: arrived") if sent else (State.QUEUED, "resolved: to be sent again")
            self._set(number, state, reply, due="")
            self._connection.execute("UPDATE deliveries SET step = 0 WHERE id = ?", (number,))
        return self.get(number)

    # ---- writing ----------------------------------------------------------------------------------------------

    def _change_mine(
        self, number: int, state: State, reply: str, *, due: str = "", count: int, step: int = 0, keep: bool = False
    ) -> None:
        cursor = self._connection.execute(
            """
            UPDATE deliveries
            SET state = ?, reply = ?, due = ?, changed = ?, attempts = attempts + ?, step = step + ?, owner = ?
            WHERE id = ? AND owner = ? AND state IN ('queued', 'deferred', 'sending')
              AND (state <> 'sending' OR ? <> 'sending')
            """,
            (state, reply, due, self._now(), count, step, self._me if keep else "", number, self._me, state),
        )
        if cursor.rowcount != 1:
            raise LostClaimError(f"delivery {number}: another process has taken it over; see 'briefing deliveries'")
        note(self._connection, number, self._now(), state, reply)

    def _set(self, number: int, state: State, reply: str, due: str | None = None) -> None:
        self._connection.execute(
            "UPDATE deliveries SET state = ?, reply = ?, changed = ?, owner = '', due = coalesce(?, due) WHERE id = ?",
            (state, reply, self._now(), due, number),
        )
        note(self._connection, number, self._now(), state, reply)

    def _is_held(self, row: sqlite3.Row) -> bool:
        """Whether another living process has this delivery."""
        owner = row["owner"]
        if not owner or owner == self._me:
            return False
        alive = leases.is_alive(owner)
        if alive is None:
            return self._clock() - datetime.fromisoformat(row["changed"]) < OUT_OF_SIGHT
        return alive

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="seconds")
