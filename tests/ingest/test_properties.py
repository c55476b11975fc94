"""What holds for any input: nothing but our own errors, offsets that lead back, cleaning that is finished."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import IngestError
from briefing.ingest import Harvest, read_sources
from briefing.ingest.cleaning.paragraphs import split
from briefing.ingest.cleaning.sorting import clean
from briefing.ingest.dates import find_dates
from briefing.ingest.decoding import decode
from briefing.ingest.drafts import Material, SkipError
from briefing.ingest.limits import Limits
from briefing.ingest.readers import read
from briefing.model import Article, Skipped

SKIPS = {
    *("empty", "no-text", "binary", "type", "language", "too-large", "too-many", "malformed", "encrypted", "bomb"),
    *("unsafe-path", "symlink", "not-a-file", "unreadable", "not-found", "no-input", "archive"),
}
PROSE = "The harbour reopened on Friday after nine days, the board said."
LINES = st.sampled_from(
    (
        PROSE,
        "“We are glad,” the chair, Kim Lund-Berg, told reporters.",
        "Nobody was hurt.",
        "Storm closes schools on the islands",
        "By Nora Pell",
        "Friday 3 May 2024 08:14 EDT",
        "Comments (3)",
        "Your support makes our journalism possible.",
        "We believe that news should be free, and you can help us.",
        "Sign up for our newsletter",
        "Advertisement",
        "Read more: Ten walks in the rain",
        "© 2024 The Post. All rights reserved.",
        "Source: https://post.example/2024/05/03/harbour",
        "The quay on Friday. (Photo: Jens Kall)",
        "Background",
        "Most read",
        "",
        "\u200b",
        "—",
    )
)
TAGS = ("<p>", "</p>", "<div hidden>", "</div>", "<b", "<!--", "&amp;", "]]>", "<svg>", PROSE)
ANY_TEXT = st.one_of(st.text(max_size=400), st.lists(LINES, max_size=25).map("\n".join))
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def from_stdin(data: bytes, *, keep_all: bool = False) -> Harvest | IngestError:
    """What is made of bytes on standard input."""
    try:
        return read_sources(["-"], stdin=io.BytesIO(data), keep_all=keep_all)
    except IngestError as error:
        return error


def check(article: Article, source: str) -> None:
    """Blocks and segments of an article are whole and lead back to the source."""
    for segment in article.segments:
        width = segment.end - segment.start
        original = source[segment.source_start : segment.source_start + width]
        assert len(original) == width
        shown = article.text[segment.start : segment.end]
        assert all(other in {one, " ", "\n"} for one, other in zip(original, shown, strict=True))
    ends = [0, *(block.end for block in article.blocks)]
    assert all(block.start >= end for block, end in zip(article.blocks, ends, strict=False))
    assert "\n\n".join(article.text[block.start : block.end] for block in article.blocks) == article.text
    assert all(article.text[block.start : block.end].strip() for block in article.blocks)


@QUICK
@given(text=ANY_TEXT, keep_all=st.booleans())
def test_offsets_lead_back_to_the_source(text: str, keep_all: bool) -> None:
    data = text.encode("utf-8", "replace")
    found = from_stdin(data, keep_all=keep_all)
    if isinstance(found, Harvest):
        check(found.articles[0], decode(data).text)


@QUICK
@given(data=st.one_of(st.binary(max_size=600), ANY_TEXT.map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_give_an_article_or_a_named_reason(data: bytes) -> None:
    found = from_stdin(data)
    reasons = {found.code} if isinstance(found, IngestError) else {skipped.code for skipped in found.skipped}
    assert reasons <= SKIPS


@settings(QUICK, max_examples=40)
@pytest.mark.parametrize("ending", "html md json jsonl rss xml eml mbox pdf docx zip gz warc".split())  # noqa: SIM905
@given(data=st.one_of(st.binary(max_size=300), ANY_TEXT.map(lambda text: text.encode("utf-8", "replace"))))
def test_a_reader_gives_drafts_or_named_reasons(ending: str, data: bytes) -> None:
    assert reasons(Material(f"a.{ending}", data)) <= SKIPS


@settings(QUICK, max_examples=60)
@given(tags=st.lists(st.sampled_from(TAGS), max_size=40))
def test_broken_pages_give_drafts_or_named_reasons(tags: list[str]) -> None:
    assert reasons(Material("a.html", "".join(tags).encode())) <= SKIPS


def reasons(material: Material) -> set[str]:
    """The reasons that a reader gives; whatever else it raises fails the test."""
    try:
        return {one.code for one in read(material, Limits()) if isinstance(one, Skipped)}
    except SkipError as error:
        return {error.code}


@QUICK
@given(text=ANY_TEXT)
def test_cleaning_what_is_clean_changes_nothing(text: str) -> None:
    first = kept(text)
    assert kept("\n\n".join(first)) == first


def kept(text: str) -> list[str]:
    """The paragraphs that cleaning leaves."""
    cleaned = clean(split(text))
    return [one.text for one, label in zip(cleaned.paragraphs, cleaned.labels, strict=True) if label.kind]


@QUICK
@given(text=st.text(alphabet="0123456789 -/.:,ADJMPWadhmnuyTZ+年月日", max_size=60))
def test_any_date_text_is_read_or_refused(text: str) -> None:
    for stamp in find_dates(text):
        assert stamp.value is None or stamp.value[:2] in {"19", "20"}


@settings(QUICK, max_examples=40)
@given(order=st.permutations(["a", "b", "c"]))
def test_the_order_of_records_changes_nothing(order: list[str]) -> None:
    texts = {
        "a": "The harbour of Skarholm reopened on Friday, the board said.",
        "b": "Two hikers were found alive in Pine Gap on Tuesday, the sheriff said.",
        "c": "Norvania launched a satellite on Friday, the space agency said.",
    }
    lines = "".join(json.dumps({"id": one, "text": texts[one]}) + "\n" for one in order)
    found = from_stdin(lines.encode())
    assert isinstance(found, Harvest)
    assert [(article.id, article.text) for article in found.articles] == sorted(texts.items())
