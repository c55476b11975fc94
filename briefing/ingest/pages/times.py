"""When a page's article was published: by its metadata, the marks of its markup, or the date printed at its head."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from lxml import etree, html

from briefing.ingest.cleaning.titles import fold
from briefing.ingest.dates import find_dates, read_date, rest_of
from briefing.ingest.pages.titles import lines_below
from briefing.model import DateBasis

DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date",
    "sailthru.date", "parsely-pub-date", "publish-date", "pubdate", "publication_date", "cxenseparse:recs:publishtime",
    "article.published", "og:article:published_time", "og:published_time", "article:published", "published_at",
    "publishdate", "article_date_original", "originalpublicationdate", "ptime", "displaydate", "pdate", "date.issued",
    "citation_date", "publisheddate", "published-date", "publication-date", "date_published", "article:pubdate",
    "pub_date", "article-publish-date",
)  # fmt: skip
PUBLISHED = re.compile(r"publish|pubdate|publication-?date|entry-date|posted-?on|\bcreated\b", re.IGNORECASE)
PRINTED = re.compile(
    r"publish|pubdate|publication-?date|posted|(?:^|[\s_-])(?:date-?line|date|timestamp|article-?date|post-?date)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes of the line that prints the date, in the spelling of many content systems."""
CHANGED = re.compile(r"modif|updat|edited", re.IGNORECASE)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:?\d\d")
"""A moment in an attribute for machines, as ``<abbr title>`` and ``<span title>`` have it."""
DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
LONGEST = 120
MOST_ELEMENTS = 20
MOST_BESIDE = 8
"""Words beside the date in the line under a headline; the head of another article has more."""
MOST_SMALL = 2
"""Words among them that begin small ("posted by", "and")."""
MOST_BOXED = 12
"""Elements before a headline in its box; the head of a whole page has more."""
WHOLE = frozenset(("html", "body", "main"))
LONGEST_TITLE = 500
HEADINGS = frozenset(("h1", "h2", "h3", "h4"))


def time_of(
    tree: html.HtmlElement, meta: dict[str, str], linked: str | None, title: str | None
) -> tuple[str | None, DateBasis]:
    """The publication time as the surest place has it, and what kind of place that is."""
    marked = linked or next((_spelled(meta[key]) for key in DATES if key in meta), None) or _marked(tree)
    if marked:
        return marked, DateBasis.METADATA
    printed = itertools.chain(_printed(tree), _below(tree, title), _boxed(tree, title), _behind_title(tree))
    return next(itertools.chain(printed, _printed(tree, changed=True)), None), DateBasis.STATED


def _spelled(value: str) -> str:
    """A day in eight figures ("20240503") with its hyphens, anything else as it is."""
    return f"{value[:4]}-{value[4:6]}-{value[6:]}" if DAY.fullmatch(value) else value


def _marked(tree: html.HtmlElement) -> str | None:
    """What the markup calls the publication, else the first ``<time>`` under the headline."""
    headed, heading = None, False
    above = _above(tree)
    for element in tree.iter(*HEADINGS, "time", "abbr", "span"):
        if element.tag in HEADINGS:
            heading = element.tag == "h1"
            continue
        value = element.get("datetime") or element.get("content") or element.get("title")
        if not value or not any(letter.isdigit() for letter in value):
            continue
        marks = " ".join(element.get(key) or "" for key in ("itemprop", "class"))
        if element.get("pubdate") is not None or PUBLISHED.search(marks):
            return str(value)
        timed = element.tag == "time" or MOMENT.match(value) is not None
        if timed and (heading or element in above) and not CHANGED.search(marks):
            headed = headed or str(value)
    return headed


def _above(tree: html.HtmlElement) -> set[html.HtmlElement]:
    """The times that stand in an article before its headline of the first rank."""
    found: set[html.HtmlElement] = set()
    for article in tree.iter("article"):
        before = itertools.takewhile(lambda one: one.tag == "time", article.iter("time", "h1"))
        found.update(before if article.find(".//h1") is not None else ())
    return found


def _printed(tree: html.HtmlElement, *, changed: bool = False) -> Iterator[str]:
    """Dates that the page prints at the head of its article, in elements marked as holding one.

    ``changed``: also those of which it says that they are of a later change.
    """
    for element in itertools.islice(_dated(tree), MOST_ELEMENTS):
        text = " ".join("".join(element.itertext()).split())
        stamp = read_date(text) if len(text) <= LONGEST else None
        if stamp and stamp.value and (changed or not CHANGED.search(text[: stamp.start])):
            yield text
        elif MOMENT.match(element.get("title") or ""):
            yield str(element.get("title"))


def _below(tree: html.HtmlElement, title: str | None) -> Iterator[str]:
    """Dates in the lines right under the headline that hold little else than writer, place and hour."""
    return (line for line in lines_below(tree, title) if _is_stamp(line))


def _behind_title(tree: html.HtmlElement) -> Iterator[str]:
    """A date that stands alone behind a bar in ``<title>``."""
    whole = next((element.text or "" for element in tree.iter("title")), "")[:LONGEST_TITLE]
    for part in reversed(whole.split("|")[1:]):
        stamps = find_dates(part)
        if stamps and stamps[0].value and not rest_of(part, stamps).strip():
            yield part.strip()


def _is_stamp(line: str) -> bool:
    """The line says when the article was published, beside writer, place and hour at most."""
    stamps = find_dates(line)
    if not stamps or not stamps[0].value or CHANGED.search(line[: stamps[0].start]):
        return False
    return _is_masthead(rest_of(line, stamps))


def _is_masthead(rest: str) -> bool:
    """What stands beside a date is a name, a place or a label, no statement with a date in it."""
    words = rest.split()
    return len(words) <= MOST_BESIDE and sum(word[:1].islower() for word in words) <= MOST_SMALL


def _dated(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Elements marked as holding a date, up to the first sub-head; above the headline only those that say whose.

    Pages print the day of their visit above it.
    """
    below = False
    for element in tree.iter(etree.Element):
        marks = (element.get("class") or "")[:LONGEST]
        if element.tag in HEADINGS:
            if below:
                return
            below = element.tag == "h1"
        elif PRINTED.search(marks) and (below or PUBLISHED.search(marks)):
            yield element


def _boxed(tree: html.HtmlElement, title: str | None) -> Iterator[str]:
    """Dates in the few lines in front of the headline in the box that holds it, where no day of a visit is printed."""
    heading = next((one for one in tree.iter("h1") if title and fold(one.text_content()) == fold(title)), None)
    box = heading.getparent() if heading is not None else None
    if box is None or box.tag in WHOLE:
        return iter(())
    before = list(itertools.islice(itertools.takewhile(lambda one: one is not heading, box.iter()), MOST_BOXED + 1))
    lines = (" ".join((one.text or "").split()) for one in before if len(before) <= MOST_BOXED)
    return (line for line in lines if _is_stamp(line))
