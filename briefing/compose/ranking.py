"""The order of the stories: watch-words, independent origins, latest day, number of articles, salience of the actors.

The end note of the brief states this rule (``templates/parts/end.html``); a change here is a change there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.compose.telling import Telling


def ranked(tellings: Sequence[Telling], watch: Sequence[str]) -> tuple[Telling, ...]:
    """The stories, first the one to tell first; ties by the name of their first article."""
    return tuple(sorted(sorted(tellings, key=_name), key=lambda one: _rank(one, watch), reverse=True))


def _name(telling: Telling) -> tuple[str, str]:
    article = telling.documents[0].article
    return (article.name, article.digest)


def _rank(telling: Telling, watch: Sequence[str]) -> tuple[int, int, str, int, float]:
    text = "\n".join(document.article.text for document in telling.documents)
    hits = sum(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None for word in watch)
    salience = sum(actor.salience for actor in telling.actors.actors[:3])
    return (hits, len(telling.origins.names), telling.newest, len(telling.documents), round(salience, 4))
