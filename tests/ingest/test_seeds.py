"""The seed articles against their hand-made gold: every line's class, every head field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.ingest import read_sources
from briefing.model import Article, DateBasis

from .marked_pages import labelled

CLASS = {"title": "title", "subtitle": "subtitle", "body": "body", "caption": "aside"}


@pytest.fixture
def gold(seeds: Path) -> dict[str, Any]:
    """The gold document of each file."""
    documents = json.loads((seeds / "gold" / "lines.json").read_text("utf-8"))["documents"]
    return {document["file"]: document for document in documents}


@pytest.fixture
def articles(seeds: Path, gold: dict[str, Any]) -> dict[str, Article]:
    """What is read from each file."""
    return {article.name: article for article in read_sources([str(seeds / name) for name in gold]).articles}


def test_every_line_gets_the_class_of_the_gold(seeds: Path, gold: dict[str, Any], articles: dict[str, Article]) -> None:
    for name, document in gold.items():
        source = (seeds / name).read_text("utf-8")
        expected = [CLASS.get(line["label"], "dropped") for line in document["lines"] if line["label"] != "blank"]
        assert [label for label, _ in labelled(articles[name], source)] == expected


def test_the_head_fields_are_those_of_the_gold(gold: dict[str, Any], articles: dict[str, Article]) -> None:
    for name, document in gold.items():
        article = articles[name]
        assert article.title == document["title"]
        assert article.subtitle == document["subtitle"]
        assert list(article.byline) == (document["byline"] or [])
        assert article.published == document["published"]
        assert article.url == document["source_url"]
        assert article.publisher == document["publisher_inferred"].split(" (")[0]
        assert article.publisher_basis in {"url", "clutter"}
        assert article.published_basis is (DateBasis.STATED if document["published"] else DateBasis.NONE)
