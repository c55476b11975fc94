"""Word files (.docx). The decoded source that offsets count in is the text, a paragraph a line."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from briefing.ingest.drafts import Draft, Facts, Material, SkipError
from briefing.ingest.limits import Limits
from briefing.ingest.packed import check_zip

DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
"""Byte order marks and blanks, which may stand before the markup of a part."""


def read(material: Material, limits: Limits) -> Iterator[Draft]:
    """The one article of a Word file."""
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        with zipfile.ZipFile(io.BytesIO(material.data)) as archive:
            check_zip(archive, limits)
            _refuse_entities(archive)
        document = Document(io.BytesIO(material.data))
        text = "\n\n".join(_paragraphs(document))
        facts = _facts(document)
    except (
        OpcError,
        zipfile.BadZipFile,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OSError,
        SyntaxError,
    ) as error:
        raise SkipError("malformed", "The Word file is damaged.") from error
    except (NotImplementedError, RuntimeError, EOFError) as error:
        raise SkipError(
            "encrypted" if isinstance(error, RuntimeError) else "malformed", "It cannot be unpacked."
        ) from error
    if not text.strip():
        raise SkipError("no-text", "The Word file has no text.")
    yield Draft(material.name, text, material.digest, facts)


def _refuse_entities(archive: zipfile.ZipFile) -> None:
    """No part of a Word file declares a document type."""
    for entry in archive.infolist():
        if entry.filename.endswith((".xml", ".rels")):
            with archive.open(entry) as part:
                markup = part.read().replace(b"\x00", b"").lstrip(MARKS)
            if DECLARED.search(markup):
                raise SkipError("malformed", "It declares a document type or entities.")
            if markup and not markup.startswith(b"<"):
                raise SkipError("malformed", "A part of it is neither in UTF-8 nor in UTF-16.")


def _paragraphs(document: Any) -> Iterator[str]:
    """The paragraphs and the cells of tables, in order."""
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (text for cell in _cells(block) if (text := cell.text.strip()))
        elif block.text.strip():
            yield " ".join(block.text.split())


def _cells(table: Any) -> Iterator[Any]:
    """The cells of a table, each once; its rows give a cell once for every column that it spans."""
    from docx.table import _Cell

    return (_Cell(cell, table) for cell in table._tbl.iter_tcs())


def _facts(document: Any) -> Facts:
    """What the file's properties state; the date a file was made is not the article's."""
    title = " ".join((document.core_properties.title or "").split())
    return Facts(title=title if len(title.split()) >= 3 else None)
