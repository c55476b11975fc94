"""The PDF of a brief: PDF/A-3a and PDF/UA-1 in one file, with the brief's JSON attached."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from briefing.errors import RenderError
from briefing.model import Brief
from briefing.render.dates import stamp
from briefing.render.engine import engine_log, load_engine, quietly_closed
from briefing.render.look import Look
from briefing.render.page import paper_markup
from briefing.render.record import to_json

logger = logging.getLogger(__name__)

VARIANT = "pdf/a-3a"
"""PDF/UA-1 is declared beside it: both ask for tags, and WeasyPrint writes one of them only."""

TIGHT_PAGES = 12
"""A longer brief is not laid out twice to save a page."""

_CLOSING = b"</rdf:RDF>"
_PDFUA = b"""<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1" />\
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" \
rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""What says "PDF/UA-1" in the metadata, with the extension schema that PDF/A asks for before it may be said."""


def to_pdf(brief: Brief, look: Look) -> bytes:
    """The PDF; the same brief and look give the same bytes on one machine."""
    engine = load_engine()
    from briefing.render.fetcher import LocalFetcher
    from briefing.render.glyphs import named, printable, with_signs
    from briefing.render.tags import TagRepair

    fetcher, repair = LocalFetcher(), TagRepair()
    missing, text = printable(lambda missing: paper_markup(brief, look, missing))
    with engine_log() as lines, _one_clear_error():
        document = _lay_out(engine, text, fetcher)
        if _nearly_saved(document):
            tight = with_signs(paper_markup(brief, look, named(missing), tight=True), missing)
            document = min(document, _lay_out(engine, tight, fetcher), key=lambda one: len(one.pages))
        _hold_pages(document, look)
        _declare_pdfua(document.metadata)
        with repair.watching(), quietly_closed():
            written: bytes = document.write_pdf(
                pdf_variant=VARIANT, finisher=repair.finish, attachments=[_attachment(engine, brief, fetcher)]
            )
    for line in lines:
        logger.warning("the PDF engine says: %s", line)
    return written


def _lay_out(engine: Any, text: str, fetcher: Any) -> Any:
    return engine.HTML(string=text, url_fetcher=fetcher, media_type="print").render(pdf_variant=VARIANT)


def _nearly_saved(document: Any) -> bool:
    """Whether the last page holds so little that the brief, set tighter, may end on the page before.

    Tables and notes set tighter save about a seventh of their height (measured on briefs of 3 to 9 pages): a last
    page can only be saved where it is filled to less than a seventh of the pages before it.
    """
    pages = document.pages
    if not 1 < len(pages) <= TIGHT_PAGES:
        return False
    last = pages[-1]._page_box
    filled: float = last.children[0].margin_height() / last.height
    return filled < min(0.15 * (len(pages) - 1), 0.6)


def _hold_pages(document: Any, look: Look) -> None:
    """A template that promises its pages (``<meta name="pages" content="1">``) keeps to them, or an error names why."""
    promised = document.metadata.custom.get("pages", "")
    if not promised.isdigit() or len(document.pages) <= int(promised):
        return
    over = {anchor for page in document.pages[int(promised) :] for anchor in page.anchors}
    name = next((name for name in look.sections if name in over), "the end note").replace("_", " ")
    raise RenderError(
        f"the set {look.template_set!r} holds {promised} page: {name!r} does not fit, leave a section out"
    )


@contextmanager
def _one_clear_error() -> Iterator[None]:
    """A mistake of a user's style sheet ends in one line."""
    try:
        yield
    except (AssertionError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise RenderError(f"the PDF engine failed on this page: {type(error).__name__}: {error}") from error


def _attachment(engine: Any, brief: Brief, fetcher: Any) -> Any:
    """The brief's JSON; its times are those of the brief, for the default is the clock. It serves one write only."""
    when = stamp(brief.cutoff or brief.date)
    return engine.Attachment(
        string=to_json(brief),
        name="brief.json",
        description="The brief as data: every line with the sentences it comes from",
        created=when,
        modified=when,
        relationship="Data",
        url_fetcher=fetcher,
    )


def _declare_pdfua(metadata: Any) -> None:
    """Adds PDF/UA-1 to the metadata; the engine's own option writes a second block, which validators do not read."""
    original = metadata.generate_rdf_metadata

    def generate(*args: Any) -> bytes:
        head, closing, tail = original(*args).rpartition(_CLOSING)
        if not closing:
            raise RenderError("the PDF engine writes its metadata in another form: install WeasyPrint 70")
        made: bytes = head + _PDFUA + closing + tail
        return made

    metadata.generate_rdf_metadata = generate
