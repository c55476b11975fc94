"""What several rooms' tests share: the language model, loaded once, and the seeds where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from briefing.annotate import pipeline

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline with every component."""
    return pipeline.load()


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the seed articles and their gold files; skips where it is absent."""
    if not SEEDS.is_dir():
        pytest.skip(f"the seed articles are not at {SEEDS}")
    return SEEDS


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` rewrites what is compared whole: the golden briefs and the help texts of the README."""
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files, then read their diff")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True where golden files are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))
