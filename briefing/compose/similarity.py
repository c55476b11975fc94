"""How much two statements of a story say the same, by the words and actors they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.compose.statements import Statement


class Weights:
    """Weights of features: the fewer statements of the story have one, the more sharing it tells."""

    def __init__(self, found: Sequence[Statement]) -> None:
        self._count = len(found)
        self._frequency = Counter(feature for one in found for feature in one.features)

    def weight(self, feature: str) -> float:
        """Inverse document frequency, smoothed so that a word of every statement still counts a little."""
        return math.log(1 + (self._count + 1) / (self._frequency[feature] + 0.5))

    def mass(self, features: Iterable[str]) -> float:
        """Sum of squared weights, added in the features' order so that it is the same in every run."""
        return math.fsum(self.weight(feature) ** 2 for feature in sorted(features))

    def similarity(self, one: Statement, other: Statement) -> float:
        """Cosine of the weighted features, 0 to 1."""
        return self.overlap(one.features, other.features)

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Cosine of two sets of features."""
        if not one or not other:
            return 0.0
        return self.mass(one & other) / math.sqrt(self.mass(one) * self.mass(other))
