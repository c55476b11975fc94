"""Where time expressions stand in a text: the patterns of ``lexicons/time_patterns.toml``, compiled and tried.

Pure text work: no tagger, no dates. A pattern is tried only on a stretch that holds a word of one of the classes it
needs, and every repeat in it is bounded, so the cost grows with the length of the text and no faster.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

LEXICONS = Path(__file__).parents[1] / "lexicons"
_BLANK = r"(?:[ \t\u00a0\u2009\u202f]{1,3}|[ \t]{0,3}\n[ \t]{0,3})"
_MACRO = re.compile(r"<([A-Z]+)(?: as (\w+))?>")
_WORD = re.compile(r"[a-z]+|\d+|:")
_CUT = re.compile(r"(?<=[a-z]{5})\.\s|[;!?“”\"]")
"""No pattern reaches over these marks, and no abbreviation of a pattern has five small letters: each stretch between
them is searched with the patterns of its own words only, a quarter of the work of searching a whole article."""
COMMON = {"the", "at", "this"}
"""Words too common to say that an expression follows."""
_CASED = {"MONTHS", "WEEKDAYS", "ZONES"}
"""Word lists that keep their capitals: "may" and "march" are no months, "sun" is no day."""


class Pattern(NamedTuple):
    """One way to write a time expression."""

    name: str
    needs: frozenset[str]
    regex: re.Pattern[str]


class Found(NamedTuple):
    """One match: ``text[start:end]`` is the expression, ``parts`` what its pattern kept, without empty parts."""

    name: str
    start: int
    end: int
    parts: dict[str, str]


@cache
def lexicon() -> dict[str, Any]:
    """The word lists of ``time.toml``."""
    with (LEXICONS / "time.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def patterns() -> tuple[Pattern, ...]:
    """The compiled patterns in the order of the file."""
    with (LEXICONS / "time_patterns.toml").open("rb") as file:
        data = tomllib.load(file)
    macros = _word_macros() | data["macros"]
    return tuple(
        Pattern(entry["name"], frozenset(entry["needs"]), _compile(entry["regex"], macros)) for entry in data["pattern"]
    )


def _word_macros() -> dict[str, str]:
    """A macro for every word list, longest word first; abbreviated months may carry a full stop."""
    made = {}
    for key, words in lexicon().items():
        if key == "classes":
            continue
        choices = sorted(words, key=lambda word: (-len(word), word))
        made[key.upper()] = "(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in choices) + ")"
    short = sorted(word for word in lexicon()["months"] if len(word) <= 4 and word not in {"May", "June", "July"})
    made["MONTHS"] = rf"(?:(?:{'|'.join(short)})\.|{made['MONTHS']}(?![a-z]))"
    made["WEEKDAYS"] += "(?![a-rt-z])"
    return made


def _compile(source: str, macros: dict[str, str]) -> re.Pattern[str]:
    while _MACRO.search(source):
        source = _MACRO.sub(lambda match: _expand(match, macros), source)
    return re.compile(rf"(?<!\w)(?i:{_separators(source)})(?!\w)")


def _expand(match: re.Match[str], macros: dict[str, str]) -> str:
    body = macros[match[1]]
    if match[1] in _CASED:
        body = f"(?-i:{body})"
    return f"(?P<{match[2]}>{body})" if match[2] else f"(?:{body})"


def _separators(source: str) -> str:
    """Blanks and underscores of a pattern in the long form; those inside character classes stay themselves."""
    pieces = re.split(r"(\[[^\]]*\]|\(\?P<\w+>|\(\?P=\w+\))", source)
    for index in range(0, len(pieces), 2):
        pieces[index] = pieces[index].replace(" ", _BLANK).replace("_", f"(?:{_BLANK}|-)")
    return "".join(pieces)


@cache
def _classes() -> dict[str, set[str]]:
    """For every word that can start or carry an expression the classes it belongs to."""
    words = lexicon()
    lists: list[tuple[str, Iterable[str]]] = [
        *words["classes"].items(),
        ("month", words["months"]),
        ("weekday", words["weekdays"]),
        ("unit", words["units"]),
        ("season", words["seasons"]),
        ("daypart", words["parts_of_day"]),
        ("clock", words["zones"]),
        ("holiday", (_WORD.findall(name)[0] for name in words["holidays"])),
        ("vague", (part for name in words["vague"] for part in _WORD.findall(name) if part not in COMMON)),
    ]
    table: dict[str, set[str]] = {}
    for kind, members in lists:
        for word in members:
            for form in (word.lower(), word.lower() + "s"):
                table.setdefault(form, set()).add(kind)
    return table


def classes_of(text: str) -> set[str]:
    """The classes of time words that a text holds."""
    table = _classes()
    found: set[str] = set()
    for word in set(_WORD.findall(text.lower())):
        if word.isdigit():
            found.add("number")
        elif word in table:
            found |= table[word]
    return found


@lru_cache(maxsize=4096)
def _called_for(classes: frozenset[str]) -> tuple[tuple[int, Pattern], ...]:
    """The patterns that need one of these classes, each with its place in the file."""
    return tuple((order, one) for order, one in enumerate(patterns()) if not one.needs.isdisjoint(classes))


def find(text: str) -> list[Found]:
    """The time expressions of a text in order; of two that overlap the longer, then the one of the earlier rule."""
    starts = [0, *(cut.end() for cut in _CUT.finditer(text))]
    return [found for start, end in pairwise([*starts, len(text)]) for found in _find_in(text, start, end)]


def _find_in(text: str, start: int, end: int) -> list[Found]:
    """The expressions of one stretch of a text, with the patterns that its words call for."""
    candidates = []
    for order, pattern in _called_for(frozenset(classes_of(text[start:end]))):
        for match in pattern.regex.finditer(text, start, end):
            parts = {name: part for name, part in match.groupdict().items() if part}
            candidates.append((match.start() - match.end(), order, Found(pattern.name, *match.span(), parts)))
    taken: list[Found] = []
    for _, _, found in sorted(candidates, key=lambda candidate: (candidate[0], candidate[1], candidate[2].start)):
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(found)
    return sorted(taken, key=lambda found: found.start)
