"""Passages are the source's words, cut and bracketed, and the check that proves it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.documents import Document
from briefing.compose.passages import Cut, Insertion, collapse, is_traced
from briefing.model import Article, Evidence, Passage

SENTENCE = "But he said that the minister would visit Stanberg on Friday, his office did not."


def article(text: str = SENTENCE) -> Article:
    return Article("a", "a.txt", text, (), (), "")


def traced(shown: str, text: str = SENTENCE) -> bool:
    return is_traced(Passage(shown, (Evidence("a", 0, len(text)),)), {"a": article(text)})


@pytest.mark.parametrize(
    "shown",
    [
        SENTENCE,
        "the minister would visit Stanberg on Friday",
        "[H]e said that the minister would visit Stanberg",
        "[Radek Orlan] said that the minister [Lucia Farrant] would visit Stanberg",
        "But he said […] his office did not.",
        "“would visit Stanberg”",
        "the  minister\nwould visit",
    ],
)
def test_words_of_the_source_are_traced(shown: str) -> None:
    assert traced(shown)


@pytest.mark.parametrize(
    "shown",
    [
        "the minister will visit Stanberg",
        "Stanberg on Friday the minister would visit",
        "the minist would visit Stanberg",
        "He said that the minister would visit",
        "The minister would visit Stanberg",
        "he said [that] office did not.",
        "the minister would visit Stanberg on Fridays",
        "he said did not",
    ],
)
def test_other_words_another_order_or_a_leap_are_not(shown: str) -> None:
    assert not traced(shown)


def test_a_passage_may_run_over_two_sentences_of_its_evidence() -> None:
    text = "The gate opened. The water came."
    passage = Passage("The gate opened. The water came.", (Evidence("a", 0, 16), Evidence("a", 17, 32)))
    assert is_traced(passage, {"a": article(text)})


def test_brackets_of_the_source_are_passed_over() -> None:
    text = "During [Jean-Claude Orlan the younger's] regime, people were imprisoned."
    assert traced(text, text)
    assert traced("regime, people were imprisoned.", text)


def test_furniture_has_no_evidence_and_passes() -> None:
    assert is_traced(Passage("Source 1 carries no publication date."), {})


@given(st.text(alphabet="abc de.,’“”[]", max_size=60), st.data())
def test_any_stretch_of_whole_words_is_traced(text: str, data: st.DataObject) -> None:
    words = text.replace("[", " ").replace("]", " ").split(" ")
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    assert traced(" ".join(words[start:end]), " ".join(words))


@given(st.text(max_size=80))
def test_collapsing_twice_is_collapsing_once(text: str) -> None:
    assert collapse(collapse(text)) == collapse(text)


@pytest.mark.model
def test_an_insertion_takes_the_place_of_its_word(document: Callable[..., Document]) -> None:
    found = document("Yesterday he left.", id="a")
    shown = Cut(found, 0, 18, (Insertion(10, 12, "Radek Orlan"),))
    assert shown.text == "Yesterday [Radek Orlan] left."


@pytest.mark.model
def test_an_insertion_at_a_point_stands_behind_the_word(document: Callable[..., Document]) -> None:
    found = document("The minister left.", id="a")
    assert Cut(found, 0, 18, (Insertion(12, 12, "Lucia Farrant"),)).text == "The minister [Lucia Farrant] left."


@pytest.mark.model
def test_words_cut_out_of_a_quotation_stand_between_marks(document: Callable[..., Document]) -> None:
    found = document("“Why? We don’t know. Ask him,” she said.", id="a")
    assert Cut(found, 6, 20, spoken=True).text == "“We don’t know.”"
