"""How a page talks about itself: the cue families of ``lexicons/cues.toml``, matched outside quotation marks."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from briefing.ingest.words import words_of

LONGEST = 1_500
"""Characters from which a line is not tested: no page talks about itself at such length in one line."""
QUOTED = re.compile(
    r'“[^“”]{0,1500}(?:”|$)|"[^"]{0,1500}(?:"|$)|(?<!\w)‘[^‘’]{2,1500}’(?!\w)|«[^«»]{0,1500}»'
    r"|(?<!\S)'(?=[A-Z])(?:[^']|(?<=\w)'(?=\w)){2,600}(?:'(?!\w)|$)"
)
BULLET = re.compile(r"^(?:[-–—*•·▪●◦■□►▶➤→»›>|#+~✓✔☑◆★☆]|\.{3}|…|[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f])+ ?")
TAIL = re.compile(r"[ .:;!?|»›>→➤►▶…\-–—]+$")
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
VOICE = re.compile(
    r"\b(?:we|our|ours|us|you|your|yours|we're|we've|we'll|you're|you'll|you've)\b(?![.’'])", re.IGNORECASE
)
COUNTRY = re.compile(r"\bUS\b")
"""The country is written in capitals; without this "the US" would be the publisher's own voice."""
REPORTS = re.compile(words_of("reporting").pattern, re.IGNORECASE)
SAYS = words_of("saying")
FINITE = words_of("finite_in_sentences")
PAGE_WORDS = re.compile(words_of("page_words").pattern + r"|@|https?:|www\.|©|[$£€]\d")
"""What pages are made of; without one of these and without "you" or "we" a full sentence is the story's."""
ATTRIBUTED = re.compile(rf", [^,\"]{{2,60}}(?:{SAYS.pattern}|{words_of('telling').pattern})[^,\"]{{0,40}}\.$")
"""A sentence that ends with who says it; what a page says of itself it says in nobody's name."""
CONDITION = re.compile(r"[a-z]+ [^,.]{3,80}? (?:and|or) (?:you|he|she|it|they|the [a-z]+|your [a-z]+) [a-z]+")
"""An order that is a condition ("Reach the top and you see three countries"), which no button gives."""
SENTENCE_END = re.compile(r"(?<=[a-z0-9)][.!?]) ")
PRESS = words_of("press_words")
"""What an appeal of the publisher names and an appeal of a charity, in a story, does not."""
ORDER = re.compile(r"(?:^|[.!?] )(?:please|subscribe|donate|join|consider|support|become|help|chip in|will you)\b")
"""An appeal's imperative, which speaks to the reader without "you"."""
THIS_PAPER = re.compile(r"\bthis (?:paper|newspaper|site|website|publication|newsroom)\b")
OWN_STORY = re.compile(r"\b(?:has|have) (?:\w+ )?(?:told|heard|asked)\b")
"""What a publisher says of itself ("has told the story of the valley since 1903") and a report seldom of anybody."""
APPEAL_WORDS = 110
"""Words of the longest appeal in one paragraph."""
RULED = frozenset(("legal", "credit", "bio", "correction"))
"""Families whose wording inside a line holds even where the line reports something."""


class Family(NamedTuple):
    """One family of cues, ready to match."""

    name: str
    words: int
    line: re.Pattern[str] | None
    start: re.Pattern[str] | None
    inside: re.Pattern[str] | None
    sentence: re.Pattern[str] | None


@cache
def families() -> tuple[Family, ...]:
    """Every family, in the order of the file."""
    table = tomllib.loads(files("briefing.ingest").joinpath("lexicons/cues.toml").read_text("utf-8"))
    return tuple(
        Family(name, entry["words"], *(_either(entry.get(key, "")) for key in ("line", "start", "any", "sentence")))
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

    A line that also reports something (a verb of saying, or twelve words with a quotation) is only given to the
    families of ``RULED``: articles quote and describe pleas and sign-ups, pages do not report on them. For the same
    reason a full sentence that merely begins like furniture must also speak to its reader or name what pages are
    made of ("By using artillery the army ..." is no notice).
    """
    if len(text) > LONGEST:
        return None
    bare = BULLET.sub("", outside_quotes(text)).translate(STRAIGHT).lower().strip()
    closed = TAIL.sub("", bare)
    count = text.count(" ") + 1
    told = bare.endswith(".") and bool(SAYS.search(bare))
    reports = told or (count >= 12 and bool(REPORTS.search(bare) or bare.count('""')))
    sentence = bare.endswith(".") and count >= 5
    if sentence and ATTRIBUTED.search(bare[-140:]):
        return None
    spoken = VOICE.search(bare) and not CONDITION.match(bare)
    plain = sentence and not PAGE_WORDS.search(bare) and not spoken
    line = _Line(bare, closed, count, reports, plain, sentence and bool(FINITE.search(bare)))
    found = next((family.name for family in families() if _matches(family, line)), None)
    return found or (_appeal(bare) if count <= APPEAL_WORDS else None)


def _appeal(bare: str) -> str | None:
    """The family of a paragraph of several sentences by which the publisher asks for something, None if it is none.

    One sentence asks, the paragraph speaks to its reader twice and names the press, and nobody says or is quoted
    anything: a story that tells of an appeal names who made it.
    """
    sentences = SENTENCE_END.split(bare)
    voice = sum(len(pattern.findall(bare)) for pattern in (VOICE, THIS_PAPER, ORDER))
    if (
        len(sentences) < 2
        or voice < 2
        or SAYS.search(OWN_STORY.sub("", bare))
        or '""' in bare
        or not PRESS.search(bare)
    ):
        return None
    asking = [family for family in families() if family.sentence]
    return next((one.name for one in asking for text in sentences if one.sentence and one.sentence.search(text)), None)


class _Line(NamedTuple):
    """A line as the families look at it."""

    bare: str
    closed: str
    """Without its closing signs."""
    words: int
    reports: bool
    plain: bool
    """A full sentence that neither speaks to its reader nor names what pages are made of."""
    finite: bool
    """A full sentence with a finite verb."""


def _matches(family: Family, line: _Line) -> bool:
    """The line belongs to the family."""
    if family.line and not line.plain and (family.line.fullmatch(line.closed) or family.line.fullmatch(line.bare)):
        return True
    if line.reports and family.name not in RULED:
        return False
    credited = family.name != "credit" or not line.finite
    if family.start and line.words <= family.words and not line.plain and credited and family.start.match(line.bare):
        return True
    return bool(family.inside and line.words <= 2 * family.words and family.inside.search(line.bare))


def voice_of(text: str) -> int:
    """How often the line speaks as the page to its reader (we, our, you, your) outside quotation marks."""
    return len(VOICE.findall(COUNTRY.sub("", outside_quotes(text)).replace("’", "'")))
