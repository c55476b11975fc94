"""The chronology of a story, over articles written for the test; Friday is 14 June 2024."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from briefing import ingest
from briefing.annotate import layers, pipeline
from briefing.compose.actors.gathering import merge_actors
from briefing.compose.anchors import anchor_of, anchor_undated
from briefing.compose.documents import Document
from briefing.compose.origins import Origins
from briefing.compose.passages import is_traced
from briefing.compose.timeline.chronology import compose_chronology
from briefing.compose.timeline.event_labels import LONGEST
from briefing.model import Event, Status

pytestmark = pytest.mark.model
Annotate = Callable[..., Document]

LEDGER = (
    "Velmar's foreign minister Orla Brandt met Tarsin's prime minister Jonas Keel in Dolm on Wednesday and held talks "
    "about the closed bridge.\n\nVelmar closed the bridge on 3 June. Brandt said the bridge was unsafe.\n\n"
    "Keel is expected to visit Velmar in the coming weeks."
)
GAZETTE = (
    "On June 12, the Tarsin prime minister Jonas Keel held talks with foreign minister Orla Brandt of Velmar in Dolm "
    "about the closed bridge.\n\nThe army recently left Arl. Velmar then opened the lock. On June 9 the river rose.\n\n"
    "The two sides signed the 2018 treaty again."
)


@pytest.fixture
def story(document: Annotate) -> tuple[Document, ...]:
    return (
        document(LEDGER, id="ledger", published="2024-06-14", publisher="The Ledger"),
        document(GAZETTE, id="gazette", published="2024-06-13", publisher="The Gazette"),
    )


def chronology(documents: Sequence[Document]) -> tuple[Event, ...]:
    return compose_chronology(documents, merge_actors(documents), Origins(documents))


def telling(events: Sequence[Event], words: str) -> Event:
    found = [event for event in events if any(words in passage.text for passage in event.passages)]
    assert found, f"no event tells {words!r}"
    return found[0]


def test_dated_events_stand_in_order_and_open_ones_last(story: tuple[Document, ...]) -> None:
    events = chronology(story)
    dated = [event.when.value for event in events if event.when.value]
    assert dated == sorted(dated)
    assert events[-1].status is Status.EXPECTED
    assert events[-1].when.value is None


def test_reports_of_one_meeting_are_one_event_carried_by_both(story: tuple[Document, ...]) -> None:
    event = telling(chronology(story), "in Dolm")
    assert event.when.value == "2024-06-12"
    assert set(event.carriage.origins) == {"The Ledger", "The Gazette"}
    assert len(event.merges) == 1


def test_different_events_of_different_days_stay_apart(story: tuple[Document, ...]) -> None:
    events = chronology(story)
    assert telling(events, "Velmar closed the bridge").id != telling(events, "in Dolm").id


def test_a_relative_day_shows_its_words_and_a_named_day_does_not(story: tuple[Document, ...]) -> None:
    events = chronology((story[0],))
    assert telling(events, "in Dolm on Wednesday").when.text == "on Wednesday"
    assert telling(events, "Velmar closed").when.text == ""


def test_a_vague_event_stands_before_the_day_it_precedes(story: tuple[Document, ...]) -> None:
    events = chronology(story)
    left, rose = telling(events, "recently left Arl"), telling(events, "the river rose")
    assert (left.when.value, left.when.basis, left.when.bound) == (None, "order", "before 2024-06-09")
    assert events.index(left) < events.index(rose)


def test_the_year_of_a_treaty_dates_nothing(story: tuple[Document, ...]) -> None:
    assert all(event.when.value != "2018" for event in chronology(story))


def test_an_expected_visit_is_not_put_on_a_day(story: tuple[Document, ...]) -> None:
    event = telling(chronology(story), "expected to visit Velmar")
    assert (event.status, event.when.value, event.when.text) == (Status.EXPECTED, None, "in the coming weeks")


def test_every_word_is_traced_to_its_sentence(story: tuple[Document, ...]) -> None:
    articles = {one.article.id: one.article for one in story}
    for event in chronology(story):
        for passage in event.passages:
            assert passage.evidence
            assert is_traced(passage, articles)


def test_evidence_is_whole_body_sentences(story: tuple[Document, ...]) -> None:
    sentences = {sentence for one in story for sentence in one.sentences}
    assert all(
        one in sentences for event in chronology(story) for passage in event.passages for one in passage.evidence
    )


def test_labels_fit_the_graphic(story: tuple[Document, ...]) -> None:
    assert all(0 < len(event.label) <= LONGEST for event in chronology(story))


def test_the_order_of_the_articles_changes_nothing(story: tuple[Document, ...]) -> None:
    tellings = []
    for documents in permutations(story):
        events = chronology(documents)
        tellings.append([(event.when, event.passages, event.label, event.status, event.merges) for event in events])
    assert all(one == tellings[0] for one in tellings)


def test_a_pronoun_at_the_start_is_named_or_introduced(document: Annotate) -> None:
    text = "The captain, Jonas Reyle, left the ship last. He was questioned by police on Tuesday."
    event = telling(chronology((document(text, published="2024-06-14"),)), "questioned by police")
    assert "Jonas Reyle" in event.passages[0].text


def test_what_somebody_says_stays_with_who_says_it(document: Annotate) -> None:
    text = "The harbour office said that on 3 June the ferry Aldra ran aground off Dolm."
    event = telling(chronology((document(text, published="2024-06-14"),)), "ran aground")
    assert event.passages[0].text.startswith("The harbour office said")


def test_a_statement_is_labelled_with_who_makes_it(document: Annotate) -> None:
    text = "The ministry said on Monday that farmers had lost a tenth of the pears."
    (event,) = chronology((document(text, published="2024-06-14"),))
    assert event.label.startswith("The ministry said")


def test_quoted_speech_makes_no_event(document: Annotate) -> None:
    text = "“We closed the bridge on Monday and opened it on Tuesday,” said Orla Brandt, the minister of Velmar."
    assert chronology((document(text, published="2024-06-14"),)) == ()


def test_an_article_without_events_has_an_empty_chronology(document: Annotate) -> None:
    assert chronology((document("Dolm lies on the Orn.", published="2024-06-14"),)) == ()


def test_captions_are_no_evidence(document: Annotate) -> None:
    one = document("The bridge at Dolm in May 2021.", published="2024-06-14", title="Bridge closed on Monday")
    assert all(event.passages[0].evidence[0] in one.sentences for event in chronology((one,)))


# ---- anchors ---------------------------------------------------------------------------------------------------


def test_an_undated_article_is_anchored_by_its_sibling_and_says_so(document: Annotate) -> None:
    undated = document(GAZETTE, id="gazette", publisher="The Gazette")
    dated = document(LEDGER, id="ledger", published="2024-06-14", publisher="The Ledger")
    assert anchor_of(undated)[0] is None
    anchor_undated((undated, dated))
    day, basis, reasons = anchor_of(undated)
    assert (day, basis) == ("2024-06-12", "inferred")
    assert any("The Ledger" in reason and "14 June 2024" in reason for reason in reasons)
    assert telling(chronology((undated,)), "in Dolm").when.basis == "inferred"


def test_an_unrelated_article_anchors_nothing(document: Annotate) -> None:
    undated = document(GAZETTE, id="gazette")
    other = document("The mayor of Costa Sela, Ana Solares, opened a park on June 12.", id="o", published="2024-06-14")
    anchor_undated((undated, other))
    assert anchor_of(undated) == (None, "none", ())


@pytest.mark.parametrize("days", [-400, -7, 30, 366])
def test_an_article_shifted_by_days_shifts_its_relative_dates_alike(document: Annotate, days: int) -> None:
    text = "Keel met Brandt yesterday. The bridge was closed ten days ago."
    published = date(2024, 6, 14)
    values = [
        [event.when.value for event in chronology((document(text, published=day.isoformat()),))]
        for day in (published, published + timedelta(days))
    ]
    shifted = [(date.fromisoformat(value) + timedelta(days)).isoformat() for value in values[0] if value]
    assert shifted == values[1]


# ---- the seeds -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def seed_documents(nlp: Language, seeds: Path) -> tuple[Document, ...]:
    harvest = ingest.read_sources([str(path) for path in sorted(seeds.glob("*.txt"))])
    documents = []
    for article in harvest.articles:
        blocks = [(block.kind.value, block.start, block.end) for block in article.blocks]
        doc = pipeline.make_doc(nlp, article.text, blocks, article.published, article.published_basis.value)
        documents.append(Document(article, nlp(doc)))
    return anchor_undated(documents)


@pytest.fixture
def gold(seeds: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((seeds / "gold" / "timeline.json").read_text(encoding="utf-8"))
    return found


def test_every_expression_of_the_seeds_and_no_other_is_found(
    seed_documents: tuple[Document, ...], gold: dict[str, Any]
) -> None:
    for one in seed_documents:
        mastheads = {(drop.start, drop.end) for drop in one.article.dropped}
        wanted = {
            (expression["start"], expression["end"], expression["value"])
            for expression in gold["dates"][one.article.name[:3]]
            if not any(start <= expression["start"] < end for start, end in mastheads)
        }
        found = {
            (*one.article.source_span(timex.span.start_char, timex.span.end_char), timex.value)
            for timex in layers.timexes(one.doc)
        }
        assert found == wanted


def test_every_required_event_of_the_seeds_has_its_date(
    seed_documents: tuple[Document, ...], gold: dict[str, Any]
) -> None:
    articles = {one.article.id: one.article for one in seed_documents}
    carried = {}
    for event in chronology(seed_documents):
        for evidence in (one for passage in event.passages for one in passage.evidence):
            article = articles[evidence.article]
            start = article.source_span(evidence.start, evidence.end)[0]
            carried.setdefault((article.name[:3], start), set()).add(event.when.value)
    for entry in gold["timeline"]:
        if entry["required"]:
            stated = [source for source in entry["sources"] if source["role"] == "states"]
            assert any(entry["date"] in carried.get((one["doc"], one["start"]), ()) for one in stated), entry["event"]


def test_no_event_of_the_seeds_is_on_a_day_the_sources_do_not_give(
    seed_documents: tuple[Document, ...], gold: dict[str, Any]
) -> None:
    given = {entry["date"] for entry in gold["timeline"] if entry["date"] and entry["required"]}
    assert {event.when.value for event in chronology(seed_documents)} <= given | {None}


def test_both_seeds_carry_the_call_the_meeting_and_the_plan(seed_documents: tuple[Document, ...]) -> None:
    both = [event.when.value for event in chronology(seed_documents) if len(event.carriage.origins) == 2]
    assert both == ["2023-09", "2024-06-14", None]


# ---- many articles ---------------------------------------------------------------------------------------------


def test_of_many_articles_stray_background_is_left_out(document: Annotate) -> None:
    texts = [f"The dam at Dolm burst on Monday. Water reached house {number}." for number in range(7)]
    documents = [document(text, id=f"d{number}", published="2024-06-14") for number, text in enumerate(texts)]
    extra = "The dam at Dolm burst on Monday. It was built in 1961. It was opened on 4 May 1963."
    documents.append(document(extra, id="extra", published="2024-06-14"))
    values = [event.when.value for event in chronology(documents)]
    assert "1961" not in values
    assert "1963-05-04" in values
    assert "1961" in [event.when.value for event in chronology(documents[-1:])]


# ---- what a chronology does not tell ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "I cried when the mayor spoke yesterday.",
        "Home | Dolm | June 12, 2024 the fair opened | Comments",
        "That all changed on Wednesday.",
        "The change that came last year is welcome.",
        "The mayor will not run again in September.",
        "The future of the bridge should be decided in the near future.",
        "Anglers have counted dead trout since Sunday.",
        "Orn has been trying to buy the port of Dolm since March.",
        "Since its 1987 debut 57 of the ferries have been sold.",
        "The mayor was barred from fishing until April 2009.",
        "Sunday was chosen by the council.",
    ],
)
def test_what_is_no_report_of_a_day_is_not_told(document: Annotate, text: str) -> None:
    assert chronology((document(text, published="2024-06-14"),)) == ()


def test_of_what_has_been_so_since_a_deed_the_deed_is_told(document: Annotate) -> None:
    text = "The yard has sold two ferries since the town of Dolm founded it on 3 May."
    (event,) = chronology((document(text, published="2024-06-14"),))
    assert (event.when.value, event.label) == ("2024-05-03", "[T]he town of Dolm founded it")


def test_a_turn_of_phrase_is_not_told_beside_the_deed_it_stands_with(document: Annotate) -> None:
    text = "Shares of Norvik Rail fell on Monday, continuing a trend of having lost 9 percent this year."
    assert [event.when.value for event in chronology((document(text, published="2024-06-14"),))] == ["2024-06-10"]


def test_a_day_counted_from_another_deed_is_shown_in_the_words_that_name_the_day(document: Annotate) -> None:
    counted = "The Orn gate was opened on Wednesday, a day after Keel and Brandt agreed to share the river."
    named = "In a call on Tuesday, Keel and Brandt agreed to share the river."
    documents = tuple(document(text, id=text[:3], published="2024-06-14") for text in (counted, named))
    events = [event for event in chronology(documents) if event.when.value == "2024-06-11"]
    assert [event.when.text for event in events] == ["on Tuesday"]


def test_a_meeting_called_for_a_day_to_come_is_not_reported_of_that_day(document: Annotate) -> None:
    text = "The council has called a meeting of all mayors for Wednesday."
    assert all(event.status is Status.EXPECTED for event in chronology((document(text, published="2024-06-14"),)))


def test_what_lies_after_the_publication_has_yet_to_come(document: Annotate) -> None:
    (event,) = chronology((document("The fair opens on 20 June in Dolm.", published="2024-06-14"),))
    assert (event.when.value, event.status) == ("2024-06-20", Status.EXPECTED)


def test_siblings_of_different_years_anchor_nothing(document: Annotate) -> None:
    undated = document(GAZETTE, id="gazette")
    siblings = [document(LEDGER, id=f"ledger-{year}", published=f"{year}-06-14") for year in (2023, 2024)]
    anchor_undated((undated, *siblings))
    assert anchor_of(undated) == (None, "none", ())


def test_a_sibling_of_months_later_anchors_nothing(document: Annotate) -> None:
    undated = document(GAZETTE, id="gazette")
    anchor_undated((undated, document(LEDGER, id="ledger", published="2024-09-14")))
    assert anchor_of(undated) == (None, "none", ())


def entries(document: Annotate, text: str) -> list[Event]:
    return list(chronology((document(text, id="a", published="2024-06-14"),)))


def test_a_plan_that_somebody_tells_on_a_day_is_told_once(document: Annotate) -> None:
    found = entries(document, "Jonas Keel will visit Velmar next week, the palace told Radio Dolm on Tuesday evening.")
    assert [(event.when.value, event.status) for event in found] == [("2024-06-17", Status.EXPECTED)]


def test_the_border_that_a_date_makes_is_shown(document: Annotate) -> None:
    (event,) = entries(document, "Norvik Rail will keep the Arl tunnel closed until September 30.")
    assert event.when.text == "until September 30"


def test_what_only_says_when_a_time_ends_is_no_event(document: Annotate) -> None:
    found = entries(document, "Sales will grow in the current quarter, which ends on June 26, Norvik Rail said.")
    assert not any(event.when.value == "2024-06-26" for event in found)


def test_a_relative_clause_is_labelled_by_the_name_it_describes(document: Annotate) -> None:
    found = entries(document, "Norvik Rail praised Orntel, which opened on July 1 in Dolm with a fair.")
    assert not any(event.label.startswith("which") for event in found)


def test_a_name_that_starts_small_keeps_its_letter(document: Annotate) -> None:
    event = telling(entries(document, "iTram opened in Dolm on June 3."), "Dolm")
    assert event.passages[0].text.startswith("iTram")


def test_a_plan_for_a_day_that_has_passed_is_not_told_as_expected(document: Annotate) -> None:
    stale = "Norvik Rail was expected to open the Arl tunnel on June 3. "
    found = entries(document, stale + "Norvik Rail is expected to open the Orn bridge on June 20.")
    assert [event.when.value for event in found if event.status is Status.EXPECTED] == ["2024-06-20"]


def test_a_label_that_leaves_out_what_was_called_for_shows_the_cut(document: Annotate) -> None:
    text = "Marek Olin called on Tavia on Monday to stop the shelling of villages along the river border."
    (event,) = chronology((document(text, published="2031-05-07"),))
    assert event.label == "Marek Olin called on Tavia…"


def test_a_label_that_says_all_shows_no_cut(document: Annotate) -> None:
    text = "Marek Olin called on the villages along the river border on Monday."
    (event,) = chronology((document(text, published="2031-05-07"),))
    assert not event.label.endswith("…")


def test_a_purpose_may_be_left_out_of_a_label(document: Annotate) -> None:
    text = "Marek Olin visited the Tavian capital on Monday to meet with the widow of its former governor, Ivo Vell."
    (event,) = chronology((document(text, published="2031-05-07"),))
    assert event.label == "Marek Olin visited the Tavian capital"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials in Velmar said last week that six people were in custody for questioning about the fire.",
            "Officials said… six people were in custody…",
        ),
        (
            "The road over the pass is safe again for heavy lorries, the transport ministry said on Wednesday.",
            "The road over the pass is safe… ministry said",
        ),
    ],
)
def test_a_label_tells_what_is_said_and_not_when(document: Annotate, text: str, expected: str) -> None:
    labels = [event.label for event in chronology((document(text, published="2024-06-14"),))]
    assert expected in labels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Engineers in Velmar raised the gate by half a metre and will open two more on June 20.",
            "Engineers… will open two more",
        ),
        (
            "A test flight of the new Marelian airliner of the largest kind ever was cancelled on June 3 in Arbek.",
            "A test flight… was cancelled",
        ),
    ],
)
def test_a_label_names_who_does_it(document: Annotate, text: str, expected: str) -> None:
    labels = [event.label for event in chronology((document(text, published="2024-06-14"),))]
    assert any(label.startswith(expected) for label in labels), labels


def texts(document: Annotate, text: str) -> list[str]:
    """The words of every event of one article of 14 June 2024."""
    events = chronology([document(text, published="2024-06-14")])
    return [passage.text for event in events for passage in event.passages]


def test_a_clause_that_only_tells_the_time_is_no_event(document: Annotate) -> None:
    assert texts(document, "The gates of Dolm were shut in March 2001. It was July 2001.") == [
        "The gates of Dolm were shut in March 2001."
    ]


def test_what_is_so_today_is_no_event_of_today(document: Annotate) -> None:
    told = texts(document, "The dam broke on 3 May. It stood on the hill that Velmar owns today.")
    assert not any("owns" in one for one in told)


def test_an_event_told_within_another_of_its_day_is_told_once(document: Annotate) -> None:
    told = texts(document, "In 1998, Keel and Brandt took all guards to Dolm. They decided to save fuel in 1998.")
    assert sum("took all guards" in one for one in told) == 1


def test_a_decade_is_told_with_its_words(document: Annotate) -> None:
    (event,) = chronology([document("Keel joined the ministry in the early 1980s.", published="2024-06-14")])
    assert event.when.text == "in the early 1980s"


def test_what_hangs_on_a_future_long_past_is_no_plan(document: Annotate) -> None:
    told = texts(document, "Keel spoke of his worries over the future role of the army. Keel returned decades later.")
    assert told == []
