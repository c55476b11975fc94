"""Counts and corrections in words, the way a careful editor writes them."""

from __future__ import annotations

from briefing.model import Correction, CorrectionKind
from briefing.wording.numbers import number


def counted(count: int, noun: str) -> str:
    """``1 sentence``, ``13 sentences``."""
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"


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
