"""Titles, days and writers as pages print them, where no metadata or others' metadata stand in the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from briefing.errors import IngestError
from briefing.ingest import read_sources
from briefing.ingest.pages.times import time_of
from briefing.model import Article, DateBasis

from .made_pages import body

TITLE = "Port of Calder reopens after nine days"
PARAGRAPHS = (
    "The port of Calder reopened on Friday after a strike of nine days, the harbor board said in a statement.",
    "About 40 ships had waited offshore since the dockworkers walked out over pay and shifts in late April.",
    "The board said it would take two weeks to clear the backlog at the four terminals of the outer harbor.",
    "“We have what we asked for eight days ago,” said Petra Lund, who speaks for the dockworkers of Calder.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def read(folder: Path, head: str = "", above: str = f"<h1>{TITLE}</h1>", text: str = BODY, below: str = "") -> Article:
    """The one article of a page."""
    path = folder / "page.html"
    markup = f"<head>{head}</head><body><article>{above}<div>{text}</div></article>{below}</body>"
    path.write_text(f"<!doctype html><html>{markup}</html>", encoding="utf-8")
    (article,) = read_sources([str(path)]).articles
    return article


def test_the_heading_is_the_title_though_metadata_reword_it(tmp_path: Path) -> None:
    reworded = "Calder port strike: dockworkers end nine days of walkout"
    head = f"<title>{reworded}</title><meta property='og:title' content='{reworded}'>"
    assert read(tmp_path, head).title == TITLE


def test_a_heading_of_a_story_on_the_same_matter_is_not(tmp_path: Path) -> None:
    head = f"<title>{TITLE}</title><meta property='og:title' content='{TITLE}'>"
    above = f"<h1>Calder port strike: what nine days cost, and who reopens what</h1><h1>{TITLE}</h1>"
    assert read(tmp_path, head, above).title == TITLE


def test_a_heading_of_another_story_is_not(tmp_path: Path) -> None:
    head = f"<title>{TITLE}</title><meta property='og:title' content='{TITLE}'>"
    assert read(tmp_path, head, "<h1>Ten walks in the rain</h1>").title == TITLE


def test_the_heading_of_a_section_that_shares_one_word_is_not(tmp_path: Path) -> None:
    head = f"<title>{TITLE}</title><meta property='og:title' content='{TITLE}'>"
    assert read(tmp_path, head, "<h1>Calder and its region</h1>").title == TITLE


@pytest.mark.parametrize("behind", ["", " | Harbors | The Shore Post"])
def test_a_headline_of_second_rank_below_the_section_is_the_title(behind: str, tmp_path: Path) -> None:
    above = f"<h1>Harbors and Shipping</h1><h2>Most read</h2><h2>{TITLE}</h2>"
    assert read(tmp_path, f"<title>{TITLE}{behind}</title>", above).title == TITLE


def test_a_page_without_headings_has_its_title_in_the_line_marked_so(tmp_path: Path) -> None:
    line = f"<p><span class='headline entry-title'>{TITLE}</span></p>"
    assert read(tmp_path, "<title>News from the Shore Post</title>", line).title == TITLE


def test_a_headline_set_large_below_a_teaser_is_told_by_the_title_of_the_page(tmp_path: Path) -> None:
    above = (
        f"<div><span class=headline>Ten walks in the autumn rain</span></div><div><b>Harbor</b></div><div>{TITLE}</div>"
    )
    assert read(tmp_path, f"<title>Council of Calder - {TITLE}</title>", above).title == TITLE


def test_a_heading_without_words_leaves_the_next_rank_the_title(tmp_path: Path) -> None:
    above = f"<h1><img src=logo.png></h1><h2>{TITLE}</h2>"
    assert read(tmp_path, "<title>shorepost.com</title>", above).title == TITLE


@pytest.mark.parametrize("sign", ["&#8217;", "&rsquo;"])
def test_a_title_and_a_writer_that_are_escaped_in_data_are_shown_as_meant(sign: str, tmp_path: Path) -> None:
    data = (
        f'{{"@type": "NewsArticle", "headline": "Calder{sign}s port reopens", "author": {{"name": "Ann O{sign}Dell"}}}}'
    )
    article = read(tmp_path, f"<script type='application/ld+json'>{data}</script>", "")
    assert (article.title, article.byline) == ("Calder’s port reopens", ("Ann O’Dell",))


def test_a_headline_repeated_in_the_text_is_left_out_of_it(tmp_path: Path) -> None:
    article = read(tmp_path, above=f"<h1>{TITLE}</h1>", text=f"<h4>{TITLE}</h4>{BODY}")
    assert (article.title, article.text.count(TITLE), body(article)) == (TITLE, 0, list(PARAGRAPHS))


def test_a_sentence_that_begins_as_the_headline_stays(tmp_path: Path) -> None:
    longer = f"{TITLE}, and the first of 40 ships has already been unloaded, the harbor board said on Friday."
    assert longer in body(read(tmp_path, text=f"<p>{longer}</p>{BODY}"))


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("<div class=meta>By Ann Bell May 3, 2024 3:21 PM</div>", "2024-05-03T15:21:00"),
        ("<div>Calder, May 3, 2024</div>", "2024-05-03"),
        ("<div>Updated May 5, 2024</div>", None),
        ("<div>The harbor was opened by the old queen on May 3, 1924</div>", None),
        ("<div style='display:none'>May 5, 2024</div>", None),
    ],
    ids=["beside the writer", "beside the place", "of a change", "in a statement", "hidden"],
)
def test_a_day_in_a_line_of_the_masthead_is_stated(line: str, published: str | None, tmp_path: Path) -> None:
    article = read(tmp_path, above=f"<h1>{TITLE}</h1>{line}")
    assert article.published == published
    assert article.published_basis is (DateBasis.STATED if published else DateBasis.NONE)


def test_the_time_above_the_headline_of_an_article_is_its_own(tmp_path: Path) -> None:
    above = f"<time datetime='2024-05-03'>Friday</time><h1>{TITLE}</h1>"
    assert read(tmp_path, above=above).published == "2024-05-03"


def test_a_date_printed_in_the_box_of_the_headline_is_its_own(tmp_path: Path) -> None:
    above = f"<header><span>Ann Bell</span><span class='post-timestamp'>May 3, 2024</span><h1>{TITLE}</h1></header>"
    assert read(tmp_path, above=above).published == "2024-05-03"


@pytest.mark.parametrize("name", ["The Shore Post", "Harbors"])
def test_a_date_in_the_box_of_another_heading_is_that_of_the_visit(name: str) -> None:
    masthead = f"<div><span class=date>May 5, 2024</span><h1>{name}</h1></div>"
    tree = html.document_fromstring(f"<body>{masthead}<article><h1>{TITLE}</h1>{BODY}</article></body>")
    assert time_of(tree, {}, None, TITLE) == (None, DateBasis.STATED)


@pytest.mark.parametrize(
    ("behind", "published"),
    [("03.05.2024", "2024-05-03"), ("May 3, 2024", "2024-05-03"), ("All that happened on May 3, 2024", None)],
)
def test_a_date_alone_behind_a_bar_in_the_title_of_the_page_is_stated(
    behind: str, published: str | None, tmp_path: Path
) -> None:
    assert read(tmp_path, f"<title>{TITLE} | SP | {behind}</title>").published == published


def test_the_time_above_the_headline_but_outside_the_article_is_not(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><time datetime='2024-05-03'></time><article><h1>{TITLE}</h1>{BODY}</article></body>")
    (article,) = read_sources([str(path)]).articles
    assert article.published is None


@pytest.mark.parametrize(
    "line",
    [
        "<p>By ANN BELL <span>|</span> 5/ 3/24 09:19 PM ET</p>",
        "<p class='author vcard'><a href='/ann'>Ann Bell</a> <span>Senior Harbor Correspondent</span></p>",
    ],
    ids=["figures behind", "title behind"],
)
def test_the_writer_is_told_from_what_stands_behind_the_name(line: str, tmp_path: Path) -> None:
    assert read(tmp_path, above=f"<h1>{TITLE}</h1>{line}").byline == ("Ann Bell",)


def test_a_by_line_under_the_title_goes_before_the_writer_of_a_teaser(tmp_path: Path) -> None:
    teaser = "<div><h3>Ten walks in the rain</h3><div class='teaser_author_name'>Carl Dorn</div></div>"
    assert read(tmp_path, above=f"<h1>{TITLE}</h1><p>By Ann Bell</p>", below=teaser).byline == ("Ann Bell",)


@pytest.mark.parametrize("name", ["Shore Post Editions", "shorepost.com", "shorepost"])
def test_names_of_the_outlet_are_no_writers(name: str, tmp_path: Path) -> None:
    head = f"<meta property='og:site_name' content='Shore Post'><meta name=author content='{name}'>"
    assert read(tmp_path, head).byline == ()


@pytest.mark.parametrize("name", ["Shore Post GmbH, Munich, Germany", "Shorepost", "Harbor Media Inc."])
def test_publishers_and_what_addresses_call_them_are_no_writers(name: str, tmp_path: Path) -> None:
    head = f"<link rel=canonical href='https://www.shorepost.co.uk/a'><meta name=author content='{name}'>"
    assert read(tmp_path, head).byline == ()


def test_a_writer_named_as_the_place_of_another_outlet_stays(tmp_path: Path) -> None:
    head = "<link rel=canonical href='https://www.shorepost.co.uk/a'><meta name=author content='Ann Shore'>"
    assert read(tmp_path, head).byline == ("Ann Shore",)


COMMENT = "<div class='comment'><span class='comment_author'>Carl Dorn</span><p>They should all be dismissed.</p></div>"


@pytest.mark.parametrize("box", ["class='visitors_comment_block'", "id='comments'", "class='article-comments-area'"])
def test_readers_comments_are_neither_text_nor_writers(box: str, tmp_path: Path) -> None:
    below = f"<div {box}><h3>Dismiss them</h3>{COMMENT * 6}</div>"
    article = read(tmp_path, text=BODY + below)
    assert (body(article), article.byline) == (list(PARAGRAPHS), ())


@pytest.mark.parametrize("box", ["class='comment'", "class='entry with-comments'", "id='comments-open'"])
def test_an_article_of_the_comment_section_is_no_comment(box: str, tmp_path: Path) -> None:
    assert body(read(tmp_path, text=f"<div {box}>{BODY}</div>")) == list(PARAGRAPHS)


def test_words_behind_an_empty_mark_stay_in_their_paragraph(tmp_path: Path) -> None:
    first, rest = PARAGRAPHS[0], "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    marked = first.replace(" after", "<span id='more-91292'></span> after")
    assert body(read(tmp_path, text=f"<p>{marked}</p>{rest}")) == list(PARAGRAPHS)


def test_a_sentence_of_the_story_set_as_a_heading_is_read(tmp_path: Path) -> None:
    lead, rest = PARAGRAPHS[0], "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    assert body(read(tmp_path, text=f"<h2>{lead}</h2>{rest}")) == list(PARAGRAPHS)


def test_teasers_in_boxes_that_are_numbered_are_not_the_story(tmp_path: Path) -> None:
    boxes = "".join(
        f"<div class='item pos-{number}'><h4><a href='/{number}'>Ship {number} sails</a></h4>"
        f"<p>The ship sailed on Sunday with {number} hundred tons of grain, its owner said in Calder.</p></div>"
        for number in range(1, 4)
    )
    assert body(read(tmp_path, text=f"{BODY}<div>{boxes}</div>")) == list(PARAGRAPHS)


def test_a_page_in_a_script_without_blanks_is_named_by_its_language(tmp_path: Path) -> None:
    lines = "".join(f"<p>{sentence}</p>" for sentence in ["港口在罢工九天之后于星期五重新开放，港务局在声明中说。"] * 6)
    menu = "".join(f"<li>{word}</li>" for word in ["新闻", "体育", "财经", "文化", "科技", "天气"])
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><body><ul>{menu * 9}</ul><article><h1>港口重新开放</h1>{lines}</article></body>", encoding="utf-8"
    )
    with pytest.raises(IngestError) as caught:
        read_sources([str(path)])
    assert caught.value.code == "language"


def test_the_kicker_in_a_heading_is_no_part_of_the_title(tmp_path: Path) -> None:
    head = f"<meta property='og:title' content='{TITLE}'>"
    assert read(tmp_path, head, f"<h1><span>HARBORS</span> {TITLE}</h1>").title == TITLE


def test_the_first_words_of_a_heading_that_are_set_apart_stay(tmp_path: Path) -> None:
    heading = f"<h1><em>Port of Calder</em>{TITLE.removeprefix('Port of Calder')}</h1>"
    assert read(tmp_path, f"<title>{TITLE}</title>", heading).title == TITLE


def test_a_kicker_set_as_a_heading_does_not_make_the_title_longer(tmp_path: Path) -> None:
    long = f"Harbors along the coast: {TITLE}"
    head = f"<title>{long} - shorepost.com</title><meta property='og:title' content='{long}'>"
    assert read(tmp_path, head, f"<h2>Harbors along the coast</h2><h1>{TITLE}</h1>").title == TITLE


def test_a_date_in_the_box_of_the_headline_needs_no_name(tmp_path: Path) -> None:
    above = f"<div><div>03.05.2024</div><h1>{TITLE}</h1></div>"
    assert read(tmp_path, above=above).published == "2024-05-03"


def test_the_places_behind_the_name_of_the_outlet_are_no_writers(tmp_path: Path) -> None:
    head = "<meta property='og:site_name' content='Shore Post'><meta name=author content='Shore Post, Calder, Orland'>"
    assert read(tmp_path, head).byline == ()
