"""Sentences as evidence, and the lines of the brief that rest on them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """One body sentence: ``text[start:end]`` of the article with this id is the sentence, always."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words shown in the brief and the sentences they come from.

    Apart from stretches in square brackets the words are substrings of the evidence, in its order. A passage
    without evidence is the brief's own furniture (gaps: "Source 1 carries no date") or what an earlier issue said.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Carriage:
    """How well a point is carried: the independent origins that carry it, out of how many."""

    origins: tuple[str, ...]
    """Names of the origins (an outlet, or the wire it names; copies folded)."""
    total: int
    """How many origins the story has."""
    differs: bool = False
    """The origins tell it differently."""


@dataclass(frozen=True, slots=True)
class When:
    """A date in the brief and how it is known."""

    value: str | None
    """ISO prefix, or None where the source leaves it open."""
    end: str | None = None
    """Last day of a range, ISO prefix."""
    text: str = ""
    """The words it was worked out from ("on Monday"), empty where the source gives the date in full."""
    basis: str = "stated"
    """``stated``, ``relative`` (against the publication time), ``lead`` (day of the report), ``inferred`` (the
    article carries no date), ``order`` (only before or after another event) or ``none``."""
    bound: str | None = None
    """For ``order``: ``before 2024-06-09`` or ``after 2024-06-14``."""
