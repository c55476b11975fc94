"""Numbers in words, the way a careful editor writes them."""

from __future__ import annotations

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def number(count: int) -> str:
    """A number, in letters up to twelve."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def ordinal(count: int) -> str:
    """``first`` to ``tenth``, then ``no. 11``."""
    return _ORDINALS[count] if 0 < count < len(_ORDINALS) else f"no. {count}"
