"""Who stands in the table of actors, and who is a government."""

from __future__ import annotations

from dataclasses import replace

import briefs

from briefing.model import Actor, ActorKind, Evidence, Story
from briefing.render.cast import acting, governments


def actor(name: str, kind: ActorKind, *sentences: int, said: tuple[str, ...] = (), seat_of: str | None = None) -> Actor:
    evidence = tuple(Evidence("article", number * 10, number * 10 + 9) for number in sentences)
    return Actor(name, name, kind, float(len(sentences)), (), (), evidence, said, seat_of)


def story(*actors: Actor) -> Story:
    return replace(briefs.brief().stories[0], actors=actors)


def test_places_and_governments_are_no_rows_of_the_table() -> None:
    cast = story(
        actor("Helena Marek", ActorKind.PERSON, 1),
        actor("Montalia", ActorKind.GOVERNMENT, 1, 2),
        actor("Ludova dam", ActorKind.PLACE, 1, 2, 3),
    )
    assert [one.name for one in acting(cast)] == ["Helena Marek"]


def test_who_is_quoted_stands_before_bodies_that_are_only_named() -> None:
    cast = story(
        actor("Korda River Commission", ActorKind.ORGANISATION, 1, 2, 3),
        actor("senior official", ActorKind.UNNAMED, 1, said=("Q2",)),
        actor("Stefan Dahl", ActorKind.PERSON, 4),
    )
    assert [one.name for one in acting(cast)] == ["senior official", "Stefan Dahl", "Korda River Commission"]


def test_a_lone_surname_without_office_or_words_stands_last() -> None:
    cast = story(actor("Orlan", ActorKind.PERSON, 1, 2), actor("Radek Orlan", ActorKind.PERSON, 3))
    assert [one.name for one in acting(cast)] == ["Radek Orlan", "Orlan"]


def test_who_is_named_in_a_caption_only_is_no_row() -> None:
    assert acting(story(actor("Ivan Petrak", ActorKind.PERSON))) == ()


def test_a_seat_is_told_under_its_state_and_a_shared_sentence_counts_once() -> None:
    cast = story(
        actor("Montalia", ActorKind.GOVERNMENT, 1, 2),
        actor("Stanberg", ActorKind.GOVERNMENT, 2, 3, said=("Q4",), seat_of="Montalia"),
    )
    [state] = governments(cast)
    assert (state.name, state.seats, state.statements, state.sentences) == ("Montalia", ("Stanberg",), ("Q4",), 3)


def test_a_seat_whose_state_is_not_named_is_told_under_the_state() -> None:
    [state] = governments(story(actor("Stanberg", ActorKind.GOVERNMENT, 1, seat_of="Montalia")))
    assert (state.name, state.seats) == ("Montalia", ("Stanberg",))
