"""Who speaks of whom: for every actor that is quoted, the others that the sentences of its statements name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefing.model import Actor, ActorKind, Evidence, Quote, Story


class Other(NamedTuple):
    """An actor somebody speaks of."""

    name: str
    statements: int
    """How many of the speaker's statements stand in a sentence that names it."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """An actor that is quoted and whom its statements bring in."""

    name: str
    statements: int
    others: tuple[Other, ...]
    """Most often named first; ties in the order of weight."""


def speaking(story: Story) -> tuple[Speaking, ...]:
    """Every source of a statement with the others named beside it, in the order of the actors' weight.

    A seat counts as the state it speaks for. Places are left out, and so is what only says who the source is: the
    ministry in "an official of the ministry". Empty where nobody is named beside a statement.
    """
    actors = {actor.id: actor for actor in story.actors}
    said: dict[str, list[Quote]] = {}
    for quote in story.quotes:
        if quote.actor in actors:
            said.setdefault(quote.actor, []).append(quote)
    found = []
    for actor in story.actors:
        quotes = said.get(actor.id, ())
        counts = Counter(name for quote in quotes for name in dict.fromkeys(_beside(actor, quote, story)))
        others = tuple(Other(name, count) for name, count in counts.most_common())
        found += [Speaking(actor.name, len(quotes), others)] if others else []
    return tuple(found)


def _beside(source: Actor, quote: Quote, story: Story) -> Iterator[str]:
    """The names of the other actors in the sentences of a statement, in the order of their weight."""
    own = _own(source, quote)
    sentences = set(quote.text.evidence)
    for actor in story.actors:
        if actor.id == source.id or actor.kind is ActorKind.PLACE or not _in(actor, sentences):
            continue
        name = actor.stands_for or actor.name
        if not any(one.casefold() in own for one in (name, actor.name)):
            yield name


def _in(actor: Actor, sentences: set[Evidence]) -> bool:
    return any(one in sentences for one in actor.evidence)


def _own(source: Actor, quote: Quote) -> str:
    """All that says who the source is."""
    roles = (f"{role.text} {role.affiliation or ''}" for role in source.roles)
    return " ".join([source.name, source.stands_for or "", quote.source_role, *roles]).casefold()
