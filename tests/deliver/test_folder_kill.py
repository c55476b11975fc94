"""A process killed at every step of writing the brief's files: each is the former or the new one, never half of one.

The process is a real one that runs the code as it is; Python tells a hook of each step that opens, makes, renames or
removes a file, and at the step in question the kernel kills it.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.deliver.folder import put_files

WRITER = """
import os, signal, sys
from pathlib import Path
from briefing.deliver.folder import put_files

folder, fatal = Path(sys.argv[1]), int(sys.argv[2])
seen = 0

def watch(event, arguments):
    global seen
    if event in {"open", "os.rename", "os.remove", "os.chmod", "os.mkdir", "fcntl.flock", "tempfile.mkstemp"}:
        if any(str(folder) in str(one) for one in arguments) or event in {"fcntl.flock", "os.chmod"}:
            seen += 1
            if seen == fatal:
                print(event, *arguments[:2], flush=True)
                os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
put_files(folder, {name: b"new " * 50_000 for name in ("brief.html", "brief.json", "brief.pdf")})
"""
NEW, FORMER = b"new " * 50_000, b"former " * 30_000
NAMES = ("brief.html", "brief.json", "brief.pdf")
MOST_STEPS = 60


def write(folder: Path, fatal: int) -> tuple[int, str]:
    """How the writing process ended, killed at a step (0: at none), and what that step was."""
    ended = subprocess.run(
        [sys.executable, "-c", WRITER, str(folder), str(fatal)], capture_output=True, text=True, timeout=60, check=False
    )
    assert not ended.stderr, ended.stderr
    return ended.returncode, ended.stdout


def steps(folder: Path) -> list[str]:
    """What the process was killed at, step by step, the folder filled with former files before each."""
    found: list[str] = []
    for fatal in range(1, MOST_STEPS):
        for name in NAMES:
            folder.mkdir(exist_ok=True)
            (folder / name).write_bytes(FORMER)
        code, step = write(folder, fatal)
        if code == 0:
            return found
        assert code == -signal.SIGKILL
        found.append(step)
        assert_whole(folder, step)
    raise AssertionError("it never ended")


def assert_whole(folder: Path, step: str) -> None:
    """Every file is whole after a kill, and the next run neither waits nor leaves anything of the killed one."""
    for name in NAMES:
        assert (folder / name).read_bytes() in {FORMER, NEW}, step
    put_files(folder, dict.fromkeys(NAMES, NEW))
    assert sorted(path.name for path in folder.iterdir()) == list(NAMES), step
    assert all((folder / name).read_bytes() == NEW for name in NAMES), step


def test_killed_at_any_step_no_file_is_half_and_the_next_run_puts_all_right(tmp_path: Path) -> None:
    killed_at = steps(tmp_path / "report")
    assert sum(step.startswith("os.rename") for step in killed_at) == len(NAMES)
    assert sum(step.startswith("tempfile.mkstemp") for step in killed_at) == len(NAMES)


@pytest.mark.parametrize("moment", range(8))
def test_killed_at_any_moment_of_a_long_write_no_file_is_half(moment: int, tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / name).write_bytes(FORMER)
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), "0"])
    while not list(tmp_path.glob(".*.part")) and writer.poll() is None:
        pass
    for _ in range(moment * 200):
        tmp_path.stat()
    writer.kill()
    writer.wait(30)
    assert_whole(tmp_path, f"moment {moment}")


MAKER = """
import os, signal, sys

def watch(event, arguments):
    if event == "os.rename" and str(arguments[0]).endswith(".part"):
        os.kill(os.getpid(), signal.SIGKILL)

if sys.argv.pop(1) == "killed":
    sys.addaudithook(watch)
from briefing.cli import briefing
briefing()
"""
ARTICLE = (
    "The harbour of Port Astrid was closed on Tuesday after a crane fell onto a pier, the port authority said.\n\n"
    "Nobody was hurt, said the harbour master of Port Astrid, Joaquim Teles.\n"
)


@pytest.mark.model
def test_a_brief_whose_making_was_killed_is_made_by_the_next_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    out = tmp_path / "report"
    command = ["make", str(tmp_path / "a.txt"), "--date", "2024-06-14", "--output", str(out)]
    ended = [
        subprocess.run([sys.executable, "-c", MAKER, how, *command], capture_output=True, timeout=300, check=False)
        for how in ("killed", "whole")
    ]
    assert [one.returncode for one in ended] == [-signal.SIGKILL, 0], ended[1].stderr
    assert not [path for path in out.rglob("*") if path.name.endswith(".part") or path.name == ".lock"]
    (pdf,) = out.rglob("*.pdf")
    assert pdf.read_bytes().rstrip().endswith(b"%%EOF")
