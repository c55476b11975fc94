"""Teasers of other articles taken out of a page: boxes of one kind, each a linked headline with few words below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import html

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
NUMBER = re.compile(r"\d+")
"""What numbers the boxes of a row ("item pos-1", "item pos-2")."""
HIGHEST = 5
"""Elements between a headline and the box it stands in."""
LEAST = 2
"""Boxes of one kind beside each other."""
MOST_SHARE = 0.5
"""Share of a page's paragraphs over which its boxes are its own story: a live blog, whose heads lead to its posts."""
MOST_WORDS = 70
"""Words of one box; sections of an article have more, or a headline without a link."""


def drop_teasers(tree: html.HtmlElement) -> None:
    """Take out rows of teasers; sections of the article itself, whose heads lead nowhere else, stay."""
    boxes = [box for row in _rows(tree) for box in row]
    if _prose(boxes) <= MOST_SHARE * _prose([tree]):
        for box in boxes:
            box.drop_tree()


def _rows(tree: html.HtmlElement) -> Iterator[list[html.HtmlElement]]:
    """Boxes of one kind beside each other, each a linked headline with few words."""
    headlines = {heading for heading in tree.iter(*HEADINGS) if _is_linked(heading)}
    parents = {above.getparent() for heading in headlines for above in _boxes(heading)}
    for parent in parents:
        if parent is None:
            continue
        rows: dict[tuple[str, str], list[html.HtmlElement]] = {}
        for child in parent:
            if isinstance(child.tag, str) and any(heading in headlines for heading in child.iter(*HEADINGS)):
                kind = NUMBER.sub("", child.get("class") or "")
                rows.setdefault((child.tag, kind), []).append(child)
        yield from (row for row in rows.values() if len(row) >= LEAST and all(_is_small(box) for box in row))


def _prose(elements: Iterable[html.HtmlElement]) -> int:
    """Words of the paragraphs in some elements."""
    return sum(len(" ".join(text.itertext()).split()) for element in elements for text in element.iter("p"))


def _is_linked(heading: html.HtmlElement) -> bool:
    """The headline leads to another page."""
    parent = heading.getparent()
    link = parent if parent is not None and parent.tag == "a" else heading.find(".//a")
    return link is not None and not (link.get("href") or "").startswith("#")


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
