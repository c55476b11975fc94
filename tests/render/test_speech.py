"""Who speaks of whom: counted from the statements and the actors that their sentences name."""

from __future__ import annotations

from dataclasses import replace

import briefs

from briefing.model import Actor, ActorKind, Carriage, Evidence, Passage, Quote, QuoteKind, Role, Story, When
from briefing.render.speech import speaking


def sentences(*numbers: int) -> tuple[Evidence, ...]:
    return tuple(Evidence("article", number * 10, number * 10 + 9) for number in numbers)


def actor(name: str, *numbers: int, kind: ActorKind = ActorKind.PERSON, seat_of: str | None = None) -> Actor:
    return Actor(name, name, kind, 1.0, (), (), sentences(*numbers), (), seat_of)


def says(source: str | None, number: int) -> Quote:
    words = Passage("words", sentences(number))
    return Quote(
        "Q", QuoteKind.INDIRECT, (), words, source or "x", source, "", "said", When(None), None, Carriage((), 1)
    )


def told(actors: tuple[Actor, ...], *quotes: Quote) -> list[tuple[str, int, list[tuple[str, int]]]]:
    story: Story = replace(briefs.brief().stories[0], actors=actors, quotes=quotes)
    return [
        (one.name, one.statements, [(other.name, other.statements) for other in one.others]) for one in speaking(story)
    ]


def test_others_in_the_sentences_of_a_statement_are_counted_by_statement() -> None:
    cast = (actor("Marek", 1, 2), actor("Dahl", 1, 2, 3), actor("Lang", 2))
    assert told(cast, says("Marek", 1), says("Marek", 2)) == [("Marek", 2, [("Dahl", 2), ("Lang", 1)])]


def test_a_source_that_names_nobody_is_left_out() -> None:
    assert told((actor("Marek", 1), actor("Dahl", 2)), says("Marek", 1)) == []


def test_a_statement_without_a_known_source_says_nothing() -> None:
    assert told((actor("Marek", 1),), says(None, 1)) == []


def test_a_seat_and_its_state_in_one_sentence_count_once() -> None:
    montalia = actor("Montalia", 1, kind=ActorKind.GOVERNMENT)
    seat = actor("Stanberg", 1, kind=ActorKind.GOVERNMENT, seat_of="Montalia")
    assert told((actor("Marek", 1), montalia, seat), says("Marek", 1)) == [("Marek", 1, [("Montalia", 1)])]


def test_places_and_what_only_says_who_the_source_is_are_left_out() -> None:
    official = replace(actor("official", 1), roles=(Role("official of the energy ministry", None, ()),))
    ministry = actor("energy ministry", 1, kind=ActorKind.ORGANISATION)
    dam = actor("Ludova dam", 1, kind=ActorKind.PLACE)
    assert told((official, ministry, dam), says("official", 1)) == []
