"""One article in fifty wrappings is one article: equal words, title, time, actors, quotes and dates."""

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
from typing import Any

import pytest
from spacy.language import Language

from briefing import workflow
from briefing.compose.extract import article_record
from briefing.ingest import iter_sources
from briefing.model import Article

TITLE = "Norvania’s foreign minister calls dam talks with Orland ‘a beginning’"
STAMP = "Friday 3 May 2024 08:14 EDT"
PUBLISHED = "2024-05-03T08:14:00-04:00"
BODY = (
    "Norvania’s foreign minister, Helena Marek, said on Thursday that her government would open the Ludova dam next "
    "week after four days of talks with Orland in the capital, Stanberg.",
    "“We closed three gates because a crack had been found, and we should have telephoned first,” Marek told reporters "
    "after the meeting. “It is a beginning.”",
    "The energy ministry said in a statement on 29 April that the repairs would cost 12 million crowns.",
    "Stefan Dahl, the prime minister of Orland, welcomed the decision on Friday but warned that his country would take "
    "the case to the Arle River Commission if the water did not come by 10 May.",
    "“A river carries no passport,” Dahl said. He added that 9,000 hectares of orchards had been dry since Monday.",
    "Viktor Lang, a farmer near Aldenburg, said: “I have waited three days to hear that sound.”",
)
TEXT = "\n\n".join(BODY)
PLAIN = f"{TITLE}\n\n{STAMP}\n\n{TEXT}\n"
ABOVE = "Skip to content\nHome\nNews\nSport\n"
BELOW = (
    "\nShare this article\nFacebook Twitter WhatsApp\nSign up for our weekly newsletter\n"
    "The Stanberg Post has told the story of the river for 90 years. If you value that, please support our reporters.\n"
    "Read more: The engineer who shares her minister’s name\n"
    "© 2024 The Stanberg Post. All rights reserved.\nComments (3)\n"
)
WITHIN = "\n\nAdvertisement\n\nSign up for our newsletter\n\nYour email address\n\n"
PARAGRAPHS = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in BODY)


def kept(error: UnicodeError) -> tuple[str, int]:
    """The byte that Windows-1252 does not know as the letter of its number."""
    assert isinstance(error, UnicodeDecodeError)
    return chr(error.object[error.start]), error.start + 1


codecs.register_error("as-browsers", kept)


def wrapped(width: int) -> str:
    """The plain text with its lines wrapped."""
    return "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PLAIN.strip().split("\n\n")) + "\n"


def page(*, furniture: bool = False) -> str:
    """The article as an HTML page."""
    menu = "<nav><a href='/'>Home</a> <a href='/n'>News</a></nav>" if furniture else ""
    box = "<aside><p>Sign up for our newsletter</p></aside><div style='display:none'>Hidden</div>" if furniture else ""
    foot = "<footer><p>© 2024 The Stanberg Post. All rights reserved.</p></footer>" if furniture else ""
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{escape(TITLE)} | The Stanberg Post</title>"
        f"<meta property='article:published_time' content='{PUBLISHED}'></head><body>{menu}<article>"
        f"<h1>{escape(TITLE)}</h1>{PARAGRAPHS}</article>{box}{foot}</body></html>"
    )


def mail(*, rich: bool = False, quoted: bool = False, flowed: bool = False) -> bytes:
    """The article as a message."""
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "desk@post.example", TITLE, "Fri, 03 May 2024 08:14:00 -0400"
    text = wrapped(72).split("\n\n", 2)[2] if quoted or flowed else TEXT
    if quoted:
        text = "".join(f"> {line}".rstrip() + "\n" for line in text.splitlines())
    if flowed:
        text = text.replace("\n\n", "\0").replace("\n", " \n").replace("\0", "\n\n")
    message.set_content(text + "\n", cte="quoted-printable", params={"format": "flowed"} if flowed else None)
    if rich:
        message.add_alternative(PARAGRAPHS, subtype="html")
    return message.as_bytes()


def record(**more: str) -> dict[str, str]:
    """The article as a record."""
    return {"id": "r1", "title": TITLE, "published": PUBLISHED, "text": TEXT} | more


