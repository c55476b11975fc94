"""Keys under which records and front matter state what an article is: one place for all formats that have keys.

The surest key first: our own, news-please, NewsML in JSON (ninjs 1 and 2), newspaper, schema.org, JSON Feed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from briefing.ingest.drafts import Facts

TEXT = (
    "text", "body_text", "maintext", "body", "articleBody", "article_body", "content_text", "content", "full_text",
    "fulltext", "article", "story", "article_text",
)  # fmt: skip
RICH = ("body_html", "body_xhtml", "content_html", "html", "cleaned_html")
TITLE = ("title", "headline", "head", "title_page")
SUBTITLE = ("subtitle", "standfirst", "subheadline", "dek")
PUBLISHED = (
    "published", "date_publish", "publish_date", "date_published", "datePublished", "published_at", "publishedAt",
    "published_date", "publication_date", "pubDate", "pub_date", "versioncreated", "firstcreated", "date", "datetime",
    "timestamp", "created_at",
)  # fmt: skip
PUBLISHER = (
    "publisher", "outlet", "source", "source_name", "sitename", "site_name", "site", "publication", "provider",
    "copyrightholder", "source_domain",
)  # fmt: skip
AUTHORS = ("byline", "authors", "author", "by", "creator", "bylines")
ADDRESS = ("url", "canonical_url", "link", "web_url", "source_url", "permalink", "external_url")
IDENTITY = ("doc", "id", "doc_id", "uri", "guid", "filename")
HANDLING = ("handling", "tlp")
LISTS = ("articles", "items", "results", "documents", "docs", "data", "entries", "response", "news", "records", "hits")
EPOCH = (0, 4_102_444_800)
"""Seconds from 1970 to 2100; greater numbers are milliseconds."""


def facts_of(record: dict[str, Any]) -> Facts:
    """What the record states beside its text."""
    return Facts(
        title=first_text(record, TITLE) or None,
        subtitle=first_text(record, SUBTITLE) or None,
        byline=_authors(record),
        publisher=first_text(record, PUBLISHER) or None,
        published=_moment(record),
        url=first_text(record, ADDRESS) or None,
        topic=first_text(record, ("topic",)) or None,
        handling=first_text(record, HANDLING) or None,
    )


def first_text(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first value under one of the keys that is text, or an object with a name."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title") or value.get("text") or value.get("rendered")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def main_values(record: dict[str, Any]) -> dict[str, Any]:
    """The record with the lists of ninjs 2 (``bodies``, ``headlines``) as the plain keys of ninjs 1."""
    found = dict(record)
    for plural, key in (("bodies", "body"), ("headlines", "headline")):
        given = record.get(plural)
        values = [
            one
            for one in (given if isinstance(given, list) else [])
            if isinstance(one, dict) and isinstance(one.get("value"), str)
        ]
        main = [one for one in values if one.get("role") in ("main", "body", None)] or values
        if main and key not in found:
            rich = key == "body" and "html" in str(main[0].get("contenttype", ""))
            found["body_html" if rich else key] = main[0]["value"]
    return found


def _moment(record: dict[str, Any]) -> str | None:
    """The publication time as text; a number counts seconds or milliseconds from 1970."""
    for key in PUBLISHED:
        value = record.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            seconds = value if value <= EPOCH[1] else value // 1000
            if EPOCH[0] < seconds < EPOCH[1]:
                return datetime.fromtimestamp(seconds, UTC).isoformat()
        elif value := first_text(record, (key,)):
            return value
        elif record.get(key) is not None and hasattr(record[key], "isoformat"):
            return str(record[key].isoformat())
    return None


def _authors(record: dict[str, Any]) -> tuple[str, ...]:
    """The writers' names."""
    for key in AUTHORS:
        value = record.get(key)
        values = value if isinstance(value, list) else [value]
        names = [one.get("name") if isinstance(one, dict) else one for one in values]
        found = tuple(name.strip() for name in names if isinstance(name, str) and name.strip())
        if found:
            return found
    return ()
