"""Web archives (WARC): every answered HTML page an article. Needs the extra ``briefing[warc]``."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from briefing.ingest.decoding import decode
from briefing.ingest.drafts import Draft, Material, SkipError
from briefing.ingest.guard import guarded
from briefing.ingest.limits import Limits
from briefing.model import Skipped


def read(material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """The pages of a web archive in its order."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise SkipError("type", "Web archives need the extra: pip install 'briefing[warc]'.") from error
    number = 0
    try:
        for record in _quiet(ArchiveIterator(io.BytesIO(material.data))):
            kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
            if record.rec_type == "response" and "html" in kind.lower():
                number += 1
                name = f"{material.name} page {number}"
                data = record.content_stream().read(limits.file_bytes + 1)
                address = record.rec_headers.get_header("WARC-Target-URI")
                yield guarded(name, partial(_page, Material(name, data), address, kind, limits), limits)
    except (ArchiveLoadFailed, ValueError, EOFError, OSError) as error:
        raise SkipError("malformed", "The web archive is damaged.") from error
    if not number:
        raise SkipError("no-text", "The web archive holds no page.")


def _quiet(records: Iterator[Any]) -> Iterator[Any]:
    """The records, without what the library prints of the bytes between them."""
    while True:
        with contextlib.redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _page(material: Material, address: str | None, kind: str, limits: Limits) -> Draft:
    """The article of one page."""
    from briefing.ingest.readers.page import page_draft

    if len(material.data) > limits.file_bytes:
        raise SkipError("too-large", f"It is larger than {limits.file_bytes / 1e6:g} MB.")
    charset = kind.lower().partition("charset=")[2].strip(" \"';") or None
    draft = page_draft(material, decode(material.data, charset).text, limits)
    return replace(draft, facts=replace(draft.facts, url=draft.facts.url or address))
