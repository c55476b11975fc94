"""Pages of very many parts: read whole, or refused by a named reason; the time does not grow with the square."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import IngestError
from briefing.ingest import Limits, read_sources
from briefing.model import BlockKind

SENTENCE = "The harbor board of Skarholm closed the north quay on Friday, officials said."
FULL = {
    "rows": "<tr><td><p>a</p><p>b</p><p>c</p></td></tr>",
    "items": f"<li>{SENTENCE[:40]}</li>",
    "short paragraphs": "<p>a b</p>",
    "bare boxes": "<div>a b c</div>",
    "terms": "<dt>a</dt><dd>b c</dd>",
    "line ends": "a<br>",
    "dated lines": "<p>By Ann Bell, 3 May 2024</p>",
    "headlines": "<h2><a href=/x>Read this story here</a></h2><p>few words</p>",
    "comments": f"<div class=comment><p>{SENTENCE}</p></div>",
    "hidden boxes": "<div hidden>x</div>",
}
"""What a page holds as often as it may; each took, or would take, most of a minute where work is done in pairs."""
SECONDS = 20
"""Ten times what the slowest takes."""


def code(path: Path, limits: Limits) -> str | None:
    """The reason why a page was not read, None for one that was."""
    refused, reason = "", None
    try:
        read_sources([str(path)], limits=limits)
    except IngestError as error:
        refused, reason = str(error), error.code
    assert "longer than" not in refused
    return reason


@pytest.mark.parametrize("kind", FULL)
def test_a_page_as_full_as_it_may_be_is_read_or_refused_in_time(kind: str, tmp_path: Path) -> None:
    blocks = FULL[kind].count("<") - FULL[kind].count("</") - FULL[kind].count("<a ")
    repeats = (Limits().html_blocks - 30) // blocks
    (tmp_path / "page.html").write_text(f"<html><body><p>{SENTENCE}</p>{FULL[kind] * repeats}</body></html>")
    code(tmp_path / "page.html", Limits(seconds=SECONDS))


@pytest.mark.parametrize("kind", FULL)
def test_a_page_of_more_blocks_is_refused_before_it_is_parsed(kind: str, tmp_path: Path) -> None:
    repeats = Limits().html_blocks + 1
    (tmp_path / "page.html").write_text(f"<html><body>{FULL[kind] * repeats}</body></html>")
    assert code(tmp_path / "page.html", Limits(seconds=SECONDS)) == "too-many"


def test_the_number_of_blocks_is_settable(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<html><body>{f'<p>{SENTENCE}</p>' * 20}</body></html>")
    assert code(tmp_path / "page.html", Limits(html_blocks=20)) == "too-many"
    assert code(tmp_path / "page.html", Limits(html_blocks=30)) is None


def test_a_live_blog_of_two_thousand_posts_is_read_whole(tmp_path: Path) -> None:
    posts = [f"Ship {number} left the harbor of Skarholm, its captain told the board." for number in range(2000)]
    markup = "".join(f"<div><time>10:00</time><h3>Ship sails</h3><p>{post}</p></div>" for post in posts)
    (tmp_path / "page.html").write_text(f"<html><body><article><h1>The strike, live</h1>{markup}</article></body>")
    (article,) = read_sources([str(tmp_path / "page.html")]).articles
    assert [article.text[one.start : one.end] for one in article.blocks if one.kind is BlockKind.BODY] == posts
