"""How an article was read, for people: its masthead, its paragraphs by kind, and what was dropped by which rule."""

from __future__ import annotations

from briefing.model import Article, Block, Dropped, Skipped

SHOWN = 100
"""Characters of a paragraph that are shown."""


def explain(found: Article | Skipped) -> list[str]:
    """The lines that say how one source was read, in the order of the source."""
    if isinstance(found, Skipped):
        return [f"{found.name}: not read ({found.code}): {found.detail}"]
    rows = [*(_kept(found, block) for block in found.blocks), *map(_dropped, found.dropped)]
    words = sum(len(found.text[block.start : block.end].split()) for block in found.blocks)
    left = sum(len(dropped.text.split()) for dropped in found.dropped)
    share = round(100 * words / max(1, words + left))
    return [*_masthead(found), f"  {words} words kept ({share} %), {left} dropped", *(row for _, row in sorted(rows))]


def _masthead(article: Article) -> list[str]:
    """What is known of the article, a line each, and what is not known said so."""
    published = f"{article.published} ({article.published_basis})" if article.published else "not stated"
    publisher = f"{article.publisher} ({article.publisher_basis})" if article.publisher else "not stated"
    return [
        article.name,
        f"  title      {_cut(article.title or 'not stated')}",
        f"  subtitle   {_cut(article.subtitle or 'not stated')}",
        f"  byline     {_cut(', '.join(article.byline) or 'not stated')}",
        f"  published  {published}",
        f"  publisher  {_cut(publisher)}",
        f"  address    {_cut(article.url or 'not stated')}",
        *(f"  warning    {warning}" for warning in article.warnings),
    ]


def _kept(article: Article, block: Block) -> tuple[int, str]:
    """The row of a paragraph that was kept."""
    return article.source_offset(block.start), f"  {block.kind.value:<10} {_cut(article.text[block.start : block.end])}"


def _dropped(dropped: Dropped) -> tuple[int, str]:
    """The row of a stretch that was dropped."""
    return dropped.start, f"  - {dropped.rule:<9} {_cut(dropped.text)}"


def _cut(text: str) -> str:
    """The start of a text on one line, without characters that a terminal would obey."""
    flat = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return flat if len(flat) <= SHOWN else f"{flat[: SHOWN - 1]}…"
