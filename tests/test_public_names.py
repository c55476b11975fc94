"""What ``import briefing`` offers, and what it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import briefing


@pytest.mark.parametrize("name", briefing.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(briefing, name) is not None


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="make_coffee"):
        briefing.make_coffee  # noqa: B018  # asking for it is the test


def test_importing_the_package_runs_nothing() -> None:
    code = "import sys, briefing; print([name for name in sys.modules if name.startswith('briefing.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
