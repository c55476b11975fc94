"""Which stretch of a page is the article: the run of paragraphs with the greatest sum of scores."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from briefing.ingest.cleaning.cues import REPORTS
from briefing.ingest.cleaning.features import Seen

END = re.compile(
    r"""\W{0,3}(?:\(?[\d,]{0,6}\)?\ ?comments?\b.{0,15}|.{0,15}\bcomments
        |(?:visitor|reader|user)s?['’]?s?\ comments\b.{0,30}|(?:leave|post|add|write)\ (?:a|your|new)\ (?:comment|reply)
        |ends?|notes?\ (?:to|for)\ editors?|(?:media|press)\ (?:contacts?|enquiries|inquiries)
        |for\ (?:interviews?|(?:more|further)\ information|(?:media|press)\ (?:enquiries|inquiries))\b
         .{0,60}contact.{0,20}
        |about\ the\ (?:author|writer|reporter)s?.{0,20}
        |join\ the\ (?:conversation|discussion|debate).{0,20})\W{0,3}""",
    re.VERBOSE | re.IGNORECASE,
)
"""A heading below which readers write, or the page writes of its writers."""
RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights reserved\b", re.IGNORECASE)
"""What stands below an article, and below which nothing of it stands."""
AFTER_END = 0.1
"""Weight of prose below a heading of comments or about the author, once half of the page's prose stands above it."""
CLUTTER, CAPTION, OPEN = -0.7, -0.3, -0.6
"""Scores of lines that are no prose; a paragraph of ten words outweighs two of clutter."""
EARLY_BLOCK = 2
"""Lines of furniture in a row that count while the greater part of the prose is still to come: a box of any length may
part the lead from the rest."""
BOXED = frozenset(("subscribe", "plea", "ad", "player", "more", "sign-in"))
"""Families that boxes inside a story are made of; a late block of nothing else does not end the story either."""
TEASER = 0.4
"""Weight of a late paragraph that stands alone below a headline: a teaser, or a section of one paragraph."""
TOLD = 1.4
"""Weight of a late paragraph that reports what somebody says or did: pages never say it of themselves."""


def scores_of(seen: Sequence[Seen], rules: Sequence[str | None]) -> list[float]:
    """What each paragraph says for being in the article (above 0) or outside (below)."""
    good = [one.prose and rule is None for one, rule in zip(seen, rules, strict=True)]
    sizes = [min(one.words, 60) if fine else 0 for one, fine in zip(seen, good, strict=True)]
    above = list(itertools.accumulate(sizes, initial=0))
    late = [2 * before > above[-1] for before in above[:-1]]
    teasers = _teasers(rules, good, late)
    scores, weight, furniture, boxed = [], 1.0, 0, True
    for index, (one, rule) in enumerate(zip(seen, rules, strict=True)):
        furniture = 0 if good[index] else furniture + 1
        boxed = rule in BOXED and (boxed or furniture == 1)
        if good[index]:
            told = TOLD if late[index] and index not in teasers and REPORTS.search(one.text) else 1.0
            scores.append(
                OPEN if one.cut and late[index] else weight * told * _prose_score(one, teaser=index in teasers)
            )
        elif furniture > EARLY_BLOCK and (boxed or not late[index]):
            scores.append(0.0)
        else:
            weight = AFTER_END if rule and late[index] and _ends(one, rule) else weight
            scores.append(CLUTTER if rule else CAPTION if one.captioned else OPEN)
    return scores


def _ends(one: Seen, rule: str) -> bool:
    """Below the line nothing of the story is to be expected."""
    return END.fullmatch(one.text) is not None or (rule == "legal" and RIGHTS.search(one.text) is not None)


def _prose_score(one: Seen, *, teaser: bool) -> float:
    """The score of a paragraph by its length; teasers of other articles count little."""
    score = 0.5 if one.words < 6 else 1 + min(one.words, 40) / 10
    return score * (TEASER if teaser else 1.0)


def _teasers(rules: Sequence[str | None], good: Sequence[bool], late: Sequence[bool]) -> frozenset[int]:
    """Late paragraphs that each stand alone below a headline, two or more of them."""
    found = [
        index
        for index in range(1, len(good))
        if good[index] and late[index] and not good[index - 1] and rules[index - 1] in {None, "repeat"}
        if index + 1 == len(good) or not good[index + 1]
    ]
    return frozenset(found) if len(found) > 1 else frozenset()


def best_run(scores: Sequence[float]) -> tuple[int, int]:
    """Start and end of the stretch with the greatest sum, the first of equals, empty if nothing is above 0."""
    best, best_run, start, total = 0.0, (0, 0), 0, 0.0
    for index, score in enumerate(scores):
        if total <= 0:
            start, total = index, 0.0
        total += score
        if total > best + 1e-9:
            best, best_run = total, (start, index + 1)
    return best_run
