"""Quotations of a story: once each, in the sources' own words, in an order a reader can follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.compose.actors.gathering import merge_actors
from briefing.compose.documents import Document
from briefing.compose.origins import Origins
from briefing.compose.quotes import folding
from briefing.compose.quotes.gathering import compose_quotes
from briefing.compose.quotes.quote_actors import of_words
from briefing.compose.quotes.quote_texts import check
from briefing.errors import ComposeError
from briefing.model import Passage, Quote, QuoteKind

pytestmark = pytest.mark.model
Make = Callable[..., Document]


def quotes(*documents: Document) -> tuple[Quote, ...]:
    return compose_quotes(documents, merge_actors(documents), Origins(documents))


def test_no_documents_no_quotes() -> None:
    assert compose_quotes((), merge_actors(()), Origins(())) == ()


def test_a_full_quotation_is_shown_without_its_marks_and_the_comma_before_the_cue(document: Make) -> None:
    [quote] = quotes(document("“We will open the bridge on Friday,” Maria Ondal, the mayor of Arbek, said."))
    assert quote.text.text == "We will open the bridge on Friday"
    assert (quote.id, quote.kind, quote.source) == ("Q1", QuoteKind.DIRECT, "Maria Ondal")


def test_the_contents_are_the_words_themselves(document: Make) -> None:
    article = document("“We will open the bridge,” Maria Ondal said, “if the steel arrives in time.”")
    [quote] = quotes(article)
    assert [article.article.text[one.start : one.end] for one in quote.contents] == [
        "We will open the bridge,",
        "if the steel arrives in time.",
    ]
    assert quote.text.text == "We will open the bridge, […] if the steel arrives in time."


def test_words_left_out_between_two_sentences_are_shown(document: Make) -> None:
    [quote] = quotes(document("“We will open the bridge on Friday,” Maria Ondal said. “The steel has arrived.”"))
    assert quote.text.text == "We will open the bridge on Friday […] The steel has arrived."


def test_a_quotation_over_two_paragraphs_is_one(document: Make) -> None:
    [quote] = quotes(document("Maria Ondal said: “We will open the bridge.\n\n“The steel has arrived.”"))
    assert quote.text.text == "We will open the bridge. The steel has arrived."


@pytest.mark.parametrize(
    "text",
    [
        "``We will open the bridge on Friday,'' Maria Ondal said. ``The steel has arrived.'' ``Nobody believed us.''",
        "“We will open the bridge on Friday,” “The steel has arrived,” Maria Ondal said.",
        "Maria Ondal said: “We will open it on Friday.\n\n“The steel has come,” she said, “at last.”",
        "''We will open the bridge,'' she said, ``if we can.'' ''Nobody believed us.''",
        "“He said ‘never again’ to all of us,” Maria Ondal said. “‘Never’ is a long time.”",
        "“We will … open it on Friday …” Maria Ondal said, “… if we can.”",
        '"We will open the bridge," "on Friday," "if we can," Maria Ondal said.',
        "“We will open [the bridge] on Friday,” Maria Ondal said. “[It] is safe.”",
    ],
)
def test_odd_marks_never_stop_the_brief(text: str, document: Make) -> None:
    assert quotes(document(text))


MARKS = ("“", "”", '"', "''", "``", "‘", "’", "[", "]", ",", ".", "…", " – ", "\n\n", " ")
WORDS = (
    "Maria Ondal said",
    "she said",
    "the bridge",
    "We will open it",
    "on Friday",
    "called it",
    "according to Peter Lorn",
)
PIECES = st.sampled_from((*MARKS, *WORDS))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=3, max_size=14))
def test_no_text_stops_the_brief(document: Make, pieces: list[str]) -> None:
    text = " ".join(pieces).strip() or "Nothing."
    for quote in quotes(document(text)):
        assert quote.text.text


def test_a_clause_is_shown_as_it_stands(document: Make) -> None:
    [quote] = quotes(document("Maria Ondal said that the bridge would open on Friday."))
    assert (quote.kind, quote.text.text) == (QuoteKind.INDIRECT, "the bridge would open on Friday")


def test_a_tag_in_the_middle_of_a_report_is_left_out(document: Make) -> None:
    [quote] = quotes(document("The old bridge, Maria Ondal said, will open to cars on Friday."))
    assert quote.text.text == "The old bridge […] will open to cars on Friday"


def test_quoted_words_without_a_cue_are_no_report(document: Make) -> None:
    assert quotes(document("Maria Ondal came to open the “bridge of peace” on Monday.")) == ()


def test_an_infinitive_is_shown_from_its_cue_on(document: Make) -> None:
    [quote] = quotes(document("Maria Ondal pledged to open the bridge before the winter."))
    assert quote.text.text == "pledged to open the bridge before the winter"


def test_a_denial_never_loses_its_cue(document: Make) -> None:
    [quote] = quotes(document("Maria Ondal denied that the bridge had been closed for repairs."))
    assert quote.text.text == "denied that the bridge had been closed for repairs"


def test_a_few_quoted_words_are_shown_with_their_clause_and_marks(document: Make) -> None:
    [quote] = quotes(document("Maria Ondal called the delay at the bridge “a disgrace”."))
    assert quote.text.text == "called the delay at the bridge “a disgrace”"
    assert quote.kind is QuoteKind.MIXED


def test_a_participle_is_shown_with_the_verb_it_hangs_on(document: Make) -> None:
    [quote] = quotes(document("Ms. Ondal defended the plan for the bridge, describing the plan as “generous”."))
    assert quote.text.text == "defended the plan for the bridge, describing the plan as “generous”"


def test_an_infinitive_that_reports_is_shown_with_the_verb_it_hangs_on(document: Make) -> None:
    [quote] = quotes(document("Maria Ondal had to remind both sides that the bridge belonged to the town."))
    assert quote.text.text == "had to remind both sides that the bridge belonged to the town"


def test_a_few_quoted_words_of_something_outside_them_are_not_shown(document: Make) -> None:
    assert quotes(document("The bridge, which Maria Ondal once called “a disgrace”, has closed.")) == ()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ondal, the transport minister", "Maria Ondal"),
        ("Ondal, the finance minister", None),
        ("Lorn, the transport minister", None),
        ("Ondal", None),
    ],
)
def test_a_surname_with_an_office_is_the_actor_of_another_article(words: str, name: str | None, document: Make) -> None:
    known = merge_actors([document("Transport Minister Maria Ondal opened the bridge on Monday.")])
    actor = of_words(words, known.actors)
    assert (actor.name if actor is not None else None) == name


def test_a_pronoun_of_somebody_else_is_named_in_brackets(document: Make) -> None:
    text = "Peter Lorn met Anna Kessel on Monday. The ministry reported that he would resign in May."
    [quote] = quotes(document(text))
    assert quote.text.text == "[Peter Lorn] would resign in May"


def test_what_is_not_going_to_be_keeps_its_not(document: Make) -> None:
    [quote] = quotes(document('Maria Ondal said she wasn\'t going to "act like a servile little dog".'))
    assert quote.text.text == 'said she wasn\'t going to "act like a servile little dog"'


def test_what_somebody_unnamed_says_of_he_is_not_put_on_another_name(document: Make) -> None:
    [quote] = quotes(document("Peter Lorn spoke on Monday. One man said he called the guards after a crash."))
    assert quote.text.text == "he called the guards after a crash"


def test_what_an_outlet_of_the_story_reports_somebody_to_deny_is_that_persons(document: Make) -> None:
    dispatch = document("According to Meridian, the company denies that the ship was overloaded.", id="a")
    meridian = document("The ship sailed on Monday.", id="b", publisher="Meridian")
    found = compose_quotes([dispatch, meridian], merge_actors([dispatch, meridian]), Origins([dispatch, meridian]))
    assert [(one.source, one.cue, one.via) for one in found] == [("the company", "denies", "Meridian")]


@pytest.mark.parametrize(
    "text",
    [
        "They saw two men who Maria Ondal said were officers of the harbour police.",
        "He posted a note, which Maria Ondal says serves as the firm’s statement on the matter.",
    ],
)
def test_a_report_whose_subject_stands_outside_it_is_not_shown(text: str, document: Make) -> None:
    assert quotes(document(text)) == ()


def test_a_pronoun_of_the_source_itself_stays(document: Make) -> None:
    [quote] = quotes(document("Maria Ondal said she would open the bridge on Friday."))
    assert quote.text.text == "she would open the bridge on Friday"


def test_what_somebody_is_said_to_have_said_is_not_his_statement(document: Make) -> None:
    [quote] = quotes(document("Maria Ondal said that Peter Lorn had promised to open the bridge."))
    assert (quote.source, quote.text.text) == ("Maria Ondal", "Peter Lorn had promised to open the bridge")


def test_the_medium_that_carried_it_is_named(document: Make) -> None:
    [quote] = quotes(document("Reuters reported that Maria Ondal said the bridge would open on Friday."))
    assert (quote.source, quote.via) == ("Maria Ondal", "Reuters")


def test_words_without_a_source_are_nobodys(document: Make) -> None:
    [quote] = quotes(document("The council met on Monday.\n\n“Nobody asked us what we wanted from this bridge.”"))
    assert (quote.source, quote.actor) == ("", None)


def test_the_day_beside_the_cue_dates_the_words(document: Make) -> None:
    text = "Maria Ondal said on Monday that the bridge would open in May."
    [quote] = quotes(document(text, published="2024-06-14T07:43:00+02:00"))
    assert (quote.when.value, quote.when.text, quote.when.basis) == ("2024-06-10", "Monday", "relative")


def test_the_day_of_the_occasion_dates_the_words(document: Make) -> None:
    text = "On June 12, Maria Ondal had a call with Peter Lorn.\n\nDuring the call, Ms. Ondal said the bridge was safe."
    [quote] = quotes(document(text, published="2024-06-14T07:43:00+02:00"))
    assert (quote.when.value, quote.when.basis) == ("2024-06-12", "lead")


def test_an_occasion_of_two_days_dates_nothing(document: Make) -> None:
    text = (
        "On June 10, Maria Ondal had a phone call with Peter Lorn. On June 12, they had a phone call again.\n\n"
        "During the call, Ms. Ondal said the bridge was safe."
    )
    assert [quote.when.value for quote in quotes(document(text, published="2024-06-14T07:43:00+02:00"))] == [None]


def test_the_day_goes_on_with_the_same_source(document: Make) -> None:
    text = "Maria Ondal said on Monday that the bridge was safe. She added that the road would follow."
    found = quotes(document(text, published="2024-06-14T07:43:00+02:00"))
    assert [quote.when.value for quote in found] == ["2024-06-10", "2024-06-10"]


def test_the_day_does_not_go_on_to_another_source(document: Make) -> None:
    text = "Maria Ondal said on Monday that the bridge was safe. Peter Lorn said that the road would follow."
    found = quotes(document(text, published="2024-06-14T07:43:00+02:00"))
    assert [quote.when.value for quote in found] == ["2024-06-10", None]


def test_a_part_of_a_day_is_its_day(document: Make) -> None:
    text = "Maria Ondal said on Monday night that the bridge was safe."
    [quote] = quotes(document(text, published="2024-06-14T07:43:00+02:00"))
    assert quote.when.value == "2024-06-10"


def test_a_report_of_nobody_known_is_not_shown(document: Make) -> None:
    assert quotes(document("The council met on Monday. She said that the bridge was safe.")) == ()


def test_a_month_dates_the_words(document: Make) -> None:
    [quote] = quotes(document("In May 2021, Maria Ondal said that the bridge was safe."))
    assert quote.when.value == "2021-05"


def test_a_day_inside_the_words_does_not_date_them(document: Make) -> None:
    text = "Maria Ondal said the bridge would open on Friday."
    [quote] = quotes(document(text, published="2024-06-14T07:43:00+02:00"))
    assert quote.when.value is None


def test_the_same_words_in_two_articles_are_one_quotation_in_the_longest_form(document: Make) -> None:
    short = document("“We will open the bridge on Friday,” Maria Ondal said.", id="a", publisher="Aal Post")
    long = document(
        "“We will open the bridge on Friday, whatever it costs us,” said Mayor Maria Ondal.",
        id="b",
        publisher="Arbek Sun",
    )
    [quote] = quotes(short, long)
    assert quote.text.text == "We will open the bridge on Friday, whatever it costs us"
    assert [one.article for one in quote.text.evidence] == ["b", "a"]
    assert (quote.carriage.origins, quote.carriage.differs) == (("Arbek Sun", "Aal Post"), False)


def test_words_given_differently_are_shown_as_differing(document: Make) -> None:
    one = document("“We will open the old bridge on Friday next week,” Maria Ondal said.", id="a", publisher="Aal Post")
    two = document(
        "“We will close the old bridge on Friday next week,” Maria Ondal said.", id="b", publisher="Arbek Sun"
    )
    [quote] = quotes(one, two)
    assert quote.carriage.differs


def test_the_same_words_of_two_people_stay_two_quotations(document: Make) -> None:
    one = document("“We have nothing to hide from you,” Maria Ondal said.", id="a")
    two = document("“We have nothing to hide from you,” Peter Lorn said.", id="b")
    assert sorted(quote.source for quote in quotes(one, two)) == ["Maria Ondal", "Peter Lorn"]


def test_full_quotations_come_before_reports_and_reports_by_date(document: Make) -> None:
    text = (
        "Maria Ondal said on Wednesday that the road would follow.\n\n"
        "Maria Ondal said on Monday that the council had agreed.\n\n"
        "Peter Lorn said nobody had asked him.\n\n"
        "“We will open the bridge on Friday,” Maria Ondal said."
    )
    found = quotes(document(text, published="2024-06-14T07:43:00+02:00"))
    assert [(quote.id, quote.text.text) for quote in found] == [
        ("Q1", "We will open the bridge on Friday"),
        ("Q2", "the council had agreed"),
        ("Q3", "the road would follow"),
        ("Q4", "nobody had asked him"),
    ]


def test_words_that_do_not_stand_in_their_sentence_stop_the_brief(document: Make) -> None:
    article = document("Maria Ondal said the bridge would open on Friday.")
    with pytest.raises(ComposeError, match="does not stand so"):
        check(article, Passage("the bridge will open on Friday", article.sentences))


def test_a_quotation_that_does_not_stand_in_its_sentence_is_left_out_with_a_warning(
    document: Make, caplog: pytest.LogCaptureFixture
) -> None:
    article = document(
        "Maria Ondal said the bridge would open on Friday. Peter Lorn said the road would follow in May.",
        name="bridge.txt",
    )
    first, second = article.sentences
    object.__setattr__(article, "sentences", (replace(first, end=first.end - 12), second))
    [quote] = quotes(article)
    assert (quote.source, quote.text.text) == ("Peter Lorn", "the road would follow in May")
    [warning] = caplog.records
    assert warning.levelname == "WARNING"
    assert warning.getMessage().startswith("left out of bridge.txt, sentence 1: the quotation 'the bridge would open")


def test_brackets_are_not_looked_for_in_the_source(document: Make) -> None:
    article = document("Maria Ondal said he would open the bridge on Friday.")
    check(article, Passage("[Peter Lorn] would open […] on Friday", article.sentences))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("we will open the bridge", "We will open the bridge!", True),
        ("we will open the bridge", "we will open the bridge on Friday", True),
        ("we agree", "we agree on nothing", False),
        ("we will open the bridge on Friday at noon", "we will shut the bridge on Friday at noon", True),
        ("we will open the bridge", "they would never close that road", False),
    ],
)
def test_folding_compares_words(one: str, other: str, same: bool) -> None:
    assert folding.same_words(folding.fold(one), folding.fold(other)) is same
