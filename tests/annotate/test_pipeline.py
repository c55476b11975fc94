"""What is left on the disk when the language model is loaded, and that nothing misses it."""

from __future__ import annotations

import importlib
import warnings

import pytest
from spacy.language import Language

from briefing.annotate import pipeline

TEXT = (
    "Ms. Ilse Verhoeven-Nkemelu, 47, couldn't say on Tuesday whether Kesterland's \"grey fleet\" had left Port Anwick. "
    "The Zwettlburg-based union, which has 12,400 members, is striking over €3.5m of unpaid wages; talks go on at noon."
)


@pytest.mark.model
def test_a_text_is_read_the_same_without_the_parts_left_on_the_disk() -> None:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*\[W095\]")
        whole = importlib.import_module(pipeline.DEFAULT_MODEL).load()
        ours = pipeline.load_weights(pipeline.DEFAULT_MODEL)
    assert "senter" in whole.component_names
    assert len(ours.vocab.strings) < len(whole.vocab.strings) / 50
    one, other = whole(TEXT), ours(TEXT)
    assert [token.norm_ for token in one] == [token.norm_ for token in other]
    assert one.to_json() == other.to_json()
    assert one.vector.tolist() == other.vector.tolist()


@pytest.mark.model
def test_every_label_of_a_component_can_be_read_back(nlp: Language) -> None:
    missing = [
        label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, ()) if label not in nlp.vocab.strings
    ]
    assert missing == []
    assert "NNP" in nlp.pipe_labels["tagger"]
