"""The lines of a masthead that name the writer or the time of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.ingest.cleaning.bylines import ROLE, is_name, read_byline
from briefing.ingest.cleaning.features import Seen
from briefing.ingest.cleaning.masthead import Head
from briefing.ingest.cleaning.nameplates import split_outlet_off
from briefing.ingest.cleaning.titles import can_be_title
from briefing.ingest.dates import find_dates, read_date, rest_of

ABOVE_TITLE = 6
"""Lines above the headline in which a byline or stamp may stand."""
PLACE_WITHIN = 3_000
DASH = re.compile(r"[-–—―]{1,2} ?\w")
QUOTED_END = re.compile(r"[”\"’»]\W{0,2}$")
WEEKDAY = re.compile(r"\W{0,3}(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)


def find_stamps(zone: Sequence[Seen], head: Head) -> None:
    """Lines that are a publication time, perhaps with a byline or place beside it."""
    for index, one in enumerate(zone):
        if index < head.top - ABOVE_TITLE or one.words > 30 or _signs_quotation(zone, index):
            continue
        if not find_dates(one.text):
            continue
        text, outlet = split_outlet_off(one.text)
        rest = rest_of(text, find_dates(text))
        names = read_byline(rest, beside=True) if rest else None
        if rest and _is_row(one.text):
            continue
        if rest and names is None and (len(rest.split()) > 4 or (one.prose and one.cue != "stamp")):
            continue
        head.dropped[index] = "published"
        head.outlet = head.outlet or outlet
        head.byline = head.byline or names or ()


def take_stamp(seen: Sequence[Seen], head: Head) -> None:
    """The publication time: the first stamp, those below the title before those above.

    A weekday and day alone above the title is no such time: pages print the day of their visit there.
    """
    found = []
    for index in sorted(index for index, rule in head.dropped.items() if rule == "published"):
        stamp = read_date(seen[index].text)
        above = head.title is not None and index < head.title
        if stamp and not (above and stamp.value and len(stamp.value) == 10 and WEEKDAY.match(seen[index].text)):
            found.append((stamp.value is None, above, index, stamp))
    head.stamp = min(found)[3] if found else None
    head.warnings = tuple(dict.fromkeys(stamp.warning for *_, stamp in found if stamp.warning))


def find_bylines(seen: Sequence[Seen], end: int, head: Head) -> None:
    """Lines above ``end`` that name the writer."""
    zone = seen[:end]
    stamped = [index for index, rule in head.dropped.items() if rule == "published"]
    for index, one in enumerate(zone):
        if index in head.dropped or one.words > 20 or (one.prose and one.words > 12):
            continue
        if index < head.top - ABOVE_TITLE or _signs_quotation(zone, index) or _is_row(one.text):
            continue
        after_by = index > 0 and zone[index - 1].text.strip(" :").lower() in {"by", "written by", "author"}
        beside = after_by or (index > 0 and any(_beside(zone, index, other) for other in stamped))
        linked = index > 1 and zone[index - 1].cue in {"url", "share"}
        above = index > 0 and head.dropped.get(index - 1 - linked) == "byline"
        if _is_name_above_role(zone, index) and index < head.lead:
            beside = True
        if above and one.words <= 4 and not one.closed and ROLE.search(one.text):
            head.dropped[index] = "byline"
            continue
        bare = (above or (beside and _is_titled(zone, index, head))) and one.cue in {None, "bio", "credit"}
        names = read_byline(one.text.removeprefix("and ") if above else one.text, beside=bare)
        if names is not None and one.cue not in {"url", "nav"}:
            head.dropped[index] = "byline"
            names = tuple(name for name in names if not (bare and _is_place(name, seen)))
            head.byline = head.byline + tuple(name for name in names if name not in head.byline)
            head.written_for = head.written_for or split_outlet_off(one.text)[1]


def _is_place(name: str, seen: Sequence[Seen]) -> bool:
    """The story goes to what looks like a bare name ("NOVI SAD" above "from Novi Sad to the sea")."""
    at = re.compile(rf"\b(?:in|from|near|outside) {re.escape(name)}\b", re.IGNORECASE)
    return any(at.search(one.text[:PLACE_WITHIN]) for one in seen if one.prose)


def _is_titled(zone: Sequence[Seen], index: int, head: Head) -> bool:
    """Another line can be the headline, as "Storm Hits Halden" below a date is one and looks like a name."""
    others = [other for other in range(len(zone)) if other != index and other not in head.dropped]
    return any(can_be_title(zone[other]) and (other < index or not is_name(zone[other].text)) for other in others)


def _is_name_above_role(zone: Sequence[Seen], index: int) -> bool:
    """A bare name whose next line is a writer's role ("Siri Aal" above "Transport correspondent")."""
    below = zone[index + 1] if index + 1 < len(zone) else None
    role = below is not None and below.words <= 4 and not below.closed and ROLE.search(below.text)
    return bool(role) and is_name(zone[index].text)


def _signs_quotation(zone: Sequence[Seen], index: int) -> bool:
    """The line says whose words the quotation above it are ("— Jon Perrin, Calder, 15 April 2019")."""
    return index > 0 and bool(DASH.match(zone[index].text)) and bool(QUOTED_END.search(zone[index - 1].text[-8:]))


def _is_row(text: str) -> bool:
    """The line is a row of a table."""
    return text.startswith("|") and text.endswith("|")


def _beside(zone: Sequence[Seen], index: int, stamp: int) -> bool:
    """The line stands next to the stamp, or only a role or a piece of furniture stands between."""
    between = zone[min(index, stamp) + 1 : max(index, stamp)]
    return len(between) <= 1 and all(one.cue or (ROLE.search(one.text) and one.words <= 6) for one in between)
