"""A page's paragraphs sorted into article, asides and clutter; every paragraph left out keeps the rule that did it.

The way: (1) lines by which pages talk about themselves are found by families of cues (``cues``), outside quotation
marks; (2) lines in the publisher's own voice between two pleas are plea; (3) the article is the run of paragraphs with
the greatest sum of scores, prose counting for it and clutter against it; (4) inside it a line that does not close as a
sentence is an aside. No rule names an outlet.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.ingest.cues import PRESS, REPORTS
from briefing.ingest.endnotes import asides_to_readers, notes_on_writers
from briefing.ingest.features import Seen, see
from briefing.ingest.glue import unglue
from briefing.ingest.head import Head, find_head
from briefing.ingest.paragraphs import Paragraph
from briefing.ingest.titles import fold
from briefing.model import BlockKind

VOICED = frozenset(("plea", "subscribe", "sign-in"))
PLEA_REACH = 7
"""Paragraphs between two pleas that may belong to one appeal; the longest seen has six."""
END = re.compile(
    r"""\W{0,3}(?:\(?[\d,]{0,6}\)?\ ?comments?\b.{0,15}|about\ the\ (?:author|writer|reporter)s?.{0,20}
        |.{0,15}\bcomments|(?:leave|post|add|write)\ (?:a|your)\ (?:comment|reply)
        |join\ the\ (?:conversation|discussion|debate).{0,20})\W{0,3}""",
    re.VERBOSE | re.IGNORECASE,
)
"""A heading below which readers write, or the page writes of its writers."""
AFTER_END = 0.3
"""Weight of prose below a heading of comments or about the author, once half of the page's prose stands above it."""
MOST_ABOVE = 0.6
"""Share of the prose of an extracted article that stands above such a heading."""
ROUNDS = 6
"""Cleaning is repeated until nothing more falls; two rounds are the rule, this bounds the rest."""


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
LIST_HEAD = 5
"""Words of a heading over a list of other headlines."""
ITEM = ("- ", "• ", "* ")
ITEM_WORDS = 25
PULLED = re.compile(r"[“\"‘«][^“”\"«»]{10,400}[”\"’»]")
PULLED_WORDS = 5
MOST_PULLED = 40
"""Paragraphs of nothing but a quotation; a page with more is a list of quotations."""
LONGEST_REPEAT = 400
"""Words of a paragraph that is compared with the earlier ones."""


class Label(NamedTuple):
    """What became of a paragraph: its kind, or None and the rule that dropped it."""

    kind: BlockKind | None
    rule: str


class Cleaned(NamedTuple):
    """The paragraphs of a page with their labels, and its masthead."""

    paragraphs: tuple[Paragraph, ...]
    labels: tuple[Label, ...]
    head: Head


def clean(paragraphs: Sequence[Paragraph], title: str | None = None, *, whole: bool = False) -> Cleaned:
    """Every paragraph with its label. Cleaning what is left once more drops nothing.

    ``whole``: an extractor has already found the article, so that it is not looked for once more.
    """
    paragraphs = unglue(paragraphs)
    labels, head = _label(paragraphs, title, whole)
    for _ in range(ROUNDS):
        left = [index for index, label in enumerate(labels) if label.kind]
        again, _ = _label([paragraphs[index] for index in left], title, whole)
        fallen = [(index, new) for index, new in zip(left, again, strict=True) if new.kind is None]
        for index, new in fallen:
            labels[index] = new
        if not fallen:
            break
    return Cleaned(tuple(paragraphs), tuple(labels), head)


def _label(paragraphs: Sequence[Paragraph], title: str | None, whole: bool) -> tuple[list[Label], Head]:
    """One round: a label for every paragraph."""
    seen = see(paragraphs)
    head = find_head(seen, title)
    rules = [_rule(index, one, head) for index, one in enumerate(seen)]
    _spread_plea(seen, rules)
    _drop_repeats(seen, rules, head)
    _drop_lists(seen, rules, head)
    for index in notes_on_writers(seen, rules, head.byline):
        rules[index] = rules[index] or "bio"
    for index in asides_to_readers(seen, rules):
        rules[index] = "address"
    first, last = (0, _end(seen, rules)) if whole else best_run(_scores(seen, rules))
    if not any(one.prose for one in seen[first:last]):
        return [_label_without_prose(one, rule) for one, rule in zip(seen, rules, strict=True)], head
    return [_label_one(index, one, rules[index], head, first, last) for index, one in enumerate(seen)], head


def _rule(index: int, one: Seen, head: Head) -> str | None:
    """The rule that drops the paragraph by itself, None if there is none."""
    if index in (head.title, head.subtitle):
        return None
    return head.dropped.get(index) or one.cue


