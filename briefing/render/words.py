"""Counts and corrections in words, the way a careful editor writes them."""

from __future__ import annotations

from briefing.model import Correction, CorrectionKind

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


def correction_clause(one: Correction) -> str:
    """What the desk has corrected: ``Elena Marek and Helena Marek are one actor``."""
    names = " and ".join((", ".join(one.names[:-1]), one.names[-1])) if len(one.names) > 1 else one.names[0]
    several = len(one.names) > 1
    clauses = {
        CorrectionKind.SAME: f"{names} are one actor",
        CorrectionKind.DIFFERENT: f"{names} are {number(len(one.names))} actors",
        CorrectionKind.NAME: f"{names} is shown as {one.to}",
        CorrectionKind.KIND: f"{names} is {'an' if one.to.startswith('o') else 'a'} {one.to}",
        CorrectionKind.DROP: f"{names} {'are' if several else 'is'} no actor{'s' if several else ''}",
    }
    return clauses[one.kind]
