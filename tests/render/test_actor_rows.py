"""The rows of the actors: one office once, names that say something, and a surname that nobody can be sure of."""

from __future__ import annotations

import dataclasses

import briefs

from briefing.model import Brief, Change, Correction, CorrectionKind, Earlier, FullerName, Passage, Role
from briefing.render import FORMATS
from briefing.render.look import Look
from briefing.render.rows import ActorRow
from briefing.render.view import view


def row(name: str, made: Brief) -> ActorRow:
    [story] = view(made, Look(), paper=True).stories
    [found] = [one for one in story.actors if one.name == name]
    return found


def with_actor(number: int, **changes: object) -> Brief:
    """The hand-written brief with one actor changed."""
    made = briefs.brief()
    [story] = made.stories
    actors = list(story.actors)
    actors[number] = dataclasses.replace(actors[number], **changes)
    return dataclasses.replace(made, stories=(dataclasses.replace(story, actors=tuple(actors)),))


def test_other_words_for_an_office_add_their_sentences_to_its_line() -> None:
    made = briefs.brief()
    first, second = made.sources
    roles = (
        Role("Prime Minister", None, first.sentences[6:7]),
        Role("Veldania’s prime minister", None, second.sentences[1:2], same_as="Prime Minister"),
        Role("treaty envoy", None, second.sentences[7:8]),
    )
    lines = row("Anna-Lise Vinter", with_actor(0, roles=roles)).roles
    assert [(line.text, [ref.label for ref in line.refs]) for line in lines] == [
        ("Prime Minister", ["1.7", "2.2"]),
        ("treaty envoy", ["2.8"]),
    ]


def test_paper_names_the_first_sentence_of_each_source_for_an_office() -> None:
    made = briefs.brief()
    first, second = made.sources
    roles = (Role("Prime Minister", None, (*first.sentences[5:7], *second.sentences[1:2])),)
    assert [ref.label for ref in row("Anna-Lise Vinter", with_actor(0, roles=roles)).roles[0].refs] == ["1.6", "2.2"]


def test_an_affiliation_that_the_words_say_is_not_said_again() -> None:
    roles = (
        Role("US deputy secretary of state", "United States", (), says_where=True),
        Role("envoy", "United States", ()),
    )
    lines = row("Anna-Lise Vinter", with_actor(0, roles=roles)).roles
    assert [line.text for line in lines] == ["US deputy secretary of state", "envoy, United States"]


def test_a_part_of_the_name_is_no_other_name() -> None:
    made = with_actor(0, aliases=("Vinter", "Anna-Lise", "the iron lady of Orsk"))
    assert row("Anna-Lise Vinter", made).note == "also: the iron lady of Orsk"


def test_a_fuller_name_of_an_earlier_issue_stands_in_brackets_with_the_issue() -> None:
    made = with_actor(8, name="Arrel", fuller=FullerName("Tomas Arrel", 3))
    assert row("Arrel", made).note == "[Tomas Arrel] in issue 3"


def test_a_surname_that_two_people_have_says_whose_it_can_be() -> None:
    made = briefs.brief()
    [story] = made.stories
    named = [
        dataclasses.replace(one, name=name, roles=())
        for one, name in zip(story.actors, ("Peter Lund", "Anna Lund", "Lund"), strict=False)
    ]
    made = dataclasses.replace(made, stories=(dataclasses.replace(story, actors=tuple(named)),))
    assert row("Lund", made).what == "unclear: Peter Lund or Anna Lund"
    assert row("Peter Lund", made).what == "not given"


def test_a_new_office_stands_among_the_changes_with_both_wordings() -> None:
    made = briefs.brief()
    [story] = made.stories
    words = (
        Passage("[Ilse Brandvold:] Coast guard commander", made.sources[0].sentences[1:2]),
        Passage("[in issue 2:] deputy coast guard commander"),
    )
    story = dataclasses.replace(story, changes=(Change("role", words, "a3"),))
    made = dataclasses.replace(made, stories=(story,), issue=3, earlier=Earlier("SB-2024-06-13-02", 2, "2024-06-13"))
    text = " ".join(FORMATS["text"](made, Look()).decode().split())
    assert "CHANGED SINCE ISSUE 2 Issue 2 was of 13 June 2024." in text
    assert "* Office: [Ilse Brandvold:] Coast guard commander [1.2] [in issue 2:] deputy coast guard commander" in text


def test_what_the_desk_corrected_is_said_at_the_end() -> None:
    corrections = (
        Correction(CorrectionKind.DIFFERENT, ("Ann Lund", "Lund", "Peter Lund")),
        Correction(CorrectionKind.DROP, ("Norpress",)),
        Correction(CorrectionKind.KIND, ("Estrella",), "organisation"),
        Correction(CorrectionKind.NAME, ("PLA",), "pilotage agreement"),
        Correction(CorrectionKind.SAME, ("Elena Marek", "Helena Marek")),
    )
    page = FORMATS["html"](dataclasses.replace(briefs.brief(), corrections=corrections), Look()).decode()
    assert (
        "Corrected by the desk: Ann Lund, Lund and Peter Lund are three actors; Norpress is no actor; Estrella is an "
        "organisation; PLA is shown as pilotage agreement; Elena Marek and Helena Marek are one actor."
    ) in page.replace("\u2011", "-").replace("\xa0", " ")


def test_an_office_stands_once_among_the_statements() -> None:
    [story] = view(briefs.brief(), Look(), paper=True).stories
    assert [(quote.source, quote.role) for quote in (*story.quotes[1:4], *story.speech)] == [
        ("Ilse Brandvold", "Coast guard commander"),
        ("Josip Marek", "Sarevo’s defence minister"),
        ("Radko Pell", "Government spokesman"),
        ("Pim Oduya", "Harbour Union"),
        ("Ilse Brandvold", ""),
        ("A senior official", "Sarevo government"),
        ("Radko Pell", ""),
        ("Pim Oduya", ""),
    ]
