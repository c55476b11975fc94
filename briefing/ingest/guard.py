"""Bounds round the reading of one document, so that no input can stop a morning's run or take others with it."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TypeVar

from briefing.ingest.drafts import SkipError
from briefing.ingest.limits import Limits
from briefing.model import Skipped

try:
    import resource
except ImportError:  # not on Windows: there the size limits of the readers stand alone
    resource = None  # type: ignore[assignment]  # the module or nothing

logger = logging.getLogger(__name__)

Found = TypeVar("Found")
STATM = Path("/proc/self/statm")


class _TimeUpError(BaseException):
    """Raised by the alarm; no ``Exception``, so that no parser's own handler swallows it."""


def guarded(name: str, work: Callable[[], Found], limits: Limits) -> Found | Skipped:
    """What ``work`` gives within the limits, or why it could not; ``name`` is that of the smallest thing read so."""
    try:
        with bounded(limits):
            return work()
    except SkipError as error:
        return Skipped(name, error.code, error.detail)
    except Exception as error:  # parsers of untrusted formats raise anything; the other articles must still be read
        logger.debug("reading %s failed", name, exc_info=True)
        return Skipped(name, "malformed", f"It cannot be read ({type(error).__name__}).")


def guarded_items(name: str, items: Iterator[Found], limits: Limits) -> Iterator[Found | Skipped]:
    """The same for each item of ``items``, up to the first that cannot be given."""
    while (item := guarded(name, lambda: next(items, None), limits)) is not None:
        yield item


@contextmanager
def bounded(limits: Limits) -> Iterator[None]:
    """What runs inside may take ``limits.seconds`` and ``limits.memory_bytes``; else ``SkipError``."""
    try:
        with _alarm(limits.seconds), _memory(limits.memory_bytes):
            yield
    except _TimeUpError:
        raise SkipError("too-large", f"Reading it took longer than {limits.seconds:g} s.") from None
    except MemoryError:
        raise SkipError("too-large", "Reading it needs too much memory.") from None


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """An alarm after so many seconds; only the main thread of a Unix process can set one."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    handler = signal.signal(signal.SIGALRM, _ring)
    earlier, _ = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, earlier)
        signal.signal(signal.SIGALRM, handler)


def _ring(number: int, frame: FrameType | None) -> None:
    """What the alarm does."""
    raise _TimeUpError


@contextmanager
def _memory(more: int) -> Iterator[None]:
    """Room for so many bytes of address space above what is in use."""
    if resource is None or not STATM.exists():
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    used = int(STATM.read_text().split()[0]) * resource.getpagesize()
    wanted = used + more
    if soft != resource.RLIM_INFINITY and soft <= wanted:
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
