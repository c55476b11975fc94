"""What all ways out have in common: the steps of an attempt, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from briefing.archive import State
from briefing.errors import DeliverError


class Step(StrEnum):
    """Points of an attempt at which this program may die; the tests let it die at each."""

    CONNECTED = "connected"
    READY = "ready"
    """Encrypted and signed in."""
    SENDER = "sender"
    RECIPIENT = "recipient"
    """The other side takes the recipient."""
    COMMITTED = "committed"
    """The ledger says *sending*."""
    DATA = "data"
    """The other side asks for the content."""
    CONTENT = "content"
    """The content is written, but for the line that ends it."""
    ENDED = "ended"
    """Everything is written."""
    ANSWERED = "answered"
    """The other side has answered."""
    RECORDED = "recorded"
    """The answer is in the ledger."""


Observer = Callable[[Step], None]
Commit = Callable[[], None]
"""Writes *sending* into the ledger; the content leaves only after it returned."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt ended: *sent*, *deferred*, *failed* or *unknown*, and the answer in words."""

    state: State
    reply: str


class SetupError(DeliverError):
    """The server, the account or the settings do not fit: nobody can be sent anything until a person mends it."""


class UnreachableError(DeliverError):
    """The server cannot be reached or asks for patience: everyone is deferred."""


def no_observer(step: Step) -> None:
    """Does nothing."""
