"""What the ledger holds: one delivery a recipient, its state, and what the other side answered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from briefing.errors import DeliverError


class State(StrEnum):
    """How far a delivery has come."""

    QUEUED = "queued"
    """Planned; nothing has left this machine."""
    SENDING = "sending"
    """The other side took the recipient; from here on the content may have arrived."""
    SENT = "sent"
    """The other side answered that it has taken the content."""
    DEFERRED = "deferred"
    """It said "not now", or could not be reached; certainly not delivered, tried again when due."""
    FAILED = "failed"
    """It said "never", or was tried in vain for long enough; certainly not delivered."""
    UNKNOWN = "unknown"
    """The content was on its way when the connection or this program died: a person must look."""


REACHED = (State.SENDING, State.SENT, State.UNKNOWN)
"""States in which the content has, or may have, left."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What is to be delivered, as the ledger tells issues apart."""

    brief: str
    """Issue id."""
    series: str
    """Name of the series: an issue refers to the one before it in the same series."""
    date: str
    """Date of issue, ISO."""
    title: str
    content: str
    """Digest of everything that makes up the issue."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Where one copy goes."""

    recipient: str
    """Address in the form that tells recipients apart."""
    address: str
    """Address as shown."""
    domain: str
    """Domain of the sender, right half of the Message-ID."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One row of the ledger."""

    id: int
    """Number that ``resolve`` takes; 0 if it is not in the ledger."""
    key: str
    """sha256 of issue id, content and recipient; unique."""
    brief: str
    series: str
    date: str
    title: str
    content: str
    revision: int
    """1, and one more for every change of content that was sent on purpose."""
    recipient: str
    address: str
    message_id: str
    """The same at every attempt, so that the receiving side can drop a second copy."""
    refers_to: str
    """Message-ID of the issue before, as this recipient got it; empty if none."""
    state: State
    attempts: int
    """How often the other side was asked."""
    step: int
    """Place in the schedule of attempts; one before its time does not move it."""
    due: str
    """Next attempt, ISO in UTC; empty where none is planned."""
    reply: str
    """Last answer of the other side, or what happened instead."""
    owner: str
    """Lease of the process at work on it; empty if none."""
    created: str
    changed: str
    """Last change of state or lease, ISO in UTC."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a delivery's history."""

    at: str
    state: State
    note: str


class ContentChangedError(DeliverError):
    """The brief is not what was sent under its id."""


class LostClaimError(DeliverError):
    """Another process has taken the delivery over: this one must not send."""


def delivery_key(brief: str, content: str, recipient: str) -> str:
    """The ledger's unique key."""
    return _digest(brief, content, recipient)


def message_id(brief: str, recipient: str, revision: int, domain: str) -> str:
    """The Message-ID of this revision for this recipient, with its angle brackets; it tells nothing of either."""
    return f"<{_digest(brief, recipient, str(revision))[:40]}@{domain}>"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
