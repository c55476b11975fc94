"""Every paragraph as seen beside the others: a caption by the credit below it, a lost stop by the stops of the page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.ingest.cleaning.captions import hangs_below
from briefing.ingest.cleaning.cues import SAYS, outside_quotes
from briefing.ingest.cleaning.features import COMMON, LEADS_ON, LONG_OPEN, SPEECH, Seen, asks, look
from briefing.ingest.cleaning.paragraphs import Paragraph
from briefing.ingest.drafts import SkipError

FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Ww]e|[Oo]ur)\b(?!\.)")
MOST_PARAGRAPHS = 20_000
"""No article has a tenth of it; a file that has is a list or a log."""
HABIT_WORDS = 8
HABIT, HABIT_SHARE = 4, 2
"""Paragraphs with a stop, in all and for each without one, from which a page is one that closes its paragraphs: of
21 sentences without a stop on such pages of the development sets 19 were captions, headlines or standfirsts."""
ANSWERED = 3
"""Answered questions that make a page an interview, whose other questions belong to it as well."""


def see(paragraphs: Sequence[Paragraph]) -> list[Seen]:
    """Every paragraph with what is seen of it."""
    if len(paragraphs) > MOST_PARAGRAPHS:
        raise SkipError("too-many", f"It has more than {MOST_PARAGRAPHS:,} paragraphs.")
    seen = [look(paragraph.text) for paragraph in paragraphs]
    for index, (one, below) in enumerate(itertools.pairwise(seen)):
        if one.prose and hangs_below(below.text, one.text, one.words):
            seen[index] = replace(one, captioned=True, prose=False)
    for index in (*_questions(seen), *_unstopped(seen)):
        seen[index] = replace(seen[index], prose=not seen[index].prose)
    return seen


def _questions(seen: Sequence[Seen]) -> list[int]:
    """The short questions of an interview.

    One is told by its answer, which speaks of itself, as none below a sub-head does; on a page with several of those
    all that stand above prose are.
    """
    asked = [index for index, one in enumerate(seen[:-1]) if one.cue is None and _is_question(one)]
    answered = [index for index in asked if FIRST_PERSON.search(outside_quotes(seen[index + 1].text))]
    short = [index for index in asked if not seen[index].prose]
    if len(answered) < ANSWERED:
        return [index for index in short if index in answered]
    return [index for index in short if seen[index + 1].prose]


def _is_question(one: Seen) -> bool:
    """A question by the page, short or with its reasons before it."""
    return asks(one.text, one.words) or (one.prose and one.text.endswith("?"))


def _unstopped(seen: Sequence[Seen]) -> Iterator[int]:
    """Sentences of middle length without a stop, on a page whose paragraphs have one: captions, and other headlines."""
    found = [index for index, one in enumerate(seen) if one.prose and one.words >= HABIT_WORDS and _has_no_stop(one)]
    closed = sum(one.prose and one.closed and one.words >= HABIT_WORDS for one in seen)
    if closed >= max(HABIT, HABIT_SHARE * len(found)):
        yield from (index for index in found if not SAYS.search(outside_quotes(seen[index].text)))


def _has_no_stop(one: Seen) -> bool:
    """The paragraph is taken for prose by its words alone, and does not break off before a link or the like."""
    if one.closed or one.words >= LONG_OPEN or LEADS_ON.search(one.text) or SPEECH.match(one.text):
        return False
    return one.text.rsplit(" ", 1)[-1] not in COMMON
