"""archive: the one room that knows SQL.

``Ledger`` is the record of deliveries: who was sent which issue, when, and what the other side answered. It is the
only place that decides whether a mail may go out.
"""

from __future__ import annotations

from briefing.archive.database import ArchiveError
from briefing.archive.deliveries import Addressee, Change, ContentChangedError, Delivery, Issue, LostClaimError, State
from briefing.archive.ledger import Ledger, open_ledger

__all__ = [
    "Addressee",
    "ArchiveError",
    "Change",
    "ContentChangedError",
    "Delivery",
    "Issue",
    "Ledger",
    "LostClaimError",
    "State",
    "open_ledger",
]
