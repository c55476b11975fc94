"""What can be seen of a paragraph by itself: its words, its closing, its cue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.ingest.cleaning.captions import is_caption
from briefing.ingest.cleaning.closings import is_closed
from briefing.ingest.cleaning.cues import REPORTS, cue_of, outside_quotes, voice_of
from briefing.ingest.words import word_list, words_of

LEADS_ON = re.compile(r"[:,;—–]$")
"""Ends of a paragraph that runs on into the next: a list or a quotation follows."""
COMMON = word_list("function_words")
"""Function words (counts over English newswire: four words in ten); headlines have one in six."""
QUESTION_WORDS = 8
SPEAKER = re.compile(
    r"(?:[A-Z][A-Z.'’-]{1,20}(?: [A-Z][A-Z.'’-]{0,20}){0,3}|Q|A|[A-Z][a-z]{1,20} [A-Z][a-z]{1,20}): ?[A-Z“\"]"
)
"""The name of who speaks, in front of the words of a transcript ("MAREK: Good morning.")."""
TRANSCRIBED = re.compile(
    r"[A-Z][A-Z.'’ -]{2,40}, (?:(?:CO-)?HOST|BYLINE|ANCHOR|PRESENTER|MODERATOR|REPORTER|CORRESPONDENT):"
)
"""The same on a line of its own, with what the speaker is."""
LONG_OPEN = 26
"""Words from which a line without closing punctuation may still be a paragraph that lost its stop."""
PROSE_SHARE = 0.28
STOP = re.compile(r"(?<=[a-z]{2})[.!?][”\"’)]{0,2}(?= [A-Z“\"])")
ITEM = ("- ", "• ", "* ")
"""Signs of a list; its items are paragraphs only where they close."""
ITEM_END = re.compile(r";(?: and| or|,)?$")
ITEM_WORDS, LIST_WORDS, LONG_LEAD = 3, 5, 12
"""Words of an item of a list that goes on, of a line that announces a list, of any other that runs on."""
SHORT_OPEN = 14
DENSE_SHARE = 0.33
"""Between ``SHORT_OPEN`` and ``LONG_OPEN`` words it must also have a finite verb, which captions leave out."""
FINITE = words_of("finite")
SAYS = re.compile(words_of("leading_to_speech").pattern + r"[^.]{0,60}[:,]$")
QUOTED_HEAD = re.compile(r"[‘“'\"][^‘’“”'\".!?,]{3,45}[’”'\"]")
"""A few words in quotation marks without a stop: a sub-head."""
SPEECH = re.compile(r"[“\"‘](?:[^”\"]{20,1500}[”\"’]\s?[-–—―,]\s?\S|[^”\"]{8,1500},[”\"’] \w)")
"""A quotation followed by who said it."""
SPEECH_WORDS = 8
CUT = re.compile(r"\w,?\s?(?:\.\.\.|…)\s?(?:\[|\]|»|>|→)?$|\[(?:\.\.\.|…)\]$")
RUN_TOGETHER = re.compile(r"(?<=[a-z]{2})[A-Z](?=[a-z])")
"""Where two words of a menu meet ("PoliticsWorldSport"); no name has three."""
MENU_WORDS = 45
TEASED_WORDS = 14
"""Words of a headline of another article that its box cuts off ("Designers recreate stone age tools with...")."""
QUOTE = re.compile(r"[“”\"]")
REMEMBERED = 200
LONGEST_VOICE = 3_000
"""Characters up to which a paragraph can be an appeal."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One paragraph with what is seen of it by itself."""

    text: str
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


def look(text: str) -> Seen:
    """What is seen of a text; short lines, which pages repeat, are looked at once."""
    return _remembered(text) if len(text) <= REMEMBERED else _look(text)


@lru_cache(maxsize=4096)
def _remembered(text: str) -> Seen:
    """The same for a short text."""
    return _look(text)


def _look(text: str) -> Seen:
    """What is seen of a text."""
    words = text.count(" ") + 1
    closed, captioned = is_closed(text), is_caption(text, words)
    menu = not closed and words <= MENU_WORDS and len(RUN_TOGETHER.findall(text)) >= 3
    cue = cue_of(text) or ("nav" if menu else None)
    cut = bool(CUT.search(text[-8:]))
    whole = closed and words >= 2 and not _is_headline(text, words, cut=cut)
    prose = cue is None and not captioned and (whole or _open_prose(text, words))
    voice = voice_of(text) if len(text) <= LONGEST_VOICE else 0
    return Seen(text, words, closed, cue, voice, captioned, prose, cut)


def _is_headline(text: str, words: int, *, cut: bool) -> bool:
    """A line with a stop that is none of a sentence: a question, a few words in quotation marks, a cut headline."""
    teased = cut and words <= TEASED_WORDS and not QUOTE.search(text)
    return teased or asks(text, words) or bool(QUOTED_HEAD.fullmatch(text))


def asks(text: str, words: int) -> bool:
    """The text is a short question by the page, as sub-heads and interviewers put it."""
    asked = words <= QUESTION_WORDS and text.endswith("?") and not SPEAKER.match(text)
    return asked and not text.startswith(("“", '"', "‘", "'"))


def _leads_on(text: str, words: int) -> bool:
    """The paragraph runs on into the next one: a list or a quotation follows, or another item of the list."""
    if ITEM_END.search(text[-8:]):
        return words >= ITEM_WORDS
    if not LEADS_ON.search(text):
        return False
    announces = text.endswith(":") and (words >= LIST_WORDS or FINITE.search(text))
    return words >= LONG_LEAD or bool(announces) or bool(SAYS.search(text))


def _open_prose(text: str, words: int) -> bool:
    """A paragraph in spite of its end: it leads on, is speech, or is long and made like sentences."""
    if _leads_on(text, words) or TRANSCRIBED.fullmatch(text):
        return True
    if words >= SPEECH_WORDS and SPEECH.match(text):
        return True
    if words < SHORT_OPEN or text.startswith(ITEM):
        return False
    if words >= LONG_OPEN and STOP.search(text) and REPORTS.search(text):
        return True
    plain = outside_quotes(text).lower()
    spoken = plain.split()
    common = sum(word in COMMON for word in spoken)
    words = len(spoken)
    if words >= LONG_OPEN:
        return common >= PROSE_SHARE * words
    return common >= DENSE_SHARE * words and bool(FINITE.search(plain))
