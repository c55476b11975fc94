"""Who wrote it: lines such as "By Ann Bell and Carl Dorn in Geneva", and bare names beside a date."""

from __future__ import annotations

import re

from briefing.ingest.cleaning.cues import BULLET
from briefing.ingest.cleaning.nameplates import outlet_name
from briefing.ingest.words import word_list

PARTICLES = word_list("particles")
NAME_WORD = (
    r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.\-]{0,25}|(?:de|da|di|do|dos|del|della|den|der|van|von|la|le|el|al|bin|ibn|ter|ten)\b)"
)
NAME = re.compile(rf"{NAME_WORD}(?:\ {NAME_WORD}){{1,4}}")
LEAD = re.compile(
    r"^(?:(?:story|words|report|text|analysis|reported|written|posted|published|compiled|opinion|review)\ )?"
    r"(?:by\ ?:?\ ){1,2}(?=\S)"
    r"|^(?-i:By(?=[A-Z][A-Za-z]))"
    r"|^(?:authors?|reporter|writer|words|written\ by|byline):\ ?(?=\S)",
    re.IGNORECASE,
)
DESK = re.compile(
    r"""^(?:(?:our|the|staff|special|web|online|news|city|foreign|international|national|world|digital|express|sports|business
        |political|diplomatic|senior|chief|agence|associated|press|correspondents?|reporters?|report|reports|writers?|desk|bureau|team
        |staff|agencies|agency|newsroom|monitoring|editor|editorial|board|service|services|from|and|with|wires?|wire|
        |afp|ap|reuters|pti|ani|ians|dpa|upi|cnn|bbc|xinhua|tass|bloomberg|news)[\ ,/|&-]*){1,6}$""",
    re.VERBOSE | re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|fellow|researcher|lecturer|writer|columnist|journalist|bureau|desk|staff"
    r"|analyst|contributor|producer|r[eé]daction|redacci[oó]n|redaktion"
    r"|photographer|service|press|news|reuters|afp|ap|times|post|agency|media|tv|radio|online|associated)\b",
    re.IGNORECASE,
)
NOT_NAMES = word_list("not_names")
"""Words that stand in kickers, places and headlines but not in the names of reporters."""
DAY = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|midnight|noon)\b", re.IGNORECASE)
TITLED = re.compile(
    r"[ /,]{1,3}(?:(?:special|senior|chief|staff|contributing|associate|assistant|political|national|city"
    r"|local democracy|health|education|crime|business|environment|transport) ){1,2}"
    r"(?:writer|reporter|correspondent|editor|photographer)$"
    r"|,? (?:(?:fox|bbc|cbs|nbc|abc|sky|cbc|pbs|itv) news(?: digital)?|(?:the )?associated press)$",
    re.IGNORECASE,
)
"""A writer's title or broadcaster behind the name ("By ANN BELL Staff Writer")."""
TITLED_DESK = re.compile(
    rf"(?P<name>[A-Z]\S{{0,20}} (?:(?:{'|'.join(sorted(PARTICLES))}) )*[A-Z]\S{{1,20}})(?: [A-Z][\w-]{{1,20}})?"
    r"(?: [a-z-]{2,20}){0,2} (?:correspondent|editor|reporter|writer|columnist)"
)
"""A name and the role behind it without a comma ("Ann Bell Health policy editor")."""
BETWEEN = re.compile(r",? (?:and|with) | ?[|•·,&;] ?| / | – | — | - ")
"""What parts the names of a byline."""
ADDRESS = re.compile(r"\([^()]{0,60}\)|\S{1,64}@\S{1,100}|@\w{1,30}|https?://\S{1,200}")
PLACE = re.compile(r" (?:in|at|for|from|of|IN|AT|FOR|FROM|OF) [A-ZÀ-Þ].{0,60}$")
"""Where a writer reports from, or for whom; what follows without a name of its own place is one more of them."""
SEAT = re.compile(r" in [A-ZÀ-Þ][\w’'-]{1,20}(?: [A-ZÀ-Þ][\w’'-]{1,20}){0,2}$")
"""The same behind a bare name, which a headline looks like ("Riots Erupt Following Death of Teen")."""
OF_OUTLET = re.compile(r"(?P<name>[^()]{3,50}) \((?P<outlet>[^()]{3,40})\)")
INITIALS = re.compile(r"[A-Z]{2,6}")
"""An agency by its initials ("By NTV")."""
LONGEST = 160


