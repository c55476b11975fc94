"""Which line of a page is its headline: its form, what it shares with the story, the outlet's name behind it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from briefing.ingest.cleaning.features import COMMON, Seen
from briefing.ingest.cleaning.nameplates import SECTIONS

TITLE_WORDS = (2, 35)
KICKER_WORDS = (3, 6)
"""Words of a kicker before a longer line, and of one that says nothing of the story."""
KICKER_REACH = 40
"""Lines below a kicker among which its headline stands; a page of links has thousands that could be one."""
KICKER_SHARED = 4
"""Words of a line that may share one with the story and yet be a kicker: the place of the outlet."""
NO_TITLE = re.compile(r"^[\u2190-\u2bff\U0001f000-\U0001faff]|\b(?:19|20)\d\d[ ,|•·-]{1,3}(?:at )?\d{1,2}[:.]\d\d")
"""A sign as advertisements have them in front, or a day with its hour."""
FOREIGN = re.compile(r"[\u0370-\u1dff\u2e80-\ud7ff]")
"""Letters that no English headline is written in; the names of the page's languages are."""
SHORTENED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Co|Corp|Ltd|Jr|Sr)\.$")
"""A full stop that ends no sentence ("... relations with U.S.")."""
QUOTES = ("“", "‘", '"', "'")
CONTENT = 3_000
TRAIL = re.compile(r" ?[|>›»·•] ?| / | → ")
TRAIL_PARTS, TRAIL_WORDS = 3, 3
"""A row of so many names of so few words between bars or arrows is a menu or the trail of sections."""
LISTS = re.compile(
    r"\b(?:headlines|stories|newsletters?|articles|videos|updates|coverage)\b|(?:next|prev(?:ious)?) story",
    re.IGNORECASE,
)
SITE = re.compile(r"\bnews\b.{0,40}\b(?:headlines|top stories|videos)\b", re.IGNORECASE)
"""What a site calls itself ("Breaking news, top stories and headlines")."""
LIVE = re.compile(r"(?:live|live updates?|live ?blog|latest|breaking|as it happened): ", re.IGNORECASE)
BARS = re.compile(r" [|/>›»] ")
LISTED, LISTED_WORDS = 4, 3
"""A row of so many names of so few words between commas is a list of sections above a later headline."""
SPLIT = re.compile(r" (?:\||[-–—]{1,2}|::|[»«›·•]) ")
OUTLET = re.compile(
    r"\b(?:news|times|post|herald|tribune|gazette|guardian|telegraph|mail|express|star|journal|chronicle|press|daily"
    r"|today|online|tv|radio|magazine|wire|monitor|observer|independent|standard|review|media|network|bbc|cnn|reuters|ap"
    r"|afp|npr|abc|nbc|cbs|fox|channel|agency|report|world|sun|mirror|record|dispatch|courier|inquirer|examiner"
    r"|bulletin|globe|national|weekly|\w+\.(?:com|net|org|co\.uk))\b",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """``text`` as it is compared: letters and digits in lower case."""
    return re.sub(r"\W+", " ", text.translate({0x2019: "", 0x27: ""}).casefold()).strip()


def can_be_title(one: Seen) -> bool:
    """Form of a headline: a few words, no full stop, no cue, not a caption."""
    low, high = TITLE_WORDS
    if not low <= one.words <= high or one.captioned or len(one.text) > 250 or _names_sections(one.text):
        return False
    if NO_TITLE.search(one.text) or 5 * len(FOREIGN.findall(one.text)) > len(one.text):
        return False
    if one.cue is not None and not (one.cue == "more" and one.words >= 5 and not LISTS.search(LIVE.sub("", one.text))):
        return False
    stopped = one.text.rstrip("\"'”’)").endswith((".", ":", ",")) and not SHORTENED.search(one.text)
    return (not stopped and any(letter.isalpha() for letter in one.text[:3])) or (
        one.text[:1].isdigit() and not stopped
    )


def _names_sections(text: str) -> bool:
    """A list of sections ("Breaking News, Kasura News, Politics")."""
    parts = [part.split() for part in text.split(", ")]
    trail = [part.split() for part in TRAIL.split(text)]
    return (
        SITE.search(text) is not None
        or (len(parts) > 1 and all(part and part[-1].lower() in SECTIONS for part in parts))
        or (len(trail) >= TRAIL_PARTS and all(part and len(part) <= TRAIL_WORDS for part in trail))
    )


def _is_list(text: str) -> bool:
    """Four names or more between commas ("Africa, Economy & Trade, Featured, Gender")."""
    parts = [part.split() for part in text.split(", ")]
    return len(parts) >= LISTED and all(
        0 < len(part) <= LISTED_WORDS and all(word[:1].isupper() or word == "&" for word in part) for part in parts
    )


def is_title(text: str, title: str) -> bool:
    """The line is the title, perhaps with the outlet's name behind one of the two or a kicker before it."""
    one, other = fold(text), fold(title)
    return bool(one) and (
        one == other
        or (len(one) > 15 and other.startswith(one))
        or (len(other) > 15 and len(one) < len(other) + 40 and (one.startswith(other) or one.endswith(other)))
    )


def is_kicker(seen: Sequence[Seen], index: int, able: Sequence[int], story: frozenset[str]) -> bool:
    """A section or site name above the headline: a few words before a longer line that says more of the story."""
    words, after = seen[index].words, bisect.bisect_right(able, index)
    later = able[after : after + KICKER_REACH]
    parts = BARS.split(seen[index].text)
    asks = seen[index].text.startswith(QUOTES) or seen[index].text.endswith(("?", "!"))
    if later and _is_list(seen[index].text):
        return True
    if not later or (words > KICKER_WORDS[1] and len(parts) == 1) or asks:
        return False
    if words <= KICKER_WORDS[0] and seen[later[0]].words >= words + 2:
        return True
    if all(len(part.split()) <= KICKER_SHARED for part in parts) and len(parts) > 1:
        return any(seen[other].words >= KICKER_SHARED for other in later)
    own = len(content_of(seen[index].text) & story)
    longer = [seen[other].text for other in later if seen[other].words >= words + 2]
    return own <= (words <= KICKER_SHARED) and any(len(content_of(text) & story) >= own + 2 for text in longer)


def content_of(text: str) -> frozenset[str]:
    """The words of a text that say what it is about."""
    return frozenset(word for word in fold(text[:CONTENT]).split() if len(word) > 3 and word not in COMMON)


def split_outlet(title: str) -> tuple[str, str | None]:
    """A title without the outlet's name behind it, and that name."""
    for match in reversed(list(SPLIT.finditer(title))):
        name = title[match.end() :].strip()
        if (
            match.start() >= 15
            and 1 <= len(name.split()) <= 5
            and name[:1].isupper()
            and (OUTLET.search(name) or "|" in match[0])
        ):
            return title[: match.start()].rstrip(), name
    return title, None
