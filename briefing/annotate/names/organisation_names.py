"""Names of bodies compared: the same words, defined or built acronyms, short forms by head or tail.

A short form never joins a longer product or body: what is left over must be a legal form, a generic word for bodies or
the adjective of a country ("Acme" = "Acme Corp", "US State Department" = "State Department", but not "Acme Music").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.annotate import countries, lexicon

_SMALL = lexicon.word_set("small")
_LEGAL = lexicon.word_set("legal")
_TRADES = lexicon.word_set("trades")
_GENERIC = _LEGAL | lexicon.word_set("generic")


@lru_cache(maxsize=lexicon.REMEMBERED)
def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name without article, dots and possessive ending."""
    words = [word.replace(".", "").removesuffix("'s").strip("'") for word in lexicon.fold(name).split()]
    words = [lexicon.american(word) for word in words if word]
    words = words[1:] if len(words) > 1 and words[0] == "the" else words
    if len(words) > 2 and words[0] in ("ministry", "department") and words[1] in ("of", "for"):
        words = [*words[2:], words[0]]
    if len(words) == 3 and words[:2] == ["university", "of"] and not _has_two_universities(name.rpartition(" ")[2]):
        words = [words[2], words[0]]
    if words[-3:-1] == ["foreign", "affairs"]:
        words.remove("affairs")
    return tuple(words)


def _has_two_universities(place: str) -> bool:
    """Whether "Aal University" and the "University of Aal" may be two: so in the states of a federation."""
    return countries.country_name(place) is not None or place in lexicon.phrases("regions.tsv")


@lru_cache(maxsize=lexicon.REMEMBERED)
def key(name: str) -> str:
    """One string for all spellings of a name, legal form left out; a known acronym stands for its long name."""
    words = list(words_of(name))
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    text = " ".join(words)
    return _known().get(text, text)


@lru_cache(maxsize=lexicon.REMEMBERED)
def key_with_country(name: str) -> str:
    """``key`` with a country in front in one form: "Aalia's Foreign Ministry" and "Aalian foreign ministry" are one."""
    country, rest = _parted(name)
    return f"{country.casefold()} {key(rest)}" if country else key(name)


def state_in_front(name: str) -> str:
    """The state whose name or adjective opens a name, or ""."""
    return _parted(name)[0]


def _parted(name: str) -> tuple[str, str]:
    """The state whose name or adjective opens a name, and the words behind it; both empty where none does."""
    words = name.replace("’s", "").replace("'s", "").removeprefix("the ").removeprefix("The ").split()
    for width in (3, 2, 1):
        entry = countries.country_name(" ".join(words[:width])) if width < len(words) else None
        if entry is not None and entry.country and entry.form in ("name", "demonym"):
            return entry.country, " ".join(words[width:])
    return "", ""


@cache
def _known() -> dict[str, str]:
    table = {}
    for acronym, others in lexicon.rows("acronyms.tsv"):
        for other in (acronym, *others.split("|")):
            table[" ".join(words_of(other))] = acronym.casefold()
    return table


def initials(name: str) -> frozenset[str]:
    """The acronyms that a name may have: with and without its small words, its legal form and the country behind it.

    Initials inside a name are taken whole: "HSV" is "Hamburger SV".
    """
    words = re.findall(r"[\w']+", name)
    strong = [word for word in words if word.casefold() not in _SMALL]
    forms = {"".join(word[0] for word in chosen).upper() for chosen in (words, strong) if len(chosen) > 1}
    if len(strong) > 2 and strong[-1].casefold() in _LEGAL:
        forms.add("".join(word[0] for word in strong[:-1]).upper())
    if len(strong) > 1 and strong[-1] == "Airlines":
        forms.add("".join(word[0] for word in strong).upper() + "L")
    if len(strong) > 1:
        forms.add("".join(word if word.isupper() else word[0] for word in strong).upper())
    if "&" in name and len(strong) == 2:
        forms.add("&".join(word[0] for word in strong).upper())
    head = _head_before_country(name)
    return frozenset(forms) | (initials(head) if head else frozenset())


def opens_words(short: str, long: str) -> bool:
    """Whether capitals with the letters behind them open the words of a name in turn ("AfDB", "Aalian Fund of Bek")."""
    pieces = re.findall(r"[A-Z][a-z]*", short)
    strong = [word for word in re.findall(r"[\w']+", long) if word.casefold() not in _SMALL]
    return "".join(pieces) == short and len(pieces) == len(strong) > 2 and all(map(str.startswith, strong, pieces))


