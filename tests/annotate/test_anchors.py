"""The day of an undated article: inferred from its own words, with reasons, or left open; never today."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from briefing.annotate import layers, pipeline
from briefing.annotate.reanchoring import reanchor

pytestmark = pytest.mark.model

UNDATED = (
    "On May 21, the envoys of Tarsin and Velmar met in Dolm. The bridge had been closed on May 18. "
    "Last October, Velmar invited the envoys for the first time. The invitation of October 2021 was not answered."
)


def read(nlp: Language, text: str) -> Doc:
    return nlp(pipeline.make_doc(nlp, text))


def test_a_relative_month_beside_its_date_gives_the_year(nlp: Language) -> None:
    doc = read(nlp, UNDATED)
    assert (doc._.document_date, doc._.document_date_basis) == ("2022-05-21", "inferred")


def test_an_inferred_day_keeps_its_reasons(nlp: Language) -> None:
    anchor = layers.facts(read(nlp, UNDATED), layers.TIMEXES, "anchor")
    assert anchor["value"] == "2022-05-21"
    assert anchor["basis"] == "inferred"
    assert anchor["reasons"] == [
        "“Last October” is October 2021, which puts the article between November 2021 and October 2022.",
        "The latest day told as past is “May 21”.",
    ]


def test_events_of_an_inferred_day_say_so(nlp: Language) -> None:
    dated = {event.value: event.basis for event in layers.events(read(nlp, UNDATED)) if event.basis != "lead"}
    assert dated["2022-05-21"] == "inferred"
    assert dated["2021-10"] in {"inferred", "stated"}


def test_without_evidence_the_year_stays_open(nlp: Language) -> None:
    doc = read(nlp, "On May 21, the envoys met in Dolm. In 2003 they had met in Arl.")
    assert doc._.document_date is None
    assert {timex.value for timex in layers.timexes(doc)} == {"--05-21", "2003"}


def test_an_old_year_alone_gives_no_day(nlp: Language) -> None:
    doc = read(nlp, "On May 21, the envoys met. They last met in October 2009. Last March they had refused.")
    assert doc._.document_date is None


def test_contradicting_evidence_gives_no_day(nlp: Language) -> None:
    text = (
        "On May 21, the envoys met. Last October they had refused, as they had in October 2021. "
        "Last March they had agreed, as they had in March 2015."
    )
    assert read(nlp, text)._.document_date is None


def test_a_day_with_its_weekday_gives_the_year(nlp: Language) -> None:
    doc = read(nlp, "On Saturday, May 21, the envoys met in Dolm. They had met in 2021.")
    assert doc._.document_date == "2022-05-21"


def test_a_planned_day_is_not_the_day_of_writing(nlp: Language) -> None:
    text = UNDATED + " They will meet again on June 30."
    assert read(nlp, text)._.document_date == "2022-05-21"


def test_a_dated_article_is_not_inferred_anew(nlp: Language) -> None:
    doc = nlp(pipeline.make_doc(nlp, UNDATED, date="2024-06-14", basis="stated"))
    assert (doc._.document_date, doc._.document_date_basis) == ("2024-06-14", "stated")
    assert layers.facts(doc, layers.TIMEXES, "anchor") == {}


def test_reanchoring_counts_everything_anew(nlp: Language) -> None:
    doc = read(nlp, "On May 21, the envoys met. On Monday they had refused.")
    reanchor(doc, date(2024, 5, 22), ["A sibling is dated 22 May 2024."])
    assert [timex.value for timex in layers.timexes(doc)] == ["2024-05-21", "2024-05-20"]
    assert {event.value for event in layers.events(doc)} == {"2024-05-21", "2024-05-20"}
    assert layers.facts(doc, layers.TIMEXES, "anchor")["reasons"] == ["A sibling is dated 22 May 2024."]


def test_a_day_looked_back_at_is_not_the_day_of_writing(nlp: Language) -> None:
    text = (
        "The singer's estate was sold. The buyers paid cash. The judge signed the papers. He died on June 25. "
        "Last October, the sale was stopped, as it had been in October 2021."
    )
    assert read(nlp, text)._.document_date is None
