"""Words of headlines and programmes are no part of a person's name; a name that looks like them stays whole."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from briefing.annotate.names.candidates import Candidate
from briefing.annotate.names.trimming import trimmed

ENGLISH = English()


def names(words: str, *found: tuple[int, int], tags: str = "", label: str = "PERSON", headline: int = 0) -> list[str]:
    """The people left of those found in ``words``, of which the first ``headline`` are a headline."""
    texts = words.split()
    doc = Doc(ENGLISH.vocab, words=texts, tags=tags.split() or ["NNP"] * len(texts))
    kept = trimmed(doc, texts, [Candidate(*one, label) for one in found], frozenset(range(headline)))
    return [doc[one.start : one.end].text for one in kept]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Nina Brackett Goes to Court", "Nina Brackett"),
        ("Nina Brackett Calls for a Vote", "Nina Brackett"),
        ("Rip Nina Brackett As A Fraud", "Nina Brackett"),
        ("Ann Marie Brooks to Run", "Ann Marie Brooks"),
        ("Sarah Jane Grant to Run", "Sarah Jane Grant"),
    ],
)
def test_a_verb_of_a_headline_is_no_part_of_a_name(words: str, right: str) -> None:
    assert names(words, (0, 3), headline=5) == [right]


def test_a_verb_of_headlines_in_running_text_may_be_a_surname() -> None:
    assert names("Nina Maria Waits spoke", (0, 3)) == ["Nina Maria Waits"]


@pytest.mark.parametrize("last", ["Now", "Tonight", "Show", "Campaign", "Again"])
def test_a_programme_named_for_somebody_is_not_the_surname(last: str) -> None:
    assert names(f"on Sarah Brackett {last} she", (1, 4)) == ["Sarah Brackett"]


def test_a_programme_that_is_taken_for_a_work_names_somebody() -> None:
    assert names("Sarah Brackett Now", (0, 3), label="WORK_OF_ART") == ["Sarah Brackett"]


def test_a_work_with_another_word_behind_the_name_stays_whole() -> None:
    assert names("Sarah Brackett Returns", (0, 3), label="WORK_OF_ART") == ["Sarah Brackett Returns"]


@pytest.mark.parametrize("name", ["Anna Maria May", "John Paul Will", "Anders Fogh Dahl", "Mary Jane Price"])
def test_a_surname_that_is_a_word_stays(name: str) -> None:
    assert names(f"{name} spoke", (0, 3)) == [name]


def test_a_word_the_text_has_in_small_letters_goes_where_the_name_stands_without_it() -> None:
    assert names("Nina Brackett Drifting . Nina Brackett is drifting", (0, 3), (4, 6)) == ["Nina Brackett"] * 2


def test_a_second_surname_stays_though_the_name_stands_without_it() -> None:
    assert names("Nina Brackett Oduya . Nina Brackett left", (0, 3), (4, 6)) == ["Nina Brackett Oduya", "Nina Brackett"]


def test_a_title_before_a_given_name_goes_where_the_name_stands_without_it() -> None:
    assert names("Universe Sarah Oduya . Sarah Oduya left", (0, 3), (4, 6)) == ["Sarah Oduya"] * 2


def test_a_first_name_stays_though_the_name_stands_without_it() -> None:
    assert names("Peter Sarah Oduya . Sarah Oduya left", (0, 3), (4, 6)) == ["Peter Sarah Oduya", "Sarah Oduya"]


def test_a_headline_without_any_name_gives_none() -> None:
    assert names("Sees No Risk", (0, 3), tags="VBZ DT NNP", headline=3) == []


@pytest.mark.parametrize(
    ("words", "tags", "right"),
    [
        ("” Said Tarrant , a nurse", "'' NNP NNP , DT NN", "Tarrant"),
        ("it . Said Tarrant :", "PRP . NNP NNP :", "Tarrant"),
        ("” Said Jalloh told them", "'' NNP NNP VBD PRP", "Said Jalloh"),
        ("with Said Jalloh .", "IN NNP NNP .", "Said Jalloh"),
    ],
)
def test_said_before_a_name_is_a_verb_only_beside_a_quotation(words: str, tags: str, right: str) -> None:
    start = words.split().index("Said")
    assert names(words, (start, start + 2), tags=tags) == [right]


def test_a_body_keeps_all_its_words() -> None:
    assert names("Sarah Brackett Show", (0, 3), label="ORG") == ["Sarah Brackett Show"]
