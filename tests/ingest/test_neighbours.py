"""Sentences under pictures, of interviews and of lists, told by what stands beside them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from briefing.ingest.cleaning.captions import is_caption

from . import made_pages
from .made_pages import HEAD, STORY, body

read = partial(made_pages.read, gap="\n")


@pytest.mark.parametrize(
    "caption",
    [
        "Divers at the north quay of Skarholm last week. — Shore",
        "Firemen beside the old mill on Feb. 6, 2024. (The Arle River and Harbor Inspectorate of Norvania/Telegram)",
        "Smoke rises over the port on June 3. (Submitted by the Norvanian Navy)",
        "The quay just before noon, hours ahead of the storm. (Shore News: Siri Aal)",
        "A family is carried across the flooded quay by a tractor. Pic by Siri Aal",
        "This file photo, released by the navy on Dec. 19, 2023, shows the frigate at anchor. (Wire)",
    ],
)
def test_a_sentence_with_the_credit_of_a_picture_is_its_caption(caption: str) -> None:
    assert is_caption(caption, caption.count(" ") + 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "The divers found cracks in four piles at the north quay last week. — Shore",
        "The piles were driven in 1931. (Two of them are older still)",
        "A photo released by the navy shows the frigate at anchor.",
        "The mill, he said, was built by his father. (Wire)",
        "This picture of the port as a ruin is false, the board said.",
    ],
)
def test_a_sentence_that_tells_something_is_none(sentence: str) -> None:
    assert not is_caption(sentence, sentence.count(" ") + 1)


@pytest.mark.parametrize(
    "credit", ["Photo credit: File | Shore Media", "Credit...Siri Aal for The Post", "PHOTO: WIRE"]
)
@pytest.mark.parametrize(
    "caption",
    [
        "Divers at the north quay of Skarholm. Many said they had not been paid since February.",
        "The old customs house in Arle, Norvania’s planned museum, last year. Work on it has stopped.",
        "Passengers at the south quay on May 3, when the first ferries were full.",
    ],
)
def test_a_caption_hangs_above_its_credit(caption: str, credit: str, tmp_path: Path) -> None:
    assert body(read((*HEAD, *STORY[:2], caption, credit, *STORY[2:]), tmp_path)) == list(STORY)


def test_a_paragraph_above_the_credit_of_a_picture_without_a_caption_stays(tmp_path: Path) -> None:
    lines = (*HEAD, *STORY[:2], "Nobody was hurt, and the fish market opened as usual.", "Photo: Siri Aal", *STORY[2:])
    assert len(body(read(lines, tmp_path))) == len(STORY) + 1


UNSTOPPED = "The north quay was closed to passengers and lorries shortly before the first ferry of the day"


def test_a_sentence_without_a_stop_among_others_with_one_is_an_aside(tmp_path: Path) -> None:
    assert body(read((*HEAD, *STORY[:3], UNSTOPPED, STORY[3]), tmp_path)) == list(STORY)


def test_on_a_page_that_drops_its_stops_it_is_body(tmp_path: Path) -> None:
    bare = tuple(one.rstrip(".") for one in STORY)
    assert UNSTOPPED in body(read((*HEAD, *bare[:2], UNSTOPPED, *bare[2:]), tmp_path))


@pytest.mark.parametrize(
    "sentence",
    [
        "The quay was closed before the first ferry of the day had left the port, the chairman said",
        "The rules of the port have been published by the board in full and are found on",
    ],
)
def test_a_report_that_lost_its_stop_or_its_link_stays(sentence: str, tmp_path: Path) -> None:
    assert sentence in body(read((*HEAD, *STORY[:3], sentence, STORY[3]), tmp_path))


INTERVIEW = (
    "Odd Lindahl, 61, has run the harbor board of Skarholm since 2011. He spoke to the Post about piles and patience.",
    "How many times have you had to close a quay?",
    "Four times. We had forty minutes on Friday.",
    "Who pays you?",
    "Nobody, in the way you mean. I have a pension.",
    "Did your divers ask for the survey?",
    "They did, and I am glad of it.",
    "What do you need most?",
    "Timber. And a winter without storms.",
)


def test_every_question_of_an_interview_is_body(tmp_path: Path) -> None:
    assert body(read((*HEAD, *INTERVIEW), tmp_path)) == list(INTERVIEW)


def test_a_question_as_a_sub_head_is_not(tmp_path: Path) -> None:
    assert body(read((*HEAD, *STORY[:2], "What happens next?", *STORY[2:]), tmp_path)) == list(STORY)


RECOMMENDED = (
    "The board calls on the ministry to:",
    "Open the south quay at night;",
    "Keep the divers under contract until May; and",
    "Pay for the piles.",
    "Three steps would help:",
    "Timber, divers, and a winter without storms.",
)


def test_items_of_a_list_that_goes_on_are_body(tmp_path: Path) -> None:
    assert body(read((*HEAD, *STORY, *RECOMMENDED), tmp_path)) == [*STORY, *RECOMMENDED]


def test_what_stands_below_the_press_office_is_none_of_the_release(tmp_path: Path) -> None:
    office = ("For interviews, please contact:", "Una Berg, +47 555 0142", "The board has run the port since 1903.")
    assert body(read((*HEAD, *STORY, *office), tmp_path)) == list(STORY)


def test_a_rate_of_exchange_is_body(tmp_path: Path) -> None:
    rate = "($1 = 10.4200 crowns)"
    assert body(read((*HEAD, *STORY, rate), tmp_path)) == [*STORY, rate]


def test_a_speech_in_single_marks_speaks_for_nobody_else(tmp_path: Path) -> None:
    told = (
        "He told the meeting: 'I went to see how others do it. You wanted a better quay and we tried to build you one.'"
    )
    lines = (*HEAD, *STORY[:2], "Most read", "Ferry strike called off", "Storm hits Calder", told, *STORY[2:])
    assert body(read(lines, tmp_path)) == [*STORY[:2], told, *STORY[2:]]


def test_a_standfirst_that_reports_stands_above_the_buttons(tmp_path: Path) -> None:
    standfirst = "The harbor board said that divers had found cracks in the piles of the quay."
    article = read((HEAD[0], standfirst, "Share full article", *HEAD[1:], *STORY), tmp_path)
    assert (article.subtitle, body(article)) == (standfirst, list(STORY))


@pytest.mark.parametrize(
    "above",
    [
        "Shore 24 - Breaking news, top stories and headlines",
        "Ports, Ships & Trade, Featured, Gender, Headlines",
        "Fund independent journalism with 5 crowns a month",
    ],
)
def test_what_a_site_says_of_itself_is_no_headline(above: str, tmp_path: Path) -> None:
    assert read((above, *HEAD, *STORY), tmp_path).title == HEAD[0]


def test_a_live_page_has_its_headline(tmp_path: Path) -> None:
    title = "Live updates: North quay closed after divers find cracks"
    lines = (title, *HEAD[1:], "Submit a comment or question", "Key events", *STORY)
    assert read(lines, tmp_path).title == title


def test_a_place_beside_the_date_is_no_writer(tmp_path: Path) -> None:
    lines = (HEAD[0], HEAD[2], "NORTH ARLE", *STORY, "The timber comes from North Arle.")
    assert read(lines, tmp_path).byline == ()


@pytest.mark.parametrize(
    ("stamp", "value"),
    [("05/06/2024May 6, 2024", "2024-05-06"), ("05/06/2024", None), ("Issued on: 06/05/2024 - 18:42", None)],
)
def test_a_day_that_is_told_twice(stamp: str, value: str | None, tmp_path: Path) -> None:
    assert read((HEAD[0], stamp, *STORY), tmp_path).published == value


@pytest.mark.parametrize(
    "above",
    [
        "Divers gather at the north quay in Skarholm on May 3.",
        "The harbor board has closed a quay and does not know when it will open.",
    ],
)
def test_nothing_above_the_dateline_is_told_by_the_story(above: str, tmp_path: Path) -> None:
    story = (f"SKARHOLM, May 3 (Wire) - {STORY[0]}", *STORY[1:])
    assert body(read((HEAD[0], HEAD[2], above, *story), tmp_path)) == list(story)


def test_a_page_describes_its_publisher_below_the_publishers_name(tmp_path: Path) -> None:
    about = ("The Skar Post", "The Skar Post is a source of independent news in a country that has few of them.")
    assert body(read((*HEAD, *STORY, *about), tmp_path)) == list(STORY)


def test_a_sub_head_may_open_its_paragraph_too(tmp_path: Path) -> None:
    section = ("The north quay", "The north quay is the oldest of the port and was built for whalers.")
    assert body(read((*HEAD, *STORY[:3], *section, STORY[3]), tmp_path)) == [*STORY[:3], section[1], STORY[3]]


def test_an_item_may_end_with_an_hour(tmp_path: Path) -> None:
    item = "South quay: last ferry for Arle at 6 p.m."
    assert body(read((*HEAD, *STORY, item, STORY[0].replace("north", "west")), tmp_path))[4] == item


def test_a_motto_and_a_double_stamp_are_no_story(tmp_path: Path) -> None:
    stamp = "May 3, 2024 at 6:15 p.m. ESTYesterday at 6:15 p.m. EST"
    article = read(("Nothing But Tides", HEAD[0], "5 min", stamp, HEAD[1], *STORY), tmp_path)
    assert (article.title, article.byline, body(article)) == (HEAD[0], ("Ida Kall",), list(STORY))


def test_a_kicker_of_two_parts_is_no_headline(tmp_path: Path) -> None:
    assert read(("Alert / Coast & Islands", "3 May 2024", "North quay closed again", *STORY), tmp_path).title == (
        "North quay closed again"
    )
