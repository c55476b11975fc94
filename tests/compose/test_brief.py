"""The whole way from articles to one brief, on the sample articles and on the seeds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from briefing import ingest
from briefing.annotate import pipeline
from briefing.compose import Masthead, compose_brief, group_stories
from briefing.compose.anchors import anchor_undated
from briefing.compose.documents import Document
from briefing.compose.passages import is_traced
from briefing.errors import ComposeError
from briefing.model import Article, Brief, Passage, Story

pytestmark = pytest.mark.model

SAMPLES = Path(__file__).parents[2] / "briefing" / "samples"
BRACKETS = re.compile(r"\[[^\]]*\]")


def annotate(nlp: Language, articles: Sequence[Article]) -> tuple[Document, ...]:
    documents = []
    for article in articles:
        blocks = [(block.kind.value, block.start, block.end) for block in article.blocks]
        doc = pipeline.make_doc(nlp, article.text, blocks, article.published, article.published_basis.value)
        documents.append(Document(article, nlp(doc)))
    return anchor_undated(documents)


@pytest.fixture(scope="module")
def samples(nlp: Language) -> tuple[Document, ...]:
    return annotate(nlp, ingest.read_sources([str(SAMPLES)]).articles)


@pytest.fixture(scope="module")
def seed_documents(nlp: Language, seeds: Path) -> tuple[Document, ...]:
    return annotate(nlp, ingest.read_sources([str(path) for path in sorted(seeds.glob("*.txt"))]).articles)


@pytest.fixture(scope="module")
def sample_brief(samples: tuple[Document, ...]) -> Brief:
    return make(samples, "2025-10-16")


@pytest.fixture(scope="module")
def seed_brief(seed_documents: tuple[Document, ...]) -> Brief:
    return make(seed_documents, "2024-06-14")


def make(documents: Sequence[Document], date: str = "2025-10-16", **options: object) -> Brief:
    return compose_brief(documents, (), Masthead(date), made_with=("tests",), **options)  # type: ignore[arg-type]


def passages(story: Story) -> Iterator[Passage]:
    yield from story.bottom_line
    for development in story.developments:
        yield from development.passages
    for difference in story.differences:
        for side in difference.sides:
            yield from side.passages
    for unknown in story.unknowns:
        yield from unknown.passages
    for acronym in story.acronyms:
        yield acronym.words
    for quote in story.quotes:
        yield quote.text
    for event in story.chronology:
        yield from event.passages


def numbers(brief: Brief, story: Story) -> dict[tuple[str, int], str]:
    """(article, start of a sentence) to its reference, such as ``2.4``."""
    return {
        (one.article, one.start): f"{source.number}.{position}"
        for source in brief.sources
        if source.article.id in story.articles
        for position, one in enumerate(source.sentences, 1)
    }


def test_the_brief_has_the_highest_mark_of_its_sources(seed_documents: tuple[Document, ...]) -> None:
    first, second = seed_documents
    marked = replace(second, article=replace(second.article, handling=("green", "TLP:AMBER")))
    assert make([first, marked], "2024-06-14").handling == "TLP:AMBER"
    assert make([first, second], "2024-06-14").handling == "TLP:CLEAR"


def test_the_samples_make_two_stories(sample_brief: Brief) -> None:
    assert [len(story.articles) >= 3 for story in sample_brief.stories] == [True, True]


def test_every_word_of_the_samples_brief_is_traced(sample_brief: Brief) -> None:
    articles = {source.article.id: source.article for source in sample_brief.sources}
    for story in sample_brief.stories:
        for passage in passages(story):
            assert is_traced(passage, articles), passage.text


def test_every_word_of_the_seeds_brief_is_traced(seed_brief: Brief) -> None:
    articles = {source.article.id: source.article for source in seed_brief.sources}
    for story in seed_brief.stories:
        for passage in passages(story):
            assert is_traced(passage, articles), passage.text


def test_evidence_is_always_a_body_sentence(sample_brief: Brief) -> None:
    known = {sentence for source in sample_brief.sources for sentence in source.sentences}
    shown = {one for story in sample_brief.stories for passage in passages(story) for one in passage.evidence}
    assert shown <= known


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_order_of_the_input_changes_nothing(
    samples: tuple[Document, ...], sample_brief: Brief, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(samples))
    assert make(shuffled) == sample_brief


def test_the_seeds_are_one_story_carried_by_two_origins(seed_brief: Brief) -> None:
    (story,) = seed_brief.stories
    assert len(story.origins) == 2


def test_the_call_of_the_seeds_is_carried_by_both(seed_brief: Brief) -> None:
    (story,) = seed_brief.stories
    assert len(story.developments[0].carriage.origins) == 2
    assert "call" in story.developments[0].passages[0].text


def test_the_seeds_differ_on_days_countries_and_comment_and_on_nothing_else(seed_brief: Brief) -> None:
    (story,) = seed_brief.stories
    assert sorted(difference.point for difference in story.differences) == ["Comment", "When", "Where"]


def test_a_point_told_differently_shows_both_sides_and_runs_over_their_days(seed_brief: Brief) -> None:
    (both,) = [one for one in seed_brief.stories[0].developments if len(one.passages) == 2]
    assert both.carriage.differs
    assert (both.when.value, both.when.end) == ("2024-06-10", "2024-06-12")


def test_three_things_of_the_seeds_are_not_yet_known(seed_brief: Brief) -> None:
    (story,) = seed_brief.stories
    assert [unknown.kind for unknown in story.unknowns] == ["unconfirmed", "unconfirmed", "no-date"]


def test_sources_without_a_date_are_told_in_one_line(document: Callable[..., Document]) -> None:
    told = ("The dam of Velmar was opened on Monday.", "The dam of Velmar was shut by the ministry.")
    undated = [document(text, id=f"s{number}") for number, text in enumerate(told)]
    brief = compose_brief(undated, (), Masthead("2024-06-14"), made_with=("tests",), one_story=True)
    (unknown,) = brief.stories[0].unknowns
    assert unknown.passages[0].text == ("Sources 1 and 2 carry no publication date; their relative dates stay open.")


def test_the_cut_off_is_the_latest_publication_in_utc(seed_brief: Brief) -> None:
    assert seed_brief.cutoff == "2024-06-14T11:43:00Z"


def test_the_bottom_line_is_two_to_four_passages(sample_brief: Brief, seed_brief: Brief) -> None:
    for story in (*sample_brief.stories, *seed_brief.stories):
        assert 2 <= len(story.bottom_line) <= 4


def test_developments_are_at_most_six(sample_brief: Brief, seed_brief: Brief) -> None:
    for story in (*sample_brief.stories, *seed_brief.stories):
        assert 2 <= len(story.developments) <= 6


def test_a_title_given_by_the_user_is_the_headline_of_the_one_story(seed_documents: tuple[Document, ...]) -> None:
    brief = compose_brief(
        seed_documents, (), Masthead("2024-06-14", title="A call"), made_with=("tests",), one_story=True
    )
    assert (brief.title, brief.stories[0].headline, brief.stories[0].headline_basis) == ("A call", "A call", "option")


def test_one_story_takes_all_articles(samples: tuple[Document, ...]) -> None:
    (story,) = make(samples, one_story=True).stories
    assert len(story.articles) == len(samples)


def test_stories_past_the_limit_are_noted_in_a_line(samples: tuple[Document, ...]) -> None:
    brief = make(samples, max_stories=1)
    assert len(brief.stories) == 1
    assert [bool(noted.headline and noted.articles) for noted in brief.noted] == [True]


def test_a_watch_word_brings_its_story_to_the_front(samples: tuple[Document, ...]) -> None:
    assert "ferry" in make(samples, watch=("lifeboats",)).stories[0].headline.casefold()


def test_a_watch_word_that_nobody_uses_is_said_to_be_absent(samples: tuple[Document, ...]) -> None:
    (watch,) = make(samples, watch=("volcano",)).watch
    assert (watch.word, watch.evidence) == ("volcano", ())


def test_no_article_with_a_body_is_an_error() -> None:
    with pytest.raises(ComposeError, match="none of the articles"):
        make(())


def test_two_copies_of_one_article_are_one_origin_and_never_differ(
    nlp: Language, samples: tuple[Document, ...]
) -> None:
    from dataclasses import replace

    first = samples[0].article
    copy = replace(first, id="copy", name="zz-copy.txt", publisher="The Copyist", copies=(), related=())
    (story,) = make(annotate(nlp, [first, copy]), one_story=True).stories
    assert len(story.origins) == 1
    assert story.differences == ()
    assert story.carried_by_several == 0


def test_grouping_keeps_every_article_once(samples: tuple[Document, ...]) -> None:
    grouped = [document.article.id for group in group_stories(samples) for document in group]
    assert sorted(grouped) == sorted(document.article.id for document in samples)
