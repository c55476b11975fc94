"""Initials that two bodies of one article share: "the Aal Bank (AB) sued the Association of Bakers (AB)"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc, Span

from briefing.annotate.names import organisation_names
from briefing.annotate.names.organisation_names import key


def owners(doc: Doc, names: Sequence[Span]) -> dict[int, Span]:
    """For each mention of such initials, by its start, the full name it goes with: the one named last before it.

    Brackets give initials to the body before them, and from there on to nobody else. Without brackets those bodies
    share them whose words begin so or who are known so, but for those that have other initials in the text.
    """
    bodies = [span for span in names if span.label_ == "organisation"]
    full = [span for span in bodies if len(span) > 1]
    by_text: dict[str, list[Span]] = {}
    for span in bodies:
        if len(span) == 1 and organisation_names.is_acronym(span.text):
            by_text.setdefault(span.text, []).append(span)
    defined = {text: _defined(doc, full, short) for text, short in by_text.items()}
    found: dict[int, Span] = {}
    for text, told in defined.items():
        fits = [span for span in full if _may_be(text, span.text)]
        if len(_keys((*fits, *told.values()))) > 1:
            keys = _keys(told.values()) or _keys(fits) - _with_others(text, full, defined)
            since = [span for span in by_text[text] if span.start >= min(told, default=0)]
            found.update(_with_last_before(since, [span for span in full if key(span.text) in keys], told))
    return found


def _keys(names: Iterable[Span]) -> set[str]:
    return {key(span.text) for span in names}


def _with_others(text: str, full: Sequence[Span], defined: Mapping[str, Mapping[int, Span]]) -> set[str]:
    """The keys of bodies that have other initials in the text: in brackets, or with small letters in them ("AfDB")."""
    others = [other for other in defined if other != text]
    opened = [span for span in full if any(organisation_names.opens_words(other, span.text) for other in others)]
    return _keys(opened).union(*(_keys(defined[other].values()) for other in others))


def _defined(doc: Doc, full: Sequence[Span], short: Sequence[Span]) -> dict[int, Span]:
    """The full names behind which initials stand in brackets, by the start of the initials."""
    ends = {span.end: span for span in full}
    bracketed = (span for span in short if span.start > 1 and doc[span.start - 1].text == "(")
    return {span.start: ends[span.start - 1] for span in bracketed if span.start - 1 in ends}


def _may_be(text: str, long: str) -> bool:
    """Whether the initials are those of the name, or known to be."""
    return text in organisation_names.initials(long) or key(text) == key(long)


def _with_last_before(short: Sequence[Span], full: Sequence[Span], told: Mapping[int, Span]) -> dict[int, Span]:
    """Each mention with the name before its brackets, else the one named last before it, if any is."""
    found = dict(told)
    for span in short:
        before = [long for long in full if long.end <= span.start]
        if before:
            found.setdefault(span.start, max(before, key=lambda long: long.start))
    return found
