"""Handling marks: which of several is the highest, in the Traffic Light Protocol or a scheme of the user's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.errors import SettingsError
from briefing.model.articles import Article

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""The labels of TLP 2.0 (FIRST, 2022), lowest first."""

_WRITTEN = re.compile(r"(?:tlp\W{0,3})?(?P<colour>clear|white|green|amber\W?strict|amber|red)", re.IGNORECASE)
"""A label as people write it: ``amber``, ``TLP: RED``, ``TLP:WHITE`` of TLP 1."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """Marks in the order of their strictness, the lowest first."""

    marks: tuple[str, ...] = TLP

    def highest(self, marks: Iterable[str]) -> str:
        """The strictest of these marks as the scheme writes it, empty where there is none.

        A mark outside the scheme cannot be ranked: it may stand alone, unless it calls itself a label of TLP. Raises
        ``SettingsError`` that names the mark.
        """
        known = {self.read(mark): mark for mark in marks if mark.strip()}
        strange = [name for name in known if name not in self.marks]
        if strange and (len(known) > 1 or self.marks != TLP or strange[0].upper().startswith("TLP")):
            raise SettingsError(
                f"the handling mark {strange[0]!r} is none of {' < '.join(self.marks)}; "
                "name the marks of your own in handling.scheme, lowest first"
            )
        return max(known, key=lambda name: self.marks.index(name) if name in self.marks else 0, default="")

    def read(self, mark: str) -> str:
        """The mark as the scheme writes it; one that is not in the scheme as it stands."""
        plain = " ".join(mark.split())
        written = _WRITTEN.fullmatch(plain)
        if written and set(self.marks) <= set(TLP):
            colour = written["colour"].upper()
            return "TLP:CLEAR" if colour == "WHITE" else f"TLP:{re.sub(r'AMBER.+', 'AMBER+STRICT', colour)}"
        return next((one for one in self.marks if one.casefold() == plain.casefold()), plain)


def check_marks(articles: Iterable[Article], lowest: str, scheme: Scheme) -> None:
    """Raises ``SettingsError`` for a mark that cannot be ranked, naming the source that carries it."""
    scheme.highest([lowest])
    for article in articles:
        try:
            scheme.highest([lowest, *article.handling])
        except SettingsError as error:
            raise SettingsError(f"{article.name}: {error}") from error
