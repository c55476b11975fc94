"""What the words of a time say of an event besides its date: a border, these days, near or past."""

from __future__ import annotations

import itertools

from briefing.annotate.layers import EventMention, TimeExpression

LASTING = frozenset({"since", "until", "till", "til", "'til"})
BORDERS = LASTING | {"by", "before", "after"}


def is_border(event: EventMention, timex: TimeExpression) -> bool:
    """Whether a date only says since or until when something was so, by itself or within a clause or noun.

    The clause that "since" opens is dated by it all the same; it has a clause above, or the parser is mistaken.
    """
    trigger = event.trigger.root
    way = list(itertools.takewhile(lambda word: word != trigger, (timex.span.root, *timex.span.root.ancestors)))
    if trigger.dep_ == "ROOT":
        way.append(trigger)
    return any(word.lower_ in LASTING and word.i < timex.span.start for step in way for word in (step, *step.lefts))


def is_nowadays(event: EventMention, timex: TimeExpression) -> bool:
    """Whether "today" is these days: what a present tense says of a noun ("the way it is made today") is no deed."""
    head = event.trigger.root
    verbs = [head, *(child for child in head.children if child.dep_ in {"aux", "auxpass"})]
    present = any(verb.tag_ in {"VBZ", "VBP"} for verb in verbs)
    return head.dep_ == "relcl" and present and head.tag_ != "VBG" and timex.span.text.lower() == "today"


def is_coming(timex: TimeExpression) -> bool:
    """Whether words tell that something is near: "in the coming days", "soon", not "decades later", "the future"."""
    near = timex.rule == "coming-vague" and timex.value == "FUTURE_REF"
    return near or timex.span.text.lower() == "soon"


def is_past(timex: TimeExpression) -> bool:
    """Whether words tell by themselves that something is past: "recently", "years ago", not "days later"."""
    return timex.rule in {"vague", "ago"} and not timex.value.startswith("XXXX")