def _spread_plea(seen: Sequence[Seen], rules: list[str | None]) -> None:
    """The publisher's own voice between two pleas, or right beside one, is plea."""
    pleas = [index for index, rule in enumerate(rules) if rule in VOICED]
    for one, two in itertools.pairwise(pleas):
        between = range(one + 1, two)
        voiced = all(rules[index] or seen[index].voice or not seen[index].closed for index in between)
        enclosed = two - one == 2 and rules[one] == rules[two] == "plea" and _can_be_plea(seen[one + 1].text)
        if two - one <= PLEA_REACH and (voiced or enclosed):
            for index in between:
                rules[index] = rules[index] or "plea"
    for index in [plea for plea in pleas if rules[plea] == "plea"]:
        for step in (-1, 1):
            other = index + step
            while 0 <= other < len(seen) and rules[other] is None and seen[other].voice >= 2:
                rules[other] = "plea"
                other += step


def _can_be_plea(text: str) -> bool:
    """The words name the press and report nothing: a story's sentence between two appeals stays."""
    return PRESS.search(text.lower()) is not None and not REPORTS.search(text)


def _drop_repeats(seen: Sequence[Seen], rules: list[str | None], head: Head) -> None:
    """A paragraph of five words or more that stood before is dropped, and the title behind a trail of sections."""
    known: set[str] = set()
    pulled = _pulled_quotes(seen)
    title = fold(seen[head.title].text) if head.title is not None else ""
    for index, one in enumerate(seen):
        if rules[index] is not None or one.words > LONGEST_REPEAT:
            continue
        folded = fold(one.text)
        trail = bool(title) and index != head.title and folded.endswith(title) and len(folded) <= len(title) + 60
        if (folded in known and one.words >= 5 and folded) or (trail and not one.prose) or index in pulled:
            rules[index] = "repeat"
        known.add(folded)


def _pulled_quotes(seen: Sequence[Seen]) -> frozenset[int]:
    """The paragraphs that are a quotation alone, whose words another paragraph has among its own."""
    alone = [index for index, one in enumerate(seen) if one.words >= PULLED_WORDS and PULLED.fullmatch(one.text)]
    if not alone or len(alone) > MOST_PULLED:
        return frozenset()
    story = "\n".join(fold(one.text) if index not in alone else "" for index, one in enumerate(seen))
    return frozenset(index for index in alone if fold(seen[index].text) in story)


def _drop_lists(seen: Sequence[Seen], rules: list[str | None], head: Head) -> None:
    """The headlines below "Most read" and its like, down to the next paragraph of prose."""
    listing = False
    for index, one in enumerate(seen):
        if index in (head.title, head.subtitle) or (one.prose and not (listing and _is_item(one))):
            listing = False
        elif one.cue == "more" and one.words <= LIST_HEAD and ":" not in one.text.rstrip(": ") and index > head.lead:
            listing = True
        elif listing and rules[index] is None:
            rules[index] = "more"


def _end(seen: Sequence[Seen], rules: Sequence[str | None]) -> int:
    """Where readers' comments or notes on the writers begin below an article that was found already."""
    sizes = [one.words if one.prose and rule is None else 0 for one, rule in zip(seen, rules, strict=True)]
    above = itertools.accumulate(sizes, initial=0)
    for index, (one, rule, before) in enumerate(zip(seen, rules, above, strict=False)):
        if rule and before >= MOST_ABOVE * sum(sizes) and END.fullmatch(one.text):
            return index
    return len(seen)


def _is_item(one: Seen) -> bool:
    """The paragraph is one item of a list, no longer than a headline."""
    return one.text.startswith(ITEM) and one.words <= ITEM_WORDS


def _scores(seen: Sequence[Seen], rules: Sequence[str | None]) -> list[float]:
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
            weight = AFTER_END if rule and late[index] and END.fullmatch(one.text) else weight
            scores.append(CLUTTER if rule else CAPTION if one.captioned else OPEN)
    return scores


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


def _label_one(index: int, one: Seen, rule: str | None, head: Head, first: int, last: int) -> Label:
    """The label of one paragraph, the article being the run ``first`` to ``last``."""
    if index == head.title:
        return Label(BlockKind.TITLE, "title")
    if index == head.subtitle:
        return Label(BlockKind.SUBTITLE, "subtitle")
    if rule:
        return Label(None, rule)
    if first <= index < last:
        return _label_inside(one, below_title=head.title is None or index > head.title)
    shown = head.title is not None and head.title < index < first and one.words >= 4 and not one.prose
    return Label(BlockKind.ASIDE, "above-lead") if shown else Label(None, "outside")


def _label_inside(one: Seen, *, below_title: bool) -> Label:
    """The label of a paragraph inside the article that no rule drops."""
    if one.prose:
        return Label(BlockKind.BODY, "prose")
    if one.captioned and one.words < 8:
        return Label(None, "credit")
    return Label(BlockKind.ASIDE, "caption" if one.captioned else "open" if below_title else "above-title")


def _label_without_prose(one: Seen, rule: str | None) -> Label:
    """Where nothing reads as prose (a text without any punctuation), long lines are the body."""
    if rule or one.words < 8:
        return Label(None, rule or "outside")
    return Label(BlockKind.BODY, "no-prose")
