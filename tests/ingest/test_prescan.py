"""What is taken out of a page before it is parsed, and that nothing can hide from the count behind it."""

from __future__ import annotations

import io

import pytest

from briefing.errors import IngestError
from briefing.ingest import read_sources
from briefing.ingest.pages.prescan import without_programs

SENTENCE = "The harbor board of Skarholm closed the north quay on Friday, officials said."
BODY = f"<article><h1>Board closes quay</h1>{'<p>' + SENTENCE + '</p>'}</article>"
PROGRAM = "if (a<b) { x = 1; } " * 4_000


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("a<script>x<b y</script>c", "a<script></script>c"),
        ("a<STYLE media=x>p>b{}</Style>c", "a<STYLE media=x></Style>c"),
        ("<!-- a <script> --><p>b", "<p>b"),
        ("<!--><p>a<!-- b -->c", "<p>ac"),
        ("<!--[if !IE]><!--><p>a</p><!--<![endif]-->b", "<p>a</p>b"),
        ('<a title="<script>">b</a><script>i<n</script>c', '<a title="<script>">b</a><script></script>c'),
        ("<script>open <p>a", "<script>open <p>a"),
        ("<p>a<!-- open <p>b", "<p>a<!-- open <p>b"),
        ("<scripting>a</scripting>", "<scripting>a</scripting>"),
        (
            '<script type="application/ld+json">{"a": "<p>b</p>"}</script>c',
            r'<script type="application/ld+json">{"a": "\u003cp>b\u003c/p>"}</script>c',
        ),
    ],
)
def test_what_only_programs_read_is_left_out(source: str, left: str) -> None:
    assert without_programs(source) == left


@pytest.mark.parametrize("where", ["<script>{0}</script>", "<style>{0}</style>", "<!-- {0} -->"])
def test_a_page_with_a_long_program_is_read(where: str) -> None:
    source = f"<html><head>{where.replace('{0}', PROGRAM)}</head><body>{BODY}</body></html>"
    (article,) = read_sources(["-"], stdin=io.BytesIO(source.encode())).articles
    assert SENTENCE in article.text
    assert "x = 1" not in article.text


@pytest.mark.parametrize(
    "hiding",
    ["{0}", "<!-- <script> --> {0} <!-- </script> -->", '<a title="<script>">{0}<a title="</script>">', "<script>{0}"],
    ids=["bare", "between comments", "between attributes", "in an open script"],
)
@pytest.mark.parametrize(
    "many", ["<p>x</p>" * 11_000, "<p " + "a=1 " * 3_000 + ">", "<p " + "a=1 " * 3_000 + "<b>", "<div>" * 6_000]
)
def test_nothing_hides_from_the_count(hiding: str, many: str) -> None:
    source = f"<html><body>{hiding.replace('{0}', many)}{BODY}</body></html>"
    with pytest.raises(IngestError) as caught:
        read_sources(["-"], stdin=io.BytesIO(source.encode()))
    assert caught.value.code == "too-many"
