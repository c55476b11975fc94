"""When something was said: by a time expression beside the cue, outside the words themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.annotate.layers import Attribution, TimeExpression
from briefing.compose.documents import Document
from briefing.model import DateBasis, When

UNKNOWN = When(None, basis="none")
DURING = ("during", "in", "at", "after")
MONTH = re.compile(r"\d{4}-\d{2}(?!\d)")
ISO = re.compile(r"\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)?)?)?")
"""A date as the brief holds it; a part of the day ("Friday night") is left out."""
DAY = 10
"""Letters of an ISO day."""


def date_of(document: Document, attribution: Attribution) -> When:
    """The date of the utterance; open where neither its clause nor the occasion it names has a day.

    An occasion is «during the call», where the call was dated before, or the sentence before, where the same source
    spoke on a day and goes on («Speaking at ...», «he added»).
    """
    cue = attribution.cue
    if cue is None:
        return UNKNOWN
    timexes = layers.timexes(document.doc)
    near = [timex for timex in timexes if _dates(timex, attribution, cue[0])]
    if near:
        timex = min(near, key=lambda one: _distance(one, cue))
        return _when(document, timex, timex.span.text)
    if any(_is_day(timex) and timex.span[0].sent == cue[0].sent for timex in timexes):
        return UNKNOWN
    occasion = _occasion(attribution, cue[0], timexes) or _goes_on(document, attribution, cue[0])
    return UNKNOWN if occasion is None else replace(_when(document, occasion, ""), basis="lead")


def _when(document: Document, timex: TimeExpression, words: str) -> When:
    """The date as the brief holds it."""
    relative = timex.anchor != "stated"
    inferred = relative and document.article.published_basis in (DateBasis.INFERRED, DateBasis.NONE)
    return When(
        value=timex.value if ISO.fullmatch(timex.value) else timex.value[:DAY],
        end=timex.end_value,
        text=words if relative else "",
        basis="inferred" if inferred else "relative" if relative else "stated",
    )


def _occasion(attribution: Attribution, cue: Token, timexes: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day of «the call» that the sentence speaks of, where one earlier sentence dates a call."""
    said = {i for span in attribution.contents for i in range(span.start, span.end)}
    for noun in cue.sent:
        definite = any(child.lower_ in ("the", "that", "this") for child in noun.lefts)
        if noun.i in said or noun.pos_ != "NOUN" or not definite or noun.head.lower_ not in DURING:
            continue
        dated = [one for one in timexes if _is_day(one) and one.span.start < noun.i and _introduces(one, noun)]
        if dated and len({one.value for one in dated}) == 1:
            return dated[-1]
    return None


def _introduces(timex: TimeExpression, noun: Token) -> bool:
    """The sentence of the expression has the noun with an indefinite article, and no other day."""
    return any(
        token.lemma_ == noun.lemma_ and any(child.lower_ in ("a", "an") for child in token.lefts)
        for token in timex.span[0].sent
    )


def _goes_on(document: Document, attribution: Attribution, cue: Token) -> TimeExpression | None:
    """The day of the sentence before, where the same source spoke in it and this sentence goes on from there."""
    first = next(token.lower_ for token in cue.sent if not token.is_space)
    pronoun = attribution.source is not None and attribution.source[0].pos_ == "PRON"
    if attribution.entity is None or cue.sent.start == 0 or not (first == "speaking" or pronoun):
        return None
    before = next((token.sent for token in reversed(document.doc[: cue.sent.start]) if not token.is_space), None)
    spoke = [
        one
        for one in layers.attributions(document.doc)
        if one.entity == attribution.entity and one.cue is not None and one.cue[0].sent == before
    ]
    cues = [(one, one.cue[0]) for one in spoke if one.cue is not None]
    near = [timex for timex in layers.timexes(document.doc) for one, word in cues if _dates(timex, one, word)]
    return near[0] if near else None


def _distance(timex: TimeExpression, cue: Span) -> tuple[int, int]:
    """How far the expression stands from the cue; right behind it ("said on Monday") goes before right in front."""
    behind = timex.span.start - cue.end
    return (behind if behind >= 0 else cue.start - timex.span.end + 3, timex.span.start)


def _is_day(timex: TimeExpression) -> bool:
    """The expression is a calendar day."""
    return _is_date(timex) and len(timex.value) >= DAY


def _is_date(timex: TimeExpression) -> bool:
    """The expression is a calendar day or month."""
    return timex.type in ("DATE", "TIME") and MONTH.match(timex.value) is not None


def _dates(timex: TimeExpression, attribution: Attribution, cue: Token) -> bool:
    """The expression is a day or month and belongs to the cue, not to what is said."""
    if not _is_date(timex) or timex.span[0].sent != cue.sent:
        return False
    if any(timex.span.start < span.end and timex.span.end > span.start for span in attribution.contents):
        return False
    return _hangs_on(timex.span.root, cue)


def _hangs_on(token: Token, cue: Token) -> bool:
    """Between the expression and the cue stand prepositions only, or it hangs on a verb that the cue hangs on."""
    above = {cue.i, *(one.i for one in cue.ancestors if one.pos_ in ("VERB", "AUX"))}
    current = token
    for _ in range(4):
        if current.head.i in above:
            return True
        if current.head == current or current.head.dep_ in ("relcl", "ccomp") or current.head.pos_ == "VERB":
            return False
        current = current.head
    return False
