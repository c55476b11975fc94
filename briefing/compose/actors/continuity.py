"""Actors followed from issue to issue: who of today is who of the earlier issue, on what evidence, under which key.

People are compared by the parts of their names. The same full name is the same person unless the two are of different
states; names that only agree ("R. Hallam") need a state or an office in common; a bare surname needs an office in the
same state. Whoever could be two is nobody. Bodies and states are compared by the keys of their names; what only says
its kind ("the Foreign Ministry") is not followed. What the desk has corrected goes before all of this.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from briefing.annotate import lexicon
from briefing.annotate.names import organisation_names, person_names
from briefing.annotate.names.person_names import PersonName, agreement
from briefing.compose.actors import offices
from briefing.compose.actors.body_merging import NOBODYS, body_keys
from briefing.compose.actors.office_changes import held
from briefing.model import Actor, ActorKind, Brief, Correction, Earlier, Story
from briefing.model.correction_entries import apart, folded, teams

SAME_NAME, BY_DESK = "same name", "corrected by hand"
EXACT = (SAME_NAME, "same name, written apart")
_CLASSES = {ActorKind.GOVERNMENT: "place"}
"""A state is a place when it does not act."""


class Match(NamedTuple):
    """Who an actor was in the earlier issue."""

    actor: Actor
    why: str
    issue: int
    """Number of that issue."""

    @property
    def is_exact(self) -> bool:
        """Whether the two have the very same name, or the desk says so."""
        return self.why in (SAME_NAME, BY_DESK)


class Past:
    """The actors of the earlier issue, each once, ready to be found again."""

    def __init__(self, brief: Brief | None, corrections: Sequence[Correction] = ()) -> None:
        self.brief = brief
        stories = with_keys(brief.stories, ()) if brief is not None else ()
        self._actors: dict[str, Actor] = {}
        for actor in (actor for story in stories for actor in story.actors):
            known = self._actors.get(actor.key)
            self._actors[actor.key] = actor if known is None else _joined(known, actor)
        self._teams, self._apart = teams(corrections), apart(corrections)

    @property
    def earlier(self) -> Earlier | None:
        """Which issue that is, None where there is none."""
        return Earlier(self.brief.id, self.brief.issue, self.brief.date) if self.brief is not None else None

    @property
    def by_key(self) -> Mapping[str, Actor]:
        """Every actor of the earlier issue by its key."""
        return self._actors

    def follow(self, actors: Sequence[Actor]) -> Mapping[int, Match]:
        """Position of each actor of a story that is one of the earlier issue, to whom it is; both sides only once."""
        found: dict[int, Match] = {}
        claims: dict[str, list[int]] = {}
        for number, actor in enumerate(actors):
            fits = self._fits(actor)
            if len(fits) == 1:
                found[number] = fits[0]
                claims.setdefault(fits[0].actor.key, []).append(number)
        for numbers in claims.values():
            kept = _strongest(numbers, found)
            for number in numbers:
                if number != kept:
                    del found[number]
        return found

    def _fits(self, actor: Actor) -> list[Match]:
        """Whom of the earlier issue an actor can be; only those of the very name where there are such."""
        issue = self.brief.issue if self.brief is not None else 0
        fits = [
            Match(before, why, issue)
            for before in self._actors.values()
            if (why := self._same(actor, before)) is not None
        ]
        return [fit for fit in fits if fit.is_exact] or fits

    def _same(self, today: Actor, before: Actor) -> str | None:
        """Why two actors are one, None if they are not, or if nobody can know."""
        if self._teams or self._apart:
            ours, theirs = _known_as(today), _known_as(before)
            if any(frozenset((one, other)) in self._apart for one in ours for other in theirs):
                return None
            if any(not self._teams.get(one, frozenset()).isdisjoint(theirs) for one in ours):
                return BY_DESK
        if _class(today) != _class(before):
            return None
        return _same_person(today, before) if today.kind is ActorKind.PERSON else _same_body(today, before)


def _joined(actor: Actor, other: Actor) -> Actor:
    """One actor of two stories: the first, with the names and offices that the other story gives."""
    names = dict.fromkeys((*actor.aliases, other.name, *other.aliases))
    names.pop(actor.name, None)
    return replace(actor, aliases=tuple(names), roles=(*actor.roles, *other.roles))


def _strongest(numbers: Sequence[int], found: Mapping[int, Match]) -> int | None:
    """Who of several that could be one actor is the one: the only one, or the only one of the very name."""
    exact = [number for number in numbers if found[number].is_exact]
    candidates = exact or numbers
    return candidates[0] if len(candidates) == 1 else None


def _names(actor: Actor) -> tuple[str, ...]:
    """Every name of an actor, with the fuller one that an earlier issue gave."""
    return (actor.name.strip("[]"), *actor.aliases, *((actor.fuller.name,) if actor.fuller else ()))


def _known_as(actor: Actor) -> frozenset[str]:
    """The name shown and the fuller one, folded: a correction that speaks of a surname means nobody's other name."""
    names = (actor.name.strip("[]"), actor.fuller.name if actor.fuller else "")
    return frozenset(folded(name) for name in names if name)


