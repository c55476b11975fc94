"""Offices as roles word them, compared: the same in other words, another one, or nothing that can be said.

A role is taken apart into the office ("minister"), how it is held ("former", "acting", "-elect"), whether by a deputy,
in which state ("Alvanian", "of Alvania"), and what else is said of it ("foreign", "of the river agency"). Only what
differs in one of these and agrees in the others is a change. A bare title says less than it seems to: "President" is
said of former presidents, and "Minister" of deputies.

Measured on the roles that one person has in 500 news reports of many years: 8 of 1,904 pairs are told as a change, all
of people who held the two offices one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from briefing.annotate import countries, lexicon
from briefing.compose import wordlists

SAME, CHANGED = "same", "changed"

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’][^\W_]+)?(?P<owner>['’])?")
_STATUSES = ("former", "late", "acting", "elect", "candidate")
"""Ways to hold an office, the one that says most first."""
_PREPOSITIONS = frozenset(["of", "for", "to", "at", "in", "on", "with", "from", "under"])
_DEMONYM = re.compile(r"[A-Z]\w+(?:an|ese|ish)")
_LONGEST_COUNTRY = 4
"""Words in the longest name of a state that is looked up here ("United Arab Emirates" has three)."""


@dataclass(frozen=True, slots=True)
class Office:
    """A role taken apart."""

    head: tuple[str, ...]
    """The word or words for the office: ``minister``, ``secretary general``."""
    status: str
    """``former``, ``late``, ``acting``, ``elect``, ``candidate``, or empty."""
    deputy: bool
    state: tuple[str, ...]
    """Words for the state it is held in."""
    matter: tuple[str, ...]
    """All other words that tell it from other offices."""


def compare(before: Office | None, today: Office | None) -> str | None:
    """``same``, ``changed``, or None where nothing can be said."""
    if before is None or today is None or (before.state and today.state and not _overlap(before.state, today.state)):
        return None
    if before.head != today.head:
        return CHANGED if _exclude(before, today) else None
    matter = _relation(before.matter, today.matter)
    if matter == "apart":
        return CHANGED if _portfolios_differ(before, today) else None
    if before.deputy != today.deputy:
        return CHANGED if matter == "equal" and before.status == today.status else None
    if before.status == today.status:
        return SAME if matter == "equal" else None
    return CHANGED if _turned(before, today, matter) else None


def same_office(one: Office | None, other: Office | None) -> bool:
    """Whether two roles that a person has at a time are one office, told longer or shorter ("Vice Minister")."""
    if one is None or other is None or (one.state and other.state and not _overlap(one.state, other.state)):
        return False
    alike = (one.head, one.status, one.deputy) == (other.head, other.status, other.deputy)
    return alike and _relation(one.matter, other.matter) != "apart"


def says_where(text: str, body: str | None) -> bool:
    """Whether the words of a role name its affiliation themselves: "US", "Alvanian", "Aal's" beside "Aal Inc."."""
    if body is None:
        return False
    short = [word for word in _words(body) if word.casefold() not in lexicon.word_set("legal")]
    named = f" {' '.join(short)} ".casefold() in f" {' '.join(map(_owned, _words(text)))} ".casefold()
    return (bool(short) and named) or _overlap(_of_body(body)[0], _without_states(_words(text))[1])


def _owned(word: str) -> str:
    """A name without the mark of an owner: "Aal's"."""
    return word.removesuffix("'s").removesuffix("'")


def _turned(before: Office, today: Office, matter: str) -> bool:
    """Whether an office is held otherwise than it was, both said plainly enough.

    "Former" is never lifted: the news tells the past with the office of that time.
    """
    turn = (before.status, today.status)
    if turn in {("", "former"), ("acting", "former"), ("", "late"), ("acting", "late")}:
        return matter in ("equal", "fewer") and not _is_courtesy(before)
    if turn == ("candidate", ""):
        return matter == "equal" and _is_post(today) and bool(today.state or today.matter)
    gained = {("", "acting"), ("acting", ""), ("elect", ""), ("candidate", "elect")}
    return turn in gained and matter == "equal" and _is_post(today)


def _is_courtesy(office: Office) -> bool:
    """Whether a bare title may be that of somebody who held it once ("President Aal")."""
    return not office.state and not office.matter and office.head[-1] in wordlists.words("office_courtesy")


def _is_post(office: Office) -> bool:
    """Whether it is held in a body, not a kind of person ("Republican")."""
    return any(lexicon.column("role_words.tsv", 2).get(word, "office") == "office" for word in office.head)


def _exclude(before: Office, today: Office) -> bool:
    """Whether the two are offices of one state that nobody holds together."""
    return _is_high(before) and _is_high(today) and _overlap(before.state, today.state)


def _is_high(office: Office) -> bool:
    plain = len(office.head) == 1 and office.head[0] in wordlists.words("office_exclusive")
    told = all(word in _portfolios() for word in office.matter)
    right = bool(office.matter) == (office.head == ("minister",))
    return plain and told and right and not office.status and not office.deputy


def _portfolios_differ(before: Office, today: Office) -> bool:
    """Whether the two are the ministers of two departments that every cabinet keeps apart."""
    held = {(one.status, one.deputy) for one in (before, today)} == {("", False)}
    return held and before.head == ("minister",) and _is_high(before) and _is_high(today) and _both_told(before, today)


def _both_told(before: Office, today: Office) -> bool:
    return bool(before.state and today.state)


def _relation(before: Sequence[str], today: Sequence[str]) -> str:
    """What today's words are to the words before: ``equal``, ``fewer``, ``more`` or ``apart``."""
    kept = all(any(_akin(one, other) for other in today) for one in before)
    known = all(any(_akin(one, other) for other in before) for one in today)
    return "equal" if kept and known else "more" if kept else "fewer" if known else "apart"


