"""What can be seen of a paragraph by itself: its words, its closing, its cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefing.ingest.cues import REPORTS, cue_of, outside_quotes, voice_of
from briefing.ingest.drafts import SkipError
from briefing.ingest.outlets import AGENCY
from briefing.ingest.paragraphs import Paragraph
from briefing.ingest.words import word_list

CLOSED = re.compile(
    r"""(?:[.!?…]|[,;:—–-]["'”’»])[\s"'”’“»)\]*†]*(?:\[\d+\]|¹|²|³)?$  # a stop, with what may stand behind it
      | [.!?]["”’]?\ ?\([^()]{1,80}\)\W{0,2}$                         # a signature behind the last stop
      | [.!?]["”’]?(?:/\.)?\ ?(?:[—–-]{1,2}\ ?[A-Z][\w.\ /]{1,30}|[A-Z]{2,6}(?:/[A-Z]{2,6})?
        |(?:[a-z]{2,4}[/,]\ ?){1,3}[a-z]{2,4}|[■◼●□▪*#]{1,5}
        |[a-z]{2,3}(?:/[a-z]{2,3})?\ \([^()]{1,60}\))\W{0,2}$         # initials, an agency, a sign
      | ["”»]$ | \w["”»’][)\]]?$""",
    re.VERBOSE,
)
LEADS_ON = re.compile(r"[:,;—–]$")
"""Ends of a paragraph that runs on into the next: a list or a quotation follows."""
CREDIT = re.compile(
    r"""[(\[](?:photo|image|picture|pic|video|source|credit|file|courtesy|illustration|photograph)\b
        [^()\[\]]{0,80}[)\]]\W{0,3}$
      | (?:[.!?”"’|/)\]–—-]\ ?|\bvia\ |^)
        (?:ap\ photo|epa-efe|getty\ images|reuters|afp|epa|shutterstock|anadolu\ agency|pool)
        (?:\ ?/\ ?[\w.'’\- ]{1,40})?\W{0,3}$
      | \b(?:getty\ images|shutterstock|istock(?:photo)?|ap\ photo/[\w.'’\- ]{1,40}|alamy)
        (?:\ ?/\ ?[\w.'’\- ]{1,40})?\W{0,3}$
      | \b(?:photo|image|picture|photograph|credit|courtesy|illustration)(?:\ (?:by|credit|courtesy))?:
        \ ?[^.:]{1,60}\W{0,2}$
      | \b(?:reuters|afp|epa|ap|xinhua|anadolu|nurphoto)/[A-Z][\w.'’\- ]{1,40}\W{0,3}$
      | [(\[][^()\[\]]{2,40}\ ?/\ ?[^()\[\]]{2,40}[)\]]\W{0,3}$
      | ©[^.]{0,60}\W{0,2}$""",
    re.VERBOSE | re.IGNORECASE,
)
SIGNED_OFF = re.compile(
    r"\((?:[A-Z][A-Za-z]{1,10}[ ,/&]{0,2}){1,5}\)\W{0,2}$|[-–—.] ?[A-Z]{2,5}(?: [A-Z/]{2,8})?\W{0,2}$"
)
"""An agency's signature behind the last sentence of its report: "(AFP, dpa)", "-- PTI"."""
CAPTION_WORDS = 45
"""No caption of the fixtures or of the development articles is longer."""
COMMON = word_list("function_words")
"""Function words (counts over English newswire: four words in ten); headlines have one in six."""
QUESTION_WORDS = 8
SPEAKER = re.compile(
    r"(?:[A-Z][A-Z.'’-]{1,20}(?: [A-Z][A-Z.'’-]{0,20}){0,3}|Q|A|[A-Z][a-z]{1,20} [A-Z][a-z]{1,20}): ?[A-Z“\"]"
)
"""The name of who speaks, in front of the words of a transcript ("MAREK: Good morning.")."""
LONG_OPEN = 26
"""Words from which a line without closing punctuation may still be a paragraph that lost its stop."""
PROSE_SHARE = 0.28
STOP = re.compile(r"(?<=[a-z]{2})[.!?][”\"’)]{0,2}(?= [A-Z“\"])")
LONG_STOPS = 3
"""Sentences of a paragraph behind which a list without stops may hang."""
SHORT_OPEN = 14
DENSE_SHARE = 0.33
"""Between ``SHORT_OPEN`` and ``LONG_OPEN`` words it must also have a finite verb, which captions leave out."""
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|could|said|says|told|added|announced|reported|called|did|does)\b"
)
SAYS = re.compile(
    r"\b(?:said|says|told|added|adds|wrote|writes|asked|replied|continued|tweeted|posted|stated|explained|concluded|noted"
    r"|read|reads|follows|following|answered|commented|announced|declared|insisted|warned)\b[^.]{0,60}:$"
)
QUOTED_HEAD = re.compile(r"[‘“'\"][^‘’“”'\".!?,]{3,45}[’”'\"]")
"""A few words in quotation marks without a stop: a sub-head."""
SPEECH = re.compile(r"^[“\"‘][^”\"]{20,1500}[”\"’]\s?[-–—―,]\s?\S")
"""A quotation followed by who said it."""


CUT = re.compile(r"\w,?\s?(?:\.\.\.|…)\s?(?:\[|\]|»|>|→)?$|\[(?:\.\.\.|…)\]$")
RUN_TOGETHER = re.compile(r"(?<=[a-z]{2})[A-Z](?=[a-z])")
"""Where two words of a menu meet ("PoliticsWorldSport"); no name has three."""
MOST_PARAGRAPHS = 20_000
"""No article has a tenth of it; a file that has is a list or a log."""
REMEMBERED = 200
LONGEST_VOICE = 3_000
"""Characters up to which a paragraph can be an appeal."""


class Look(NamedTuple):
    """What is seen of a paragraph by itself."""

    words: int
    closed: bool
    """Ends as a sentence or quotation does."""
    cue: str | None
    """The family of cues it belongs to."""
    voice: int
    """How often it speaks as the page to its reader."""
    captioned: bool
    """Ends in a credit for a picture."""
    prose: bool
    """Reads as a paragraph of an article."""
    cut: bool
    """Breaks off with dots, as the teaser of another article does."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One paragraph with what is seen of it."""

    paragraph: Paragraph
    text: str
    words: int
    closed: bool
    cue: str | None
    voice: int
    captioned: bool
    prose: bool
    cut: bool


def see(paragraphs: Sequence[Paragraph]) -> list[Seen]:
    """Every paragraph with what is seen of it."""
    if len(paragraphs) > MOST_PARAGRAPHS:
        raise SkipError("too-many", f"It has more than {MOST_PARAGRAPHS:,} paragraphs.")
    return [Seen(paragraph, paragraph.text, *_look_once(paragraph.text)) for paragraph in paragraphs]


def _look_once(text: str) -> Look:
    """What is seen of a text; short lines, which pages repeat, are looked at once."""
    return _remembered(text) if len(text) <= REMEMBERED else _look(text)


@lru_cache(maxsize=4096)
def _remembered(text: str) -> Look:
    """The same for a short text."""
    return _look(text)


def _look(text: str) -> Look:
    """What is seen of a text."""
    words = text.count(" ") + 1
    signed = _signed_report(text)
    closed = bool(CLOSED.search(text[-100:])) or signed or bool(AGENCY.match(text))
    credited = text.endswith("|") or bool(CREDIT.search(text[-110:]))
    captioned = words <= CAPTION_WORDS and credited and not signed
    menu = not closed and words <= CAPTION_WORDS and len(RUN_TOGETHER.findall(text)) >= 3
    cue = cue_of(text) or ("nav" if menu else None)
    whole = closed and words >= 2 and not _asks(text, words) and not QUOTED_HEAD.fullmatch(text)
    prose = cue is None and not captioned and (whole or _open_prose(text, words))
    voice = voice_of(text) if len(text) <= LONGEST_VOICE else 0
    return Look(words, closed, cue, voice, captioned, prose, bool(CUT.search(text[-8:])))


def _asks(text: str, words: int) -> bool:
    """A short question by the page, as sub-heads and interviewers put it."""
    asked = words <= QUESTION_WORDS and text.endswith("?") and not SPEAKER.match(text)
    return asked and not text.startswith(("“", '"', "‘", "'"))


def _signed_report(text: str) -> bool:
    """A paragraph of the report that only ends in its agency's signature."""
    match = SIGNED_OFF.search(text[-60:])
    if match is None:
        return False
    before = text[: len(text) - len(match.group())].rstrip()
    return bool(CLOSED.search(before[-12:])) and (text.count(" ") > CAPTION_WORDS or bool(REPORTS.search(before)))


def _told(text: str) -> str:
    """``text`` up to its last stop where that is most of a paragraph: hours or prices may hang behind a story."""
    stops = list(STOP.finditer(text))
    long = len(stops) >= LONG_STOPS and text.count(" ", 0, stops[-1].end()) >= LONG_OPEN
    return text[: stops[-1].end()] if long else text


def _open_prose(text: str, words: int) -> bool:
    """A paragraph in spite of its end: it leads on, is speech, or is long and made like sentences."""
    if LEADS_ON.search(text) and (words >= 12 or (text.endswith(":") and (words >= 5 or SAYS.search(text)))):
        return True
    if words >= 8 and SPEECH.match(text):
        return True
    if words < SHORT_OPEN:
        return False
    plain = _told(outside_quotes(text)).lower()
    spoken = plain.split()
    common = sum(word in COMMON for word in spoken)
    words = len(spoken)
    if words >= LONG_OPEN:
        return common >= PROSE_SHARE * words
    return common >= DENSE_SHARE * words and bool(FINITE.search(plain))
