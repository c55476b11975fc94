"""Saved RSS and Atom feeds: an entry an article. Documents that declare entities are refused unread.

The decoded source that offsets count in is the entry's text without its markup.
"""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Iterator
from typing import Any

from briefing.ingest.drafts import Draft, Facts, Material, SkipError
from briefing.ingest.limits import Limits
from briefing.ingest.pages.markup import text_of
from briefing.model import Skipped

DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
WIDE = (b"\xff\xfe", b"\xfe\xff")


def read(material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """The entries of a feed in its order."""
    data = material.data
    if data.startswith(WIDE) or b"\x00" in data[:200]:
        data = data.decode("utf-16", "replace").encode()
    if DECLARED.search(data):
        raise SkipError("malformed", "It declares a document type or entities, which feeds have no need of.")
    if data.count(b"<") > 2 * limits.html_tags:
        raise SkipError("too-many", f"It has more than {limits.html_tags:,} tags.")
    feed = _parsed(data)
    if not feed.entries:
        raise SkipError("malformed" if feed.bozo else "no-text", "It is no feed with entries in it.")
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        yield _draft(entry, outlet, f"{material.name} entry {number}", limits, broken=_is_broken(feed))


def _parsed(data: bytes) -> Any:
    """The feed, from bytes only: given a name, feedparser would open it."""
    import feedparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return feedparser.parse(data, sanitize_html=True, resolve_relative_uris=False)


def _is_broken(feed: Any) -> bool:
    """The feed is no well-formed XML; what could be made out of it was read."""
    import xml.sax

    return bool(feed.bozo) and isinstance(feed.get("bozo_exception"), xml.sax.SAXException)


def _draft(entry: Any, outlet: str | None, name: str, limits: Limits, *, broken: bool) -> Draft | Skipped:
    """The article of one entry."""
    contents = [one.get("value", "") for one in entry.get("content", [])]
    source = max([*contents, entry.get("summary", "")], key=len)
    try:
        text = text_of(source, limits)
    except SkipError as error:
        return Skipped(name, error.code, error.detail)
    if not text.strip():
        return Skipped(name, "no-text", "The entry has no text.")
    identity = entry.get("id") or entry.get("link") or name
    return Draft(
        name=name,
        text=text,
        digest=hashlib.sha256(f"{identity}\n{text}".encode("utf-8", "replace")).hexdigest(),
        facts=Facts(
            title=_plain(entry.get("title")),
            byline=tuple(author["name"] for author in entry.get("authors", []) if author.get("name")),
            publisher=_plain((entry.get("source") or {}).get("title") or outlet),
            published=entry.get("published") or entry.get("created"),
            url=entry.get("link"),
            canonical=True,
        ),
        cleaned=True,
        warnings=("malformed",) if broken else (),
    )


def _plain(text: str | None) -> str | None:
    """A title without markup."""
    return " ".join(re.sub(r"<[^<>]{0,500}>", "", text).split()) or None if text else None
