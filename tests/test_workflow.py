"""The run as a whole: one bad article never stops the others, and the brief says what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from briefing import errands, workflow
from briefing.model import Article, Block, BlockKind

GOOD = "The harbour of Costa Lima was closed on Tuesday, the port authority said."


def article(id: str, text: str) -> Article:
    return Article(id, f"{id}.txt", text, (Block(BlockKind.BODY, 0, len(text)),), (), "")


@pytest.fixture
def fragile(nlp: Language) -> Iterator[Language]:
    """The pipeline with a last component that fails on one word, as somebody's own component might."""

    @Language.component("test_fragile")
    def fail(doc: Doc) -> Doc:
        if "brittle" in doc.text:
            raise ValueError("cannot bear this word")
        return doc

    nlp.add_pipe("test_fragile")
    yield nlp
    nlp.remove_pipe("test_fragile")


@pytest.mark.model
def test_an_article_that_a_component_fails_on_is_left_out_and_named(fragile: Language) -> None:
    articles = [article("one", GOOD), article("two", "A brittle pier fell."), article("three", GOOD)]
    documents = list(workflow.stream_documents(fragile, articles))
    assert [document.article.id for document in documents] == ["one", "three"]
    [skipped] = workflow.left_out(articles, documents)
    assert (skipped.name, skipped.code) == ("two.txt", "malformed")


@pytest.mark.model
def test_the_lines_of_an_extract_name_what_is_not_among_them(
    fragile: Language, caplog: pytest.LogCaptureFixture
) -> None:
    long = article("three", "word " * (workflow.LONGEST // 5 + 1))
    articles = [
        article("one", "A brittle pier fell."),
        article("two", GOOD),
        long,
        article("four", "Brittle: brittle."),
    ]
    lines = list(errands.article_lines(fragile, articles))
    assert [json.loads(line)["doc"] for line in lines] == ["two"]
    names = [record.getMessage().partition(":")[0] for record in caplog.records if record.levelname == "WARNING"]
    assert names == ["skipped one.txt", "skipped three.txt", "skipped four.txt"]


@pytest.mark.model
def test_an_article_too_long_for_the_parser_is_left_out_and_named(nlp: Language) -> None:
    articles = [article("one", GOOD), article("two", "word " * (workflow.LONGEST // 5 + 1))]
    documents = list(workflow.stream_documents(nlp, articles))
    [skipped] = workflow.left_out(articles, documents)
    assert (skipped.name, skipped.code) == ("two.txt", "too-large")


def test_the_samples_come_with_the_program() -> None:
    [folder] = workflow.sample_articles()
    assert len(list(Path(folder).glob("*.txt"))) >= 6
