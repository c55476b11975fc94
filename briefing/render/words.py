"""Counts in words, the way a careful editor writes them."""

from __future__ import annotations

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def number(count: int) -> str:
    """A number, in letters up to twelve."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def counted(count: int, noun: str) -> str:
    """``1 sentence``, ``13 sentences``."""
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"


def ordinal(count: int) -> str:
    """``first`` to ``tenth``, then ``no. 11``."""
    return _ORDINALS[count] if 0 < count < len(_ORDINALS) else f"no. {count}"
