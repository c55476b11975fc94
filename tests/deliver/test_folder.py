"""Files put into a report folder: each whole or not at all, and never through a link."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing.deliver.folder import put_files
from briefing.errors import DeliverError


def test_the_files_are_there_and_nothing_else(tmp_path: Path) -> None:
    paths = put_files(tmp_path / "reports" / "day", {"brief.pdf": b"%PDF-", "brief.html": b"<p>"})
    assert [path.read_bytes() for path in paths] == [b"%PDF-", b"<p>"]
    assert sorted(path.name for path in (tmp_path / "reports" / "day").iterdir()) == ["brief.html", "brief.pdf"]


def test_a_second_run_replaces_the_files(tmp_path: Path) -> None:
    put_files(tmp_path, {"brief.html": b"first, and longer"})
    put_files(tmp_path, {"brief.html": b"second"})
    assert (tmp_path / "brief.html").read_bytes() == b"second"


def test_a_link_in_the_place_of_a_file_is_refused_and_its_target_kept(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / "brief.html").symlink_to(precious)
    with pytest.raises(DeliverError, match=r"brief\.html: is a link"):
        put_files(folder, {"brief.html": b"new"})
    assert precious.read_bytes() == b"precious"


def test_a_link_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "report").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DeliverError, match="is a link"):
        put_files(tmp_path / "report", {"brief.html": b"new"})
    assert list((tmp_path / "elsewhere").iterdir()) == []


FULL_DISK = """
import resource, sys
from pathlib import Path
from briefing.deliver.folder import put_files
from briefing.errors import DeliverError
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    put_files(Path(sys.argv[1]), {"brief.html": b"new", "brief.pdf": b"x" * 5000})
except DeliverError as error:
    print(error)
"""


def test_when_a_file_does_not_fit_all_former_files_stay(tmp_path: Path) -> None:
    put_files(tmp_path, {"brief.html": b"old", "brief.pdf": b"old"})
    done = subprocess.run([sys.executable, "-c", FULL_DISK, tmp_path], capture_output=True, text=True, check=True)
    assert str(tmp_path) in done.stdout
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"brief.html": b"old", "brief.pdf": b"old"}


def _put_letter(folder: Path, letter: bytes) -> None:
    put_files(folder, {"a": letter * 200_000, "b": letter * 200_000})


def test_two_runs_at_once_leave_the_files_of_one_of_them(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=_put_letter, args=(tmp_path, letter)) for letter in (b"x", b"y", b"z")]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert [one.exitcode for one in runs] == [0, 0, 0]
    first, second = ((tmp_path / name).read_bytes() for name in ("a", "b"))
    assert first == second
    assert len(set(first)) == 1


HOLDER = """
import os, sys, time
from pathlib import Path
from briefing.deliver.folder import _lock
with _lock(Path(sys.argv[1])):
    print(os.getpid(), flush=True)
    sys.stdin.readline()
"""


def test_who_waits_says_for_whom_and_then_writes(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdin
        assert holder.stdout
        pid = holder.stdout.readline().strip()
        waiting = threading.Thread(target=put_files, args=(tmp_path, {"brief.html": b"new"}))
        waiting.start()
        while not caplog.messages:
            waiting.join(0.01)
        assert not (tmp_path / "brief.html").exists()
        holder.stdin.write("\n")
        holder.stdin.flush()
        waiting.join()
    assert caplog.messages == [f"{tmp_path}: waiting for process {pid}, which is writing there"]
    assert [path.name for path in tmp_path.iterdir()] == ["brief.html"]


def test_the_number_that_a_killed_run_left_keeps_nobody_waiting(tmp_path: Path) -> None:
    (tmp_path / ".lock").write_text("4711\n")
    put_files(tmp_path, {"brief.html": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["brief.html"]


def test_a_link_in_the_place_of_the_number_is_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / ".lock").symlink_to(precious)
    put_files(folder, {"brief.html": b"new"})
    assert precious.read_bytes() == b"precious"
