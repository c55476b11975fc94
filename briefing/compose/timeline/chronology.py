"""The chronology of a story: what happened when, merged over its sources, in the sources' own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain

from spacy.tokens import Token

from briefing.annotate.times.calendar_values import parse_day
from briefing.compose.actors.gathering import ActorTable
from briefing.compose.clauses import SUBJECTS
from briefing.compose.documents import Document
from briefing.compose.origins import Origins
from briefing.compose.passages import Cut
from briefing.compose.standing import POINTING, Standing, raised
from briefing.compose.timeline.event_labels import label
from briefing.compose.timeline.happenings import REPORTING, Happening, happenings
from briefing.compose.timeline.merging import merged
from briefing.model import Event, Passage, Status

BASES = {"stated": 0, "relative": 1, "inferred": 2, "lead": 3, "order": 4, "none": 5}
"""How well a date is known, best first."""
MANY = 8
"""Articles from which a chronology leaves out stray background."""
RECENT = 14
"""Days before the first article that are still part of the story."""
LONGEST = 2
"""Passages of one entry."""
ADDS = 0.5
"""Part of the shorter one's words up to which two tellings share too little for one to stand for both."""
Group = tuple[tuple[Happening, ...], tuple[str, ...]]


def compose_chronology(documents: Sequence[Document], actors: ActorTable, origins: Origins) -> tuple[Event, ...]:
    """Dated events in order of time, each with all its evidence; expected ones without a day come last.

    A happening whose day is only the day of the report is told where it confirms a dated one of another article. Of
    many articles, background that only one mentions is told where it has a full date.
    """
    told = chain.from_iterable(_happenings(document, actors) for document in documents)
    found = [one for one in told if not _dangles(one, actors)]
    groups = [group for group in merged(found) if any(not one.default for one in group[0])]
    groups = _without_repeats(groups)
    if len(documents) >= MANY:
        background = _background(documents)
        groups = [group for group in groups if not _is_stray(group[0], background)]
    groups.sort(key=lambda group: _place(_best(group[0])))
    events = [_event(group, actors, origins) for group in groups]
    return tuple(replace(one, id=f"E{number}") for number, one in enumerate(_without_parts(events), 1))


def _without_parts(events: Sequence[Event]) -> list[Event]:
    """The events without those of a day that are told in full by another of that day."""
    kept = list[Event]()
    for one in events:
        if any(
            _is_part(one, other) for other in events if other is not one and (other in kept or not _is_part(other, one))
        ):
            continue
        kept.append(one)
    return kept


def _is_part(one: Event, other: Event) -> bool:
    """Whether the words of an event stand in another of the same time and status."""
    same = (one.when.value, one.when.end, one.status) == (other.when.value, other.when.end, other.status)
    return same and all(any(mine.text in theirs.text for theirs in other.passages) for mine in one.passages)


def _without_repeats(groups: Sequence[Group]) -> list[Group]:
    """The groups without statements alone that tell, in the same words, what another group tells with its own date.

    "Keel will visit Velmar next week, the palace said on Tuesday" is next week's visit, not the saying.
    """
    bests = [_best(members) for members, _ in groups]
    told = {one.key for one in bests if one.when.value and not _is_statement(one)}
    return [
        group
        for group, best in zip(groups, bests, strict=True)
        if len(group[0]) > 1 or not _is_statement(best) or best.key not in told
    ]


def _is_statement(one: Happening) -> bool:
    return one.event.trigger.root.lemma_.casefold() in REPORTING


def _background(documents: Sequence[Document]) -> str:
    """The day before which an event is background: two weeks before the first article."""
    days = [day for document in documents if (day := parse_day(document.doc._.document_date)) is not None]
    return (min(days) - timedelta(RECENT)).isoformat() if days else ""


def _is_stray(members: Sequence[Happening], background: str) -> bool:
    """Whether an event is background that one article alone mentions without a full date."""
    articles = {one.document.article.id for one in members}
    full = any(one.when.basis == "stated" and len(one.when.value or "") >= 10 for one in members)
    times = [one.when.value for one in members if one.when.value]
    return bool(times) and max(times) < background and len(articles) < 2 and not full


def _happenings(document: Document, actors: ActorTable) -> tuple[Happening, ...]:
    def actor_of(entity: str) -> str | None:
        actor = actors.of(document.article.id, entity)
        return actor.id if actor is not None else None

    return happenings(document, actor_of)


def _best(members: Sequence[Happening]) -> Happening:
    """The member that is shown: reported, its date known best and finest, a deed before a statement, told first."""
    return min(
        members,
        key=lambda one: (
            one.event.status == "expected",
            one.default,
            _is_counted(one),
            -len((one.when.value or "")[:10]),
            _is_statement(one),
            BASES[one.when.basis],
            one.number,
            one.key,
        ),
    )


def _is_counted(one: Happening) -> bool:
    """Whether the day is counted from that of another deed: "two days after"."""
    return one.when.text.endswith((" after", " before"))


