"""The words of a title that stands in the text, and of one that a page tells outside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing.compose.documents import Document
from briefing.compose.titles import title_lemmas

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]
TEXT = "Tarsin blasted Velmar on Monday for its joint drills with the navy of Alvania."


def test_a_title_of_the_text_is_read_there(document: Annotate) -> None:
    found = document(TEXT, title="Tarsin blasts Velmar for drills")
    assert {"tarsin", "velmar", "drill"} <= set(title_lemmas(found))


def test_a_title_outside_the_text_is_read_as_the_text_has_its_words(document: Annotate) -> None:
    found = document(TEXT)
    named = Document(replace(found.article, title="Tarsin’s answer to joint drills, and its consequences"), found.doc)
    assert title_lemmas(named) == ("tarsin", "answer", "joint", "drill", "consequences")


def test_an_article_without_a_title_has_no_words_of_one(document: Annotate) -> None:
    assert title_lemmas(document(TEXT)) == ()
