"""Frames: who does what to whom, when and where, one for every verb of a statement."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.annotate.layers import TimeExpression
from briefing.compose import wordlists
from briefing.compose.actors.gathering import ActorTable
from briefing.compose.doubts import is_negated
from briefing.compose.statements import LIGHT, Statement
from briefing.model import ActorKind

AHEAD = wordlists.words("ahead")
PLANNED = wordlists.words("planned")
BE_TO = frozenset({"is", "are"})
"""Forms of "is to visit", which looks ahead; "was to visit" leaves open whether it came to it."""
CONTROLLED = frozenset({"xcomp", "conj", "advcl", "acl", "relcl", "ccomp"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One verb with its arguments."""

    statement: Statement
    trigger: Token
    lemma: str
    agents: frozenset[str]
    """Actor ids, or lemmas of common nouns."""
    objects: frozenset[str]
    """Actor ids and lemmas of its objects and prepositional objects."""
    times: tuple[TimeExpression, ...]
    negated: bool
    ahead: bool
    """Told as something to come."""
    conditional: bool

    @property
    def origin_key(self) -> tuple[str, int, int]:
        """Sort key that does not depend on the order of the input."""
        return (*self.statement.key[:2], self.trigger.i)


class Cast:
    """What the frames of a story ask about its actors."""

    def __init__(self, actors: ActorTable) -> None:
        self._actors = {actor.id: actor for actor in actors.actors}
        self._by_name = {
            name.casefold(): actor.id for actor in reversed(actors.actors) for name in (*actor.aliases, actor.name)
        }

    def country(self, id: str) -> str | None:
        """The country an actor is or stands for; None for anything else."""
        actor = self._actors.get(id)
        if actor is None or actor.kind not in {ActorKind.GOVERNMENT, ActorKind.PLACE}:
            return None
        return actor.stands_for or (actor.name if actor.kind is ActorKind.GOVERNMENT else None)

    def voice(self, id: str) -> frozenset[str]:
        """Everybody an actor speaks for: itself, the bodies of its roles, and the countries they stand for."""
        actor = self._actors.get(id)
        if actor is None:
            return frozenset()
        ids = {id, *(self._by_name.get((role.affiliation or "").casefold(), "") for role in actor.roles)} - {""}
        return frozenset({*ids, *(country for one in ids if (country := self.country(one)))})

    def name(self, id: str) -> str:
        """The name of an actor."""
        return self._actors[id].name

    def named(self, name: str) -> str:
        """The id of the actor with a name, the name itself in small letters where nobody has it."""
        return self._by_name.get(name.casefold(), name.casefold())

    def is_person(self, id: str) -> bool:
        """True for a named person."""
        return id in self._actors and self._actors[id].kind is ActorKind.PERSON


def frames(found: Sequence[Statement]) -> tuple[Frame, ...]:
    """The frames of all statements in text order."""
    made = list[Frame]()
    times: dict[str, tuple[TimeExpression, ...]] = {}
    for statement in found:
        article = statement.evidence.article
        if article not in times:
            times[article] = layers.timexes(statement.span.doc)
        made += [_frame(statement, token, times[article]) for token in statement.span if _is_trigger(token)]
    return tuple(made)


def same_deed(one: Frame, other: Frame) -> bool:
    """True if two frames tell of one deed: one verb, done by the same to the same, and not on a condition."""
    return one.lemma == other.lemma and not (one.conditional or other.conditional) and same_roles(one, other)


def same_roles(one: Frame, other: Frame, without: Collection[str] = ()) -> bool:
    """True if two verbs have a common agent and a common object, or as much of it as both give.

    Without an agent on one side a common object is enough. Two descriptions of the agent ("gunmen", "rebels") do not
    speak against one deed if two objects are common; nor does a verb that is used with and without an agent ("closes
    the plant", "the plant closes"). Keys in ``without`` are left aside.
    """
    agents, objects = one.agents & other.agents, (one.objects & other.objects).difference(without)
    mine, theirs = one.objects.difference(without), other.objects.difference(without)
    if not (one.agents and other.agents):
        return bool(objects)
    if agents:
        return bool(objects or not (mine or theirs) or (without and not (mine and theirs)))
    if (mine & other.agents and not theirs) or (theirs & one.agents and not mine):
        return True
    unnamed = not any(key.startswith("@") for key in one.agents | other.agents)
    return unnamed and len(one.objects & other.objects) > 1


