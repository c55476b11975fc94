"""Other names that the text itself gives: "Aal, also known as Abu Bek", "Bek, as she is known"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from briefing.annotate.clusters.entity_drafts import Draft
from briefing.annotate.clusters.renamings import former_self, is_in_use, opening
from briefing.annotate.names.evidence import gender_of_given_name
from briefing.annotate.names.organisation_names import is_acronym

_ADVERBS = frozenset(("also", "better", "best", "widely", "commonly", "popularly", "locally", "formerly", "previously"))
_KNOWN = frozenset(("known", "knew", "called", "nicknamed"))
_SIGNS = frozenset((",", "(", "-", "–", "—"))


def join_other_names(doc: Doc, words: Sequence[str], people: list[Draft], bodies: list[Draft]) -> None:
    """Join drafts that the text says are one; the draft that is taken up leaves its list.

    ``words`` are the tokens in lower case.
    """
    for drafts in (people, bodies):
        for other in list(drafts):
            if all(other is not draft for draft in drafts):
                continue
            first = _first_known(doc, other, (*people, *bodies)) or _told_behind(doc, other, drafts)
            first = first or former_self(doc, words, other, drafts)
            if first is not None and first is not other:
                gone = _joined(first, other, other.name if is_in_use(doc, other) else first.name)
                for kept in (people, bodies):
                    kept[:] = [draft for draft in kept if draft is not gone]


def _first_known(doc: Doc, other: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The draft named straight before "also known as" and one of the other's names."""
    ends = [end for span in other.names if (end := _end_before(doc, span))]
    found = [draft for end in ends for draft in drafts if any(name.end == end for name in draft.names)]
    return found[0] if found else None


def _end_before(doc: Doc, span: Span) -> int:
    """Where the name before "also known as" or ", or" and initials must end, 0 if other words stand there."""
    index = span.start
    if index > 2 and doc[index - 1].lower_ == "or" and doc[index - 2].text in _SIGNS and is_acronym(span.text):
        return index - 2
    index = opening(doc, span)
    if index < 4 or doc[index - 1].lower_ != "as" or doc[index - 2].lower_ != "known":
        return 0
    index -= 2
    index -= doc[index - 1].lower_ in _ADVERBS
    return index - (doc[index - 1].text in _SIGNS)


def _told_behind(doc: Doc, other: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The draft named last before "Aal, as he is known", where Aal is nobody else's name.

    One that shares a word with the name goes before the others: "Bo Aal" is "Aal Dun".
    """
    span = next((span for span, form in other.mentions if form == "name"), None)
    if span is None or span.end >= len(doc) or doc[span.end].text != "," or span.start > other.start:
        return None
    words = [token.lower_ for token in doc[span.end : span.end + 7]]
    if words[:2] != [",", "as"] or _KNOWN.isdisjoint(words[4:]) or words[2] not in ("he", "she", "it", "they", "the"):
        return None
    before = [(name, draft) for draft in drafts for name in draft.names if name.start < span.start]
    shared = [(name, draft) for name, draft in before if not set(span.text.split()).isdisjoint(name.text.split())]
    return max(shared or before, key=lambda item: item[0].start, default=(span, None))[1]


def _joined(first: Draft, other: Draft, title: str) -> Draft:
    """The one of the two that is taken up: the other opens with a given name or has more mentions.

    The name to show is ``title``.
    """
    by_given_name = gender_of_given_name(first.name.split()[0]) is not None
    more = len(other.names) > len(first.names) and not by_given_name
    kept, gone = (other, first) if more else (first, other)
    kept.reasons.extend([f"{other.name!r} is {first.name!r}: the text says so", *gone.reasons])
    kept.title = title
    kept.mentions.extend(gone.mentions)
    return gone
