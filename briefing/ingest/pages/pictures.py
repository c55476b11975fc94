"""Captions and credits of pictures, also those that no markup calls so, told from a story's own lines.

They are not taken out of the page: an extractor that finds less there may choose another part of it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

from lxml import html

from briefing.ingest.cleaning.titles import fold
from briefing.ingest.pages.markup import text_lines

PICTURES = ("img", "picture", "amp-img")
BOXES = frozenset(("div", "span", "aside", "a", "li", "figure"))
MARKS = re.compile(r"image|photo|picture|figure|caption|gallery|slide|\bimg", re.IGNORECASE)
"""What pages call the boxes of their pictures; "media" stands beside texts, too."""
LONGEST = 200
HIGHEST = 4
"""Elements between a picture and the box that holds it with its caption."""
MOST_WORDS = 60
"""Words of a caption with its credit."""
MOST_SHARE = 0.3
"""Share of a text over which the lines beside its pictures are the story."""


def captions_of(tree: html.HtmlElement) -> frozenset[str]:
    """The lines that belong to pictures of a page, folded."""
    boxes = dict.fromkeys((*tree.iter("figcaption"), *_boxes(tree)))
    return frozenset(folded for box in boxes for line in text_lines(box) if (folded := fold(line)))


def without_captions(text: str, captions: frozenset[str]) -> str:
    """The text without the lines of captions, where the story stands in others."""
    lines = text.split("\n")
    kept = [line for line in lines if fold(line) not in captions]
    return "\n".join(kept) if len(" ".join(kept)) >= (1 - MOST_SHARE) * len(text) else text


def _boxes(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The widest box of every picture that is called one and holds a few words."""
    fits = cache(_is_box)
    for picture in tree.iter(*PICTURES):
        above = itertools.islice(picture.iterancestors(), HIGHEST)
        boxes = [box for box in itertools.takewhile(fits, above) if _is_called_one(box)]
        yield from boxes[-1:]


def _is_box(element: html.HtmlElement) -> bool:
    """The element may hold a picture with its caption: it has few words and no headline."""
    if element.tag not in BOXES or element.find(".//h1") is not None:
        return False
    words = 0
    for text in element.itertext():
        words += len(text.split())
        if words > MOST_WORDS:
            return False
    return True


def _is_called_one(box: html.HtmlElement) -> bool:
    """The page calls the box one of a picture."""
    return box.tag == "figure" or MARKS.search((box.get("class") or "")[:LONGEST]) is not None
