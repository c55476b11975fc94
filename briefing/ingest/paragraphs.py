"""The decoded source as paragraphs: lines, with hard-wrapped ones joined, and for every letter where it stands.

White space of any kind becomes one blank, a run of it too; invisible characters (zero width, soft hyphen, direction
marks, control codes) are left out. No other character changes.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

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
WIDEST = 130
"""No terminal or mail program wraps wider; paragraphs of articles on one line are longer."""
NARROWEST = 30
WRAPPED_SHARE = 0.5
"""Share of line breaks inside groups that a greedy wrapper would have made, from which lines are joined."""
MID_SENTENCE = 0.5
"""Share of those breaks that must fall inside a sentence: one-sentence paragraphs end theirs with a stop."""
CLOSED = re.compile(r"""[.!?:;]["'”’»)\]]*$""")
SPLIT_WORD = re.compile(r"\w-$|\w--$")
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


class Line(NamedTuple):
    """A physical line without surrounding blanks: ``source[start:end]``."""

    text: str
    start: int
    end: int
    gap: bool


def split(source: str, *, join: bool = True) -> list[Paragraph]:
    """The paragraphs of ``source`` in order; ``join`` undoes hard wrapping where the line lengths show it."""
    lines = list(itertools.islice(physical_lines(source), MOST_LINES + 1))
    if len(lines) > MOST_LINES:
        raise SkipError("too-many", f"It has more than {MOST_LINES:,} lines.")
    groups = [[line] for line in lines] if not join else _unwrapped(lines)
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
        start = first + len(text) - len(text.lstrip(" "))
        yield Line(bare, start, start + len(bare), gap)
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


def _unwrapped(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in groups that were one line before somebody wrapped them."""
    width = _wrap_width(lines)
    groups: list[list[Line]] = []
    for number, line in enumerate(lines):
        if number and width and not line.gap and _would_not_fit(lines[number - 1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width the text was wrapped at, 0 if it was not."""
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if not two.gap]
    inner = [max(len(one.text), len(two.text)) for one, two in pairs if " " in one.text and " " in two.text]
    width = max(inner, default=0)
    if not NARROWEST <= width <= WIDEST:
        return 0
    broken = [one for one, two in pairs if _would_not_fit(one, two, width)]
    inside = [one for one in broken if not CLOSED.search(one.text[-8:])]
    wrapped = len(broken) >= WRAPPED_SHARE * len(pairs) and len(inside) >= MID_SENTENCE * len(broken)
    return width if broken and wrapped else 0


def _would_not_fit(line: Line, after: Line, width: int) -> bool:
    """A greedy wrapper had to break here: the next word would have passed the width."""
    word = after.text.split(" ", 1)[0]
    part = word.find("-", 1) + 1 or len(word)
    room = 0 if SPLIT_WORD.search(line.text[-3:]) else 1
    return len(line.text) + room + min(part, len(word)) > width


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
