"""The fonts of a brief: whole on paper, cut to the brief's letters and carried inside the page on a screen."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

from briefing.render.assets import fonts_folder


class Style(NamedTuple):
    """One font file and what it is in the style sheet."""

    file: str
    family: str
    weight: int
    style: str


class Face(NamedTuple):
    """One ``@font-face`` of the style sheet."""

    family: str
    weight: int
    style: str
    url: str


STYLES = (
    Style("SourceSans3-Regular.ttf", "Source Sans", 400, "normal"),
    Style("SourceSans3-It.ttf", "Source Sans", 400, "italic"),
    Style("SourceSans3-Semibold.ttf", "Source Sans", 600, "normal"),
    Style("SourceSans3-Bold.ttf", "Source Sans", 700, "normal"),
    Style("SourceSerif4-Regular.ttf", "Source Serif", 400, "normal"),
    Style("SourceSerif4-It.ttf", "Source Serif", 400, "italic"),
    Style("SourceSerif4-Semibold.ttf", "Source Serif", 600, "normal"),
)
"""Full fonts, one file a style: fonts split by range of letters print wrong letters without a word."""

_NAMES = (1, 2)
"""Family and style: the names a cut font keeps."""
_ENGLISH = 0x409
_FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "lnum", "tnum"]


def paper_faces() -> tuple[Face, ...]:
    """Every style as a file of ours, for the PDF."""
    return tuple(Face(one.family, one.weight, one.style, f"asset:/fonts/{one.file}") for one in STYLES)


def screen_faces(text: str, *, italic: bool) -> tuple[Face, ...]:
    """The styles a page of this text needs, cut to its letters, as data URLs."""
    signs = frozenset(text) | frozenset(chr(code) for code in range(0x20, 0x7F))
    wanted = [one for one in STYLES if italic or one.style == "normal"]
    return tuple(Face(one.family, one.weight, one.style, _data_url(one.file, signs)) for one in wanted)


def uncovered(text: Iterable[str]) -> str:
    """The letters of a text that are in none of our fonts, in order of their code points."""
    known = covered()
    return "".join(sorted({sign for sign in text if sign not in known and sign.isprintable()}))


@lru_cache(maxsize=1)
def covered() -> frozenset[str]:
    """Every letter that all styles of the sans family have; the serif family falls back to them."""
    files = [one.file for one in STYLES if one.family == "Source Sans" and one.style == "normal"]
    return frozenset.intersection(*(_letters(file) for file in files))


def _letters(file: str) -> frozenset[str]:
    with TTFont(fonts_folder() / file, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


@lru_cache(maxsize=16)
def _data_url(file: str, signs: frozenset[str]) -> str:
    """A font cut to these letters; the same letters give the same bytes."""
    options = subset.Options(
        flavor="woff2", layout_features=_FEATURES, hinting=False, desubroutinize=True, recalc_timestamp=False,
        notdef_outline=True,
    )  # fmt: skip
    font = subset.load_font(fonts_folder() / file, options)
    # Set aside: with the names in it, the cutter walks every rule of the font for one that uses a name, a quarter of
    # its time. None of our fonts has such a rule.
    names = font["name"]
    del font["name"]
    names.names = [one for one in names.names if one.nameID in _NAMES and one.isUnicode() and one.langID == _ENGLISH]
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(signs)))
    cutter.subset(font)
    font["name"] = names
    out = io.BytesIO()
    subset.save_font(font, out, options)
    font.close()
    return f"data:font/woff2;base64,{base64.b64encode(out.getvalue()).decode('ascii')}"
