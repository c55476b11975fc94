"""Names of people compared by their parts, never by a ratio: surname, given names, initials, particles, suffixes.

Case, accents, hyphens and the dots of initials make no difference. A surname alone fits a full name; two full names
fit if the surname is the same and the given names agree, are initials or known short forms. Korean, Chinese and
Vietnamese names start with the surname; a second Spanish surname may be missing; Jr and Sr keep people apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from briefing.annotate import lexicon
from briefing.annotate.names.romanisations import one_slip, one_vowel_apart, same_in_chinese, sound_alike

PARTICLES = lexicon.word_set("person-names-particles")
SUFFIXES = {
    "jr": "jr",
    "junior": "jr",
    "sr": "sr",
    "senior": "sr",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
    "xiv": "xiv",
    "xvi": "xvi",
}
_NICKNAME = re.compile(r"""[("“‘'][^()"“”‘’']{1,20}[)"”’']""")
_EAST_ASIAN = re.compile(r"[A-Z][a-z]{1,6} [A-Z][a-z]{1,6} ?- ?[a-z]{1,6}")
"""A family name and a hyphened given name whose second half is in lower case ("Ban Ki-moon")."""
_INITIALS = re.compile(r"\b([A-Z])([A-Z])\b(?=\s+(?:[a-z]{1,3}\s+){0,2}[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name, folded for comparison."""

    parts: tuple[str, ...]
    """Every word but particles and suffix, in order."""
    suffix: str
    family_first: bool

    @property
    def full(self) -> bool:
        """Whether there is more than one part, or a number ("Elizabeth II")."""
        return len(self.parts) > 1 or self.suffix not in ("", "jr", "sr")

    @property
    def family(self) -> str:
        """The surname: the last part, or the first in East Asian order."""
        return self.parts[0] if self.family_first else self.parts[-1]

    @property
    def given(self) -> tuple[str, ...]:
        """The other parts."""
        return self.parts[1:] if self.family_first else self.parts[:-1]


@lru_cache(maxsize=lexicon.REMEMBERED)
def parse(text: str) -> PersonName:
    """The parts of a name as written; hyphened words are one part."""
    text = _INITIALS.sub(r"\1. \2.", " ".join(text.split()))
    stripped = _NICKNAME.sub(" ", text) if len(text.split()) > 2 else text
    words = [word.removesuffix("'s").strip("'&") for word in _folded_words(stripped)]
    words = [word for word in words if word]
    suffix = next((SUFFIXES[word] for word in words[1:] if word in SUFFIXES), "")
    parts = [word for word in words if word not in SUFFIXES or word == words[0]]
    bare = tuple(part for part in parts if part not in PARTICLES) or tuple(parts) or ("",)
    family_first = len(bare) in (2, 3) and bare[0] in _family_first() and not _western(text)
    return PersonName(bare, suffix, family_first or _EAST_ASIAN.fullmatch(text) is not None)


def _folded_words(text: str) -> list[str]:
    """Folded words; a hyphen stays unless it ties a particle ("al-Aal", "el-Aal")."""
    words = []
    for word in re.sub(r"\s*[-‐‑–]\s*", "-", text).split():
        flat = [
            piece
            for part in word.replace(".", ". ").split("-")
            for piece in lexicon.fold(part).replace(".", "").split()
        ]
        while len(flat) > 1 and flat[0] in PARTICLES:
            words.append(flat.pop(0))
        words.append("-".join(flat) if "-" in word else " ".join(flat))
    return [piece for word in words for piece in word.split()]


def _western(text: str) -> bool:
    """Whether the first word is a Western given name that only looks like a surname ("Kim Clijsters" stays open)."""
    return lexicon.column("given_names.tsv", 1).get(text.split(maxsplit=1)[0], "-") != "-"


@cache
def _family_first() -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicon.words("family_first.txt"))


def agreement(left: PersonName, right: PersonName) -> str | None:
    """Why two names can be one person's, as words for a reader; None if they cannot."""
    if left.suffix != right.suffix and _suffix_matters(left, right):
        return None
    if left.parts == right.parts:
        return "same name"
    if left.full and right.full and _joined(left) == _joined(right):
        return "same name, written apart"
    if _turned(left, right):
        return "same name, surname first"
    longer, shorter = (left, right) if len(left.parts) >= len(right.parts) else (right, left)
    if not shorter.full or len(shorter.parts) == 1:
        return _bare_agreement(longer, shorter)
    return _full_agreement(longer, shorter)


def _suffix_matters(left: PersonName, right: PersonName) -> bool:
    """Two suffixes, "Jr" on one of two full names, or on a bare surname, tell people apart."""
    if left.suffix and right.suffix:
        return True
    with_suffix, without = (left, right) if left.suffix else (right, left)
    return with_suffix.suffix in ("jr", "sr") and (without.full or not with_suffix.full)


def _joined(name: PersonName) -> str:
    return "".join(name.parts).replace("-", "")


def _turned(left: PersonName, right: PersonName) -> bool:
    """Whether two words are a name in both orders ("Abe Shinzo"), unless each may be a given name ("Martin Thomas")."""
    if len(left.parts) != 2 or left.parts != right.parts[::-1]:
        return False
    return not all(map(is_given_name, left.parts))


def may_have_two_surnames(words: Sequence[str]) -> bool:
    """Whether a name of three or four words may end with two surnames: its third last is a given name, its second not.

    "Ana Aal Bek" may, "Ana Eva Bek" may not.
    """
    if len(words) not in (3, 4):
        return False
    return is_given_name(lexicon.fold(words[-3])) and not is_given_name(lexicon.fold(words[-2]))


