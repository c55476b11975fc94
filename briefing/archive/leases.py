"""Who is at work on a delivery, and whether that process still lives."""

from __future__ import annotations

import os
import platform
from functools import cache
from pathlib import Path

PROC = Path("/proc")


@cache
def _place() -> str:
    """The machine since its last start, and the space its process numbers count in (a container has its own)."""
    try:
        boot = (PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        space = (PROC / "self/ns/pid").readlink().name
    except OSError:
        boot = space = "-"
    return f"{platform.node() or '-'}/{boot}/{space}"


def lease() -> str:
    """The name of this process that no later process can bear: place, number and start time."""
    return f"{_place()}/{os.getpid()}/{_start(os.getpid())}"


def is_alive(owner: str) -> bool | None:
    """Whether the process that wrote this lease still runs; None if it is out of sight.

    A process number alone would not do: it is given again. Out of sight is what runs on another machine or in another
    container; one of this machine before its last start is dead.
    """
    host, boot, space, number, start = owner.rsplit("/", 4)
    here_host, here_boot, here_space = _place().rsplit("/", 2)
    if host != here_host:
        return None
    if boot != here_boot:
        return False
    if space != here_space:
        return None
    if start:
        return _start(int(number)) == start
    return _answers(int(number))


def describe(owner: str) -> str:
    """The lease for people: ``process 4711 on mail1``."""
    host, _, _, number, _ = owner.rsplit("/", 4)
    return f"process {number} on {host}"


def _start(number: int) -> str:
    """Start time of a process in ticks since the machine's start; empty if it is gone, dead or not to be seen."""
    try:
        fields = (PROC / str(number) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    # Fields 3 (state) and 22 (start time) of proc(5); a zombie has died and waits for its parent.
    return "" if fields[0] in {"Z", "X"} else fields[19]


def _answers(number: int) -> bool:
    """Whether a process has this number, where there is no /proc to tell more."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
