"""Stories: articles grouped by the event they tell, not by its topic."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.compose.article_vectors import article_vectors, neighbours
from briefing.compose.documents import Document
from briefing.compose.linkage import linked

LEAST = 0.02
"""Similarity below which two articles are taken to share nothing."""


def in_order(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents by name, whatever order they came in."""
    return tuple(sorted(documents, key=lambda one: (one.article.name, one.article.digest, one.article.id)))


def group_stories(documents: Sequence[Document]) -> tuple[tuple[Document, ...], ...]:
    """The documents in groups of one event each; one that fits nowhere stands alone. The input order is irrelevant."""
    ordered = in_order(documents)
    groups = linked(neighbours(article_vectors(ordered), LEAST))
    return tuple(tuple(ordered[number] for number in group) for group in groups)
