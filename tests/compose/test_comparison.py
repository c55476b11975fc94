"""What counts as a difference, pair by pair; the pairs stand in ``statement_pairs.toml`` for anyone to add to."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.compose.documents import Document
from briefing.compose.telling import Telling
from briefing.model import Difference

pytestmark = pytest.mark.model

PAIRS = tomllib.loads(Path(__file__).with_name("statement_pairs.toml").read_text(encoding="utf-8"))["pair"]
PRECISION, RECALL = 0.95, 0.90
ARTICLES = tomllib.loads(Path(__file__).with_name("article_pairs.toml").read_text(encoding="utf-8"))["pair"]
ARTICLES_RECALL = 0.7
DAY = "2025-10-15"

Annotate = Callable[..., Document]


def compare(document: Annotate, one: str, other: str, first: str = DAY, second: str = DAY) -> tuple[Difference, ...]:
    """The differences between two outlets' statements."""
    pair = [
        document(one, id="a", publisher="The Ledger", published=f"{first}T08:00:00+00:00"),
        document(other, id="b", publisher="Harbour Post", published=f"{second}T09:00:00+00:00"),
    ]
    return Telling(pair).story("s1", [], DAY).differences


def rules(document: Annotate, pair: dict[str, Any]) -> set[str]:
    found = compare(document, pair["one"], pair["other"], pair.get("first", DAY), pair.get("second", DAY))
    return {difference.rule for difference in found}


def article_rules(document: Annotate, pair: dict[str, Any]) -> set[str]:
    days = pair.get("first", DAY), pair.get("second", DAY)
    pair_of = [
        document(
            pair[side]["text"], title=pair[side]["title"], id=side, publisher=side, published=f"{day}T08:00:00+00:00"
        )
        for side, day in zip(("one", "other"), days, strict=True)
    ]
    return {difference.rule for difference in Telling(pair_of).story("s1", [], max(days)).differences}


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if not pair["differ"]], ids=lambda pair: pair["one"][:40])
def test_no_alarm_where_nothing_differs(document: Annotate, pair: dict[str, Any]) -> None:
    assert rules(document, pair) == set()


def test_precision_and_recall_over_all_pairs(document: Annotate, capsys: pytest.CaptureFixture[str]) -> None:
    counted = [(rules(document, pair), set(pair["differ"])) for pair in PAIRS]
    right = sum(len(found & wanted) for found, wanted in counted)
    precision = right / sum(len(found) for found, _ in counted)
    recall = right / sum(len(wanted) for _, wanted in counted)
    with capsys.disabled():
        print(f"\n{len(PAIRS)} pairs of statements: precision {precision:.3f}, recall {recall:.3f}")
    assert len(PAIRS) >= 60
    assert precision >= PRECISION
    assert recall >= RECALL


def test_precision_and_recall_over_pairs_of_small_articles(
    document: Annotate, capsys: pytest.CaptureFixture[str]
) -> None:
    counted = [(article_rules(document, pair), set(pair["differ"])) for pair in ARTICLES]
    hits = sum(bool(found & wanted) for found, wanted in counted)
    alarms = sum(len(found - wanted) for found, wanted in counted)
    recall = hits / sum(bool(wanted) for _, wanted in counted)
    with capsys.disabled():
        print(f"\n{len(ARTICLES)} pairs of articles: precision {hits / (hits + alarms):.3f}, recall {recall:.3f}")
    assert hits / (hits + alarms) >= PRECISION
    assert recall >= ARTICLES_RECALL


def test_a_difference_says_why_it_is_one(document: Annotate) -> None:
    (difference,) = compare(
        document,
        "The coach crash near Velsk killed 12 pilgrims on Tuesday.",
        "The coach crash near Velsk killed 15 pilgrims on Tuesday.",
    )
    (reason,) = difference.reasons
    assert reason.startswith("One event: both have ")
    assert reason.endswith("and speak of 14 October 2025. They differ in the number: “12 pilgrims” / “15 pilgrims”.")


def test_both_sides_are_shown_in_their_own_words(document: Annotate) -> None:
    (difference,) = compare(
        document,
        "Prime Minister Radek Orlan is expected to visit Montalia in the coming days.",
        "Prime Minister Radek Orlan will visit Montalia in the coming weeks.",
    )
    assert difference.point == "When"
    assert [side.passages[0].text for side in difference.sides] == [
        "is expected to visit Montalia in the coming days",
        "will visit Montalia in the coming weeks",
    ]


def test_two_copies_of_one_article_never_differ(document: Annotate) -> None:
    text = "Alvania will send 200 soldiers to the border with Montalia."
    assert compare(document, text, text) == ()


def test_two_outlets_that_both_name_one_agency_do_not_differ_from_it(document: Annotate) -> None:
    found = compare(
        document,
        "Reuters reported that Radek Orlan will visit Montalia next week.",
        "Reuters reported that Radek Orlan will visit Montalia next month.",
    )
    assert found == ()


def test_three_outlets_with_three_dates_make_one_point_of_three_sides(document: Annotate) -> None:
    texts = ["next week", "next month", "in December"]
    story = Telling(
        [
            document(
                f"Prime Minister Radek Orlan will visit Montalia {when}.",
                id=f"d{number}",
                publisher=f"Outlet {number}",
                published=f"{DAY}T08:00:00+00:00",
            )
            for number, when in enumerate(texts)
        ]
    ).story("s1", [], DAY)
    assert [len(difference.sides) for difference in story.differences] == [3]
