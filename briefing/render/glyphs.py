"""Letters that our fonts lack: printed in an installed font, or shown as a sign and named where none has them."""

from __future__ import annotations

import html
import re
from typing import Any

from briefing.render.engine import engine_log, load_engine
from briefing.render.fetcher import LocalFetcher
from briefing.render.fonts import STYLES, uncovered

SIGN = "□"
"""Stands where a letter could not be printed; the end note says which."""

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def with_signs(text: str, missing: str) -> str:
    """A text in which a sign stands for each of these letters."""
    return text.translate({ord(letter): SIGN for letter in missing})


def foreign_letters(text: str) -> str:
    """The letters of a page that our fonts lack, in order of their code points."""
    return uncovered(html.unescape(_STYLE.sub("", text)))


def missing_letters(foreign: str) -> str:
    """Those of the letters that no installed font has either."""
    if not foreign:
        return ""
    fetcher = LocalFetcher()
    page = f"<p style='font-family: Noto Sans, sans-serif'>{html.escape(' '.join(foreign))}</p>"
    engine = load_engine()
    with engine_log():  # It says ".notdef glyph rendered", which is what is asked here.
        document = engine.HTML(string=page, url_fetcher=fetcher).render()
        document.write_pdf()
    absent = {code for font in document.fonts.values() for code in font.missing}
    return "".join(letter for letter in foreign if ord(letter) in absent)


def lent_fonts(document: Any) -> str:
    """The installed fonts that helped out in a written document."""
    return ", ".join(sorted({font.family for font in document.fonts.values()} - {one.family for one in STYLES}))


def named(letters: str) -> str:
    """Letters by their code points, in runs: ``U+AC00, U+D55C``."""
    shown = [f"U+{ord(letter):04X}" for letter in letters[:12]]
    more = len(letters) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
