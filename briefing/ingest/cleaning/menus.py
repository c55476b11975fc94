"""The headline of a page that was copied with its menus, far below the first line that looks like one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from briefing.ingest.cleaning.bylines import LEAD, read_byline
from briefing.ingest.cleaning.features import Seen
from briefing.ingest.cleaning.runs import best_run
from briefing.ingest.cleaning.titles import can_be_title, content_of
from briefing.ingest.dates import find_dates

PROSE, FURNITURE = 1.0, -1.0
HEAD_OF_PARAGRAPH = 100
"""Characters of every paragraph of the story that a headline's words are looked for in."""
MARK_WORDS = 20
FAR, LITTLE_SHARED = 4, 1
"""Lines from the first line that can be a headline to the true one, and the words that it has of the story at most."""
MARKED_WITHIN, MARKED = 4, 3
"""Lines from a headline to its byline or time, and the words of the story that they weigh as much as."""
PARAGRAPH = 20
"""Words of a paragraph of prose that shows the story to have begun; boxes among menus have fewer."""


def headline_below(seen: Sequence[Seen]) -> int:
    """The headline below a page's menus, 0 where the first line that can be one will do.

    The first lines of such form say next to nothing of the story, which is the densest prose of the page, and no story
    stands between them and a later one that does. The line right above that may be the headline, and it the line below
    the headline.
    """
    start, end = best_run([PROSE if one.prose else FURNITURE for one in seen])
    story = content_of(" ".join(one.text[:HEAD_OF_PARAGRAPH] for one in seen[start:end] if one.prose))
    marks = {index for index in range(start) if _is_mark(seen[index])}
    able = [index for index in range(start) if index not in marks and _can_be_headline(seen[index])]
    shared = {index: len(content_of(seen[index].text) & story) for index in able}
    best = _best(shared, marks)
    if any(one.prose and one.words >= PARAGRAPH for one in seen[:best]):
        return 0
    return next((index for index in range(max(0, best - 2), best) if shared.get(index, 0) > LITTLE_SHARED), best)


def _best(shared: Mapping[int, int], marks: Collection[int]) -> int:
    """The line that says most of the story, one above a byline or time before others, 0 if the first lines say it."""
    first = min(shared, default=0)
    telling = [index for index in shared if shared[index] > LITTLE_SHARED]
    if not telling or telling[0] < first + FAR:
        return 0
    marked = {index for mark in marks for index in range(mark - MARKED_WITHIN, mark)}
    return max(telling, key=lambda index: (shared[index] + MARKED * (index in marked), index))


def _can_be_headline(one: Seen) -> bool:
    """A line with the form of a headline and without that of a sentence."""
    return not one.prose and can_be_title(one)


def _is_mark(one: Seen) -> bool:
    """A line that is a byline by its form, or holds a day."""
    if one.words > MARK_WORDS:
        return False
    return bool(find_dates(one.text)) or (LEAD.match(one.text) is not None and bool(read_byline(one.text)))
