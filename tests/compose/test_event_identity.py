"""Ids that mentions of one event share over articles, and mentions that must not share one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.annotate import layers
from briefing.compose.documents import Document
from briefing.compose.timeline.event_identity import event_ids

pytestmark = pytest.mark.model
Annotate = Callable[..., Document]


def identity(document: Document, ids: dict[tuple[str, str], str], trigger: str) -> str:
    event = next(one for one in layers.events(document.doc) if one.trigger.text == trigger)
    return ids[document.article.id, event.id]


def test_a_plan_for_a_month_and_its_report_share_an_id(document: Annotate) -> None:
    plan = document(
        "Deliveries of the Orn tram to the city of Dolm are not due until October.", id="a", published="2024-06-14"
    )
    report = document(
        "The first Orn tram was delivered to the city of Dolm on Tuesday.", id="b", published="2024-10-16"
    )
    ids = event_ids((plan, report))
    assert identity(plan, ids, "are") == identity(report, ids, "delivered")


def test_a_headline_shares_the_id_of_what_it_stands_over(document: Annotate) -> None:
    article = document(
        "The first Orn tram was delivered to Dolm on Monday.",
        id="a",
        title="First Orn tram delivered",
        published="2024-10-15",
    )
    ids = event_ids((article,))
    found = [ids[article.article.id, one.id] for one in layers.events(article.doc) if one.trigger.text == "delivered"]
    assert len(found) == 2
    assert len(set(found)) == 1


def test_two_deeds_of_one_article_keep_their_ids(document: Annotate) -> None:
    article = document("The tram was built in Arl on Monday. The tram was delivered to Dolm on Monday.", id="a")
    ids = event_ids((article,))
    assert identity(article, ids, "built") != identity(article, ids, "delivered")


def test_one_deed_on_two_days_is_two_events(document: Annotate) -> None:
    one = document("Police raided the Orn bank in Dolm on Monday.", id="a", published="2024-06-14")
    other = document("Police raided the Orn bank in Dolm on Wednesday.", id="b", published="2024-06-14")
    ids = event_ids((one, other))
    assert identity(one, ids, "raided") != identity(other, ids, "raided")


def test_what_describes_a_noun_is_a_deed_of_its_own(document: Annotate) -> None:
    article = document("The ferry, built by Orn Works, sank on Monday.", id="a", published="2024-06-14")
    ids = event_ids((article,))
    assert identity(article, ids, "built") != identity(article, ids, "sank")
