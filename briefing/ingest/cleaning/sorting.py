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

from briefing.ingest.cleaning.cues import PRESS, REPORTS
from briefing.ingest.cleaning.endnotes import asides_to_readers, notes_on_writers
from briefing.ingest.cleaning.features import Seen, asks
from briefing.ingest.cleaning.forum import comments_start
from briefing.ingest.cleaning.glue import unglue
from briefing.ingest.cleaning.head import find_head
from briefing.ingest.cleaning.masthead import Head
from briefing.ingest.cleaning.neighbours import see
from briefing.ingest.cleaning.paragraphs import Paragraph
from briefing.ingest.cleaning.runs import END, best_run, scores_of
from briefing.ingest.cleaning.titles import fold
from briefing.model import BlockKind

VOICED = frozenset(("plea", "subscribe", "sign-in"))
PLEA_REACH = 7
"""Paragraphs between two pleas that may belong to one appeal; the longest seen has six."""
FIRST_PERSON = 0.25
"""Share of the story's paragraphs that say "we", "our" or "you" from which that is the writer's voice, not a plea's: of
74 saved pages one is told so, and the pleas' voice took 7 of its paragraphs."""
MOST_ABOVE = 0.6
"""Share of the prose of an extracted article that stands above such a heading."""
ROUNDS = 6
"""Cleaning is repeated until nothing more falls; two rounds are the rule, this bounds the rest."""


LIST_HEAD = 5
"""Words of a heading over a list of other headlines."""
HEADLINE_WORDS = 25
HEADLINE_END = re.compile(r"\w\??[’']?\??$")
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


class Known(NamedTuple):
    """What is known of a page beside its text."""

    title: str | None = None
    writers: tuple[str, ...] = ()
    whole: bool = False
    """An extractor has already found the article, so that it is not looked for once more."""


NOTHING = Known()


def clean(paragraphs: Sequence[Paragraph], known: Known = NOTHING) -> Cleaned:
    """Every paragraph with its label. Cleaning what is left once more drops nothing."""
    paragraphs = unglue(paragraphs)
    labels, head = _settle(paragraphs, known)
    kept = [one for one, label in zip(paragraphs, labels, strict=True) if label.kind]
    parts = unglue(kept)
    if len(parts) > len(kept):
        dropped = [one for one, label in zip(paragraphs, labels, strict=True) if not label.kind]
        return clean(sorted((*dropped, *parts), key=lambda one: one.start), known)
    return Cleaned(tuple(paragraphs), tuple(labels), head)


def _settle(paragraphs: Sequence[Paragraph], known: Known) -> tuple[list[Label], Head]:
    """A label for every paragraph that one more round over what is kept would not change."""
    labels, head = _label(paragraphs, known)
    for _ in range(ROUNDS):
        left = [index for index, label in enumerate(labels) if label.kind]
        again, _ = _label([paragraphs[index] for index in left], known)
        fallen = [(index, new) for index, new in zip(left, again, strict=True) if new.kind is None]
        for index, new in fallen:
            labels[index] = new
        if not fallen:
            break
    return labels, head


def _label(paragraphs: Sequence[Paragraph], known: Known) -> tuple[list[Label], Head]:
    """One round: a label for every paragraph."""
    seen = see(paragraphs)
    head = find_head(seen, known.title)
    rules = [_rule(index, one, head) for index, one in enumerate(seen)]
    _spread_plea(seen, rules)
    _drop_repeats(seen, rules, head)
    _drop_lists(seen, rules, head)
    for index in notes_on_writers(seen, rules, (*head.byline, *known.writers)):
        rules[index] = rules[index] or "bio"
    for index in asides_to_readers(seen, rules):
        rules[index] = "address"
    for index in range(comments_start(seen), len(seen)):
        rules[index] = rules[index] or "comments"
    first, last = (0, _end(seen, rules)) if known.whole else _find_run(seen, rules, head)
    if not any(one.prose for one in seen[first:last]):
        return [_label_without_prose(one, rule) for one, rule in zip(seen, rules, strict=True)], head
    return [_label_one(index, one, rules[index], head, first, last) for index, one in enumerate(seen)], head


def _find_run(seen: Sequence[Seen], rules: Sequence[str | None], head: Head) -> tuple[int, int]:
    """Start and end of the article; nothing above its headline belongs to it."""
    top = head.title or 0
    first, last = best_run(scores_of(seen[top:], rules[top:]))
    return top + first, top + last


def _rule(index: int, one: Seen, head: Head) -> str | None:
    """The rule that drops the paragraph by itself, None if there is none."""
    if index in (head.title, head.subtitle):
        return None
    return head.dropped.get(index) or one.cue


