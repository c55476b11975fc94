"""Every line of a brief under a label of its own, and all that is known of why it stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import TypeVar

from briefing.errors import RenderError
from briefing.model import Brief, Evidence, Extent, Passage, Story, When
from briefing.render.references import References

Part = TypeVar("Part")

_NAMES = 13
"""Columns for the names of facts."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the brief."""

    label: str
    """``B1`` bottom line, ``D1`` development, ``X1`` difference, ``U1`` not yet known, ``A1`` actor, ``Q1`` quote,
    ``E1`` event; of the second story on with its story before it: ``S2.D1``."""
    text: str
    point: object
    """The part of the brief that it shows."""


def lines(brief: Brief) -> Iterator[Line]:
    """Every line of the brief in its order."""
    for number, story in enumerate(brief.stories, 1):
        prefix = f"S{number}." if number > 1 else ""
        for letter, points in _sections(story):
            for position, point in enumerate(points, 1):
                yield Line(f"{prefix}{letter}{position}", _text(point), point)


def why(brief: Brief, label: str) -> list[str]:
    """For one line: its words, every fact the brief holds of it, and its sentences with article and offsets.

    Raises ``RenderError`` if the brief has no such line.
    """
    found = next((line for line in lines(brief) if line.label.casefold() == label.casefold()), None)
    if found is None:
        raise RenderError(f"no line {label!r}; 'briefing show' without --why lists them")
    references = References(brief)
    facts = [f"  {name.replace('_', ' '):<{_NAMES}}{value}" for name, value in _facts(found.point)]
    sentences = []
    for evidence in dict.fromkeys(_inside(found.point, Evidence)):
        ref = references.ref(evidence)
        sentences.append(f"  {ref.label:<{_NAMES}}{evidence.article} {evidence.start}-{evidence.end}: {ref.text}")
    return [f"{found.label}  {found.text}", *facts, *sentences]


def _sections(story: Story) -> tuple[tuple[str, Sequence[object]], ...]:
    return (
        ("B", story.bottom_line),
        ("D", story.developments),
        ("X", story.differences),
        ("U", story.unknowns),
        ("A", story.actors),
        ("Q", story.quotes),
        ("E", story.chronology),
    )


def _text(point: object) -> str:
    name = getattr(point, "name", None) or getattr(point, "point", None)
    words = " | ".join(passage.text for passage in _inside(point, Passage))
    return f"{name}: {words}" if name and words else name or words


def _inside(value: object, kind: type[Part]) -> Iterator[Part]:
    """Every value of one kind inside a part of the brief, in order."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _inside(one, kind)
    if is_dataclass(value):
        for field in fields(value):
            yield from _inside(getattr(value, field.name), kind)


def _facts(point: object) -> Iterator[tuple[str, str]]:
    """Name and value of every plain fact of a part of the brief; a list has a row for each."""
    if not is_dataclass(point):
        return
    for field in fields(point):
        value = getattr(point, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            shown = _shown(one)
            if shown:
                yield field.name, shown


def _shown(value: object) -> str:
    if isinstance(value, When):
        return ", ".join(f"{name} {shown}" for name, shown in _facts(value))
    if isinstance(value, Extent):
        return f"{value.article} {value.start}-{value.end}"
    if is_dataclass(value) and not isinstance(value, Evidence | Passage):
        return ", ".join(f"{name} {shown}" for name, shown in _unfolded(_facts(value)))
    if isinstance(value, Enum):
        return str(value.value)
    return str(value) if isinstance(value, str | int | float) and value != "" else ""


def _unfolded(facts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return (fact for fact in facts if fact[0] != "evidence")
