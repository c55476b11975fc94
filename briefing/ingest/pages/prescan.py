"""Pages counted before they are parsed, and relieved of what only programs read; linear in their length.

What is left out here the parser never sees, so that it cannot take for tags what the count took for a program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.ingest.drafts import SkipError
from briefing.ingest.limits import Limits
from briefing.ingest.words import word_list

TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,60})")
START = re.compile(r"<[a-zA-Z]")
VOID = word_list("void_elements")
"""Elements that open no level, or that the parser closes by itself."""
BLOCKS = word_list("block_elements")
LONG_TAG = 4000
"""Characters from which the attributes of a tag are counted by the blanks between them, too."""
SILENT = re.compile(
    r"""(?P<quoted>["'=(\\])?       # a program inside an attribute or a text: no element
        <(?: (?P<name>script|style)(?=[\s/>])(?P<tag>[^>]{0,500})>
           | !-- )""",
    re.VERBOSE | re.IGNORECASE,
)
ENDS = {
    name: re.compile(end, re.IGNORECASE) for name, end in (("script", "</script"), ("style", "</style"), ("", "-->"))
}
DATA = "ld+json"
"""Kind of the programs that are data on the article."""


def without_programs(source: str) -> str:
    """The page without comments and without what its scripts and styles hold, but for data on the article."""
    kept: list[str] = []
    position = 0
    for start, end, is_data in _programs(source):
        kept += (source[position:start], source[start:end].replace("<", r"\u003c") if is_data else "")
        position = end
    return "".join((*kept, source[position:]))


def _programs(source: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of every comment, script and style, and whether it is data, up to one that does not end."""
    position = 0
    while (match := SILENT.search(source, position)) is not None:
        position = match.end()
        if match["quoted"]:
            continue
        name = (match["name"] or "").lower()
        end = ENDS[name].search(source, match.end() - (0 if name else len("--")))
        if end is None:
            return
        start, position = (match.end(), end.start()) if name else (match.start(), end.end())
        yield start, position, bool(name) and DATA in match["tag"].lower()


def scan(source: str, limits: Limits) -> None:
    """Refuse markup that would cost a parser too much."""
    tags = blocks = depth = deepest = 0
    for match in TAG.finditer(source):
        tags += 1
        name = match["name"].lower()
        if match["close"]:
            depth = max(0, depth - 1) if name not in VOID else depth
            continue
        blocks += name in BLOCKS
        if name not in VOID:
            depth += 1
            deepest = max(deepest, depth)
    if tags > limits.html_tags:
        raise SkipError("too-many", f"It has more than {limits.html_tags:,} tags.")
    if blocks > limits.html_blocks:
        raise SkipError("too-many", f"It has more than {limits.html_blocks:,} paragraphs, cells or items.")
    if deepest > limits.html_depth:
        raise SkipError("too-many", f"Its tags are nested more than {limits.html_depth:,} deep.")
    if most_attributes(source) > limits.html_attributes:
        raise SkipError("too-many", f"A tag has more than {limits.html_attributes:,} attributes.")


def most_attributes(source: str) -> int:
    """The greatest number of attributes from the beginning of a tag to the next end of one."""
    most = 0
    for part in source.split(">"):
        if len(part) > most and (start := START.search(part)):
            tag = part[start.start() :]
            most = max(most, tag.count("="), len(tag.split()) - 1 if len(tag) > LONG_TAG else 0)
    return most
