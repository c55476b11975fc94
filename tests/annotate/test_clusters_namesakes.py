"""Names that share words: people, towns, clubs, companies, bodies of two states; each with the case against it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from . import marked

pytestmark = pytest.mark.model

PEOPLE = {
    "a town called like a given name, where the surname is used": (
        "{p1:Florence Hallam} visited {g1:Florence} in May. {p1:Hallam} met a colleague."
    ),
    "a given name alone stays the person's where the surname is not used": (
        "{p1:Victoria Hallam} flew home. {p1:Victoria} thanked the crew."
    ),
    "a town called like a surname, with its state behind": (
        "{p1:Abraham Lincoln} was shot in {g1:Washington}. {g2:Lincoln}, {g3:Nebraska}, is named after him. "
        "{p1:Lincoln} never saw it."
    ),
    "a town called like a surname, told to be one": (
        "{p1:Jesse Jackson} preached on Sunday. {g1:Jackson} is the capital of {g2:Mississippi}. "
        "Mr {p1:Jackson} shook every hand."
    ),
    "a state's name before somebody's surname": (
        "{p1:Cuba Hallam} flew to {g1:Cuba} in May. {g1:Cuba} gave him a visa, and Mr {p1:Hallam} sang."
    ),
    "a person goes, a capital does not": (
        "{p1:Kerry Washington} grew up in {g1:New York}. {p1:Washington} never lived in {g2:Washington}."
    ),
    "an initial before a capital's name tells a person": (
        "{p1:Booker T. Washington} dined in {g1:Washington}. {p1:Mr Washington} was the first."
    ),
    "a ship takes nothing from the man of its name": (
        "{p1:Ronald Hallam} left office in 1989. The carrier USS Ronald Hallam sailed. {p1:Hallam} had been an actor."
    ),
    "a given name alone where nobody uses the surname": (
        "{p1:Abiy Bekele} won the prize. {p2:Debretsion Gebru} leads the rebels. {p2:Debretsion} fled to the hills."
    ),
    "a name in both orders": "{p1:Kenzo Arita} spoke in {g1:Tokyo}. {p1:Arita Kenzo} had stepped down in May.",
    "two given names in both orders are two people": (
        "{p1:Martin Thomas} beat {p2:Thomas Martin} by a vote. {p1:Martin Thomas} wept."
    ),
    "a family name first that no list has": (
        "{p1:Bang Ki-sun} spoke in {g1:Paris}. {p1:Bang} was foreign minister for two years."
    ),
    "a bare surname is not half of a double one": (
        "{p1:Olivia Hallam-Price} sang last. {p2:Edward Price} had sung first. "
        "{p1:Hallam-Price} thanked {p2:Price} for the piano."
    ),
    "who is called junior is not meant by the surname alone": (
        "{p1:Donald Hallam} flew home. {p2:Donald Hallam Jr.} stayed. {p2:Hallam Jr.} said his father would speak, "
        "and President {p1:Hallam} did."
    ),
    "people called by their given names": (
        "{p1:Katrín Vésteinsdóttir} resigned. {p2:Bjarki Hallsson} takes over. {p1:Katrín} will stand again, "
        "{p2:Bjarki} said."
    ),
    "a town does not belong to the paper named after it": (
        "Video: {~:Stanberg Courier}\n\nThe prime minister, {p1:Radek Orlan}, is expected to visit {g1:Stanberg}."
    ),
    "another spelling of a surname that nothing else explains": (
        "{p1:Taras Morozensky} thanked the crew. {p1:Morozenskiy} had met them at sea."
    ),
    "who is called with Mrs is not meant by the surname alone": (
        "{p1:Laura Hallam} opened the library. {p2:George W. Hallam} cut the ribbon. Mrs. {p1:Hallam} read a poem; "
        "President {p2:Hallam} laughed."
    ),
    "both surnames without the given name": (
        "{p1:Dina Quispe} replaced {p2:Rodrigo Beltrán}. {p2:Beltrán Ocampo} was taken to prison. "
        "{p2:Rodrigo Beltrán Ocampo} had ruled for a year."
    ),
    "the first of two surnames alone": (
        "A court sentenced former president {p1:Arturo Quispe Salas} to nine years. {p1:Quispe}, 66, shook his head. "
        "Prosecutors said {p1:Quispe Salas} took 12 million dollars. Supporters of {p1:Quispe} gathered."
    ),
    "an office before the comma tells a person": (
        "The {o1:Economic Freedom Union} kept her in office. Its secretary-general, {p1:Sipho Dlamini}, said so."
    ),
    "another spelling of both names": (
        "{p1:Valerii Morozensky} was sent abroad. {p1:Valery Morozenskyy} had led the army."
    ),
    "one more given name before a name already told is a relative": (
        "{p1:Nadir Sharani} returned. {p2:Maryam Nadir Sharani} runs the province. {p1:Nadir Sharani} smiled."
    ),
    "somebody known by initials": (
        "His son {p1:Mohammed bin Harith}, known as {p1:MBH}, ran the meeting. {p1:MBH} is crown prince."
    ),
    "a president by his initials": "{p1:Frank Rooke} signed it. {p2:Bo Tobin}, the grandson of {p1:FDR}, wept.",
    "initials that are a body's": "{p1:Frank Hallam} met the {o1:FXH} in May. {o1:FXH} officials said so.",
    "a person whose given name could be a town's": (
        "{p1:Maluna Yusufzai} spoke in {g1:Oslo}. {p1:Maluna} was shot in 2012. {p2:Ziad Yusufzai} is her father."
    ),
    "a name in capitals behind a dash": "VELDEN - {p1:PETER HALLAM} REJECTS RESULT\n{p1:Peter Hallam} went to court.",
    "a particle in capitals at the start of a sentence": (
        '{p1:Marcel de Vessey} warned of war. {p1:De Vessey} spoke for an hour. "No," said {p1:Vessey}.'
    ),
    "another name that the text gives": (
        "{p1:Yusuf Harithi}, also known as {p1:Abu Tariq}, met the envoys. {p1:Abu Tariq} was tired."
    ),
    "two other names of one person": (
        "{p1:Yusuf Harithi}, also known as {p1:Abu Tariq}, also known as {p1:Abu Samir}, met the envoys."
    ),
    "a name by which somebody is known": (
        "{p1:Rafael Ocampo} opened the fair. {p1:Rafito}, as he is known, said {p2:Bruno Teixeira} would come."
    ),
    "a title before a title": "HRH Prince {p1:Yusuf bin Harith} came. Prince {p1:Yusuf} thanked the nurses.",
    "a line that ends inside a name": "The envoy, {p1:Thomas\nVelden}, flew home. {p1:Velden} will return.",
    "a surname that is a town too": (
        "{p1:Lloyd Houston} flew to {g1:Houston}, {g2:Texas}. The airport in {g1:Houston} was shut. "
        "{p1:Lloyd Houston} waited."
    ),
    "a comma before a state makes no town of a surname": (
        "{p1:Kenji Kato} leads the group. According to {p1:Kato}, {g1:Japan} has a list of 860 names."
    ),
    "a house called after its founder's family": (
        "{p1:Perry Hilton} stayed at the {o1:Hilton} by the sea. Mr {p1:Hilton} left on Monday."
    ),
    "a man who flies to a town of his name": (
        "{p1:Lloyd Austin} flew to {g1:Austin}. {p1:Austin} met soldiers, and {p1:Mr Austin} left {g1:Austin} at night."
    ),
    "a town of somebody's name that is told to be one": (
        "{p1:Walter Lincoln} never saw {g1:Lincoln}, the capital of {g2:Nebraska}. {p1:Mr Lincoln} died in May."
    ),
    "a firm by its founder's name": (
        "{p1:Michael Dell} founded {o1:Dell} in his room. {o1:Dell} now employs 9,000 people. {p1:Mr Dell} lives in "
        "{g1:Texas}."
    ),
    "a maker by its founder's name": (
        "{p1:Henry Ford} founded {o1:Ford Motor Company}. {o1:Ford} now sells trucks in {g1:Brazil}. "
        "{p1:Mr Ford} died in May."
    ),
    "a town that looks like a person": "{p1:Vincent van Hallam} painted it in {g1:Arles}. {p2:Theo van Hallam} wept.",
    "a person in whom somebody trusts": "{p1:Helena Marek} won. Voters have faith in {p1:Marek} and in her party.",
    "who owns a house is no firm": (
        "{p1:Helena Powell} resigned. {p1:Powell} owns a house in {g1:Brazil}. The minister turned to {p1:Powell}."
    ),
}
BODIES = {
    "ministries of two states": (
        "{g1:Norway}'s {o1:Ministry of Defence} bought the drones. {g2:Ukraine}'s {o2:Ministry of Defence} tested "
        "them. The {o1:Norwegian Ministry of Defence} paid."
    ),
    "the ministry of one state, told and not told": (
        "{g1:Norway}'s {o1:Ministry of Defence} bought the drones. The {o1:Ministry of Defence} paid in advance."
    ),
    "courts of two states": (
        "The {o1:Kenyan Supreme Court} took the case. {g1:India}'s {o2:Supreme Court} dropped it."
    ),
    "a university in both orders": "{o1:Velden University} won. The {o1:University of Velden} will build a hall.",
    "a state may have two universities": (
        "{o1:Georgia University} lost. The {o2:University of Georgia} sent its best wishes."
    ),
    "the members of a party": "The {o1:Conservative Party} lost two seats. {o1:Conservatives} blamed the rain.",
    "a company before its full name": (
        "{o1:Velden} reported record profits. Its rival did not. {o1:Velden Inc.} will pay a dividend."
    ),
    "a company by its first word alone": (
        "{o1:Marlo} cut its staff. {p1:Helena Marek} wrote a memo. {o1:Marlo Platforms Inc.} has 72,000 workers."
    ),
    "a common word is no company": ("Global sales fell in May. {o1:Global Platforms Inc.} has 72,000 workers."),
    "a verb between two bodies parts them": (
        "The {o1:European Union} fined {o2:Marlo} on Wednesday. {o2:Marlo Platforms Inc.} will go to court."
    ),
    "a maker with and without legal form": (
        "{p1:Henry Velden} built {o1:Velden Motor Company}. {p2:Bill Velden} now chairs {o1:Velden Motor}."
    ),
    "initials with a sign between": "{o1:Hallam & Hallam} split in two. {o1:H&H} shares rose at once.",
    "a team by its last word": "The {o1:Denver Comets} lost to {o2:Dynamo Velden}. The {o1:Comets} need two wins.",
    "initials behind or, in another language": (
        "The {o1:Movement of Free Farmers}, or {o1:VBB}, won the vote. {o1:VBB} leaders cheered."
    ),
    "the senates of two states": (
        "The {o1:U.S. Senate} passed the bill. {g1:France}'s {o2:Senate} rejected another. "
        "The {o1:U.S. Senate} sits on Monday."
    ),
    "a town that plays in the plural": (
        "{o1:Bayern Munich} beat {o2:Borussia Dortmund}. {o1:Bayern} lead the table. {o2:Dortmund} are fifth."
    ),
    "a question that ends with a town": (
        "The match is on Sunday in {g1:Dortmund}. Nobody knows where are {g1:Dortmund}"
    ),
    "initials that the party is known by": (
        "The {o1:National Rally} won a third. The {o1:RN}, as the party is known, wants a vote."
    ),
    "a firm by the noun before it": (
        "{p1:Helena Marek} left the chipmaker {o1:Marlo Tessin} in May and did not say why."
    ),
    "the council named last": (
        "The {o1:UN Security Council} met at night. The {o1:Council} heard the envoy. "
        "The {o2:Human Rights Council} meets in {g1:Geneva}."
    ),
    "a company before and without a word in front": (
        "{o1:Lufthansa} lost money. {o1:Deutsche Lufthansa AG} bought a rival last year."
    ),
    "a club's word before a capital": (
        "{o1:Real Madrid} play on Sunday. {o1:Real} have won four times. The match in {g1:Madrid} is sold out."
    ),
    "a movement under two names": (
        "The {o1:Velden Liberation Front}, also known as the {o1:Black Guards}, fired at a tanker. "
        "The {o1:Black Guards} hold the port."
    ),
    "the Commission that was named in full": (
        "The {o1:European Commission} fined {o2:Lufthansa} on Monday. The {o1:Commission} said {o2:Lufthansa} had lied."
    ),
    "the Fund that was named in full": (
        "The {o1:Velden Monetary Fund} approved the loan. {p1:Helena Marek} thanked the {o1:Fund} on Monday."
    ),
    "a commission in lower case, and one of two": (
        "The {o1:European Commission} and the {o2:Election Commission} met. {p1:Helena Marek} left the commission."
    ),
    "a club by the word for a town": (
        "{o1:Velden United} drew with {o2:Tessin City} on Sunday. {o2:City} had led at half time. "
        "City officials closed a road."
    ),
    "a town that is played against": (
        "{o1:Velden Rovers} beat {o2:Lugano} on Sunday. {o1:Rovers} will play {o3:Dresden} next. "
        "The match is in {g1:Hamburg}."
    ),
    "a town that is beaten in a war": (
        "The army beat its foes at {g1:Dresden}. It will face {g2:Hamburg} from the sea."
    ),
    "a branch taken for a product": (
        "{o1:Google} lost the case. {o2:Google Cloud} was not affected. Shares of {o1:Google} fell as "
        "{o2:Google Cloud} grew."
    ),
}


@pytest.mark.parametrize("text", PEOPLE.values(), ids=PEOPLE.keys())
def test_people_are_told_apart_and_joined(nlp: Language, text: str) -> None:
    assert marked.found(nlp, text) == marked.expected(text)


@pytest.mark.parametrize("text", BODIES.values(), ids=BODIES.keys())
def test_bodies_are_told_apart_and_joined(nlp: Language, text: str) -> None:
    assert marked.found(nlp, text) == marked.expected(text)
