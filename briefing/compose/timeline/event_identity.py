"""Ids shared by the mentions of one event over several articles, for ``briefing extract``.

A finer net than the chronology's: every clause counts, not only those worth telling. Two mentions are one event if
they agree in time, tell of the same deed and share enough of their words; no two days stated may differ in a group.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from spacy.tokens import Doc

from briefing.annotate import layers
from briefing.annotate.layers import EventMention
from briefing.compose.documents import Document
from briefing.compose.timeline.deeds import deeds, stem, verb_deed
from briefing.compose.timeline.happenings import features

SAME_DAY, NEAR_DAY, COARSE = 0.2, 0.15, 0.1
"""Cosine of weighted words from which two mentions of the same deed are one event, by how their times agree."""
FULFILLED = 0.2
"""The same where what is expected in a month or year is reported of a day in it."""
LOOKING_BACK = 0.4
"""The same where an undated mention of a later report may look back at a dated one."""
OTHER_DEED = 0.4
"""The same on one day where the deeds have different names; .35 to .5 are equal on Wikinews."""
TELLING = 4
"""Heaviest words of a sentence by which mentions are found: pairs over the limit share one of them."""


class Mention(NamedTuple):
    """One event mention with what it is compared by."""

    article: str
    event: EventMention
    words: frozenset[str]
    """Lemmas of its sentence."""
    stems: frozenset[str]
    """Stems of its clause."""
    deeds: frozenset[str]
    """Stems of what is done."""
    verb: str
    """The one its verb names, if it does."""
    headline: bool


def event_ids(documents: Sequence[Document]) -> dict[tuple[str, str], str]:
    """(article id, event id) to an id that mentions of one event share; the order of the documents changes nothing."""
    found = sorted(_mentions(documents), key=lambda one: (one.article, one.event.span.start, one.event.span.end))
    group = list(range(len(found)))
    members = {index: [index] for index in group}
    for _, first, second in sorted(_pairs(found)):
        one, other = sorted((group[first], group[second]))
        if one != other and _agree([found[index].event for index in (*members[one], *members[other])]):
            moved = members.pop(other)
            members[one] += moved
            for index in moved:
                group[index] = one
    return {(one.article, one.event.id): f"e{number + 1}" for one, number in zip(found, group, strict=True)}


def _mentions(documents: Sequence[Document]) -> list[Mention]:
    found = []
    for document in documents:
        sentences = {token.i: sent for sent in layers.body_sentences(document.doc) for token in sent}
        headline = _headline(document.doc)
        for event in layers.events(document.doc):
            words = features(sentences.get(event.trigger.start, event.span))
            stems = frozenset(stem(word) for word in features(event.span))
            head = event.trigger.root
            done = (deeds(head), verb_deed(head))
            found.append(Mention(document.article.id, event, words, stems, *done, event.span.end <= headline))
    return found


def _headline(doc: Doc) -> int:
    """Where the headline ends: the title, or a first line without a full stop; 0 where there is none."""
    titles = layers.block_of(doc, "title")
    first = next(layers.body_sentences(doc), None) if not titles else None
    if first is not None and first.start == 0 and not first[-1].is_punct:
        return first.end
    return titles[0].end if titles else 0


def _pairs(found: Sequence[Mention]) -> list[tuple[float, int, int]]:
    """Pairs that are one event, the surest first."""
    frequency = Counter(word for one in found for word in one.words)
    weights = {word: math.log(1 + (len(found) + 1) / (count + 0.5)) ** 2 for word, count in frequency.items()}
    sizes = [math.fsum(weights[word] for word in sorted(one.words)) for one in found]
    pairs = []
    for first, second in _candidates(found, weights):
        one, other = found[first], found[second]
        limit = _limit(one, other)
        if limit is None or not _may_pair(one, other) or not sizes[first] or not sizes[second]:
            continue
        shared = math.fsum(weights[word] for word in sorted(one.words & other.words))
        score = shared / math.sqrt(sizes[first] * sizes[second])
        if score >= limit:
            pairs.append((-score, first, second))
    return pairs


def _may_pair(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of different articles, or one is the headline over what the other reports."""
    if one.article != other.article:
        return True
    return one.headline != other.headline and _same_deed(one, other)


