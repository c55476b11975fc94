"""The corrections of the desk, found in today's documents: which entity each of them speaks of.

A correction names actors by what the sources call them. A name is that of every entity that is known by it; where no
entity is, that of the entities that are called so among other names, unless those are of several names ("Marek" of
Helena and of Anna). The order of the entries and of the documents changes nothing.
"""

from __future__ import annotations

import difflib
import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.annotate import layers
from briefing.compose.documents import Document
from briefing.model import ActorKind, Correction, CorrectionKind
from briefing.model.correction_entries import apart, folded, teams

logger = logging.getLogger(__name__)

Place = tuple[str, str]
"""Article id and entity id."""
NAMED = ("name", "metonym")
"""Forms of a mention that are a name of the entity."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the corrections say of the entities of some documents."""

    applied: tuple[Correction, ...] = ()
    """The entries whose actors the documents name."""
    named: Mapping[Place, frozenset[str]] = field(default_factory=dict)
    """The folded names of corrections by which an entity is meant."""
    told: frozenset[str] = frozenset()
    """The names to show that stand in a source."""

    def team(self, place: Place) -> str | None:
        """What all entities have in common that are one by correction; None for others."""
        together = teams(self.applied)
        return min((min(together[name]) for name in self._names(place) if name in together), default=None)

    def apart(self, places: Iterable[Place], others: Iterable[Place]) -> bool:
        """Whether a correction keeps some entity of the one from some of the other."""
        entries = apart(self.applied)
        if not entries:
            return False
        ours, theirs = self._all_names(places), self._all_names(others)
        return any(frozenset((one, other)) in entries for one in ours for other in theirs)

    def is_dropped(self, place: Place) -> bool:
        """Whether the entity is no actor."""
        return bool(self._entries((place,), CorrectionKind.DROP))

    def kind(self, places: Iterable[Place]) -> ActorKind | None:
        """The kind that the actor of these entities is by correction."""
        return next((ActorKind(one.to) for one in self._entries(places, CorrectionKind.KIND)), None)

    def name(self, places: Iterable[Place]) -> str | None:
        """The name that the actor of these entities is shown under, in brackets where no source has it."""
        found = next((one.to for one in self._entries(places, CorrectionKind.NAME)), None)
        return found if found is None or found in self.told else f"[{found}]"

    def reasons(self, places: Iterable[Place]) -> tuple[str, ...]:
        """Every entry that speaks of the actor of these entities, in words."""
        names = self._all_names(places)
        return tuple(one.reason for one in self.applied if not names.isdisjoint(map(folded, one.names)))

    def _names(self, place: Place) -> frozenset[str]:
        return self.named.get(place, frozenset())

    def _all_names(self, places: Iterable[Place]) -> frozenset[str]:
        """The names of corrections by which the entities are meant."""
        return frozenset().union(*(self._names(place) for place in places))

    def _entries(self, places: Iterable[Place], kind: CorrectionKind) -> list[Correction]:
        names = self._all_names(places)
        return [one for one in self.applied if one.kind is kind and not names.isdisjoint(map(folded, one.names))]


NOTHING = Corrected()
"""Where nobody has corrected anything."""


def find_corrected(corrections: Sequence[Correction], documents: Sequence[Document]) -> Corrected:
    """The corrections applied to the documents; the log names those that speak of nobody today."""
    if not corrections:
        return NOTHING
    index = _Index(documents)
    missing = {name: why for one in corrections for name in one.names if (why := index.problem(name)) is not None}
    applied = tuple(one for one in corrections if sum(name not in missing for name in one.names) >= _LEAST[one.kind])
    for one in corrections:
        if one not in applied:
            problems = "; ".join(missing[name] for name in one.names if name in missing)
            logger.warning("correction never applied: %s: %s", one.words, problems)
    named: dict[Place, frozenset[str]] = {}
    for name in sorted({name for one in applied for name in one.names if name not in missing}):
        for place in index.places(name):
            named[place] = named.get(place, frozenset()) | {folded(name)}
    told = frozenset(one.to for one in applied if one.kind is CorrectionKind.NAME and _stands(one.to, documents))
    return Corrected(applied, named, told)


_LEAST = {kind: 2 if kind in (CorrectionKind.SAME, CorrectionKind.DIFFERENT) else 1 for kind in CorrectionKind}
"""How many of its names the sources must have for an entry to say something."""


class _Index:
    """The entities of some documents by their names."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._own: dict[str, dict[Place, None]] = {}
        self._other: dict[str, dict[Place, str]] = {}
        self._written: dict[str, str] = {}
        for document in documents:
            for entity in layers.entities(document.doc):
                place = (document.article.id, entity.id)
                self._written.setdefault(folded(entity.name), entity.name)
                self._own.setdefault(folded(entity.name), {})[place] = None
                for name in {folded(span.text) for span in entity.mentions if span.kb_id_ in NAMED}:
                    self._other.setdefault(name, {})[place] = entity.name

    def places(self, name: str) -> tuple[Place, ...]:
        """The entities that a name means."""
        return tuple(self._own.get(folded(name)) or self._other.get(folded(name), {}))

    def problem(self, name: str) -> str | None:
        """Why a name means nobody, None if it does mean somebody."""
        if folded(name) in self._own:
            return None
        owners = sorted(set(self._other.get(folded(name), {}).values()))
        if not owners:
            close = difflib.get_close_matches(folded(name), sorted(self._written), n=1, cutoff=0.8)
            return f'no source names "{name}"' + (f'; did you mean "{self._written[close[0]]}"?' if close else "")
        if len({folded(owner) for owner in owners}) > 1:
            return f'"{name}" is {" and ".join(owners)} here; name one of them'
        return None


def _stands(name: str, documents: Sequence[Document]) -> bool:
    """Whether a source has the name, as whole words."""
    words = r"\s+".join(map(re.escape, name.split()))
    return any(re.search(rf"(?<!\w){words}(?!\w)", document.article.text) for document in documents)
