"""The timeline of a topic: the days that matter most and the sentences that tell them best, without a language model.

Days are weighed by how many sentences and articles name them, how many look back at them, and how many articles
appeared on them (Tran and others 2015 found counts of later mentions the best single sign). Sentences of a day are
those that name it and the leads of articles on it; those whose main deed is of the day and that are nearest to the
day's and the topic's common words are taken, each only if it says something new (Ghalandari and Ifrim 2020, the
date-wise form). What the pages of a topic repeat day after day is told of none of them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from briefing.annotate import layers
from briefing.annotate.times.calendar_values import days_of, grain
from briefing.compose.documents import Document
from briefing.compose.timeline.happenings import CONTENT, PAGE_MARKS
from briefing.model import Evidence

BACKGROUND = 60
"""Days before the first article that a timeline may reach."""
LEADS = 10
"""Opening sentences that may tell the day of the article without naming it."""
KEPT = 0.65
"""Part of the weight of the three heaviest days that a day must have: .45 gives twice the days at a third less F1."""
LONGEST = 40
"""Days of a timeline."""
SENTENCES = 3
"""Sentences told of a day."""
ALIKE = 0.5
"""Cosine from which a sentence says nothing new."""
TOPIC = 3.0
"""Weight of the topic's words against the day's: .11 against .09 AR-1 with a tenth of it."""
TOLD = 0.2
"""Gain of a sentence whose main deed is of the day: .044 AR-2 against .041 for any sentence that names it."""
REPEATED = 3
"""Days of publication on which a sentence belongs to the page: "Read more on our front page"."""
SHORT, LONG = 6, 35
"""Words of a sentence that can be told alone; up to 80 words: .035 against .040 AR-2."""


class TimelineEntry(NamedTuple):
    """One day of a topic's timeline."""

    date: str
    sentences: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Sentence(NamedTuple):
    """A sentence of an article with its days."""

    evidence: Evidence
    text: str
    named: frozenset[str]
    """The days it names."""
    default: str
    """The day it is put on otherwise, empty if none."""
    main: str | None
    """The day of its main deed."""


class Candidate(NamedTuple):
    """A sentence that may tell a day."""

    text: str
    words: Mapping[str, int]
    told: bool
    """Whether its main deed is of the day."""
    evidence: Evidence


class Day(NamedTuple):
    """What speaks for a day."""

    mentions: int
    articles: int
    later: int
    """Articles that look back at it."""
    published: int

    @property
    def weight(self) -> float:
        """The signs added on a logarithmic scale, publication counting half."""
        signs = (self.mentions, self.articles, self.later)
        return math.fsum(math.log1p(sign) for sign in signs) + 0.5 * math.log1p(self.published)


def select_timeline(documents: Sequence[Document]) -> tuple[TimelineEntry, ...]:
    """The days of a topic, each with up to ``SENTENCES`` sentences; the order of the documents changes nothing."""
    ordered = sorted(documents, key=lambda document: document.article.id)
    published = {document.article.id: (document.doc._.document_date or "")[:10] for document in ordered}
    candidates, days = _gather(ordered, published)
    if not days:
        return ()
    ranked = sorted(days, key=lambda day: (-days[day].weight, day))
    heaviest = math.fsum(days[day].weight for day in ranked[:3]) / len(ranked[:3])
    kept = [day for day in ranked if days[day].weight >= KEPT * heaviest][:LONGEST]
    weights = _weights(ordered)
    topic = _topic(ordered, weights)
    return tuple(_entry(day, candidates[day], weights, topic) for day in sorted(kept))


def _gather(
    documents: Sequence[Document], published: Mapping[str, str]
) -> tuple[dict[str, list[Candidate]], dict[str, Day]]:
    """For every day its sentences and what speaks for it."""
    known = sorted(day for day in published.values() if day)
    if not known:
        return {}, {}
    first, last = (date.fromisoformat(known[0]) - timedelta(BACKGROUND)).isoformat(), known[-1]
    candidates: dict[str, list[Candidate]] = {}
    naming: dict[str, Counter[str]] = {}
    furniture = _furniture(documents, published)
    for document in documents:
        for number, sentence in enumerate(_sentences(document)):
            inside = sorted(day for day in sentence.named if first <= day <= last)
            for day in inside:
                naming.setdefault(day, Counter())[document.article.id] += 1
            if sentence.text in furniture or PAGE_MARKS & set(sentence.text.split()):
                continue
            leading = [] if sentence.named or number >= LEADS else [sentence.default]
            for day in inside or (day for day in leading if first <= day <= last):
                words = _words(document, sentence.evidence)
                candidate = Candidate(sentence.text, words, sentence.main == day, sentence.evidence)
                candidates.setdefault(day, []).append(candidate)
    appeared = Counter(published.values())
    days = {}
    for day in candidates:
        articles = naming.get(day, Counter())
        later = sum(published[article] > day for article in articles)
        days[day] = Day(articles.total(), len(articles), later, appeared[day])
    return candidates, days


