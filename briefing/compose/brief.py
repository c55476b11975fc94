"""The brief: annotated documents become stories, numbered sources, and one dated value that the renderers read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from briefing.compose.actors.continuity import Past, with_keys
from briefing.compose.actors.correcting import Corrected, find_corrected
from briefing.compose.anchors import anchor_of
from briefing.compose.changes import with_changes
from briefing.compose.documents import Document
from briefing.compose.origins import display_origin
from briefing.compose.ranking import ranked
from briefing.compose.stories.grouping import group_stories, in_order
from briefing.compose.stories.splitting import split_documents
from briefing.compose.telling import Telling
from briefing.compose.watching import watched
from briefing.errors import ComposeError
from briefing.model import ActorKind, Brief, Correction, DateBasis, Noted, Skipped, Source, Story
from briefing.model.handling import Scheme

SUBJECTS = 2
"""Names in a subject made from the articles."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the settings say about the issue, as plain values."""

    date: str
    """Date of issue, ISO."""
    title: str | None = None
    subject: str | None = None
    product: str = "Situation brief"
    series: str = "SB"
    """Prefix of the issue id."""
    issue: int = 1
    handling: str = "TLP:CLEAR"
    """The lowest mark the brief may carry."""
    scheme: Scheme = field(default_factory=Scheme)
    """What says which mark is the higher."""
    contact: str = ""
    corrections: tuple[Correction, ...] = ()
    """What the desk has corrected about the actors."""


def compose_brief(
    documents: Sequence[Document],
    skipped: Sequence[Skipped],
    masthead: Masthead,
    *,
    made_with: tuple[str, ...],
    one_story: bool = False,
    max_stories: int = 5,
    earlier: Brief | None = None,
    watch: Sequence[str] = (),
) -> Brief:
    """The brief of the documents, the same whatever order they come in.

    Articles are grouped into stories; the ``max_stories`` best ranked are told, the others noted in a line. Changes are
    against ``earlier``. Raises ``ComposeError`` if no document has a body.
    """
    usable = _usable(documents, masthead)
    corrected, past = find_corrected(masthead.corrections, usable), Past(earlier, masthead.corrections)
    tellings = ranked(_tellings(usable, masthead.title, corrected, past, one_story=one_story), watch)
    sources, cutoff = _sources(tellings), _cutoff(usable)
    told = with_changes(_told(tellings[:max_stories], sources, cutoff or masthead.date, past), past, sources)
    return Brief(
        id=f"{masthead.series}-{masthead.date}-{masthead.issue:02d}",
        product=masthead.product,
        title=masthead.title or told[0].headline,
        date=masthead.date,
        cutoff=cutoff,
        subject=masthead.subject or _subject(told),
        issue=masthead.issue,
        handling=_handling(masthead, sources, told, earlier),
        contact=masthead.contact,
        stories=told,
        sources=sources,
        skipped=tuple(sorted(skipped, key=lambda one: (one.name, one.code, one.detail))),
        made_with=made_with,
        noted=tuple(_noted(telling) for telling in tellings[max_stories:]),
        watch=watched(watch, [document for telling in tellings for document in telling.documents]),
        earlier=past.earlier,
        corrections=corrected.applied,
    )


def _usable(documents: Sequence[Document], masthead: Masthead) -> tuple[Document, ...]:
    """The documents with a body, parted where the desk says that one entity is two."""
    found = [document for document in documents if document.sentences]
    if not found:
        raise ComposeError("none of the articles has a sentence to report; give at least one article with a body")
    return split_documents(found, masthead.corrections)


def _tellings(
    usable: Sequence[Document], title: str | None, corrected: Corrected, past: Past, *, one_story: bool
) -> list[Telling]:
    """What is worked out of each story; a title given by the user is that of the only one."""
    groups = (in_order(usable),) if one_story else group_stories(usable)
    return [Telling(group, title if len(groups) == 1 else None, corrected, past) for group in groups]


def _told(tellings: Sequence[Telling], sources: Sequence[Source], day: str, past: Past) -> tuple[Story, ...]:
    stories = [telling.story(f"s{number}", _of(telling, sources), day) for number, telling in enumerate(tellings, 1)]
    return with_keys(stories, past.by_key)


def _sources(tellings: Sequence[Telling]) -> tuple[Source, ...]:
    """The articles numbered in the order of their stories."""
    documents = [document for telling in tellings for document in telling.documents]
    return tuple(_source(number, document) for number, document in enumerate(documents, 1))


def _source(number: int, document: Document) -> Source:
    anchor, basis, reasons = anchor_of(document)
    return Source(
        number=number,
        article=document.article,
        sentences=document.sentences,
        origin=display_origin(document.article),
        anchor=anchor,
        anchor_basis=DateBasis(basis),
        anchor_reasons=reasons,
    )


def _handling(masthead: Masthead, sources: Sequence[Source], told: Sequence[Story], earlier: Brief | None) -> str:
    """The highest of the marks of what the brief quotes: its sources, and the earlier issue where it repeats that."""
    marks = [masthead.handling, *(mark for source in sources for mark in source.article.handling)]
    if earlier and any(map(_repeats, told)):
        marks.append(earlier.handling)
    return masthead.scheme.highest(marks)


def _repeats(story: Story) -> bool:
    """Whether a story has words of the earlier issue that need not stand in a source of today."""
    named = any(actor.fuller for actor in story.actors)
    return named or any(change.kind in ("gone", "role") for change in story.changes or ())


def _of(telling: Telling, sources: Sequence[Source]) -> list[Source]:
    ids = {document.article.id for document in telling.documents}
    return [source for source in sources if source.article.id in ids]


def _cutoff(documents: Sequence[Document]) -> str | None:
    """The latest publication time, in UTC where it has a zone; a bare day counts as its end."""
    stated = [document.article.published for document in documents if document.article.published]
    return max((_in_utc(value) for value in stated), key=lambda value: value + "~", default=None)


def _in_utc(value: str) -> str:
    if "T" not in value:
        return value
    moment = datetime.fromisoformat(value)
    return value if moment.tzinfo is None else moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _subject(stories: Sequence[Story]) -> str:
    """The most salient countries of the first story, a seat told as its country; places where it names no country."""
    by_kind: dict[ActorKind, dict[str, None]] = {ActorKind.GOVERNMENT: {}, ActorKind.PLACE: {}}
    for actor in stories[0].actors:
        if actor.kind in by_kind:
            by_kind[actor.kind][actor.stands_for or actor.name] = None
    names = by_kind[ActorKind.GOVERNMENT] or by_kind[ActorKind.PLACE]
    return " · ".join(list(names)[:SUBJECTS])


def _noted(telling: Telling) -> Noted:
    ids = tuple(document.article.id for document in telling.documents)
    return Noted(telling.headline, telling.headline_basis, ids, telling.origins.names)