def _overlap(one: Sequence[str], other: Sequence[str]) -> bool:
    return any(_akin(left, right) for left in one for right in other)


def _akin(one: str, other: str) -> bool:
    """Whether two words are one name and its adjective: "alvania", "alvanian"."""
    short = min(len(one), len(other))
    return one == other or (short > 4 and one[: max(4, short - 2)] == other[: max(4, short - 2)])


# ---- taking a role apart --------------------------------------------------------------------------------------


def read_office(text: str, body: str | None) -> Office | None:
    """The office that a role's words name; None for kin and servants, for two offices in one, and for another time."""
    words, state = _without_states(_words(text))
    plain = [word for word in map(_common, words) if word not in wordlists.words("office_plain")]
    if any(word in wordlists.words("office_another_time") for word in plain) or _serves(plain):
        return None
    statuses = {word: name for name in _STATUSES for word in wordlists.words(f"office_{name}")}
    held = [statuses[word] for word in plain if word in statuses]
    deputy = any(word in wordlists.words("office_deputy") for word in plain)
    rest = [word for word in plain if word not in statuses and word not in wordlists.words("office_deputy")]
    head = _head(rest, is_candidate="candidate" in held)
    if not head:
        return None
    told = [word for word in rest if word not in head and word not in _PREPOSITIONS | {"and"}]
    states, others = _of_body(body)
    head, matter = _minister(head, [word for word in told if word not in _adjectives()] + others)
    unlike = tuple(dict.fromkeys(word for word in matter if not _overlap((word,), (*state, *states))))
    status = next((one for one in _STATUSES if one in held), "")
    return Office(head, status, deputy, (*state, *states), unlike)


def _serves(words: Sequence[str]) -> bool:
    """Whether a role is to work for whoever holds an office: "assistant to the president"."""
    deputies = wordlists.words("office_deputy")
    return any(one in deputies and other in _PREPOSITIONS for one, other in pairwise(words))


def _words(text: str) -> list[str]:
    """The words as written, hyphened ones apart; an owner keeps its ending ("Alvania's")."""
    spaced = re.sub(r"(?<=\w)[-‐‑–](?=\w)", " ", " ".join(text.split()))
    return [match[0].replace("’", "'") for match in _WORD.finditer(spaced)]


