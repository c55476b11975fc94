"""The actor that the words of a source mean where its own article does not give the name in full."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Actor, ActorKind

ARTICLES = frozenset({"the", "a", "an"})


def of_words(source: str, actors: Sequence[Actor]) -> Actor | None:
    """The only person with this surname and this office: «Ondal, the transport minister»; None where that is not clear.

    The words must name an office that an article gives to the actor; a surname alone may be anybody's.
    """
    name, _, description = source.partition(", ")
    office = {word.casefold() for word in description.split()} - ARTICLES
    if not office or len(name.split()) != 1:
        return None
    fits = [
        actor
        for actor in actors
        if actor.kind is ActorKind.PERSON
        and actor.name.split()[-1].casefold() == name.casefold()
        and any(office <= {word.casefold() for word in role.text.split()} for role in actor.roles)
    ]
    return fits[0] if len(fits) == 1 else None
