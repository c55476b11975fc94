"""Stretches between quotation marks, found by a state machine that starts anew in every paragraph.

Rules: double marks of every shape (curly, straight, ``''``, guillemets) and, where a paragraph has none of them,
single marks as British papers use them; double ones may stand inside those. A quotation left open at the end of a
paragraph is *carried* when the next paragraph starts with an opening mark; a mark that fits nowhere (inch,
apostrophe, a closing mark with nothing open) is passed over. One odd mark never costs more than its own paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

OPENING = "“„«‟"
CLOSING = "”»"
LOW = "„"
"""Opens what “ closes, in Central European papers."""
STRAIGHT = '"'
BEFORE_OPENING = "([{—–-―:/…‘'“"
LINE = re.compile(r"[^\n]*\S[^\n]*")
WORD = re.compile(r"\w")
DOUBLE = re.compile(rf"''|``|[{OPENING}{CLOSING}{STRAIGHT}]")
OPENS_SINGLE = re.compile(r"(?:^|(?<=[\s(\[—–]))[‘'](?=\w)")
CLOSES_SINGLE = re.compile(r"[’'](?=[\s)\],.;:?!—–]|$)")
LEADS_SINGLE = re.compile(r"(?:^\s*|[:,]\s)[‘'](?=\w)", re.MULTILINE)
"""A single mark where a quotation starts, not "the '90s"."""
LONGEST_SINGLE = 1500
"""Characters of a quotation in single marks at most."""


class Stretch(NamedTuple):
    """One stretch between marks, in characters, outer marks included."""

    start: int
    end: int
    closed: bool
    """False where the paragraph ended before the quotation did."""
    carried: bool
    """It goes on with what the paragraph before left open."""
    single: bool
    """Its outer marks are single ones."""


def stretches(text: str, start: int = 0, end: int | None = None) -> list[Stretch]:
    """Every stretch of ``text[start:end]`` that holds a word, in order; they never overlap."""
    return stretches_in(text, [(start, len(text) if end is None else end)])


def stretches_in(text: str, blocks: Sequence[tuple[int, int]]) -> list[Stretch]:
    """Every stretch of several blocks (start and end); a quotation may be carried from one to the next."""
    found: list[Stretch] = []
    open_before = False
    for start, end in blocks:
        for line in LINE.finditer(text, start, end):
            here = _of_line(text, line.start(), line.end())
            if here and open_before and here[0].start == _first_visible(text, line.start()):
                here[0] = here[0]._replace(carried=True)
            open_before = bool(here) and not here[-1].closed
            found.extend(here)
    return [stretch for stretch in found if WORD.search(text, stretch.start, stretch.end)]


def _of_line(text: str, start: int, end: int) -> list[Stretch]:
    """The stretches of one paragraph: of double marks, or of single ones where there are none or they hold them."""
    double = list(_double(text, start, end))
    if double and not LEADS_SINGLE.search(text, start, double[0].start):
        return double
    single = list(_single(text, start, end))
    if not double or not any(_holds(one, inner) and text[one.end - 2] in ",.?!…" for one in single for inner in double):
        return double or single
    free = [inner for inner in double if not any(_holds(one, inner) for one in single)]
    return sorted(
        [*free, *(one for one in single if not any(one.start < two.end and two.start < one.end for two in free))]
    )


def _holds(outer: Stretch, inner: Stretch) -> bool:
    return outer.start < inner.start and inner.end < outer.end


def _first_visible(text: str, start: int) -> int:
    """Where the paragraph's first visible character stands."""
    while text[start].isspace():
        start += 1
    return start


def _double(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Stretches of double marks in one paragraph."""
    begin: int | None = None
    for mark in DOUBLE.finditer(text, start, end):
        at, size = mark.start(), mark.end() - mark.start()
        kind = _kind(text, at, size, (start, end), begin is not None)
        if text[at] == "“" and begin is not None and text[begin] == LOW:
            kind = "close"
        if kind == "open":
            if begin is not None:
                yield Stretch(begin, _before(text, begin, at), True, False, False)
            begin = at
        elif kind == "close" and begin is not None and not _doubled(text, begin, at, size):
            yield Stretch(begin, at + size, True, False, False)
            begin = None
    if begin is not None:
        yield Stretch(begin, _before(text, begin, end), False, False, False)


def _doubled(text: str, begin: int, at: int, size: int) -> bool:
    """A second mark right behind the one that opens, before a word: «""We won,"»."""
    return text[begin:at].strip("\"“”'`") == "" and text[at + size : at + size + 1].isalnum()


def _before(text: str, begin: int, at: int) -> int:
    """``at`` without the blanks before it."""
    while at > begin and text[at - 1].isspace():
        at -= 1
    return at


def _kind(text: str, at: int, size: int, paragraph: tuple[int, int], is_open: bool) -> str:
    """``open``, ``close`` or nothing for the character(s) at ``at``."""
    mark = text[at]
    if mark in OPENING or (size == 2 and mark == "`"):
        return "open"
    if mark in CLOSING:
        return "close"
    return _straight(text, at, size, paragraph, is_open)


def _straight(text: str, at: int, size: int, paragraph: tuple[int, int], is_open: bool) -> str:
    """What a mark without direction does, by its neighbours."""
    start, end = paragraph
    before = text[at - 1] if at > start else " "
    after = text[at + size] if at + size < end else " "
    if before.isdigit() and (not is_open or text.count(STRAIGHT, at + 1, end) % 2):
        return ""  # an inch: 6'2" tall
    if not is_open:  # behind a word or a comma a mark closes what was never opened
        glued = before in ".!?" and after.isupper() and STRAIGHT in text[at + size : end]
        return "open" if not after.isspace() and (before.isspace() or before in BEFORE_OPENING or glued) else ""
    return "open" if before.isspace() and not after.isspace() else "close"


def _single(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Stretches of single marks in one paragraph."""
    at = start
    while (opening := OPENS_SINGLE.search(text, at, end)) is not None:
        limit = min(end, opening.end() + LONGEST_SINGLE)
        ends = [one.end() for one in CLOSES_SINGLE.finditer(text, opening.end(), limit)]
        if not ends:
            return
        following = OPENS_SINGLE.search(text, opening.end(), limit)
        ends = [one for one in ends if following is not None and one <= following.start()] or ends
        stop = next((one for one in ends if text[one - 2] in ",.?!…"), None) or _not_possessive(text, ends)
        yield Stretch(opening.start(), stop, True, False, True)
        at = stop


def _not_possessive(text: str, ends: list[int]) -> int:
    """The first closing mark that is not the apostrophe of a plural ("the engineers' report"); else the last."""
    return next((one for one in ends if text[one - 2] != "s" or not text[one : one + 2].strip().isalpha()), ends[-1])
