"""The brief of the sample articles, compared whole.

``make golden`` writes the expected text again. Read its diff line by line against the articles before it is committed:
every changed line is either an improvement or a mistake.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import workflow
from briefing.cli.make import DEMO_DATE
from briefing.render import FORMATS
from briefing.render.look import Look
from briefing.settings import Settings

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.model
def test_the_brief_of_the_samples_is_the_golden_one(tmp_path: Path, update_golden: bool) -> None:
    settings = Settings(sources=workflow.sample_articles(), date=DEMO_DATE, output=tmp_path, formats=("json",))
    text = FORMATS["text"](workflow.make_brief(settings).brief, Look())
    expected = GOLDEN / "samples" / "brief.txt"
    if update_golden:
        expected.write_bytes(text)
    assert text.decode() == expected.read_text(encoding="utf-8")
