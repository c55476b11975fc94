"""The marked-up sentences of ``marked_quotes.txt``: what the component finds is what stands in brackets."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from spacy.language import Language

from briefing.annotate import layers
from briefing.annotate.layers import Attribution

FILE = Path(__file__).parent / "marked_quotes.txt"
MARK = re.compile(
    r"""
    \[ (?P<tag>source|cue|direct|mixed|indirect|via)
        (?P<group>\d?)
        (?: = (?P<who> \? | - | [A-Z][\w’-]*\ [A-Z][\w’-]* ) )?
        \ ?(?P<words>[^\]]*)
    \]
    """,
    re.VERBOSE,
)
CONTENTS = ("direct", "mixed", "indirect")


class Expected(NamedTuple):
    """One attribution as a reader marks it."""

    kind: str
    contents: tuple[str, ...]
    source: str
    cue: str
    via: str


class Case(NamedTuple):
    """One trap: its name, its text, what must be found, and whom the sources stand for."""

    name: str
    text: str
    expected: list[Expected]
    speakers: dict[str, str | None]


def read(block: str) -> Case:
    """A case from its marked-up lines."""
    name, *paragraphs = block.strip().splitlines()
    marked = "\n\n".join(paragraphs)
    groups: dict[str, list[re.Match[str]]] = {}
    for match in MARK.finditer(marked):
        groups.setdefault(match["group"] or "1", []).append(match)
    expected: list[Expected] = []
    speakers: dict[str, str | None] = {}
    for found in groups.values():
        parts = {
            tag: [one["words"] for one in found if one["tag"] == tag] for tag in ("source", "cue", "via", *CONTENTS)
        }
        kind = next(tag for tag in CONTENTS if parts[tag])
        first = {tag: parts[tag][0] if parts[tag] else "" for tag in ("source", "cue", "via")}
        if not first["source"] and expected:
            first["source"] = expected[-1].source
        expected.append(Expected(kind, tuple(parts[kind]), first["source"], first["cue"], first["via"]))
        for one in found:
            if one["who"]:
                speakers[parts[kind][0]] = {"?": None, "-": one["words"]}.get(one["who"], one["who"])
    return Case(name.strip(), MARK.sub(lambda match: match["words"], marked), expected, speakers)


def cases() -> list[Case]:
    """All cases of the file."""
    blocks = FILE.read_text(encoding="utf-8").split("\n## ")[1:]
    return [read(block) for block in blocks]


def shown(one: Attribution) -> Expected:
    """An attribution in the form of the file."""
    words = {
        name: span.text if span is not None else ""
        for name, span in one._asdict().items()
        if name in ("source", "cue", "via")
    }
    return Expected(one.kind, tuple(span.text for span in one.contents), words["source"], words["cue"], words["via"])


def test_there_are_enough_traps() -> None:
    assert len(cases()) >= 120


@pytest.mark.model
@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_finds_what_is_marked(case: Case, nlp: Language) -> None:
    found = layers.attributions(nlp(case.text))
    assert [shown(one) for one in found] == case.expected
    resolved = {one.contents[0].text: one.speaker for one in found if one.contents[0].text in case.speakers}
    assert resolved == case.speakers
