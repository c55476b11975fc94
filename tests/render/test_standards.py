"""PDF/A-3a and PDF/UA-1 by veraPDF, where the validator is at hand."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import variants
from conftest import CASES, FOREIGN, Made

from briefing.render import FORMATS
from briefing.render.look import Look

CHECKER = Path(__file__).parents[2].parent / "shared/tools/pdfcheck/pdfcheck"
pytestmark = pytest.mark.skipif(not CHECKER.is_file(), reason=f"the validator is not at {CHECKER}")


def failures(*files: Path) -> list[str]:
    done = subprocess.run([CHECKER, "3a,ua1", *files], capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if ".pdf " in line]
    assert len(lines) == 2 * len(files), done.stdout + done.stderr
    return [line for line in lines if " PASS " not in line]


def test_every_kind_of_brief_is_valid_on_both_papers(made: Made, tmp_path: Path) -> None:
    files = []
    for case in CASES:
        for paper in ("a4", "letter") if case == "brief" else ("a4",):
            files.append(tmp_path / f"{case}-{paper}.pdf")
            files[-1].write_bytes(made(case, "pdf", paper=paper, log=FOREIGN if case == "foreign" else ()))
    for case, name in (("brief", "sitrep"), ("brief", "one-page"), ("several", "one-page")):
        files.append(tmp_path / f"{case}-{name}.pdf")
        files[-1].write_bytes(made(case, "pdf", template_set=name))
    assert failures(*files) == []


def test_twenty_pages_are_valid(tmp_path: Path) -> None:
    big = variants.large(24, 22, events=90, actors=40, quotes=60)
    path = tmp_path / "twenty.pdf"
    path.write_bytes(FORMATS["pdf"](big, Look()))
    assert failures(path) == []
