"""The masthead in a page's text: title, subtitle, byline and publication time, each a line of its own near the top."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.ingest.cleaning.features import LEADS_ON, Seen
from briefing.ingest.cleaning.masthead import Head
from briefing.ingest.cleaning.menus import headline_below
from briefing.ingest.cleaning.nameplates import LABEL, is_motto, outlet_name
from briefing.ingest.cleaning.signatures import find_bylines, find_stamps, take_stamp
from briefing.ingest.cleaning.titles import SPLIT, can_be_title, content_of, fold, is_kicker, is_title

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
    r"|[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2} \([A-Z]{2,8}\) ?[-–—]{1,2} "
)
"""How a story opens: "AFTER MONTHS OF wrangling", "GENEVA, May 3 (Wire) -", "Geneva (WIRE) -"."""
BUTTONS = frozenset(("share", "player"))


def find_head(seen: Sequence[Seen], title: str | None = None) -> Head:
    """The masthead of a page; ``title`` is the one its metadata states, if any."""
    head = Head(top=headline_below(seen) if title is None else 0)
    head.lead = _lead(seen, head.top)
    zone = _zone(seen, head.lead)
    find_stamps(seen[:zone], head)
    _find_nameplates(seen, head, title)
    find_bylines(seen, zone, head)
    below = next((index for index in range(head.lead + 1, len(seen)) if seen[index].prose), len(seen))
    if _opens(seen, below) and not _opens(seen, head.lead) and seen[head.lead].words <= STANDFIRST_WORDS:
        head.lead = below
    marks = [index for index, rule in head.dropped.items() if rule in {"byline", "published"}]
    behind = [index for index in marks if index > head.lead]
    if behind and _is_standfirst(seen, head.lead, behind):
        head.lead = _lead(seen, max(behind) + 1)
    head.opened = _opens(seen, head.lead)
    _find_title(seen, head, title)
    take_stamp(seen, head)
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
        and (_is_set_apart(seen, lead, above, min(below)) or not any(REPORTED.search(one.text) for one in above))
        and story >= 2
    )


def _is_set_apart(seen: Sequence[Seen], lead: int, above: Sequence[Seen], mark: int) -> bool:
    """The buttons of the page, or its byline and stamp, stand right below the one paragraph under the title."""
    return len(above) == 1 and (seen[lead + 1].cue in BUTTONS or mark <= lead + TITLED_BY)


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
        followed = any(mark > index for mark in marks) or _opens(seen, head.lead)
        most = STANDFIRST_WORDS if followed else SUBTITLE_WORDS
        fits = 4 <= one.words <= most and not one.captioned and one.voice < 2
        if fits and (followed or not (one.closed and one.prose)):
            head.subtitle = index
        return
