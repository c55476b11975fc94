"""Letters that no font at hand can print: found before the PDF is made, shown as a sign and named in the end note."""

from __future__ import annotations

import html
import re

from briefing.render.engine import engine_log, load_engine
from briefing.render.fetcher import LocalFetcher
from briefing.render.fonts import uncovered

SIGN = "□"
"""Stands where a letter could not be printed; the end note says which."""

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def with_signs(text: str, missing: str) -> str:
    """A text in which a sign stands for each of these letters."""
    return text.translate({ord(letter): SIGN for letter in missing})


def missing_letters(text: str) -> str:
    """The letters of a page that neither our fonts nor the installed ones have, in order of their code points."""
    foreign = uncovered(html.unescape(_STYLE.sub("", text)))
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


def named(letters: str) -> str:
    """Letters by their code points, in runs: ``U+AC00, U+D55C``."""
    shown = [f"U+{ord(letter):04X}" for letter in letters[:12]]
    more = len(letters) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
