"""Whether a text is English, by its function words; which language it is otherwise."""

from __future__ import annotations

import re

from briefing.ingest.words import word_list

FUNCTION = word_list("english")
SHARE = 0.22
"""English prose has .35 to .50 of these words, Dutch and Afrikaans up to .12, a list of names under .1."""
FEWEST = 20
"""Words from which the share means something."""
SOME = 8
"""Words among which English prose has one of these words at least."""
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000


def language_of(text: str) -> str:
    """ISO 639-1 code of the text's language; ``en`` where a short text gives no ground for another."""
    words = WORD.findall(text[:SAMPLE].lower())
    letters = sum(letter.isalpha() for letter in text[:SAMPLE])
    latin = sum(letter.isascii() and letter.isalpha() for letter in text[:SAMPLE])
    if letters and latin < 0.5 * letters:
        return _named(text[:SAMPLE])
    least = SHARE * len(words) if len(words) >= FEWEST else len(words) >= SOME
    if sum(word in FUNCTION for word in words) >= least:
        return "en"
    return _named(text[:SAMPLE])


def _named(text: str) -> str:
    """The language that py3langid names, by its own rank."""
    import py3langid

    return str(py3langid.classify(text)[0])
