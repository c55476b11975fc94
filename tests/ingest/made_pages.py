"""A report of our own that pages of many kinds are made of, and what is read of such a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.ingest import read_sources
from briefing.model import Article, BlockKind

HEAD = ("North quay closed after divers find cracks", "By Ida Kall", "3 May 2024")
STORY = (
    "The harbor board of Skarholm closed the north quay on Friday after divers found cracks in four of its piles.",
    "Ferries to Arle will leave from the south quay until the piles have been replaced, the board said.",
    "“We could not wait for the spring,” said its chairman, Odd Lindahl, who had asked for the survey in May.",
    "Repairs are expected to cost 4 million crowns and to take until the end of October.",
)


def read(lines: Sequence[str], folder: Path, gap: str = "\n\n") -> Article:
    """The one article of some lines."""
    path = folder / "page.txt"
    path.write_text(gap.join(lines), encoding="utf-8")
    (article,) = read_sources([str(path)]).articles
    return article


def body(article: Article) -> list[str]:
    """The body paragraphs."""
    return [article.text[one.start : one.end] for one in article.blocks if one.kind is BlockKind.BODY]
