"""Sides: what each origin says on one point, gathered over pairs and shown once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from spacy.tokens import Span

from briefing.compose.origins import Origins
from briefing.compose.passages import Cut
from briefing.compose.statements import Statement
from briefing.model import Difference, Side

MOST_REASONS = 3
"""Pairs of sentences that a reader is told the reason of; the sides show all values."""


class Told(NamedTuple):
    """A value that a statement gives on some point, and the words that give it."""

    value: str
    """Compared values, normalised; told apart by their text."""
    statement: Statement
    words: Span
    named: str
    """The value as the source has it: "12", "on Tuesday"."""


class Contrast(NamedTuple):
    """Two statements of independent origins that tell a point differently."""

    point: str
    rule: str
    one: Told
    other: Told


def merged(
    found: Sequence[Contrast], fragment: Callable[[Statement, Span], Cut], reason: Callable[[Contrast], str]
) -> tuple[Difference, ...]:
    """One difference for the contrasts that share a statement under one rule; a side for every value told.

    The order is that of the rules' output, the sides in the order of their articles.
    """
    groups = list[list[Contrast]]()
    for contrast in found:
        keys = {(contrast.rule, told.statement.key) for told in (contrast.one, contrast.other)}
        touching = [
            group
            for group in groups
            if any((one.rule, told.statement.key) in keys for one in group for told in (one.one, one.other))
        ]
        joined = [one for group in touching for one in group] + [contrast]
        groups = [group for group in groups if not any(group is other for other in touching)] + [joined]
    return tuple(_difference(group, fragment, reason) for group in groups)


def _difference(
    group: Sequence[Contrast], fragment: Callable[[Statement, Span], Cut], reason: Callable[[Contrast], str]
) -> Difference:
    sides: dict[str, list[Told]] = {}
    for contrast in group:
        for told in (contrast.one, contrast.other):
            sides.setdefault(told.value, []).append(told)
    shown = [_side(tolds, fragment) for tolds in sides.values()]
    shown.sort(key=lambda side: (side.articles, side.passages[0].text))
    reasons = tuple(dict.fromkeys(reason(contrast) for contrast in group))
    return Difference(group[0].point, group[0].rule, tuple(shown), reasons[:MOST_REASONS])


def _side(tolds: Sequence[Told], fragment: Callable[[Statement, Span], Cut]) -> Side:
    """One value: the articles that tell it, and one passage for each wording."""
    ordered = sorted(tolds, key=lambda told: told.statement.key)
    articles = tuple(dict.fromkeys(told.statement.evidence.article for told in ordered))
    by_words: dict[str, list[Told]] = {}
    for told in ordered:
        by_words.setdefault(fragment(told.statement, told.words).text.casefold(), []).append(told)
    passages = [
        fragment(same[0].statement, same[0].words).passage(told.statement.evidence for told in same[1:])
        for same in by_words.values()
    ]
    return Side(articles, tuple(dict.fromkeys(passages))[:2])


def independent(one: Statement, other: Statement, origins: Origins) -> bool:
    """True if different origins stand behind the two statements, in different articles."""
    if one.evidence.article == other.evidence.article:
        return False
    return origins.of(one.evidence) != origins.of(other.evidence) and _own(one, origins) != _own(other, origins)


def _own(statement: Statement, origins: Origins) -> str:
    return origins.of_articles([statement.evidence.article])[0]
