"""Where a line's own words begin: behind «ARBEK, June 12 (Agency) - »."""

from __future__ import annotations

import re
from typing import NamedTuple

_DAY = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:, \d{4})?")
"""What some outlets put into the brackets instead of the agency: «WASHINGTON (Aug. 13) -- »."""
_DATELINE = re.compile(
    r"""
    (?: (?P<town>[A-Z][A-Z.'’-]{2,30}(?:[ /,]{1,3}[A-Z][A-Z.'’-]{1,30}){0,4})   # WASHINGTON, ZELENGRAD/STANBERG
      | (?P<plain>[A-Z][a-z]{2,20}(?:[ -][A-Z][a-z]{2,20}){0,2})                # Zelengrad: with an agency only
    )
    (?P<region>,\ [A-Z][\w.]{1,20}(?:\ [A-Z][\w.]{1,20}){0,2}?)??               # , Montalia
    (?P<day>,?\ [A-Z][a-z]{2,8}\.?\ \d{1,2}(?:,\ \d{4})?)?                      # , Oct. 14, 2025
    (?:\ ?\((?P<agency>[A-Z][^()\n]{1,40})\))?                                  # (Meridian)
    \ ?(?P<link>[—–―]|--|-(?=\ )|:(?=\ ))\ ?
    (?=[“”"‘'(\[]?[A-Z0-9])                                                     # a sentence begins
    """,
    re.VERBOSE,
)
"""A hyphen or colon parts from the text only before a blank; «NATO — not the union — will decide» is a sentence."""


class Dateline(NamedTuple):
    """What stands before an agency's first sentence."""

    end: int
    """Where the line's own words begin."""
    agency: str | None


def read(line: str) -> Dateline | None:
    """The dateline that opens a line, None if none does."""
    match = _DATELINE.match(line)
    if match is None:
        return None
    told = [match[name] is not None for name in ("region", "day", "agency")]
    dashed = match["link"] in {"--", "—", "–"}
    if match["plain"] is not None and not (match["agency"] and (match["day"] or dashed)):
        return None
    if match["link"] == ":" and not any(told):
        return None  # «ONDAL: We will open it» names who speaks
    agency = match["agency"]
    return Dateline(match.end(), None if agency and _DAY.fullmatch(agency) else agency)


def length(line: str) -> int:
    """The characters of the dateline that opens a line, 0 if none does."""
    found = read(line)
    return found.end if found else 0
