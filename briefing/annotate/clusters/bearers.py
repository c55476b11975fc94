"""Which of several bearers of one name each mention means: the one named last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Span


def told_apart(by_name: Mapping[str, Sequence[tuple[Span, str]]]) -> dict[int, tuple[str, str]]:
    """Owner and name of each mention of the names that have several owners, by start of the mention.

    ``by_name`` has the owner that each mention tells, "" where it tells none: then it is of the one named last before
    it, else of the one named first.
    """
    found: dict[int, tuple[str, str]] = {}
    for name, mentions in by_name.items():
        told = [owner for _, owner in mentions if owner]
        if len(set(told)) > 1:
            current = told[0]
            for span, owner in sorted(mentions, key=lambda item: item[0].start):
                current = owner or current
                found[span.start] = current, name
    return found
