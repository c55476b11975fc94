"""Corrections of the desk are followed on every run, in any order, and never invent."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from itertools import permutations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.compose import Masthead, compose_brief
from briefing.compose.documents import Document
from briefing.errors import SettingsError
from briefing.model import Actor, ActorKind, Brief, Correction, CorrectionKind
from briefing.model.correction_entries import make_entry, read_entries
from briefing.render.record import to_json

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]

ONE = (
    "Alvanian foreign minister Helena Marek opened the Korda dam on Tuesday. “The water is back,” Ms Marek told them."
    "\n\nBo Dahl, a farmer in Zelengrad, said that the water had come too late. Dahl has lost his orchard."
)
TWO = (
    "Elena Marek, who opened the dam on Tuesday, will meet farmers in Stanberg. Marek said that the state would pay."
    "\n\nThe KRC sent engineers to the dam. The Estrella waited in the harbour of Stanberg."
)


def correction(kind: str, *names: str, to: str = "", note: str = "") -> Correction:
    return make_entry(CorrectionKind(kind), names, to, note)


def documents(document: Annotate) -> list[Document]:
    return [document(text, id=f"d{number}", title="Korda dam opened") for number, text in enumerate((ONE, TWO), 1)]


def made(found: Sequence[Document], *corrections: Correction) -> Brief:
    """The brief of the documents; entries come as the file gives them."""
    content = {"correction": [_table(one) for one in corrections]}
    masthead = Masthead("2025-10-15", corrections=read_entries(content, "corrections.toml"))
    return compose_brief(found, (), masthead, made_with=("tests",), one_story=True)


def _table(one: Correction) -> dict[str, object]:
    return {one.kind.value: {"of": one.names[0], "is": one.to} if one.to else list(one.names), "note": one.note}


def names(brief: Brief) -> set[str]:
    return {actor.name for actor in brief.stories[0].actors}


def named(brief: Brief, name: str) -> Actor:
    [found] = [one for one in brief.stories[0].actors if one.name == name]
    return found


@pytest.fixture
def found(document: Annotate) -> list[Document]:
    """Two articles that spell one name in two ways."""
    return documents(document)


def test_two_spellings_are_two_people_until_somebody_corrects_it(found: list[Document]) -> None:
    assert {"Helena Marek", "Elena Marek"} <= names(made(found))


def test_same_makes_one_actor_with_the_quotes_and_sentences_of_both(found: list[Document]) -> None:
    brief = made(found, correction("same", "Elena Marek", "Helena Marek", note="The Post errs."))
    marek = named(brief, "Helena Marek")
    assert "Elena Marek" not in names(brief)
    assert {one.article for one in marek.evidence} == {"d1", "d2"}
    said = {quote.text.text for quote in brief.stories[0].quotes if quote.source == "Helena Marek"}
    assert any("water is back" in text for text in said)
    assert any("state would pay" in text for text in said)


def test_the_events_of_the_joined_actor_are_its_own(document: Annotate) -> None:
    found = [
        document("Helena Marek opened the Korda dam on 3 October 2025.", id="d1"),
        document("Elena Marek closed the harbour of Stanberg on 5 October 2025.", id="d2"),
    ]
    brief = made(found, correction("same", "Elena Marek", "Helena Marek"))
    marek = named(brief, "Helena Marek").id
    assert [event.when.value for event in brief.stories[0].chronology if marek in event.actors] == [
        "2025-10-03",
        "2025-10-05",
    ]


def test_the_reason_is_kept_with_the_actor_and_the_entry_with_the_brief(found: list[Document]) -> None:
    entry = correction("same", "Elena Marek", "Helena Marek", note="The Post errs.")
    brief = made(found, entry)
    assert brief.corrections == (entry,)
    reason = 'corrected by hand: same "Elena Marek", "Helena Marek" (The Post errs.)'
    assert reason in named(brief, "Helena Marek").merges


def test_different_keeps_the_units_of_two_articles_apart(document: Annotate) -> None:
    found = [
        document("Robert Hallam opened the dam. Hallam left on foot.", id="d1"),
        document("Hallam, a farmer, was angry with the state. Hallam has lost his orchard.", id="d2"),
    ]
    assert names(made(found)).isdisjoint({"Hallam"})
    brief = made(found, correction("different", "Hallam", "Robert Hallam"))
    assert {one.article for one in named(brief, "Hallam").evidence} == {"d2"}
    assert {one.article for one in named(brief, "Robert Hallam").evidence} == {"d1"}


def test_different_parts_one_entity_of_an_article_with_its_quotes(document: Annotate) -> None:
    text = (
        "Kim Chol met farmers at the dam on Monday. “The water is back,” Kim Chol told them.\n\n"
        "A farmer was not so sure. Kim said that his orchard had died in May."
    )
    found = [document(text, id="d1")]
    assert names(made(found)) >= {"Kim Chol"}
    assert "Kim" not in names(made(found))
    brief = made(found, correction("different", "Kim", "Kim Chol"))
    assert [one.start for one in named(brief, "Kim").evidence] == [text.index("Kim said")]
    assert "Kim" not in named(brief, "Kim Chol").aliases
    sources = {quote.text.text: quote.source for quote in brief.stories[0].quotes}
    assert any("orchard" in text and source == "Kim" for text, source in sources.items())
    assert any("water" in text and source == "Kim Chol" for text, source in sources.items())


def test_a_document_that_is_parted_stays_as_it_was_for_others(document: Annotate) -> None:
    found = [document("Kim Chol met farmers at the dam. Kim said that his orchard had died.", id="d1")]
    before = made(found)
    made(found, correction("different", "Kim", "Kim Chol"))
    assert made(found) == before


def test_a_name_that_a_source_has_is_shown_as_it_is(found: list[Document]) -> None:
    brief = made(found, correction("name", "Elena Marek", to="Helena Marek"))
    assert {one.article for one in brief.stories[0].actors if one.name == "Helena Marek" for one in one.evidence} >= {
        "d2"
    }


def test_a_name_that_no_source_has_stands_in_brackets_everywhere(found: list[Document]) -> None:
    brief = made(found, correction("name", "Helena Marek", to="Helena Marek-Dahl"))
    assert "[Helena Marek-Dahl]" in names(brief)
    assert "[Helena Marek-Dahl]" in {quote.source for quote in brief.stories[0].quotes}
    assert b"Helena Marek-Dahl" not in to_json(brief).replace(b"[Helena Marek-Dahl]", b"").replace(
        b'"to": "Helena Marek-Dahl"', b""
    ).replace(b'is \\"Helena Marek-Dahl\\"', b"")


def test_a_kind_is_as_the_desk_says(found: list[Document]) -> None:
    [before] = [one.kind for one in made(found).stories[0].actors if "Estrella" in one.name]
    assert before is not ActorKind.PLACE
    assert named(made(found, correction("kind", "Estrella", to="place")), "Estrella").kind is ActorKind.PLACE


def test_a_dropped_actor_is_none_and_its_quotes_keep_their_words(found: list[Document]) -> None:
    brief = made(found, correction("drop", "Bo Dahl"))
    assert names(brief).isdisjoint({"Bo Dahl", "Dahl"})
    [quote] = [one for one in brief.stories[0].quotes if "too late" in one.text.text]
    assert quote.actor is None


def test_what_speaks_of_nobody_today_is_said_and_not_in_the_brief(
    found: list[Document], caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("briefing")
    logger.propagate = True
    brief = made(found, correction("drop", "Robert Hallam"), correction("drop", "Helena Mareck"))
    assert brief.corrections == ()
    assert [record.message for record in caplog.records if record.levelno == logging.WARNING] == [
        'correction never applied: drop "Helena Mareck": no source names "Helena Mareck"; did you mean "Helena Marek"?',
        'correction never applied: drop "Robert Hallam": no source names "Robert Hallam"',
    ]


def test_a_name_of_two_people_means_neither(document: Annotate, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("briefing").propagate = True
    found = [
        document("Peter Lund spoke at the dam. Lund left early.", id="d1"),
        document("Anna Lund spoke at the dam. Lund stayed on.", id="d2"),
    ]
    brief = made(found, correction("drop", "Lund"))
    assert {"Peter Lund", "Anna Lund"} <= names(brief)
    assert '"Lund" is Anna Lund and Peter Lund here; name one of them' in caplog.text


def test_case_accents_and_apostrophes_of_an_entry_do_not_matter(found: list[Document]) -> None:
    assert "Bo Dahl" not in names(made(found, correction("drop", "bó  dahl")))


POOL = (
    correction("same", "Elena Marek", "Helena Marek", note="one"),
    correction("same", "Helena Marek", "Marek"),
    correction("different", "Bo Dahl", "Helena Marek"),
    correction("different", "Bo Dahl", "Dahl"),
    correction("different", "Elena Marek", "Helena Marek"),
    correction("name", "Bo Dahl", to="Bo Erik Dahl"),
    correction("name", "Bo Dahl", to="Erik Dahl"),
    correction("kind", "Estrella", to="place"),
    correction("drop", "KRC"),
    correction("drop", "Bo Dahl"),
    correction("same", "Estrella", "KRC"),
)


@pytest.fixture(scope="module")
def pool_documents(document: Annotate) -> list[Document]:
    """The same two articles for every example."""
    return documents(document)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(POOL), unique=True, max_size=5), st.randoms())
def test_the_order_of_entries_and_articles_changes_nothing(
    pool_documents: list[Document], entries: list[Correction], random: Random
) -> None:
    shuffled, turned = list(entries), list(pool_documents)
    random.shuffle(shuffled)
    random.shuffle(turned)
    assert _outcome(turned, shuffled) == _outcome(pool_documents, entries)


def _outcome(found: Sequence[Document], entries: Sequence[Correction]) -> bytes | str:
    """The brief, or that the entries contradict each other."""
    try:
        return to_json(made(found, *entries))
    except SettingsError as error:
        return "contradiction" if "contradicts" in str(error) else str(error)


def test_chains_of_entries_join_whatever_their_order(document: Annotate) -> None:
    found = [document(f"{name} spoke at the dam on Monday.", id=name[:2]) for name in ("Ann Lee", "Bea Orr", "Cay Fox")]
    entries = (correction("same", "Ann Lee", "Bea Orr"), correction("same", "Bea Orr", "Cay Fox"))
    outcomes = [made(found, *order) for order in permutations(entries)]
    assert outcomes[0] == outcomes[1]
    assert len([one for one in outcomes[0].stories[0].actors if one.kind is ActorKind.PERSON]) == 1
