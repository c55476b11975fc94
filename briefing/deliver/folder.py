"""Finished files put into a dated folder, each whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import logging
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefing.errors import DeliverError

logger = logging.getLogger(__name__)

MODE = 0o644
STAGED = re.compile(r"\..{1,240}\.[a-z0-9_]{8}\.part")
"""Names of files not yet in their place, as ``tempfile`` makes them."""
OWNER = ".lock"
"""Names who is writing into the folder. The lock itself is the kernel's, which ends with its process."""


def put_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write ``files`` (name: bytes) into ``folder`` and return their paths in the same order.

    All are first written beside their place under temporary names and synced, then renamed one after the other and
    the folder is synced: a full disk leaves the former files, a kill the former or the new of each, never half of one;
    what a killed run left under temporary names the next one removes. A second run on the same folder waits for the
    first and says for whom. Raises ``DeliverError`` naming the path if the folder or a file is a
    link, cannot be made, or cannot be written.
    """
    _make_folder(folder)
    with _lock(folder), _naming(folder), contextlib.ExitStack() as cleanup:
        _sweep(folder)
        staged = []
        for name, content in files.items():
            target = folder / name
            if target.is_symlink():
                raise DeliverError(f"{target}: is a link; remove it, a brief is never written through one")
            staged.append((_stage(folder, name, content, cleanup), target))
        for temporary, target in staged:
            temporary.replace(target)
        _sync_folder(folder)
    return tuple(folder / name for name in files)


def check_place(folder: Path) -> None:
    """Raises the ``DeliverError`` of a folder that can neither be made nor written to, before any work is done."""
    with _naming(folder):
        place = next(one for one in (folder.absolute(), *folder.absolute().parents) if os.path.lexists(one))
        if not place.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "")
        if not os.access(place, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, "")
        # Where the kernel keeps its own files everybody may write, it is said, and nobody can.
        with tempfile.TemporaryFile(dir=place):
            pass


def _make_folder(folder: Path) -> None:
    if folder.is_symlink():
        raise DeliverError(f"{folder}: is a link; remove it, a brief is never written through one")
    with _naming(folder):
        folder.mkdir(parents=True, exist_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what killed runs left; nobody else writes here, for this process holds the lock."""
    for path in folder.iterdir():
        if STAGED.fullmatch(path.name) and path.is_file():
            path.unlink()


def _stage(folder: Path, name: str, content: bytes, cleanup: contextlib.ExitStack) -> Path:
    handle, path = tempfile.mkstemp(prefix=f".{name}.", suffix=".part", dir=folder)
    temporary = Path(path)
    cleanup.callback(temporary.unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as stream:
        os.fchmod(stream.fileno(), MODE)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    return temporary


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; the kernel lets go of the lock when its owner dies."""
    with _naming(folder):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            logger.warning("%s: waiting for %s, which is writing there", folder, _owner(folder))
            fcntl.flock(handle, fcntl.LOCK_EX)
        with _name_owner(folder):
            yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def _name_owner(folder: Path) -> Iterator[None]:
    """The number of this process in a file beside the brief, for those who wait; what a killed run left is replaced."""
    place = folder / OWNER
    with _naming(folder):
        place.unlink(missing_ok=True)
        place.write_text(f"{os.getpid()}\n", encoding="ascii")
    try:
        yield
    finally:
        place.unlink(missing_ok=True)


def _owner(folder: Path) -> str:
    try:
        return f"process {int((folder / OWNER).read_text(encoding='ascii'))}"
    except (OSError, ValueError):
        return "another run"


_REMEDIES = {
    errno.EACCES: "no permission to write there; choose another folder with --output",
    errno.EROFS: "the disk is read-only; choose another folder with --output",
    errno.ENOSPC: "the disk is full; nothing was changed",
    errno.EDQUOT: "the disk quota is used up; nothing was changed",
    errno.ENOTDIR: "a file stands where a folder is needed; choose another folder with --output",
    errno.EEXIST: "a file stands where a folder is needed; choose another folder with --output",
    errno.ENOENT: "no file can be made there; choose another folder with --output",
    errno.ENAMETOOLONG: "the name is too long for this disk; choose a shorter --output",
}


@contextlib.contextmanager
def _naming(folder: Path) -> Iterator[None]:
    """Turn an error of the operating system into one that names the folder and the remedy."""
    try:
        yield
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, error.strerror or str(error))
        raise DeliverError(f"{folder}: cannot write the brief: {remedy}") from error
