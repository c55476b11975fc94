"""How a paragraph of a report ends: with a stop, a quotation mark, or its agency's signature behind them."""

from __future__ import annotations

import re

from briefing.ingest.cleaning.cues import REPORTS
from briefing.ingest.outlets import AGENCY

CLOSED = re.compile(
    r"""(?:[.!?…]|[,;:—–-]["'”’»])[\s"'”’“»)\]*†]*(?:\[\d+\]|¹|²|³)?$  # a stop, with what may stand behind it
      | [.!?]["”’]?\ ?\([^()]{1,80}\)\W{0,2}$                         # a signature behind the last stop
      | [.!?]["”’]?(?:/\.)?\ ?(?:[—–-]{1,2}\ ?[A-Z][\w.\ /]{1,30}|[A-Z]{3,6}(?:/[A-Z]{2,6})?|(?<=\ )[A-Z]{2}
        |(?:[a-z]{2,4}[/,]\ ?){1,3}[a-z]{2,4}|[■◼●□▪*#]{1,5}
        |[a-z]{2,3}(?:/[a-z]{2,3})?\ \([^()]{1,60}\)                 # initials, an agency, a sign
        |\W{0,3}(?:Enditem|ENDS?|[Ee]nds?)\W{0,2})\W{0,2}$              # a wire's word for the end
      | \([^()=]{1,30}\ =\ [^()=]{1,60}\)$                            # a rate of exchange
      | ["”»]$ | \w["”»’][)\]]?$""",
    re.VERBOSE,
)
HOUR = re.compile(r"\b(?:19|20)\d\d\b.{0,60}\b[ap]\.m\.(?: [A-Z]{2,5})?$")
"""A day with its hour, whose stop ends no sentence."""
SIGNED_OFF = re.compile(
    r"\((?:[A-Z][A-Za-z]{1,10}[ ,/&]{0,2}){1,5}\)\W{0,2}$|[-–—.] ?[A-Z]{2,5}(?: [A-Z/]{2,8})?\W{0,2}$"
)
"""An agency's signature behind the last sentence of its report: "(AFP, dpa)", "-- PTI"."""
QUOTED_WORD = re.compile(r"\w[\"”’»]$")
QUOTES = ('"', "“", "‘", "«", "'")
SENTENCE_WORDS = 12
"""Words from which a paragraph that ends in a quoted word is a sentence without its stop, and no sub-head."""
LONG = 45
"""Words from which a paragraph with a signature is no caption with a credit."""


def is_closed(text: str) -> bool:
    """The paragraph ends as a sentence or quotation does, or opens with a wire's dateline."""
    if QUOTED_WORD.search(text[-4:]) and not text.startswith(QUOTES) and text.count(" ") < SENTENCE_WORDS:
        return False
    if text.count(" ") < SENTENCE_WORDS and HOUR.search(text[-90:]):
        return False
    return bool(CLOSED.search(text[-100:])) or is_signed(text) or bool(AGENCY.match(text))


def is_signed(text: str) -> bool:
    """A paragraph of the report that only ends in its agency's signature."""
    match = SIGNED_OFF.search(text[-60:])
    if match is None:
        return False
    before = text[: len(text) - len(match.group())].rstrip()
    return bool(CLOSED.search(before[-12:])) and (text.count(" ") > LONG or bool(REPORTS.search(before)))
