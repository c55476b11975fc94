"""What the user named becomes material: files, folders (recursive, in the order of their names), patterns, stdin.

Only regular files are read. A link that is named itself is followed; inside a folder a link is followed only to a
regular file that lies inside that same folder. Nothing is opened that could block (pipes, devices).
"""

from __future__ import annotations

import errno
import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from briefing.errors import IngestError
from briefing.ingest.drafts import Material
from briefing.ingest.limits import Limits
from briefing.ingest.outlets import hide_passwords
from briefing.model import Skipped

STDIN = "-"
STDIN_NAME = "stdin"
PATTERN = frozenset("*?[")
HIDDEN = (".", "~$")
"""Starts of names that a folder's reader passes over: hidden files, lock files of office programs."""
DEEPEST = 40
RECORDS = frozenset((".jsonl", ".ndjson"))
"""Files of records a line: the limit is a record's, not the file's."""
CHUNK = 1 << 20


def locate(sources: Sequence[str], limits: Limits, stdin: BinaryIO | None = None) -> Iterator[Material | Skipped]:
    """The material of every source in order, one file in memory at a time.

    Raises ``IngestError`` for a source that is not there at all: that is a slip of the user's, not a bad article.
    """
    if not sources:
        raise IngestError("nothing to read: name a file, a folder, a pattern or - for standard input", "no-input")
    named = [_paths(source) for source in sources]
    taken: set[tuple[int, int]] = set()
    for source, paths in zip(sources, named, strict=True):
        if source == STDIN:
            yield from _read_stdin(stdin, limits)
        for path in paths:
            yield from _read_path(path, taken, limits)


def _paths(source: str) -> list[Path]:
    """What one argument names, by name, none for standard input; ``IngestError`` if that is nothing."""
    if source == STDIN:
        return []
    if "\x00" in source:
        raise IngestError(f"no such file or folder: {source!r}", "not-found")
    if _exists(Path(source)):
        return [Path(source)]
    is_pattern = bool(PATTERN & set(source))
    matches = glob.glob(source, recursive=True) if is_pattern else []  # noqa: PTH207 - Path.glob takes no absolute ones
    if not matches:
        kind = "no file matches" if is_pattern else "no such file or folder"
        raise IngestError(f"{kind}: {hide_passwords(source)}", "not-found")
    return [Path(match) for match in sorted(matches)]


def _read_stdin(stdin: BinaryIO | None, limits: Limits) -> Iterator[Material | Skipped]:
    """What stands on standard input, one document or one file of records."""
    if stdin is None:
        raise IngestError("nothing to read on standard input", "no-input")
    data = stdin.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        yield _too_large(STDIN_NAME, limits)
    elif not data.strip():
        raise IngestError("nothing came in on standard input", "no-input")
    else:
        yield Material(STDIN_NAME, data)


def _exists(path: Path) -> bool:
    """There is something under this name, readable or not."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        return error.errno not in {errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP}
    return True


def _read_path(path: Path, taken: set[tuple[int, int]], limits: Limits) -> Iterator[Material | Skipped]:
    """One file, or every file of a folder; the same file twice is read once."""
    if not path.is_dir():
        yield from _read_file(path, path.name, taken, limits)
        return
    found = 0
    try:
        os.scandir(path).close()
    except OSError as error:
        raise IngestError(f"the folder {path} cannot be read: {error.strerror}", "unreadable") from error
    for inner in _walk(path, 0):
        found += 1
        if isinstance(inner, Skipped):
            yield inner
        elif inner.is_symlink() and not _stays_inside(inner, path):
            yield Skipped(inner.name, "symlink", "It is a link that leads out of the folder.")
        else:
            yield from _read_file(inner, inner.name, taken, limits)
    if not found:
        raise IngestError(f"the folder {path} has no files in it", "no-input")


def _walk(folder: Path, depth: int) -> Iterator[Path | Skipped]:
    """The files below a folder, by name; links to folders are not followed."""
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Skipped(folder.name, "unreadable", f"The folder cannot be read: {error.strerror}.")
        return
    for entry in ordered:
        if entry.name.startswith(HIDDEN):
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth < DEEPEST:
                yield from _walk(folder / entry.name, depth + 1)
            else:
                yield Skipped(entry.name, "too-many", f"Folders are nested more than {DEEPEST} deep.")
        elif entry.is_symlink() and _is_folder(entry):
            yield Skipped(entry.name, "symlink", "It is a link to a folder.")
        else:
            yield folder / entry.name


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """The link leads to a folder; one that leads back to itself leads nowhere."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _stays_inside(link: Path, folder: Path) -> bool:
    """The link leads to something inside the folder."""
    try:
        return link.resolve(strict=True).is_relative_to(folder.resolve(strict=True))
    except (OSError, RuntimeError):
        return False


def _read_file(path: Path, name: str, taken: set[tuple[int, int]], limits: Limits) -> Iterator[Material | Skipped]:
    """The bytes of one regular file."""
    try:
        target = path.resolve(strict=True)
        handle = os.open(target, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, RuntimeError) as error:
        yield Skipped(name, *_reason(error))
        return
    with os.fdopen(handle, "rb") as file:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            yield Skipped(name, "not-a-file", "It is not a regular file.")
        elif (facts.st_dev, facts.st_ino) not in taken:
            taken.add((facts.st_dev, facts.st_ino))
            place = path.absolute().as_posix()
            if facts.st_size > limits.file_bytes and path.suffix.lower() in RECORDS:
                yield from _in_parts(file, name, place, limits)
            else:
                yield _contents(file, name, place, facts.st_size, limits)


def _contents(file: BinaryIO, name: str, place: str, size: int, limits: Limits) -> Material | Skipped:
    """What is in an open file, if it is within the limit."""
    if size > limits.file_bytes:
        return _too_large(name, limits)
    try:
        data: bytes | None = file.read(limits.file_bytes + 1)
    except OSError as error:
        return Skipped(name, *_reason(error))
    if data is None:  # what is called a regular file and has nothing to give yet, such as the kernel's log
        return Skipped(name, "not-a-file", "It is not a regular file.")
    return _too_large(name, limits) if len(data) > limits.file_bytes else Material(name, data, path=place)


def _in_parts(file: BinaryIO, name: str, place: str, limits: Limits) -> Iterator[Material | Skipped]:
    """A long file of records, some lines at a time."""
    number = 1
    while lines := file.readlines(min(CHUNK, limits.file_bytes)):
        if any(len(line) > limits.file_bytes for line in lines):
            yield Skipped(f"{name} from line {number}", "too-large", "A record is too long.")
        else:
            yield Material(name, b"".join(lines), number, place)
        number += len(lines)


def _too_large(name: str, limits: Limits) -> Skipped:
    """The reason for a file past the limit."""
    return Skipped(name, "too-large", f"It is larger than {limits.file_bytes / 1e6:g} MB.")


def _reason(error: Exception) -> tuple[str, str]:
    """Code and sentence for a file that cannot be opened."""
    number = getattr(error, "errno", None)
    if number in {errno.ENOENT, errno.ENOTDIR}:
        return "not-found", "The file is not there, or is a link that leads nowhere."
    if number == errno.ELOOP or isinstance(error, RuntimeError):
        return "symlink", "It is a link that leads back to itself."
    if number in {errno.ENXIO, errno.ENODEV, errno.EISDIR}:
        return "not-a-file", "It is not a regular file."
    return "unreadable", f"It cannot be read: {getattr(error, 'strerror', None) or error}."
