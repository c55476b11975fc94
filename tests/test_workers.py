"""``briefing extract`` by several processes: the lines are those of one, in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import errands
from briefing.annotate.pipeline import DEFAULT_MODEL
from briefing.workflow import BATCH

ARTICLES = 3 * BATCH + 1
"""More than one round of two workers, and a last batch that is not full."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of short articles, each about a minister and a day of its own."""
    for number in range(1, ARTICLES + 1):
        text = f"The port of Korda closed on June {number}, 2024.\n\n“We have {number} ships waiting,” Mara Ilvar said."
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def lines(folder: Path, workers: int) -> list[str]:
    """What ``extract`` prints."""
    found = errands.extract([str(folder)], None, model=DEFAULT_MODEL, keep_all=True, workers=workers, merge=False)
    return list(found)


@pytest.mark.model
def test_two_workers_write_the_lines_of_one(folder: Path) -> None:
    alone = lines(folder, 1)
    assert len(alone) == ARTICLES
    assert lines(folder, 2) == alone


@pytest.mark.model
def test_no_article_is_held_back_by_workers_that_are_not_needed(folder: Path) -> None:
    for path in sorted(folder.iterdir())[1:]:
        path.unlink()
    assert len(lines(folder, 4)) == 1
