"""Who is behind an article and behind a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.compose.documents import Document
from briefing.compose.origins import Origins

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]

LONG = (
    "Alvania will begin to reopen the Ludova dam on Wednesday, its foreign minister Stefan Dahl said on Tuesday. "
    "The energy ministry denied that Alvania had cut the flow on purpose. Dahl told reporters in Zelengrad that the "
    "flow would reach at least 45 cubic metres a second by Thursday."
)


def origins(*documents: Document) -> Origins:
    return Origins(documents)


def test_an_article_counts_for_its_outlet(document: Annotate) -> None:
    assert origins(document("Rain fell.", publisher="The Ledger")).names == ("The Ledger",)


def test_without_an_outlet_the_host_stands_for_it(document: Annotate) -> None:
    assert origins(document("Rain fell.", url="https://www.ledger.example/a")).names == ("ledger.example",)


def test_two_articles_of_one_outlet_are_one_origin(document: Annotate) -> None:
    pair = [document(text, id=text[:1], publisher="The Ledger") for text in ("Rain fell.", "Snow fell.")]
    assert origins(*pair).names == ("The Ledger",)


def test_the_agency_in_the_byline_is_the_origin(document: Annotate) -> None:
    pair = [
        document("Rain fell in Stanberg.", id="a", publisher="The Ledger", byline=("Reuters",)),
        document("Snow fell in Aldenburg.", id="b", publisher="Harbour Post", byline=("Reuters",)),
    ]
    assert origins(*pair).names == ("Reuters",)


def test_the_agency_in_the_dateline_is_the_origin(document: Annotate) -> None:
    found = document("ZELENGRAD, Oct 14 (Meridian) - Rain fell in the valley.", publisher="The Ledger")
    assert origins(found).names == ("Meridian",)


def test_a_long_or_short_name_of_an_agency_is_one_origin(document: Annotate) -> None:
    pair = [
        document("ZELENGRAD, Oct 14 (Meridian) - Rain fell.", id="a", publisher="The Ledger"),
        document("Snow fell in Aldenburg on Monday.", id="b", publisher="Meridian News Agency"),
    ]
    assert origins(*pair).names == ("Meridian News Agency",)


def test_a_copy_counts_for_the_one_it_was_copied_from(document: Annotate) -> None:
    first = document(LONG, id="a", publisher="The Ledger", published="2025-10-14T08:00:00+00:00")
    copy = document(LONG + " More follows.", id="b", publisher="Post", published="2025-10-14T09:00:00+00:00")
    found = origins(first, copy)
    assert found.names == ("The Ledger",)
    assert found.copy_of("b") == "a"


def test_two_reports_of_one_flash_are_no_copies(document: Annotate) -> None:
    pair = [
        document("Twelve people were killed in a fire at a hotel in Stanberg on Tuesday.", id="a", publisher="Ledger"),
        document("Fourteen people were killed in a fire at a hotel in Stanberg on Tuesday.", id="b", publisher="Post"),
    ]
    assert len(origins(*pair).names) == 2


def test_a_sentence_that_names_a_wire_counts_for_the_wire(document: Annotate) -> None:
    found = document(
        "The dam is safe, Radek Orlan said. Reuters reported that the prime minister would visit Stanberg next week.",
        publisher="The Ledger",
    )
    known = origins(found)
    assert [known.of(sentence) for sentence in found.sentences] == ["The Ledger", "Reuters"]


def test_an_article_counts_once_for_a_point_whatever_it_names(document: Annotate) -> None:
    found = document(
        "The dam is safe, Radek Orlan said. Reuters reported that the prime minister would visit Stanberg next week.",
        publisher="The Ledger",
    )
    assert origins(found).behind(found.sentences) == ("The Ledger",)


def test_an_outlet_of_another_article_is_the_medium_that_carried_a_sentence(document: Annotate) -> None:
    wire = document("PUERTO ALBA, Oct 15 (Meridian) - Rain fell in the valley.", id="a", publisher="The Ledger")
    paper = document("According to Meridian, the dam had burst.", id="b", publisher="Gulf Dispatch")
    found = origins(wire, paper)
    assert found.of(paper.sentences[0]) == "Meridian"
    assert origins(paper).of(paper.sentences[0]) == "Gulf Dispatch"


def test_an_outlet_that_acts_in_the_story_is_no_mere_carrier(document: Annotate) -> None:
    wire = document("PUERTO ALBA, Oct 15 (Meridian) - Rain fell in the valley.", id="a", publisher="The Ledger")
    text = "Meridian said the dam had burst. Police searched the offices of Meridian in Stanberg on Monday."
    paper = document(text, id="b", publisher="Gulf Dispatch")
    assert origins(wire, paper).carriers() == frozenset()
