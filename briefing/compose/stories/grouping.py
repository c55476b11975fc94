"""Stories: articles grouped by the event they tell, not by its topic."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.annotate import layers
from briefing.compose.documents import Document
from briefing.compose.stories.article_vectors import article_vectors, neighbours
from briefing.compose.stories.linkage import linked

LEAST = 0.02
"""Similarity below which two articles are taken to share nothing."""
WEEK, MONTH, FAINT = 7, 37, 0.1
"""Days between two publications up to which nothing speaks against one story, from which much does, and how much: an
event is reported within a week, an anniversary or a second arrest of one person later."""


def in_order(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents by name, whatever order they came in."""
    return tuple(sorted(documents, key=lambda one: (one.article.name, one.article.digest, one.article.id)))


def group_stories(documents: Sequence[Document]) -> tuple[tuple[Document, ...], ...]:
    """The documents in groups of one event each; one that fits nowhere stands alone. The input order is irrelevant."""
    ordered = in_order(documents)
    days = [_day(document) for document in ordered]
    near = neighbours(article_vectors(ordered), LEAST)
    dated = {
        one: {other: similarity * _nearness(days[one], days[other]) for other, similarity in found.items()}
        for one, found in near.items()
    }
    years = {number: year for number, one in enumerate(ordered) if days[number] is None and (year := year_told(one))}
    return tuple(tuple(ordered[number] for number in group) for group in linked(dated, years))


def year_told(document: Document) -> int | None:
    """The latest year that an article without date names in figures: what is news is the latest of what it tells."""
    stated = (timex.value[:4] for timex in layers.timexes(document.doc) if timex.value[:4] in timex.span.text)
    return max((int(year) for year in stated if year.isdecimal() and len(year) == len("2024")), default=None)


def _day(document: Document) -> int | None:
    """Day of publication as an ordinal, None where the article does not state it."""
    try:
        return date.fromisoformat((document.article.published or "")[:10]).toordinal()
    except ValueError:
        return None


def _nearness(one: int | None, other: int | None) -> float:
    """1 for articles of one week, less the further apart they were published."""
    if one is None or other is None or abs(one - other) <= WEEK:
        return 1.0
    return max(FAINT, 1 - (1 - FAINT) * (abs(one - other) - WEEK) / (MONTH - WEEK))
