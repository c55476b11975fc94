"""Markup that stands for looks alone made into paragraphs, before the article is looked for.

Extractors judge elements: words that stand bare between paragraphs, in tables made for columns or behind line ends of
the source are lost or run together there, though every browser shows them as paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import html

from briefing.ingest.words import word_list

BLOCKS = word_list("block_elements") - {"br"}
TABLE_PARTS = ("table", "tbody", "thead", "tfoot", "tr", "th", "td")
BREAKS = ("p", "br", "div")
CELL_BREAKS = 3
"""Paragraphs or line ends in one cell that no table of figures has."""
BOXES = ("div", "td", "section", "article", "main", "center", "body")
STYLING = ("font", "span", "b", "i", "em", "strong", "u")
"""Elements of looks that pages of old put round whole paragraphs."""
STANDFIRSTS = ("p", "div", "h2")
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
LEAD_WORDS = 19
"""Blanks in a sentence that is set as a heading but tells a story; headings that end with a stop have fewer."""
STOPS = (".", ".”", '."')
ENDS = (*STOPS, "!", "?", "!”", "?”", '!"', '?"')
LEDE_WORDS = 13
"""Blanks in a sentence under a headline that tells something; notes on sharing and reading time have fewer."""
UNFIT = re.compile("[\x00-\x08\x0a-\x1f\ufffe\uffff\ud800-\udfff]")
"""Line ends, and characters that no tree of elements may hold."""
BARE_WORDS = 10
"""Words from which bare text beside paragraphs is one of them; menus and labels have fewer."""


def lay_out(tree: html.HtmlElement) -> None:
    """Make paragraphs of what a browser would show as such."""
    _fill_empty(tree)
    _join_lines(tree)
    _free_standfirsts(tree)
    _lower_headings(tree)
    _free_headings(tree)
    for element in _layout_tables(tree):
        element.tag = "div"
    holders = _holders(tree)
    for element in holders:
        if element.tag in STYLING:
            element.tag = "div"
    for box in list(tree.iter(*BOXES)):
        if box in holders:
            _wrap_bare(box, holders)


def _fill_empty(tree: html.HtmlElement) -> None:
    """Marks without words made to hold the words behind them, which extractors lose with the mark."""
    for element in tree.iter("a", *STYLING):
        if len(element) == 0 and not (element.text or "").strip() and (element.tail or "").strip():
            element.tag = "span"
            element.attrib.clear()
            element.text, element.tail = element.tail, None


def _free_standfirsts(tree: html.HtmlElement) -> None:
    """Sentences in the header of an article, which extractors leave out whole, put behind it: they may be the lede."""
    for header in list(tree.iter("header")):
        if next(header.iterancestors("article", "main"), None) is None:
            continue
        for paragraph in reversed(list(header.iter(*STANDFIRSTS))):
            if _is_sentence(paragraph):
                paragraph.tag = "p"
                header.addnext(paragraph)


def _lower_headings(tree: html.HtmlElement) -> None:
    """Headings that are whole sentences of a story made paragraphs: set large, not above what follows."""
    for heading in tree.iter(*HEADINGS):
        text = heading.text_content().strip()
        if text.count(" ") >= LEAD_WORDS and text.endswith(STOPS) and next(heading.iter("a"), None) is None:
            heading.tag = "p"


def _free_headings(tree: html.HtmlElement) -> None:
    """Sub-heads without the links to themselves that pages hang on them; extractors take those for teasers."""
    for heading in tree.iter(*HEADINGS):
        for link in list(heading.iter("a")):
            if not (link.get("href") or "").startswith("#"):
                continue
            if any(sign.isalnum() for sign in link.text_content()):
                link.drop_tag()
            else:
                link.drop_tree()


def _is_sentence(element: html.HtmlElement) -> bool:
    """The element is a paragraph, by its tag or because nothing stands in it, and holds a whole sentence."""
    text = element.text_content().strip()
    return (element.tag == "p" or len(element) == 0) and text.count(" ") >= LEDE_WORDS and text.endswith(ENDS)


def _holders(tree: html.HtmlElement) -> set[html.HtmlElement]:
    """Elements with a block inside."""
    found: set[html.HtmlElement] = set()
    for element in reversed(list(tree.iter())):
        parent = element.getparent()
        if parent is not None and (element.tag in BLOCKS or element in found):
            found.add(parent)
    return found


def _join_lines(tree: html.HtmlElement) -> None:
    """Line ends of the source are blanks, but for preformatted text."""
    exact = {element for block in tree.iter("pre") for element in block.iter()}
    for element in tree.iter():
        if isinstance(element.tag, str) and element not in exact:
            element.text = flat(element.text)
        if element not in exact or element.tag == "pre":
            element.tail = flat(element.tail)


def flat(text: str | None) -> str:
    """Text whose line ends mean nothing."""
    return UNFIT.sub(" ", text) if text else ""


def _layout_tables(tree: html.HtmlElement) -> list[html.HtmlElement]:
    """The parts of tables one of whose cells holds several paragraphs."""
    table_of: dict[html.HtmlElement | None, html.HtmlElement | None] = {}
    cell_of: dict[html.HtmlElement | None, html.HtmlElement | None] = {}
    breaks: Counter[html.HtmlElement] = Counter()
    for element in tree.iter(*TABLE_PARTS, *BREAKS):
        above = next(element.iterancestors(*TABLE_PARTS), None)
        table_of[element] = element if element.tag == "table" else table_of.get(above)
        cell_of[element] = element if element.tag == "td" else cell_of.get(above)
        if element.tag in BREAKS and (cell := cell_of[element]) is not None:
            breaks[cell] += 1
    layout = {table_of[cell] for cell, count in breaks.items() if count >= CELL_BREAKS}
    return [
        element
        for element, table in table_of.items()
        if element is not None and table in layout
        if element.tag in TABLE_PARTS
    ]


def _wrap_bare(box: html.HtmlElement, holders: set[html.HtmlElement]) -> None:
    """A paragraph round each run of bare text that stands between the blocks of a box."""
    for before, run, text in list(_runs(box, holders)):
        words = sum(len(part.split()) for part in (text, *(f"{one.text_content()} {one.tail or ''}" for one in run)))
        if words < BARE_WORDS:
            continue
        paragraph = box.makeelement("p")
        paragraph.text = text
        if before is None:
            box.text = ""
            box.insert(0, paragraph)
        else:
            before.tail = ""
            before.addnext(paragraph)
        paragraph.extend(run)


def _runs(
    box: html.HtmlElement, holders: set[html.HtmlElement]
) -> Iterator[tuple[html.HtmlElement | None, list[html.HtmlElement], str]]:
    """Each run between blocks: the block before it, its inline elements, its first words."""
    before: html.HtmlElement | None = None
    text = box.text or ""
    run: list[html.HtmlElement] = []
    for child in box:
        if child.tag in BLOCKS or child in holders:
            yield before, run, text
            before, run, text = child, [], child.tail or ""
        else:
            run.append(child)
    yield before, run, text
