"""One actor under two names that share no word or are spelled apart; each with the case against it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from . import marked

pytestmark = pytest.mark.model

SPELLINGS = {
    "a married name with and without the surname before it": (
        "{p2:Hernán Corvalán} ruled. His wife {p1:Cristina Ferrada de Corvalán} followed. {p1:Ferrada de Corvalán} won "
        "again after {p2:Hernán Corvalán} died. {p1:Cristina Corvalán} lives in {g1:Lima}."
    ),
    "one man in two romanisations, by both names and by the surname": (
        "{p1:Muammar Sadhafi} ruled for years. {p2:Hosni Barakat} called him a friend. "
        "{p1:Moammar Saddafi} fled to the desert. {p1:Sadafi} was found there."
    ),
    "two men whose names only look alike": (
        "{p1:Hassan Sadhafi} opened the port. {p2:Hussein Sadhafi} closed it again in May."
    ),
    "a word made of the beginnings of both names": (
        "President {p1:Joko Wirano} opened the railway. {p1:Jokowi} said it had taken too long. {p2:Jokela} clapped."
    ),
}
STRANGERS = {
    "a short form of the given name that is a son's": (
        "{p1:Michael Hallam} won five titles. His son {p2:Mick Hallam} drove for another team. "
        "{p2:Mick Hallam} said he had learned much. {p1:Michael Hallam} was proud."
    ),
    "a given name and its short form in one sentence": (
        "{p1:William Hallam} won. {p2:Bill Hallam} came second. {p2:Bill Hallam} congratulated {p1:William Hallam}."
    ),
    "a short form of a relative of somebody else": (
        "{p1:Joseph Hallam} won. {p2:Helena Marek} was there. Her brother {p1:Joe Hallam} thanked the crowd."
    ),
    "a father after the daughter with the longer name": (
        "{p1:Aung Thein Suu Mya} was moved. Her father {p2:Aung Thein} was shot in 1947. "
        "A general said {p1:Suu Mya} was well. Crowds stood at the grave of {p2:Aung Thein}."
    ),
    "who is called by another word is not meant by the surname": (
        "{p1:Luiz Lula da Costa} won. {p1:Lula} named {p2:Marina Costa} as minister. {p2:Costa} had left before. "
        "{p1:Lula} laughed."
    ),
    "a given name besides does not part somebody from the surname": (
        "{p1:Helena Hallam} spoke. {p2:Peter Hallam} slept. {p1:Helena} sang, and {p1:Hallam} bowed."
    ),
}
RENAMED = {
    "a pope": (
        "Cardinal {p1:Jorge Mario Beltrán} was elected. As Pope {p1:Felix} he lived in a guest house. "
        "{p1:Felix} read at night."
    ),
    "a part that an actor plays": "{p1:Laurence Hallam} trained in {g1:London}. As a prince he won praise.",
    "a name at birth": "{p1:Yusuf Harith}, born {p1:Jonas Hallam} in {g1:Oslo}, won. {p1:Hallam} had moved in 1964.",
    "a name that somebody takes": (
        "{p1:Jonas Hallam} beat {p2:Peter Tobin}. He took the name {p1:Yusuf Harith} a week later. "
        "{p1:Harith} would not fight again, and {p2:Tobin} lost."
    ),
    "what somebody became is no name of his": (
        "{p1:Helena Marek} became {p2:Radek Orlan}'s deputy. {p2:Orlan} thanked {p1:Marek}."
    ),
    "a name by which the world knew somebody": (
        "{p1:Edson Hallam} died in December. {p1:Rafito}, as the world knew him, had scored. Fans mourn {p1:Rafito}."
    ),
    "a party that is renamed": (
        "The {o1:Socialist Party} lost. Leaders renamed the party the {o1:Left Union} in May. The {o1:Left Union} met."
    ),
    "a town that was called otherwise": (
        "{g1:Velden City} was called {g1:Stanberg} then. The ferry to {g1:Stanberg} was slow."
    ),
    "what a captain was named is no name": "{p1:Helena Marek} was named {g1:England} captain in May.",
    "what somebody calls something is no name": (
        "{o1:Velden Bank} called it a fraud; {o2:Tessin Bank} laughed. {o1:Velden Bank} will sue."
    ),
    "another given name of the one whose surname it has": (
        "{p1:Tsai Mei-wen} stepped down. {p2:Lai Shin-te} was sworn in. {p1:Tsai} gave him a seal; "
        "{p2:William Lai}, as he is also known, bowed."
    ),
    "what somebody else renames is not his": (
        "{o1:Velden Marine Inc.} renamed {o2:Tessin Bank} in 2021. {o2:Tessin Bank} closed."
    ),
    "a town that was renamed": "{g1:Constantinople} was renamed {g1:Istanbul} in 1930. {g1:Istanbul} has grown.",
    "a title before the other name": (
        "{p1:Stefani Hallam} grew up. {p1:Hallam}, better known as Lady {p1:Gaga}, sang. {p1:Gaga} smiled."
    ),
    "a firm that changed its name": (
        "{o1:Velden Marine Inc.} changed its name to {o1:Tessin Holdings} in 2021. {o1:Tessin} said it would grow."
    ),
    "a body that was called otherwise": (
        "The {o1:Velden Institute}, formerly the {o1:Stanberg Institute}, closed. The {o1:Stanberg Institute} was old."
    ),
    "where somebody was before is no name": (
        "{p1:Peter Tobin}, formerly {p2:Helena Marek} 's aide, spoke. {p2:Marek} was away."
    ),
}
BODIES = {
    "a state's long name with a curly apostrophe": (
        "{g1:China} sent jets. The {g1:People’s Republic of China} and the {g2:Republic of China} parted in 1949. "
        "{g2:Taiwan} asked the {g1:PRC} for talks. {g3:Côte d’Ivoire} watched, as {g3:Ivory Coast} does."
    ),
    "parties of two states that are spelled apart": (
        "The {o1:Labour Party} won in {g1:Britain}. The {o2:Australian Labor Party} sent a note. "
        "{o1:Labour} had waited for years."
    ),
    "the party of one state with and without it": (
        "The {o1:Australian Labor Party} won. The {o1:Labor Party} had waited for years."
    ),
    "a party that is told of in another state": (
        "The {o1:Labour Party} won in {g1:Britain}. The {o2:Irish Labour Party} sent a note. "
        "The {o1:Labour Party} had waited for years."
    ),
    "a party abroad, told of at home before": (
        "The {o1:Irish Labour Party} won. The {o1:Labour Party} sent a note to {g1:Britain}."
    ),
    "initials of two bodies": (
        "The {o1:Velden Social Party} ({o1:VSP}) won. The {o2:Velden Solidarity Party} ({o2:VSP}) lost. "
        "The {o2:VSP} did not comment."
    ),
    "initials that another body is known by": (
        "The {o1:Palestinian Authority} closed its office. The {o2:Press Association} ({o2:PA}) sent a reporter. "
        "The {o2:PA} said so. The {o1:Palestinian Authority} did not."
    ),
    "initials of two bodies without brackets": (
        "The {o1:Velden Aviation Authority} closed the sky. The {o1:VAA} feared ash. The {o2:Velden Automobile "
        "Association} told drivers to wait, and the {o2:VAA} towed eighty cars."
    ),
    "initials of two bodies, one of which has others": (
        "The {o1:African Velden Bank} lent money. The {o2:Asian Velden Bank} did not. The {o2:AVB} saw a risk; "
        "the {o1:AfVB} disagreed."
    ),
    "initials without the state behind the name": (
        "The {o1:Liberal Velden Party} of {g1:Japan} held on. Leaders of the {o1:LVP} met on Monday."
    ),
    "industries beside a maker that is known by itself": (
        "{o1:Toyota} raised its bid. {o2:Toyota Industries} had asked for more. {o2:Toyota Industries} rose."
    ),
    "a firm that owns the club of its name": (
        "{o1:Bayern Munich} lost to {o2:Bayer Leverkusen}. The drug maker {o3:Bayer} owns {o2:Leverkusen}, "
        "and {g1:Munich} was quiet."
    ),
    "a club by the name of its firm": "{o1:Bayer Leverkusen} beat {o2:Dynamo Velden}. {o1:Bayer} had led at the break.",
}


@pytest.mark.parametrize("text", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_spellings_of_a_name_are_joined_and_look_alikes_are_not(nlp: Language, text: str) -> None:
    assert marked.found(nlp, text) == marked.expected(text)


@pytest.mark.parametrize("text", STRANGERS.values(), ids=STRANGERS.keys())
def test_names_that_agree_stay_apart_where_the_text_tells_two_people(nlp: Language, text: str) -> None:
    assert marked.found(nlp, text) == marked.expected(text)


@pytest.mark.parametrize("text", RENAMED.values(), ids=RENAMED.keys())
def test_another_name_is_joined_where_the_text_gives_it(nlp: Language, text: str) -> None:
    assert marked.found(nlp, text) == marked.expected(text)


@pytest.mark.parametrize("text", BODIES.values(), ids=BODIES.keys())
def test_bodies_are_one_under_their_own_names_only(nlp: Language, text: str) -> None:
    assert marked.found(nlp, text) == marked.expected(text)
