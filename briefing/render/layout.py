"""The pages of a brief, laid out: once, or once more and tighter where that saves a page."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any

from briefing.errors import RenderError
from briefing.render.engine import load_engine
from briefing.render.look import Look

VARIANT = "pdf/a-3a"
"""PDF/UA-1 is declared beside it: both ask for tags, and WeasyPrint writes one of them only."""

TIGHT_PAGES = 12
"""A longer brief is not laid out twice to save a page."""

FULL_PAGES = 4
"""What a brief of two or three articles shall fill at most."""

FIVE_PAGES = {"a4": range(14_000, 16_500), "letter": range(12_900, 16_500)}
"""Letters of a brief that fills a fifth page when set normally, and none when set tight.

Measured on 46 briefs of one to three news articles: of those in these ranges 3 of 3 and 5 of 5 were so. A wrong guess
costs the second layout that it saves otherwise, a third of the time of such a brief.
"""

_TAGS = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)


def lay_out(write: Callable[[bool], str], look: Look, fetcher: Any) -> Any:
    """The laid-out document of the page that ``write`` makes, normal or (``True``) tight.

    A layout goes over all pages once. A page that prints where a link of it leads ("chronology, page 3") is gone over
    twice more, as the engine learns the page of the link and the number of pages: 0.1 s each, for page 1 alone.
    """
    text = write(False)
    tight = _laid_out(write(True), fetcher) if letters(text) in FIVE_PAGES[look.paper] else None
    if tight and len(tight.pages) <= FULL_PAGES:
        document = tight
    else:
        document = _laid_out(text, fetcher)
        if tight or _nearly_saved(document) or len(document.pages) > _promised(document):
            document = min(document, tight or _laid_out(write(True), fetcher), key=lambda one: len(one.pages))
    _hold_pages(document, look)
    return document


def letters(text: str) -> int:
    """How many letters a page's text has: what its height depends on most."""
    return len(" ".join(_TAGS.sub("", text).split()))


def _laid_out(text: str, fetcher: Any) -> Any:
    return load_engine().HTML(string=text, url_fetcher=fetcher, media_type="print").render(pdf_variant=VARIANT)


def _nearly_saved(document: Any) -> bool:
    """Whether the brief, set tighter, may well end on the page before its last one.

    Tight setting saves about a sixth of the height (measured on briefs of 3 to 10 pages). For the fifth page it is
    tried whenever that can suffice, since four pages are the size of a brief; later ones must be nearly empty.
    """
    pages = document.pages
    if not 1 < len(pages) <= TIGHT_PAGES:
        return False
    last = pages[-1]._page_box
    filled: float = last.children[0].margin_height() / last.height
    return filled < min(0.22 * (len(pages) - 1), 0.75 if len(pages) == FULL_PAGES + 1 else 0.35)


def _promised(document: Any) -> int:
    """How many pages the template promises at most."""
    words = document.metadata.custom.get("pages", "")
    return int(words) if words.isdigit() else sys.maxsize


def _hold_pages(document: Any, look: Look) -> None:
    """A template that promises its pages (``<meta name="pages" content="1">``) keeps to them, or an error names why."""
    promised = _promised(document)
    if len(document.pages) <= promised:
        return
    over = {anchor for page in document.pages[promised:] for anchor in page.anchors}
    name = next((name for name in look.sections if name in over), "the end note").replace("_", " ")
    raise RenderError(
        f"the set {look.template_set!r} holds {promised} page: {name!r} does not fit, leave a section out"
    )
