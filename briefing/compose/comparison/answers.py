"""Told differently: whether somebody has spoken, and whether something was done or not.

* *Comment*: one origin says that an actor has not commented, another one quotes it, or somebody who speaks for it, on
  the same matter, and was published no later.
* *Confirmed*: the same deed of the same actor, asserted by one and negated by the other, or told by a verb and its
  opposite ("acquitted", "convicted").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.compose import wordlists
from briefing.compose.actors.gathering import ActorTable
from briefing.compose.comparison.frames import Cast, Frame, same_deed, same_roles
from briefing.compose.comparison.scenes import scene
from briefing.compose.comparison.sides import Contrast, Told, independent
from briefing.compose.origins import Origins
from briefing.compose.similarity import Weights
from briefing.compose.statements import Statement

TELLING = 4
"""Features from which an answer says itself what it is about."""
DEEDS_ALIKE = 0.3
"""Overlap from which two frames of one verb tell one deed, so that a negation between them is a difference."""


def comment_contrasts(
    found: Sequence[Statement], actors: ActorTable, cast: Cast, origins: Origins
) -> Iterator[Contrast]:
    """Silence told by one origin, an answer on the same matter by another one."""
    silent = [one for one in found if one.doubt and one.doubt.kind == "no-comment" and not _keeps_back(one)]
    spoken = [(one, voice) for one in found for voice in _voices(one, actors, cast)] if silent else []
    for quiet in silent:
        names = _subjects(quiet, cast)
        matter = _matter(quiet, found, {f"@{name}" for name in names} | _words(quiet))
        answers = [
            one
            for one, speaker in spoken
            if names & speaker
            and matter & (one.features | _before(one, found))
            and independent(quiet, one, origins)
            and not _later(one, quiet)
        ]
        if answers:
            best = max(answers, key=lambda one: (len(matter & one.features), [-part for part in one.key[1:]]))
            yield Contrast(
                "Comment",
                "comment",
                Told("none", quiet, quiet.span, _phrase(_verb(quiet))),
                Told("given", best, best.span, "quoted"),
            )


def polarity_contrasts(found: Sequence[Frame], weights: Weights, cast: Cast, origins: Origins) -> Iterator[Contrast]:
    """One deed asserted and negated, or told by a verb and its opposite."""
    for one, other in combinations(found, 2):
        if one.ahead != other.ahead or not (_negated(one, other) or _opposite(one, other)):
            continue
        first, second = one.statement, other.statement
        if not independent(first, second, origins) or not (_asserted(one) and _asserted(other)):
            continue
        if weights.similarity(first, second) < DEEDS_ALIKE or _apart(one, other):
            continue
        if not scene(first, cast).apart(scene(second, cast)):
            yield Contrast("Confirmed", "yes-no", _told(one), _told(other))


def _negated(one: Frame, other: Frame) -> bool:
    """True if one says what the other negates."""
    return one.negated != other.negated and bool(one.agents & other.agents) and same_deed(one, other)


def _opposite(one: Frame, other: Frame) -> bool:
    """True if both tell one outcome by verbs that exclude each other."""
    if one.negated or other.negated or one.conditional or other.conditional:
        return False
    opposites = wordlists.groups("opposites").values()
    pair = {one.lemma, other.lemma}
    return len(pair) == 2 and any(pair <= group for group in opposites) and same_roles(one, other)


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
    value = "no" if frame.negated else "yes"
    return Told(f"{value} {frame.lemma}", frame.statement, frame.statement.span, _phrase(frame.trigger))


def _phrase(verb: Token) -> str:
    """A verb with its auxiliaries and negation ("did not attend")."""
    helpers = [child.i for child in verb.children if child.dep_ in {"aux", "auxpass", "neg"} and child.i < verb.i]
    return str(verb.doc[min([*helpers, verb.i]) : verb.i + 1].text)


def _apart(one: Frame, other: Frame) -> bool:
    """True if the frames have days of their own, and no day in common."""
    days = [{time.value[:10] for time in frame.times} for frame in (one, other)]
    return all(days) and not days[0] & days[1]


def _subjects(statement: Statement, cast: Cast) -> frozenset[str]:
    """Actors (and the countries they stand for) that are said not to have commented."""
    verb = _verb(statement)
    found = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    ids = {
        statement.mentions[token.i]
        for subject in found
        for head in (subject, *subject.conjuncts)
        for token in _name_of(head)
        if statement.mentions.get(token.i)
    }
    countries = {country for one in ids if (country := cast.country(one))}
    described = {
        _described(subject.doc[subject.left_edge.i : subject.i + 1].text) for subject in found if subject.pos_ != "PRON"
    }
    return frozenset(ids | countries | described)


def _keeps_back(quiet: Statement) -> bool:
    """True for "declined to say whether ...", "to name him": who keeps one thing back may have spoken of the rest."""
    asked = (child for child in _verb(quiet).children if child.dep_ == "xcomp")
    return any(child.lemma_ not in wordlists.words("answering") for child in asked)


def _verb(statement: Statement) -> Token:
    """The verb that leaves something open."""
    doubt = statement.doubt
    return doubt.token if doubt is not None and doubt.token is not None else statement.span.root


def _name_of(head: Token) -> list[Token]:
    return [head, *(child for child in head.children if child.dep_ in {"compound", "poss"})]


def _matter(quiet: Statement, found: Sequence[Statement], names: Collection[str]) -> frozenset[str]:
    """What was asked about: the features of the sentence, or of the one before where it names nothing."""
    for back in (0, 1):
        near = (
            one for one in found if one.evidence.article == quiet.evidence.article and one.number == quiet.number - back
        )
        features = frozenset(feature for one in near for feature in one.features) - GENERIC - set(names)
        if features:
            return features
    return frozenset()


def _before(answer: Statement, found: Sequence[Statement]) -> frozenset[str]:
    """What an answer that says little is about: the features of the sentence before."""
    if len(answer.features - GENERIC) >= TELLING:
        return frozenset()
    near = (one for one in found if one.evidence.article == answer.evidence.article and one.number == answer.number - 1)
    return frozenset(feature for one in near for feature in one.features)


GENERIC = wordlists.words("unspecific")


def _words(quiet: Statement) -> frozenset[str]:
    """Lemmas of those who do not comment: they are not what was asked about."""
    verb = _verb(quiet)
    return frozenset(
        token.lemma_.casefold()
        for child in verb.children
        if child.dep_ in {"nsubj", "nsubjpass"}
        for token in child.subtree
    )


def _voices(statement: Statement, actors: ActorTable, cast: Cast) -> Iterator[frozenset[str]]:
    """For every quotation of the statement, those it speaks for; an unnamed source speaks for its own words."""
    article = statement.evidence.article
    for one in layers.attributions(statement.span.doc):
        if not _touches(one.contents, statement.span):
            continue
        actor = actors.of(article, one.entity) if one.entity else None
        named = cast.voice(actor.id) if actor is not None else frozenset[str]()
        yield named | (_spoken_for(one.source, statement) if one.source is not None else frozenset())


def _spoken_for(source: Span, statement: Statement) -> frozenset[str]:
    """The source's own description, and whom a spokesperson speaks for ("a spokesman for the clinic").

    A pronoun is no description: two articles mean two people by "he".
    """
    found = {_described(source.text)} if source.root.pos_ != "PRON" else set()
    if source.root.lemma_.casefold() in wordlists.words("mouthpieces"):
        found |= {statement.mentions[token.i] for token in source if statement.mentions.get(token.i)}
        behind = [grand for child in source.root.children if child.dep_ == "prep" for grand in child.children]
        found |= {_described(noun.doc[noun.left_edge.i : noun.i + 1].text) for noun in behind}
    return frozenset(found)


def _described(text: str) -> str:
    """A description as it is compared: "the energy ministry" and "The energy ministry" are one."""
    return " ".join(text.casefold().split()).removeprefix("the ")


def _touches(spans: Sequence[Span], clause: Span) -> bool:
    return any(span.start < clause.end and clause.start < span.end for span in spans)


def _later(answer: Statement, quiet: Statement) -> bool:
    """True if the answer may simply have come after the silence was reported."""
    dates = [one.document.doc._.document_date for one in (answer, quiet)]
    return bool(dates[0] and dates[1]) and dates[0][:10] > dates[1][:10]
