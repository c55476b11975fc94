"""Plain text: the file is the article."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.ingest.decoding import decode
from briefing.ingest.drafts import Draft, Material
from briefing.ingest.limits import Limits


def read(material: Material, limits: Limits) -> Iterator[Draft]:
    """The one article of a text file; offsets count the characters of the decoded file."""
    decoded = decode(material.data)
    yield Draft(
        name=material.name,
        text=decoded.text,
        digest=material.digest,
        warnings=("encoding",) if decoded.doubtful else (),
    )
