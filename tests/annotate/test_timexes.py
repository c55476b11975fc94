"""Time expressions, as marked-up sentences: ``[words=value]`` is an expression with its TIMEX3 value.

Every sentence was written and read for the test; the articles are dated Friday 14 June 2024 unless the test says else.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from briefing.annotate import layers, pipeline

pytestmark = pytest.mark.model

PUBLISHED = "2024-06-14"
MARK = re.compile(r"\[(?P<words>[^\]=]+)=(?P<value>[^\]]+)\]")


def read(nlp: Language, text: str, published: str | None = PUBLISHED) -> Doc:
    return nlp(pipeline.make_doc(nlp, text, date=published, basis="stated" if published else "none"))


def marked(nlp: Language, sentence: str, published: str | None = PUBLISHED) -> tuple[list[str], list[str]]:
    """Expressions found and expected, as ``words=value``."""
    doc = read(nlp, MARK.sub(r"\g<words>", sentence), published)
    found = [f"{timex.span.text}={timex.value}" for timex in layers.timexes(doc)]
    return found, [f"{match['words']}={match['value']}" for match in MARK.finditer(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoys met on [Wednesday=2024-06-12] in Tarsin.",
        "The envoys met on [Friday=2024-06-14] in Tarsin.",
        "The envoys will meet on [Wednesday=2024-06-19] in Tarsin.",
        "The envoys are due to meet on [Wednesday=2024-06-19] in Tarsin.",
        "The bridge is scheduled to open on [Monday=2024-06-17].",
        "The envoys met [last Wednesday=2024-06-12].",
        "The vote was lost [last Friday=2024-06-07].",
        "Fighting broke out late on [Sunday night=2024-06-09TNI].",
        "He could not be reached on [Thursday=2024-06-13].",
    ],
)
def test_a_weekday_is_the_last_one_unless_its_clause_looks_ahead(nlp: Language, sentence: str) -> None:
    found, expected = marked(nlp, sentence)
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty was signed on [3 March 1961=1961-03-03].",
        "The treaty was signed on [March 3, 1961=1961-03-03].",
        "The order, dated [03/11/2021=2021-03-11], was withdrawn.",
        "The order of [2021-03-11=2021-03-11] stands.",
        "The dam dates from [October 1987=1987-10].",
        "The mine closed in [1994=1994].",
        "The mine closed in [the late 1980s=198].",
        "The abbey was built in [the 12th century=11].",
        "On [May 30=2024-05-30] the council met.",
        "On [2 August=2024-08-02] the council will meet.",
        "The council was dissolved on [20 November=2023-11-20].",
        "They had last met [last October=2023-10].",
        "Elections are due [next March=2025-03].",
    ],
)
def test_calendar_dates(nlp: Language, sentence: str) -> None:
    found, expected = marked(nlp, sentence)
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "[Yesterday=2024-06-13] the port was closed; it reopens [tomorrow=2024-06-15].",
        "[Three weeks ago=2024-W21] the port was closed.",
        "The port was closed [five days ago=2024-06-09].",
        "The port was closed on [2 May 2021=2021-05-02] and reopened [three days later=2021-05-05].",
        "Trade fell [last month=2024-05] and grew [this year=2024].",
        "The plant will close [next year=2025].",
        "Sales rose in [the second quarter of 2023=2023-Q2].",
        "Floods came [last winter=2023-WI].",
        "The town was shelled on [New Year's Eve=2023-12-31].",
    ],
)
def test_relative_dates(nlp: Language, sentence: str) -> None:
    found, expected = marked(nlp, sentence)
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("It was the first visit in [four decades=P40Y].", "DURATION"),
        ("They talked for [nearly five hours=PT5H].", "DURATION"),
        ("The ban lasted [two and a half years=P2Y6M].", "DURATION"),
        ("[Every Tuesday=XXXX-WXX-2] the market opens.", "SET"),
        ("The ferry sails [daily=P1D].", "SET"),
        ("The quake struck at [4:15 a.m. on Tuesday=2024-06-11T04:15].", "TIME"),
    ],
)
def test_durations_sets_and_clock_times_keep_their_type(nlp: Language, sentence: str, type_: str) -> None:
    found, expected = marked(nlp, sentence)
    assert found == expected
    assert [timex.type for timex in layers.timexes(read(nlp, MARK.sub(r"\g<words>", sentence)))] == [type_]


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy is expected in [the coming weeks=FUTURE_REF].",
        "The envoy [recently=PAST_REF] left Tarsin.",
        "The envoy is [now=PRESENT_REF] in Tarsin.",
        "The fund will pay in [the near future=FUTURE_REF].",
    ],
)
def test_vague_times_never_become_a_day(nlp: Language, sentence: str) -> None:
    found, expected = marked(nlp, sentence)
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Orla May said the plan was sound.",
        "August Brandt joined the March For Homes campaign.",
        "The Sunday Courier carried the story.",
        "The Black Friday Quartet played.",
        "About 1900 people marched, and 1875 tents burned.",
        "Call 0171-334-5567 or see page 1988 of the annex.",
        "Source: https://news.example/story-of-the-day-19991231.html",
        "Tarsin beat Velmar 21-12 and 3-2.",
        "The 53-year-old won.",
        "It cost $2000 a head.",
        "She finished second, a second behind him.",
    ],
)
def test_names_counts_and_clutter_are_no_dates(nlp: Language, sentence: str) -> None:
    assert marked(nlp, sentence)[0] == []


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("He ruled from 1994 to 2011.", "1994", "2011"),
        ("The fair runs from 17 to 21 June.", "2024-06-17", "2024-06-21"),
        ("The talks were held on June 9-12.", "2024-06-09", "2024-06-12"),
        ("Between March and May 2023 three ships sank.", "2023-03", "2023-05"),
        ("The 2019-21 plan has ended.", "2019", "2021"),
        ("The fair was open from May 28 to June 3.", "2024-05-28", "2024-06-03"),
        ("The fair was open 31 May–1 June in Dolm.", "2024-05-31", "2024-06-01"),
    ],
)
def test_a_range_has_a_start_and_an_end(nlp: Language, sentence: str, first: str, last: str) -> None:
    timex = layers.timexes(read(nlp, sentence))[0]
    assert (timex.value, timex.end_value) == (first, last)


def test_two_dates_joined_by_and_are_no_range(nlp: Language) -> None:
    assert all(timex.end_value is None for timex in layers.timexes(read(nlp, "They met in March and in May 2023.")))


def test_a_day_without_year_stays_open_where_nothing_dates_the_article(nlp: Language) -> None:
    doc = read(nlp, "On June 12 the envoy left Tarsin.", published=None)
    assert [timex.value for timex in layers.timexes(doc)] == ["--06-12"]
    assert doc._.document_date is None


def test_a_year_not_said_is_marked_as_inferred(nlp: Language) -> None:
    stated, open_ = layers.timexes(read(nlp, "They met in 2021. On June 3 they met again."))
    assert (stated.anchor, stated.year_inferred) == ("stated", False)
    assert (open_.anchor, open_.year_inferred) == ("publication", True)


def test_a_history_counts_dates_from_the_year_told_last(nlp: Language) -> None:
    text = (
        "The war of the two rivers began in May 1871. On June 3 the army of Velmar crossed the Orn. In 1872 it took "
        "Tarsin. The siege of Dolm lasted from October 1872 to 1873. On 4 April 1873 the city fell. On May 9 the king "
        "fled. The peace of Arl was signed on 2 July 1874 and broken in 1875."
    )
    values = {timex.span.text: timex.value for timex in layers.timexes(read(nlp, text))}
    assert values["June 3"] == "1871-06-03"
    assert values["May 9"] == "1873-05-09"


def test_a_look_back_leaves_a_history_in_its_year(nlp: Language) -> None:
    text = (
        "The war of the two rivers began in May 1871. In 1872 Velmar took Tarsin. In May 1873 the army freed the towns "
        "that had fallen in late 1872. By June it stood at Dolm. It kept the land won in the previous year. On July 9 "
        "the king fled. The siege of Arl began in August and lasted until March 1874. In September the queen followed "
        "him. The peace was signed in 1875 and broken in 1877. By winter they fought again."
    )
    values = {timex.span.text: timex.value for timex in layers.timexes(read(nlp, text))}
    found = {name: values[name] for name in ("June", "July 9", "September", "winter")}
    assert found == {"June": "1873-06", "July 9": "1873-07-09", "September": "1873-09", "winter": "1877-WI"}


def test_a_report_that_names_a_few_years_stays_news(nlp: Language) -> None:
    text = "The king fled in 1874. On Monday his heirs sued. They had sued in 1990. The court will sit on June 20."
    values = {timex.span.text: timex.value for timex in layers.timexes(read(nlp, text))}
    assert values == {"1874": "1874", "Monday": "2024-06-10", "1990": "1990", "June 20": "2024-06-20"}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.integers(min_value=-3000, max_value=3000))
def test_shifting_the_publication_shifts_relative_days_alike(nlp: Language, days: int) -> None:
    text = "The port was closed yesterday, two days ago the fleet left, and tomorrow the envoys meet."
    day = date.fromisoformat(PUBLISHED) + timedelta(days)
    found = [timex.value for timex in layers.timexes(read(nlp, text, day.isoformat()))]
    assert found == [(day + timedelta(offset)).isoformat() for offset in (-1, -2, 1)]


def test_offsets_are_those_of_the_text(nlp: Language) -> None:
    text = "On Monday, the envoy said that since June 3 nothing had moved."
    for timex in layers.timexes(read(nlp, text)):
        assert text[timex.span.start_char : timex.span.end_char] == timex.span.text


def test_the_layer_survives_bytes(nlp: Language) -> None:
    doc = read(nlp, "On Monday the envoy left; he returns in two weeks.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [timex[2:] for timex in layers.timexes(again)] == [timex[2:] for timex in layers.timexes(doc)]


def test_a_text_without_time_words_has_an_empty_layer(nlp: Language) -> None:
    assert layers.timexes(read(nlp, "Tarsin lies on the Orn.")) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry left on [22-Mar-2013=2013-03-22] and the order of [2013/03/25=2013-03-25] came late.",
        "On [the 12th=2024-06-12], police searched the house.",
        "He was held on [Tues.=2024-06-11] and freed [Wed., 12 June=2024-06-12].",
        "The firm was founded [half a century ago=1974].",
        "Shots were heard in [the early hours of Thursday=2024-06-13TMO].",
        "The law was passed in ['98=1998].",
        "Over [the next two months=P2M] the bridge stays shut.",
        "They met again [the following day, 5 June=2024-06-05].",
        "In [the week of June 3=2024-W23] prices fell.",
        "Trade rose to $9 million [last year=2023] from $6 million [the year before=2022].",
        "Prices have doubled in [the past decade=P10Y] and wages in [a quarter of a century=P25Y].",
        "The [week-long=P1W] siege followed a [yearlong=P1Y] blockade and [decades-long=PXY] quarrels.",
        "The firm lost $4 million in [the 2022 second quarter=2022-Q2].",
        "Guards opened the gate [hours later=PTXH].",
        "In his [Sunday=2024-06-09] Mass the bishop thanked them.",
        "They had indicated in [the past=PAST_REF] that they would come.",
    ],
)
def test_rarer_ways_to_write_a_date(nlp: Language, sentence: str) -> None:
    found, expected = marked(nlp, sentence)
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The clinic sees 700 patients a week.",
        "The rent rose to $900 a month.",
        "The fund pays $1.76 a year.",
        "The programme “This Week” was cancelled.",
        "Profits fell by about three-quarters.",
        "The party daily Granat wrote of a plot.",
        "The year before the war was dry.",
    ],
)
def test_rates_and_titles_are_no_times(nlp: Language, sentence: str) -> None:
    assert marked(nlp, sentence)[0] == []


def test_a_week_that_is_no_rate_is_a_duration(nlp: Language) -> None:
    found, expected = marked(nlp, "The strike lasted [a week=P1W].")
    assert found == expected
