"""How much a document is about an entity."""

from __future__ import annotations

import math
from collections.abc import Sequence

from spacy.tokens import Doc

from briefing.annotate import layers
from briefing.annotate.entity_drafts import Draft

_TYPE_WEIGHT = {"person": 0.2, "organisation": 0.1, "place": 0.0}


def scores(doc: Doc, drafts: Sequence[Draft]) -> list[float]:
    """A score for each draft: log count of its mentions, early first mention, mention in title or lead."""
    title_end = max((block.end for block in layers.block_of(doc, "title")), default=0)
    return [_score(doc, draft, title_end) for draft in drafts]


def _score(doc: Doc, draft: Draft, title_end: int) -> float:
    names = [span.start for span, form in draft.mentions if form in ("name", "metonym")]
    others = sum(form in ("nominal", "pronoun") for _, form in draft.mentions)
    if not names:
        return round(0.1 * math.log1p(len(draft.mentions)), 4)
    early = 1.0 - min(names) / max(len(doc), 1)
    score = math.log1p(len(names) + 0.3 * others) + 1.0 * early
    score += 0.8 * (min(names) < max(title_end, 12)) + _TYPE_WEIGHT[draft.type]
    return round(score, 4)
