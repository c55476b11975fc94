"""Counting the relative dates of a document anew, from a day found elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from briefing.annotate import layers
from briefing.annotate.events.component import Events
from briefing.annotate.times.component import Timexes


def reanchor(doc: Doc, day: date, reasons: Sequence[str], basis: str = "inferred") -> Doc:
    """The document with the layers ``timexes`` and ``events`` made anew for ``day``; the reasons become facts of it."""
    for name in (layers.TIMEXES, layers.EVENTS):
        if name in doc.spans:
            del doc.spans[name]
    doc._.document_date = day.isoformat()
    doc._.document_date_basis = basis
    Timexes().annotate(doc, Timexes().find(doc), reasons)
    return Events()(doc)
