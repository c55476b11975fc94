"""Texts whose paragraphs somebody cut into lines come back whole; lines that were their own stay so."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.ingest import read_sources
from briefing.model import Article

from .made_pages import body

TITLE = "Norvania shuts three gates of the Ludova dam"
BODY = (
    "Norvania closed three of the seven gates of the Ludova dam on Friday, a step that officials in neighboring Orland "
    "said would leave orchards without water within days.",
    "The energy ministry said engineers had found a crack in the concrete of the spillway during a routine inspection "
    "late on Wednesday, and that the repairs were expected to take up to two weeks.",
    "“We had no choice,” Energy Minister Pavel Strom told reporters at the site.",
    "About 9,000 hectares of orchards and vegetable fields along the lower Arle depend on water that the dam releases "
    "between April and September, according to the river commission.",
)


def cut(paragraph: str, width: int) -> list[str]:
    """Lines of a paragraph; every second one is a word or two shorter than the margin allows."""
    lines, rest = [], paragraph
    while rest:
        line = textwrap.wrap(rest, width - 9 * (len(lines) % 2))[0]
        lines.append(line)
        rest = rest[len(line) :].strip()
    return lines


SHAPES: dict[str, Callable[[int], str]] = {
    "ragged": lambda width: "\n\n".join("\n".join(cut(one, width)) for one in (TITLE, *BODY)),
    "indented": lambda width: TITLE + "\n" + "\n".join(textwrap.fill(f"    {one}", width) for one in BODY),
    "quoted": lambda width: "\n>\n".join(textwrap.indent("\n".join(cut(one, width)), "> ") for one in (TITLE, *BODY)),
    "margin": lambda width: "\n\n".join(textwrap.indent(textwrap.fill(one, width), "      ") for one in (TITLE, *BODY)),
    "phrases": lambda _: "\n\n".join(one.replace(", ", ",\n") for one in (TITLE, *BODY)),
}


def read(text: str, folder: Path) -> Article:
    """The one article of a text."""
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    (article,) = read_sources([str(path)]).articles
    return article


@pytest.mark.parametrize("width", [60, 72, 90])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_wrapped_text_has_its_paragraphs_again(shape: str, width: int, tmp_path: Path) -> None:
    article = read(SHAPES[shape](width), tmp_path)
    assert (article.title, body(article)) == (TITLE, list(BODY))


def test_every_second_line_empty_is_one_text(tmp_path: Path) -> None:
    article = read("\n\n".join(line for one in (TITLE, *BODY) for line in textwrap.wrap(one, 72)), tmp_path)
    assert "".join("".join(body(article)).split()) == "".join("".join(BODY).split())


def test_headlines_in_small_letters_are_not_joined_to_a_text(tmp_path: Path) -> None:
    menu = "home\nnews from the valley\nsport and leisure in Orland\nletters to the editor"
    article = read("\n\n".join((menu, TITLE, *BODY)), tmp_path)
    assert body(article) == list(BODY)


def test_a_byline_under_a_headline_is_not_joined_to_it(tmp_path: Path) -> None:
    head = f"{TITLE}\nby Una Berg"
    article = read("\n\n".join((head, *("\n".join(cut(one, 72)) for one in BODY))), tmp_path)
    assert (article.title, article.byline, body(article)) == (TITLE, ("Una Berg",), list(BODY))
