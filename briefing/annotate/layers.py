"""The layers that the components write on a ``Doc``: their names, their codes, and readers for them.

A layer is a span group. ``span.label_`` is the kind, ``span.id_`` the link between spans, ``span.kb_id_`` the value,
and ``group.attrs`` holds JSON facts of the layer. Nothing else is stored, so every layer survives ``Doc.to_bytes``,
``DocBin`` and several processes.

=================  =======================================  ====================  ===============================
group              label_                                   id_                   kb_id_
=================  =======================================  ====================  ===============================
blocks             title, subtitle, body, aside             ``b1`` ...
names              person, organisation, place              empty                 name, demonym
mentions           person, organisation, place              entity id, ``e1``     name, demonym, metonym,
                                                                                  nominal, pronoun
roles              role                                     entity id             affiliation as written
quote_sources      source                                   ``q1`` ...            entity id, or empty
quote_cues         cue                                      ``q1`` ...
quote_contents     direct, mixed, indirect                  ``q1`` ...
quote_vias         via                                      ``q1`` ...
timexes            DATE, TIME, DURATION, SET                ``t1`` ...            TIMEX3 value
events             reported, expected, denied, alleged      ``v1`` ...            ISO prefix, empty if open
=================  =======================================  ====================  ===============================
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from spacy.tokens import Doc, Span, SpanGroup

from briefing.annotate.quote_marks import stretches

BLOCKS = "blocks"
NAMES = "names"
MENTIONS = "mentions"
ROLES = "roles"
SOURCES = "quote_sources"
CUES = "quote_cues"
CONTENTS = "quote_contents"
VIAS = "quote_vias"
TIMEXES = "timexes"
EVENTS = "events"

LONGEST_QUOTED = 600
"""Characters of a quotation that stays whole as evidence; a longer one is numbered sentence by sentence."""


class Entity(NamedTuple):
    """One entity of a document: a cluster of mentions."""

    id: str
    name: str
    """Fullest form found."""
    type: str
    """``person``, ``organisation`` or ``place``."""
    mentions: tuple[Span, ...]
    """In order; ``span.kb_id_`` is the form."""
    stands_for: str | None
    """Country that a seat or capital speaks for."""
    gender: str
    """``f``, ``m`` or empty."""
    named: bool
    """False for an actor known by a description only."""
    score: float
    """Salience within the document."""
    reasons: tuple[str, ...]
    """Why mentions were joined, a sentence each."""
    medium: bool = False
    """A news agency, or a medium that only carries the news here: a source, no actor of the story."""


class RoleMention(NamedTuple):
    """An office or description of an entity, as written."""

    span: Span
    entity: str
    affiliation: str | None
    """As written ("US")."""
    body: str | None = None
    """Name of the affiliation ("United States")."""


class Attribution(NamedTuple):
    """Source, cue and content of one quotation."""

    id: str
    kind: str
    """``direct``, ``mixed`` or ``indirect``."""
    source: Span | None
    """The words that name the source where the quote is ("he", "the ministry")."""
    cue: Span | None
    contents: tuple[Span, ...]
    """Outer quotation marks are inside the span."""
    via: Span | None
    """Medium that carried it ("Reuters reported that Kim said")."""
    entity: str | None
    """Entity the source resolves to; None where it is not known or is a description."""
    speaker: str | None
    """Resolved name, or the description of an unnamed source; None where it is not known."""


class TimeExpression(NamedTuple):
    """One TIMEX3."""

    id: str
    span: Span
    type: str
    value: str
    end_value: str | None
    anchor: str
    """``stated``, ``publication``, ``lead`` or ``narrative``."""
    rule: str
    year_inferred: bool


class EventMention(NamedTuple):
    """One clause that reports something that happens on a day, or at no known day."""

    id: str
    span: Span
    status: str
    value: str | None
    """ISO prefix."""
    end_value: str | None
    basis: str
    """``stated``, ``relative``, ``lead``, ``inferred``, ``order`` or ``none``."""
    timex: str | None
    """Id of the time expression it was dated by."""
    bound: str | None
    """``before 2024-06-09``, where only the order is known."""
    trigger: Span
    """Head word of the event."""
    actors: tuple[str, ...]
    """Entity ids."""


def require_empty(doc: Doc, *names: str) -> None:
    """Raise ``ValueError`` if a layer is already there: a component never overwrites another one's work."""
    for name in names:
        if name in doc.spans:
            raise ValueError(f"the document already has the span group {name!r}; run each component once")


def write(doc: Doc, name: str, spans: list[Span], **facts: Any) -> None:
    """Store ``spans`` in document order as layer ``name``, with its facts (JSON values)."""
    spans = sorted(spans, key=lambda span: (span.start, span.end, span.label_, span.id_))
    doc.spans[name] = SpanGroup(doc, name=name, attrs=facts, spans=spans)


def spans(doc: Doc, name: str) -> tuple[Span, ...]:
    """The spans of a layer in document order, none if the layer is not there."""
    return tuple(doc.spans[name]) if name in doc.spans else ()


def facts(doc: Doc, name: str, key: str) -> dict[str, Any]:
    """One table of facts of a layer, empty if it is not there."""
    return dict(doc.spans[name].attrs.get(key, {})) if name in doc.spans else {}