def _without_states(words: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """The other words in lower case, and the states named: by the table, as an owner, or by an adjective in front."""
    found, rest, index = [], [], 0
    while index < len(words):
        width, state = _state_at(words, index)
        if width:
            found.append(state)
        else:
            rest.append(words[index].removesuffix("'s").removesuffix("'").casefold())
        index += width or 1
    return rest, tuple(dict.fromkeys(found))


def _state_at(words: Sequence[str], index: int) -> tuple[int, str]:
    """How many words from ``index`` on name a state, and which; 0 where none does."""
    for width in range(min(_LONGEST_COUNTRY, len(words) - index), 0, -1):
        phrase = " ".join(words[index : index + width]).removesuffix("'s").removesuffix("'")
        entry = countries.country_name(phrase)
        if entry is not None and entry.country and entry.form in ("name", "demonym"):
            return width, entry.country.casefold()
    word = words[index]
    owner = word.endswith(("'s", "'")) and word[:1].isupper() and _common(word.removesuffix("'s")) not in _roles()
    adjective = _DEMONYM.fullmatch(word) is not None and _common(word) not in _roles()
    return (1, word.removesuffix("'s").removesuffix("'").casefold()) if owner or adjective else (0, "")


def _of_body(body: str | None) -> tuple[tuple[str, ...], list[str]]:
    """The state that an affiliation is or belongs to, and the words of any other body."""
    if body is None:
        return (), []
    rest, states = _without_states(_words(body))
    if states and not rest:
        return states, []
    entry = countries.country_name(body)
    if entry is not None and entry.country:
        return (entry.country.casefold(),), []
    is_name = len(rest) == 1 and body[:1].isupper()
    return ((*states, *rest), []) if is_name else (states, rest)


def _common(word: str) -> str:
    """A word in lower case, the same for women and men."""
    low = word.casefold()
    person = re.sub(r"(?:wo)?man$", "person", low) if len(low) > 6 else low
    if person == "chairperson":
        return "chair"
    return person if person in _roles() else low


def _head(words: Sequence[str], *, is_candidate: bool) -> tuple[str, ...]:
    """The words for the office: the last run of such words before a preposition; none for kin or two offices."""
    joined = " ".join(words).replace("prime minister", "premier").split()
    main = joined
    for index, word in enumerate(joined):
        if word in _PREPOSITIONS and any(one in _roles() for one in joined[:index]):
            main = joined[:index]
            break
    places = [index for index, word in enumerate(main) if word in _roles()]
    if not places:
        named = [_adjectives()[word] for word in main if word in _adjectives()]
        return (named[0],) if named and is_candidate else ()
    if "and" in main and places[0] < main.index("and") < places[-1]:
        return ()
    start = places[-1]
    while start - 1 in places:
        start -= 1
    head = tuple(main[start : places[-1] + 1])
    return () if any(lexicon.column("role_words.tsv", 2).get(word) == "kin" for word in head) else head


def _minister(head: tuple[str, ...], matter: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """A minister under any title, the department under one name: "secretary of state" is a foreign minister."""
    rest = [word for word in matter if word not in ("prime", "minister", "affairs", "state", "general")]
    departments = [_portfolios().get(word, word) for word in rest]
    if head == ("secretary",) and "state" in matter and not set(departments) & set(_portfolios().values()):
        return ("minister",), [*departments, "foreign"]
    if head == ("secretary",) and set(departments) & set(_portfolios().values()):
        return ("minister",), departments
    if head == ("minister",):
        return head, departments
    return head, [word for word in matter if word not in ("prime", "minister")]


@cache
def _roles() -> frozenset[str]:
    """Words for offices and descriptions."""
    return frozenset(lexicon.column("role_words.tsv", 1)) | {"premier", "chair", "spokesperson"}


@cache
def _portfolios() -> dict[str, str]:
    """Every word for a department to the one that stands for it."""
    return {word: name for name, words in wordlists.groups("office_portfolios").items() for word in words}


@cache
def _adjectives() -> dict[str, str]:
    """Adjective to office."""
    return {word: name for name, words in wordlists.groups("office_adjectives").items() for word in words}
