"""One SQLite file that survives kills, full disks and several processes at once."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from briefing.errors import DeliverError

PATIENCE = 30.0
"""Seconds a process waits for another one's write; a write here is one row and one sync, some milliseconds."""
MODE = 0o600
"""The ledger holds people's addresses: for its owner only."""

SCHEMA = (
    """
    CREATE TABLE deliveries (
        id         INTEGER PRIMARY KEY,
        key        TEXT NOT NULL UNIQUE,
        brief      TEXT NOT NULL,
        series     TEXT NOT NULL,
        date       TEXT NOT NULL,
        title      TEXT NOT NULL,
        content    TEXT NOT NULL,
        revision   INTEGER NOT NULL CHECK (revision > 0),
        recipient  TEXT NOT NULL,
        address    TEXT NOT NULL,
        message_id TEXT NOT NULL,
        refers_to  TEXT NOT NULL,
        state      TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'deferred', 'failed', 'unknown')),
        attempts   INTEGER NOT NULL DEFAULT 0,
        step       INTEGER NOT NULL DEFAULT 0,
        due        TEXT NOT NULL DEFAULT '',
        reply      TEXT NOT NULL DEFAULT '',
        owner      TEXT NOT NULL DEFAULT '',
        created    TEXT NOT NULL,
        changed    TEXT NOT NULL,
        UNIQUE (brief, revision, recipient)
    ) STRICT
    """,
    """
    CREATE TABLE delivery_changes (
        delivery INTEGER NOT NULL REFERENCES deliveries (id),
        at       TEXT NOT NULL,
        state    TEXT NOT NULL,
        note     TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX delivery_changes_of ON delivery_changes (delivery)",
    "CREATE INDEX deliveries_of_a_series ON deliveries (series, recipient, date)",
)
"""Version 1 of the tables; a later version appends statements and raises ``VERSION``."""
VERSION = 1


class ArchiveError(DeliverError):
    """The ledger cannot be read or written: nothing is sent."""


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection to the ledger at ``path``; the file is made, for its owner only, unless ``read_only``.

    Every commit is on the disk before it returns (write-ahead log, ``synchronous=FULL``). Read-only, a file that is
    not there is an empty ledger. Raises ``ArchiveError`` naming the path.
    """
    with naming(path):
        if read_only:
            return _connect_to_read(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, MODE))
        connection = _open(path)
        try:
            _set_up(connection)
            _make_tables(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


@contextlib.contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One transaction that holds the write lock from its first statement, and is on the disk when the block ends."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn an error of SQLite or the system into one that names the ledger and says that nothing was sent."""
    try:
        yield
    except sqlite3.Error as error:
        raise ArchiveError(
            f"{path}: the ledger of deliveries cannot be used ({error}); nothing more is sent"
        ) from error
    except OSError as error:
        raise ArchiveError(
            f"{path}: the ledger of deliveries cannot be opened ({error.strerror}); nothing is sent"
        ) from error


def _open(target: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(target, timeout=PATIENCE, isolation_level=None, uri=isinstance(target, str))
    connection.row_factory = sqlite3.Row
    return connection


def _connect_to_read(path: Path) -> sqlite3.Connection:
    if not path.exists():
        connection = _open("file::memory:")
        _make_tables(connection, path)
        return connection
    connection = _open(f"{path.absolute().as_uri()}?mode=ro")
    _check_version(connection, path)
    return connection


def _set_up(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; SQLite does not wait for another process doing the same, so this does."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _make_tables(connection: sqlite3.Connection, path: Path) -> None:
    with writing(connection):
        if _check_version(connection, path) == 0:
            for statement in SCHEMA:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _check_version(connection: sqlite3.Connection, path: Path) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise ArchiveError(f"{path}: written by a newer version of this program; update it, nothing is sent")
    return version
