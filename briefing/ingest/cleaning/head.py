"""The masthead in a page's text: title, subtitle, byline and publication time, each a line of its own near the top."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.ingest.cleaning.bylines import ROLE, is_name, read_byline
from briefing.ingest.cleaning.features import LEADS_ON, Seen
from briefing.ingest.cleaning.menus import headline_below
from briefing.ingest.cleaning.nameplates import LABEL, is_motto, outlet_name, split_outlet_off
from briefing.ingest.cleaning.titles import SPLIT, can_be_title, content_of, fold, is_kicker, is_title
from briefing.ingest.dates import Stamp, find_dates, read_date, rest_of

ABOVE_TITLE = 4
"""Lines above the headline in which a byline or stamp may stand."""
LEAD_WORDS = 12
"""The first paragraph of at least so many words that reads as prose ends the masthead."""
BELOW_LEAD = 3
"""A byline or stamp may stand this many paragraphs below the first sentence, where that is a standfirst."""
FURNITURE_BELOW = 10
"""... or so many where nothing of a story stands between (a caption, share buttons)."""
STANDFIRST_WORDS = 40
SUBTITLE_WORDS = 26
LEAD_PARAGRAPHS = 2
HEADLINE_WORDS = 3
"""Words of the line beside which an outlet's name is taken for no headline."""
TITLED_BY = 2
"""Lines from a headline that is a sentence to the byline or stamp that tells it from a lead."""
SECTION = 40
"""Characters of the sections that a page's title has in front of its headline."""
STOPPED_WORDS = 20
"""Words of the longest headline that is taken in spite of its full stop."""
TOLD = re.compile(r"\b(?:said|told|according to|announced|reported)\b")
REPORTED = re.compile(rf"{TOLD.pattern}|[“\"][^“”\"]{{0,400}}[.,!?][”\"](?! (?:says?|tells?)\b)")
"""What a report has and a standfirst has not: a standfirst's verb is in the present ("repairs will be dear, minister
says"), and it quotes words, not sentences."""
OPENING = re.compile(
    r"(?:[A-Z’']{2,20} ){2,4}[A-Z’']{0,20}[a-z]"
    r"|[A-Z][A-Z .'’-]{2,25}(?:, [A-Z][\w .]{1,20})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r" ?(?:\([^()]{2,20}\) ?)?[-–—]{1,2} "
)
"""How a story opens: "AFTER MONTHS OF wrangling", "GENEVA, May 3 (Wire) -"."""
BUTTONS = frozenset(("share", "player"))
DASH = re.compile(r"[-–—―]{1,2} ?\w")
QUOTED_END = re.compile(r"[”\"’»]\W{0,2}$")
WEEKDAY = re.compile(r"\W{0,3}(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """Which paragraphs are masthead, and what they say."""

    title: int | None = None
    subtitle: int | None = None
    dropped: dict[int, str] = field(default_factory=dict)
    """Paragraph to its rule: ``byline``, ``published``, ``page-title``, ``masthead``."""
    byline: tuple[str, ...] = ()
    stamp: Stamp | None = None
    written_for: str | None = None
    """Outlet named behind the writer ("By Una Berg, The Stanberg Post"), who may write for another than this page's."""
    outlet: str | None = None
    """Outlet named behind the title, beside the publication time or on a line of its own."""
    warnings: tuple[str, ...] = ()
    top: int = 0
    """Where the masthead begins: the headline of a page that was copied with its menus."""
    lead: int = 0
    """The first paragraph of the story proper."""


def find_head(seen: Sequence[Seen], title: str | None = None) -> Head:
    """The masthead of a page; ``title`` is the one its metadata states, if any."""
    head = Head(top=headline_below(seen) if title is None else 0)
    head.lead = _lead(seen, head.top)
    zone = _zone(seen, head.lead)
    _find_stamps(seen[:zone], head)
    _find_nameplates(seen, head, title)
    _find_bylines(seen[:zone], head)
    if _opens(seen, head.lead + 1) and not _opens(seen, head.lead) and seen[head.lead].words <= STANDFIRST_WORDS:
        head.lead += 1
    marks = [index for index, rule in head.dropped.items() if rule in {"byline", "published"}]
    below = [index for index in marks if index > head.lead]
    if below and _is_standfirst(seen, head.lead, below):
        head.lead = _lead(seen, max(below) + 1)
    _find_title(seen, head, title)
    _take_stamp(seen, head)
    _find_subtitle(seen, head, marks)
    return head


def _zone(seen: Sequence[Seen], lead: int) -> int:
    """The end of the stretch where bylines and stamps stand: a standfirst may part them from the headline."""
    below = lead + 1 + BELOW_LEAD
    story = next((index for index in range(lead + 1, len(seen)) if seen[index].prose), len(seen))
    return min(len(seen), max(below, min(story, below - BELOW_LEAD + FURNITURE_BELOW)))


def _lead(seen: Sequence[Seen], start: int) -> int:
    """The first paragraph of prose from ``start`` on, the end if there is none."""
    for index in range(start, len(seen)):
        one = seen[index]
        whole = one.closed or one.words > STANDFIRST_WORDS or LEADS_ON.search(one.text)
        if one.prose and one.words >= LEAD_WORDS and one.voice < 2 and whole:
            return index
    return len(seen)


def _find_stamps(zone: Sequence[Seen], head: Head) -> None:
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


def _find_nameplates(seen: Sequence[Seen], head: Head, title: str | None) -> None:
    """Above the story, the outlet's name on a line of its own where another line is the headline; names of fields."""
    above = [index for index in range(min(head.lead, len(seen))) if index not in head.dropped]
    able = [index for index in above if can_be_title(seen[index]) and seen[index].words >= HEADLINE_WORDS]
    for index in above:
        text = seen[index].text
        if LABEL.fullmatch(text) or (head.dropped.get(index - 1) == "masthead" and is_motto(text)):
            head.dropped[index] = "masthead"
        elif (name := outlet_name(text)) and (set(able) - {index}) and not (title and is_title(text, title)):
            head.dropped[index] = "masthead"
            head.outlet = head.outlet or name


def _take_stamp(seen: Sequence[Seen], head: Head) -> None:
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


def _find_bylines(zone: Sequence[Seen], head: Head) -> None:
    """Lines that name the writer."""
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
            head.byline = head.byline + tuple(name for name in names if name not in head.byline)
            head.written_for = head.written_for or split_outlet_off(one.text)[1]


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


def _opens(seen: Sequence[Seen], index: int) -> bool:
    """The paragraph opens a story by its form: with a wire's dateline, or with its first words in capitals."""
    return 0 < index < len(seen) and seen[index].prose and OPENING.match(seen[index].text) is not None


def _is_standfirst(seen: Sequence[Seen], lead: int, below: Sequence[int]) -> bool:
    """What stands between the title and a byline below is no story yet: a short paragraph that reports nothing.

    At the very top it is the headline, perhaps with a standfirst, with the byline or stamp close behind.
    """
    mark = max(below) if lead else min(below)
    above = [one for one in seen[lead:mark] if one.prose]
    story = sum(one.prose for one in seen[mark + 1 :])
    return (
        (lead > 0 or mark <= TITLED_BY)
        and len(above) <= (1 if lead else TITLED_BY)
        and all(one.words <= STANDFIRST_WORDS for one in above)
        and (_is_set_apart(seen, lead, above) or not any(REPORTED.search(one.text) for one in above))
        and story >= 2
    )


def _is_set_apart(seen: Sequence[Seen], lead: int, above: Sequence[Seen]) -> bool:
    """The buttons of the page stand right below the one paragraph between title and byline."""
    return len(above) == 1 and seen[lead + 1].cue in BUTTONS


def _find_title(seen: Sequence[Seen], head: Head, title: str | None) -> None:
    """The headline: the line that the metadata name, else the first above the story that can be one."""
    above = [index for index in range(head.top, min(head.lead, len(seen))) if index not in head.dropped]
    last = max((index for index, one in enumerate(seen) if one.prose), default=len(seen))
    able = [index for index in above if index < last and can_be_title(seen[index])]
    if title is not None:
        able = [index for index in above if is_title(seen[index].text, title)]
    elif not able:
        able = _stopped_title(seen, head)
    else:
        story = content_of(" ".join(one.text for one in seen[head.lead : head.lead + LEAD_PARAGRAPHS]))
        able = [index for index in able if not is_kicker(seen, index, able, story)] or able
    if able:
        head.title = able[0]
        _find_page_title(seen, head, able)
        for index in above:
            if index < head.title and seen[index].words <= 6:
                head.dropped.setdefault(index, seen[index].cue or "masthead")


def _stopped_title(seen: Sequence[Seen], head: Head) -> list[int]:
    """A first line that ends as a sentence does, right above the byline or stamp ("Rates held. Crown falls.")."""
    index = next((index for index in range(head.top, min(head.lead, len(seen))) if index not in head.dropped), None)
    if index is None or seen[index].words > STOPPED_WORDS or not seen[index].prose or TOLD.search(seen[index].text):
        return []
    marked = any(head.dropped.get(index + step) in {"byline", "published"} for step in range(1, TITLED_BY + 1))
    return [index] if marked else []


def _find_page_title(seen: Sequence[Seen], head: Head, able: Sequence[int]) -> None:
    """A first line "Headline | Outlet" or "Section: Headline" above the headline itself is the page's title."""
    first = seen[able[0]].text
    for index in able[1:]:
        text = seen[index].text
        if len(text) >= 15 and first.startswith(text) and SPLIT.match(first[len(text) :]):
            head.dropped[able[0]] = "page-title"
            head.outlet = SPLIT.split(first[len(text) :])[-1].strip() or None
            head.title = index
        elif fold(text) == fold(first):
            head.dropped[index] = "repeat"
        elif len(text) >= 15 and fold(first).endswith(fold(text)) and len(first) <= len(text) + SECTION:
            head.dropped[able[0]] = "page-title"
            head.title = index


def _find_subtitle(seen: Sequence[Seen], head: Head, marks: Sequence[int]) -> None:
    """The line under the headline: open, or a sentence above the byline; not below the byline, where captions stand."""
    if head.title is None:
        return
    for index in range(head.title + 1, min(head.lead, len(seen))):
        one = seen[index]
        if index in marks:
            return
        if index in head.dropped or one.cue is not None:
            continue
        if seen[index - 1].text.startswith("©"):
            head.dropped[index] = "credit"
            return
        if 4 <= one.words <= SUBTITLE_WORDS and not one.captioned and one.voice < 2:
            followed = any(mark > index for mark in marks) or _opens(seen, head.lead)
            if not (one.closed and not followed and one.prose):
                head.subtitle = index
        return
