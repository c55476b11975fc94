"""Readers' comments below a story: prose like the story's, told from it by the buttons and names between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.ingest.cleaning.features import Seen
from briefing.ingest.cleaning.runs import END

BUTTON = re.compile(
    r"\W{0,3}(?:reply(?: ?delete)?|quote|report(?: abuse| comment| post)?|permalink|flag(?: as inappropriate)?|upvote"
    r"|downvote)(?: ?[#(]?\d{1,5}\)?)?\W{0,3}",
    re.IGNORECASE,
)
"""What stands below every comment."""
SIGNED = re.compile(
    r".{0,40}\b(?:on|at) .{2,20}\d.{0,15} (?:said|says|wrote|writes|replied):|posted by:? .{2,60}\d{1,2}[:.]\d\d.{0,6}",
    re.IGNORECASE,
)
"""What stands above or below one: a name and the time."""
FEWEST = 3
HEADING_WITHIN = 20
"""Lines from the heading of the comments to the first button: one comment, with the form to write another."""
STORY_WORDS = 40
"""Words of prose above the comments, without which they may be all there is."""


def comments_start(seen: Sequence[Seen]) -> int:
    """The first line of readers' comments, the end of the page if there are none."""
    signs = [index for index, one in enumerate(seen) if BUTTON.fullmatch(one.text) or SIGNED.fullmatch(one.text)]
    if len(signs) < FEWEST:
        return len(seen)
    first = signs[0]
    near = range(first, max(0, first - HEADING_WITHIN) - 1, -1)
    below = BUTTON.fullmatch(seen[first].text) is not None
    start = next((index for index in near if END.fullmatch(seen[index].text)), first - below)
    told = sum(one.words for one in seen[:start] if one.prose)
    return start if told >= STORY_WORDS else len(seen)
