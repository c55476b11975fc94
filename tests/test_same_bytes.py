"""The same articles and date give the same bytes, whatever the zone, language, hash seed or order of files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = sorted((Path(__file__).parents[1] / "briefing" / "samples").glob("*.txt"))


def make(folder: Path, sources: list[Path], **environment: str) -> dict[str, bytes]:
    """The files of one run in a process of its own, by name."""
    subprocess.run(
        [sys.executable, "-m", "briefing", "make", *sources, "--date", "2025-10-16", "--output", folder, "--quiet"],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    [report] = folder.iterdir()
    return {path.name: path.read_bytes() for path in sorted(report.iterdir())}


@pytest.mark.model
def test_zone_language_hash_seed_and_order_change_nothing(tmp_path: Path) -> None:
    first = make(tmp_path / "a", SAMPLES, TZ="UTC", LANG="C", LC_ALL="C", PYTHONHASHSEED="1")
    second = make(
        tmp_path / "b",
        SAMPLES[::-1],
        TZ="Pacific/Kiritimati",
        LANG="de_DE.UTF-8",
        LC_ALL="de_DE.UTF-8",
        PYTHONHASHSEED="77",
        SOURCE_DATE_EPOCH="1",
    )
    assert sorted(first) == ["brief.html", "brief.json", "brief.pdf"]
    assert [name for name in first if first[name] != second[name]] == []
