"""Teasers of other articles taken out of a page: boxes of one kind, each a linked headline with few words below."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
HIGHEST = 5
"""Elements between a headline and the box it stands in."""
LEAST = 2
"""Boxes of one kind beside each other."""
MOST_WORDS = 70
"""Words of one box; sections of an article have more, or a headline without a link."""


def drop_teasers(tree: html.HtmlElement) -> None:
    """Take out rows of teasers; sections of the article itself, whose heads are no links, stay."""
    headlines = {heading for heading in tree.iter(*HEADINGS) if _is_linked(heading)}
    parents = {above.getparent() for heading in headlines for above in _boxes(heading)}
    for parent in parents:
        if parent is None:
            continue
        rows: dict[tuple[str, str], list[html.HtmlElement]] = {}
        for child in parent:
            if isinstance(child.tag, str) and any(heading in headlines for heading in child.iter(*HEADINGS)):
                rows.setdefault((child.tag, child.get("class") or ""), []).append(child)
        for row in rows.values():
            if len(row) >= LEAST and all(_is_small(box) for box in row):
                for box in row:
                    box.drop_tree()


def _is_linked(heading: html.HtmlElement) -> bool:
    """The headline leads to another page."""
    parent = heading.getparent()
    return heading.find(".//a") is not None or (parent is not None and parent.tag == "a")


def _boxes(heading: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The elements a headline may share with its teaser, the nearest first."""
    element = heading.getparent()
    for _ in range(HIGHEST):
        if element is None or element.tag in {"body", "main", "html"}:
            return
        yield element
        element = element.getparent()


def _is_small(box: html.HtmlElement) -> bool:
    """The box holds a headline and a few words, and is no page's own article."""
    words = 0
    for text in box.itertext():
        words += len(text.split())
        if words > MOST_WORDS:
            return False
    return box.find(".//h1") is None
