"""Undated articles get the day they were written on from dated siblings, where the evidence allows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from spacy.tokens import Doc

from briefing.annotate import layers
from briefing.annotate.reanchoring import reanchor
from briefing.compose.documents import Document

OPEN_DAY = re.compile(r"--(?P<month>\d\d)-(?P<day>\d\d)")
SHARED_NAMES = 3
"""Named entities that two reports of one matter share at least; two are common to most articles on a country."""
SHARED_PART = 0.3
"""Part of the names of the shorter list that siblings share."""
NEAR = 15
"""Days between reports of one matter."""
LATER = 2
"""Days that the latest day told as past may lie after the sibling: two reports of one day, an ocean apart."""


LEAD, TOLD = 2, 8
"""Sentences in which an undated article names its day, and in which a sibling tells the same."""
SOON = 3
"""Days after the day told within which a sibling that tells it appears."""
SHARED_WORDS = 4
"""Nouns and verbs of the lead that the sibling shares; of 40 articles on one death over two years none was misdated."""


class Told(NamedTuple):
    """A day with the words it is told in."""

    day: date
    words: str


class Sibling(NamedTuple):
    """A dated article on the same matter."""

    document: Document
    day: date
    shared: tuple[str, ...]


def anchor_undated(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The same documents in the same order; relative dates of undated ones counted from a day their siblings support.

    Evidence is kept as sentences in the facts ``anchor`` of the layer ``timexes``. Without evidence nothing changes.
    """
    dated = [(document, day) for document in documents if (day := _stated_day(document.doc)) is not None]
    for document in documents:
        if _stated_day(document.doc) is None:
            _anchor(document, _siblings(document, dated))
    return tuple(documents)


def anchor_of(document: Document) -> tuple[str | None, str, tuple[str, ...]]:
    """The day that relative dates of a document are counted from, its basis, and the reasons where it was inferred."""
    doc = document.doc
    reasons = layers.facts(doc, layers.TIMEXES, "anchor").get("reasons", ())
    return doc._.document_date, doc._.document_date_basis, tuple(reasons)


def _stated_day(doc: Doc) -> date | None:
    if doc._.document_date is None or doc._.document_date_basis == "inferred":
        return None
    try:
        return date.fromisoformat(doc._.document_date[:10])
    except ValueError:
        return None


def _names(document: Document) -> frozenset[str]:
    return frozenset(entity.name for entity in layers.entities(document.doc) if entity.named)


def _siblings(document: Document, dated: Sequence[tuple[Document, date]]) -> list[Sibling]:
    """Dated articles that share names with a document, the closest first."""
    own = _names(document)
    found = []
    for other, day in dated:
        names = _names(other)
        shared = own & names
        if len(shared) >= SHARED_NAMES and len(shared) >= SHARED_PART * min(len(own), len(names)):
            found.append(Sibling(other, day, tuple(sorted(shared))))
    return sorted(found, key=lambda one: (-len(one.shared), one.day, one.document.article.id))


def _anchor(document: Document, siblings: Sequence[Sibling]) -> None:
    """Give a document its day: confirm the one inferred from its own words, or find a year for the day of its lead."""
    doc, own = document.doc, document.doc._.document_date
    if own is not None:
        near = [one for one in siblings if abs((date.fromisoformat(own[:10]) - one.day).days) <= NEAR]
        if near:
            reasons = layers.facts(doc, layers.TIMEXES, "anchor").get("reasons", [])
            reanchor(doc, date.fromisoformat(own[:10]), [*reasons, _reason(near[0])])
        return
    fitting = [(one, found) for one in siblings if (found := _lead_day(document, one)) is not None]
    if len({found.day.year for _, found in fitting}) != 1:
        return
    sibling, latest = max(fitting, key=lambda pair: pair[1].day)
    reanchor(doc, latest.day, [_reason(sibling), f"The latest day told as past is “{latest.words}”."])


def _lead_day(document: Document, sibling: Sibling) -> Told | None:
    """The day that the lead of a document tells of, if a sibling of the next days tells of the same matter."""
    expected = {event.timex for event in layers.events(document.doc) if event.status == "expected"}
    found = []
    for timex in layers.timexes(document.doc):
        shape = OPEN_DAY.fullmatch(timex.value)
        evidence = document.evidence_of(timex.span)[:1]
        if shape is None or timex.id in expected or not set(evidence) & set(document.sentences[:LEAD]):
            continue
        days = (sibling.day - timedelta(back) for back in range(-LATER, SOON + 1))
        found += [
            Told(day, timex.span.text)
            for day in days
            if (day.month, day.day) == (int(shape["month"]), int(shape["day"]))
        ]
    if not found or len(_matter(document, LEAD) & _matter(sibling.document, TOLD)) < SHARED_WORDS:
        return None
    return max(found)


def _matter(document: Document, count: int) -> frozenset[str]:
    """What the first sentences of a document are about, names left out."""
    words: set[str] = set()
    for evidence in document.sentences[:count]:
        span = document.doc.char_span(evidence.start, evidence.end, alignment_mode="expand")
        tokens = span if span is not None else ()
        words |= {token.lemma_.casefold() for token in tokens if token.pos_ in {"NOUN", "VERB"} and not token.is_stop}
    return frozenset(words)


def _reason(sibling: Sibling) -> str:
    article = sibling.document.article
    name = article.publisher or article.name
    day = f"{sibling.day.day} {sibling.day:%B %Y}" if sibling.day else ""
    named = ", ".join(sibling.shared[:3])
    return f"An article of {name} on {named} is dated {day}."
