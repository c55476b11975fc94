"""HTML pages: trafilatura in precise mode, readability where it keeps too little.

The decoded source that offsets count in is the extracted plain text, a paragraph a line.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from html import unescape

from lxml import etree, html

from briefing.ingest.cleaning.titles import fold
from briefing.ingest.decoding import decode
from briefing.ingest.drafts import Draft, Material, SkipError
from briefing.ingest.limits import Limits
from briefing.ingest.pages.body import confirmed
from briefing.ingest.pages.comments import drop_comments
from briefing.ingest.pages.crowds import thin_out
from briefing.ingest.pages.facts import facts_of, linked_body
from briefing.ingest.pages.layout import lay_out
from briefing.ingest.pages.markup import drop_hidden, lines_of, parse, text_of
from briefing.ingest.pages.pictures import captions_of, without_captions
from briefing.ingest.pages.prescan import TAG
from briefing.ingest.pages.teasers import drop_teasers
from briefing.ingest.words import word_count

CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})|encoding=["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
HEAD = 4096
FEWER = 0.45
"""Share of readability's text under which trafilatura's is taken to have missed the article (181 pages of the
article-extraction benchmark: F1 .972 with it)."""
SCRIPTED = 2
"""A page whose JSON-LD holds so many times the words found on it draws its text by script."""
LEAST = 25
"""Words under which neither has found an article."""
HEAD_LINES = 4
"""Lines at the head of an article's text among which its headline may stand once more."""

for _name in ("trafilatura", "readability", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def read(material: Material, limits: Limits) -> Iterator[Draft]:
    """The one article of a page."""
    declared = CHARSET.search(material.data[:HEAD])
    name = next((group for group in declared.groups() if group), b"").decode("ascii", "replace") if declared else None
    decoded = decode(material.data, name)
    yield page_draft(material, decoded.text, limits, ("encoding",) if decoded.doubtful else ())


def page_draft(material: Material, source: str, limits: Limits, warned: tuple[str, ...] = ()) -> Draft:
    """The article of a decoded page; one without any tag is plain text under a page's name."""
    if not TAG.search(source):
        return Draft(material.name, unescape(source), material.digest, warnings=warned)
    tree = parse(source, limits)
    drop_teasers(tree)
    facts = facts_of(tree)
    linked = linked_body(tree)
    drop_hidden(tree)
    drop_comments(tree)
    captions = captions_of(tree)
    lay_out(tree)
    thin_out(tree)
    text = article_text(tree)
    if word_count(linked) > SCRIPTED * word_count(text):
        text = text_of(linked, limits)
    elif linked:
        text = confirmed(text, text_of(linked, limits))
    text = without_captions(_without_headline(text, facts.title), captions)
    if not text.strip():
        raise SkipError("no-text", "No article text was found in the page.")
    return Draft(material.name, text, material.digest, facts, cleaned=True, warnings=warned)


def article_text(tree: html.HtmlElement) -> str:
    """The article's paragraphs by the better of two extractors, the whole visible text if both find next to nothing."""
    cleaned = etree.tostring(tree, encoding="unicode", method="html")
    precise = _by_trafilatura(cleaned)
    wide = _by_readability(cleaned)
    best = wide if word_count(precise) < FEWER * word_count(wide) else precise
    return best if word_count(best) >= LEAST else max((lines_of(tree), best), key=word_count)


def _without_headline(text: str, title: str | None) -> str:
    """The text without lines that only repeat the headline."""
    lines = text.split("\n")
    head = [number for number, line in enumerate(lines) if line.strip()][:HEAD_LINES]
    again = {number for number in head if title and fold(lines[number]) == fold(title)}
    return "\n".join(line for number, line in enumerate(lines) if number not in again)


def _by_trafilatura(source: str) -> str:
    """What trafilatura takes for the article, without the second opinions it asks where it finds little.

    Readability is asked here anyway: on 116 pages the text was the same to the letter, in less time, and one of its
    advisers takes the square of the number of paragraphs (9,000 cells of a table: over a minute).
    """
    import trafilatura

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = trafilatura.extract(
            source, favor_precision=True, include_comments=False, output_format="txt", fast=True
        )
    return found or ""


def _by_readability(source: str) -> str:
    """What readability takes for the article."""
    from readability import Document
    from readability.readability import Unparseable

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            summary = Document(source).summary(html_partial=True)
        return lines_of(html.fromstring(summary)) if summary.strip() else ""
    except (Unparseable, etree.LxmlError, ValueError, TypeError, AttributeError):
        return ""
