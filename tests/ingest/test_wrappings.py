"""One article in thirty wrappings: the same text, title and publication time whatever it comes as."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import textwrap
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from html import escape
from pathlib import Path

import pytest

from briefing.ingest import read_sources

TITLE = "Harbour of Skarholm reopens after Kim Lund-Berg's nine-day strike"
STAMP = "Friday 3 May 2024 08:14 EDT"
PUBLISHED = "2024-05-03T08:14:00-04:00"
BODY = (
    "The harbour of Skarholm reopened on Friday after a strike of nine days that left some forty ships waiting at sea, "
    "the harbour board said in a statement.",
    "“We are glad that ships move again,” the board’s chair, Kim Lund-Berg, told reporters at the quay on Friday "
    "morning, and added that the backlog would take two weeks.",
    "The dockers’ union said that its 3,000 members would vote on the employers’ offer of an 11 per cent raise "
    "before the end of the month.",
    "Neither the ministry of transport nor the shipping lines have commented so far.",
)
TEXT = "\n\n".join(BODY)
PLAIN = f"{TITLE}\n\n{STAMP}\n\n{TEXT}\n"
CLUTTER_ABOVE = "Skip to content\nHome\nNews\nSport\n"
CLUTTER_BELOW = (
    "\nShare this article\nFacebook Twitter WhatsApp\nSign up for our weekly newsletter\n"
    "Your support makes our journalism possible.\n© 2024 The Skarholm Post. All rights reserved.\nComments (3)\n"
)
FRONT = f'---\ntitle: "{TITLE}"\ndate: {PUBLISHED}\n---\n\n'
WITHIN = "\n\nAdvertisement\n\n"


def wrapped(width: int) -> str:
    """The plain text with its lines wrapped."""
    return "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PLAIN.strip().split("\n\n")) + "\n"


def page(*, furniture: bool = False) -> str:
    """The article as an HTML page."""
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in BODY)
    menu = "<nav><a href='/'>Home</a> <a href='/n'>News</a></nav>" if furniture else ""
    foot = "<footer><p>© 2024 The Skarholm Post. All rights reserved.</p></footer>" if furniture else ""
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{escape(TITLE)} | The Skarholm Post</title>"
        f"<meta property='article:published_time' content='{PUBLISHED}'></head><body>{menu}<article>"
        f"<h1>{escape(TITLE)}</h1>{body}</article>{foot}</body></html>"
    )


def mail(*, rich: bool = False) -> bytes:
    """The article as a message."""
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "desk@post.example", TITLE, "Fri, 03 May 2024 08:14:00 -0400"
    message.set_content(TEXT + "\n", cte="quoted-printable")
    if rich:
        message.add_alternative("".join(f"<p>{escape(paragraph)}</p>" for paragraph in BODY), subtype="html")
    return message.as_bytes()


def record(**more: str) -> dict[str, str]:
    """The article as a record."""
    return {"id": "r1", "title": TITLE, "published": PUBLISHED, "text": TEXT} | more


def feed() -> bytes:
    """The article as the entry of a feed."""
    inner = escape("".join(f"<p>{escape(paragraph)}</p>" for paragraph in BODY))
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Post</title><item>'
        f"<title>{escape(TITLE)}</title><pubDate>Fri, 03 May 2024 08:14:00 -0400</pubDate>"
        f"<description>{inner}</description></item></channel></rss>"
    ).encode()


def archive() -> bytes:
    """The article as the member of an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.txt", PLAIN)
    return out.getvalue()


codecs.register_error("browser", lambda error: (chr(error.object[error.start]), error.start + 1))

