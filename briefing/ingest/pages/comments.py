"""Readers' comments taken out of a page by what their boxes are called, before the article is looked for."""

from __future__ import annotations

import re

from lxml import etree, html

BOX = re.compile(
    r"""(?:^|\s)
        (?:(?:all|user|users|visitors?|readers?|article|post|entry|story|news|page|the|fb|facebook|wp|blog|view)[_-]?){0,3}
        (?:comments?|disqus|livefyre)
        (?:[_-]?(?:list|area|section|content|block|body|text|threads?|container|wrapper|wrap|box|item|inner|stream
            |respond|form|holder|module|widget|app|embed)){0,3}
        (?:$|\s)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Names of the boxes; a page that only says whether it has comments ("with-comments") names none."""
LONGEST = 200
LEAST = 60
"""Words of paragraphs that must be left; else the box is the article of a page's comment (opinion) section."""
WHOLE = frozenset(("html", "body", "main", "article"))


def drop_comments(tree: html.HtmlElement) -> None:
    """Take out the boxes of readers' comments, where an article is left without them."""
    boxes = [element for element in tree.iter(etree.Element) if _is_comments(element)]
    inside = {text for box in boxes for text in box.iter("p")}
    left = sum(len(" ".join(text.itertext()).split()) for text in tree.iter("p") if text not in inside)
    if boxes and left >= LEAST:
        for box in boxes:
            if box.getparent() is not None:
                box.drop_tree()


def is_reader(element: html.HtmlElement) -> bool:
    """The element stands in a box of readers' comments."""
    return any(_is_comments(one) for one in (element, *element.iterancestors()))


def _is_comments(element: html.HtmlElement) -> bool:
    """The element is such a box by its class or its name, and holds no headline of an article."""
    return (
        element.tag not in WHOLE
        and any(BOX.search((element.get(key) or "")[:LONGEST]) for key in ("class", "id"))
        and element.find(".//h1") is None
    )
