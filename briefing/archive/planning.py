"""What is still to be delivered of an issue, given what the ledger already knows of it."""

from __future__ import annotations

import sqlite3

from briefing.archive.deliveries import (
    REACHED,
    Addressee,
    ContentChangedError,
    Delivery,
    Issue,
    State,
    delivery_key,
    message_id,
)


class Plan:
    """The deliveries of one issue in one revision.

    A content that the ledger knows keeps its revision. A new one takes the place of what reached nobody; what did
    reach somebody is never replaced unasked: that raises ``ContentChangedError`` unless ``revise`` is given.
    """

    def __init__(self, connection: sqlite3.Connection, issue: Issue, now: str, *, revise: bool) -> None:
        self._connection = connection
        self._issue = issue
        self._now = now
        self.revision = _revision(connection, issue, revise=revise)

    def delivery(self, addressee: Addressee) -> Delivery:
        """The copy for this recipient: as it stands in the ledger, or as it would be written there (number 0)."""
        issue = self._issue
        key = delivery_key(issue.brief, issue.content, addressee.recipient)
        row = self._connection.execute("SELECT * FROM deliveries WHERE key = ?", (key,)).fetchone()
        if row is not None:
            return read_row(row)
        return Delivery(
            id=0,
            key=key,
            brief=issue.brief,
            series=issue.series,
            date=issue.date,
            title=issue.title,
            content=issue.content,
            revision=self.revision,
            recipient=addressee.recipient,
            address=addressee.address,
            message_id=message_id(issue.brief, addressee.recipient, self.revision, addressee.domain),
            refers_to=self._before(addressee),
            state=State.QUEUED,
            attempts=0,
            step=0,
            due="",
            reply="",
            owner="",
            created=self._now,
            changed=self._now,
        )

    def insert(self, planned: Delivery) -> None:
        """Write a delivery down unless it is in the ledger already."""
        if planned.id:
            return
        names = [name for name in Delivery.__slots__ if name != "id"]
        cursor = self._connection.execute(
            f"INSERT INTO deliveries ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608 - names of our own fields
            [getattr(planned, name) for name in names],
        )
        note(self._connection, cursor.lastrowid or 0, self._now, State.QUEUED, "planned")

    def retire_others(self) -> None:
        """What still waits under another content of this issue will never be sent."""
        rows = self._connection.execute(
            """
            SELECT id, revision FROM deliveries
            WHERE brief = ? AND content <> ? AND revision <= ? AND state IN ('queued', 'deferred', 'failed')
            """,
            (self._issue.brief, self._issue.content, self.revision),
        ).fetchall()
        reply = f"not sent: replaced by revision {self.revision}"
        for row in rows:
            if row["revision"] == self.revision:
                self._connection.execute("DELETE FROM delivery_changes WHERE delivery = ?", (row["id"],))
                self._connection.execute("DELETE FROM deliveries WHERE id = ?", (row["id"],))
            else:
                self._connection.execute(
                    "UPDATE deliveries SET state = 'failed', reply = ?, due = '', owner = '', changed = ? WHERE id = ?",
                    (reply, self._now, row["id"]),
                )
                note(self._connection, row["id"], self._now, State.FAILED, reply)

    def _before(self, addressee: Addressee) -> str:
        """Message-ID of what this recipient last got of the series before this."""
        query = """
            SELECT message_id FROM deliveries
            WHERE series = ? AND recipient = ? AND state = 'sent' AND (date, brief, revision) < (?, ?, ?)
            ORDER BY date DESC, brief DESC, revision DESC LIMIT 1
        """
        issue = self._issue
        values = (issue.series, addressee.recipient, issue.date, issue.brief, self.revision)
        row = self._connection.execute(query, values).fetchone()
        return str(row["message_id"]) if row else ""


def note(connection: sqlite3.Connection, number: int, now: str, state: State, text: str) -> None:
    """Add a line to a delivery's history."""
    connection.execute("INSERT INTO delivery_changes VALUES (?, ?, ?, ?)", (number, now, state, text))


def read_row(row: sqlite3.Row) -> Delivery:
    """The row as a value."""
    facts = dict(row)
    return Delivery(**{**facts, "state": State(facts["state"])})


def _revision(connection: sqlite3.Connection, issue: Issue, *, revise: bool) -> int:
    query = "SELECT content, revision, state FROM deliveries WHERE brief = ? ORDER BY revision"
    rows = connection.execute(query, (issue.brief,)).fetchall()
    known = {row["content"]: int(row["revision"]) for row in rows}
    if issue.content in known:
        return known[issue.content]
    latest = max(known.values(), default=1)
    if not any(row["state"] in REACHED and row["revision"] == latest for row in rows):
        return latest
    if not revise:
        raise ContentChangedError(
            f"{issue.brief} was already sent with other content; --revision sends this as revision {latest + 1} "
            "(another brief of the same day needs an id of its own: --series)"
        )
    return latest + 1
