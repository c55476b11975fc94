"""Near-copies: articles that share most of their words in the same order, whoever prints them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from briefing.compose.documents import Document

RUN = 5
"""Words in a row that are compared: two reporters rarely hit on five in a row outside a quotation."""
SHARED = 0.6
"""Share of the shorter article's runs that the other one must have. Reworded wire copy keeps more than two thirds;
independent reports of one press conference that quote the same statement stay under a third."""
TELLING = 30
"""Runs below which an article is a flash of a sentence or two: two agencies may word that alike."""
COMMON = 50
"""A run that more articles have than this is boilerplate."""
WORD = re.compile(r"\w+")


def near_copies(documents: Sequence[Document]) -> tuple[tuple[int, ...], ...]:
    """Groups of positions in ``documents`` that are copies of each other; what ingest found is kept.

    Candidates come from an inverted index of runs of words, so that the cost grows with what is shared, not with the
    number of pairs.
    """
    runs = [_runs(document) for document in documents]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, found in enumerate(runs):
        for run in found:
            holders[run].append(position)
    shared: Counter[tuple[int, int]] = Counter()
    for positions in holders.values():
        if 1 < len(positions) <= COMMON:
            shared.update(combinations(positions, 2))
    pairs = {pair for pair, count in shared.items() if _copied(count, runs[pair[0]], runs[pair[1]])}
    return joined(len(documents), pairs | _related(documents))


def _copied(shared: int, one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    """True for the same text, and for most of a text that is long enough to tell copying from chance."""
    shorter = min(len(one), len(other))
    return one == other or (shorter >= TELLING and shared >= SHARED * shorter)


def joined(count: int, pairs: set[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Groups of the numbers below ``count`` that pairs connect, in order; a number without a pair stands alone."""
    leader = list(range(count))

    def find(number: int) -> int:
        while leader[number] != number:
            number = leader[number]
        return number

    for first, second in sorted(pairs):
        one, other = sorted((find(first), find(second)))
        leader[other] = one
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(count):
        groups[find(number)].append(number)
    return tuple(tuple(group) for group in groups.values())


def _runs(document: Document) -> frozenset[tuple[str, ...]]:
    text = document.article.text
    words = [
        word.casefold() for sentence in document.sentences for word in WORD.findall(text[sentence.start : sentence.end])
    ]
    return frozenset(tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _related(documents: Sequence[Document]) -> set[tuple[int, int]]:
    """Pairs that ingest named as sharing much of their text."""
    position = {document.article.id: number for number, document in enumerate(documents)}
    return {
        (min(number, position[other]), max(number, position[other]))
        for number, document in enumerate(documents)
        for other in document.article.related
        if other in position and position[other] != number
    }
