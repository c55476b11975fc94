"""PDF files with a text layer. The decoded source that offsets count in is the text as pypdf finds it."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Iterator
from typing import Any

from briefing.ingest.drafts import Draft, Facts, Material, SkipError
from briefing.ingest.limits import Limits
from briefing.ingest.words import word_list

PAGES = 500
LONGEST = 5_000_000
"""Characters of all pages together."""

FULL = 0.8
"""Share of a usual line's length from which a line ended because the next word did not fit."""
CLOSED = 0.95
"""The same for a line that ends a sentence, as the last of a paragraph does."""
STOP = re.compile(r"[.!?:][\"'”’)]{0,2}$")
SPLIT_WORD = re.compile(r"(?P<part>\w+)(?P<hyphen>[-\u2010\u00ad])$")
MASTHEAD = re.compile(r"By [A-Z]|(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2},) (?:19|20)\d\d$")
"""Lines of their own however wide the line above is: a byline, a day."""
OPEN_WORDS = word_list("function_words")
"""No headline ends with one of these: its next line belongs to it."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(material: Material, limits: Limits) -> Iterator[Draft]:
    """The one article of a PDF file."""
    from pypdf import PdfReader
    from pypdf.errors import LimitReachedError, PyPdfError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(io.BytesIO(material.data), strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise SkipError("encrypted", "The PDF is protected by a password.")
            text = _text(reader)
            title = _title(reader)
    except LimitReachedError as error:
        raise SkipError("bomb", "The PDF would unpack to far more than it holds.") from error
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OSError, ArithmeticError) as error:
        raise SkipError("malformed", "The PDF is damaged.") from error
    except (RecursionError, NotImplementedError, ImportError, AssertionError) as error:
        raise SkipError(
            "encrypted" if isinstance(error, ImportError) else "malformed", "The PDF cannot be read."
        ) from error
    if not text.strip():
        raise SkipError("no-text", "The PDF has no text layer (a scan?).")
    yield Draft(material.name, text, material.digest, Facts(title=title), joined=True)


def _text(reader: Any) -> str:
    """The text of all pages, a paragraph a line; it may run over the end of a page."""
    if len(reader.pages) > PAGES:
        raise SkipError("too-many", f"The PDF has more than {PAGES} pages.")
    texts, length = [], 0
    for page in reader.pages:
        text = page.extract_text() or ""
        length += len(text)
        if length > LONGEST:
            raise SkipError("too-large", "The PDF holds too much text.")
        texts.append(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return unwrapped([line.strip() for text in texts for line in text.split("\n")])


def unwrapped(lines: list[str]) -> str:
    """The lines of a page joined to paragraphs, a paragraph a line.

    Letters differ in width, so that a full line is known by its length only roughly: a line is joined to the next if
    it is nearly as long as the others are, or if it breaks off and the next goes on in small letters.
    """
    lengths = sorted(len(line) for line in lines if line)
    full = FULL * lengths[int(0.8 * (len(lengths) - 1))] if lengths else 0
    known = frozenset(word.strip(".,;:!?()“”’").lower() for line in lines for word in line.split())
    paragraphs: list[str] = []
    for before, line in zip(["", *lines], lines, strict=False):
        goes_on = bool(before and line and not MASTHEAD.match(line)) and (
            len(before) * FULL >= CLOSED * full
            if STOP.search(before)
            else len(before) >= full or _is_open(before, line)
        )
        if goes_on:
            paragraphs[-1] = _joined(paragraphs[-1], line, known)
        elif line:
            paragraphs.append(line)
    return "\n\n".join(paragraphs)


def _is_open(line: str, after: str) -> bool:
    """The line cannot end where it does."""
    return after[:1].islower() or line.rsplit(" ", 1)[-1].lower() in OPEN_WORDS


def _joined(line: str, after: str, known: frozenset[str]) -> str:
    """Two lines as one. The hyphen of a word that was parted goes; that of a compound, whose part is a word, stays."""
    split = SPLIT_WORD.search(line)
    if split is None or not after[:1].islower():
        return f"{line} {after}"
    whole = split["hyphen"] == "-" and split["part"].lower() in known
    return line + after if whole else line[: split.start("hyphen")] + after


def _title(reader: Any) -> str | None:
    """The title among the document's properties, unless it is a program's or file's name."""
    title = getattr(reader.metadata, "title", None) if reader.metadata else None
    title = " ".join(str(title).split()) if title else ""
    return title if len(title.split()) >= 3 and not title.lower().endswith((".doc", ".docx", ".pdf", ".indd")) else None
