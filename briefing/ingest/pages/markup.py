"""HTML made harmless and turned into lines: scanned before it is parsed, hidden parts taken out, blocks parted.

The parser is lxml's, without network, entities or schema; nothing is ever fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from briefing.ingest.drafts import SkipError
from briefing.ingest.limits import Limits
from briefing.ingest.pages.layout import flat
from briefing.ingest.pages.prescan import scan, without_programs
from briefing.ingest.words import word_list

HIDDEN_STYLE = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|font-size\s{0,9}:\s{0,9}0(?![.\d])", re.IGNORECASE
)
HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:visually-?hidden|sr-only|screen-?reader(?:-text|-only)?|visuallyhidden|u-hidden|is-hidden|hidden-print)(?:$|\s)",
    re.IGNORECASE,
)
SILENT = word_list("silent_elements")
BLOCKS = word_list("block_elements")
MOST_HIDDEN = 0.5
"""A page of which more would fall as hidden shows itself by script: then nothing is taken out."""


def parse(source: str, limits: Limits) -> html.HtmlElement:
    """The tree of a page or fragment; raises ``SkipError`` where there is none."""
    source = without_programs(source)
    scan(source, limits)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, recover=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(source.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise SkipError("malformed", "Its HTML cannot be parsed.") from error
    return tree


def drop_hidden(tree: html.HtmlElement) -> None:
    """Take out what a reader of the page does not see."""
    total = len(" ".join(tree.itertext()))
    hidden = [element for element in tree.iter() if isinstance(element.tag, str) and _is_hidden(element)]
    size = sum(len(" ".join(element.itertext())) for element in hidden if not _inside(element, hidden))
    if size > MOST_HIDDEN * total:
        hidden = [element for element in hidden if element.tag == "template"]
    for element in hidden:
        if element.getparent() is not None:
            element.drop_tree()


def _inside(element: html.HtmlElement, hidden: list[html.HtmlElement]) -> bool:
    """The parent is hidden already."""
    parent = element.getparent()
    return parent is not None and isinstance(parent.tag, str) and _is_hidden(parent) and len(hidden) > 1


def _is_hidden(element: html.HtmlElement) -> bool:
    """The element says of itself that it is not shown."""
    if element.tag in {"body", "html", "head"}:
        return False
    found = element.get
    return (
        element.tag == "template"
        or found("hidden") is not None
        or found("aria-hidden", "").strip().lower() == "true"
        or bool(HIDDEN_STYLE.search(found("style", "")[:2000]))
        or bool(HIDDEN_CLASS.search(found("class", "")[:2000]))
    )


def lines_of(tree: html.HtmlElement) -> str:
    """The visible text, a line for each block, blocks parted by an empty line."""
    return "\n\n".join(text_lines(tree))


def text_lines(tree: html.HtmlElement, *, shown: bool = False) -> list[str]:
    """The text of an element, one line for each block; ``shown``: without what hides itself."""
    lines = "".join(_pieces(tree, shown)).split("\n")
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def _pieces(tree: html.HtmlElement, shown: bool) -> Iterator[str]:
    """Text with a line feed at the borders of blocks; what stands behind the element itself is left out."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        border = "\n" if element.tag in BLOCKS else ""
        silent = not isinstance(element.tag, str) or element.tag in SILENT or (shown and _is_hidden(element))
        if event == "end":
            yield border + (flat(element.tail) if element is not tree else "")
        elif silent:
            walk.skip_subtree()
        else:
            yield border + flat(element.text)


def text_of(source: str, limits: Limits) -> str:
    """The visible text of a fragment such as a feed's entry; plain text comes back as it is."""
    if "<" not in source:
        from html import unescape

        return unescape(source)
    tree = parse(source, limits)
    drop_hidden(tree)
    return lines_of(tree)