def _spread_plea(seen: Sequence[Seen], rules: list[str | None]) -> None:
    """The publisher's own voice between or right beside pleas is plea, unless the story is told in that voice too."""
    found = _between_pleas(seen, rules) | _beside_pleas(seen, rules)
    story = [one.voice > 0 for index, one in enumerate(seen) if one.prose and not rules[index] and index not in found]
    if sum(story) > FIRST_PERSON * len(story):
        return
    for index in found:
        rules[index] = "plea"


def _between_pleas(seen: Sequence[Seen], rules: Sequence[str | None]) -> set[int]:
    """The paragraphs that two pleas enclose, if each has the publisher's voice or is no sentence."""
    found = set[int]()
    for one, two in itertools.pairwise(index for index, rule in enumerate(rules) if rule in VOICED):
        between = range(one + 1, two)
        voiced = all(rules[index] or seen[index].voice or not seen[index].closed for index in between)
        enclosed = two - one == 2 and rules[one] == rules[two] == "plea" and _can_be_plea(seen[one + 1].text)
        if two - one <= PLEA_REACH and (voiced or enclosed):
            found.update(index for index in between if not rules[index])
    return found


def _beside_pleas(seen: Sequence[Seen], rules: Sequence[str | None]) -> set[int]:
    """The paragraphs next to a plea, and next to those, that have the publisher's voice twice."""
    found = set[int]()
    for plea in [index for index, rule in enumerate(rules) if rule == "plea"]:
        for step in (-1, 1):
            other = plea + step
            while 0 <= other < len(seen) and rules[other] is None and seen[other].voice >= 2:
                found.add(other)
                other += step
    return found


def _can_be_plea(text: str) -> bool:
    """The words name the press and report nothing: a story's sentence between two appeals stays."""
    return PRESS.search(text.lower()) is not None and not REPORTS.search(text)


def _drop_repeats(seen: Sequence[Seen], rules: list[str | None], head: Head) -> None:
    """Of two equal paragraphs of five words or more the one with less prose beside it; the title behind a trail."""
    known: dict[str, int] = {}
    pulled = _pulled_quotes(seen)
    title = fold(seen[head.title].text) if head.title is not None else ""
    for index, one in enumerate(seen):
        if rules[index] is not None or one.words > LONGEST_REPEAT:
            continue
        folded = fold(one.text)
        trail = bool(title) and index != head.title and folded.endswith(title) and len(folded) <= len(title) + 60
        first = known.setdefault(folded, index) if one.words >= 5 and folded else index
        if first != index and _in_prose(seen, index) > _in_prose(seen, first) and first != head.title:
            rules[first] = "repeat"
            known[folded] = index
        elif first != index or (trail and not one.prose) or index in pulled:
            rules[index] = "repeat"


def _in_prose(seen: Sequence[Seen], index: int) -> int:
    """How many of the two neighbours of a paragraph are prose."""
    return sum(one.prose for one in (*seen[max(0, index - 1) : index], *seen[index + 1 : index + 2]))


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
    below = head.lead if head.title is None else head.title
    for index, one in enumerate(seen):
        if index in (head.title, head.subtitle) or (one.prose and not (listing and _is_listed(one))):
            listing = False
        elif one.cue == "more" and one.words <= LIST_HEAD and ":" not in one.text.rstrip(": ") and index > below:
            listing = True
        elif listing and rules[index] is None and (one.prose or index > head.lead):
            rules[index] = "more"


def _end(seen: Sequence[Seen], rules: Sequence[str | None]) -> int:
    """Where readers' comments or notes on the writers begin below an article that was found already."""
    sizes = [one.words if one.prose and rule is None else 0 for one, rule in zip(seen, rules, strict=True)]
    above = itertools.accumulate(sizes, initial=0)
    for index, (one, rule, before) in enumerate(zip(seen, rules, above, strict=False)):
        if rule and before >= MOST_ABOVE * sum(sizes) and END.fullmatch(one.text):
            return index
    return len(seen)


def _is_listed(one: Seen) -> bool:
    """The paragraph is no longer than a headline, has no full stop and is no question of an interview."""
    asked = one.prose and asks(one.text, one.words)
    return one.words <= HEADLINE_WORDS and HEADLINE_END.search(one.text) is not None and not asked


def _label_one(index: int, one: Seen, rule: str | None, head: Head, first: int, last: int) -> Label:
    """The label of one paragraph, the article being the run ``first`` to ``last``."""
    if index == head.title:
        return Label(BlockKind.TITLE, "title")
    if index == head.subtitle:
        return Label(BlockKind.SUBTITLE, "subtitle")
    if rule:
        return Label(None, rule)
    if head.opened and head.title is not None and head.title < index < head.lead:
        return Label(BlockKind.ASIDE, "above-lead")
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
