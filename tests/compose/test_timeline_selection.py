"""The timeline of a topic and the ids that mentions of one event share."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from briefing.annotate import layers
from briefing.compose.documents import Document
from briefing.compose.timeline.event_identity import event_ids
from briefing.compose.timeline.selection import SENTENCES, select_timeline

pytestmark = pytest.mark.model
Annotate = Callable[..., Document]


@pytest.fixture
def topic(document: Annotate) -> tuple[Document, ...]:
    texts = {
        "a": ("2024-06-04", "The dam at Dolm burst on Monday. The army rescued forty people from the flood."),
        "b": ("2024-06-05", "The dam at Dolm burst on Monday and flooded Arl. The minister visited Dolm on Tuesday."),
        "c": ("2024-06-12", "Since the dam burst on 3 June, Dolm has had no water. A fair was held in Arl in 1990."),
        "d": ("2024-06-13", "The dam at Dolm, which burst on June 3, had been inspected. The fair opens tomorrow."),
    }
    return tuple(document(text, id=key, published=day) for key, (day, text) in texts.items())


def test_the_day_that_all_name_is_in_the_timeline(topic: tuple[Document, ...]) -> None:
    assert "2024-06-03" in [entry.date for entry in select_timeline(topic)]


def test_days_are_in_order_and_told_in_few_different_sentences(topic: tuple[Document, ...]) -> None:
    entries = select_timeline(topic)
    assert [entry.date for entry in entries] == sorted(entry.date for entry in entries)
    assert all(0 < len(entry.sentences) <= SENTENCES for entry in entries)
    assert all(len(set(entry.sentences)) == len(entry.sentences) for entry in entries)


def test_sentences_are_those_of_their_evidence(topic: tuple[Document, ...]) -> None:
    texts = {one.article.id: one.article.text for one in topic}
    for entry in select_timeline(topic):
        for sentence, evidence in zip(entry.sentences, entry.evidence, strict=True):
            assert sentence == " ".join(texts[evidence.article][evidence.start : evidence.end].split())


def test_the_order_of_the_articles_changes_no_timeline(topic: tuple[Document, ...]) -> None:
    assert len({select_timeline(documents) for documents in permutations(topic)}) == 1


def test_what_the_pages_of_many_days_repeat_is_told_of_none(document: Annotate) -> None:
    page = "Two men were charged in the death of a Larn singer."
    texts = (
        "The dam at Dolm burst on Monday.",
        "The army reached Dolm on Tuesday.",
        "The mayor of Dolm quit Thursday.",
    )
    days = ("2024-06-04", "2024-06-05", "2024-06-14")
    documents = tuple(document(f"{text} {page}", id=day, published=day) for text, day in zip(texts, days, strict=True))
    told = [sentence for entry in select_timeline(documents) for sentence in entry.sentences]
    assert texts[0] in told
    assert page not in told


def test_a_sentence_that_tells_the_day_goes_before_one_that_looks_back_at_it(document: Annotate) -> None:
    telling = "The dam burst on Monday, June 3, and was not safe, the guards of Dolm said."
    looking_back = "The dam, which burst on Monday, June 3, was not safe, the guards of Dolm said."
    documents = (
        document(looking_back, id="a", published="2024-06-12"),
        document(telling, id="b", published="2024-06-04"),
    )
    (entry,) = select_timeline(documents)
    assert (entry.date, entry.sentences) == ("2024-06-03", (telling,))


def test_undated_articles_make_no_timeline(document: Annotate) -> None:
    assert select_timeline((document("The dam burst."),)) == ()


def test_no_articles_make_no_timeline() -> None:
    assert select_timeline(()) == ()


def test_reports_of_one_deed_share_an_id(topic: tuple[Document, ...]) -> None:
    ids = event_ids(topic)
    burst = [
        ids[one.article.id, event.id]
        for one in topic[:3]
        for event in layers.events(one.doc)
        if event.trigger.text == "burst"
    ]
    assert len(burst) == 3
    assert len(set(burst)) == 1


def test_deeds_of_different_days_share_no_id(document: Annotate) -> None:
    first = document("The dam at Dolm burst on 3 June 2024.", id="a", published="2024-06-14")
    second = document("The dam at Dolm burst on 9 June 2021.", id="b", published="2024-06-14")
    ids = event_ids((first, second))
    assert len(set(ids.values())) == len(ids) == 2


def test_every_event_has_an_id(topic: tuple[Document, ...]) -> None:
    keys = {(one.article.id, event.id) for one in topic for event in layers.events(one.doc)}
    assert event_ids(topic).keys() == keys


def test_ids_do_not_depend_on_the_order_of_the_articles(topic: tuple[Document, ...]) -> None:
    assert event_ids(topic) == event_ids(tuple(reversed(topic)))
