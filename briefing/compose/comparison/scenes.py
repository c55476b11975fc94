"""Scenes: where, when and with whom a statement is set, so that two statements can be known to be of other events.

Two statements are *apart* if both name places and none is the same, each names somebody or something that the other
does not, both give dates that exclude each other, or only one of them counts off ("the second", "a year earlier"). What
an article only gives as its source ("police in Orvik said on Monday") is no part of the scene; a poll or study is,
because another one has other results.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.compose import wordlists
from briefing.compose.comparison.frames import Cast
from briefing.compose.statements import CALENDAR, LIGHT, Statement

LOCATING = frozenset({"in", "at", "near", "off", "outside", "inside", "around", "across"})
TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
ORDINALS = wordlists.words("ordinals")
BACKWARD = wordlists.words("backward")
INQUIRIES = wordlists.words("inquiries")
WEAK_NAMES = wordlists.words("weak_names")


class Scene(NamedTuple):
    """What a statement is set in."""

    places: frozenset[str]
    names: frozenset[str]
    """Who and what else is named: ids of actors, words that no actor has."""
    days: frozenset[str]
    """ISO prefixes of the dates of what is told, not of the telling."""
    counted_off: frozenset[str]
    """Ordinals, and words that look back at an earlier case."""
    open_days: frozenset[str]
    """Months and days of which the year is not known: "in September" of an article without a date."""

    def apart(self, other: Scene) -> bool:
        """True if the two are of other events, or of other parts or cases of one."""
        return self.elsewhere(other) or self._dated_apart(other) or not compatible(self.days, other.days)

    def _dated_apart(self, other: Scene) -> bool:
        """True if one gives a month or day that could not be placed in a year, and the other not the same."""
        return self.open_days != other.open_days and not (self.days or other.days)

    def elsewhere(self, other: Scene) -> bool:
        """The same but for the dates."""
        mine, theirs = self.places | self.names, other.places | other.names
        places = bool(self.places and other.places) and not (self.places & theirs or other.places & mine)
        return places or self._others(other)

    def but_for_places(self, other: Scene) -> bool:
        """The same as ``apart`` but for the places."""
        return self._others(other) or not compatible(self.days, other.days)

    def _others(self, other: Scene) -> bool:
        """True if each names somebody or something that the other does not, or another case is meant."""
        mine, theirs = self.places | self.names, other.places | other.names
        return self.counted_off != other.counted_off or bool(self.names - theirs and other.names - mine)


def scene(statement: Statement, cast: Cast, verb: Token | None = None) -> Scene:
    """The scene of a statement; names and dates only as far as they hang on ``verb``, if one is given."""
    doc = statement.span.doc
    told = _telling(statement)
    near = _near(verb) if verb is not None else frozenset(token.i for token in statement.span)
    places, names, covered = set[str](), set[str](), set[int]()
    for mention in layers.spans(doc, layers.MENTIONS):
        if not statement.span.start <= mention.start < statement.span.end:
            continue
        covered.update(range(mention.start, mention.end))
        if mention.kb_id_ == "name" and mention.start not in told:
            key = statement.mentions.get(mention.root.i) or cast.named(mention.text)
            if is_place(mention):
                places |= set() if _of_telling(mention.root) else {key}
            elif mention.root.i in near:
                names.add(key)
    timexes = [one for one in layers.timexes(doc) if statement.span.start <= one.span.start < statement.span.end]
    covered.update(token.i for one in timexes for token in one.span)
    set_in = [one for one in timexes if one.span.start in near - told and not _of_telling(one.span.root)]
    days = {match[0] for one in set_in if (match := CALENDAR.match(one.value))}
    open_days = frozenset(one.value for one in set_in if one.value.startswith("--"))
    covered |= told | {token.i for token in statement.span if token.i not in near}
    names.update(cast.named(name) for name in _other_names(statement.span, covered))
    return Scene(frozenset(places), frozenset(names), frozenset(days), _counted_off(statement.span), open_days)


def _near(verb: Token) -> frozenset[int]:
    """Positions of what hangs on a verb, and of the study that has found it."""
    subjects = [child for above in verb.ancestors for child in above.children if child.dep_ == "nsubj"]
    studies = [subject for subject in subjects if subject.lemma_.casefold() in INQUIRIES]
    return frozenset(token.i for head in (verb, *studies) for token in head.subtree)


def is_place(mention: Span) -> bool:
    """True for a name that tells where: after "in" or "near", or of a place that does nothing and suffers nothing."""
    root = mention.root
    located = root.dep_ == "pobj" and root.head.lower_ in LOCATING and mention.label_ != "organisation"
    return located or (mention.label_ == "place" and root.dep_ in {"pobj", "poss"})


def compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    """True if two sets of ISO prefixes may mean one time, or one of them is empty."""
    return not (one and other) or any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _telling(statement: Statement) -> frozenset[int]:
    """Tokens of the sources of a statement, but for polls and studies."""
    return frozenset(
        token.i
        for one in layers.attributions(statement.span.doc)
        if one.source is not None and one.source.root.lemma_.casefold() not in INQUIRIES
        for token in one.source
    )


def _of_telling(token: Token) -> bool:
    """True for the date and place of a verb of saying ("told reporters in Orvik on Tuesday")."""
    while token.head != token:
        token = token.head
        if token.pos_ == "VERB":
            return token.lemma_.casefold() in LIGHT
    return False


def _other_names(span: Span, without: Collection[int]) -> Iterator[str]:
    """Capitalised names that nothing else covers: ships, storms, films. A lone first word may be no name."""
    words = list[str]()
    for token in span:
        named = token.pos_ == "PROPN" and token.is_title and token.ent_type_ not in TIMES and token.i not in without
        if named:
            words.append(token.text)
        if words and (not named or token.i == span.end - 1):
            first = token.i - len(words) + (1 if named else 0)
            lone = len(words) == 1 and first == span.start and not span.doc[first].ent_type_
            if not lone and not {word.casefold() for word in words} <= WEAK_NAMES:
                yield " ".join(words)
            words = []


def _counted_off(span: Span) -> frozenset[str]:
    found = {token.lower_ for token in span if token.lower_ in ORDINALS and token.pos_ in {"ADJ", "DET"}}
    return frozenset(found | {"before"} if any(token.lower_ in BACKWARD for token in span) else found)
