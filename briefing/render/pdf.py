"""The PDF of a brief: PDF/A-3a and PDF/UA-1 in one file, with the brief's JSON attached."""

from __future__ import annotations

import logging
from typing import Any

from briefing.errors import RenderError
from briefing.model import Brief
from briefing.render.child import Press
from briefing.render.engine import engine_log, load_engine, one_clear_error, quietly_closed
from briefing.render.environment import compile_ours
from briefing.render.layout import VARIANT, lay_out, letters
from briefing.render.look import Look
from briefing.render.page import paper_markup
from briefing.render.record import to_json
from briefing.wording.dates import stamp

logger = logging.getLogger(__name__)

CHILD_PAGES = 100
"""A longer brief takes half a gigabyte and half a minute: not in the process of whoever asks for it."""

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
    """The PDF; the same brief and look give the same bytes on one machine.

    A brief of more than about a hundred pages is made in a process of its own, which gives its memory back.
    """
    text = paper_markup(brief, look)
    if expected_pages(text) > CHILD_PAGES:
        with Press() as press:
            press.order(brief, look)
            return press.collect()
    written, said = make(brief, look, text)
    for line in said:
        logger.warning("%s", line)
    return written


def warm_up() -> None:
    """Load and compile what every PDF needs."""
    load_engine()
    import briefing.render.fetcher
    import briefing.render.glyphs
    import briefing.render.tags  # noqa: F401 - only to be there

    compile_ours()


def make(brief: Brief, look: Look, text: str) -> tuple[bytes, tuple[str, ...]]:
    """The PDF and what there is to say about it: letters without a glyph, lines of the engine's log.

    ``text`` is the page for paper; it is written again only where letters are missing or a page can be saved.
    """
    engine = load_engine()
    from briefing.render.fetcher import LocalFetcher
    from briefing.render.glyphs import foreign_letters, lent_fonts, missing_letters, named, with_signs
    from briefing.render.tags import TagRepair

    fetcher, repair = LocalFetcher(), TagRepair()
    foreign = foreign_letters(text)
    missing = missing_letters(foreign)

    def write(tight: bool) -> str:
        if not missing and not tight:
            return text
        return with_signs(paper_markup(brief, look, named(missing), tight=tight), missing)

    with engine_log() as lines, one_clear_error():
        document = lay_out(write, look, fetcher)
        _declare_pdfua(document.metadata)
        with repair.watching(), quietly_closed():
            written: bytes = document.write_pdf(
                pdf_variant=VARIANT, finisher=repair.finish, attachments=[_attachment(engine, brief, fetcher)]
            )
    said = [f"no font here prints {named(missing)}: shown as □"] if missing else []
    if lent := "".join(letter for letter in foreign if letter not in missing):
        said.append(f"our fonts lack {named(lent)}: printed in {lent_fonts(document)}")
    return written, (*said, *(f"the PDF engine says: {line}" for line in dict.fromkeys(lines)))


def expected_pages(text: str) -> int:
    """About how many pages a page's text fills: 3,500 letters each (2,400 to 3,900 on briefs of 4 to 73 pages)."""
    return letters(text) // 3500


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
