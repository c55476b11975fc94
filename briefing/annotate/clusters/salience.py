"""How much a document is about an entity."""

from __future__ import annotations

import math
from collections.abc import Sequence

from spacy.tokens import Doc

from briefing.annotate import countries, layers
from briefing.annotate.clusters.entity_drafts import Draft

# Weights from a grid over 98 news articles with marked key entities (NDCG@5 .82 to .84): the middle of a flat top.
_LEAD, _LEAD_REACH = 1.3, 100
_TITLE = 0.3
_BY_OTHER_WORDS, _BY_ADJECTIVE = 0.2, 0.1
_TYPE_WEIGHT = {"person": 0.25, "organisation": 0.25, "place": 0.0}
_MEDIUM = 1.0
_STATE = 0.2
"""States are the scene of most news: any weight between .15 and .6 gains .004 to .007 on both measures."""


def scores(doc: Doc, drafts: Sequence[Draft]) -> list[float]:
    """A score for each draft: log count of its mentions, nearness of the first to the start, mention in the title."""
    title_end = max((block.end for block in layers.block_of(doc, "title")), default=0)
    return [_score(draft, title_end) for draft in drafts]


def _score(draft: Draft, title_end: int) -> float:
    forms = [form for _, form in draft.mentions]
    names = [span.start for span, form in draft.mentions if form in ("name", "metonym")]
    others = sum(form in ("nominal", "pronoun") for form in forms)
    score = _BY_OTHER_WORDS * math.log1p(others) + _BY_ADJECTIVE * math.log1p(forms.count("demonym"))
    if names:
        score += math.log1p(len(names)) + _LEAD * math.exp(-min(names) / _LEAD_REACH)
        score += _TITLE * (min(names) < title_end) + _TYPE_WEIGHT[draft.type]
    entry = countries.country_name(draft.name)
    state = entry is not None and entry.form == "name"
    return round(max(score - _MEDIUM * draft.medium - _STATE * state, 0.0), 4)
