"""Archives read in memory: nothing is written, nothing unpacked that is too much, one level only."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from briefing.ingest.drafts import Material, SkipError
from briefing.ingest.limits import Limits
from briefing.model import Skipped

CHUNK = 1 << 16
GZIP = 31
"""``wbits`` of zlib for the gzip format."""


def check_zip(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Refuse an archive whose directory promises too much."""
    entries = archive.infolist()
    if len(entries) > limits.archive_members:
        raise SkipError("too-many", f"The archive has more than {limits.archive_members:,} members.")
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if size > limits.archive_bytes or (size > 1_000_000 and size > limits.archive_ratio * max(1, packed)):
        raise SkipError("bomb", "The archive would unpack to far more than it holds.")


def members(archive: zipfile.ZipFile, limits: Limits) -> Iterator[Material | Skipped]:
    """The files of an archive by name; members with unsafe names, links and passwords are skipped by name."""
    check_zip(archive, limits)
    left = limits.archive_bytes
    for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
        if (
            entry.is_dir()
            or PurePosixPath(entry.filename).name.startswith((".", "~$"))
            or "__MACOSX/" in entry.filename
        ):
            continue
        if (reason := _refusal(entry)) is not None:
            yield Skipped(entry.filename, *reason)
            continue
        found = _member(archive, entry, min(limits.file_bytes, left), limits)
        left -= len(found.data) if isinstance(found, Material) else 0
        yield found


def _refusal(entry: zipfile.ZipInfo) -> tuple[str, str] | None:
    """Why a member is not even opened."""
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in entry.filename[:3] or "\x00" in entry.filename:
        return "unsafe-path", "Its name leads out of the archive."
    if (entry.external_attr >> 16) & 0o170000 == 0o120000:
        return "symlink", "It is a link inside an archive."
    if entry.flag_bits & 0x1:
        return "encrypted", "It is protected by a password."
    return None


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, limits: Limits) -> Material | Skipped:
    """The bytes of one member."""
    try:
        with archive.open(entry) as file:
            data = file.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        return Skipped(entry.filename, "malformed", "It cannot be unpacked.")
    if len(data) > most:
        return Skipped(entry.filename, "too-large", f"It is larger than {limits.file_bytes / 1e6:g} MB unpacked.")
    return Material(PurePosixPath(entry.filename).name, data)


def unzip(data: bytes, limits: Limits) -> bytes:
    """The one file inside gzip data."""
    out = io.BytesIO()
    rest = data
    parts = 0
    try:
        while rest.startswith(b"\x1f\x8b"):
            parts += 1
            if parts > limits.archive_members:
                raise SkipError("too-many", f"The gzip file has more than {limits.archive_members:,} parts.")
            stream = zlib.decompressobj(GZIP)
            pending = rest
            while pending and not stream.eof:
                out.write(stream.decompress(pending, CHUNK * 16))
                pending = stream.unconsumed_tail
                _check(out.tell(), len(data), limits)
            if not stream.eof:
                raise SkipError("malformed", "The gzip file breaks off.")
            rest = stream.unused_data
    except zlib.error as error:
        raise SkipError("malformed", "The gzip file is damaged.") from error
    return out.getvalue()


def _check(size: int, packed: int, limits: Limits) -> None:
    """Refuse gzip data that unpacks to too much."""
    if size > limits.archive_bytes or (size > 1_000_000 and size > limits.archive_ratio * packed):
        raise SkipError("bomb", "The file would unpack to far more than it holds.")
    if size > limits.file_bytes:
        raise SkipError("too-large", f"It is larger than {limits.file_bytes / 1e6:g} MB unpacked.")
