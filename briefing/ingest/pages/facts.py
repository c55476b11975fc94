"""What a page says of its article beside the text: title, writers, outlet, publication time, address.

Title: the candidate that most others agree with, among the headings, ``og:title``, the headline in JSON-LD and
``<title>`` without the outlet's name. Dates and writers are taken from what the page marks as such, never guessed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from lxml import html

from briefing.ingest.drafts import Facts
from briefing.ingest.outlets import host_of, safe_address
from briefing.ingest.pages.times import time_of
from briefing.ingest.pages.titles import title_of
from briefing.ingest.pages.writers import writers_of

OUTLETS = (
    "og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher", "citation_journal_title",
    "cre", "source",
)  # fmt: skip
ARTICLES = (
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "LiveBlogPosting",
    "OpinionNewsArticle", "Report", "BackgroundNewsArticle",
)  # fmt: skip
ENDINGS = frozenset(("co", "com", "org", "net", "gov", "ac", "edu"))
"""What countries part their names of hosts by."""
DEEPEST = 6
LONGEST_LD = 500_000


def facts_of(tree: html.HtmlElement) -> Facts:
    """What the page states."""
    meta = _meta(tree)
    article = next(_linked(tree), {})
    site = _first(meta, OUTLETS[:1])
    publisher = _name(article.get("publisher")) or _outlet(meta)
    title = title_of(tree, meta, _text(article.get("headline")), site)
    url = _address(tree, meta, article)
    published, basis = time_of(tree, meta, _text(article.get("datePublished")), title)
    return Facts(
        title=title,
        byline=writers_of(tree, meta, article, title, (publisher, site, _host_name(url))),
        publisher=publisher,
        published=published,
        published_basis=basis,
        url=url,
        canonical=True,
    )


def linked_body(tree: html.HtmlElement) -> str:
    """The article's text as JSON-LD gives it, empty if it does not."""
    bodies = (article.get("articleBody") for article in _linked(tree))
    return next((body for body in bodies if isinstance(body, str) and body.strip()), "")


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    """The first content of every meta element, by its name or property; many pages escape it twice."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        value = " ".join(unescape(element.get("content") or "").split())
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
    """A value as text, if it is one; scripts are not unescaped by the parser."""
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """The name of a JSON-LD thing."""
    if isinstance(value, list) and value:
        value = value[0]
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _outlet(meta: dict[str, str]) -> str | None:
    """The outlet's name in the metadata; addresses are none."""
    return next((meta[key] for key in OUTLETS if key in meta and "://" not in meta[key] and len(meta[key]) < 80), None)


def _address(tree: html.HtmlElement, meta: dict[str, str], article: dict[str, Any]) -> str | None:
    """The article's own address."""
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and (element.get("href") or "").startswith("http"):
            return str(element.get("href"))
    return meta.get("og:url") or _text(article.get("url"))


def _host_name(url: str | None) -> str | None:
    """What an address calls its outlet: the label before its ending ("shorepost" of "www.shorepost.co.uk")."""
    labels = (host_of(safe_address(url)) or "").split(".")[:-1]
    return next((label for label in reversed(labels) if label not in ENDINGS), None)