def block_of(doc: Doc, kind: str) -> tuple[Span, ...]:
    """The blocks of one kind (``body``, ``title`` ...); the whole document is body where no blocks are marked."""
    if BLOCKS not in doc.spans:
        return (doc[:],) if kind == "body" and len(doc) else ()
    return tuple(span for span in doc.spans[BLOCKS] if span.label_ == kind)


def body_sentences(doc: Doc) -> Iterator[Span]:
    """The sentences inside body blocks, in order, without surrounding white space.

    A sentence does not end inside a quotation of up to ``LONGEST_QUOTED`` characters: "“Is it energy? We don’t know,”
    Mr Campbell said." is one.
    """
    text = doc.text
    for block in block_of(doc, "body"):
        quoted = [
            stretch
            for stretch in stretches(text, block.start_char, block.end_char)
            if stretch.closed and stretch.end - stretch.start <= LONGEST_QUOTED
        ]
        borders = list(_sentences_in(doc, block))
        inside = [any(one.start < doc[start].idx < one.end for one in quoted) for start, _ in borders]
        firsts = [number for number, quoted_on in enumerate(inside) if number == 0 or not quoted_on]
        for number, following in pairwise([*firsts, len(borders)]):
            yield doc[borders[number][0] : borders[following - 1][1]]


def _sentences_in(doc: Doc, block: Span) -> Iterator[tuple[int, int]]:
    """Token borders of the parser's sentences inside a block, without white space at their ends."""
    starts = [token.i for token in block if token.is_sent_start or token.i == block.start]
    for start, end in pairwise([*starts, block.end]):
        words = [index for index in range(start, end) if not doc[index].is_space]
        if words:
            yield words[0], words[-1] + 1


def entities(doc: Doc) -> tuple[Entity, ...]:
    """The entities of a document, most salient first (ties by first mention)."""
    table = facts(doc, MENTIONS, "entities")
    members: dict[str, list[Span]] = {}
    for span in spans(doc, MENTIONS):
        members.setdefault(span.id_, []).append(span)
    found = [
        Entity(
            id=key,
            name=fact["name"],
            type=fact["type"],
            mentions=tuple(members.get(key, ())),
            stands_for=fact.get("stands_for"),
            gender=fact.get("gender", ""),
            named=fact.get("named", True),
            score=fact.get("score", 0.0),
            reasons=tuple(fact.get("reasons", ())),
            medium=fact.get("medium", False),
        )
        for key, fact in table.items()
    ]
    return tuple(sorted(found, key=lambda entity: (-entity.score, entity.mentions[0].start if entity.mentions else 0)))


def roles(doc: Doc) -> tuple[RoleMention, ...]:
    """The roles of a document in text order."""
    names = facts(doc, ROLES, "bodies")
    return tuple(
        RoleMention(span, span.id_, span.kb_id_ or None, names.get(span.kb_id_) or None) for span in spans(doc, ROLES)
    )


def affiliations(doc: Doc) -> dict[str, tuple[str, ...]]:
    """Entity id of a person to the names of the bodies and countries it is tied to, by office or straight beside it."""
    return {entity: tuple(names) for entity, names in facts(doc, ROLES, "affiliations").items()}


def attributions(doc: Doc) -> tuple[Attribution, ...]:
    """The quotations of a document in the order of their first content."""
    by_id: dict[str, dict[str, list[Span]]] = {}
    for name in (CONTENTS, SOURCES, CUES, VIAS):
        for span in spans(doc, name):
            by_id.setdefault(span.id_, {}).setdefault(name, []).append(span)
    speakers = facts(doc, CONTENTS, "speakers")
    return tuple(
        Attribution(
            id=key,
            kind=parts[CONTENTS][0].label_,
            source=parts[SOURCES][0] if SOURCES in parts else None,
            cue=parts[CUES][0] if CUES in parts else None,
            contents=tuple(parts[CONTENTS]),
            via=parts[VIAS][0] if VIAS in parts else None,
            entity=(parts[SOURCES][0].kb_id_ or None) if SOURCES in parts else speakers.get(key, {}).get("entity"),
            speaker=speakers.get(key, {}).get("name"),
        )
        for key, parts in by_id.items()
        if CONTENTS in parts
    )


def timexes(doc: Doc) -> tuple[TimeExpression, ...]:
    """The time expressions of a document in text order."""
    table = facts(doc, TIMEXES, "timexes")
    return tuple(
        TimeExpression(
            id=span.id_,
            span=span,
            type=span.label_,
            value=span.kb_id_,
            end_value=table[span.id_].get("end_value"),
            anchor=table[span.id_]["anchor"],
            rule=table[span.id_]["rule"],
            year_inferred=table[span.id_].get("year_inferred", False),
        )
        for span in spans(doc, TIMEXES)
    )


def events(doc: Doc) -> tuple[EventMention, ...]:
    """The event mentions of a document in text order."""
    table = facts(doc, EVENTS, "events")
    return tuple(
        EventMention(
            id=span.id_,
            span=span,
            status=span.label_,
            value=span.kb_id_ or None,
            end_value=table[span.id_].get("end_value"),
            basis=table[span.id_]["basis"],
            timex=table[span.id_].get("timex"),
            bound=table[span.id_].get("bound"),
            trigger=span.doc[table[span.id_]["trigger"] : table[span.id_]["trigger"] + 1],
            actors=tuple(table[span.id_].get("actors", ())),
        )
        for span in spans(doc, EVENTS)
    )