WRAPPINGS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "plain": ("a.txt", PLAIN.encode),
    "crlf": ("a.txt", lambda: PLAIN.replace("\n", "\r\n").encode()),
    "cr": ("a.txt", lambda: PLAIN.replace("\n", "\r").encode()),
    "bom": ("a.txt", lambda: b"\xef\xbb\xbf" + PLAIN.encode()),
    "utf-16": ("a.txt", lambda: PLAIN.encode("utf-16")),
    "utf-16-le without mark": ("a.txt", lambda: PLAIN.encode("utf-16-le")),
    "utf-16-be without mark": ("a.txt", lambda: PLAIN.encode("utf-16-be")),
    "utf-32": ("a.txt", lambda: PLAIN.encode("utf-32")),
    "windows-1252": ("a.txt", lambda: PLAIN.encode("cp1252")),
    "wrongly decoded once": ("a.txt", lambda: PLAIN.encode().decode("cp1252", "browser").encode()),
    "wrapped at 72": ("a.txt", lambda: wrapped(72).encode()),
    "wrapped at 100": ("a.txt", lambda: wrapped(100).encode()),
    "wrapped at 60 with crlf": ("a.txt", lambda: wrapped(60).replace("\n", "\r\n").encode()),
    "single line ends": ("a.txt", lambda: PLAIN.replace("\n\n", "\n").encode()),
    "tabs": ("a.txt", lambda: PLAIN.replace(" ", "\t").encode()),
    "no-break spaces": ("a.txt", lambda: PLAIN.replace(" ", "\u00a0").encode()),
    "double spaces": ("a.txt", lambda: PLAIN.replace(" ", "  ").encode()),
    "indented": ("a.txt", lambda: "".join(f"    {line}\n" for line in PLAIN.splitlines()).encode()),
    "trailing blanks": ("a.txt", lambda: "".join(f"{line}  \t\n" for line in PLAIN.splitlines()).encode()),
    "zero-width characters": ("a.txt", lambda: PLAIN.replace("ships", "sh\u200bips\u2060").encode()),
    "many empty lines": ("a.txt", lambda: PLAIN.replace("\n\n", "\n\n\n \n\n").encode()),
    "clutter above": ("a.txt", (CLUTTER_ABOVE + PLAIN).encode),
    "clutter below": ("a.txt", (PLAIN + CLUTTER_BELOW).encode),
    "clutter within": ("a.txt", lambda: PLAIN.replace(BODY[1] + "\n\n", BODY[1] + WITHIN).encode()),
    "clutter everywhere": ("a.txt", (CLUTTER_ABOVE + PLAIN + CLUTTER_BELOW).encode),
    "no ending": ("article", PLAIN.encode),
    "html": ("a.html", lambda: page().encode()),
    "html with furniture": ("a.html", lambda: page(furniture=True).encode()),
    "html in windows-1252": ("a.html", lambda: page().replace("utf-8", "windows-1252").encode("cp1252")),
    "html named .txt": ("a.txt", lambda: page().encode()),
    "markdown": ("a.md", f"# {TITLE}\n\n*{STAMP}*\n\n{TEXT}\n".encode),
    "markdown with front matter": ("a.md", (FRONT + TEXT).encode),
    "json": ("a.json", lambda: json.dumps(record()).encode()),
    "json in an envelope": ("a.json", lambda: json.dumps({"status": "ok", "articles": [record()]}).encode()),
    "json with html": ("a.json", lambda: json.dumps(record(text="", body_html=page())).encode()),
    "jsonl": ("a.jsonl", (json.dumps(record(), ensure_ascii=False) + "\n").encode),
    "news-please": (
        "a.json",
        lambda: json.dumps({"title": TITLE, "date_publish": "2024-05-03 08:14:00-04:00", "maintext": TEXT}).encode(),
    ),
    "mail": ("a.eml", mail),
    "mail with both parts": ("a.eml", lambda: mail(rich=True)),
    "mbox": ("a.mbox", lambda: b"From desk Fri May  3 08:14:00 2024\n" + mail()),
    "feed": ("a.rss", feed),
    "zip": ("a.zip", archive),
    "gz": ("a.txt.gz", lambda: gzip.compress(PLAIN.encode(), mtime=0)),
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_the_wrapping_changes_nothing(wrapping: str, tmp_path: Path) -> None:
    name, make = WRAPPINGS[wrapping]
    (tmp_path / name).write_bytes(make())
    (article,) = read_sources([str(tmp_path / name)]).articles
    body = [article.text[block.start : block.end] for block in article.blocks if block.kind.value == "body"]
    assert tuple(body) == BODY
    assert article.title == TITLE
    assert article.published == PUBLISHED
