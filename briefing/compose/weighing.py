"""How much a statement matters to a reader in a hurry: one number, made of few and stated parts.

``lead + 0.8 carried + 0.6 titled + 0.5 central + 0.3 actors``, each between 0 and 1, times a factor below 1 for every
reason to tell it later (background, spoken, very short or long).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from briefing.compose.actors.gathering import ActorTable
from briefing.compose.dating import PAST
from briefing.compose.documents import Document
from briefing.compose.origins import Origins
from briefing.compose.points import Point
from briefing.compose.similarity import Weights
from briefing.compose.statements import Statement, content_lemma
from briefing.compose.titles import title_lemmas

BACKGROUND, SPOKEN, SHORT, LONG, COPIED = 0.3, 0.5, 0.5, 0.7, 0.9
FEWEST, MOST = 6, 55
"""Words of a sentence that is read in passing."""
TAKEN_BACK = 0.5
"""What the rest of its sentence answers with "but": half of the matter."""
LEFT_OPEN = frozenset({"no-comment", "unconfirmed", "unverified"})
"""Doubts that answer nothing: "..., but the ministry has not commented" takes nothing back."""
SECOND_HAND = 0.85
"""What an article tells as another medium's report."""
CONTESTED = 1.3
"""An assertion and its denial in one sentence tell a reader more than either."""
MARKED = re.compile(r"[“\"«][^”\"»]{0,2000}[”\"»]")


class Weight(NamedTuple):
    """How much a statement matters."""

    value: float
    reason: str
    """The parts that make it up."""
    background: bool = False
    """True for what happened well before the news."""


class Weighing:
    """Weighs the points of one story."""

    def __init__(
        self,
        documents: Sequence[Document],
        found: Sequence[Statement],
        actors: ActorTable,
        origins: Origins,
        cutoff: str,
    ) -> None:
        self._weights = Weights(found)
        self._found = found
        self._origins = origins
        dates = [str(document.doc._.document_date or "") for document in documents]
        self._cutoff = max([*dates, ""]) or cutoff
        self._left_open = {one.evidence for one in found if one.doubt is not None and one.doubt.kind in LEFT_OPEN}
        opening = (one for one in found if one.number == 0)
        self._looking_back = {one.evidence.article for one in opening if is_background(one, self._cutoff)}

        self._titles = [frozenset(title_lemmas(document)) for document in documents if document.article.title]
        top = actors.actors[0].salience if actors.actors else 1.0
        self._salience = {f"@{actor.id}": actor.salience / (top or 1.0) for actor in actors.actors}

    def weight(self, point: Point, statement: Statement) -> Weight:
        """Weight of a point as told by one of its statements, with its parts."""
        origins, behind = self._origins.names, self._origins.behind(point.evidence)
        lead = sum(_lead(one) for one in point.statements) / len(point.statements)
        parts = {
            "lead": 0.5 * _lead(statement) + 0.5 * lead,
            "carried": 0.8 * (len(behind) - 1) / max(len(origins) - 1, 1),
            "title": 0.6 * self._titled(statement),
            "central": 0.5 * self._central(statement),
            "actors": 0.3 * max((self._salience.get(feature, 0.0) for feature in statement.features), default=0.0),
        }
        factors = dict(self._factors(statement))
        value = round(sum(parts.values()) * math.prod(factors.values()), 6)
        told = " + ".join(f"{name} {part:.2f}" for name, part in parts.items())
        less = "".join(f", times {factor:g} ({name})" for name, factor in factors.items())
        return Weight(value, f"weight {value:.2f}: {told}{less}", "background" in factors)

    def _titled(self, statement: Statement) -> float:
        """Best share of a title's words that the statement has."""
        words = {content_lemma(token) for token in statement.span}
        return max((len(title & words) / len(title) for title in self._titles if title), default=0.0)

    def _central(self, statement: Statement) -> float:
        """Mean of the best similarities with the statements of every other article."""
        best: dict[str, float] = {}
        for other in self._found:
            article = other.evidence.article
            if article != statement.evidence.article:
                best[article] = max(best.get(article, 0.0), self._weights.similarity(statement, other))
        return sum(best[article] for article in sorted(best)) / len(best) if best else 0.0

    def _factors(self, statement: Statement) -> Iterator[tuple[str, float]]:
        """Every reason to tell a statement later, or earlier, than its place and likeness say."""
        article, text, doubt = statement.evidence.article, statement.cut.text, statement.doubt
        own = self._origins.of_articles([article])[0]
        words = len(text.split())
        marked = sum(len(part) for part in MARKED.findall(text)) > len(text) / 2
        reasons = (
            ("a copy", COPIED, self._origins.copy_of(article) is not None),
            (
                "second hand",
                SECOND_HAND,
                self._origins.of(statement.evidence) != own,
            ),
            ("contested", CONTESTED, doubt is not None and doubt.apposed),
            ("background", BACKGROUND, article not in self._looking_back and is_background(statement, self._cutoff)),
            ("spoken", SPOKEN, marked or text.rstrip('”"').endswith("?")),
            ("taken back", TAKEN_BACK, _is_taken_back(statement) and statement.evidence not in self._left_open),
            ("short", SHORT, words < FEWEST),
            ("long", LONG, words > MOST),
        )
        return ((name, factor) for name, factor, holds in reasons if holds)


def _is_taken_back(statement: Statement) -> bool:
    """True for a clause cut off before its sentence goes on with "but"."""
    rest = statement.span.doc[statement.span.end : statement.span.end + 2]
    return any(token.lower_ == "but" and token.dep_ == "cc" for token in rest)


def _lead(statement: Statement) -> float:
    """1 for the first sentence of an article, a half for the fourth."""
    return 1 / (1 + 0.35 * statement.number)


def is_background(statement: Statement, cutoff: str) -> bool:
    """True if every date of the statement is older than two weeks before the cut-off."""
    days = [_day(value) for value in statement.days]
    if not days or len(cutoff) < 10:
        return False
    limit = date.fromisoformat(cutoff[:10]).toordinal() - PAST
    return all(day < limit for day in days)


def _day(value: str) -> int:
    """Last day that an ISO prefix may mean, as an ordinal."""
    year, month, day = (*(int(part) for part in value.split("-")), 0, 0)[:3]
    if day:
        return _ordinal(year, month, day)
    return _ordinal(year + (month or 12) // 12, (month or 12) % 12 + 1, 1) - 1


def _ordinal(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return 0
