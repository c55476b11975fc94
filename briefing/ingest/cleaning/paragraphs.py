"""The decoded source as paragraphs: lines, with hard-wrapped ones joined, and for every letter where it stands.

White space of any kind becomes one blank, a run of it too; invisible characters (zero width, soft hyphen, direction
marks, control codes) are left out. No other character changes.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.ingest.cleaning.wrapping import SPLIT_WORD, Line, unwrapped
from briefing.ingest.drafts import SkipError

LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
BLANKS = dict.fromkeys(map(ord, "\t\u00a0\u1680\u180e\u202f\u205f\u3000"), " ") | dict.fromkeys(
    range(0x2000, 0x200B), " "
)
INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
)
EXCESS = re.compile(f"[ {INVISIBLE}]{{2,}}|[{INVISIBLE}]")
MOST_LINES = 60_000
"""No article has a tenth of it; a file that has is a list or a log."""
SUSPENDED = frozenset(("and", "or", "to", "und", "et"))
"""After "pre-" at a line's end these words keep their blank ("pre- and post-war")."""


class Piece(NamedTuple):
    """``text[start:end]`` of a paragraph stands at ``source`` of the decoded source."""

    start: int
    end: int
    source: int


class Paragraph(NamedTuple):
    """One paragraph (or line that stands alone), as shown, and where it stands."""

    text: str
    pieces: tuple[Piece, ...]
    start: int
    """First character in the decoded source."""
    end: int
    gap: bool
    """An empty line, or the start of the text, stands before it."""


def split(source: str, *, join: bool = True) -> list[Paragraph]:
    """The paragraphs of ``source`` in order; ``join`` undoes hard wrapping where the line lengths show it."""
    lines = list(itertools.islice(physical_lines(source), MOST_LINES + 1))
    if len(lines) > MOST_LINES:
        raise SkipError("too-many", f"It has more than {MOST_LINES:,} lines.")
    groups = [[line] for line in lines] if not join else unwrapped(lines)
    return [paragraph for group in groups if (paragraph := _paragraph(group)).text]


def physical_lines(source: str) -> Iterator[Line]:
    """The lines that hold something visible."""
    flat = source.translate(BLANKS)
    gap = True
    for first, end in _extents(flat):
        text = flat[first:end]
        bare = text.strip(" ")
        if not bare or not EXCESS.sub("", bare).strip():
            gap = True
            continue
        indent = len(text) - len(text.lstrip(" "))
        yield Line(bare, first + indent, first + indent + len(bare), gap, indent)
        gap = False


def _extents(flat: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line, ends of line left out."""
    start = 0
    for match in LINE_END.finditer(flat):
        yield start, match.start()
        start = match.end()
    yield start, len(flat)


def joined(lines: Sequence[Line]) -> list[Paragraph]:
    """One paragraph for each run of lines without an empty line between; its lines stay lines (signatures, lists)."""
    groups: list[list[Line]] = []
    for line in lines:
        if line.gap or not groups:
            groups.append([])
        groups[-1].append(line)
    return [paragraph for group in groups if (paragraph := _paragraph(group, "\n")).text]


def _paragraph(lines: Sequence[Line], between: str = " ") -> Paragraph:
    """The lines as one paragraph, with one character between them."""
    texts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for number, line in enumerate(lines):
        for text, source in _visible(line):
            texts.append(text)
            pieces.append(Piece(length, length + len(text), source))
            length += len(text)
        if number + 1 < len(lines) and not _splits_word(line.text, lines[number + 1].text):
            texts.append(between)
            pieces.append(Piece(length, length + 1, line.end))
            length += 1
    text = "".join(texts).rstrip()
    return Paragraph(text, _merged(pieces, len(text)), lines[0].start, lines[-1].end, lines[0].gap)


def _splits_word(line: str, after: str) -> bool:
    """The break stands inside a word with a hyphen ("Kim Hong-" / "kyun")."""
    return (
        bool(SPLIT_WORD.search(line[-3:]))
        and after[:1].isalnum()
        and after.split(" ", 1)[0].casefold() not in SUSPENDED
    )


def _visible(line: Line) -> Iterator[tuple[str, int]]:
    """The stretches of a line that are shown, each with its place in the source."""
    start = 0
    for match in EXCESS.finditer(line.text):
        blank = match.group().find(" ")
        end = match.start() + (blank + 1 if blank == 0 else 0)
        if end > start:
            yield line.text[start:end], line.start + start
        if blank > 0:
            yield " ", line.start + match.start() + blank
        start = match.end()
    if start < len(line.text):
        yield line.text[start:], line.start + start


def _merged(pieces: Sequence[Piece], length: int) -> tuple[Piece, ...]:
    """The pieces up to ``length``, neighbours that also neighbour in the source made one."""
    merged: list[Piece] = []
    for piece in pieces:
        end = min(piece.end, length)
        if piece.start >= end:
            break
        if merged and merged[-1].source - merged[-1].start == piece.source - piece.start:
            merged[-1] = merged[-1]._replace(end=end)
        else:
            merged.append(piece._replace(end=end))
    return tuple(merged)
