"""Which quotations of several articles are the same words, and whether the articles give them differently."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Protocol

WORD = re.compile(r"\w+(?:['’]\w+)?")
LEAST = 4
"""Words two quotations must share before one can stand for the other."""
ALIKE = 0.8
"""Share of words in the same order from which two renderings are one quotation: a changed word or two in ten."""


class Worded(Protocol):
    """Something with words and a source."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, folded."""
        ...

    @property
    def speaker_key(self) -> str:
        """Whose they are, comparable over articles; empty if not known."""
        ...


def fold(text: str) -> tuple[str, ...]:
    """The words of ``text`` without case, marks and punctuation."""
    return tuple(word.replace("’", "'").casefold() for word in WORD.findall(text))


def groups(quotes: Sequence[Worded]) -> list[list[int]]:
    """Positions of the quotations that are the same, longest first in each group; groups in order of appearance."""
    found: list[list[int]] = []
    for number, one in enumerate(quotes):
        home = next((group for group in found if any(is_same(one, quotes[other]) for other in group)), None)
        if home is None:
            found.append([number])
        else:
            home.append(number)
    return [sorted(group, key=lambda n: (-len(quotes[n].words), n)) for group in found]


def is_same(one: Worded, other: Worded) -> bool:
    """The same words of the same source: equal, one within the other, or alike but for a few words."""
    if one.speaker_key != other.speaker_key and one.speaker_key and other.speaker_key:
        return False
    return same_words(one.words, other.words)


def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Equal, contained, or alike in order."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < LEAST:
        return False
    return contains(long, short) or _shared(short, long) >= ALIKE * len(long)


def contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """``short`` stands in ``long`` without a gap."""
    size = len(short)
    return any(long[start : start + size] == short for start in range(len(long) - size + 1))


def _shared(short: tuple[str, ...], long: tuple[str, ...]) -> int:
    """How many words stand in both in the same order."""
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)
