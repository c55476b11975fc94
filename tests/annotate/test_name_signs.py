"""Bare words that are another actor than the person of that surname, or no actor: each with the case against it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from . import marked

pytestmark = pytest.mark.model

WHOLE = {
    "a Korean name printed apart elsewhere": (
        "Mayor {p1:Park Won-sil} did not reply. {p2:Park Geun-ae} said so. Mr {p1:Park Won Sil} had asked in September."
    ),
    "a patronymic inside a name that is known without it": (
        "Later {p1:Volodymyr Harenko} met engineers. The trip by {p1:Volodymyr Oleksandrovych Harenko} ends today."
    ),
    "a town's streets, and its club": (
        "{o1:Barcelona} beat {o2:Real Madrid} on Saturday. Fans filled the streets of {g1:Barcelona} until dawn."
    ),
    "a club that scores": "{o1:Milan} beat {o2:Juventus}. {p1:Marek} went home before {o1:Milan} scored a third goal.",
}
FIRMS = {
    "a carmaker introduced by its noun": (
        "{p1:Henry Hallam} built his first car in a shed. The carmaker {o1:Hallam} still bears his name. "
        "{p1:Mr Hallam} died in 1947."
    ),
    "what somebody of the name built is not introduced": (
        "{p1:Henry Hallam} retired on Friday. The company {p1:Hallam} built employs thousands."
    ),
    "a firm that its founder takes private": (
        "{p1:Robert Bosch} took {o1:Bosch} private in 2013. {o1:Bosch} had lost ground. {p1:Mr Bosch} paid."
    ),
    "who is told to be a person is none of the firm's": (
        "{p1:Robert Bosch} took {o1:Bosch} private in 2013. {p1:Bosch} was born in {g1:Houston}."
    ),
    "a firm of which which is said": (
        "{p1:Robert Bosch} grew up in {g1:Michigan}. He never worked for {o1:Bosch}, which has its head office there."
    ),
    "which may go with the noun before": (
        "{p1:Robert Bosch} lost the vote. Few mourned the cabinet of {p1:Bosch}, which had pardoned a thief."
    ),
    "a founder whose name opens the firm's": (
        "The {o1:Walt Bosch Company} will build a park. {p1:Walt Bosch} died in 1966. {o1:Bosch} hired a band."
    ),
    "an airline called after an ocean": (
        "{o1:Trans Baltic} added flights to {g1:India}. {o1:Trans Baltic} needs pilots."
    ),
    "a sea acts on no such thing": "Storms crossed the {g1:North Atlantic} on Sunday. The {g1:North Atlantic} is cold.",
    "a country's adjective and a line of business": (
        "{o1:Norwegian Petroleum} changed its name. The petroleum is {~:Norwegian}."
    ),
    "a forest called like a firm": (
        "{o1:Amazon} raised its prices. {o1:Amazon} said so on Friday. Fires in the {g1:Amazon} were not discussed."
    ),
    "a brewer without a full stop between": (
        "{p1:Alec Bosch} won a prize. The brewer {o1:Bosch} paid for a party in {g1:Dublin}. {p1:Bosch} was 86 then."
    ),
    "a shop whose name ends as a possessive": (
        "{p1:Ann Macy} shopped at {o1:Macy}'s on Friday. {o1:Macy}'s will close 60 stores. {p1:Ann Macy} wept."
    ),
    "somebody's side": "{p1:William Hallam} wept. She stood at {p1:Hallam}'s side on Friday.",
    "a banker called as his bank": ("{p1:J.P. Morgan} saved the banks in 1907. {p1:Morgan} died in {g1:Rome}."),
    "a bank nobody is called by": "{o1:Goldman Sachs} bought a lender. {o1:Goldman Sachs} said so in {g1:Rome}.",
    "a known firm beside a bearer who is named in full each time": (
        "{p1:Roy Ford} hated the plan. {o1:Ford} opened a plant near {g1:Tokyo}. {p1:Roy Ford} died in 2009."
    ),
    "an unknown word for a body beside somebody named in full": (
        "{p1:Tony Hallam} hated the plan. {p1:Hallam} opened a plant near {g1:Tokyo}. {p1:Tony Hallam} died in 2009."
    ),
    "who meets somebody is no firm": (
        "{p1:Keith Kellogg} flew in. The cereal maker {o1:Kellogg} closed a plant. {p1:Kellogg} met {p2:Ivo Hallam}."
    ),
    "a firm with its founder's whole name": "{o1:Levi Hallam} raised its outlook. {p2:Ann Marek} bought shares.",
    "a town that bears a firm's name": (
        "{o1:Toyota} has its seat in {g1:Toyota}, a city in {g2:Japan}. {o1:Toyota} did not comment."
    ),
    "which may go with what is done": (
        "{p1:Terry Hallam} won. She left it to others to speak to {p1:Hallam}, which may not be wise."
    ),
    "a school of law is no law": "She teaches at {o1:Velden University School of Law}.",
    "a chamber is no region": (
        "The {o1:Senate} voted on Friday. {o1:Senate} committees met. He sits in the {o1:Senate}."
    ),
}
CLUBS = {
    "a club called like a president": (
        "{p1:Juan Palmeiras} watched {o1:Palmeiras} beat {o2:Corinthians}. "
        "{p1:Mr Palmeiras} left before {o1:Palmeiras} scored."
    ),
    "a president beats a rival": ("{p1:Juan Hallam} ran twice. {p1:Hallam} beat {p2:Anton Marek} and wept."),
    "a club with a weekday": "{o1:Sheffield United} will play {o2:Sheffield Wednesday} on Saturday.",
    "a club with its verb in the plural": (
        "{o1:Aston Villa} lost to {o2:Manchester City}. {o1:Villa} play on Sunday. {p1:Pancho Villa} died."
    ),
    "two people have a verb in the plural": "{p1:Ann Hallam} met {p2:Bo Marek}. {p1:Hallam} and {p2:Marek} play.",
    "a club called by its town": (
        "{o1:Newcastle United} beat {o2:Leicester City} in {g1:Leicester}. {o1:Newcastle} had lost four games."
    ),
    "a university that plays": "{o1:Penn State} beat {o2:Ohio State} on Saturday.",
    "a state that does not play": "Floods hit {g1:Lagos State} on Saturday.",
    "a racing team": "{p1:Ann Hallam} won. The racing team {o1:Hallam} signed a driver. {p1:Ann Hallam} went home.",
    "a region that plays a state": (
        "{p1:Simon Wales} sang. {g1:Wales} beat {g2:Ireland} on Saturday. {p1:Mr Wales} lives in {g3:London}."
    ),
    "a weekday behind a town": "The bus stopped in {g1:Sheffield} Wednesday and left at noon.",
}
PEOPLE = {
    "an age tells a person": (
        "{p1:Marta Houston} sang in {g1:Houston} in 1991. {p1:Houston} was 28 at the time. "
        "The mayor of {g1:Houston} gave her a key."
    ),
    "a number that is no age": (
        "{p1:Marta Houston} sang in {g1:Houston}. The mayor of {g1:Houston} wept. {g1:Houston} was 28 miles away."
    ),
    "initials with a particle": (
        "{p1:A. B. de Hallam} freed {p2:Nelson Orlan}. {p1:AB de Hallam} shared the prize. {p2:Orlan} thanked him."
    ),
    "a month as a surname": (
        "{p1:Helen May} resigned in May. Before that {p1:May} had lost three votes. The May elections had hurt her."
    ),
    "a month beside a month": "{p1:Helen May} lost votes between January and May. {p1:May} wept.",
    "a month is nobody": "The committee met in April. May was warm, and the May elections came early.",
    "a point of the compass as a surname": (
        "{p1:Oliver North} sold missiles to {g1:Iran}. {p1:North} later fled. Rain fell in the north."
    ),
    "a hill with a given name": "Rain fell on {g1:Mount Victoria} in {g2:New Zealand}.",
    "a bishop tells a town": "The bishop of {g1:Ripon} laughed, and the governor of faith wept.",
    "a month as a given name": (
        "{p1:August Hallam} wrote ten plays. In August a theatre will stage one. {p1:Hallam} died in 2005."
    ),
    "a month before a name": "In August {p1:Hallam} wrote a play. {p1:Ivo Hallam} died in 2005.",
    "an office as a surname": (
        "{p1:Simon Judge} hit two home runs; {p1:Judge} said he was tired. A judge had thrown the first pitch."
    ),
    "an office before somebody else's name": (
        "{p1:Simon Judge} lost in court. {p1:Judge} wept when Judge {p2:Ann Hallam} fined him."
    ),
    "a family name before two given names": (
        "{p1:Park Yoon-jae} was elected in 2012. {p1:Park Yoon Jae} never met the generals."
    ),
    "a mayor tells a town": (
        "{p1:Simon Austin} landed in {g1:Austin}. {p1:Mr Austin} inspected a factory. The mayor of {g1:Austin} met him."
    ),
    "a town does not stay": (
        "{p1:Ann Crawford} flew to {g1:Crawford}, {g2:Texas}. {p1:Crawford} stayed. {g1:Crawford} has 800 people."
    ),
    "a state closes its border": (
        "{p1:Simon Jordan} left on Friday. {g1:Jordan} closed its border with {g2:Syria}. {p1:Mr Jordan} wept."
    ),
    "a queen and a state": (
        "Queen {p1:Victoria} ruled for 63 years. {g1:Victoria} lifted its lockdown. Police in {g1:Victoria} fined ten."
    ),
}
THINGS = {
    "a law called after somebody": (
        "{p1:Sergei Orlansky} died in jail. The Orlansky Act was passed later. {p1:Orlansky} had been an adviser."
    ),
    "somebody acts": "{p1:Sergei Orlansky} was warned. {p1:Orlansky} acts alone.",
    "a frigate called after somebody": (
        "{p1:José Hallam} was executed in 1896. The frigate BRP Jose Hallam sailed on Sunday. "
        "{p1:Hallam} had been a poet."
    ),
    "a law called after two": (
        "{p1:Barney Hallam} retired in 2013. The Marek-Hallam Act had made his name. {p1:Hallam} wrote it."
    ),
    "a prize called after somebody, alone": (
        "{p1:Joseph Hallam} was born in {g1:Hungary}. She won a Hallam on Monday. {p1:Hallam} bought a paper at 25."
    ),
    "a ship named twice": (
        "The tanker Stena Impero was seized in the {g1:Strait of Hormuz}. {g2:Iran} said the Stena Impero had hit it."
    ),
    "an aircraft carrier": (
        "{p1:Charles Hallam} resigned. The aircraft carrier Charles Hallam left port. {p1:Hallam} died a year later."
    ),
    "islands called after somebody": "{p1:Tim Cook} spoke. The {g1:Cook Islands} voted. {p1:Cook} paid the fine.",
    "a ship introduced by its noun": ("{p1:Charles Hallam} died in 1970. The frigate Charles Hallam sailed on Sunday."),
    "the ship that somebody built": "{p1:Charles Hallam} died in 1970. The ferry that {p1:Charles Hallam} built sank.",
    "a crop at the start of a sentence": (
        "{p1:Marta Rice} now teaches. Rice prices were not discussed. {p1:Rice} declined to comment."
    ),
    "a crop with a verb behind": "{p1:Simon Price} resigned. Price rises hurt {p2:Ivo Hallam}. {p1:Simon Price} wept.",
    "somebody rises": "{p1:Simon Price} resigned. The members cheer as {p1:Price} rises.",
    "a prize called after nobody here": "{p1:Alec Hallam} won an Oscar in 1958.",
    "somebody of the family": "{p1:Alec Hallam} lost to a man. An {p1:Alec Hallam} supporter wept.",
    "a region of two words": "{p1:Anil Hallam} is chief minister of {g1:Tamil Nadu}.",
}
TEXTS = {**WHOLE, **FIRMS, **CLUBS, **PEOPLE, **THINGS}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_word_is_the_actor_that_the_words_beside_it_tell(nlp: Language, text: str) -> None:
    assert marked.found(nlp, text) == marked.expected(text)
