"""What a page's own data state of its article's body, held against what was found in the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.ingest import read_sources
from briefing.model import BlockKind

PARAGRAPHS = (
    "The port of Calder reopened on Friday after a strike of nine days, the harbor board said in a statement.",
    "About 40 ships had waited offshore since the dockworkers walked out over pay and shifts in late April.",
    "The board said it would take two weeks to clear the backlog at the four terminals of the outer harbor.",
    "Eleven of the ships carry grain for the mills of Orland, which had bread flour left for six days on Thursday.",
    "The dockworkers had asked for 6 percent more pay and for no more than two nights of work in a row in winter.",
    "They get 5 percent from June and the nights they asked for, a member of the board told reporters in Calder.",
    "Pilots guided the first three ships through the narrows before dawn, as fog was expected from noon onwards.",
    "The strike cost the port about 9 million crowns in fees, a fifth of what it takes in a month, the board said.",
    "“We have what we asked for eight days ago,” said Petra Lund, who speaks for the dockworkers of Calder.",
)
CAPTION = "A crane lifts the first container of the week at the northern terminal of the harbor on Friday."
NOTE = "Those who work with us have walked along many quays and know the taste of salt and of cold coffee."


def kept(folder: Path, stated: str) -> list[str]:
    """The paragraphs read from a page with a caption and a note among its own."""
    data = json.dumps({"@type": "NewsArticle", "articleBody": stated})
    lines = (PARAGRAPHS[0], CAPTION, *PARAGRAPHS[1:], NOTE)
    body = "".join(f"<p>{line}</p>" for line in lines).replace("<p>The board", "<h3>Two weeks</h3><p>The board")
    head = f"<script type='application/ld+json'>{data}</script>"
    (folder / "page.html").write_text(f"<html><head>{head}</head><body><article>{body}</article></body>", "utf-8")
    (article,) = read_sources([str(folder / "page.html")]).articles
    assert "Two weeks" in article.text
    return [article.text[one.start : one.end] for one in article.blocks if one.kind is BlockKind.BODY]


@pytest.mark.parametrize("gap", [" ", "\n\n", "<br>"])
def test_what_the_stated_body_does_not_hold_is_left_out(gap: str, tmp_path: Path) -> None:
    assert kept(tmp_path, gap.join(PARAGRAPHS)) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "stated",
    [" ".join(PARAGRAPHS[:5]), " ".join(PARAGRAPHS)[:-40] + "...", "Ships may enter the port of Calder again.", ""],
    ids=["half", "cut off", "summary", "nothing"],
)
def test_a_stated_body_that_is_not_the_whole_leaves_all_as_it_was_found(stated: str, tmp_path: Path) -> None:
    assert kept(tmp_path, stated) == [PARAGRAPHS[0], CAPTION, *PARAGRAPHS[1:], NOTE]
