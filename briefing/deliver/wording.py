"""Counts and sizes as a mail says them."""

from __future__ import annotations

from briefing.wording.numbers import number


def counted(count: int, noun: str) -> str:
    """``one source``, ``nine actors``, ``13 quotes``."""
    return f"{number(count)} {noun}{'' if count == 1 else 's'}"


def size_words(octets: int) -> str:
    """``96 KB`` or ``1.4 MB``."""
    return f"{max(1, round(octets / 1000))} KB" if octets < 999_500 else f"{octets / 1_000_000:.1f} MB"
