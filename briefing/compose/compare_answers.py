"""Told differently: whether somebody has spoken, and whether something was done or not.

* *Comment*: one origin says that an actor has not commented, another one quotes it, or somebody who speaks for it, on
  the same matter, and was published no later.
* *Confirmed*: the same deed of the same actor, asserted by one and negated by the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.compose import wordlists
from briefing.compose.actors import ActorTable
from briefing.compose.compare_times import same_deed
from briefing.compose.frames import Cast, Frame
from briefing.compose.origins import Origins
from briefing.compose.sides import Contrast, Told, independent
from briefing.compose.similarity import Weights
from briefing.compose.statements import Statement

DEEDS_ALIKE = 0.3
"""Overlap from which two frames of one verb tell one deed, so that a negation between them is a difference."""


def comment_contrasts(
    found: Sequence[Statement], actors: ActorTable, cast: Cast, origins: Origins
) -> Iterator[Contrast]:
    """Silence told by one origin, an answer on the same matter by another one."""
    silent = [one for one in found if one.doubt and one.doubt.kind == "no-comment"]
    spoken = [(one, voice) for one in found for voice in _voices(one, actors, cast)] if silent else []
    for quiet in silent:
        names = _subjects(quiet, cast)
        matter = _matter(quiet, found) - {f"@{name}" for name in names}
        answers = [
            one
            for one, speaker in spoken
            if names & speaker and matter & one.features and independent(quiet, one, origins) and not _later(one, quiet)
        ]
        if answers:
            best = max(answers, key=lambda one: (len(matter & one.features), [-part for part in one.key[1:]]))
            yield Contrast("Comment", "comment", Told("none", quiet, quiet.span), Told("given", best, best.span))


def polarity_contrasts(found: Sequence[Frame], weights: Weights, origins: Origins) -> Iterator[Contrast]:
    """One deed asserted and negated."""
    for one, other in combinations(found, 2):
        if one.negated == other.negated or one.ahead != other.ahead or not same_deed(one, other):
            continue
        if not (one.agents & other.agents) or not independent(one.statement, other.statement, origins):
            continue
        if not (_asserted(one) and _asserted(other)):
            continue
        if weights.similarity(one.statement, other.statement) >= DEEDS_ALIKE and not _apart(one, other):
            yield Contrast("Confirmed", "yes-no", _told(one), _told(other))


def _asserted(frame: Frame) -> bool:
    """True for what the source tells in its own words and as a fact: no "to purchase", no "not since", no quotation."""
    children = list(frame.trigger.children)
    if any((child.lower_ == "to" and child.dep_ == "aux") or child.lower_ == "since" for child in children):
        return False
    return not any(
        one.kind == "direct" and any(span.start <= frame.trigger.i < span.end for span in one.contents)
        for one in layers.attributions(frame.trigger.doc)
    )


def _told(frame: Frame) -> Told:
    return Told("no" if frame.negated else "yes", frame.statement, frame.statement.span)


def _apart(one: Frame, other: Frame) -> bool:
    """True if the frames have days of their own, and no day in common."""
    days = [{time.value[:10] for time in frame.times} for frame in (one, other)]
    return all(days) and not days[0] & days[1]


def _subjects(statement: Statement, cast: Cast) -> frozenset[str]:
    """Actors (and the countries they stand for) that are said not to have commented."""
    verb = statement.doubt.token if statement.doubt and statement.doubt.token is not None else statement.span.root
    found = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    ids = {
        statement.mentions[token.i]
        for subject in found
        for head in (subject, *subject.conjuncts)
        for token in _name_of(head)
        if statement.mentions.get(token.i)
    }
    countries = {country for one in ids if (country := cast.country(one))}
    described = {_described(subject.doc[subject.left_edge.i : subject.i + 1].text) for subject in found}
    return frozenset(ids | countries | described)


def _name_of(head: Token) -> list[Token]:
    return [head, *(child for child in head.children if child.dep_ in {"compound", "poss"})]


def _matter(quiet: Statement, found: Sequence[Statement]) -> frozenset[str]:
    """What was asked about: the features of the sentence, or of the one before where it names nothing."""
    same = [one for one in found if one.evidence == quiet.evidence]
    features = frozenset(feature for one in same for feature in one.features if feature not in GENERIC)
    return features


GENERIC = wordlists.words("unspecific")


def _voices(statement: Statement, actors: ActorTable, cast: Cast) -> Iterator[frozenset[str]]:
    """For every quotation of the statement, those it speaks for; an unnamed source speaks for its own words."""
    article = statement.evidence.article
    for one in layers.attributions(statement.span.doc):
        if not _touches(one.contents, statement.span):
            continue
        actor = actors.of(article, one.entity) if one.entity else None
        named = cast.voice(actor.id) if actor is not None else frozenset[str]()
        words = _described(one.source.text) if one.source is not None else ""
        yield named | ({words} if words else set())


def _described(text: str) -> str:
    """A description as it is compared: "the energy ministry" and "The energy ministry" are one."""
    return " ".join(text.casefold().split()).removeprefix("the ")


def _touches(spans: Sequence[Span], clause: Span) -> bool:
    return any(span.start < clause.end and clause.start < span.end for span in spans)


def _later(answer: Statement, quiet: Statement) -> bool:
    """True if the answer may simply have come after the silence was reported."""
    dates = [one.document.doc._.document_date for one in (answer, quiet)]
    return bool(dates[0] and dates[1]) and dates[0][:10] > dates[1][:10]
