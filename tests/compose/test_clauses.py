"""Where a sentence may be cut: the bars in the sentences are the expected borders."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.annotate import layers
from briefing.compose.clauses import clauses
from briefing.compose.documents import Document
from briefing.compose.statements import after_dateline

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]


@pytest.mark.parametrize(
    "marked",
    [
        "The gates were closed on Sunday|, but |neither Zelengrad nor Stanberg has commented on the news.",
        "Alvania opened the first gate on Wednesday|, and |Montalia thanked the engineers at the dam.",
        "Orlan said that the gates would open and that the water would arrive.",
        "“The gates are open, and the water is coming,” Orlan said on Wednesday.",
        "Engineers raised the gate and opened two more by the evening.",
        "The ferry ran aground because the captain had not seen the storm that came.",
    ],
)
def test_a_sentence_is_cut_between_independent_clauses_only(document: Annotate, marked: str) -> None:
    parts = marked.split("|")
    found = document("".join(parts))
    (sentence,) = layers.body_sentences(found.doc)
    assert [clause.text for clause in clauses(found.doc, sentence)] == parts[::2]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("ZELENGRAD, Oct 14 (Meridian) - Alvania opened the dam.", "Alvania opened the dam."),
        ("ALDENBURG, Montalia: The first gate was opened.", "The first gate was opened."),
        ("PUERTO ALBA (AP) — The ferry ran aground.", "The ferry ran aground."),
        ("UN experts: the dam is safe.", "UN experts: the dam is safe."),
        ("NATO said that the border was quiet.", "NATO said that the border was quiet."),
    ],
)
def test_a_dateline_is_no_part_of_what_is_told(document: Annotate, text: str, rest: str) -> None:
    found = document(text)
    assert after_dateline(found.doc[:]).text == rest
