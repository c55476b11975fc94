"""Readers: one small module a format, each loaded when the first file of its format is met."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import PurePath

from briefing.ingest.drafts import Draft, Material, Reader
from briefing.ingest.limits import Limits
from briefing.ingest.words import word_list
from briefing.model import Skipped

BY_ENDING = {
    ".txt": "plain",
    ".text": "plain",
    ".jsonl": "records",
    ".ndjson": "records",
    ".json": "records",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".shtml": "page",
    ".md": "markdown",
    ".markdown": "markdown",
    ".rss": "feeds",
    ".atom": "feeds",
    ".xml": "feeds",
    ".eml": "mail",
    ".mbox": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".pdf": "pdf",
    ".docx": "word",
    ".zip": "archives",
    ".gz": "archives",
    ".warc": "webarchive",
}
"""Module of this package for each ending of a file's name."""
NO_ARTICLES = word_list("no_articles")
"""Endings of files that hold no article, or in a form that is not read."""
BINARY = re.compile(
    rb"\A(?:\x7fELF|MZ[\x00-\xff]{2,60}\x00|\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....(?:WEBP|WAVE|AVI )"
    rb"|\x00\x00\x01\x00|II\*\x00|MM\x00\*|ID3[\x02-\x04]|OggS\x00|fLaC\x00|\x00\x00\x00.ftyp|\xca\xfe\xba\xbe"
    rb"|SQLite format 3\x00|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|BZh[1-9]1AY|\xfd7zXZ\x00|\x28\xb5\x2f\xfd"
    rb"|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\{\\rtf1)",
    re.DOTALL,
)
"""First bytes of formats that hold no text this program reads."""
SPACE = b" \t\r\n\x0b\x0c\xef\xbb\xbf"
PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b", re.IGNORECASE)
FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
MAIL = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[ \t][^\r\n]{0,900}\r?\n(?:[ \t][^\r\n]{0,900}\r?\n){0,40}){2,60}\r?\n"
)
MAIL_HEAD = re.compile(
    rb"^(?:from|subject|message-id|mime-version|return-path|received):", re.IGNORECASE | re.MULTILINE
)
MAIL_ONLY = re.compile(rb"^(?:message-id|mime-version|return-path):", re.IGNORECASE | re.MULTILINE)
"""Lines that the head of a mail has and no article begins with."""
RECORDS = re.compile(rb"""(?:\[\s{0,99})?\{\s{0,99}"[\w@$ -]{1,60}"\s{0,9}:""")
OPEN = frozenset(("", ".txt", ".text", ".html", ".htm", ".eml"))
"""Endings under which programs save whatever came."""
SNIFFED = 4096


def read(material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """The drafts in a file, by its first bytes and, where they do not tell, by the ending of its name."""
    if BINARY.match(material.data[:128]):
        yield Skipped(material.name, "type", "Files of this kind are not read.")
        return
    name = format_of(material)
    if not name:
        yield Skipped(material.name, "type", "Files of this kind are not read.")
        return
    yield from reader(name)(material, limits)


def format_of(material: Material) -> str:
    """The name of the reader for a file, empty if there is none."""
    head = material.data[:SNIFFED]
    ending = PurePath(material.name).suffix.lower()
    return _by_magic(head, material.data, ending) or _by_text(head.lstrip(SPACE), ending) or _by_ending(ending)


def _by_magic(head: bytes, data: bytes, ending: str) -> str:
    """The format that the first bytes prove."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "word" if ending == ".docx" or (ending != ".zip" and b"word/document.xml" in data) else "archives"
    if head.startswith(b"\x1f\x8b"):
        return "archives"
    return "webarchive" if head.startswith(b"WARC/") else ""


def _by_text(head: bytes, ending: str) -> str:
    """The format that the first characters show, for the endings that leave it open."""
    if head.startswith(b"<"):
        if FEED.search(head[:2000]) and not PAGE.match(head):
            return "feeds"
        if PAGE.match(head) or (head.startswith((b"<?xml", b"<!--")) and PAGE.search(head)):
            return "page"
    if ending in OPEN and RECORDS.match(head):
        return "records"
    return "mail" if _is_mail(head, ending) else ""


def _is_mail(head: bytes, ending: str) -> bool:
    """The first characters are a mail's; under an ending of other texts too, if no article begins so."""
    if ending in OPEN and MAIL.match(head) and MAIL_ONLY.search(head):
        return True
    if ending not in {"", ".eml", ".mbox"}:
        return False
    if head.startswith(b"From ") and b"\n" in head[:300]:
        return True
    return MAIL_HEAD.search(head) is not None and MAIL.match(head) is not None


def _by_ending(ending: str) -> str:
    """The format that the name's ending promises; a name without a known one is read as plain text."""
    return "" if ending in NO_ARTICLES else BY_ENDING.get(ending, "plain")


def reader(name: str) -> Reader:
    """The reader of this name, loaded now."""
    found: Reader = importlib.import_module(f"{__name__}.{name}").read
    return found
