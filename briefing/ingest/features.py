"""What can be seen of a paragraph by itself: its words, its closing, its cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.ingest.cues import cue_of, outside_quotes, voice_of
from briefing.ingest.paragraphs import Paragraph

CLOSED = re.compile(r"""(?:[.!?…]|[,;:—–-]["'”’»])[\s"'”’»)\]*†]*(?:\[\d+\]|¹|²|³)?$|["”»]$|\w["”»’][)\]]?$""")
LEADS_ON = re.compile(r"[:,;—–]$")
"""Ends of a paragraph that runs on into the next: a list or a quotation follows."""
CREDIT = re.compile(
    r"""\((?:photo|image|picture|pic|video|source|credit|file|ap|afp|reuters|getty|epa|courtesy)\b[^()]{0,80}\)\W{0,3}$
      | \b(?:getty\ images|afp|reuters|ap\ photo|epa(?:-efe)?|shutterstock|anadolu(?:\ agency)?|via\ reuters|via\ ap)(?:\ ?/\ ?[\w.'’\- ]{1,40})?\W{0,3}$
      | \[(?:photo|image|picture|video|source|credit|file|ap|afp|reuters|getty)\b[^\[\]]{0,80}\]\W{0,3}$
      | (?:photo|image|picture|photograph|credit|courtesy)(?:\ (?:by|credit|courtesy))?:\ ?[^.]{1,60}\W{0,2}$
      | \b(?:reuters|afp|ap\ photo)/[A-Z][\w.'’\- ]{1,40}\W{0,3}$
      | ©""",
    re.VERBOSE | re.IGNORECASE,
)
COMMON = frozenset(
    ["the", "of", "to", "and", "a", "in", "that", "is", "was", "for", "on", "with", "as", "at", "by", "from", "his", "her", "he", "she", "they", "it", "its", "be", "has", "have", "had", "were", "which", "who", "an", "are", "this", "not", "but", "or", "will", "would", "been", "their", "after", "over", "into", "said", "than", "when"]
)
"""Function words (counts over English newswire: four words in ten); headlines have one in six."""
LONG_OPEN = 26
"""Words from which a line without closing punctuation may still be a paragraph that lost its stop."""
PROSE_SHARE = 0.28


class Seen(NamedTuple):
    """One paragraph with what is seen of it."""

    paragraph: Paragraph
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

    @property
    def text(self) -> str:
        """The paragraph as shown."""
        return self.paragraph.text


def see(paragraphs: Sequence[Paragraph]) -> list[Seen]:
    """Every paragraph with what is seen of it."""
    return [_seen(paragraph) for paragraph in paragraphs]


def _seen(paragraph: Paragraph) -> Seen:
    """One paragraph."""
    text = paragraph.text
    words = text.count(" ") + 1
    closed = bool(CLOSED.search(text[-12:]))
    captioned = len(text) <= 700 and bool(CREDIT.search(text[-110:]))
    cue = cue_of(text)
    prose = cue is None and not captioned and ((closed and words >= 2) or _open_prose(text, words))
    return Seen(paragraph, words, closed, cue, voice_of(text) if len(text) <= 3000 else 0, captioned, prose)


def _open_prose(text: str, words: int) -> bool:
    """A paragraph in spite of its end: it leads on, or is long and made like sentences."""
    if words >= 5 and LEADS_ON.search(text) and text[:1].isupper() | text.startswith(("“", '"', "‘")):
        return not text.endswith(",") or words >= 12
    if words < LONG_OPEN:
        return False
    common = sum(word in COMMON for word in outside_quotes(text).lower().split())
    return common >= PROSE_SHARE * words
