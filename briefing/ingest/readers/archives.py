"""Archives (.zip) and packed files (.gz): what is inside is read like files of a folder; archives inside are not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from briefing.ingest import readers
from briefing.ingest.drafts import Draft, Material, SkipError
from briefing.ingest.guard import guarded_items
from briefing.ingest.limits import Limits
from briefing.ingest.packed import members, unzip
from briefing.model import Skipped


def read(material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """The articles of an archive, members by name."""
    if material.data.startswith(b"\x1f\x8b"):
        name = material.name[:-3] if material.name.lower().endswith(".gz") else material.name
        yield from _inner(Material(name, unzip(material.data, limits)), limits)
        return
    try:
        archive = zipfile.ZipFile(io.BytesIO(material.data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise SkipError("malformed", "The archive is damaged.") from error
    with archive:
        for found in members(archive, limits):
            if isinstance(found, Skipped):
                yield found
            else:
                yield from _inner(found, limits)


def _inner(material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """The articles of one member."""
    if readers.format_of(material) == "archives":
        yield Skipped(material.name, "archive", "An archive inside an archive is not opened.")
        return
    yield from guarded_items(material.name, readers.read(material, limits), limits)
