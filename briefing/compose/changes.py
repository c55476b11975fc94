"""Changes since the earlier issue of a series: what is new, what is told anew, and what is no longer reported.

A story is compared with the story of the earlier issue whose actors and headline it shares most. A point (of the
bottom line or the developments) is *new* if nothing the earlier issue said shares its words, *updated* if something
does but numbers, days or much of the wording changed; names and offices of the actors say who, not what, and do not
count there. A point of the earlier issue is *gone* if no sentence of
today's articles shares its words. An office that is another one than before is a change of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.compose import wordlists
from briefing.compose.actors.continuity import Past
from briefing.compose.actors.office_changes import office_changes
from briefing.model import Brief, Change, Evidence, Passage, Source, Story

SAME, RELATED = 0.6, 0.35
"""Share of the shorter passage's words from which two passages say the same, or speak of the same."""
SAME_STORY = 0.25
"""Share of the fewer names and title words that two stories must have in common."""
TELLING = 3
"""Words beside the names that a passage of today must have for them to be compared alone."""
ACTORS = 10
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def with_changes(stories: Sequence[Story], past: Past, sources: Sequence[Source]) -> tuple[Story, ...]:
    """The stories with their changes against the earlier issue; as they are where there is none."""
    earlier = past.brief
    if earlier is None:
        return tuple(stories)
    held = dict(past.by_key)
    found = []
    for story in stories:
        told = _changes(story, earlier, sources)
        turned = office_changes(story, held, earlier.issue)
        gone = tuple(one for one in told if one.kind == "gone")
        found.append(replace(story, changes=(*(one for one in told if one.kind != "gone"), *turned, *gone)))
        held = {key: actor for key, actor in held.items() if key not in {one.key for one in story.actors}}
    return tuple(found)


def _changes(story: Story, earlier: Brief, sources: Sequence[Source]) -> tuple[Change, ...]:
    before = max(earlier.stories, key=lambda one: _kinship(story, one), default=None)
    if before is None or _kinship(story, before) < SAME_STORY:
        return (Change("new", story.bottom_line[:1]),) if story.bottom_line else ()
    who = _cast(story) | _cast(before)
    changes = [
        Change(kind, passages)
        for passages in _points(story)
        if (kind := _kind(passages[0].text, before, who)) is not None
    ]
    current = {source.article.id: source for source in sources if source.article.id in story.articles}
    today = [
        _words(source.article.text[one.start : one.end]) for source in current.values() for one in source.sentences
    ]
    gone = [
        Change("gone", tuple(_without_lost(passage, current) for passage in passages))
        for passages in _points(before)
        if _best(_words(passages[0].text), today) < RELATED
    ]
    return tuple(sorted(changes, key=lambda change: change.kind)) + tuple(gone)


def _kind(text: str, before: Story, who: frozenset[str]) -> str | None:
    """``new``, ``updated``, or None for what the earlier issue said."""
    if _best(_words(text), (_words(passage.text) for passage in _passages(before))) < RELATED:
        return "new"
    best, match = max(
        ((_likeness(text, passage.text, who), passage.text) for passage in _passages(before)),
        key=lambda found: found[0],
    )
    numbers = set(NUMBER.findall(text)), set(NUMBER.findall(match))
    return "updated" if best < SAME or (numbers[0] != numbers[1] and all(numbers)) else None


def _likeness(text: str, other: str, who: frozenset[str]) -> float:
    """Share of words in common; no more than that of the words that say what, where there are enough."""
    words, others = _words(text), _words(other)
    what, whats = words - who, others - who
    shared = _share(words, others)
    return min(shared, _share(what, whats)) if whats and len(what) >= TELLING else shared


def _cast(story: Story) -> frozenset[str]:
    """The words of the names and offices of a story's actors."""
    names = (name for actor in story.actors for name in (actor.name, *actor.aliases))
    roles = (role.text for actor in story.actors for role in actor.roles)
    return frozenset().union(*map(_words, (*names, *roles)))


def _points(story: Story) -> tuple[tuple[Passage, ...], ...]:
    """What an issue told: its bottom line and its developments, a sentence told in both only once."""
    points: dict[tuple[Evidence, ...], tuple[Passage, ...]] = {}
    for passages in (*((one,) for one in story.bottom_line), *(one.passages for one in story.developments)):
        points.setdefault(tuple(sorted(passages[0].evidence, key=_place)), passages)
    return tuple(points.values())


def _place(one: Evidence) -> tuple[str, int]:
    return (one.article, one.start)


def _passages(story: Story) -> Iterator[Passage]:
    """Everything an issue said about a story."""
    yield from story.bottom_line
    for development in story.developments:
        yield from development.passages
    for event in story.chronology:
        yield from event.passages
    for unknown in story.unknowns:
        yield from unknown.passages
    for quote in story.quotes:
        yield quote.text


def _without_lost(passage: Passage, current: dict[str, Source]) -> Passage:
    """The passage with the evidence that today's sources still hold, sentence by sentence."""
    kept = tuple(one for one in passage.evidence if _held(one, current))
    return replace(passage, evidence=kept if len(kept) == len(passage.evidence) else ())


def _held(one: Evidence, current: dict[str, Source]) -> bool:
    source = current.get(one.article)
    return source is not None and one in source.sentences


def _kinship(one: Story, other: Story) -> float:
    """Share of names and title words in common."""
    return _share(_names(one), _names(other))


def _names(story: Story) -> frozenset[str]:
    names = {actor.name.casefold() for actor in story.actors[:ACTORS]}
    return frozenset(names | _words(story.headline))


def _best(words: frozenset[str], others: Iterable[frozenset[str]]) -> float:
    return max((_share(words, other) for other in others), default=0.0)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that both have."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _words(text: str) -> frozenset[str]:
    """Lower-case words of four letters or more, numbers, without the commonest ones of news."""
    found = (word.casefold() for word in WORD.findall(text))
    return frozenset(
        word for word in found if (len(word) > 3 or word.isdigit()) and word not in wordlists.words("plain")
    )