def _is_trigger(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_.casefold() not in LIGHT


def _frame(statement: Statement, trigger: Token, times: Sequence[TimeExpression]) -> Frame:
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in trigger.children)
    subject = _subject(trigger)
    agents = {
        key for child in trigger.children if child.dep_ == "agent" for key in _keys(child.children, statement.mentions)
    }
    objects = {key for token in arguments(trigger) for key in _keys([token], statement.mentions)}
    subject_keys = set(_keys([subject], statement.mentions)) if subject is not None else set()
    return Frame(
        statement=statement,
        trigger=trigger,
        lemma=trigger.lemma_.casefold(),
        agents=frozenset(agents if passive else subject_keys),
        objects=frozenset(objects | subject_keys if passive else objects),
        times=tuple(one for one in times if _governor(one.span.root) == trigger),
        negated=is_negated(trigger),
        ahead=_ahead(trigger),
        conditional=_conditional(trigger),
    )


def arguments(trigger: Token) -> Iterator[Token]:
    """Objects and prepositional objects of a verb, with what is coordinated to them."""
    for child in trigger.children:
        if child.dep_ in {"dobj", "attr", "dative", "oprd"}:
            yield from (child, *child.conjuncts)
        elif child.dep_ == "prep":
            for grand in child.children:
                if grand.dep_ == "pobj":
                    yield from (grand, *grand.conjuncts)


def _subject(trigger: Token) -> Token | None:
    """The subject, that of the governing verb where the verb has none of its own."""
    token = trigger
    for _ in range(4):
        for child in token.children:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                return child
        if token.dep_ not in CONTROLLED or token.head == token:
            return None
        token = token.head
    return None


def _keys(tokens: Sequence[Token] | Iterator[Token], mentions: Mapping[int, str]) -> list[str]:
    """Actor ids of the words, lemmas where they are no actors; coordinated subjects count each."""
    keys = list[str]()
    for token in tokens:
        for one in (token, *token.conjuncts):
            named = next((near for near in (one, *_apposed(one)) if mentions.get(near.i)), None)
            if named is not None:
                keys.append("@" + mentions[named.i])
            if (
                (named is None or named.dep_ == "compound")
                and one.pos_ in {"NOUN", "PROPN"}
                and one.ent_type_ != "DATE"
            ):
                keys.append(one.lemma_.casefold())
    return keys


def _apposed(token: Token) -> list[Token]:
    """The name beside a description: "the prime minister, Radek Orlan"."""
    return [child for child in token.children if child.dep_ in {"appos", "compound"}]


def _governor(token: Token) -> Token:
    """The nearest verb above a word."""
    while token.head != token:
        token = token.head
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            return token
    return token


def _ahead(trigger: Token) -> bool:
    token = trigger
    for _ in range(3):
        if any(child.lower_ in AHEAD for child in token.children if child.dep_ == "aux"):
            return True
        if token.dep_ == "xcomp" and (token.head.lemma_.casefold() in PLANNED or token.head.lower_ in BE_TO):
            return True
        if token.lemma_.casefold() in PLANNED:
            return True
        if token.dep_ not in {"xcomp", "conj"}:
            break
        token = token.head
    progressive = trigger.tag_ == "VBG" and any(one.value == "FUTURE_REF" for one in _times_under(trigger))
    return progressive


def _times_under(trigger: Token) -> list[TimeExpression]:
    return [one for one in layers.timexes(trigger.doc) if _governor(one.span.root) == trigger]


def _conditional(trigger: Token) -> bool:
    token = trigger
    while token.head != token:
        if token.dep_ == "advcl" and any(child.lower_ in {"if", "unless"} for child in token.children):
            return True
        token = token.head
    return False


def stretch(first: Token, last: Span) -> Span:
    """From a verb with its auxiliaries ("is expected to visit") to the end of a phrase, marks closed."""
    doc, start, end = first.doc, min(first.i, last.start), max(first.i + 1, last.end)
    verbs = [first, first.head] if first.dep_ == "xcomp" and first.head.lemma_.casefold() in PLANNED else [first]
    helpers = [
        child.i
        for verb in verbs
        for child in (verb, *verb.children)
        if child == verb or (child.dep_ in {"aux", "auxpass", "neg"} and child.i < verb.i)
    ]
    start = min([start, *helpers])
    if sum(token.is_quote for token in doc[start:end]) % 2:
        closing = next((token.i for token in doc[end : end + 3] if token.is_quote), end - 1)
        end = closing + 1
    return doc[start:end]