def _furniture(documents: Sequence[Document], published: Mapping[str, str]) -> frozenset[str]:
    """Sentences that stand on the pages of many days."""
    days: dict[str, set[str]] = {}
    for document in documents:
        for evidence in document.sentences:
            days.setdefault(_text(document, evidence), set()).add(published[document.article.id])
    return frozenset(text for text, found in days.items() if len(found) >= REPEATED)


def _text(document: Document, evidence: Evidence) -> str:
    return " ".join(document.article.text[evidence.start : evidence.end].split())


def _sentences(document: Document) -> list[Sentence]:
    """Every body sentence with its days."""
    named: dict[Evidence, set[str]] = {}
    for timex in layers.timexes(document.doc):
        day = timex.value.split("T")[0]
        if timex.type in {"DATE", "TIME"} and grain(day) == "day" and days_of(day):
            for evidence in document.evidence_of(timex.span)[:1]:
                named.setdefault(evidence, set()).add(day)
    default: dict[Evidence, str] = {}
    main: dict[Evidence, str] = {}
    for event in layers.events(document.doc):
        day = (event.value or "")[:10]
        for evidence in document.evidence_of(event.trigger)[:1] if day else ():
            if event.basis == "lead":
                default.setdefault(evidence, day)
            if event.trigger.root.dep_ == "ROOT":
                main.setdefault(evidence, day)
    published = (document.doc._.document_date or "")[:10]
    return [
        Sentence(one, _text(document, one), frozenset(named.get(one, ())), default.get(one, published), main.get(one))
        for one in document.sentences
    ]


def _words(document: Document, evidence: Evidence) -> Counter[str]:
    """Lemmas of the content words of a sentence."""
    span = document.doc.char_span(evidence.start, evidence.end, alignment_mode="expand")
    tokens = span if span is not None else ()
    return Counter(token.lemma_.casefold() for token in tokens if token.pos_ in CONTENT and not token.is_stop)


def _weights(documents: Sequence[Document]) -> dict[str, float]:
    """Inverse document frequency over sentences."""
    frequency: Counter[str] = Counter()
    count = 0
    for document in documents:
        for evidence in document.sentences:
            frequency.update(set(_words(document, evidence)))
            count += 1
    return {word: math.log((count + 1) / (number + 0.5)) for word, number in frequency.items()}


def _topic(documents: Sequence[Document], weights: Mapping[str, float]) -> dict[str, float]:
    """The words of the openings of all articles, weighted."""
    opening: Counter[str] = Counter()
    for document in documents:
        for evidence in document.sentences[: LEADS // 2]:
            opening.update(set(_words(document, evidence)))
    return {word: number * weights[word] for word, number in opening.items()}


def _entry(
    day: str, candidates: Sequence[Candidate], weights: Mapping[str, float], topic: Mapping[str, float]
) -> TimelineEntry:
    """The day with the sentences that tell it best."""
    fitting = [one for one in candidates if SHORT <= len(one.text.split()) <= LONG and "?" not in one.text]
    pool = fitting or list(candidates)
    vectors = [{word: (1 + math.log(count)) * weights[word] for word, count in one.words.items()} for one in pool]
    centre: Counter[str] = Counter()
    for vector in vectors:
        centre.update(vector)
    scores = [
        cosine(vector, centre) + TOPIC * cosine(vector, topic) + TOLD * one.told
        for one, vector in zip(pool, vectors, strict=True)
    ]
    chosen: list[int] = []
    for index in sorted(range(len(pool)), key=lambda index: (-scores[index], pool[index].evidence.article, index)):
        if len(chosen) < SENTENCES and all(cosine(vectors[index], vectors[other]) < ALIKE for other in chosen):
            chosen.append(index)
    return TimelineEntry(
        day, tuple(pool[index].text for index in chosen), tuple(pool[index].evidence for index in chosen)
    )


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Cosine of two weighted bags of words, added in a fixed order so that it is the same in every run."""
    if not one or not other:
        return 0.0
    shared = math.fsum(one[word] * other[word] for word in sorted(one.keys() & other.keys()))
    sizes = math.fsum(x * x for x in one.values()) * math.fsum(x * x for x in other.values())
    return shared / math.sqrt(sizes) if sizes > 0 else 0.0
