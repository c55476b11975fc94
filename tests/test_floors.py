"""The house keeps its shape: floors, sizes of modules and functions, one line on every field."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "briefing").rglob("*.py"))
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
NO_NAMES = {"utils", "helpers", "common", "base", "misc"}


def test_every_import_goes_down() -> None:
    # In a process of its own: the linter sets up logging anew, which silences every logger of this one.
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_function_fits_one_screen(path: Path) -> None:
    long = [
        f"{node.name}: {lines} lines"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_module_is_a_drawer() -> None:
    assert [path for path in MODULES if path.stem in NO_NAMES] == []
