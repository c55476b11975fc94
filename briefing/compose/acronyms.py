"""Short forms: the words that a source writes before "(KRC)", and whether the letters are their initials."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.compose.documents import Document
from briefing.compose.passages import collapse
from briefing.model import Acronym, Passage

BRACKETED = re.compile(r"\((?P<letters>[A-Z][A-Z&]{1,6})\)")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "a", "an", "against", "de", "des", "du", "la", "le"})
LONGEST = 10
"""Words that a short form of seven letters stands for at most, small ones counted."""


def acronyms(documents: Sequence[Document]) -> tuple[Acronym, ...]:
    """Every short form that a body writes out, in the order of the letters; the first document that agrees wins."""
    found: dict[str, Acronym] = {}
    for document in documents:
        for sentence in document.sentences:
            text = document.article.text[sentence.start : sentence.end]
            for match in BRACKETED.finditer(text):
                words, agrees = _words_before(text[: match.start()], match["letters"])
                known = found.get(match["letters"])
                if words and (known is None or (agrees and not known.agrees)):
                    found[match["letters"]] = Acronym(match["letters"], Passage(collapse(words), (sentence,)), agrees)
    return tuple(found[letters] for letters in sorted(found))


def expansions(found: Sequence[Acronym]) -> dict[str, str]:
    """Letters to words, for those that agree."""
    return {acronym.letters: acronym.words.text for acronym in found if acronym.agrees}


def _words_before(text: str, letters: str) -> tuple[str, bool]:
    """The words that the letters stand for and True; else the nearest name or phrase in front and False."""
    words = list(WORD.finditer(text))[-LONGEST:]
    for start in range(len(words) - 1, -1, -1):
        if words[start][0][0].casefold() == letters[0].casefold() and _spells(words[start:], letters):
            return text[words[start].start() :].strip(), True
    return _name_before(text, words, len(letters)), False


def _spells(words: Sequence[re.Match[str]], letters: str) -> bool:
    """True if the initials are the letters, small words and parts of hyphened words left out or not."""
    initials = "".join(word[0][0] for word in words if word[0].casefold() not in SMALL).upper()
    every = "".join(word[0][0] for word in words).upper()
    parts = "".join(
        part[0] for word in words for part in word[0].split("-") if part and word[0].casefold() not in SMALL
    )
    bare = letters.replace("&", "")
    return bare in {initials, every, parts.upper()} or _inside(words, bare, initials)


def _inside(words: Sequence[re.Match[str]], letters: str, initials: str) -> bool:
    """True if the letters are the initials with letters from inside the words between them ("DeMilitarized Zone")."""
    if len(initials) < 2 or not _in_order(initials, letters):
        return False
    return _in_order(letters, "".join(word[0] for word in words).upper())


def _in_order(few: str, many: str) -> bool:
    """True if every letter of ``few`` stands in ``many``, in that order."""
    rest = iter(many)
    return all(letter in rest for letter in few)


def _name_before(text: str, words: Sequence[re.Match[str]], count: int) -> str:
    """The capitalised words in front, else as many words as there are letters."""
    start = len(words)
    while start and (words[start - 1][0][0].isupper() or (start < len(words) and words[start - 1][0] in SMALL)):
        start -= 1
    while start < len(words) and words[start][0].casefold() in SMALL:
        start += 1
    first = start if start < len(words) else max(len(words) - count, 0)
    return text[words[first].start() :].strip() if words else ""
