"""JSON and JSON Lines: a record an article; offsets count the characters of the record's text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from briefing.ingest.decoding import decode
from briefing.ingest.drafts import Draft, Facts, Material, SkipError
from briefing.ingest.limits import Limits
from briefing.model import Skipped

TEXT = tuple(["text", "body_text", "maintext", "body", "articleBody", "content", "content_text", "full_text", "article", "story"])
TITLE = ("title", "headline", "head")
SUBTITLE = ("subtitle", "description_text", "standfirst", "subheadline")
PUBLISHED = tuple(
    ["published", "date_publish", "publish_date", "date_published", "datePublished", "published_at", "publishedAt", "published_date", "pubDate", "pub_date", "versioncreated", "firstcreated", "date", "datetime", "timestamp", "created_at"]
)
PUBLISHER = tuple(
    ["publisher", "outlet", "source", "source_name", "sitename", "site_name", "site", "publication", "provider", "copyrightholder", "source_domain"]
)
AUTHORS = ("byline", "authors", "author", "by", "creator")
ADDRESS = ("url", "canonical_url", "link", "web_url", "source_url", "permalink")
IDENTITY = ("doc", "id", "doc_id", "uri", "guid", "filename")
LISTS = tuple(["articles", "items", "results", "documents", "docs", "data", "entries", "response", "news", "records", "hits"])
"""Keys, the surest first: our own, those of news-please, NewsML ninjs 1 and 2, newspaper, schema.org, JSON Feed."""


def read(material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """The articles of a file of records in its order; a record that is none is skipped by its line or number."""
    decoded = decode(material.data)
    text = decoded.text
    whole = _whole(text)
    if whole is not None:
        yield from (_draft(record, material, number) for number, record in enumerate(_records_in(whole), 1))
        return
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if PurePath(material.name).suffix.lower() == ".json" and len(lines) > 1 and not lines[0][1].rstrip().endswith("}"):
        raise SkipError("malformed", "It is not valid JSON.")
    for number, line in lines:
        yield _read_line(line, material, number)


def _whole(text: str) -> Any:
    """The file as one JSON value, None if it is none (then it may be one a line)."""
    try:
        return json.loads(text)
    except ValueError:
        return None
    except RecursionError as error:
        raise SkipError("malformed", "Its JSON is nested too deep.") from error


def _read_line(line: str, material: Material, number: int) -> Draft | Skipped:
    """The article of one line."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return Skipped(f"{material.name} line {number}", "malformed", "The line is not valid JSON.")
    return _draft(record, material, number)


def _records_in(whole: Any) -> list[Any]:
    """The records of a JSON value: itself, its elements, or the list under a usual key."""
    if isinstance(whole, list):
        return whole
    if isinstance(whole, dict) and _first_text(whole, TEXT) is None:
        for key in LISTS:
            inner = whole.get(key)
            if isinstance(inner, list):
                return inner
            if isinstance(inner, dict):
                return _records_in(inner)
    return [whole]


def _draft(record: Any, material: Material, number: int) -> Draft | Skipped:
    """The article of one record."""
    where = f"{material.name} record {number}"
    if not isinstance(record, dict):
        return Skipped(where, "malformed", "The record is no object.")
    identity = _first_text(record, IDENTITY)
    text = _first_text(record, TEXT)
    if text is None:
        return Skipped(identity or where, "no-text", f"The record has no text under any of: {', '.join(TEXT[:6])}.")
    return Draft(
        name=identity or where,
        text=text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
        digest=hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest(),
        facts=facts_of(record),
        record=identity,
    )


def facts_of(record: dict[str, Any]) -> Facts:
    """What the record states beside its text."""
    return Facts(
        title=_first_text(record, TITLE) or None,
        subtitle=_first_text(record, SUBTITLE) or None,
        byline=_authors(record),
        publisher=_first_text(record, PUBLISHER) or None,
        published=_first_text(record, PUBLISHED) or None,
        url=_first_text(record, ADDRESS) or None,
        topic=_first_text(record, ("topic",)) or None,
    )


def _first_text(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first value under one of the keys that is text, or an object with a name."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title") or value.get("text")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value
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
