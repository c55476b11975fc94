"""What an issue says about the one before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing.compose import Masthead, compose_brief
from briefing.compose.documents import Document
from briefing.model import Brief, Change

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]

FIRST = (
    "The ferry Estrella ran aground off Costa Verana on Tuesday with 214 people on board.\n\n"
    "At least 31 passengers of the Estrella were treated for cuts and cold in hospitals.\n\n"
    "Blue Strait Lines promised free journeys for every passenger of the ferry."
)
SECOND = (
    "The ferry Estrella, which ran aground off Costa Verana on Tuesday with 218 people on board, was towed away.\n\n"
    "At least 31 passengers of the Estrella were treated for cuts and cold in hospitals.\n\n"
    "Prosecutors searched the harbour office and seized the radio recordings of that night."
)


def issue(document: Annotate, text: str, number: int, earlier: Brief | None = None) -> Brief:
    date = f"2025-10-{14 + number}"
    found = document(
        text,
        id=f"d{number}",
        title="Ferry Estrella runs aground",
        publisher="The Ledger",
        published=f"{date}T07:00:00+00:00",
    )
    return compose_brief([found], (), Masthead(date, issue=number), made_with=("tests",), earlier=earlier)


def changes(document: Annotate) -> tuple[Change, ...]:
    found = issue(document, SECOND, 2, issue(document, FIRST, 1)).stories[0].changes
    assert found is not None
    return found


def texts(found: tuple[Change, ...], kind: str) -> list[str]:
    return [change.passages[0].text for change in found if change.kind == kind]


def test_the_first_issue_has_no_changes(document: Annotate) -> None:
    assert issue(document, FIRST, 1).stories[0].changes is None


def test_what_nobody_said_before_is_new(document: Annotate) -> None:
    assert any("Prosecutors" in text for text in texts(changes(document), "new"))


def test_a_number_that_changed_is_an_update(document: Annotate) -> None:
    assert any("218 people" in text for text in texts(changes(document), "updated"))


def test_what_was_said_and_is_not_any_more_is_gone(document: Annotate) -> None:
    gone = [change for change in changes(document) if change.kind == "gone"]
    assert any("free journeys" in change.passages[0].text for change in gone)
    assert all(passage.evidence == () for change in gone for passage in change.passages)


def test_what_is_repeated_of_an_earlier_issue_keeps_its_handling_mark(document: Annotate) -> None:
    earlier = replace(issue(document, FIRST, 1), handling="TLP:RED")
    assert issue(document, SECOND, 2, earlier).handling == "TLP:RED"
    assert issue(document, FIRST, 2, earlier).handling == "TLP:CLEAR"


def test_what_is_said_again_is_no_change(document: Annotate) -> None:
    assert not any("cuts and cold" in change.passages[0].text for change in changes(document))


def test_the_same_articles_change_nothing(document: Annotate) -> None:
    before = issue(document, FIRST, 1)
    assert issue(document, FIRST, 1, before).stories[0].changes == ()


def test_the_same_people_doing_something_else_is_an_update(document: Annotate) -> None:
    first = issue(
        document,
        "Alvanian foreign minister Stefan Dahlberg met Montalian president Helena Marek for talks in Zelengrad.\n\n"
        "The ferry Estrella ran aground off Costa Verana on Tuesday with 214 people on board.",
        1,
    )
    second = issue(
        document,
        "Alvanian foreign minister Stefan Dahlberg accused president Helena Marek of lying over a wreck.\n\n"
        "The ferry Estrella ran aground off Costa Verana on Tuesday with 214 people on board.",
        2,
        first,
    )
    found = second.stories[0].changes
    assert found is not None
    assert any("lying" in text for text in texts(found, "updated"))
