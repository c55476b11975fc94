"""Saved RSS and Atom feeds: an entry an article. Documents that declare entities are refused unread.

The decoded source that offsets count in is the entry's text without its markup.
"""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Iterator
from functools import partial
from typing import Any

from briefing.ingest.decoding import decode
from briefing.ingest.drafts import Draft, Facts, Material, SkipError
from briefing.ingest.guard import guarded
from briefing.ingest.limits import Limits
from briefing.ingest.pages.markup import text_of
from briefing.ingest.pages.prescan import most_attributes
from briefing.model import Skipped

DECLARED = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
PROLOG = re.compile(r"\A\s{0,99}<\?xml[^<>]{0,300}\?>")
ENCODING = re.compile(rb"""encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")
HEAD = 200


def read(material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """The entries of a feed in its order."""
    stated = ENCODING.search(material.data[:HEAD])
    decoded = decode(material.data, stated[1].decode("ascii") if stated else None)
    _check(decoded.text, limits)
    # In UTF-8 and without a word of its encoding, so that the parser reads what was checked.
    feed = _parsed(PROLOG.sub("", decoded.text).encode("utf-8", "replace"))
    if not feed.entries:
        raise SkipError("malformed" if feed.bozo else "no-text", "It is no feed with entries in it.")
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        name = f"{material.name} entry {number}"
        yield guarded(name, partial(_draft, entry, outlet, name, limits, broken=_is_broken(feed)), limits)


def _check(source: str, limits: Limits) -> None:
    """Refuse a feed that declares entities, or that would cost its parser too much."""
    if DECLARED.search(source):
        raise SkipError("malformed", "It declares a document type or entities, which feeds have no need of.")
    if source.count("<") > 2 * limits.html_tags:
        raise SkipError("too-many", f"It has more than {limits.html_tags:,} tags.")
    if most_attributes(source) > limits.html_attributes:
        raise SkipError("too-many", f"A tag has more than {limits.html_attributes:,} attributes.")


def _parsed(data: bytes) -> Any:
    """The feed, from bytes only: given a name, feedparser would open it."""
    import feedparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)


def _is_broken(feed: Any) -> bool:
    """The feed is no well-formed XML; what could be made out of it was read."""
    import xml.sax

    return bool(feed.bozo) and isinstance(feed.get("bozo_exception"), xml.sax.SAXException)


def _draft(entry: Any, outlet: str | None, name: str, limits: Limits, *, broken: bool) -> Draft | Skipped:
    """The article of one entry."""
    contents = [one.get("value", "") for one in entry.get("content", [])]
    source = max([*contents, entry.get("summary", "")], key=len)
    text = text_of(source, limits)
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
