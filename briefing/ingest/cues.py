"""How a page talks about itself: the cue families of ``lexicons/cues.toml``, matched outside quotation marks."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LONGEST = 1_500
"""Characters from which a line is not tested: no page talks about itself at such length in one line."""
QUOTED = re.compile(r'“[^“”]{0,1500}(?:”|$)|"[^"]{0,1500}(?:"|$)|(?<!\w)‘[^‘’]{2,1500}’(?!\w)|«[^«»]{0,1500}»')
BULLET = re.compile(r"^(?:[-–—*•·▪●◦■□►▶➤→»›>|#+~✓✔☑◆★☆]|\.{3}|…|[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f])+ ?")
TAIL = re.compile(r"[ .:;!?|»›>→➤►▶…\-–—]+$")
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
VOICE = re.compile(
    r"\b(?:we|our|ours|us|you|your|yours|we're|we've|we'll|you're|you'll|you've)\b(?![.’'])", re.IGNORECASE
)
COUNTRY = re.compile(r"\bUS\b")
"""The country is written in capitals; without this "the US" would be the publisher's own voice."""
REPORTS = re.compile(
    r"\b(?:said|says|told|added|announced|according to|reported|stated|warned|insisted|claimed|argued|noted|confirmed"
    r"|denied|declared|explained|tweeted|testified|urged|accused|wrote|killed|arrested|elected|signed|voted|ruled)\b",
    re.IGNORECASE,
)
RULED = frozenset(("legal", "credit", "bio"))
"""Families whose wording inside a line holds even where the line reports something."""


class Family(NamedTuple):
    """One family of cues, ready to match."""

    name: str
    words: int
    line: re.Pattern[str] | None
    start: re.Pattern[str] | None
    inside: re.Pattern[str] | None


@cache
def families() -> tuple[Family, ...]:
    """Every family, in the order of the file."""
    table = tomllib.loads(files("briefing.ingest").joinpath("lexicons/cues.toml").read_text("utf-8"))
    return tuple(
        Family(name, entry["words"], *(_either(entry.get(key, "")) for key in ("line", "start", "any")))
        for name, entry in table.items()
    )


def _either(lines: str) -> re.Pattern[str] | None:
    """One expression for a list of them."""
    found = [line for line in lines.splitlines() if line]
    return re.compile("|".join(f"(?:{line})" for line in found)) if found else None


def outside_quotes(text: str) -> str:
    """``text`` with every quoted stretch replaced by an empty pair of marks."""
    return QUOTED.sub('""', text)


def cue_of(text: str) -> str | None:
    """The family whose cue the line holds, None if it holds none.

    A line that also reports something (a verb of saying outside the quotes and at least twelve words) is only given
    to the families of ``RULED``: articles quote and describe pleas and sign-ups, pages do not report on them.
    """
    if len(text) > LONGEST:
        return None
    bare = BULLET.sub("", outside_quotes(text)).translate(STRAIGHT).lower().strip()
    closed = TAIL.sub("", bare)
    count = text.count(" ") + 1
    reports = count >= 12 and bool(REPORTS.search(bare) or bare.count('""'))
    return next((family.name for family in families() if _matches(family, bare, closed, count, reports)), None)


def _matches(family: Family, bare: str, closed: str, count: int, reports: bool) -> bool:
    """The line belongs to the family."""
    if family.line and (family.line.fullmatch(closed) or family.line.fullmatch(bare)):
        return True
    if reports and family.name not in RULED:
        return False
    if family.start and count <= family.words and family.start.match(bare):
        return True
    return bool(family.inside and count <= 2 * family.words and family.inside.search(bare))


def voice_of(text: str) -> int:
    """How often the line speaks as the page to its reader (we, our, you, your) outside quotation marks."""
    return len(VOICE.findall(COUNTRY.sub("", outside_quotes(text)).replace("’", "'")))
