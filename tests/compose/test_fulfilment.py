"""An expected event and its later report: one entry where the report tells what was expected, two where it does not.

Plans are of Friday 14 June 2024, reports of later days unless the pair says else.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.compose.actors.gathering import merge_actors
from briefing.compose.documents import Document
from briefing.compose.origins import Origins
from briefing.compose.timeline.chronology import compose_chronology
from briefing.model import Event, Evidence, Status

pytestmark = pytest.mark.model
Annotate = Callable[..., Document]

BACKGROUND = (
    "\n\nTarsin's prime minister Jonas Keel and Velmar's foreign minister Orla Brandt have talked of the Orn bridge "
    "for years. Ivo Lund, a lawyer in Dolm, wants it closed. Norvik Rail, a company in Mirel, runs its trains."
)


def chronology(document: Annotate, plan: str, report: str, told: str = "2024-07-06") -> tuple[Event, ...]:
    documents = (
        document(plan + BACKGROUND, id="plan", published="2024-06-14", publisher="The Ledger"),
        document(report + BACKGROUND, id="report", published=told, publisher="The Gazette"),
    )
    return compose_chronology(documents, merge_actors(documents), Origins(documents))


@pytest.mark.parametrize(
    ("plan", "report", "told"),
    [
        (
            "Jonas Keel will visit Velmar next week, the palace said.",
            "The prime minister of Tarsin, Jonas Keel, arrived in Velmar on Tuesday.",
            "2024-06-19",
        ),
        (
            "Talks between Orla Brandt and Jonas Keel are expected in the coming days.",
            "Orla Brandt and Jonas Keel held talks in Dolm on Thursday.",
            "2024-06-21",
        ),
        (
            "A court in Dolm will rule on the appeal of Ivo Lund on 20 June.",
            "A court in Dolm rejected the appeal of Ivo Lund on Thursday.",
            "2024-06-21",
        ),
        (
            "Norvik Rail plans to open a station in Mirel in July.",
            "Norvik Rail opened a station in Mirel on 3 July.",
            "2024-07-04",
        ),
        (
            "Velmar and Tarsin are set to sign the water treaty on Monday.",
            "Velmar and Tarsin signed the water treaty on Monday.",
            "2024-06-18",
        ),
        (
            "Ivo Lund will be released by the end of June, Tarsin said.",
            "The government of Tarsin freed Ivo Lund on Wednesday.",
            "2024-06-27",
        ),
    ],
)
def test_what_came_of_a_plan_is_one_entry_told_as_reported(
    document: Annotate, plan: str, report: str, told: str
) -> None:
    events = chronology(document, plan, report, told)
    (event,) = [event for event in events if any(one.article == "report" for one in _evidence(event))]
    assert event.status is Status.REPORTED
    assert {one.article for one in _evidence(event)} == {"plan", "report"}
    assert any(reason.startswith("Expected") and "2024-06-14" in reason for reason in event.merges)
    assert not any(other.status is Status.EXPECTED for other in events)


@pytest.mark.parametrize(
    ("plan", "report", "told"),
    [
        ("Jonas Keel will visit Velmar next week.", "Orla Brandt arrived in Velmar on Tuesday.", "2024-06-19"),
        ("Jonas Keel will visit Velmar next week.", "Jonas Keel arrived in Mirel on Tuesday.", "2024-06-19"),
        (
            "Norvik Rail plans to open a station in Mirel in July.",
            "Norvik Rail closed a station in Mirel on 3 July.",
            "2024-07-04",
        ),
        ("Jonas Keel will visit Velmar next week.", "Jonas Keel arrived in Velmar on 5 July.", "2024-07-06"),
        ("Jonas Keel will visit Velmar again next year.", "Jonas Keel visited Velmar on Tuesday.", "2024-06-19"),
        ("Jonas Keel will visit Velmar in the coming weeks.", "Jonas Keel visited Velmar on Tuesday.", "2024-06-12"),
        ("Jonas Keel will visit Velmar next week.", "Jonas Keel did not arrive in Velmar on Tuesday.", "2024-06-19"),
        ("Jonas Keel will meet Orla Brandt next week.", "Jonas Keel met Ivo Lund on Tuesday.", "2024-06-19"),
    ],
)
def test_a_report_of_something_else_leaves_the_plan_open(document: Annotate, plan: str, report: str, told: str) -> None:
    events = chronology(document, plan, report, told)
    assert any(event.status is Status.EXPECTED for event in events)
    assert not any({"plan", "report"} <= {one.article for one in _evidence(event)} for event in events)


def _evidence(event: Event) -> list[Evidence]:
    return [one for passage in event.passages for one in passage.evidence]
