"""Sentences beside a story that are none of it, and sentences of a story that look like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .made_pages import HEAD, STORY, body, read


@pytest.mark.parametrize(
    "note",
    [
        "Ida Kall covers the coast for the Post.",
        "Ida Kall is the paper's harbor correspondent.",
        "Ida Kall joined the Post in 2011 after nine years at sea.",
    ],
)
def test_what_a_writer_does_is_no_part_of_the_story(note: str, tmp_path: Path) -> None:
    assert body(read([*HEAD, *STORY, note], tmp_path)) == list(STORY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Kall was arrested at the quay while she took pictures, her paper said.",
        "Pia Strom is the board's harbor master.",
        "Ida Kallas works on the quay as a welder.",
    ],
)
def test_a_person_of_the_story_stays(sentence: str, tmp_path: Path) -> None:
    assert body(read([*HEAD, *STORY, sentence], tmp_path)) == [*STORY, sentence]


def test_what_the_page_tells_its_reader_among_furniture_is_dropped(tmp_path: Path) -> None:
    lines = [*HEAD, *STORY, "Share this article", "We love what comes from you. Please keep it short."]
    assert body(read(lines, tmp_path)) == list(STORY)


def test_advice_to_the_reader_of_a_report_stays(tmp_path: Path) -> None:
    advice = "If you hold a ticket for the north quay, it is good for the south quay as well."
    assert body(read([*HEAD, *STORY[:3], "Advertisement", advice, STORY[3]], tmp_path)) == [
        *STORY[:3],
        advice,
        STORY[3],
    ]


def test_an_essay_speaks_to_its_reader_throughout(tmp_path: Path) -> None:
    plea = "We owe our harbor more than paint, and we know it."
    essay = ["We have let our quays rot, and we have nobody to blame but our own thrift.", *STORY]
    assert body(read([*HEAD, *essay, "Advertisement", plea, "Share this article"], tmp_path)) == [*essay, plea]


@pytest.mark.parametrize("quote", ["“We could not wait for the spring.”", '"We could not wait for the spring"'])
def test_a_pulled_quote_is_not_told_twice(quote: str, tmp_path: Path) -> None:
    assert body(read([*HEAD, *STORY[:2], quote, *STORY[2:]], tmp_path)) == list(STORY)


def test_a_quotation_that_is_told_once_stays(tmp_path: Path) -> None:
    once = "“Nobody can say that we were not warned about those piles.”"
    assert body(read([*HEAD, *STORY, once], tmp_path)) == [*STORY, once]


@pytest.mark.parametrize(
    "above",
    ["Harbor / Coast / World / Sport", "Harbor | Coast | Arle", "THE SKAR SHIMBUN | Skar & Arle Watch"],
)
def test_a_row_of_names_is_no_headline(above: str, tmp_path: Path) -> None:
    assert read([above, *HEAD, *STORY], tmp_path).title == HEAD[0]


def test_a_headline_of_two_sentences_is_one(tmp_path: Path) -> None:
    article = read(["North quay closed. Divers find cracks in piles.", *HEAD[1:], *STORY], tmp_path)
    assert article.title == "North quay closed. Divers find cracks in piles."
    assert body(article) == list(STORY)


def test_a_first_sentence_that_reports_is_no_headline(tmp_path: Path) -> None:
    lead = "The north quay is closed, the harbor board said."
    article = read([lead, *HEAD[1:], *STORY], tmp_path)
    assert article.title is None
    assert lead in body(article)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        (["By IDA KALL Staff Writer"], ("Ida Kall",)),
        (["By IDA KALL/ Staff Writer"], ("Ida Kall",)),
        (["Ida Kall", "Harbor correspondent"], ("Ida Kall",)),
        (["Ida Kall (The Skar Post)"], ("Ida Kall",)),
        (["By Ida Kall", "@idakall", "Jens Moor"], ("Ida Kall", "Jens Moor")),
        (["By Ida Kall, health correspondent, and Jens Moor"], ("Ida Kall", "Jens Moor")),
        (["By Ida Kall, Chief Political Correspondent, and Jens Moor, Harbor Editor"], ("Ida Kall", "Jens Moor")),
        (["By Ida Kall in Calder and Jens Moor in Torre"], ("Ida Kall", "Jens Moor")),
        (["By Ida Kall in New Calder and San Torre"], ("Ida Kall",)),
        (["Ida Kall Health policy editor"], ("Ida Kall",)),
        (["By Ida Kall with Wire, agencies"], ("Ida Kall",)),
        (["By By Ida Kall / Skar Post"], ("Ida Kall",)),
        (["By : Ida Kall (Calder) and Jens Moor (Torre)"], ("Ida Kall", "Jens Moor")),
        (["By Ida Kall Fox News"], ("Ida Kall",)),
        (["Ida Kall Local Democracy Reporter", "3 May 2024"], ("Ida Kall",)),
        (["IDA KALL — 3 May 2024"], ("Ida Kall",)),
        (["3 May 2024", "Ida Kall", "Associate Fellow, Coast Programme"], ("Ida Kall",)),
    ],
)
def test_forms_of_bylines(byline: list[str], names: tuple[str, ...], tmp_path: Path) -> None:
    assert read([HEAD[0], *byline, *STORY], tmp_path).byline == names


def test_a_byline_and_stamp_below_a_standfirst_and_a_caption(tmp_path: Path) -> None:
    standfirst = "The quay will stay shut until the end of October for repairs."
    lines = [HEAD[0], standfirst, "The north quay. (File photo: Jens Moor)", "Ida Kall", "@idakall", HEAD[2], *STORY]
    article = read(lines, tmp_path)
    assert (article.subtitle, article.byline, article.published) == (standfirst, ("Ida Kall",), "2024-05-03")
    assert body(article) == list(STORY)


@pytest.mark.parametrize("headline", ["Storm Hits Calder", "Riots Erupt Following Death of Brekka Teen"])
def test_a_headline_of_capitals_below_a_date_is_no_name(headline: str, tmp_path: Path) -> None:
    article = read(["May 3, 2024", headline, *STORY], tmp_path)
    assert (article.title, article.byline) == (headline, ())


def test_a_writer_of_whom_nothing_else_tells_is_no_part_of_the_story(tmp_path: Path) -> None:
    note = "Jon Aske is an assistant editor at Letters from Arle. He has written on the northern fisheries since 2009."
    assert body(read([*HEAD, *STORY, note], tmp_path)) == list(STORY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Jon Aske is an editor of the harbor's own paper and was among the first to see the cracks, he said.",
        "Odd Lindahl is the editor of a guide to the quays and has never worked at sea.",
    ],
)
def test_a_writer_whom_the_story_tells_of_stays(sentence: str, tmp_path: Path) -> None:
    assert body(read([*HEAD, *STORY, sentence], tmp_path)) == [*STORY, sentence]


def test_an_address_in_two_lines_among_furniture_is_dropped(tmp_path: Path) -> None:
    page = [*HEAD, *STORY, "Agencies contributed to this report.", "Is the Post important to you?"]
    page += ["If so, we have a request.", "Already a member? Sign in to stop seeing this"]
    assert body(read(page, tmp_path)) == list(STORY)


def test_what_a_reader_may_now_read_is_dropped(tmp_path: Path) -> None:
    page = [*HEAD, *STORY, "ida.kall@post.example", "You're all set to enjoy unlimited Prime content."]
    assert body(read(page, tmp_path)) == list(STORY)


def test_advice_at_the_end_of_a_report_stays(tmp_path: Path) -> None:
    advice = "If you park at the quay, move the car before Friday."
    assert body(read([*HEAD, *STORY, advice], tmp_path)) == [*STORY, advice]


def test_a_standfirst_and_a_caption_above_a_dateline_are_none_of_the_story(tmp_path: Path) -> None:
    standfirst = "The quay will stay shut until the end of October for repairs to its piles, four of which are cracked."
    opening = f"Skarholm (SPA) – {STORY[0]}"
    page = [HEAD[0], HEAD[2], standfirst, "Divers at the quay on April 17 (Photo: SPA)", opening, *STORY[1:]]
    assert body(read(page, tmp_path)) == [opening, *STORY[1:]]


@pytest.mark.parametrize("end", ["Enditem", "ENDS", "-ends-"])
def test_a_wires_word_for_the_end_cuts_no_sentence_off(end: str, tmp_path: Path) -> None:
    last = f"It was the 496th survey of the quay since 1811. {end}"
    assert body(read([*HEAD, *STORY, last], tmp_path)) == [*STORY, last]


def test_a_notice_on_comments_is_dropped(tmp_path: Path) -> None:
    assert body(read([*HEAD, *STORY, "Comments - Please login in order to comment."], tmp_path)) == list(STORY)
