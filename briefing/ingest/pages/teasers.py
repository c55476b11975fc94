"""Teasers of other articles taken out of a page: boxes of one kind, each a linked headline with few words below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

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
CUT = ("[…]", "[...]", "[\u2009…\u2009]")
"""What content systems end an excerpt with."""
MOST_CUT = 150
"""Words of one box that ends so."""
MOST_WORDS = 70
"""Words of one box; sections of an article have more, or a headline without a link."""


def drop_teasers(tree: html.HtmlElement) -> None:
    """Take out rows of teasers; sections of the article itself, whose heads lead nowhere else, stay."""
    rows = list(_rows(tree))
    for box in (box for row in rows for box in _cut_off(row)):
        box.drop_tree()
    boxes = [box for row in rows if all(_is_small(box) for box in row) for box in row if box.getparent() is not None]
    if _prose(boxes) <= MOST_SHARE * _prose([tree]):
        for box in boxes:
            box.drop_tree()


def _rows(tree: html.HtmlElement) -> Iterator[list[html.HtmlElement]]:
    """Boxes of one kind beside each other, each with a linked headline."""
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
        yield from (row for row in rows.values() if len(row) >= LEAST)


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


def _is_small(box: html.HtmlElement, most: int = MOST_WORDS) -> bool:
    """The box holds a headline and a few words, and is no page's own article."""
    words = 0
    for text in box.itertext():
        words += len(text.split())
        if words > most:
            return False
    return box.find(".//h1") is None


def _cut_off(row: Sequence[html.HtmlElement]) -> list[html.HtmlElement]:
    """The boxes of a row whose most hold beginnings of stories that were cut off, as no page does to its own."""
    cut = [any(text.rstrip().endswith(CUT) for text in box.itertext()) for box in row]
    if 2 * sum(cut) <= len(row):
        return []
    return [box for box, one in zip(row, cut, strict=True) if _is_small(box, MOST_CUT if one else MOST_WORDS)]