def is_acronym(name: str) -> bool:
    """Whether a name looks like initials."""
    letters = name.replace(".", "").replace("&", "")
    return (
        2 <= len(letters) <= 8
        and letters.isalpha()
        and sum(char.isupper() for char in letters) >= max(2, len(letters) - 2)
    )


def may_abbreviate(short: str, long: str) -> bool:
    """Whether the letters of ``short`` stand in ``long`` in this order, the first at the start of a word."""
    letters = iter(lexicon.fold(long).replace(" ", ""))
    wanted = short.replace(".", "").casefold()
    starts = {word[0] for word in lexicon.fold(long).split()}
    return wanted[:1] in starts and sum(letter in letters for letter in wanted) >= len(wanted) - 1


def short_form(long: str, short: str) -> str | None:
    """Why ``short`` is a short form of ``long``, None if it is not."""
    longer, shorter = words_of(long), words_of(short)
    extra = len(longer) - len(shorter)
    if extra <= 0 or not shorter:
        return None
    if len(shorter) == 1 and longer[-1] == "party" and shorter[0] in party_members(longer[-2]):
        return "what the members of the party are called"
    if longer[: len(shorter)] == shorter and all(word in _GENERIC for word in longer[len(shorter) :]):
        return "short form without the generic word"
    in_front = longer[extra:] == shorter and extra <= 3 and _is_country(long, extra)
    in_front = in_front and not _is_other_party(long, short)
    if in_front or (len(shorter) > 1 and key(_head_before_country(long)) == key(short)):
        return "short form without the country"
    return None


def _is_other_party(long: str, short: str) -> bool:
    """Whether two names of parties are spelled in two ways: "Labour" in one state is "Labor" in another."""
    return words_of(short)[-1] == "party" and not lexicon.fold(long).endswith(f" {_as_written(short)}")


def _as_written(name: str) -> str:
    """The folded words of a name without article, British spelling left as it is."""
    return lexicon.fold(name).removeprefix("the ")


def _head_before_country(name: str) -> str:
    """The words before "of Aalia" at the end of a name ("Supreme Court"), or ""."""
    head, _, tail = name.rpartition(" of ")
    entry = countries.country_name(tail.removeprefix("the "))
    return head if entry is not None and entry.form == "name" else ""


def party_members(word: str) -> tuple[str, ...]:
    """What those are called whose party has ``word`` before "Party": "Conservatives", "Democrats"."""
    return (f"{word}s", f"{word.removesuffix('ic')}s") if word.casefold().endswith("ic") else (f"{word}s",)


def is_company(name: str) -> bool:
    """Whether a name ends with a legal form ("Aal Marine Inc.")."""
    words = words_of(name)
    return len(words) > 1 and words[-1] in _LEGAL


def company_head(long: str, short: str) -> bool:
    """Whether ``short`` opens the full name of a company or of a bank, airline or the like ("Aal Savings Bank")."""
    longer, shorter = words_of(long), words_of(short)
    ends = is_company(long) or longer[-1] in _TRADES
    return ends and len(shorter) < len(longer) and longer[: len(shorter)] == shorter and shorter[-1] not in _SMALL


def firm_of_two(long: str, short: str) -> bool:
    """Whether ``short`` opens a name of two words, the second no branch ("Velden Sachs", not "Velden Music")."""
    words = long.split()
    if len(words) != 2 or countries.country_name(words[1]) is not None or countries.country_name(words[0]) is not None:
        return False
    kinds = lexicon.words("organisation_words.txt") | lexicon.word_set("branches")
    return words[0] == short and words[1][0].isupper() and words[1].casefold() not in kinds and len(short) > 3


def generic_head(long: str, short: str) -> bool:
    """Whether ``short`` is only the word for the kind of body that ``long`` is: "the Commission"."""
    words, shorter = words_of(long), words_of(short)
    if len(shorter) != 1 or len(words) < 2 or shorter[0] not in lexicon.words("organisation_words.txt"):
        return False
    return words[-1] == shorter[0] or (words[0] == shorter[0] and words[1] in _SMALL)


def _is_country(long: str, extra: int) -> bool:
    words = [word for word in long.replace("’s", "").replace("'s", "").split() if word.casefold() != "the"]
    return countries.country_name(" ".join(words[:extra])) is not None
