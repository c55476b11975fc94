"""Events without a day whose place among the dated ones the text gives: "recently ... then ... on June 9"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.annotate.events.dates import EventDraft

SEQUENCE = {"then", "subsequently", "afterwards", "afterward", "thereafter"}


def is_sequel(head: Token) -> bool:
    """Whether a clause is told as coming after the one before it."""
    return any(child.lower_ in SEQUENCE and child.dep_ == "advmod" and child.i < head.i for child in head.children)


def with_bounds(drafts: list[EventDraft], latest: str | None) -> list[EventDraft]:
    """The events, those of vague past with the day they lie before.

    A vague event and its sequels ("then") lie before the day that the next sentence names; one without sequels lies
    before ``latest``, the day of the report.
    """
    changed = list(drafts)
    mains = [index for index, draft in enumerate(drafts) if draft.clause.above is None]
    place = 0
    while place < len(mains):
        chain = [place]
        if _vague(drafts, mains[place]) is not None:
            while chain[-1] + 1 < len(mains) and is_sequel(drafts[mains[chain[-1] + 1]].clause.head):
                chain.append(chain[-1] + 1)
            after = drafts[mains[chain[-1] + 1]].dating if chain[-1] + 1 < len(mains) else None
            dated = len(chain) > 1 and after is not None and after.timex and after.value and len(after.value) == 10
            bound = after.value if dated and after is not None else latest
            for link in chain:
                _bind(changed, mains[link], bound, sequel=link != place)
        place = chain[-1] + 1
    return changed


def _vague(drafts: list[EventDraft], main: int) -> int | None:
    """The event of the sentence of ``main`` that is told as past without a day."""
    end = drafts[main].clause.end
    for index in range(main, len(drafts)):
        if drafts[index].clause.start >= end:
            return None
        if drafts[index].dating.basis == "order":
            return index
    return None


def _bind(drafts: list[EventDraft], main: int, bound: str | None, *, sequel: bool) -> None:
    """Give the vague events of a sentence, or all clauses of a sequel without a date of their own, their bound."""
    end = drafts[main].clause.end
    for index in range(main, len(drafts)):
        draft = drafts[index]
        if draft.clause.start >= end:
            return
        vague = draft.dating.basis == "order" or (sequel and draft.dating.basis == "lead")
        if vague and draft.status != "expected":
            dating = draft.dating._replace(value=None, basis="order", bound=f"before {bound}" if bound else None)
            timex = dating.timex if draft.dating.basis == "order" else None
            drafts[index] = draft._replace(dating=dating._replace(timex=timex))
