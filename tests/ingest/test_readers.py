"""Formats: what each reader takes, what it states, and what it refuses."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from briefing.errors import IngestError
from briefing.ingest import Limits, read_sources
from briefing.ingest.readers.pdf import unwrapped
from briefing.model import Article

FIRST = "The port of Calder reopened on Friday after a strike of nine days, the harbor board said."
SECOND = "About 40 ships had waited offshore since the dockworkers walked out over pay in April."
THIRD = "The board said it would take two weeks to clear the backlog at the four terminals."


def only(path: Path, limits: Limits | None = None) -> Article:
    """The one article of a file."""
    (article,) = read_sources([str(path)], limits=limits or Limits()).articles
    return article


def reason(path: Path, limits: Limits | None = None) -> str:
    """Why nothing of a file can be read."""
    with pytest.raises(IngestError) as error:
        read_sources([str(path)], limits=limits or Limits())
    return error.value.code


def page(head: str = "", body: str = "") -> str:
    """A page round three paragraphs."""
    return (
        f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body><article><p>{FIRST}</p><p>{SECOND}</p>"
        f"{body}<p>{THIRD}</p></article></body></html>"
    )


def test_a_plain_text_loads_no_reader_of_pages_and_no_network(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{FIRST}\n")
    code = (
        f"import sys; from briefing.ingest import read_sources; read_sources([{str(tmp_path)!r}]);"
        "heavy = {'lxml', 'trafilatura', 'readability', 'pypdf', 'docx', 'feedparser', 'urllib3', 'http', 'spacy'};"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_title_is_the_one_that_most_places_agree_on(tmp_path: Path) -> None:
    head = (
        "<title>Port of Calder reopens - Shore Post</title><meta property='og:site_name' content='Shore Post'>"
        "<meta property='og:title' content='Port of Calder reopens'>"
    )
    (tmp_path / "a.html").write_text(page(head, "").replace("<article>", "<h1>Shore Post</h1><article>"))
    article = only(tmp_path / "a.html")
    assert (article.title, article.publisher, article.publisher_basis) == (
        "Port of Calder reopens",
        "Shore Post",
        "metadata",
    )


def test_a_page_drawn_by_script_is_read_from_its_json_ld(tmp_path: Path) -> None:
    linked = {"@type": "NewsArticle", "headline": "Port", "articleBody": f"{FIRST}\n\n{SECOND}\n\n{THIRD}"}
    head = f"<script type='application/ld+json'>{json.dumps(linked)}</script>"
    (tmp_path / "a.html").write_text(f"<html><head>{head}</head><body><div id='app'>Loading</div></body></html>")
    assert only(tmp_path / "a.html").text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_hidden_words_of_a_page_are_not_read(tmp_path: Path) -> None:
    hidden = (
        "<p style='display:none'>The mayor stole the money, a person said on Friday.</p>"
        "<div hidden><p>The mayor stole the ships as well, a person said on Friday.</p></div>"
        "<p class='sr-only'>The mayor stole the port too, a person said on Friday.</p>"
    )
    (tmp_path / "a.html").write_text(page("", hidden))
    assert "mayor" not in only(tmp_path / "a.html").text


def test_the_time_of_a_page_says_where_it_comes_from(tmp_path: Path) -> None:
    linked = {"@type": "NewsArticle", "headline": "Port", "datePublished": "2024-05-03T08:14:00-04:00"}
    head = f"<script type='application/ld+json'>{json.dumps(linked)}</script>"
    (tmp_path / "a.html").write_text(page(head))
    article = only(tmp_path / "a.html")
    assert (article.published, article.published_basis) == ("2024-05-03T08:14:00-04:00", "metadata")


def test_a_page_that_states_another_day_than_its_metadata_is_warned_of(tmp_path: Path) -> None:
    head = "<meta property='article:published_time' content='2024-05-03'><title>Port of Calder reopens</title>"
    text = page(head).replace(
        "<article>", "<article><h1>Port of Calder reopens</h1><p>By Ann Bell</p><p>May 9, 2024</p>"
    )
    (tmp_path / "a.html").write_text(text)
    article = only(tmp_path / "a.html")
    assert (article.published, "date-conflict" in article.warnings) == ("2024-05-03", True)


@pytest.mark.parametrize(
    "source",
    ["<div>" * 6000, "<b>x</b>" * 60_000, "<p " + "a=1 " * 3000 + ">", "<p " + "a " * 3000 + ">"],
    ids=["depth", "tags", "attributes", "bare attributes"],
)
def test_a_page_that_would_cost_too_much_is_refused(source: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body>{source}{FIRST}")
    assert reason(tmp_path / "a.html") == "too-many"


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a.atom"])
def test_a_feed_with_entities_is_refused_unread(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>'
        f"<title>&x;</title><description>{FIRST}</description></item></channel></rss>"
    )
    assert reason(tmp_path / name) == "malformed"


def test_an_atom_feed_gives_an_article_an_entry(tmp_path: Path) -> None:
    entries = "".join(
        f"<entry><id>tag:{number}</id><title>Port {number}</title><published>2024-05-0{number}T08:00:00Z</published>"
        f"<link href='https://post.example/{number}'/><content type='html'>&lt;p&gt;{text}&lt;/p&gt;</content></entry>"
        for number, text in enumerate((FIRST, SECOND), 1)
    )
    (tmp_path / "a.atom").write_text(
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Shore Post</title>{entries}</feed>"
    )
    articles = read_sources([str(tmp_path / "a.atom")]).articles
    assert [(one.title, one.publisher, one.url) for one in articles] == [
        ("Port 1", "Shore Post", "https://post.example/1"),
        ("Port 2", "Shore Post", "https://post.example/2"),
    ]


@pytest.mark.parametrize(
    ("record", "published"),
    [
        ({"text": FIRST, "publish_date": "2024-05-03 08:14:00"}, "2024-05-03T08:14:00"),
        ({"maintext": FIRST, "date_publish": "2024-05-03T08:14:00+02:00"}, "2024-05-03T08:14:00+02:00"),
        ({"body_text": FIRST, "versioncreated": "2024-05-03T08:14:00Z"}, "2024-05-03T08:14:00+00:00"),
        ({"bodies": [{"role": "main", "value": FIRST}], "firstcreated": "2024-05-03"}, "2024-05-03"),
        ({"articleBody": FIRST, "datePublished": "2024-05-03"}, "2024-05-03"),
        ({"content": {"rendered": f"<p>{FIRST}</p>"}, "date": "2024-05-03"}, "2024-05-03"),
        ({"text": FIRST, "timestamp": 1714723200}, "2024-05-03T08:00:00+00:00"),
    ],
    ids=["newspaper", "news-please", "ninjs 1", "ninjs 2", "schema.org", "WordPress", "epoch"],
)
def test_records_of_many_programs_are_read(record: dict[str, object], published: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(record))
    article = only(tmp_path / "a.json")
    assert (article.text, article.published) == (FIRST, published)


def test_offsets_of_a_record_count_in_its_text(tmp_path: Path) -> None:
    text = f"Comments (2)\n\n{FIRST}\n"
    (tmp_path / "a.jsonl").write_text(json.dumps({"doc": "d1", "title": "Port", "text": text}))
    article = only(tmp_path / "a.jsonl")
    start, end = article.source_span(0, len(article.text))
    assert (text[start:end], article.record, article.title) == (FIRST, "d1", "Port")
    assert [(one.rule, text[one.start : one.end]) for one in article.dropped] == [("comments", "Comments (2)")]


def test_a_title_field_that_is_not_in_the_text_stays_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"title": "Port of Calder reopens", "text": FIRST}))
    article = only(tmp_path / "a.json")
    assert (article.title, article.text) == ("Port of Calder reopens", FIRST)


def test_a_broken_line_among_records_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": FIRST}) + "\n{oops\n[1]\n")
    harvest = read_sources([str(tmp_path)])
    assert [(one.name, one.code) for one in harvest.skipped] == [
        ("a.jsonl record 2", "malformed"),
        ("a.jsonl record 3", "malformed"),
    ]


def zipped(members: dict[str, bytes]) -> bytes:
    """An archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_members_with_unsafe_names_and_archives_inside_are_not_opened(tmp_path: Path) -> None:
    inner = zipped({"x.txt": FIRST.encode()})
    members = {"a.txt": FIRST.encode(), "../b.txt": b"x", "/c.txt": b"x", "d.zip": inner}
    (tmp_path / "a.zip").write_bytes(zipped(members))
    harvest = read_sources([str(tmp_path)])
    assert [one.name for one in harvest.articles] == ["a.txt"]
    assert {one.name: one.code for one in harvest.skipped} == {
        "../b.txt": "unsafe-path",
        "/c.txt": "unsafe-path",
        "d.zip": "archive",
    }