def is_name(text: str) -> bool:
    """The line is nothing but a person's name of two to four words."""
    words = text.split()
    if (
        not 2 <= len(words) <= 4
        or len(text) > 50
        or any(letter.isdigit() or letter in ':;!?()[]"“”|@/' for letter in text)
    ):
        return False
    if not NAME.fullmatch(text) or any(word.strip(".").lower() in NOT_NAMES for word in words):
        return False
    return not text.isupper() or len(words) <= 3


def read_byline(text: str, *, beside: bool = False) -> tuple[str, ...] | None:
    """The names of a byline, empty for one without names ("Staff reporter"), None if the line is no byline.

    ``beside``: the line stands beside a publication time, so that a bare name is one.
    """
    text = BULLET.sub("", text).strip(" |•·-–—,")
    if not text or len(text) > LONGEST:
        return None
    lead = LEAD.match(text)
    if lead and (names := _names(text[lead.end() :])) is not None:
        return names
    if DESK.match(text) or (lead and INITIALS.fullmatch(text[lead.end() :])):
        return ()
    signed = OF_OUTLET.fullmatch(text)
    if signed and is_name(signed["name"]) and outlet_name(signed["outlet"]):
        return (signed["name"],)
    names = _beside(text) if not lead else None
    return names if beside or (names and ROLE.search(text)) else None


def _beside(text: str) -> tuple[str, ...] | None:
    """The names of a line without "By": names only, with a role, desk or place behind them."""
    parts = _parts(text, SEAT)
    if not parts or not is_name(parts[0]):
        return None
    found = [part for part in parts if is_name(part) and not ROLE.search(part)]
    others = [part for part in parts if part not in found]
    fits = all(
        len(part.split()) <= 5 and (part[:1].isupper() or ROLE.search(part) or DESK.match(part)) for part in others
    )
    return tuple(_cased(name) for name in found) if fits else None


def _names(text: str) -> tuple[str, ...] | None:
    """The names after "By"; None if what follows is a sentence."""
    parts = _parts(text, PLACE)
    if not parts:
        return None
    authors = [part for number, part in enumerate(parts) if _is_author(part) and (number == 0 or not _is_place(part))]
    names = [_cased(part) for part in authors]
    rest = [part for part in parts if part not in authors]
    if not names and not all(ROLE.search(part) or DESK.match(part) or len(part.split()) <= 2 for part in rest):
        return None
    if any(len(part.split()) > 6 for part in rest):
        return None
    return tuple(names) if names or all(ROLE.search(part) or DESK.match(part) for part in rest) else None


def _parts(text: str, place: re.Pattern[str]) -> list[str]:
    """The people, roles and outlets that a byline names, each without its place, role and address."""
    parts = [_untitled(part).strip(" .,-–—") for part in BETWEEN.split(ADDRESS.sub("", text))]
    found: list[str] = []
    placed = -1
    for number, part in enumerate(parts):
        bare = place.sub("", part)
        if bare != part:
            placed = number
        elif placed == number - 1 >= 0 and not any(place.search(other) for other in parts[number:]):
            placed = number
            continue
        found.append(bare.strip(" ."))
    return [part for part in found if part]


def _untitled(part: str) -> str:
    """A name without the role behind it."""
    match = TITLED_DESK.fullmatch(part)
    return match["name"] if match else TITLED.sub("", part)


def _is_author(part: str) -> bool:
    """A person's name among the parts of a byline."""
    words = part.split()
    proper = 2 <= len(words) <= 5 and all(word[:1].isupper() or word in PARTICLES for word in words)
    named = outlet_name(part) is not None
    return (
        proper
        and not named
        and not ROLE.search(part)
        and not any(letter.isdigit() for letter in part)
        and not DAY.search(part)
    )


def _is_place(part: str) -> bool:
    """Words behind the first name that no person is called ("Kasura City")."""
    return any(word.strip(".").lower() in NOT_NAMES for word in part.split())


def _cased(name: str) -> str:
    """A name in capitals as it is usually written."""
    return name.title() if name.isupper() else name
