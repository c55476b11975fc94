"""Pages crowded with inline elements made plain, before extractors take the square of their number.

An extractor strips such elements one by one, which leaves the text between them in pieces, and asks for every piece:
45,000 links in one paragraph of a page below 1 MB took it 34 s, 40,000 words set apart in 5,000 paragraphs 17 s, the
same as plain text no time.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree, html

from briefing.ingest.words import word_list

KEPT = word_list("block_elements") | word_list("silent_elements")
"""Blocks, and what hides its words, which would show without it."""
CONTROLS = ("input", "select", "textarea", "datalist")
MOST_INLINE = 1_000
"""Inline elements of one block; no block of 216 saved pages had more than 228."""
MOST_STYLED = 5_000
"""Elements of looks in a page; 216 saved pages had at most 1,405."""
MOST_LINKED = 0.5
"""Share of a block's text over which its links are an index, and go with their words."""


def thin_out(tree: html.HtmlElement) -> None:
    """Free a crowded page of its looks, and crowded blocks of their links; of an index, with what they say."""
    etree.strip_elements(tree, *CONTROLS, with_tail=False)
    inline = _inline(tree)
    looks = [element.tag for element in inline if element.tag != "a"]
    if len(looks) > MOST_STYLED:
        etree.strip_tags(tree, *set(looks))
    for block, count in Counter(inline.values()).items():
        if count > MOST_INLINE:
            _make_plain(block)


def _inline(tree: html.HtmlElement) -> dict[html.HtmlElement, html.HtmlElement]:
    """Every inline element of a page with the block that it stands in."""
    block_of: dict[html.HtmlElement, html.HtmlElement] = {}
    for body in tree.iter("body"):
        for element in body.iterdescendants(etree.Element):
            parent = element.getparent()
            if parent is not None and element.tag not in KEPT:
                block_of[element] = block_of.get(parent, parent)
    return block_of


def _make_plain(block: html.HtmlElement) -> None:
    """Leave a block nothing but its words; without those of links that have most of them."""
    linked = sum(len(link.text_content()) for link in block.iter("a"))
    if linked > MOST_LINKED * len(block.text_content()):
        etree.strip_elements(block, "a", with_tail=False)
    etree.strip_tags(block, *{one.tag for one in block.iter(etree.Element) if one.tag not in KEPT})