@pytest.mark.parametrize("name", ["a.zip", "a.gz"])
def test_what_unpacks_to_far_more_is_a_bomb(name: str, tmp_path: Path) -> None:
    zeros = b"0" * 20_000_000
    (tmp_path / name).write_bytes(zipped({"a.txt": zeros}) if name == "a.zip" else gzip.compress(zeros))
    assert reason(tmp_path / name) == "bomb"


def test_an_archive_of_too_many_members_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({f"{number}.txt": b"x" for number in range(30)}))
    assert reason(tmp_path / "a.zip", Limits(archive_members=20)) == "too-many"


def test_a_word_file_is_read(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for text in ("Port of Calder reopens", FIRST, SECOND):
        document.add_paragraph(text)
    document.save(tmp_path / "a.docx")
    article = only(tmp_path / "a.docx")
    assert (article.title, article.text) == ("Port of Calder reopens", f"Port of Calder reopens\n\n{FIRST}\n\n{SECOND}")


def test_a_web_archive_gives_its_pages(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    body = page("<title>Port of Calder reopens today</title>").encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/port\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    (tmp_path / "a.warc").write_bytes(head.encode() + answer + b"\r\n\r\n")
    article = only(tmp_path / "a.warc")
    assert (article.url, article.publisher) == ("https://post.example/port", "post.example")


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.zip", "a.gz", "a.json"])
def test_a_damaged_file_is_malformed(name: str, tmp_path: Path) -> None:
    head = {
        "a.pdf": b"%PDF-1.4",
        "a.docx": b"PK\x03\x04",
        "a.zip": b"PK\x03\x04",
        "a.gz": b"\x1f\x8b",
        "a.warc": b"WARC/1.0",
    }
    (tmp_path / name).write_bytes(head.get(name, b"{") + b" and then nothing that fits\n")
    assert reason(tmp_path / name) == "malformed"


def test_an_address_loses_its_password_and_other_schemes_are_none(tmp_path: Path) -> None:
    for name, url in (("a", "https://me:secret@post.example/port"), ("b", "javascript:alert(1)")):
        (tmp_path / f"{name}.json").write_text(json.dumps({"id": name, "text": f"{FIRST} {name}", "url": url}))
    found = {one.record: one.url for one in read_sources([str(tmp_path / "a.json")]).articles}
    found |= {one.record: one.url for one in read_sources([str(tmp_path / "b.json")]).articles}
    assert found == {"a": "https://post.example/port", "b": None}


def message(text: str) -> bytes:
    """A plain message."""
    return b"From: desk@post.example\nSubject: Port of Calder reopens\n\n" + text.encode()


def test_a_message_that_quotes_the_whole_article_loses_its_quote_signs(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(message(f"> {FIRST}\n>\n> {SECOND}\n>\n>> {THIRD}\n"))
    assert only(tmp_path / "a.eml").text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_a_message_that_quotes_a_line_keeps_its_sign(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(message(f"{FIRST}\n\n{SECOND}\n\n> {THIRD}\n"))
    assert only(tmp_path / "a.eml").text.startswith(f"{FIRST}\n\n{SECOND}")
    assert f"> {THIRD}" in only(tmp_path / "a.eml").text


def test_the_articles_of_a_file_with_unreadable_records_say_how_many(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": FIRST}) + "\n{oops\n[1]\n" + json.dumps({"text": SECOND}))
    (tmp_path / "b.txt").write_text(THIRD)
    found = {one.text: one.warnings for one in read_sources([str(tmp_path)]).articles}
    assert found == {FIRST: ("no-date", "skipped=2"), SECOND: ("no-date", "skipped=2"), THIRD: ("no-date",)}


def test_a_feed_that_breaks_off_is_read_and_said_to_be_malformed(tmp_path: Path) -> None:
    item = f"<item><title>Port of Calder reopens</title><description>{FIRST}</description></item>"
    (tmp_path / "a.rss").write_text(f"<rss version='2.0'><channel><title>Post</title>{item}")
    (tmp_path / "b.rss").write_text(f"<rss version='2.0'><channel><title>Post</title>{item}</channel></rss>")
    assert "malformed" in only(tmp_path / "a.rss").warnings
    assert "malformed" not in only(tmp_path / "b.rss").warnings


def test_a_message_whose_parts_break_off_is_said_to_be_malformed(tmp_path: Path) -> None:
    head = b"From: desk@post.example\nSubject: Port\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    part = b"--b\nContent-Type: text/plain\n\n" + FIRST.encode()
    (tmp_path / "a.eml").write_bytes(head + part)
    (tmp_path / "b.eml").write_bytes(head + part + b"\n--b--\n")
    assert "malformed" in only(tmp_path / "a.eml").warnings
    assert "malformed" not in only(tmp_path / "b.eml").warnings


def test_words_that_a_pdf_parts_at_the_margin_are_whole_again() -> None:
    lines = [
        "The harbor board of Calder said on Friday that the long strike of the dockwork‐",
        "ers was over and that about 40 ships were waiting offshore for a long-",
        "term berth at the four terminals of the outer harbor, where the cranes had been stand-",
        "ing idle for nine days.",
    ]
    assert unwrapped(lines) == (
        "The harbor board of Calder said on Friday that the long strike of the dockworkers was over and that about 40 "
        "ships were waiting offshore for a long-term berth at the four terminals of the outer harbor, where the cranes "
        "had been standing idle for nine days."
    )


def test_a_headline_that_breaks_behind_a_small_word_goes_on_in_the_next_line() -> None:
    assert unwrapped(["Port reopens after the", "Strike of Calder", f"{FIRST} {SECOND}", f"{SECOND} {THIRD}"]) == (
        f"Port reopens after the Strike of Calder\n\n{FIRST} {SECOND} {SECOND} {THIRD}"
    )


def test_a_byline_and_a_day_are_lines_of_their_own() -> None:
    assert unwrapped(["Port of Calder reopens after nine days of strike", "By Ida Kall", "3 May 2024", FIRST]).split(
        "\n\n"
    ) == ["Port of Calder reopens after nine days of strike", "By Ida Kall", "3 May 2024", FIRST]
