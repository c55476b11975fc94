"""Scorer of the component for quotations, for ``nlp.evaluate`` and spaCy's registry ``scorers``.

The reference of an example carries the layers as they should be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

from briefing.annotate import layers
from briefing.annotate.component import ScoreFunction, Scores

Key = tuple[int, int, str]


def make_quotes_scorer() -> ScoreFunction:
    """Precision, recall and F of contents with their kind (``quotes_*``), and with their speaker (``speakers_*``)."""
    return _score


registry.scorers.register("briefing_quotes_scorer", func=make_quotes_scorer)


def _score(examples: Iterable[Example], **_: Any) -> Scores:
    counts = {"quotes": [0, 0, 0], "speakers": [0, 0, 0]}
    for example in examples:
        for name, read in (("quotes", _contents), ("speakers", _speakers)):
            gold, found = set(read(example.reference)), set(read(example.predicted))
            for index, number in enumerate((len(gold & found), len(found), len(gold))):
                counts[name][index] += number
    return {key: value for name, three in counts.items() for key, value in _prf(name, *three).items()}


def _contents(doc: Doc) -> Iterator[Key]:
    for span in layers.spans(doc, layers.CONTENTS):
        yield span.start_char, span.end_char, span.label_


def _speakers(doc: Doc) -> Iterator[Key]:
    for one in layers.attributions(doc):
        for span in one.contents:
            yield span.start_char, span.end_char, one.speaker or ""


def _prf(name: str, right: int, found: int, wanted: int) -> Scores:
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    both = precision + recall
    return {f"{name}_p": precision, f"{name}_r": recall, f"{name}_f": 2 * precision * recall / both if both else 0.0}
