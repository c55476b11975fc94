"""What makes a clause matter less: that the rest of its sentence answers it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.compose.actors.gathering import merge_actors
from briefing.compose.documents import Document
from briefing.compose.origins import Origins
from briefing.compose.points import Point
from briefing.compose.statements import statements
from briefing.compose.weighing import Weighing

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]


def reason(document: Annotate, text: str) -> str:
    """Why the first clause of a text weighs what it does."""
    found = [document(text, published="2025-10-14T08:00:00Z")]
    actors = merge_actors(found)
    clauses = statements(found, actors)
    weighing = Weighing(found, clauses, actors, Origins(found), "2025-10-14")
    return weighing.weight(Point((clauses[0],)), clauses[0]).reason


def test_a_clause_that_the_same_sentence_answers_weighs_less(document: Annotate) -> None:
    text = "The paper reported that Helena Marek will open the port in May, but the ministry denied the report."
    assert "taken back" in reason(document, text)


def test_silence_takes_nothing_back(document: Annotate) -> None:
    text = "The ministry announced that Helena Marek will open the port, but her office has not commented on the news."
    assert "taken back" not in reason(document, text)
