"""Captions and credits of pictures, told from the lines of the story by the boxes they stand in."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.ingest import read_sources
from briefing.model import BlockKind

PARAGRAPHS = (
    "The port of Calder reopened on Friday after a strike of nine days, the harbor board said in a statement.",
    "About 40 ships had waited offshore since the dockworkers walked out over pay and shifts in late April.",
    "The board said it would take two weeks to clear the backlog at the four terminals of the outer harbor.",
    "“We have what we asked for eight days ago,” said Petra Lund, who speaks for the dockworkers of Calder.",
)
CAPTION = "A crane lifts the first container of the week at the northern terminal of the harbor on Friday."


def body(folder: Path, inside: str) -> list[str]:
    """The body paragraphs of a page with something between its second and its third paragraph."""
    story = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    page = f"<article><h1>Port of Calder reopens</h1><div>{''.join((*story[:2], inside, *story[2:]))}</div></article>"
    (folder / "page.html").write_text(f"<html><body>{page}</body></html>", "utf-8")
    (article,) = read_sources([str(folder / "page.html")]).articles
    return [article.text[one.start : one.end] for one in article.blocks if one.kind is BlockKind.BODY]


@pytest.mark.parametrize(
    "box",
    [
        "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
        "<figure><img src=a.jpg><div><p>{}</p></div></figure>",
        "<div class=story-image><img src=a.jpg><p class=legend>{}</p><p class=by>Ann Bell / Shore Post</p></div>",
        "<div class=photoBox><div><a href=/a><img src=a.jpg></a></div><p>{}</p></div>",
        "<div class='wp-caption alignleft'><img src=a.jpg><p class=wp-caption-text>{}</p></div>",
    ],
    ids=["figure", "paragraph in a figure", "image box", "linked photograph", "caption box"],
)
def test_a_sentence_in_the_box_of_a_picture_is_no_body(box: str, tmp_path: Path) -> None:
    assert body(tmp_path, box.format(CAPTION)) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "box",
    [
        "<div class=text><img src=a.jpg><p>{}</p></div>",
        "<div class=photo-story><p>{}</p></div>",
        "<div class=media-body><img src=a.jpg><p>{}</p></div>",
    ],
    ids=["box of a text", "no picture", "text beside a picture"],
)
def test_a_sentence_beside_a_picture_is_body_where_nothing_calls_its_box_one(box: str, tmp_path: Path) -> None:
    assert body(tmp_path, box.format(CAPTION)) == [*PARAGRAPHS[:2], CAPTION, *PARAGRAPHS[2:]]


def test_a_story_told_beside_its_pictures_stays(tmp_path: Path) -> None:
    slides = [f"<div class=slide><img src=a.jpg><p>{paragraph}</p></div>" for paragraph in PARAGRAPHS]
    page = f"<article><h1>Port of Calder reopens</h1><div>{''.join(slides)}</div></article>"
    (tmp_path / "page.html").write_text(f"<html><body>{page}</body></html>", "utf-8")
    (article,) = read_sources([str(tmp_path / "page.html")]).articles
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)