def feed() -> bytes:
    """The article as the entry of a feed."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Post</title><item>'
        f"<title>{escape(TITLE)}</title><pubDate>Fri, 03 May 2024 08:14:00 -0400</pubDate>"
        f"<description>{escape(PARAGRAPHS)}</description></item></channel></rss>"
    ).encode()


def archive() -> bytes:
    """The article as the member of an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.txt", PLAIN)
    return out.getvalue()


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
    "wrongly decoded once": ("a.txt", lambda: PLAIN.encode().decode("cp1252", "as-browsers").encode()),
    "wrapped at 72": ("a.txt", lambda: wrapped(72).encode()),
    "wrapped at 100": ("a.txt", lambda: wrapped(100).encode()),
    "wrapped at 60 with crlf": ("a.txt", lambda: wrapped(60).replace("\n", "\r\n").encode()),
    "single line ends": ("a.txt", lambda: PLAIN.replace("\n\n", "\n").encode()),
    "tabs": ("a.txt", lambda: PLAIN.replace(" ", "\t").encode()),
    "no-break spaces": ("a.txt", lambda: PLAIN.replace(" ", "\u00a0").encode()),
    "double spaces": ("a.txt", lambda: PLAIN.replace(" ", "  ").encode()),
    "indented": ("a.txt", lambda: "".join(f"    {line}\n" for line in PLAIN.splitlines()).encode()),
    "trailing blanks": ("a.txt", lambda: "".join(f"{line}  \t\n" for line in PLAIN.splitlines()).encode()),
    "zero-width characters": ("a.txt", lambda: PLAIN.replace("Marek", "Ma\u200brek\u2060").encode()),
    "soft hyphens": ("a.txt", lambda: PLAIN.replace("Commission", "Com\u00admis\u00adsion").encode()),
    "many empty lines": ("a.txt", lambda: PLAIN.replace("\n\n", "\n\n\n \n\n").encode()),
    "no ending": ("article", PLAIN.encode),
    "clutter above": ("a.txt", (ABOVE + PLAIN).encode),
    "clutter below": ("a.txt", (PLAIN + BELOW).encode),
    "clutter within": ("a.txt", lambda: PLAIN.replace(BODY[1] + "\n\n", BODY[1] + WITHIN).encode()),
    "clutter everywhere": ("a.txt", (ABOVE + PLAIN + BELOW).encode),
    "a nameplate": ("a.txt", ("THE STANBERG POST\n\n" + PLAIN).encode),
    "field names": ("a.txt", ("Title: " + PLAIN.replace(STAMP, "Date: " + STAMP)).encode),
    "html": ("a.html", lambda: page().encode()),
    "html with furniture": ("a.html", lambda: page(furniture=True).encode()),
    "html in windows-1252": ("a.html", lambda: page().replace("utf-8", "windows-1252").encode("cp1252")),
    "html named .txt": ("a.txt", lambda: page().encode()),
    "markdown": ("a.md", f"# {TITLE}\n\n*{STAMP}*\n\n{TEXT}\n".encode),
    "markdown with front matter": ("a.md", f'---\ntitle: "{TITLE}"\ndate: {PUBLISHED}\n---\n\n{TEXT}'.encode),
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
    "mail that quotes it": ("a.eml", lambda: mail(quoted=True)),
    "mail in flowed lines": ("a.eml", lambda: mail(flowed=True)),
    "mbox": ("a.mbox", lambda: b"From desk Fri May  3 08:14:00 2024\n" + mail()),
    "feed": ("a.rss", feed),
    "zip": ("a.zip", archive),
    "gz": ("a.txt.gz", lambda: gzip.compress(PLAIN.encode(), mtime=0)),
}


def read(name: str, data: bytes, folder: Path) -> Article:
    """The one article in a file."""
    (folder / name).write_bytes(data)
    (article,) = iter_sources([str(folder / name)])
    assert isinstance(article, Article)
    return article


def analysis(nlp: Language, article: Article) -> dict[str, Any]:
    """Actors, quotes and dates of an article.

    Actors in the order of their names: where the title stands beside the text (a record, a mail) and not in it, it
    adds nothing to their salience.
    """
    (document,) = workflow.stream_documents(nlp, [article])
    found = article_record(document)
    return {
        "actors": sorted((actor["name"], actor["type"]) for actor in found["actors"]),
        "quotes": [(" ".join(quote["text"].split()), quote["speaker"]) for quote in found["quotes"]],
        "dates": [date["value"] for date in found["dates"]],
    }


@pytest.fixture(scope="module")
def plain(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The analysis of the article as plain text."""
    return analysis(nlp, read("a.txt", PLAIN.encode(), tmp_path_factory.mktemp("plain")))


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_the_wrapping_changes_no_word(wrapping: str, tmp_path: Path) -> None:
    name, make = WRAPPINGS[wrapping]
    article = read(name, make(), tmp_path)
    body = [article.text[block.start : block.end] for block in article.blocks if block.kind.value == "body"]
    assert tuple(body) == BODY
    assert article.title == TITLE
    assert article.published == PUBLISHED


@pytest.mark.model
def test_the_plain_article_is_analysed(plain: dict[str, Any]) -> None:
    names = {name for name, _ in plain["actors"]}
    assert {"Helena Marek", "Stefan Dahl", "Viktor Lang"} <= names
    assert any("A river carries no passport" in text for text, _ in plain["quotes"])
    assert {"2024-05-02", "2024-04-29", "2024-05-10"} <= set(plain["dates"])


@pytest.mark.model
@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_the_wrapping_changes_no_actor_quote_or_date(
    wrapping: str, plain: dict[str, Any], nlp: Language, tmp_path: Path
) -> None:
    name, make = WRAPPINGS[wrapping]
    assert analysis(nlp, read(name, make(), tmp_path)) == plain
