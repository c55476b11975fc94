"""Markdown, with front matter in YAML's or TOML's simplest form.

The decoded source that offsets count in is the text without its marks.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from briefing.ingest.decoding import decode
from briefing.ingest.drafts import Draft, Material
from briefing.ingest.limits import Limits
from briefing.ingest.record_facts import facts_of

FRONT = re.compile(
    r"\A(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<inner>.{0,20000}?)\r?\n(?P=mark)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*$")
RULE = re.compile(r"^ {0,3}(?:(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,}|=+)$")
QUOTE = re.compile(r"^ {0,3}(?:> ?){1,5}")
ITEM = re.compile(r"^ {0,9}(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)")
IMAGE = re.compile(r"!\[[^\[\]]{0,500}\](?:\([^()\s]{0,2000}(?: \"[^\"]{0,300}\")?\)|\[[^\[\]]{0,100}\])")
LINK = re.compile(
    r"""\[(?P<text>[^\[\]]{1,1000})\]
        (?:\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:\ "[^"]{0,300}")?\)|\[[^\[\]]{0,100}\])""",
    re.VERBOSE,
)
AUTO = re.compile(r"<(?P<url>https?://[^<>\s]{1,2000})>")
DEFINITION = re.compile(r"^ {0,3}\[[^\[\]]{1,100}\]: ?\S{1,2000}")
EMPHASIS = re.compile(r"(?<![\w*_\\])(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<text>[^*_\n]{1,2000})(?<=\S)(?P=mark)(?![\w*_])")
INNER = re.compile(r"(?<!\\)(?P<mark>\*\*|\*)(?=\S)(?P<text>[^*\n]{1,2000})(?<=\S)(?P=mark)")
CODE = re.compile(r"`([^`\n]{1,500})`")
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>|<!--[^<>]{0,2000}-->")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>\"'$%&,/:;=?@^])")


def read(material: Material, limits: Limits) -> Iterator[Draft]:
    """The one article of a Markdown file."""
    decoded = decode(material.data)
    matter, text = front_matter(decoded.text)
    facts = facts_of(matter)
    yield Draft(
        name=material.name,
        text=plain_text(text),
        digest=material.digest,
        facts=facts,
        warnings=("encoding",) if decoded.doubtful else (),
    )


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The keys and values above the text, and the text."""
    match = FRONT.match(text)
    if match is None:
        return {}, text
    rest = text[match.end() :]
    if match["mark"] == "+++":
        try:
            return tomllib.loads(match["inner"].replace("\r\n", "\n")), rest
        except tomllib.TOMLDecodeError:
            return {}, rest
    return _simple_yaml(match["inner"]), rest


def _simple_yaml(inner: str) -> dict[str, Any]:
    """``key: value`` and lists of plain values; what is more than that is left out."""
    found: dict[str, Any] = {}
    key = ""
    for line in inner.splitlines():
        if match := re.match(r"^([A-Za-z_][\w -]{0,60}?)\s?:(?:\s+(.*))?$", line):
            key, value = match[1].strip().lower(), (match[2] or "").strip()
            found[key] = _value(value) if value else []
        elif (match := re.match(r"^\s{0,8}-\s+(.*)$", line)) and isinstance(found.get(key), list):
            found[key].append(_unquoted(match[1].strip()))
    return {key: value for key, value in found.items() if value}


def _value(value: str) -> Any:
    """A plain value or a list in brackets."""
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(part.strip()) for part in value[1:-1].split(",") if part.strip()]
    return _unquoted(value)


def _unquoted(value: str) -> str:
    """A value without its quotation marks."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def plain_text(text: str) -> str:
    """The words of a Markdown text: a paragraph a line, parted by empty lines."""
    paragraphs: list[list[str]] = [[]]
    fenced = False
    for line in text.splitlines():
        if FENCE.match(line):
            fenced = not fenced
        elif not fenced and not DEFINITION.match(line):
            _add_line(line, paragraphs)
    return "\n\n".join(" ".join(lines) for lines in paragraphs if lines)


def _add_line(line: str, paragraphs: list[list[str]]) -> None:
    """One line to the paragraph it belongs to."""
    line = QUOTE.sub("", line)
    heading, item = HEADING.match(line), ITEM.match(line)
    if not line.strip() or RULE.match(line):
        paragraphs.append([])
        return
    bare = inline(heading["text"] if heading else line[item.end() :] if item else line)
    if not bare:
        return
    if heading or item:
        paragraphs.append([bare])
    else:
        paragraphs[-1].append(bare)
    if heading or line.endswith(("  ", "\\")):
        paragraphs.append([])


def inline(line: str) -> str:
    """A line without the marks inside it."""
    line = IMAGE.sub("", line)
    line = LINK.sub(lambda match: match["text"], line)
    line = AUTO.sub(lambda match: match["url"], line)
    line = CODE.sub(r"\1", TAG.sub("", line))
    for _ in range(2):
        line = EMPHASIS.sub(lambda match: match["text"], line)
        line = INNER.sub(lambda match: match["text"], line)
    return ESCAPE.sub(r"\1", line).strip().rstrip("\\").rstrip()
