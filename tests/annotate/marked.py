"""Expectations that stand inside the sentence: ``{p1:Ann Aal} met {p2:Bo Bek}. {p1:Aal} left.``

The letters of an id say the type (p person, o organisation, g place or government); the same id is one entity;
``{~:...}`` is neutral ground. Whatever else is found as a name is an error.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from briefing.annotate import layers, pipeline

MARK = re.compile(r"\{(?P<id>[a-z]\d|~):(?P<text>[^{}]*)\}")
TYPES = {"p": "person", "o": "organisation", "g": "place"}


class Marked(NamedTuple):
    """A text without its marks, and the marked stretches."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


def read(marked: str) -> Marked:
    """The plain text and (start, end, id) of every mark."""
    text, spans, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        spans.append((len(text), len(text) + len(match["text"]), match["id"]))
        text += match["text"]
        last = match.end()
    return Marked(text + marked[last:], tuple(spans))


def annotate(nlp: Language, text: str) -> Doc:
    """The document of a text whose paragraphs are parted by empty lines."""
    return nlp(pipeline.make_doc(nlp, text))


def found(nlp: Language, marked: str, forms: tuple[str, ...] = ("name", "metonym")) -> set[tuple[str, frozenset[str]]]:
    """The entities as (type, texts with their offset), neutral ground left out; offsets as in ``expected``."""
    plain = read(marked)
    neutral = [(start, end) for start, end, mark in plain.spans if mark == "~"]
    entities = set()
    for entity in layers.entities(annotate(nlp, plain.text)):
        spans = [span for span in entity.mentions if span.kb_id_ in forms]
        kept = [
            span for span in spans if not any(span.start_char < end and start < span.end_char for start, end in neutral)
        ]
        if kept:
            entities.add(
                (entity.type, frozenset(_last_word(plain.text, span.start_char, span.end_char) for span in kept))
            )
    return entities


def expected(marked: str) -> set[tuple[str, frozenset[str]]]:
    """The marked entities as (type, last word of every mention with where it ends)."""
    plain = read(marked)
    members: dict[str, set[str]] = {}
    for start, end, mark in plain.spans:
        if mark != "~":
            members.setdefault(mark, set()).add(_last_word(plain.text, start, end))
    return {(TYPES[mark[0]], frozenset(texts)) for mark, texts in members.items()}


def _last_word(text: str, start: int, end: int) -> str:
    return f"{end}:{re.split(r'[ -]', text[start:end])[-1]}"