def _place(one: Happening) -> tuple[bool, str, bool, str, tuple[str, int, int]]:
    """Where an event stands: by its day, a coarse one before the days in it, one known by order before its bound."""
    value = one.when.value
    open_end = value is None and one.event.status == "expected"
    if value is None and one.when.bound:
        return (False, one.when.bound.partition(" ")[2], False, "", one.key)
    return (open_end or (value is None and not one.when.bound), value or "", True, one.when.end or "", one.key)


def _event(group: Group, actors: ActorTable, origins: Origins) -> Event:
    members, reasons = group
    best = _best(members)
    shown = _shown(best, members)
    passages = tuple(_passage(one, [] if one is not best else _silent(members, shown), actors) for one in shown)
    named = dict.fromkeys(key for key in sorted(best.actors) if key.startswith("a") and key[1:].isdigit())
    evidence = tuple(dict.fromkeys(chain.from_iterable(passage.evidence for passage in passages)))
    return Event(
        id="",
        when=best.when,
        passages=passages,
        label=label(best.event, _standing(best, actors)),
        actors=tuple(sorted(named, key=lambda key: int(key[1:]))),
        status=_status(members, best),
        carriage=origins.carriage(evidence, differs=len(_statuses(members, best)) > 1),
        merges=reasons,
    )


def _shown(best: Happening, members: Sequence[Happening]) -> list[Happening]:
    """The best member, and dated ones that add to it: whose words are mostly not its own."""
    shown = [best]
    for one in sorted(members, key=lambda one: (one.number, one.key)):
        kept = one.event.status == "expected" and best.event.status != "expected"
        if len(shown) < LONGEST and not one.default and not kept and all(_adds(one, other) for other in shown):
            shown.append(one)
    return shown


def _adds(one: Happening, shown: Happening) -> bool:
    shared = len(one.features & shown.features)
    return one is not shown and shared < ADDS * min(len(one.features), len(shown.features))


def _silent(members: Sequence[Happening], shown: Sequence[Happening]) -> list[Happening]:
    """Members that carry the event without being shown."""
    return [one for one in members if all(one is not other for other in shown)]


def _passage(one: Happening, also: Sequence[Happening], actors: ActorTable) -> Passage:
    """The words of a happening; the sentences of others stand with them as evidence."""
    return _standing(one, actors).passage(chain.from_iterable(other.cut.evidence for other in also))


def _standing(one: Happening, actors: ActorTable) -> Cut:
    """The words of a happening with what points outside them named in brackets, else after the sentence before."""

    def name_of(entity: str) -> str | None:
        return actors.name_of(one.document.article.id, entity)

    standing = Standing(one.document, name_of, dated=True)
    return standing.alone(one.cut) or _whole(one, standing) or raised(_with_sentence_before(one))


def _whole(one: Happening, standing: Standing) -> Cut | None:
    """The whole sentence of a happening whose first word points outside its words: "his house, which burned"."""
    sentence = one.document.sentences[one.number]
    if one.cut.span[0].tag_ != "PRP$" or sentence.start == one.cut.start:
        return None
    return standing.alone(replace(one.cut, start=sentence.start, end=sentence.end))


def _dangles(one: Happening, actors: ActorTable) -> bool:
    """Whether the subject of a happening points outside its words and nothing can say to whom."""
    first = one.cut.span[0]
    if first.lower_ in POINTING and first.head.pos_ not in {"NOUN", "PROPN"}:
        return True
    subjects = [child for child in one.cut.span.root.children if child.dep_ in SUBJECTS]
    if not subjects or subjects[0].tag_ not in {"DT", "PRP"}:
        return False
    return (
        _standing(one, actors) in {one.cut, raised(one.cut)}
        and Standing(one.document, dated=True).alone(one.cut) is None
    )


def _points_out(subject: Token) -> bool:
    """True for a subject that needs the sentence before: "they", "her husband", "that number"."""
    return subject.tag_ == "PRP" or any(
        child.tag_ == "PRP$" or (child.dep_ == "det" and child.lower_ in POINTING) for child in subject.children
    )


def _with_sentence_before(one: Happening) -> Cut:
    """The words of a happening whose subject is a pronoun after the sentence before it, if that is of its paragraph."""
    sentences, number = one.document.sentences, one.number
    subjects = [child for child in one.cut.span.root.children if child.dep_ in SUBJECTS]
    if number == 0 or not subjects or not _points_out(subjects[0]) or sentences[number].start != one.cut.start:
        return one.cut
    before = sentences[number - 1]
    between = one.document.article.text[before.end : one.cut.start]
    return one.cut if between.strip() or "\n\n" in between else replace(one.cut, start=before.start)


def _status(members: Sequence[Happening], best: Happening) -> Status:
    """The status of the member shown; denied where any source denies it."""
    return Status.DENIED if "denied" in _statuses(members, best) else Status(best.event.status)


def _statuses(members: Sequence[Happening], best: Happening) -> set[str]:
    """The statuses that stand against each other: an expectation that came true is none of them."""
    found = {one.event.status for one in members}
    return found - {"expected"} if best.event.status != "expected" else found
