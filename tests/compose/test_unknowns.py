"""What is not yet known: in the words of who leaves it open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.compose import Masthead, compose_brief
from briefing.compose.documents import Document

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]


def unknown(document: Annotate, text: str) -> list[tuple[str, ...]]:
    """The passages of every entry of a dated article."""
    found = document(text, published="2025-10-14")
    story = compose_brief([found], (), Masthead("2025-10-14"), made_with=("tests",), one_story=True).stories[0]
    return [tuple(passage.text for passage in one.passages) for one in story.unknowns]


def test_a_long_quotation_is_shown_with_who_leaves_it_open(document: Annotate) -> None:
    text = (
        "A dam broke near Velmar on Monday. “Was it the frost of the last winter? Was it the crack that our divers had "
        "found in the northern wall? We don’t know. We are looking at all of it,” Mr Campbell said."
    )
    assert unknown(document, text) == [("A dam broke near Velmar on Monday.", "“We don’t know. […]” Mr Campbell said.")]


def test_a_short_quotation_is_shown_whole(document: Annotate) -> None:
    text = "A dam broke near Velmar on Monday. Marta Ondal said: “It is not clear how many houses are gone.”"
    assert unknown(document, text) == [("Marta Ondal said: “It is not clear how many houses are gone.”",)]


def test_he_is_not_explained_by_a_sentence_further_up(document: Annotate) -> None:
    text = "A dam broke near Velmar. “We saw it coming,” a guard told us there. He declined to comment on it."
    assert unknown(document, text) == []


def test_remains_of_a_page_leave_nothing_open(document: Annotate) -> None:
    text = "A dam broke near Velmar on Monday.\n\n14 October 7:27 pm | If they take over the town we could have a war"
    assert unknown(document, text) == []


def test_the_word_that_ties_a_doubt_to_the_sentence_before_is_left_out(document: Annotate) -> None:
    text = "A dam broke near Velmar on Monday. However, it is not yet known how many houses were lost in the valley."
    assert unknown(document, text) == [("[I]t is not yet known how many houses were lost in the valley.",)]
