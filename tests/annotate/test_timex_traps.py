"""Ways to write a time in which two readings compete, as marked-up sentences: ``[words=value]``.

Every sentence was written and read for the test; the articles are dated Friday 14 June 2024.
"""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

from briefing.annotate import layers, pipeline

pytestmark = pytest.mark.model

MARK = re.compile(r"\[(?P<words>[^\]=]+)=(?P<value>[^\]]+)\]")


def assert_read_as_marked(nlp: Language, sentence: str) -> None:
    doc = nlp(pipeline.make_doc(nlp, MARK.sub(r"\g<words>", sentence), date="2024-06-14", basis="stated"))
    found = [(timex.span.text, timex.value) for timex in layers.timexes(doc)]
    assert found == [(match["words"], match["value"]) for match in MARK.finditer(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The exhibition closes on [Sunday=2024-06-16].",
        "The quake struck at [1430 local time on Monday=2024-06-10T14:30].",
        "The bank cut rates on [3 June=2024-06-03], a first cut since [2020=2020]. [The next day=2024-06-04] it fell.",
        "The tanker sank on [2 May=2024-05-02], the first since [2019=2019]. [A day earlier=2024-05-01] it had sailed.",
        "[The following morning=XXXX-XX-XXTMO] he was found dead.",
        "The guards fled [the day after=XXXX-XX-XX] the raid.",
        "The trial opens [the following day=2024-06-15].",
        "The ferry sank on [16 April 2014=2014-04-16]. Its captain was jailed [that November=2014-11].",
        "Trade grew in [the January-March quarter=2024-Q1].",
        "Trade fell in [the April-June period of last year=2023-Q2].",
        "Orn won on [25 May=2024-05-25]. [The previous weekend=2024-W20-WE] it had lost.",
        "The crash killed nine on [8 July last year=2023-07-08].",
        "They were seized on [3 May=2024-05-03] and freed [last Friday=2024-06-07], five weeks later.",
        "Leaders want a deal before markets open on [Monday=2024-06-17].",
        "He has time until the court rules on [Wednesday=2024-06-19].",
        "He left before the bank opened on [Monday=2024-06-10].",
        "Keel insisted that [Monday=2024-06-10]'s talks go ahead.",
        "Trade reached 9 million tonnes, up from 8 million in [the same period last year=2023].",
        "She feared that [Friday=2024-06-14] would be bloody.",
        "He sang [that Friday=2024-06-14] in Larn.",
        "Police stopped cars ahead of [Sunday=2024-06-16]'s vote.",
        "Traders awaited a ruling on [Monday=2024-06-17].",
        "The chief of Mar-a-Lago met Jan-Erik Holm in [March=2024-03].",
        "Keel quit in [July 2001=2001-07]. [That night=XXXX-XX-XXTNI] he wrote a plan.",
        "Keel quit in [July 2001=2001-07]. In [March=2001-03] he had been named chairman.",
        "Keel quit in [July 2001=2001-07].\n\nHe came back in [March=2024-03].",
        "The site opened on [26 February 2017=2017-02-26].\n\nOn [28 February=2017-02-28] it held no files.",
        "The site opened on [10 June 2017=2017-06-10].\n\nOn [12 June=2024-06-12] it held no files.",
        "The move followed its decision to join in [March=2024-03].",
        "Tarsin sank a boat on [Tuesday=2024-06-11], the last day of the drill. It [later that day=2024-06-11] left.",
        "Snow blocked mountain passes over [the weekend=2024-W23-WE].",
        "Trade fell by 5% [this year=2024] and 7% in Larn.",
        "The board meets [every second Thursday=XXXX-WXX-4].",
        "The trial opens [Oct. 7=2024-10-07] in Larn.",
        "The talks begin at [3 p.m. EST on Monday=2024-06-17T15:00].",
        "Voters go to the polls on [Sunday=2024-06-16].",
        "The exhibition closed on [Sunday=2024-06-09].",
        "The trial opened [Oct. 7=2023-10-07] in Larn.",
        "Keel flies home on [Sunday=2024-06-16].",
        "Brandt demanded that Keel resign on [Monday=2024-06-17].",
        "The plan became public [this weekend=2024-W23-WE].",
        "The plan will become public [this weekend=2024-W24-WE].",
        "A survey shows that trade fell on [Monday=2024-06-10].",
        "Velmar opens bridge to Larn on [Monday=2024-06-10]",
    ],
)
def test_a_clause_looks_ahead_or_back_by_its_verb(nlp: Language, sentence: str) -> None:
    assert_read_as_marked(nlp, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The court adjourned the case until [Tuesday=2024-06-18].",
        "The airline grounded its fleet until [Saturday=2024-06-15].",
        "The truce lasted until [Tuesday=2024-06-11].",
    ],
)
def test_until_lies_ahead_of_what_was_put_off(nlp: Language, sentence: str) -> None:
    assert_read_as_marked(nlp, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The panel will meet [a week on Tuesday=2024-06-25].",
        "The hearing will resume [Tuesday week=2024-06-25].",
        "The port reopens [a week from Friday=2024-06-28].",
        "The mayor left [a week ago Monday=2024-06-03].",
        "The envoy leaves in [three days' time=2024-06-17].",
        "In [the week beginning 3 June=2024-W23], five ships were seized.",
    ],
)
def test_weeks_counted_from_a_weekday_or_a_date(nlp: Language, sentence: str) -> None:
    assert_read_as_marked(nlp, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The pact was signed on [Monday, 3 June=2024-06-03]. Talks had begun [the previous Friday=2024-05-31].",
        "The mill burned in [2017=2017]. [Two years later=2019] it was rebuilt.",
        "[Two years earlier=2017], in [2017=2017], the mill had burned down.",
        "Rebels took the port on [8 May=2024-05-08]. [Later in the day=2024-05-08] the governor fled.",
        "The king came on [8 May=2024-05-08], his first trip in [2024=2024]. [Later in the day=2024-05-08] he left.",
    ],
)
def test_times_counted_from_the_day_told_last(nlp: Language, sentence: str) -> None:
    assert_read_as_marked(nlp, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The pilot was freed on [the 12th=2024-06-12] and flew home.",
        "Her office is on the 12th floor.",
        "The certificate is dated [25/12/2023=2023-12-25].",
        "Rents rose in [the year=P1Y] to [February=2024-02].",
        "The army ruled in [the fall=2023-FA].",
        "The party may split if the fall continues.",
        "After the fall of the city families fled.",
        "May Castell and June Harrow lead the party.",
        "The Lunar New Year emptied the factories.",
        "The group meets on the first Tuesday of [every month=P1M].",
        "She read Nineteen Eighty-Four at school.",
    ],
)
def test_words_that_only_look_like_a_time_are_told_from_times(nlp: Language, sentence: str) -> None:
    assert_read_as_marked(nlp, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Brandt has scheduled a news conference [Thursday=2024-06-20].",
        "Brandt scheduled the raid [Thursday=2024-06-13].",
        "The students planned a march in Larn on [Saturday=2024-06-15].",
        "The ministry gave the relatives until [9 a.m. Tuesday=2024-06-18T09:00] to sign a paper.",
        "The guards held the bridge until [Tuesday=2024-06-11].",
        "The envoy could leave as early as [Tuesday=2024-06-18].",
        "Residents could hear shots on [Tuesday=2024-06-11].",
        "The ministry could not be reached on [Tuesday=2024-06-11].",
        "Keel was named to the board, effective [Dec. 1=2024-12-01].",
        "The bank extended the loan through [January=2025-01].",
        "The rate is 7.2 percent, compared with 7.3 percent in [January=2024-01].",
        "Velmar was founded on [May 4, 1998=1998-05-04]. Its parliament will vote on [July 2=2024-07-02].",
    ],
)
def test_the_words_around_a_day_tell_whether_it_is_to_come(nlp: Language, sentence: str) -> None:
    assert_read_as_marked(nlp, sentence)


def test_as_soon_as_names_no_time(nlp: Language) -> None:
    assert_read_as_marked(nlp, "The guests can leave as soon as the bridge opens.")


def test_a_former_office_of_the_news_is_no_time(nlp: Language) -> None:
    assert_read_as_marked(nlp, "The former mayor of Larn asked for a future role.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The works, shut since [July 2011=2011-07], may reopen [this summer=2024-SU].",
        "The works were shut in [July 2011=2011-07] and sold [last October=2023-10].",
        "The works opened on [May 4, 1998=1998-05-04] and were closed again in [July=1998-07].",
    ],
)
def test_this_and_last_count_from_the_publication_in_background_too(nlp: Language, sentence: str) -> None:
    assert_read_as_marked(nlp, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Officials said the president himself met with Brandt [Sunday=2024-06-09].",
        "The storm hit Texas [Tuesday=2024-06-11] and moved east.",
        "The victims of Bloody Sunday were remembered.",
        "Rachel Friday won the race.",
    ],
)
def test_a_weekday_beside_a_name_is_part_of_it_or_not(nlp: Language, sentence: str) -> None:
    assert_read_as_marked(nlp, sentence)
