"""Which time expression of a sentence says when a clause happened."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from briefing.annotate.events.calendar import calendar_value, is_coarse, is_over
from briefing.annotate.events.clauses import Clause, is_head
from briefing.annotate.layers import TimeExpression
from briefing.annotate.times.calendar_values import grain
from briefing.annotate.times.outlook import PLANS

DOCUMENTS = {
    "audit",
    "communique",
    "datum",
    "data",
    "document",
    "figure",
    "footage",
    "index",
    "interview",
    "letter",
    "minute",
    "notice",
    "notification",
    "order",
    "paper",
    "poll",
    "report",
    "result",
    "review",
    "statement",
    "statistic",
    "study",
    "survey",
    "video",
}
"""What tells something on the day it comes out."""
ISSUING = {"air", "broadcast", "date", "file", "issue", "post", "publish", "release", "sign", "unveil"}
FIRSTS = {"first", "last", "only", "second", "third", "youngest", "oldest", "latest"}
AGAINST = {"against", "from", "than", "versus"}
OF_FIGURES = {"$", "£", "€", "%", "percent", "per", "cent", "m", "bn", "points", "cents", "dollars", "euros", "pounds"}
FIGURE = 5
"""Words of a figure with the word before it: "from 3.2 per cent"."""
ROUGH = {"at", "more", "over", "well"}
ATTRIBUTES = {"nummod", "amod", "compound", "poss", "nmod"}
OF = {"of", "from", "for"}
GRAINS = ("day", "week", "month", "season", "quarter", "half", "year", "decade", "century")
MAXIMUM_CLIMB = 16
HAPPENS = {
    "begin",
    "cause",
    "damage",
    "destroy",
    "displace",
    "erupt",
    "flatten",
    "happen",
    "hit",
    "injure",
    "kill",
    "leave",
    "occur",
    "rip",
    "shake",
    "start",
    "strike",
    "tear",
    "wound",
}
"""Verbs that tell how an event went or what it did at once, not what came of it later."""


def timex_of(clause: Clause, timexes: list[TimeExpression]) -> TimeExpression | None:
    """The expression that dates a clause; ``timexes`` are those of its sentence."""
    own = finest([timex for timex in timexes if hangs_on(timex) == clause.head and _is_point(timex)])
    beside = _hours_from(clause, timexes) or _when(clause, timexes) or _opening_when(clause, timexes)
    beside = beside or _since(clause, timexes)
    beside = beside or _of_subject(clause, timexes) or _of_document(clause, timexes) or _of_first(clause, timexes)
    return _range_of(own or beside, timexes)


def hangs_on(timex: TimeExpression) -> Token | None:
    """The head of the clause that an expression dates; None where it only describes a noun ("the 2018 agreement")."""
    if _opens(timex):
        return timex.span[0].sent.root
    inside = range(timex.span.start, timex.span.end)
    token = timex.span.root
    for _ in range(MAXIMUM_CLIMB):
        if is_head(token) and token.i not in inside:
            return None if _compares(token, timex) or _is_of_figure(timex) or is_over(token, timex) else token
        if token.head == token:
            return None
        if token.head.i not in inside and (_is_beside(token, timex) or _describes(token, timex)):
            return None
        token = token.head
    return None


def _is_beside(token: Token, timex: TimeExpression) -> bool:
    """Whether the way to the clause leads out of an apposition, or a month or year out of "after the vote in June"."""
    if token.dep_ == "appos":
        return True
    border = token.dep_ == "pobj" and token.head.lower_ in {"after", "before", "since"}
    return border and token.i not in range(timex.span.start, timex.span.end) and is_coarse(timex)


def _opens(timex: TimeExpression) -> bool:
    """Whether a time opens its sentence: the parser may take it for part of what follows ("By Monday night crews")."""
    doc, root, before = timex.span.doc, timex.span.root, timex.span.start - 1
    if root.dep_ != "compound" or before < 0 or not doc[before].is_sent_start:
        return False
    owner = doc[timex.span.end].tag_ == "POS"
    return doc[before].lower_ in {"at", "by", "in", "on"} and not owner and root.sent.root.pos_ in {"VERB", "AUX"}


def _compares(head: Token, timex: TimeExpression) -> bool:
    """Whether "since" tells what a deed is compared with; only a perfect lasts ("hit its lowest since May")."""
    if timex.span.start == 0 or timex.span.doc[timex.span.start - 1].lower_ != "since":
        return False
    perfect = any(child.lemma_ == "have" for child in head.children if child.dep_ == "aux")
    return head.tag_ in {"VBD", "VBG"} and not perfect


def _is_of_figure(timex: TimeExpression) -> bool:
    """Whether a time belongs to the figure that another is held against: "rose to 260, up from 26 on Wednesday"."""
    doc, place = timex.span.doc, timex.span.start - 1
    if place > 0 and doc[place].lower_ in {"in", "on", "at"}:
        place -= 1
    words = [word.lower_ for word in doc[max(place - FIGURE + 1, 0) : place + 1]]
    start = next((index for index in reversed(range(len(words))) if words[index] in AGAINST), None)
    between = doc[max(place - FIGURE + 1, 0) + start + 1 : place + 1] if start is not None else ()
    return bool(between) and all(word.like_num or word.lower_ in OF_FIGURES for word in between)


def _describes(token: Token, timex: TimeExpression) -> bool:
    """Whether the step from a word to its head leads into a noun that the date only tells from others."""
    if token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.head.lemma_ not in PLANS:
        return True
    if token.head.pos_ not in {"NOUN", "PROPN"} and token.dep_ != "pobj":
        return False
    if token.dep_ in ATTRIBUTES and token.i < token.head.i:
        # "In a Wednesday meeting" tells the day of what happened there; "the Wednesday papers" does not.
        noun = token.head
        placed = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "at", "during"} and noun.head.head.pos_ == "VERB"
        return not (placed and grain(timex.value) == "day")
    return token.dep_ == "pobj" and token.head.lower_ in OF and token.head.head.pos_ in {"NOUN", "PROPN"}


def fills_line(span: Span) -> bool:
    """Whether a span fills its line of the text, as a dateline does: it dates no clause."""
    return _is_border(span.doc, span.start - 1, -1) and _is_border(span.doc, span.end, 1)


def _is_border(doc: Doc, place: int, step: int) -> bool:
    """Whether a line begins or ends at a token, blanks and the full stop at its end passed over."""
    while 0 <= place < len(doc) and "\n" not in doc[place].text:
        if not doc[place].is_space and not (step > 0 and doc[place].text == "."):
            return False
        place += step
    return True


def _range_of(timex: TimeExpression | None, timexes: list[TimeExpression]) -> TimeExpression | None:
    """The start of the range that an expression ends, else the expression."""
    starts = [one for one in timexes if timex is not None and one.end_value == timex.value and one.id != timex.id]
    return starts[0] if starts else timex


def _is_point(timex: TimeExpression) -> bool:
    """Whether an expression can say when something happened; "in the past decade", "for the week" span too much."""
    if is_rough(timex):
        return False
    if timex.rule == "the-bare-unit":
        return timex.value.endswith("WE")
    return grain(timex.value) not in {"decade", "century"} or timex.anchor == "stated"


def is_rough(timex: TimeExpression) -> bool:
    """Whether an expression only says how long ago something was at least: "more than 30 years ago"."""
    return timex.rule == "ago" and timex.span[0].lower_ in ROUGH


def finest(timexes: list[TimeExpression]) -> TimeExpression | None:
    """The calendar expression of the finest grain, the first of equals."""
    known = [timex for timex in timexes if calendar_value(timex) is not None]
    return min(known, key=lambda timex: GRAINS.index(grain(timex.value) or "century")) if known else None


def _hours_from(clause: Clause, timexes: list[TimeExpression]) -> TimeExpression | None:
    """The date of "hours before X happened on June 9" for what happened hours before: the same day."""
    if not any(timex.value.startswith("PT") and hangs_on(timex) in _adverbials(clause) for timex in timexes):
        return None
    return finest([timex for timex in timexes if hangs_on(timex) in _adverbials(clause, {"before", "after"})])


def _when(clause: Clause, timexes: list[TimeExpression]) -> TimeExpression | None:
    """The date of "when X happened on June 9" for what happened then."""
    return finest([timex for timex in timexes if hangs_on(timex) in _adverbials(clause, {"when", "as", "while"})])


def _since(clause: Clause, timexes: list[TimeExpression]) -> TimeExpression | None:
    """When that began which a perfect tells: "has got two orders since it was shown in 2000", "since its 1967 debut".

    Only a perfect lasts, so a "since" that the parser hangs on its infinitive is the perfect's own too: "has been
    trying to land since December".
    """
    head = clause.head
    if not any(child.lemma_ == "have" and child.dep_ == "aux" for child in head.children):
        return None
    openers = [word for child in head.children for word in child.children if child.dep_ in {"advcl", "xcomp"}]
    begins = {
        word.head.i if word.dep_ == "mark" else word.i for word in (*head.children, *openers) if word.lower_ == "since"
    }
    return finest([one for one in timexes if begins & {word.i for word in one.span.root.ancestors}]) if begins else None


def _of_subject(clause: Clause, timexes: list[TimeExpression]) -> TimeExpression | None:
    """The day in "Thursday's blast" for what the blast did or how it went: "injured 40", "began in a kitchen"."""
    verb = clause.head
    if verb.lemma_ not in HAPPENS or verb.tag_ != "VBD" or any(child.dep_ == "auxpass" for child in verb.children):
        return None
    subjects = {child.i for child in verb.children if child.dep_ == "nsubj"}
    owners = (timex for timex in timexes if timex.span.root.dep_ == "poss" and timex.span.root.head.i in subjects)
    return next((timex for timex in owners if grain(timex.value) in {"day", "week"}), None)


def _of_document(clause: Clause, timexes: list[TimeExpression]) -> TimeExpression | None:
    """The day in "a report published on Tuesday" for what the report found, or for what somebody said in it."""
    under = (noun for word in clause.head.children if word.lower_ == "in" for noun in word.children)
    nouns = [child for child in clause.head.children if child.dep_ in {"nsubj", "nsubjpass"}] + list(under)
    known = (noun for noun in nouns if noun.lemma_.lower() in DOCUMENTS)
    issued = [child for noun in known for child in noun.children if child.dep_ == "acl" and child.lemma_ in ISSUING]
    return finest([timex for timex in timexes if hangs_on(timex) in issued]) if issued else None


def _of_first(clause: Clause, timexes: list[TimeExpression]) -> TimeExpression | None:
    """The date in "became the first woman to lead the court in 1996"."""
    nouns = [child for child in clause.head.children if child.dep_ in {"attr", "dobj"}]
    firsts = [noun for noun in nouns if any(child.lower_ in FIRSTS for child in noun.children)]
    below = [child for noun in firsts for child in noun.children if child.dep_ in {"acl", "relcl"}]
    deeds = [child for child in below if child.tag_ == "VB"]
    return finest([timex for timex in timexes if hangs_on(timex) in deeds]) if deeds else None


def _opening_when(clause: Clause, timexes: list[TimeExpression]) -> TimeExpression | None:
    """The same where the parser hangs the date on a word inside: a "when" opens the sentence, the subject follows."""
    if not timexes or clause.above is not None or clause.head.sent[0].lower_ != "when":
        return None
    subjects = [child.left_edge.i for child in clause.head.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return finest([timex for timex in timexes if subjects and timex.span.end <= subjects[0]])


def _adverbials(clause: Clause, words: set[str] | None = None) -> list[Token]:
    """The clause itself and its adverbial clauses, or of these the ones that one of ``words`` opens."""
    below = [child for child in clause.head.children if child.dep_ == "advcl"]
    if words is None:
        return [clause.head, *below]
    return [child for child in below if any(word.lower_ in words and word.i < child.i for word in child.children)]
