"""How much two statements of a story say the same, by the words and actors they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.compose.rarity import expected_share
from briefing.compose.statements import Statement

PRIOR = 20.0
"""Statements of the world that are thought to stand beside those of the story: with them a story of five sentences
weighs "ferry" and "people" about as one of fifty does."""
SHORTENED = 10.0


class Weights:
    """Weights of features: the fewer statements have one, in the world and in the story, the more sharing it tells."""

    def __init__(self, found: Sequence[Statement]) -> None:
        frequency = Counter(feature for one in found for feature in one.features)
        vocab = found[0].document.doc.vocab if found else None
        self._weight = {
            feature: math.log((len(found) + PRIOR) / (count + PRIOR * expected_share(feature, vocab) / SHORTENED))
            for feature, count in frequency.items()
            if vocab is not None
        }
        self._masses: dict[frozenset[str], float] = {}

    def mass(self, features: Iterable[str]) -> float:
        """Sum of squared weights."""
        return math.fsum(self._weight[feature] ** 2 for feature in features)

    def similarity(self, one: Statement, other: Statement) -> float:
        """Cosine of the weighted features, 0 to 1."""
        return self.overlap(one.features, other.features)

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Cosine of two sets of features."""
        if not one or not other:
            return 0.0
        shared = one & other
        return self.mass(shared) / math.sqrt(self._whole(one) * self._whole(other)) if shared else 0.0

    def _whole(self, features: frozenset[str]) -> float:
        """The mass of all features of a statement, worked out once."""
        if features not in self._masses:
            self._masses[features] = self.mass(features)
        return self._masses[features]
