"""One entity of a document made two, where a correction says that its names are those of two actors.

The mentions that are written like one of the names get an entity of their own; "he" and "the minister" go with the name
that stands before them, and roles, quotations and events follow the mentions. The document that came in stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Any

from spacy.tokens import Doc, Span

from briefing.annotate import layers
from briefing.annotate.layers import Entity
from briefing.compose.actors.correcting import NAMED
from briefing.compose.documents import Document
from briefing.model import Correction, CorrectionKind
from briefing.model.correction_entries import folded


def split_documents(documents: Sequence[Document], corrections: Sequence[Correction]) -> tuple[Document, ...]:
    """The documents with no entity that has two names which a correction keeps apart.

    Where each of the two names is some entity's own, those entities are kept apart instead ("Marek" of one article from
    "Helena Marek" of another), and no document is changed.
    """
    own = {folded(entity.name) for document in documents for entity in layers.entities(document.doc)}
    pairs = [
        pair
        for one in corrections
        if one.kind is CorrectionKind.DIFFERENT
        for pair in combinations(sorted(map(folded, one.names)), 2)
        if not own.issuperset(pair)
    ]
    found = tuple(documents)
    for pair in sorted(set(pairs)):
        found = tuple(_split(document, pair) for document in found)
    return found


def _split(document: Document, pair: tuple[str, str]) -> Document:
    for entity in layers.entities(document.doc):
        names = {folded(span.text) for span in entity.mentions if span.kb_id_ in NAMED}
        if names.issuperset(pair):
            leaving = pair[0] if folded(entity.name) == pair[1] else pair[1]
            return Document(document.article, _Split(document.doc.copy(), entity, leaving).doc)
    return document


class _Split:
    """A document in which the mentions of an entity that are written like one name are another entity's."""

    def __init__(self, doc: Doc, entity: Entity, leaving: str) -> None:
        self.doc, self._old = doc, entity
        known = layers.facts(doc, layers.MENTIONS, "entities")
        self._new = f"e{max((int(key[1:]) for key in known), default=0) + 1}"
        self._moved = self._moving(leaving)
        self._table(known, leaving)
        for name in (layers.ROLES, layers.SOURCES):
            self._follow(name)
        self._follow_speakers()
        self._follow_events()

    def _moving(self, leaving: str) -> tuple[Span, ...]:
        """The mentions that leave: the name's own, and descriptions and pronouns after it."""
        moved, leaves = [], False
        for span in self._old.mentions:
            if span.kb_id_ in NAMED:
                leaves = folded(span.text) == leaving
            if leaves:
                moved.append(span)
        return tuple(moved)

    def _table(self, known: dict[str, Any], leaving: str) -> None:
        """Write the mentions and what is known of the two entities; weight is shared by mentions."""
        borders = {(span.start, span.end) for span in self._moved}
        share = len(borders) / len(self._old.mentions)
        name = next(span.text for span in self._moved if folded(span.text) == leaving)
        old = known[self._old.id]
        apart = f"{name!r} and {self._old.name!r} are kept apart by a correction"
        facts = {"reasons": [*old.get("reasons", ()), apart]}
        score = old.get("score", 0.0)
        known[self._old.id] = {**old, **facts, "score": score * (1 - share)}
        known[self._new] = {**old, **facts, "name": " ".join(name.split()), "score": score * share, "gender": ""}
        self._write(layers.MENTIONS, lambda span: (span.start, span.end) in borders, entities=known)

    def _follow(self, name: str) -> None:
        """Let the spans of a layer that touch a mention that left, or stand nearest to one, name the new entity."""
        if name in self.doc.spans:
            self._write(name, self._goes, **dict(self.doc.spans[name].attrs))

    def _write(self, name: str, goes: Callable[[Span], bool], **facts: Any) -> None:
        layers.write(self.doc, name, [self._copy(span, name, goes(span)) for span in self.doc.spans[name]], **facts)

    def _copy(self, span: Span, name: str, goes: bool) -> Span:
        """The span with the new entity where it named the old one and goes with it."""
        link, value = span.id_, span.kb_id_
        if name == layers.SOURCES:
            value = self._new if value == self._old.id and goes else value
        else:
            link = self._new if link == self._old.id and goes else link
        return Span(self.doc, span.start, span.end, span.label_, kb_id=value, span_id=link)

    def _goes(self, span: Span) -> bool:
        """Whether the mention nearest to a span left; of two as near the one before it."""
        left = {(mention.start, mention.end) for mention in self._moved}
        nearest = min(self._old.mentions, key=lambda mention: (_distance(mention, span), mention.start))
        return (nearest.start, nearest.end) in left

    def _follow_speakers(self) -> None:
        if layers.CONTENTS not in self.doc.spans:
            return
        attrs = dict(self.doc.spans[layers.CONTENTS].attrs)
        sources = {span.id_: span for span in layers.spans(self.doc, layers.SOURCES)}
        contents = {span.id_: span for span in reversed(layers.spans(self.doc, layers.CONTENTS))}
        name = layers.facts(self.doc, layers.MENTIONS, "entities")[self._new]["name"]
        for key, speaker in attrs.get("speakers", {}).items():
            if speaker["entity"] == self._old.id and self._goes(sources.get(key, contents[key])):
                attrs["speakers"] = {**attrs["speakers"], key: {"name": name, "entity": self._new}}
        layers.write(self.doc, layers.CONTENTS, list(self.doc.spans[layers.CONTENTS]), **attrs)

    def _follow_events(self) -> None:
        if layers.EVENTS not in self.doc.spans:
            return
        attrs = dict(self.doc.spans[layers.EVENTS].attrs)
        table = {span.id_: span for span in layers.spans(self.doc, layers.EVENTS)}
        attrs["events"] = {key: {**fact, "actors": list(self._cast(fact, table[key]))} for key, fact in _facts(attrs)}
        layers.write(self.doc, layers.EVENTS, list(self.doc.spans[layers.EVENTS]), **attrs)

    def _cast(self, fact: dict[str, Any], span: Span) -> Iterator[str]:
        """The actors of an event: of the two those whose mentions stand in it, else the one that stands nearest."""
        left = {(mention.start, mention.end) for mention in self._moved}
        inside = [mention for mention in self._old.mentions if _distance(mention, span) == 0]
        for actor in fact.get("actors", ()):
            if actor != self._old.id:
                yield actor
            elif not inside:
                yield self._new if self._goes(span) else self._old.id
            else:
                gone = [(mention.start, mention.end) in left for mention in inside]
                yield from [self._old.id] * (not all(gone)) + [self._new] * any(gone)


def _facts(attrs: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return list(attrs.get("events", {}).items())


def _distance(mention: Span, span: Span) -> int:
    """Tokens between two spans, 0 where they touch or overlap."""
    return max(mention.start - span.end, span.start - mention.end, 0)
