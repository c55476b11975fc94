"""One entity for every name of a person, body or state, and never one for two: the traps, marked in the sentence."""

from __future__ import annotations

import pytest
from spacy.language import Language

from . import marked

pytestmark = pytest.mark.model

TRAPS = {
    "a surname joins the full name before it": "{p1:Helena Marek} spoke first. {p1:Marek} then left.",
    "a surname joins the full name after it": "{p1:Marek} resigned on Monday. {p1:Helena Marek} had served four years.",
    "a title tells husband from wife": (
        "{p1:Peter Lindqvist} and {p2:Anna Lindqvist} arrived at noon. {p2:Mrs Lindqvist} opened the school while "
        "{p1:Mr Lindqvist} met the governor."
    ),
    "a bare surname of two people joins neither": (
        "{p1:Peter Lindqvist} met {p2:Anna Lindqvist} in the capital. Reporters waited. {p3:Lindqvist} said nothing."
    ),
    "a surname used before the namesake came keeps its owner": (
        "{p1:Peter Lindqvist} won the vote. {p1:Lindqvist} thanked the crowd. His sister {p2:Anna Lindqvist} watched. "
        "{p1:Lindqvist} will be sworn in on Friday."
    ),
    "different given names are different people": (
        "{p1:Robert Hallam} was elected. {p2:Edward Hallam} lost. {p1:Robert Hallam} thanked {p2:Edward Hallam}."
    ),
    "an initial that differs is another man": (
        "{p1:Henry R. W. Tobin} ruled for years. His son {p2:Henry W. Tobin} followed. {p2:Henry W. Tobin} spoke; "
        "{p1:Henry R. W. Tobin} listened."
    ),
    "a missing initial is no difference": "{p1:Henry W. Tobin} spoke. {p1:Henry Tobin} left early.",
    "junior is not senior": (
        "{p1:Samuel Price Sr.} founded the firm. {p2:Samuel Price Jr.} runs it. "
        "{p2:Samuel Price Jr.} said so on Monday."
    ),
    "initials written apart or together": "{p1:J. T. Hallam} met the press. {p1:JT Hallam} said the deal was close.",
    "short forms of given names": (
        "Senator {p1:William Hallam} opened the rally. {p1:Bill Hallam} said wages were too low."
    ),
    "accents make no difference": "{p1:Radovan Kovačević} spoke. {p1:Kovacevic} said talks would go on.",
    "a hyphen or a space in an East Asian given name": (
        "South Korean minister {p1:Kim Sang-woo} spoke in Seoul. Mr {p1:Kim Sang Woo} had invited them."
    ).replace("Seoul", "{~:Seoul}"),
    "a family name first is the short form": "{p1:Zhao Wenbin} met the delegation. {p1:Zhao} praised the city.",
    "namesakes in East Asian order stay apart": (
        "{p1:Kim Sang-woo} met {p2:Kim Do-hyun} at noon. {p1:Kim Sang-woo} signed; {p2:Kim Do-hyun} did not."
    ),
    "particles may be left out or capitalised": (
        "{p1:Marthe van der Velden} will speak first. {p1:Van der Velden} took office in 2019."
    ),
    "an Arabic article may be left out": (
        "{p1:Yusuf al-Harithi} arrived. {p1:Harithi} met the king. {p1:Al-Harithi} left."
    ),
    "the second of two Spanish surnames may be missing": (
        "{p1:Rodrigo Beltrán Ocampo} handed over on Monday. {p1:Rodrigo Beltrán} wept. {p1:Beltrán} promised to return."
    ),
    "a double surname stays one name": "{p1:Miriam Weiss-Adler} testified. {p1:Weiss-Adler} said she knew nothing.",
    "a royal name is no surname": (
        "{p1:Omar Hussein} fled the city. King {p2:Hussein} called for talks. {p1:Omar Hussein} was later caught."
    ),
    "a person called like a state": (
        "{p1:Michael Jordan} visited {g1:Jordan} last year. {p1:Mr Jordan} thanked the king."
    ),
    "a person called like a capital": (
        "{p1:Harold Washington} was in {g1:Washington} on Tuesday. {p1:Mr Washington} spoke."
    ),
    "initials defined in brackets": (
        "The {o1:Stanberg River Authority} ({o1:SRA}) sent a team. The {o1:SRA} will report in May."
    ),
    "initials without brackets": (
        "The {o1:International Monetary Fund} cut its forecast, and {o1:IMF} officials blamed energy prices."
    ),
    "a state by its initials and forms": (
        "The {g1:United States} signed the text. The {g1:US} said it would pay half. A {g1:U.S.} envoy was there."
    ),
    "two states of one name": (
        "{g1:North Korea} denied it. {g2:South Korea} insisted. {g1:North Korea} closed the road."
    ),
    "a product is not its maker": (
        "{o1:Apple} sued the maker. {o2:Apple Music} was not part of the case. "
        "{o1:Apple} said {o2:Apple Music} had grown."
    ),
    "a company without its legal form": "{o1:Velden Industries Inc.} cut jobs. {o1:Velden} said sales had fallen.",
    "two banks share a word": "{o1:Deutsche Bank} named a chief. The {o2:World Bank} did not comment.",
    "two ministries stay two": (
        "The {o1:Defence Ministry} ordered shells. The {o2:Foreign Ministry} welcomed the step. "
        "The {o1:Defence Ministry} said delivery would take a year."
    ),
    "two spellings of a ministry": (
        "The {o1:Ministry of Defence} ordered shells. Officials at the {o1:Defence Ministry} said they would come late."
    ),
    "a capital is not its country": "{g1:Germany} closed the embassy in {g2:Kabul}. {g1:Germany} will not return.",
    "a ship is not the man it is named after": (
        "{p1:John Hallam} died in 2018. The destroyer {~:USS John S. Hallam} is at sea. {p1:Hallam} had been a pilot."
    ),
    "a headline in capitals": (
        "{p1:HALLAM} TO VISIT {g1:GERMANY}\n\n{p1:Robert Hallam} will fly to {g1:Germany} next week."
    ),
    "a possessive ending is not part of the name": (
        "{p1:Hallam}’s office confirmed the call. "
        "{p1:Robert Hallam} and {p2:Helena Marek}’s staff had spoken on June 14."
    ),
    "a prince and his father share a patronymic": (
        "{p1:Yusuf bin Harith} met {p2:Harith bin Omar} in the palace. {p1:Bin Harith} said the deal was done."
    ),
    "a first name with a title is no given name of another": (
        "Pope {p1:Benedict} spoke in {~:Rome}. {p2:Benedict Hallam} lost the vote. {p2:Hallam} conceded."
    ),
    "a queen with a number": (
        "Queen {p1:Margarethe II} met {p2:Margarethe Olsen}. {p2:Olsen} bowed. Queen {p1:Margarethe} smiled."
    ),
    "father and son tell themselves apart by junior": (
        "{p1:Donald Hallam} and {p2:Donald Hallam Jr.} spoke. {p2:Hallam Jr.} was loud. {p1:Donald Hallam} smiled."
    ),
    "the surname alone is the father's where the son is called junior": (
        "{p2:Donald Hallam Jr.} spoke first. {p1:Donald Hallam} followed him. {p1:Hallam} praised his son; "
        "{p2:Hallam Jr.} laughed."
    ),
    "the surname alone stays open where nobody is called junior by it": (
        "{p2:Donald Hallam Jr.} spoke first. {p1:Donald Hallam} followed him. {p3:Hallam} was tired."
    ),
    "two ways to write a surname in Latin letters": (
        "{p1:Rustam Yakhoubov} ruled for years. {p1:Yakubov} fled in May. {p2:Irina Yakovenko} took his place."
    ),
    "a court with and without its state": (
        "The {o1:Supreme Court of Portugal} ruled on Monday. The {o2:Constitutional Court} had not. "
        "The {o1:Supreme Court} gave no reasons."
    ),
    "a long name with a hyphen in it": (
        "The {o1:OSCE} sent observers to {g1:Moldova}. The {o1:Organization for Security and Co-operation in Europe} "
        "will report in May."
    ),
    "initials in brackets of another language": (
        "The {o1:Velden Liberation Army} ({o1:EVT}) agreed. {o1:EVT} fighters hold the port. A DIY shop burned."
    ),
    "initials taken for a noun": (
        "The {o1:Stanberg Broadcasting Corporation} lost millions. {o1:SBC} boss {p1:Helena Marek} blamed the rain."
    ),
    "one of a movement": (
        "The {o1:Houthis} fired two missiles. {g1:France} shot one down. {o1:Houthi} spokesman {p1:Bernard Hallam} "
        "claimed success."
    ),
    "the short name of the one Congo": (
        "{g1:Rwanda} met the {g2:Democratic Republic of Congo}. {g2:Congo} accused its neighbour."
    ),
    "the short name of two Congos": (
        "The {g1:Republic of Congo} met the {g2:Democratic Republic of Congo}. {g3:Congo} was a colony."
    ),
    "the surname alone is not the wife's": (
        "{p1:Yusuf al-Harithi} and his wife {p2:Asma al-Harithi} fled. {p2:Asma al-Harithi} is ill. "
        "{p1:Harithi} met the king."
    ),
    "a prince by his given name": (
        "{p1:Mohammed bin Harith} met {p2:Helena Marek}. Prince {p1:Mohammed} promised a truce."
    ),
    "a prince is not just anybody of that given name": (
        "{p1:Edward Hallam} met the king. Prince {p2:Edward} promised a horse, and {p1:Hallam} smiled."
    ),
    "a surname that is a club's word too": (
        "{p1:Juan Manuel Santos} won the prize. {p1:Santos} will give it away. {o1:Dynamo Velden} lost."
    ),
    "a score is no part of a club's name": "{o1:Inter Milan} beat {o2:AC Milan} 1-0 in {g1:Milan}.",
    "two spellings of a surname": (
        "{p1:Taras Morozensky} spoke by video. {p1:Morozenskyy} asked for arms. {p1:Taras Morozenskyy} will travel."
    ),
    "given names written in two ways": "{p1:Sergei Baranov} spoke. {p1:Sergey Baranov} said the talks failed.",
    "surnames that look alike are two": (
        "{p1:Martin Schultz} and {p2:Olaf Scholten} spoke. {p1:Schultz} was angry. {p2:Scholten} was calm."
    ),
    "a firm of two partners is no couple": (
        "{o1:Hallam & Hallam} settled the case. {p1:Boris Hallam} was asked. {o1:Hallam & Hallam} paid."
    ),
    "two bodies with the same initials": (
        "The {o1:Austrian Mountain Association} objected. The {o1:AMA} wants talks. "
        "The {o2:Australian Mountain Association} agreed."
    ),
    "three states with one word in common": (
        "{g1:Guinea} closed its border with {g2:Guinea-Bissau}. {g3:Equatorial Guinea} did not. {g1:Guinea} apologised."
    ),
    "a hyphened name is found whole": "{p1:Yoon Sang-in} met {p2:Park Do-hye}. {p1:Yoon} smiled.",
    "an office is not the relative's": (
        "{p1:Yusuf al-Harithi} ruled for years. His brother {p2:Omar al-Harithi} led the guard. "
        "President {p1:Harithi} fled; {p2:Omar al-Harithi} hid."
    ),
    "initials of an airline": ("{o1:Velden Airlines} cut routes. {o1:VAL} lost money. {o2:Tessin Airways} did not."),
    "a surname that is a month too": (
        "{p1:Theodora May} spoke in May. {p1:May} said the vote in May was lost. Mrs {p1:May} left on May 3."
    ),
    "a double surname alone is found again": (
        "{p1:Edith Ocasio-Velden} won. {p1:Ocasio-Velden} thanked {p2:Bernard Hallam}. {p2:Hallam} smiled."
    ),
    "the second half of a hyphened given name": (
        "{p1:Lorenz Hallam} met bankers on Monday. The trip by {p1:Johann-Lorenz Hallam} ends tomorrow."
    ),
    "initials with small letters in them": (
        "The {o1:Stanberg Development Bank} paid, and {o1:StDB} staff kept the books. {o2:DStB} did not."
    ),
    "a maiden name and a married one": (
        "{p1:Helen Marek} met her husband at school. {p1:Helen Marek Hallam} kept both names. "
        "{p1:Helen Hallam} ran twice."
    ),
    "a surname is not the one's who bears another before it": (
        "{p1:Bettina Marek} was killed in May. Her widower {p2:Asif Zafari} became president. Their son, "
        "{p3:Bilal Marek Zafari}, leads the opposition. {p2:Zafari} praised {p1:Bettina Marek}."
    ),
    "a daughter brought in with a longer name is not her father": (
        "{p1:Aung Thein} was shot in 1947. His daughter {p2:Aung Thein Suu Mya} was two. "
        "Mourners of {p1:Aung Thein} wept."
    ),
    "a number behind a surname sets the grandson apart": (
        "{p1:John D. Hallam} founded the firm. {p2:John D. Hallam III} founded a museum. {p1:John D. Hallam} died."
    ),
    "a number behind a king's name does not": "King {p1:Karl} spoke. King {p1:Karl XVI} left at noon.",
    "the title without gender is the other one's": (
        "{p1:Jill Hallam} taught on Tuesdays. {p2:Joe Hallam} waited in the car. {p1:Dr Hallam} came out at four, "
        "and {p2:Mr Hallam} drove home."
    ),
    "a surname romanised with another first letter": (
        "{p1:Muammar Gadhari} spoke for an hour. {p1:Qadhari} tore up the paper. {p2:Saif Madhari} watched."
    ),
    "an Icelandic letter makes no difference": "{p1:Guðni Védísarson} opened it. {p1:Gudni Vedisarson} drove first.",
    "a state in its long form": "{g1:France} kept its quota. The {g1:French Republic} sued.",
    "a state by the last word of its name": (
        "The {g1:United Arab Emirates} cut output. An envoy thanked the {g1:Emirates} for its patience."
    ),
    "a body's branch that is called like a place": (
        "{o1:Disney} raised its prices. {o2:Disney Cruise Line} kept the old ones. "
        "{o1:Disney} said {o2:Disney Cruise Line} was full."
    ),
    "a firm's branch stays its own where the firm is known by itself": (
        "{o1:Sony} cut its forecast. {o2:Sony Pictures} had a bad summer. {o1:Sony} blamed {o2:Sony Pictures}."
    ),
    "a team by its last word, though it is a noun": (
        "The {o1:Chicago Bulls} lost to the {o2:Utah Jazz}. The {o1:Bulls} play on; the {o2:Jazz} rest."
    ),
    "two people under one surname": "{p1:Peter} and {p2:Anna Lindqvist} arrived. {p1:Peter Lindqvist} spoke first.",
}


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS.keys())
def test_names_join_the_entity_they_belong_to(nlp: Language, text: str) -> None:
    assert marked.found(nlp, text) == marked.expected(text)
