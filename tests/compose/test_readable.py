"""Which sentences read as those of a report, and which only recall what others tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.compose.actors.gathering import merge_actors
from briefing.compose.dating import when_of
from briefing.compose.documents import Document
from briefing.compose.readable import reads_as_report, recalls
from briefing.compose.statements import Statement, statements

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]


def told(document: Annotate, *texts: str) -> list[Statement]:
    """The first statement of every text."""
    documents = [document(text, id=f"a{number}") for number, text in enumerate(texts)]
    found = statements(documents, merge_actors(documents))
    return [next(one for one in found if one.evidence.article == f"a{number}") for number in range(len(texts))]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("The dam of Velmar broke on Monday.", True),
        ("“The dam of Velmar broke on Monday,” he said.", True),
        ("Orlan said: “The dam of Velmar broke.”", True),
        ("Engineers at the dam of Velmar, which is used for power", False),
        ("Below is a statement by Marta Ondal, director of the bureau:", False),
        ("Find out what was found in the dam of Velmar.", False),
        ("Read more about the dam of Velmar here.", False),
        ("(Corrects the name of the dam in the second paragraph.)", False),
        ("The dam of Velmar (built in 1956) broke.", True),
        ("“The dam of Velmar broke on Monday. Nobody had seen it coming.”", False),
        ("broke on Monday near the town of Velmar.", False),
        ("eBay closed its house in Velmar on Monday.", True),
        ("Who broke the dam of Velmar on Monday?", False),
        ("Here is how engineers counted the cracks of Velmar.", False),
        ("Home | News | The dam of Velmar broke.", False),
    ],
)
def test_only_finished_sentences_that_tell_something_read_as_a_report(
    document: Annotate, text: str, reads: bool
) -> None:
    assert reads_as_report(told(document, text)[0]) is reads


def test_a_relative_clause_only_recalls_what_others_tell(document: Annotate) -> None:
    visit, attack = told(
        document,
        "Officials in Velmar, where the blasts killed 257 people, hoped for new aid.",
        "The blasts of August killed 257 people and injured many more.",
    )
    assert recalls(visit, [attack])
    assert not recalls(attack, [visit])


def test_a_statement_of_its_own_recalls_nothing(document: Annotate) -> None:
    (alone,) = told(document, "The dam of Velmar, which was built in 1950, broke on Monday.")
    assert not recalls(alone, [])


def test_the_day_of_what_is_told_in_passing_is_not_the_day_of_the_news(document: Annotate) -> None:
    text = "The news was welcomed on Lake Orsa, where anglers have counted dead trout since 12 October."
    found = document(text, published="2025-10-15")
    (statement,) = statements([found], merge_actors([found]))
    assert when_of(statement).value != "2025-10-12"


def test_a_line_inside_a_speech_over_several_lines_is_no_report(document: Annotate) -> None:
    lines = (
        "Orlan spoke on Monday.",
        "“So that is our theme:",
        "It is critical to mend the dam.",
        "”",
        "He left Velmar.",
    )
    (found,) = [document("\n\n".join(lines))]
    spoken = [reads_as_report(one) for one in statements([found], merge_actors([found])) if "critical" in one.span.text]
    assert spoken == [False]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Orlan fled to Velmar.", "2024-06-14"),
        ("Orlan says the dam is safe.", "2024-06-14"),
        ("Orlan has fled to Velmar.", None),
        ("Orlan lives in Velmar.", None),
        ("Orlan worked in the ministry of Velmar.", None),
        ("Orlan said that the dam would open on Monday.", "2024-06-17"),
    ],
)
def test_only_deeds_are_put_on_the_day_of_the_report(document: Annotate, sentence: str, value: str | None) -> None:
    found = document(f"The dam of Velmar broke. {sentence}", published="2024-06-14")
    last = statements([found], merge_actors([found]))[-1]
    assert when_of(last).value == value
