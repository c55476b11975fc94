"""Numbers in words and digits, and how exactly they are meant."""

from __future__ import annotations

import re

from spacy.tokens import Token

from briefing.compose import wordlists

DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
ABOUT = 0.1
"""How far "about" reaches: reporters round casualty and crowd figures within a tenth."""
FAR = 10.0**15
LOOSE = {"dozen": (24.0, 99.0), "score": (40.0, 99.0), "hundred": (200.0, 999.0), "thousand": (2000.0, 9999.0)}
"""What "dozens" and its like may mean: two or more of them, fewer than the next larger word would say."""
SEVERAL = frozenset({"several", "few", "many", "some"})


def number(token: Token) -> float | None:
    """The value of a number in digits or words with its multiplier ("3.5 million"); None for any other word."""
    text = token.text.replace("\u00a0", ",").replace("\u202f", ",")
    if DIGITS.fullmatch(text):
        value = float(text.replace(",", ""))
    else:
        parsed = _spelt(token.lower_)
        if parsed is None:
            return None
        value = parsed
    for child in token.children:
        if child.dep_ == "compound" and child.like_num:
            part = number(child)
            if part is None:
                return None
            value = value * part if value >= 100 else value + part
    return value


def loose(token: Token) -> tuple[float, float] | None:
    """Smallest and largest number that "dozens", "several hundred" may mean; None for any other word."""
    several = token.i > 0 and token.nbor(-1).lower_ in SEVERAL
    return LOOSE.get(token.lemma_.casefold()) if several or token.lower_.endswith("s") else None


def reach(token: Token, value: float) -> tuple[float, float]:
    """Smallest and largest number meant, by the words in front ("at least", "about", "fewer than")."""
    first = min([token.i, *(child.i for child in token.children if child.dep_ == "compound" and child.like_num)])
    before = " ".join(other.lower_ for other in token.doc[max(first - 3, 0) : first])
    for kind in ("least", "most", "about"):
        if any(f" {before}".endswith(f" {phrase}") for phrase in wordlists.words(kind, phrases=True)):
            if kind == "least":
                return value, FAR
            return (0.0, value) if kind == "most" else (value * (1 - ABOUT), value * (1 + ABOUT))
    return value, value


def grain(value: float) -> float:
    """The step a number is exact to, by its zeros or decimals: 1,000 for 9,000, a tenth for 7.2."""
    if value != int(value):
        return float(10.0 ** -len(f"{value:.6f}".rstrip("0").partition(".")[2]))
    digits = str(int(value))
    return float(10.0 ** (len(digits) - len(digits.rstrip("0")))) if value else 1.0


def _spelt(word: str) -> float | None:
    """Value of a number word: ``thirty-four``, ``million``."""
    table = wordlists.table("numbers")
    parts = word.split("-")
    if not all(part in table for part in parts):
        return None
    return float(sum(table[part] for part in parts))
