"""The scorers of the components for time."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.training import Example

from briefing.annotate import pipeline
from briefing.annotate.time_scores import make_events_scorer, make_timexes_scorer

pytestmark = pytest.mark.model
TEXT = "The dam burst on Monday. The envoy left last year."


def example(nlp: Language, published: str, reference: str) -> Example:
    docs = [nlp(pipeline.make_doc(nlp, TEXT, date=day, basis="stated")) for day in (published, reference)]
    return Example(*docs)


def test_equal_layers_score_one(nlp: Language) -> None:
    scores = make_timexes_scorer()([example(nlp, "2024-06-14", "2024-06-14")])
    assert (scores["timexes_f"], scores["timex_values_f"]) == (1.0, 1.0)
    assert make_events_scorer()([example(nlp, "2024-06-14", "2024-06-14")])["events_f"] == 1.0


def test_a_wrong_value_costs_the_value_and_not_the_span(nlp: Language) -> None:
    scores = make_timexes_scorer()([example(nlp, "2024-06-14", "2024-06-21")])
    assert scores["timexes_f"] == 1.0
    assert scores["timex_values_f"] == 0.5
    assert make_events_scorer()([example(nlp, "2024-06-14", "2024-06-21")])["events_p"] == 0.5


def test_nothing_to_find_and_nothing_found_has_no_score(nlp: Language) -> None:
    docs = [nlp("Dolm lies on the Orn.") for _ in range(2)]
    assert make_timexes_scorer()([Example(*docs)])["timexes_f"] is None


def test_the_component_scores_itself(nlp: Language) -> None:
    component = nlp.get_pipe("briefing_timexes")
    assert component.score([example(nlp, "2024-06-14", "2024-06-14")])["timexes_r"] == 1.0
