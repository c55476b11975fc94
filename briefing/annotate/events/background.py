"""What a paragraph goes on to tell that opened with a time long before the report: "In 1998 ...; ninety drowned"."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc, Span

from briefing.annotate.events.dates import LEAD_DAYS, Dating, EventDraft, Report

SCOPE = 2
"""Sentences of the same paragraph for which the time of the background holds."""
OPENING = 4
"""Words of a sentence within which its time opens it."""
TELLING = {"add", "argue", "call", "confirm", "deny", "note", "report", "say", "tell", "urge", "warn"}
"""What is said of the background is said in the days of the report."""


class Background(NamedTuple):
    """The time long past that the sentences before opened with, while they are near enough."""

    dating: Dating | None = None
    age: int = 0

    def after(self, sent: Span, drafts: list[EventDraft], report: Report) -> Background:
        """The state after a sentence with its events."""
        opened = next((one.dating for one in drafts if _opens(one, sent, report)), None)
        if opened is not None:
            return Background(opened)
        dated = any(one.dating.timex and one.dating != self.dating for one in drafts)
        return Background() if dated or self.age + 1 >= SCOPE else Background(self.dating, self.age + 1)

    def for_sentence(self, sent: Span, report: Report) -> Report:
        """The days that the undated clauses of a sentence are put on."""
        if self.dating is None or _starts_paragraph(sent.doc, sent.start) or not _goes_on(sent):
            return report
        return report._replace(lead=self.dating)


def _opens(draft: EventDraft, sent: Span, report: Report) -> bool:
    """Whether the main clause of a sentence opens with the time it happened, long before the day of the report."""
    value, lead = draft.dating.value or "", report.lead.value or ""
    if draft.clause.above is not None or draft.status != "reported" or not draft.dating.timex or not (value and lead):
        return False
    head = sent.doc[sent.start : sent.start + OPENING]
    if not any(token.ent_type_ == "DATE" for token in head) or draft.clause.head.tag_ not in {"VBD", "VBN"}:
        return False
    if len(value) == len(lead):
        return (date.fromisoformat(lead) - date.fromisoformat(value)).days > LEAD_DAYS
    return value < lead[: len(value)]


def _goes_on(sent: Span) -> bool:
    """Whether a sentence in the plain past tells on: neither what is said now nor of "the" thing told before."""
    verb = sent.root
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    past = auxiliaries[0].tag_ == "VBD" and auxiliaries[0].lemma_ == "be" if auxiliaries else verb.tag_ == "VBD"
    return (
        past and verb.lemma_ not in TELLING and sent[0].lower_ not in {"the", "this", "that", "these", "those", "but"}
    )


def _starts_paragraph(doc: Doc, start: int) -> bool:
    """Whether a blank line stands before a token."""
    return start == 0 or "\n\n" in doc[start - 1].text_with_ws
