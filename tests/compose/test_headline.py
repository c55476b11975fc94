"""The headline of a story: a title its articles support, or their clearest first sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.compose.documents import Document
from briefing.compose.stories.headline import headline

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]


def test_a_dateline_alone_on_its_line_is_no_title(document: Annotate) -> None:
    found = document("Two bombs went off near the harbour on Friday.", title="VELMAR, Marelia (AP) _")
    assert headline([found]) == ("Two bombs went off near the harbour on Friday.", "sentence")


def test_of_sentences_the_short_one_that_others_support_is_taken(document: Annotate) -> None:
    long = (
        "Radek Orlan, the singer of the seventies who sold more records in Marelia than anybody else before or since "
        "and who gave his last concert in the harbour of Velmar ten years ago, died on Thursday."
    )
    documents = [document(long, id="a"), document("The singer Radek Orlan died on Thursday in Velmar.", id="b")]
    assert headline(documents)[0] == "The singer Radek Orlan died on Thursday in Velmar."


def test_a_sentence_that_leans_on_others_heads_no_story(document: Annotate) -> None:
    text = "During the trial they were shown pictures of the dam. The court of Velmar convicted two engineers."
    assert headline([document(text)])[0] == "The court of Velmar convicted two engineers."


def test_of_a_long_sentence_the_first_clause_is_enough(document: Annotate) -> None:
    text = (
        "The parliament of Marelia adopted the new law on the rivers of the country on Monday evening in Velmar, and "
        "the opposition announced that it would go to the constitutional court before the end of the year."
    )
    expected = "The parliament of Marelia adopted the new law on the rivers of the country on Monday evening in Velmar"
    assert headline([document(text)])[0] == expected


def test_an_article_without_a_sentence_is_headed_by_its_first_words(document: Annotate) -> None:
    assert headline([document("Weather | Sport | Shop")]) == ("Weather | Sport | Shop", "sentence")
