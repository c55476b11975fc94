"""Pages of our own writing, from many kinds of outlets: every line gets the label that stands in front of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.ingest import read_sources
from briefing.model import Article

from .marked_pages import Page, labelled, pages

PAGES = pages()


def read(page: Page, folder: Path, gap: str) -> tuple[Article, str]:
    """The article of a page written to a file."""
    source = page.source(gap)
    path = folder / "page.txt"
    path.write_text(source, encoding="utf-8")
    (article,) = read_sources([str(path)]).articles
    return article, source


def test_there_are_at_least_forty_pages() -> None:
    assert len(PAGES) >= 40


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_line_gets_its_label(page: Page, gap: str, tmp_path: Path) -> None:
    article, source = read(page, tmp_path, gap)
    assert labelled(article, source) == page.expected()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_masthead_is_read(page: Page, tmp_path: Path) -> None:
    article, _ = read(page, tmp_path, "\n")
    title = page.facts.get("title") or next((text for mark, text in page.lines if mark == "T"), None)
    subtitle = page.facts.get("subtitle") or next((text for mark, text in page.lines if mark == "S"), None)
    assert (article.title, article.subtitle) == (title, subtitle)
    assert (article.published or "") == page.facts.get("published", "")
    assert "; ".join(article.byline) == page.facts.get("byline", "")
    assert (article.url or "") == page.facts.get("url", "")
    if "publisher" in page.facts:
        assert article.publisher == page.facts["publisher"]
    if "warning" in page.facts:
        assert page.facts["warning"] in article.warnings
