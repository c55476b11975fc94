"""The outlet's name on a line of its own in the masthead: "THE HOLLEN HERALD", "Valley Chronicle"."""

from __future__ import annotations

import itertools
import re

from briefing.ingest.words import word_list

NOUNS = word_list("paper_nouns")
SECTIONS = word_list("section_words")
SMALL = frozenset(("of", "and", "&"))
WORDS = (2, 5)
NAME_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.&-]{0,24}|of|and|&)")
BARS = re.compile(r" ?[|•·,] ?| [-–—] ")
MOTTO = re.compile(r"\b(?:since|founded|established|est\.?)(?: in)? (?:1[5-9]|20)\d\d\b", re.IGNORECASE)
"""What stands under a nameplate: "Independent since 1903"."""
MOTTO_WORDS = 10
LABEL = re.compile(
    r"(?:title|headline|head|sub-?title|sub-?head(?:line|ing)?|standfirst|deck|body|text|content):",
    re.IGNORECASE,
)
"""The name of a field in front of what it holds ("Title: Ferry runs aground")."""


def outlet_name(text: str) -> str | None:
    """The outlet that a line is the name of, None if it is no such line.

    Only names that end in what newspapers are called (Herald, Post ...), begin so ("Daily Hollen") or have a place
    behind it ("Times of Hollen"), with a word that is no section's: "WORLD NEWS" and "Sport Today" are kickers.
    """
    line = text.strip(" |•·-–—")
    words = line.split()
    if not WORDS[0] <= len(words) <= WORDS[1] or not all(NAME_WORD.fullmatch(word) for word in words):
        return None
    plain = [word.lower() for word in words]
    bare = plain[1:] if plain[0] == "the" else plain
    own = [word for word in bare if word not in NOUNS and word not in SECTIONS and word not in SMALL]
    if not own or not (bare[-1] in NOUNS or (len(bare) > 2 and bare[0] in NOUNS and bare[1] == "of")):
        return None
    return _cased(line)


def split_outlet_off(text: str) -> tuple[str, str | None]:
    """A line without the outlet between its bars or commas, and the outlet ("Ida Kall | The Moen Observer | 3 May")."""
    bars = [(match.start(), match.end()) for match in BARS.finditer(text)]
    for (_, start), (end, _) in itertools.pairwise([(0, 0), *bars, (len(text), len(text))]):
        if name := outlet_name(text[start:end]):
            return f"{text[:start]} | {text[end:]}", name
    return text, None


def is_motto(text: str) -> bool:
    """The line says how old the outlet above it is."""
    return text.count(" ") < MOTTO_WORDS and MOTTO.search(text) is not None


def _cased(name: str) -> str:
    """A name in capitals as it is usually written, unless it holds letters that may stand for words (BBC)."""
    words = name.split()
    known = all(len(word) > 4 or word.lower() in NOUNS | SMALL | {"the"} for word in words)
    if not name.isupper() or not known:
        return name
    return " ".join(
        word.lower() if number and word.lower() in SMALL else word.title() for number, word in enumerate(words)
    )
