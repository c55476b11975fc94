"""Pages of our own writing with the label of every line in front of it, for the tests of this room.

A page begins with ``=== name``. A line begins with ``T`` title, ``S`` subtitle, ``B`` body, ``A`` aside, ``N`` byline,
``D`` publication time, ``U`` address of the source, ``-`` clutter, then one blank; ``@key=value`` states a head field.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from briefing.model import Article, Block

FOLDER = Path(__file__).parent / "pages"
KINDS = {"T": "title", "S": "subtitle", "B": "body", "A": "aside"}


@dataclass
class Page:
    """One page as it should be read."""

    name: str
    lines: list[tuple[str, str]] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)

    def source(self, gap: str = "\n") -> str:
        """The page without its marks."""
        return gap.join(text for _, text in self.lines) + "\n"

    def expected(self) -> list[tuple[str, str]]:
        """Each line with ``title``, ``subtitle``, ``body``, ``aside`` or ``dropped``."""
        return [(KINDS.get(mark, "dropped"), text) for mark, text in self.lines]

    def kept(self) -> str:
        """The text that should be left."""
        return "\n\n".join(text for mark, text in self.lines if mark in KINDS)


def pages() -> list[Page]:
    """Every page, in the order of the files."""
    found: list[Page] = []
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=== "):
                found.append(Page(line[4:]))
            elif line.startswith("@"):
                key, _, value = line[1:].partition("=")
                found[-1].facts[key] = value
            elif line.strip():
                found[-1].lines.append((line[0], line[2:]))
    return found


def labelled(article: Article, source: str) -> list[tuple[str, str]]:
    """Each non-blank line of ``source`` with what the article made of it, by the offsets of the article alone."""
    rows = []
    position = 0
    for line in source.splitlines(keepends=True):
        start, end = position, position + len(line.rstrip())
        position += len(line)
        if line.strip():
            rows.append((_label(article, start, end), line.strip()))
    return rows


def _label(article: Article, start: int, end: int) -> str:
    """What the article made of ``source[start:end]``."""
    for block in article.blocks:
        first, last = article.source_span(block.start, block.end)
        if first < end and start < last:
            return block.kind.value
    inside = any(dropped.start < end and start < dropped.end for dropped in article.dropped)
    return "dropped" if inside else "lost"


def words(article: Article, block: Block) -> str:
    """The text of a block."""
    return article.text[block.start : block.end]
