"""Lines joined again that somebody had wrapped: by a width, raggedly, line by line, with marks of quotation."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

WIDEST = 130
"""No terminal or mail program wraps wider; paragraphs of articles on one line are longer."""
NARROWEST = 30
WRAPPED_SHARE = 0.5
"""Share of line breaks inside groups that a greedy wrapper would have made, from which lines are joined."""
MID_SENTENCE = 0.5
"""Share of those breaks that must fall inside a sentence: one-sentence paragraphs end theirs with a stop."""
CLOSED = re.compile(r"""[.!?:;]["'”’»)\]]*$""")
SMALL = re.compile(r"[\"'“‘(\[]?(?!by\b)[a-zß-öø-ÿ]")
LEAST_CUT = 3
CUT_SHARE = 0.5
"""Share of the open lines that run on with a small letter, from which a text was wrapped without a width. Breaks of
wrapped English have four in five; pages of headlines, captions and menus next to none."""
FULL = 0.7
"""Length of a line, in widths, behind which a paragraph runs on whatever its end; a ragged margin leaves less."""
INDENTED_SHARE = 0.6
SPLIT_WORD = re.compile(r"\w-$|\w--$")
"""A break inside a word with a hyphen."""
QUOTED = re.compile(r"(?:> ?)+")
QUOTED_SHARE = 0.6
"""Share of lines behind a mark of quotation from which the marks are a mail program's, not the text's."""


class Line(NamedTuple):
    """A physical line without surrounding blanks: ``source[start:end]``."""

    text: str
    start: int
    end: int
    gap: bool
    """An empty line stands before it."""
    indent: int = 0
    """Blanks before it."""

    @property
    def width(self) -> int:
        """Its length on the page."""
        return self.indent + len(self.text)

    @property
    def closed(self) -> bool:
        """It ends as a sentence does."""
        return bool(CLOSED.search(self.text[-8:]))


Pair = tuple[Line, Line]


def unwrapped(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in groups that were one line before somebody wrapped them."""
    lines = _parted(_unquoted(lines))
    pairs = list(itertools.pairwise(lines))
    width = _wrap_width(pairs)
    spaced = all(line.gap for line in lines)
    near = [spaced or not two.gap for _, two in pairs]
    cuts = _cuts(pairs, near)
    joins = [
        ragged or bool(width and not two.gap and _would_not_fit(one, two, width))
        for ragged, (one, two) in zip(_ragged(pairs, near, cuts), pairs, strict=True)
    ]
    groups = [list(lines[:1])] if lines else []
    for line, join in zip(lines[1:], joins, strict=True):
        if join:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _unquoted(lines: Sequence[Line]) -> list[Line]:
    """The lines without the marks that a mail program puts before every line of what it quotes."""
    marked = [line for line in lines if line.text.startswith(">")]
    if len(marked) < max(LEAST_CUT, QUOTED_SHARE * len(lines)):
        return list(lines)
    bare: list[Line] = []
    gap = True
    for line in lines:
        mark = QUOTED.match(line.text)
        text = line.text[mark.end() :].lstrip() if mark else line.text
        if text:
            bare.append(Line(text, line.end - len(text), line.end, gap or line.gap))
        gap = not text
    return bare


def _parted(lines: Sequence[Line]) -> list[Line]:
    """An indented line among others begins a paragraph."""
    indented = sum(line.indent > 1 for line in lines)
    if not 0 < indented <= INDENTED_SHARE * len(lines):
        return list(lines)
    return [line._replace(gap=line.gap or line.indent > 1) for line in lines]


def _wrap_width(pairs: Sequence[Pair]) -> int:
    """The width the text was wrapped at, 0 if it was not wrapped at one."""
    near = [(one, two) for one, two in pairs if not two.gap]
    inner = [max(one.width, two.width) for one, two in near if " " in one.text and " " in two.text]
    width = max(inner, default=0)
    if not NARROWEST <= width <= WIDEST:
        return 0
    broken = [one for one, two in near if _would_not_fit(one, two, width)]
    inside = [one for one in broken if not one.closed]
    wrapped = len(broken) >= WRAPPED_SHARE * len(near) and len(inside) >= MID_SENTENCE * len(broken)
    return width if broken and wrapped else 0


def _would_not_fit(line: Line, after: Line, width: int) -> bool:
    """A greedy wrapper had to break here: the next word would have passed the width."""
    word = after.text.split(" ", 1)[0]
    part = word.find("-", 1) + 1 or len(word)
    room = 0 if SPLIT_WORD.search(line.text[-3:]) else 1
    return line.width + room + min(part, len(word)) > width


def _cuts(pairs: Sequence[Pair], near: Sequence[bool]) -> list[bool]:
    """Where a sentence breaks off and goes on with a small letter, nowhere if the text shows no habit of it."""
    ends = [close and one.width >= NARROWEST and not one.closed for close, (one, _) in zip(near, pairs, strict=True)]
    cuts = [end and bool(SMALL.match(two.text)) for end, (_, two) in zip(ends, pairs, strict=True)]
    return cuts if sum(cuts) >= max(LEAST_CUT, CUT_SHARE * sum(ends)) else [False] * len(pairs)


def _ragged(pairs: Sequence[Pair], near: Sequence[bool], cuts: Sequence[bool]) -> list[bool]:
    """Which neighbours were one line in a text wrapped without a fixed width.

    Cut sentences are joined anywhere; a line that ends otherwise only where it is long, in a paragraph with such a cut.
    """
    width = max((one.width for cut, (one, _) in zip(cuts, pairs, strict=True) if cut), default=0)
    if not width:
        return [False] * len(pairs)
    parted = not all(near)
    return [
        cut or (inside and one.width >= FULL * width and (parted or _would_not_fit(one, two, width)))
        for cut, inside, (one, two) in zip(cuts, _in_paragraphs(pairs, near, cuts), pairs, strict=True)
    ]


def _in_paragraphs(pairs: Sequence[Pair], near: Sequence[bool], cuts: Sequence[bool]) -> list[bool]:
    """Which pairs stand in a run of near lines that is a paragraph: it cuts a sentence, or ends as one does."""
    found: list[bool] = []
    for close, run in itertools.groupby(zip(pairs, near, cuts, strict=True), key=lambda one: one[1]):
        members = list(run)
        paragraph = any(cut for *_, cut in members) or members[-1][0][1].closed
        found += [close and paragraph] * len(members)
    return found
