"""What a page's head says of its article: title, writers, outlet, publication time, address.

Title: the candidate that most others agree with, among the first heading, ``og:title``, the headline in JSON-LD and
``<title>`` without the outlet's name. Dates and writers are taken from metadata only, never guessed from the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import html

from briefing.ingest.drafts import Facts
from briefing.ingest.head import fold, split_outlet

DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date",
    "sailthru.date", "parsely-pub-date", "publish-date", "pubdate", "publication_date", "cxenseparse:recs:publishtime",
    "article.published", "og:article:published_time", "og:published_time", "article:published", "published_at",
    "publishdate", "article_date_original", "originalpublicationdate", "ptime", "displaydate", "pdate", "date.issued",
    "citation_date",
)  # fmt: skip
AUTHORS = (
    "author", "byl", "article:author", "dc.creator", "sailthru.author", "parsely-author", "article:author_name",
    "citation_author", "byline",
)  # fmt: skip
OUTLETS = (
    "og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher", "citation_journal_title",
    "cre", "source",
)  # fmt: skip
ARTICLES = (
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "LiveBlogPosting",
    "OpinionNewsArticle", "Report", "BackgroundNewsArticle",
)  # fmt: skip
DEEPEST = 6
LONGEST_LD = 500_000


def facts_of(tree: html.HtmlElement) -> Facts:
    """What the page states."""
    meta = _meta(tree)
    article = next(_linked(tree), {})
    site = _first(meta, OUTLETS[:1])
    return Facts(
        title=_title(tree, meta, article, site),
        byline=_writers(meta, article),
        publisher=_name(article.get("publisher")) or _outlet(meta),
        published=_text(article.get("datePublished")) or _first(meta, DATES) or _time(tree),
        url=_address(tree, meta, article),
        canonical=True,
    )


def linked_body(tree: html.HtmlElement) -> str:
    """The article's text as JSON-LD gives it, empty if it does not."""
    bodies = (article.get("articleBody") for article in _linked(tree))
    return next((body for body in bodies if isinstance(body, str) and body.strip()), "")


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    """The first content of every meta element, by its name or property."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        value = " ".join((element.get("content") or "").split())
        if key and value:
            found.setdefault(key, value)
    return found


def _first(meta: dict[str, str], keys: Sequence[str]) -> str | None:
    """The first of the keys that has a value."""
    return next((meta[key] for key in keys if key in meta), None)


def _linked(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles described in JSON-LD."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower() or not element.text or len(element.text) > LONGEST_LD:
            continue
        try:
            yield from _articles(json.loads(element.text, strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The article objects inside a JSON-LD value."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _articles(one, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(kind in ARTICLES for kind in kinds if isinstance(kind, str)):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _articles(value.get(key), depth + 1)


def _text(value: Any) -> str | None:
    """A value as text, if it is one."""
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """The name of a JSON-LD thing."""
    if isinstance(value, list) and value:
        value = value[0]
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _title(tree: html.HtmlElement, meta: dict[str, str], article: dict[str, Any], site: str | None) -> str | None:
    """The title that most candidates agree on, the first named of equals."""
    headings = [" ".join(element.text_content().split()) for element in list(tree.iter("h1"))[:3]]
    whole = next((" ".join((element.text or "").split()) for element in tree.iter("title")), "")
    named = [_text(article.get("headline")), meta.get("og:title"), meta.get("twitter:title"), whole]
    stripped = [_without_site(title, site) for title in named if title]
    candidates = [
        title
        for title in [*headings, *stripped]
        if title and len(title.split()) >= 2 and fold(title) != fold(site or "")
    ]
    if not candidates:
        return None
    votes = [sum(_agree(one, other) for other in candidates) for one in candidates]
    return candidates[votes.index(max(votes))][:500]


def _agree(one: str, other: str) -> bool:
    """Two titles are one but for signs, or one begins with the other."""
    first, second = fold(one), fold(other)
    return first == second or (
        min(len(first), len(second)) > 20 and (first.startswith(second) or second.startswith(first))
    )


def _without_site(title: str, site: str | None) -> str:
    """A title without the outlet's name behind it."""
    for mark in (" | ", " - ", " – ", " — ", " :: ", " » "):
        head, found, tail = title.rpartition(mark)
        if (
            found
            and site
            and (fold(tail) == fold(site) or fold(tail) in fold(site) or fold(site) in fold(tail))
            and len(head) > 10
        ):
            return _without_site(head.strip(), site)
    return split_outlet(title)[0]


def _writers(meta: dict[str, str], article: dict[str, Any]) -> tuple[str, ...]:
    """The writers' names in the metadata; addresses are none."""
    value = article.get("author")
    values = value if isinstance(value, list) else [value]
    names = [name for one in values if (name := _name(one))] or [name for name in [_first(meta, AUTHORS)] if name]
    names = [part.strip() for name in names for part in name.replace(" and ", ",").split(",")]
    kept = [
        name.removeprefix("By ").removeprefix("by ") for name in names if name and "/" not in name and len(name) < 80
    ]
    return tuple(dict.fromkeys(kept))


def _outlet(meta: dict[str, str]) -> str | None:
    """The outlet's name in the metadata; addresses are none."""
    return next((meta[key] for key in OUTLETS if key in meta and "://" not in meta[key] and len(meta[key]) < 80), None)


def _time(tree: html.HtmlElement) -> str | None:
    """The first ``<time>`` marked as the publication's."""
    for element in tree.iter("time"):
        marks = f"{element.get('itemprop', '')} {element.get('class', '')} {element.get('pubdate', '')}".lower()
        if element.get("datetime") and (
            "publish" in marks or "pubdate" in marks or "entry-date" in marks or element.get("pubdate") is not None
        ):
            return str(element.get("datetime"))
    return None


def _address(tree: html.HtmlElement, meta: dict[str, str], article: dict[str, Any]) -> str | None:
    """The article's own address."""
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and (element.get("href") or "").startswith("http"):
            return str(element.get("href"))
    return meta.get("og:url") or _text(article.get("url"))
