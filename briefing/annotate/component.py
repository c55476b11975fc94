"""What every component of this package is: it finds, writes what it found as a layer, and scores the layer."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from spacy.tokens import Doc
from spacy.training import Example

Scores = dict[str, Any]
ScoreFunction = Callable[[Iterable[Example]], Scores]

Found = TypeVar("Found")


class Component(ABC, Generic[Found]):
    """A spaCy component; ``scorer`` is what ``nlp.evaluate`` asks, None where nobody does."""

    def __init__(self, scorer: ScoreFunction | None = None) -> None:
        self.scorer = scorer

    def score(self, examples: Iterable[Example], **_: Any) -> Scores:
        """The scores of this layer, for ``nlp.evaluate``."""
        return self.scorer(examples) if self.scorer is not None else {}

    def __call__(self, doc: Doc) -> Doc:
        """The document with the component's layers."""
        self.annotate(doc, self.find(doc))
        return doc

    @abstractmethod
    def find(self, doc: Doc) -> list[Found]:
        """What the document has; nothing is written."""

    @abstractmethod
    def annotate(self, doc: Doc, found: list[Found]) -> None:
        """Write the layers."""
