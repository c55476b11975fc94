"""When something was said: by a time expression beside the cue, outside the words themselves."""

from __future__ import annotations

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.annotate.layers import Attribution, TimeExpression
from briefing.compose.documents import Document
from briefing.model import DateBasis, When

UNKNOWN = When(None, basis="none")
DAY = 10
"""Letters of an ISO day."""


def date_of(document: Document, attribution: Attribution) -> When:
    """The date of the utterance; open where its clause names no day."""
    cue = attribution.cue
    if cue is None:
        return UNKNOWN
    near = [timex for timex in layers.timexes(document.doc) if _dates(timex, attribution, cue[0])]
    if not near:
        return UNKNOWN
    timex = min(near, key=lambda one: _distance(one, cue))
    relative = timex.anchor != "stated"
    inferred = relative and document.article.published_basis in (DateBasis.INFERRED, DateBasis.NONE)
    return When(
        value=timex.value,
        end=timex.end_value,
        text=timex.span.text if relative else "",
        basis="inferred" if inferred else "relative" if relative else "stated",
    )


def _distance(timex: TimeExpression, cue: Span) -> tuple[int, int]:
    """How far the expression stands from the cue; right behind it ("said on Monday") goes before right in front."""
    behind = timex.span.start - cue.end
    return (behind if behind >= 0 else cue.start - timex.span.end + 3, timex.span.start)


def _dates(timex: TimeExpression, attribution: Attribution, cue: Token) -> bool:
    """The expression is a day and belongs to the cue, not to what is said."""
    if timex.type not in ("DATE", "TIME") or len(timex.value) < DAY or not timex.value[:4].isdigit():
        return False
    if timex.value[4] != "-" or timex.value[5] == "W" or timex.span[0].sent != cue.sent:
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
