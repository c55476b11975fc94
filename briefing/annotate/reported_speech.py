"""Indirect speech: clauses, infinitives and "as" phrases that a cue outside marks reports."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.annotate import cues, quote_sources
from briefing.annotate.quote_scene import Found, Scene
from briefing.annotate.quote_sources import Source

LEAST = 3
"""Words of a content at least: "said so" says nothing."""


def find(scene: Scene) -> list[Found]:
    """Every report of the body outside marks, in order."""
    found: list[Found] = []
    for start, end in scene.paragraphs:
        for token in scene.doc[start:end]:
            if token.i in scene.quoted:
                continue
            found.extend(_of_token(scene, token))
    return found


def _of_token(scene: Scene, token: Token) -> Iterator[Found]:
    """The reports that one word makes."""
    if cues.is_according_to(token):
        yield from _according(scene, token)
        return
    frames = cues.verb_frames(token)
    if not frames or _is_unreal(token):
        return
    borders = _borders(token, frames)
    if borders is None:
        return
    source = quote_sources.of_verb(token, scene.quoted)
    if source is None:
        return
    span = cues.cue_span(token)
    for piece in _without(borders, (span.start, span.end), source):
        start, end = _trim(scene, *piece)
        if end - start >= LEAST:
            yield Found(
                "indirect",
                ((start, end),),
                (source.span.start, source.span.end, source.head.i),
                (span.start, span.end),
                None,
                "clause",
            )


def _is_unreal(token: Token) -> bool:
    """Nothing was said: negated, or not more than a wish."""
    return any(child.dep_ == "neg" for child in token.children)


def _borders(cue: Token, frames: str) -> tuple[int, int] | None:
    """First and last token of what the cue reports."""
    for child in cue.children:
        if child.dep_ == "ccomp" and "c" in frames and child.tag_ != "VBG":
            return _clause(child, cue)
        if child.dep_ == "xcomp" and "i" in frames and _has_to(child):
            return child.left_edge.i, child.right_edge.i + 1
        if child.dep_ in ("xcomp", "ccomp") and "o" in frames and _has_to(child):
            return _to(child).i, child.right_edge.i + 1
    if cue.dep_ == "parataxis" and "c" in frames:
        return cue.head.left_edge.i, cue.head.right_edge.i + 1
    return None


def _clause(child: Token, cue: Token) -> tuple[int, int]:
    """Borders of a complement clause without its "that"."""
    start = child.left_edge.i
    if cue.doc[start].lower_ == "that" and cue.doc[start].dep_ == "mark":
        start += 1
    return start, child.right_edge.i + 1


def _has_to(verb: Token) -> bool:
    """The verb is an infinitive with "to"."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def _to(verb: Token) -> Token:
    """The "to" of an infinitive."""
    return next(child for child in verb.lefts if child.lower_ == "to")


def _without(borders: tuple[int, int], cue: tuple[int, int], source: Source) -> list[tuple[int, int]]:
    """The borders with cue and source cut out where they stand inside."""
    start, end = borders
    first, last = min(cue[0], source.span.start), max(cue[1], source.span.end)
    if last <= start or first >= end:
        return [borders]
    return [(start, first), (last, end)]


def _trim(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """Borders without punctuation and blanks at the edges, inside one line."""
    doc = scene.doc
    low, high = scene.paragraphs[scene.paragraph_of(start)]
    start, end = max(start, low), min(end, high)
    while start < end and (doc[start].is_space or doc[start].text in ",.;:-—–"):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in ",.;:-—–?!"):
        end -= 1
    return start, end


def _according(scene: Scene, token: Token) -> Iterator[Found]:
    """The clause that "according to" hangs on, without it."""
    source = quote_sources.of_preposition(token, scene.quoted)
    if source is None:
        return
    sent = token.sent
    key = (source.span.start, source.span.end, source.head.i)
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    start, end = head.left_edge.i, head.right_edge.i + 1
    right = token.right_edge.i + 1
    if token.i - start > right - start and end - right < 3:
        end = token.i
    parts = [(start, token.i), (right, end)]
    best = max(parts, key=lambda part: part[1] - part[0])
    start, end = _trim(scene, max(best[0], sent.start), min(best[1], sent.end))
    if end - start >= LEAST:
        yield Found("indirect", ((start, end),), key, (token.i, token.i + 2), None, "according")
