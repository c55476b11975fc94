"""Scorers of the components for time, for ``nlp.evaluate`` and spaCy's registry ``scorers``.

The reference of an example carries the layers as they should be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

from briefing.annotate import layers
from briefing.annotate.component import ScoreFunction, Scores


def make_timexes_scorer() -> ScoreFunction:
    """Precision, recall and F of spans, and of spans with the right type and value (TempEval-3, strict)."""
    return _score_timexes


def make_events_scorer() -> ScoreFunction:
    """Precision, recall and F of triggers put on the right day with the right status."""
    return _score_events


registry.scorers.register("briefing_timexes_scorer", func=make_timexes_scorer)
registry.scorers.register("briefing_events_scorer", func=make_events_scorer)


def _score_timexes(examples: Iterable[Example], **_: Any) -> Scores:
    pairs = [(example.reference, example.predicted) for example in examples]
    return _prf("timexes", pairs, _places) | _prf("timex_values", pairs, _values)


def _score_events(examples: Iterable[Example], **_: Any) -> Scores:
    return _prf("events", [(example.reference, example.predicted) for example in examples], _days)


def _places(doc: Doc) -> set[tuple[Any, ...]]:
    return {(timex.span.start_char, timex.span.end_char) for timex in layers.timexes(doc)}


def _values(doc: Doc) -> set[tuple[Any, ...]]:
    return {
        (timex.span.start_char, timex.span.end_char, timex.type, timex.value, timex.end_value)
        for timex in layers.timexes(doc)
    }


def _days(doc: Doc) -> set[tuple[Any, ...]]:
    return {(event.trigger.start_char, event.value, event.status) for event in layers.events(doc)}


def _prf(name: str, pairs: list[tuple[Doc, Doc]], facts: Callable[[Doc], set[tuple[Any, ...]]]) -> Scores:
    """Precision, recall and F of sets of facts, added over documents; None where neither side has any."""
    right = gold = found = 0
    for reference, predicted in pairs:
        wanted, given = facts(reference), facts(predicted)
        right, gold, found = right + len(wanted & given), gold + len(wanted), found + len(given)
    if not gold and not found:
        return {f"{name}_p": None, f"{name}_r": None, f"{name}_f": None}
    precision, recall = right / max(found, 1), right / max(gold, 1)
    both = precision + recall
    return {f"{name}_p": precision, f"{name}_r": recall, f"{name}_f": 2 * precision * recall / both if both else 0.0}