def _candidates(found: Sequence[Mention], weights: Mapping[str, float]) -> list[tuple[int, int]]:
    """Pairs worth comparing: of one time, with the same deed or one of the telling words of each in common."""
    buckets: dict[str, list[int]] = {}
    for index, one in enumerate(found):
        telling = sorted(one.words, key=lambda word: (-weights[word], word))[:TELLING]
        for key in _keys(one, telling):
            buckets.setdefault(key, []).append(index)
    return sorted({pair for indexes in buckets.values() for pair in combinations(indexes, 2)})


def _keys(one: Mention, telling: Sequence[str]) -> list[str]:
    """What a mention is found by: its times, each with its deed or a telling word."""
    value = (one.event.value or "")[:10]
    if not value:
        return []
    deed = sorted(one.deeds)
    words = [f"{value} {word}" for word in telling]
    if len(value) < 10:
        stems = sorted({*deed, *one.stems})
        return [*words, *(f"{value} in {stem}" for stem in stems), *(f"{value[:4]} in {stem}" for stem in deed)]
    day, default = date.fromisoformat(value), one.event.basis == "lead"
    beside = [(day + timedelta(step)).isoformat() for step in (-1, 1) if default]
    times = [value, *beside, *_months(day, back=default), f"{value[:7]} in", f"{value[:4]} in"]
    return [*words, *(f"{time} {stem}" for time in times for stem in deed)]


def _months(day: date, *, back: bool) -> list[str]:
    """The month of a day, with the one before it where the mention may look back."""
    before = day.replace(day=1) - timedelta(1)
    return [f"{day:%Y-%m}", *([f"{before:%Y-%m}"] if back else [])]


def _limit(one: Mention, other: Mention) -> float | None:
    """The cosine from which two mentions are one event, None where their times or deeds do not agree."""
    mine, theirs = (one.event.value or "")[:10], (other.event.value or "")[:10]
    defaults = [mention.event.basis == "lead" for mention in (one, other)]
    deed = _same_deed(one, other)
    if mine == theirs:
        return SAME_DAY if deed else OTHER_DEED
    if not deed or (all(defaults) and not _beside(mine, theirs)):
        return None
    coarse = len(mine) != len(theirs) and (mine.startswith(theirs) or theirs.startswith(mine))
    if coarse and len({mention.event.status == "expected" for mention in (one, other)}) > 1:
        return FULFILLED
    if any(defaults):
        default, dated = (mine, theirs) if defaults[0] else (theirs, mine)
        near = len(dated) == 10 and _beside(default, dated)
        return NEAR_DAY if near else LOOKING_BACK if dated and dated[:10] < default else None
    return COARSE if coarse else None


def _beside(mine: str, theirs: str) -> bool:
    """Whether two days are the same or neighbours."""
    return abs((date.fromisoformat(mine) - date.fromisoformat(theirs)).days) <= 1


def _same_deed(one: Mention, other: Mention) -> bool:
    """Whether they tell of one deed, or the verb of one is a noun of the other ("delivered", "after the delivery")."""
    return bool(one.deeds & other.deeds) or one.verb in other.stems or other.verb in one.stems


def _agree(members: Sequence[EventMention]) -> bool:
    """Whether mentions tell of one day at most, and no report is older than what it tells."""
    days = [(event.basis == "lead", event.value[:10]) for event in members if event.value and len(event.value) >= 10]
    stated = sorted({day for default, day in days if not default})
    defaults = sorted({day for default, day in days if default})
    if len(stated) > 1:
        return False
    if not stated:
        return not defaults or _beside(defaults[0], defaults[-1])
    return all(day >= stated[0] or _beside(day, stated[0]) for day in defaults)
