"""Pages in the markup of many content systems: text, title, writers and time as a reader of the page sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import IngestError
from briefing.ingest import Limits, read_sources
from briefing.model import Article, DateBasis

from .made_pages import body

TITLE = "Port of Calder reopens after nine days"
LEAD = "The port of Calder reopened on Friday after a strike of nine days, the harbor board said in a statement."
SECOND = "About 40 ships had waited offshore since the dockworkers walked out over pay and shifts in late April."
THIRD = "The board said it would take two weeks to clear the backlog at the four terminals of the outer harbor."
FOURTH = "“We have what we asked for eight days ago,” said Petra Lund, who speaks for the dockworkers of Calder."
PARAGRAPHS = (LEAD, SECOND, THIRD, FOURTH)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
NAMED = '<script type="application/ld+json">{"@type": "NewsArticle", "author": %s}</script>'


def read(folder: Path, markup: str) -> Article:
    """The one article of a page."""
    path = folder / "page.html"
    path.write_text(f"<!doctype html><html>{markup}</html>", encoding="utf-8")
    (article,) = read_sources([str(path)]).articles
    return article


def headed(head: str = "", above: str = "", below: str = "") -> str:
    """A page with a headline, something under it and something under its text."""
    return f"<head>{head}</head><body><article><h1>{TITLE}</h1>{above}<div>{BODY}</div>{below}</article></body>"


def test_line_ends_of_the_source_do_not_part_a_paragraph(tmp_path: Path) -> None:
    text = "<div>" + "</div><div>".join(paragraph.replace(" the ", "\nthe ") for paragraph in PARAGRAPHS) + "</div>"
    assert body(read(tmp_path, f"<body><article><h1>{TITLE}</h1>{text}</article></body>")) == list(PARAGRAPHS)


def test_a_table_that_holds_the_columns_of_a_page_is_no_table(tmp_path: Path) -> None:
    story = "<p>".join(PARAGRAPHS)
    article = read(
        tmp_path,
        "<body><table><tr><td><a href=a>Front page</a><br><a href=b>City</a><br><a href=c>Letters</a></td>"
        f"<td><font size=4><b>{TITLE}</b></font><br><font size=2>{story}</font></td></tr></table></body>",
    )
    assert body(article) == list(PARAGRAPHS)


def test_a_table_of_figures_stays_one(tmp_path: Path) -> None:
    table = "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2023</td><td>812</td></tr></table>"
    article = read(tmp_path, f"<body><article><h1>{TITLE}</h1>{BODY}{table}</article></body>")
    assert body(article) == list(PARAGRAPHS)


def test_bare_words_beside_paragraphs_are_one_of_them(tmp_path: Path) -> None:
    article = read(
        tmp_path, f"<body><div id=story>{LEAD} <p>{SECOND}</p>{THIRD} <i>Calder</i> waits.<p>{FOURTH}</p></div></body>"
    )
    assert body(article) == [LEAD, SECOND, f"{THIRD} Calder waits.", FOURTH]


@pytest.mark.parametrize(
    ("head", "heading"),
    [
        (f"<title>Shore Post - {TITLE}</title>", f"<b>{TITLE}</b>"),
        (f"<title>Shore Post: {TITLE}</title>", f"<h1>Shore Post</h1><h3 class='post-title entry-title'>{TITLE}</h3>"),
        ("<title>Harbor Board of Calder - Releases</title>", f"<div class='pageTitle'><h2>{TITLE}</h2></div>"),
        (f"<title>{TITLE} « Shore Post</title>", f"<h1 class=logo>Shore Post</h1><h1>{TITLE}</h1>"),
        (f"<title>{TITLE} -- Shore Post</title>", "<h1>Business</h1>"),
        ("<title>Shore Post Online</title>", f"<h2>Archive</h2><h2>{TITLE}</h2>"),
    ],
    ids=["name before", "blog", "no first heading", "two headings", "section heading", "second rank"],
)
def test_the_title_is_found_whatever_stands_round_it(head: str, heading: str, tmp_path: Path) -> None:
    article = read(tmp_path, f"<head>{head}</head><body>{heading}<div>{BODY}</div></body>")
    assert article.title == TITLE


@pytest.mark.parametrize(
    "above",
    [
        "<div class='byline'>By <a href=x>Ida Kall</a> and <a href=y>Jens Moor</a></div>",
        "<p class='author-section'>By <a class='author'>IDA KALL</a> and <a class='author'>JENS MOOR</a></p>",
        "<p><span class='byline-prefix'>By </span><span>Ida Kall</span> and <span>Jens Moor</span></p>",
        "<div>By Ida Kall and Jens Moor</div>",
        "<span>By <a rel=author>Ida Kall</a>, <a rel=author>Jens Moor</a></span>",
        "<div data-testid='byline-contributors'><span>Ida Kall and Jens Moor</span><div>SPN News, Calder</div></div>",
    ],
    ids=["class", "capitals", "spans", "by line", "links", "test id"],
)
def test_the_writers_are_read_from_the_line_that_names_them(above: str, tmp_path: Path) -> None:
    assert read(tmp_path, headed(above=above)).byline == ("Ida Kall", "Jens Moor")


def test_microdata_name_the_writer(tmp_path: Path) -> None:
    above = "<dd itemprop=author itemscope>Written by <span itemprop=name>Ida Kall</span></dd>"
    assert read(tmp_path, headed("<meta name=author content='Super User'>", above)).byline == ("Ida Kall",)


@pytest.mark.parametrize(
    "author",
    [
        '{"@type": "Organization", "name": "Shore Post"}',
        '"Shore Post"',
        '["Reuters Staff"]',
        '"admin"',
        '"https://post.example/ida"',
    ],
)
def test_outlets_desks_accounts_and_addresses_are_no_writers(author: str, tmp_path: Path) -> None:
    head = f"<meta property='og:site_name' content='Shore Post'>{NAMED % author}"
    assert read(tmp_path, headed(head)).byline == ()


def test_a_writer_is_named_without_the_outlet_behind_the_name(tmp_path: Path) -> None:
    head = "<meta property='og:site_name' content='SHORE POST'>" + NAMED % '"Ida Kall, SHORE POST"'
    assert read(tmp_path, headed(head)).byline == ("Ida Kall",)


def test_nobody_is_named_where_only_a_teaser_below_has_a_writer(tmp_path: Path) -> None:
    below = "<aside><h3>Ten walks in the rain</h3><p>By the sea, and by train</p></aside>"
    assert read(tmp_path, headed(below=below)).byline == ()


def test_the_time_under_the_headline_is_the_publication(tmp_path: Path) -> None:
    changed = "<time class=updated datetime='2024-05-04T10:00:00Z'></time>"
    article = read(tmp_path, headed(above=f"<div>{changed}<time datetime='2024-05-03T08:14:00Z'></time></div>"))
    assert (article.published, article.published_basis) == ("2024-05-03T08:14:00+00:00", DateBasis.METADATA)


def test_the_time_of_a_teaser_is_not(tmp_path: Path) -> None:
    below = "<section><h3>Ten walks in the rain</h3><time datetime='2023-01-01'>1 January</time></section>"
    assert read(tmp_path, headed(below=below)).published is None


def test_a_quotation_at_the_head_names_neither_writer_nor_day(tmp_path: Path) -> None:
    above = "<blockquote><p>“A harbor sleeps with one eye open and never closes the other of them.”</p></blockquote>"
    signed = "<p>— Jon Perrin, Calder, TX, April 15, 2019</p>"
    article = read(tmp_path, f"<body><article><h1>{TITLE}</h1>{above}{signed}{BODY}</article></body>")
    assert (article.published, article.byline) == (None, ())


def test_what_a_correction_takes_back_is_no_evidence(tmp_path: Path) -> None:
    note = "<p>• This article was amended on 4 May 2024. An earlier version said that 60 ships had waited.</p>"
    article = read(tmp_path, f"<body><article><h1>{TITLE}</h1>{BODY}{note}</article></body>")
    assert body(article) == list(PARAGRAPHS)
    assert [one.rule for one in article.dropped] == ["correction"]


def test_readers_comments_below_their_heading_are_left_out(tmp_path: Path) -> None:
    below = "<h4>About the writers</h4><p>Ida Kall covers the courts of Calder. Jens Moor covers its harbor.</p>"
    assert body(read(tmp_path, headed(below=below))) == list(PARAGRAPHS)


def test_teasers_of_other_articles_are_not_the_story(tmp_path: Path) -> None:
    teasers = "".join(
        f"<article class=card><h3><a href=/{n}>{title}</a></h3><p>{text}</p><b class=author>Una Berg</b></article>"
        for n, (title, text) in enumerate(
            [
                ("Crown falls to a record low", "The currency lost 2 percent on Monday, traders in Orland said."),
                ("Tunnel under the Sund approved", "Parliament voted 61-58 for the first stage after 14 hours."),
                ("Ferry aground off Skarholm", "All 212 people on board were taken off safely, the coastguard said."),
            ]
        )
    )
    article = read(tmp_path, f"<body><main><h1>{TITLE}</h1><div>{BODY}</div></main><section>{teasers}</section></body>")
    assert body(article) == list(PARAGRAPHS)
    assert article.byline == ()


@pytest.mark.parametrize("sign", ["[…]", "[&hellip;]", "[...]"])
def test_beginnings_of_other_articles_are_not_the_story_however_long(sign: str, tmp_path: Path) -> None:
    excerpt = "The crown has lost 2 percent of its worth since Monday, traders in Orland and in Skarholm said. " * 4
    teaser = (
        f"<div class=next><h2><a href=/x>The crown falls again</a></h2><p>{excerpt}{sign}</p><h3>READ ON</h3></div>"
    )
    page = f"<body><article><h1>{TITLE}</h1>{BODY}</article><div>{teaser * 6}</div></body>"
    assert body(read(tmp_path, page)) == list(PARAGRAPHS)


def test_sub_heads_that_link_to_themselves_stay(tmp_path: Path) -> None:
    questions = ("How long will the backlog last?", "Who pays for the nine days?", "What comes next?")
    parts = "".join(
        f"<h2 id=q{number}>{head}<a class=anchor href='#q{number}'>#</a></h2><p>{text}</p>"
        for number, (head, text) in enumerate(zip(questions, PARAGRAPHS[1:], strict=True))
    )
    article = read(tmp_path, f"<body><article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>{parts}</article></body>")
    assert [question for question in questions if question in article.text] == list(questions)
    assert "#" not in article.text


def test_sections_of_the_story_stay_though_they_have_heads_of_one_kind(tmp_path: Path) -> None:
    sections = "".join(
        f"<section class=part><h2>{head}</h2><p>{text}</p></section>"
        for head, text in zip(("The strike", "The ships", "The backlog", "The dockers"), PARAGRAPHS, strict=True)
    )
    assert body(read(tmp_path, f"<body><article><h1>{TITLE}</h1>{sections}</article></body>")) == list(PARAGRAPHS)


@pytest.mark.parametrize("address", ["#post-{}", "https://post.example/live/{}"], ids=["here", "own address"])
def test_the_posts_of_a_live_blog_stay_though_their_heads_are_links(address: str, tmp_path: Path) -> None:
    posts = "".join(
        f"<article class=post><h2><a href='{address.format(number)}'>Update {number}</a></h2><p>{text}</p></article>"
        for number, text in enumerate(PARAGRAPHS)
    )
    assert body(read(tmp_path, f"<body><main><h1>{TITLE}</h1><div>{posts}</div></main></body>")) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("above", "published"),
    [
        ("<div class='dateline'>Published: 3 May 2024 - 10:00 AM</div>", "2024-05-03T10:00:00"),
        ("<span class='article-date'>May 3, 2024</span>", "2024-05-03"),
        ("<div class='article-date'>three hours ago</div>", None),
    ],
)
def test_a_date_printed_under_the_headline_is_stated(above: str, published: str | None, tmp_path: Path) -> None:
    article = read(tmp_path, headed(above=above))
    assert article.published == published
    assert article.published_basis is (DateBasis.STATED if published else DateBasis.NONE)


def test_the_day_of_a_visit_above_the_headline_is_no_publication(tmp_path: Path) -> None:
    article = read(tmp_path, f"<body><div class=date>Friday, May 3, 2024</div><h1>{TITLE}</h1>{BODY}</body>")
    assert article.published is None


@pytest.mark.parametrize(
    "markup",
    [
        "<div><h2><a>x</a></h2></div>",
        "<div><h2><a>x</a></h2>",
        "<span class=byline>By ",
        "<div class=publish-date>3 May ",
        "<table><tr><td>a<br>b<br>c<br>",
        "<div>ten words of bare text that stand beside each other <p>x</p>",
        "<font><p>",
        "<pre>x\ny",
        "<a rel=author>Ida Kall</a>",
    ],
)
def test_markup_that_repeats_without_end_is_read_or_refused(markup: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<!doctype html><title>Port - Post</title>" + (markup * 200_000)[:400_000] + BODY)
    refused = ""
    try:
        read_sources([str(path)], limits=Limits(seconds=30))
    except IngestError as error:
        refused = str(error)
    assert "longer than" not in refused


def test_a_page_without_any_tag_is_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("\n\n".join((TITLE, *PARAGRAPHS)).replace("pay and", "pay &amp;"), encoding="utf-8")
    (article,) = read_sources([str(path)]).articles
    assert article.title == TITLE
    assert body(article) == [paragraph.replace("pay and", "pay &") for paragraph in PARAGRAPHS]


HEADERS = {
    "standfirst": "<h1>{title}</h1><p class=standfirst>{lead}</p><p>By Ida Kall</p>",
    "sub-headline": "<h1>{title}</h1><h2>{lead}</h2>",
    "question": "<h1>{title}</h1><p>{question}</p>",
    "box": "<h1>{title}</h1><div class=meta><div>{lead}</div><span>3 min read</span></div>",
}


@pytest.mark.parametrize("kind", HEADERS)
def test_a_lede_in_the_header_of_an_article_is_read(kind: str, tmp_path: Path) -> None:
    question = "Who pays for the nine days in which no ship could enter the port of Calder this spring?"
    header = HEADERS[kind].format(title=TITLE, lead=LEAD, question=question)
    story = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    page = f"<head><title>{TITLE}</title></head><body><article><header>{header}</header>{story}</article></body>"
    lead = question if kind == "question" else LEAD
    assert body(read(tmp_path, page)) == [lead, *PARAGRAPHS[1:]]


def test_the_header_of_the_site_is_not_read(tmp_path: Path) -> None:
    motto = "The Lund Gazette has told the story of the valley and of its people every day since 1903."
    page = (
        f"<head><title>{TITLE}</title></head><body><header><p>{motto}</p></header>"
        f"<article><h1>{TITLE}</h1>{BODY}</article></body>"
    )
    assert body(read(tmp_path, page)) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("head", "above", "published", "basis"),
    [
        ("<meta name=pub_date content=20240503>", "", "2024-05-03", DateBasis.METADATA),
        ("", "<abbr title='2024-05-03T08:14:00Z'>an hour ago</abbr>", "2024-05-03T08:14:00+00:00", DateBasis.METADATA),
        ("", "<abbr title='Member of Parliament'>MP</abbr>", None, DateBasis.NONE),
        ("", "<p class=date>Updated: May 3, 2024</p>", "2024-05-03", DateBasis.STATED),
        ("<meta property='article:modified_time' content='2024-06-01'>", "", None, DateBasis.NONE),
        (
            "<link rel=canonical href='https://calder.example/2024/PORTS/05/03/strike/'>",
            "",
            "2024-05-03",
            DateBasis.URL,
        ),
        ("<link rel=canonical href='https://calder.example/2024/results/5/30-berths/'>", "", None, DateBasis.NONE),
    ],
)
def test_a_day_is_found_where_systems_put_it(
    head: str, above: str, published: str | None, basis: DateBasis, tmp_path: Path
) -> None:
    article = read(tmp_path, headed(head, above))
    assert (article.published, article.published_basis) == (published, basis)


def test_a_note_on_the_writer_whom_only_the_markup_names_is_no_part_of_the_story(tmp_path: Path) -> None:
    note = "<p><em>Ida Kall covers ports and shipping for the Shore Post.</em></p>"
    assert body(read(tmp_path, headed(NAMED % '"Ida Kall"', below=note))) == list(PARAGRAPHS)


def test_a_request_to_switch_scripts_on_is_no_part_of_the_story(tmp_path: Path) -> None:
    note = "<p>Please activate JavaScript in your browser to use all interface options.</p>"
    assert body(read(tmp_path, headed(below=note))) == list(PARAGRAPHS)


def test_baked_cookies_are(tmp_path: Path) -> None:
    advice = "Bakers in the port hand out freshly baked cookies to the crews, and you could smell them for a mile."
    assert body(read(tmp_path, headed(below=f"<p>{advice}</p>"))) == [*PARAGRAPHS, advice]
