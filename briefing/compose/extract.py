"""The analysis of an article, or of a topic's articles, as plain JSON values: what ``briefing extract`` prints.

Offsets are those of the article's decoded source, end exclusive, so that other programs can find every word again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from briefing.annotate import layers
from briefing.annotate.times.calendar_values import grain
from briefing.compose.actors.merging import groups
from briefing.compose.documents import Document
from briefing.compose.stories.grouping import group_stories
from briefing.compose.timeline.event_identity import event_ids
from briefing.compose.timeline.selection import select_timeline


def article_record(document: Document, event_ids: Mapping[tuple[str, str], str] | None = None) -> dict[str, Any]:
    """Everything known of one article.

    ``event_ids`` maps (article id, event id) to an id shared by the mentions of one event over several articles.
    """
    article = document.article
    return {
        "doc": _name(document),
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "published_basis": article.published_basis.value,
        "dropped": [{"start": one.start, "end": one.end, "rule": one.rule} for one in article.dropped],
        "actors": _actors(document),
        "quotes": _quotes(document),
        "dates": _dates(document),
        "events": _events(document, event_ids or {}),
    }


def _actors(document: Document) -> list[dict[str, Any]]:
    by_entity: dict[str, list[layers.RoleMention]] = {}
    for role in layers.roles(document.doc):
        by_entity.setdefault(role.entity, []).append(role)
    tied = layers.affiliations(document.doc)
    return [
        _actor(document, entity, by_entity.get(entity.id, []), tied.get(entity.id, ()))
        for entity in layers.entities(document.doc)
    ]


FORMS = {"": "name", "metonym": "name", "demonym": "nominal"}
"""Forms of a mention that have no word of their own in the lines: a capital is a name, "Russian" a description."""


def _actor(
    document: Document, entity: layers.Entity, roles: Sequence[layers.RoleMention], affiliations: Sequence[str]
) -> dict[str, Any]:
    return {
        "name": entity.name,
        "type": entity.type,
        "mentions": [[*_span(document, span), FORMS.get(span.kb_id_, span.kb_id_)] for span in entity.mentions],
        "score": round(entity.score, 4),
        "roles": [
            {"text": role.span.text, "span": _span(document, role.span), "affiliation": role.body} for role in roles
        ],
        "affiliations": list(affiliations),
        "stands_for": entity.stands_for,
    }


def _quotes(document: Document) -> list[dict[str, Any]]:
    records = []
    for quote in layers.attributions(document.doc):
        start, end = _span(document, quote.source) if quote.source is not None else (None, None)
        records.append(
            {
                "kind": quote.kind,
                "parts": [_span(document, content) for content in quote.contents],
                "text": " ".join(content.text for content in quote.contents),
                "cue": _span(document, quote.cue) if quote.cue is not None else None,
                "speaker": quote.speaker,
                "speaker_start": start,
                "speaker_end": end,
                "via": quote.via.text if quote.via is not None else None,
            }
        )
    return records


def _dates(document: Document) -> list[dict[str, Any]]:
    return [
        {
            "start": _span(document, timex.span)[0],
            "end": _span(document, timex.span)[1],
            "text": timex.span.text,
            "type": timex.type,
            "value": timex.value,
            "end_value": timex.end_value,
            "anchor": timex.anchor,
            "rule": timex.rule,
        }
        for timex in layers.timexes(document.doc)
    ]


def _events(document: Document, event_ids: Mapping[tuple[str, str], str]) -> list[dict[str, Any]]:
    names = {entity.id: entity.name for entity in layers.entities(document.doc)}
    records = []
    named = {timex.id: timex.value for timex in layers.timexes(document.doc)}
    for event in layers.events(document.doc):
        start, end = _span(document, event.span)
        date = _date(event, named.get(event.timex or "", ""))
        records.append(
            {
                "start": start,
                "end": end,
                "date": date,
                "start_date": event.value if event.end_value else None,
                "end_date": event.end_value,
                "precision": precision(date),
                "status": event.status,
                "actors": [names[actor] for actor in event.actors if actor in names],
                "id": event_ids.get((document.article.id, event.id), f"{document.article.id}-{event.id}"),
            }
        )
    return records


def _date(event: layers.EventMention, named: str) -> str | None:
    """The date of an event as far as it is known; ``named`` is the value of the expression that dates it.

    Of a week or a quarter it is the month or year that holds all of it, of a stretch from day to day its first day.
    """
    value, end = event.value, event.end_value
    if not (value and end) or grain(named) in {"day", "month", "year"}:
        return value
    return next((value[:length] for length in (10, 7, 4) if value[:length] == end[:length]), None)


def precision(value: str | None) -> str:
    """``day``, ``month``, ``year`` or ``none``: what the length of an ISO prefix says."""
    if not value or not value[:4].isdigit():
        return "none"
    return {4: "year", 7: "month"}.get(len(value), "day" if len(value) >= 10 else "none")


def _span(document: Document, span: Any) -> list[int]:
    return list(document.article.source_span(span.start_char, span.end_char))


def to_line(record: dict[str, Any]) -> str:
    """One line of JSON, letters as they are."""
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": "))


def topic_records(documents: Sequence[Document]) -> Iterator[dict[str, Any]]:
    """The records of all articles, then one of every topic: its stories, its timeline, its actors over all articles.

    The mentions of one event in several articles of a topic share an id.
    """
    by_topic: dict[str, list[Document]] = {}
    for document in documents:
        by_topic.setdefault(document.article.topic or "all", []).append(document)
    shared = {
        mention: f"{topic}-{identity}"
        for topic, members in by_topic.items()
        for mention, identity in event_ids(members).items()
    }
    yield from (article_record(document, shared) for document in documents)
    yield from (_topic(topic, members) for topic, members in by_topic.items())


def _topic(topic: str, documents: Sequence[Document]) -> dict[str, Any]:
    named = {document.article.id: _name(document) for document in documents}
    return {
        "topic": topic,
        "stories": [[named[member.article.id] for member in story] for story in group_stories(documents)],
        "actors": _merged_actors(documents),
        "timeline": _timeline(documents),
    }


def _timeline(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """The days of a topic with the sentences that tell them best."""
    by_id = {document.article.id: document for document in documents}
    return [
        {
            "date": entry.date,
            "sentences": list(entry.sentences),
            "evidence": [
                [_name(by_id[one.article]), *by_id[one.article].article.source_span(one.start, one.end)]
                for one in entry.evidence
            ],
        }
        for entry in select_timeline(documents)
    ]


def _merged_actors(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """Everybody named in the articles of a topic, media included; adjectives of countries are no mentions of them."""
    return [
        {
            "name": group.units[0].entity.name,
            "type": group.units[0].entity.type,
            "mentions": [
                [_name(unit.document), *_span(unit.document, span)]
                for unit in group.units
                for span in unit.entity.mentions
                if span.kb_id_ in ("name", "metonym")
            ],
        }
        for group in groups(documents)
        if group.units[0].entity.named
    ]


def _name(document: Document) -> str:
    """The article as the reader of the lines knows it: its record's own id, or its file's name without the ending."""
    return document.article.record or PurePath(document.article.name).stem
