"""Initials that two bodies of one article share: "the Aal Bank (AB) sued the Association of Bakers (AB)"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span

from briefing.annotate.names import organisation_names


def owners(doc: Doc, names: Sequence[Span]) -> dict[int, Span]:
    """For each mention of such initials, by its start, the full name it goes with.

    That is the last before it of those that have the initials in brackets. Where another body is known by them, they
    are that one's only before the brackets.
    """
    ends = {span.end: span for span in names if len(span) > 1}
    short = [span for span in names if len(span) == 1 and organisation_names.is_acronym(span.text)]
    defined: dict[str, dict[int, Span]] = {}
    for span in short:
        if span.start > 1 and doc[span.start - 1].text == "(" and span.start - 1 in ends:
            defined.setdefault(span.text, {})[span.start] = ends[span.start - 1]
    found: dict[int, Span] = {}
    for text, longs in sorted(defined.items()):
        keys = {organisation_names.key(long.text) for long in longs.values()}
        known = {organisation_names.key(text)} & {organisation_names.key(span.text) for span in ends.values()}
        if len(keys | known) > 1:
            full = [span for span in ends.values() if organisation_names.key(span.text) in keys]
            same = [span for span in short if span.text == text and span.start >= min(longs)]
            found.update((span.start, _last_before(span, full, longs)) for span in same)
    return found


def _last_before(short: Span, full: Sequence[Span], defined: Mapping[int, Span]) -> Span:
    """The full name in whose brackets the initials stand, else the last before them."""
    before = [span for span in full if span.end <= short.start]
    return defined.get(short.start) or max(before, key=lambda span: span.start)
