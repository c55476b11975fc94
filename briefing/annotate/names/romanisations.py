"""Names of other alphabets and scripts, which the news writes in several ways in plain letters.

"Muammar Gaddafi" is "Moammar Qaddafi" too. Consonants that romanisations write in two ways are brought to one. Short
vowels, which Arabic and Persian do not write, may differ inside a word: o and u, e and i, a and e. So may the letters
that stand for an umlaut ("Schroeder"), and the two systems for Chinese ("Mao Tse-tung").
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import starmap

from briefing.annotate import lexicon

_CONSONANTS = (
    ("tsch", "ch"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("dj", "d"),
    ("dh", "d"),
    ("gh", "g"),
    ("kh", "k"),
    ("ph", "f"),
    ("ck", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ij", "i"),
    ("y", "i"),
    ("q", "k"),
    ("w", "v"),
)
"""What romanisations of Arabic, Persian and Cyrillic names write in two ways, the longer first; "dj" is a Serbian đ."""
_LOOSER = (
    ("g", "k"),
    ("x", "ks"),
    ("oe", "o"),
    ("ue", "u"),
    ("ai", "e"),
    ("ei", "e"),
    ("tsi", "ti"),
    ("usk", "ovsk"),
    ("enka", "enko"),
)
"""What they write in two ways that are two sounds elsewhere: g and q, diphthongs, Belarusian and Russian forms."""
_PIECES = re.compile(r"[aeiou]|[^aeiou]+")
_VOWELS = (frozenset("ou"), frozenset("ei"), frozenset("ae"))
_CHINESE = (
    ("'", ""),
    ("-", ""),
    ("hs", "x"),
    ("ts", "z"),
    ("tz", "z"),
    ("ch", "z"),
    ("zh", "z"),
    ("c", "z"),
    ("j", "z"),
    ("q", "z"),
    ("t", "d"),
    ("p", "b"),
    ("k", "g"),
    ("ung", "ong"),
    ("ien", "ian"),
    ("hh", "h"),
)
"""Syllables by Wade and Giles and in Pinyin brought to one, aspirated sounds and plain ones together."""


def one_slip(left: str, right: str) -> bool:
    """Whether long surnames differ by a doubled letter or the last vowel only ("Aalensky", "Aalenskyy", "Aalenski").

    Or they are two ways to write one name of another alphabet ("Bakhadi", "Bakadi"; "Gadhari", "Qadhari").
    """
    one, other = sorted((left, right), key=len)
    if len(one) < 6 or left == right:
        return False
    if one[0] != other[0]:
        return {one[0], other[0]} <= set("gkq") and _romanised(f"k{one[1:]}") == _romanised(f"k{other[1:]}")
    if _romanised(one) == _romanised(other) or _without_umlauts(one) == _without_umlauts(other):
        return True
    if one[:4] != other[:4]:
        return False
    if len(one) == len(other):
        return one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("iyj")
    doubled = (index for index in range(4, len(other)) if other[index] in (other[index - 1], "i", "y"))
    return len(other) - len(one) == 1 and any(other[:index] + other[index + 1 :] == one for index in doubled)


def sound_alike(left: str, right: str) -> bool:
    """Whether two words can be one name of another alphabet, short vowels inside it or at its start left open.

    "Mohamed" and "Muhammad" can, "Hassan" and "Hussein", "Maria" and "Mario" cannot.
    """
    one, other = _pieces(left), _pieces(right)
    if len(one) != len(other) or one[-1] != other[-1] or min(len(left), len(right)) < 4:
        return one == other
    return (one[0] == other[0] or {one[0], other[0]} in _VOWELS[:2]) and all(
        starmap(_same, zip(one, other, strict=True))
    )


def one_vowel_apart(left: str, right: str) -> bool:
    """Whether two words differ by a single vowel inside, as in a slip ("Bashar", "Bashir")."""
    one, other = _pieces(left), _pieces(right)
    if len(one) != len(other) or one[0] != other[0] or one[-1] != other[-1]:
        return False
    differ = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differ) == 1 and all(piece in "aeiou" for piece in differ[0])


def _same(one: str, other: str) -> bool:
    return one == other or {one, other} in _VOWELS


def same_in_chinese(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names with the family name first are one, in Pinyin and as Wade and Giles had it ("Mao Tse-tung").

    Only the older writing has hyphens and apostrophes; it leaves open what tells two Pinyin names apart.
    """
    older = [any(sign in part for part in parts for sign in "-'") for parts in (left, right)]
    return older.count(True) == 1 and list(map(_pinyin, left)) == list(map(_pinyin, right))


def _pinyin(part: str) -> str:
    for written, plain in _CHINESE:
        part = part.replace(written, plain)
    return part


@lru_cache(maxsize=lexicon.REMEMBERED)
def _pieces(word: str) -> tuple[str, ...]:
    """Single vowels and the consonants between them, both in one writing."""
    plain = _romanised(word)
    for written, one in _LOOSER:
        plain = plain.replace(written, one)
    return tuple(_PIECES.findall(plain)) or ("",)


@lru_cache(maxsize=lexicon.REMEMBERED)
def _romanised(word: str) -> str:
    """A surname with letters that romanisations write in several ways brought to one, doubled ones to a single one."""
    word = f"{word[:-2]}a" if word.endswith(("ah", "eh")) else word
    for written, plain in _CONSONANTS:
        word = word.replace(written, plain)
    return "".join(letter for index, letter in enumerate(word) if not index or letter != word[index - 1])


def _without_umlauts(word: str) -> str:
    """A word with "ae", "oe" and "ue" as the plain letters that an umlaut without its dots leaves."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