def _class(actor: Actor) -> str:
    return _CLASSES.get(actor.kind, actor.kind.value)


# ---- people ---------------------------------------------------------------------------------------------------


def _same_person(today: Actor, before: Actor) -> str | None:
    ours, theirs = _parsed(today), _parsed(before)
    full = [name for name in ours if name.full], [name for name in theirs if name.full]
    if not all(full):
        return _same_bare(today, before, ours, theirs)
    reasons = [reason for one in full[0] for other in full[1] if (reason := agreement(one, other))]
    if any(reason in EXACT for reason in reasons):
        return None if _of_other_state(today, before) else SAME_NAME
    if not reasons or not (_states(today) & _states(before) or _share_office(today, before)):
        return None
    return f"{reasons[0]}, and an office or a state in common"


def _parsed(actor: Actor) -> list[PersonName]:
    return [person_names.parse(name) for name in _names(actor)]


def _same_bare(today: Actor, before: Actor, ours: Sequence[PersonName], theirs: Sequence[PersonName]) -> str | None:
    """A surname is not enough: an office in the same state must be given to both."""
    fits = any(one.parts == other.parts or agreement(one, other) == "surname" for one in ours for other in theirs)
    return "surname, and the same office" if fits and _share_office(today, before) else None


def _share_office(today: Actor, before: Actor) -> bool:
    """Whether both are given one office with the state it is held in."""
    ours = [office for _, office in held(today) if office.state]
    theirs = [office for _, office in held(before) if office.state]
    return any(offices.compare(one, other) == offices.SAME for one in theirs for other in ours)


def _states(actor: Actor) -> frozenset[str]:
    """The states, known to the table or not, that the actor holds or held offices in."""
    return frozenset(state for _, office in held(actor) for state in office.state)


def _of_other_state(today: Actor, before: Actor) -> bool:
    """Whether two people of one name hold offices in different states."""
    ours, theirs = _states(today) & _known_states(), _states(before) & _known_states()
    return bool(ours and theirs and not ours & theirs)


@cache
def _known_states() -> frozenset[str]:
    return frozenset(row[0].casefold() for row in lexicon.rows("countries.tsv"))


# ---- bodies and states ----------------------------------------------------------------------------------------


def _same_body(today: Actor, before: Actor) -> str | None:
    shared = _telling_keys(today) & _telling_keys(before)
    return SAME_NAME if shared and today.kind is not ActorKind.UNNAMED else None


def _telling_keys(actor: Actor) -> frozenset[str]:
    """The keys of names that tell one body from the others of its kind."""
    names = _names(actor)
    return frozenset(key for key in body_keys(names[0], names[1:]) if not _is_generic(key))


def _is_generic(key: str) -> bool:
    kinds = lexicon.words("organisation_words.txt") | lexicon.word_set("heads") | lexicon.word_set("fields")
    return key in NOBODYS or all(word in kinds or word in ("of", "for", "national") for word in key.split())


# ---- keys -----------------------------------------------------------------------------------------------------


def with_keys(stories: Iterable[Story], taken: Iterable[str]) -> tuple[Story, ...]:
    """The stories with a key for every actor that has none; those ``taken`` are of somebody else."""
    others = frozenset(taken)
    return tuple(replace(story, actors=_keyed(story.actors, others)) for story in stories)


def _keyed(actors: Sequence[Actor], others: frozenset[str]) -> tuple[Actor, ...]:
    used = {actor.key for actor in actors if actor.key}
    made = []
    for actor in actors:
        key = actor.key or _free(_fresh(actor), used | others)
        used.add(key)
        made.append(replace(actor, key=key))
    return tuple(made)


def _fresh(actor: Actor) -> str:
    """What it is and its name; where the name fits others too, with a mark of the sentence that named it first."""
    name = actor.name.strip("[]")
    words = "-".join("".join(char if char.isalnum() else " " for char in lexicon.fold(name)).split()[:8])
    key = f"{_class(actor)}-{words}"
    if _tells(actor, name):
        return key
    first = f"{actor.evidence[0].article}:{actor.evidence[0].start}" if actor.evidence else ""
    return f"{key}-{hashlib.sha256(first.encode()).hexdigest()[:6]}"


def _tells(actor: Actor, name: str) -> bool:
    """Whether a name is enough to know the actor by."""
    if actor.kind is ActorKind.PERSON:
        return person_names.parse(name).full
    return actor.kind is not ActorKind.UNNAMED and bool(_telling_keys(actor))


def _free(key: str, used: Iterable[str]) -> str:
    taken, number = frozenset(used), 2
    free = key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free


def shortens(name: str, other: str, kind: ActorKind) -> bool:
    """Whether a name says less than another one of the same actor: a bare surname, or initials."""
    if kind is ActorKind.PERSON:
        return person_names.parse(other).full and not person_names.parse(name).full
    return organisation_names.is_acronym(name) and not organisation_names.is_acronym(other)