def is_given_name(part: str) -> bool:
    """Whether a folded part of a name is a known given name."""
    return part in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(map(lexicon.fold, lexicon.phrases("given_names.tsv")))


def _bare_agreement(longer: PersonName, shorter: PersonName) -> str | None:
    word = shorter.parts[0]
    if not longer.full or shorter.full:
        return None
    if word == longer.family or word == longer.parts[-1]:
        return "surname"
    if "-" in longer.family and word in longer.family.split("-"):
        return "part of a double surname"
    if one_slip(longer.family, word):
        return "another spelling of the surname"
    if len(longer.parts) >= 3 and not longer.family_first and word == longer.parts[-2] and len(word) > 2:
        return "first of two surnames"
    return None


def given_name_agreement(longer: PersonName, shorter: PersonName) -> bool:
    """Whether ``shorter`` is only the first given name of ``longer``."""
    return (
        longer.full
        and not shorter.full
        and bool(longer.given)
        and same_given(longer.given[0], shorter.parts[0], strict=True)
    )


def are_initials(full: PersonName, word: str) -> bool:
    """Whether three capitals are somebody's initials, of whom the middle name may be untold ("JBA", "Jo Aal")."""
    if len(word) != 3 or not word.isupper() or full.family_first or len(full.parts) not in (2, 3):
        return False
    letters = [part[0] for part in full.parts]
    folded = lexicon.fold(word)
    return list(folded if len(letters) == 3 else folded[::2]) == letters


def is_blend(full: PersonName, word: str) -> bool:
    """Whether a word is made of a given name and the beginning of the surname ("Jorovel" of "Joro Velden").

    A capital inside tells where the two beginnings meet, so that the given name may be cut short too ("BoVel").
    """
    if not full.given or full.family_first or not word.isalpha():
        return False
    given, family, folded = full.given[0], full.family, lexicon.fold(word)
    joints = [index for index in range(2, len(word) - 1) if word[index].isupper()] or [len(given)]
    first, second = folded[: joints[0]], folded[joints[0] :]
    return (
        len(joints) == 1
        and min(len(first), len(second)) > 1
        and given.startswith(first)
        and (family.startswith(second) and len(second) < len(family))
    )


def _full_agreement(longer: PersonName, shorter: PersonName) -> str | None:
    if longer.family_first != shorter.family_first and longer.family != shorter.family:
        return None
    if _initials_differ(longer, shorter):
        return None
    if _subsequence(shorter.parts, longer.parts) and _shares_an_end(longer, shorter):
        return "shorter form of the same name"
    if longer.family_first:
        return "another spelling of both names" if same_in_chinese(longer.parts, shorter.parts) else None
    middles = longer.given[1:], shorter.given[1:]
    if middles[0] and middles[1] and not _middles_agree(*middles):
        return None
    return _spellings_agree(longer, shorter)


def _spellings_agree(left: PersonName, right: PersonName) -> str | None:
    """Why two names in the same order can be one, by first given name and surname."""
    one, other = left.given[0], right.given[0]
    sounds = sound_alike(one, other)
    if left.family == right.family:
        if same_given(one, other):
            return "same surname, given names agree"
        alike = max(len(one), len(other)) >= 5 and (sounds or one_vowel_apart(one, other))
        return "another spelling of the given name" if alike else None
    if not sounds and not same_given(one, other, strict=True):
        return None
    if one_slip(left.family, right.family):
        return "another spelling of the surname" if one == other else "another spelling of both names"
    alike = sound_alike(left.family, right.family) and ((sounds and one != other) or _is_romanised(one))
    return "another spelling of both names" if alike else None


def _is_romanised(given: str) -> bool:
    """Whether a given name is of another alphabet: the news writes it in several ways ("Mohamed", "Muhammad")."""
    rows = ((name, *forms) for name, forms in _short_forms().items() if given == name or given in forms)
    long = (sorted(form for form in row if len(form) > 4) for row in rows)
    return any(sound_alike(one, other) for row in long for one, other in combinations(row, 2))


def _initials_differ(left: PersonName, right: PersonName) -> bool:
    """Whether middle initials tell two people apart ("Bo H. W. Aal", "Bo W. Aal"); a missing one says nothing."""
    middles = left.given[1:], right.given[1:]
    if not middles[0] or not middles[1] or left.family_first:
        return False
    return any(len(part) == 1 for part in middles[0] + middles[1]) and not _middles_agree(*middles)


def _shares_an_end(longer: PersonName, shorter: PersonName) -> bool:
    return longer.parts[0] == shorter.parts[0] or longer.parts[-1] == shorter.parts[-1]


def _middles_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return len(left) == len(right) and all(same_given(one, other) for one, other in zip(left, right, strict=True))


def _subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(part in rest for part in short)


def same_given(left: str, right: str, *, strict: bool = False) -> bool:
    """Whether two given names agree: equal, one the initial of the other, or a known short form."""
    if left == right:
        return True
    if not strict and (len(left) == 1 or len(right) == 1):
        return left[:1] == right[:1]
    if ("-" in left) != ("-" in right):
        hyphened, plain = (left, right) if "-" in left else (right, left)
        return plain in hyphened.split("-")
    return right in _short_forms().get(left, ()) or left in _short_forms().get(right, ())


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for name, forms in lexicon.column("nicknames.tsv", 1).items():
        table[lexicon.fold(name)] = table.get(lexicon.fold(name), frozenset()) | set(
            map(lexicon.fold, forms.split("|"))
        )
    return table
