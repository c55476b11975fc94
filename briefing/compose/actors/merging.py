"""Which entities of several documents are one actor, and why.

People are joined by the parts of their names, bodies and states by their names' keys, and all as the desk has
corrected. Everything is worked out from sorted values, so the order of the documents changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.compose.actors.body_merging import merge_bodies
from briefing.compose.actors.correcting import NOTHING, Corrected
from briefing.compose.actors.people_merging import merge_people
from briefing.compose.actors.units import Group, teams_of, units_of
from briefing.compose.documents import Document


def groups(documents: Sequence[Document], corrected: Corrected = NOTHING) -> list[Group]:
    """Every actor's units; entities known by their country's adjective only are left out."""
    teams, units = teams_of(units_of(documents, corrected), corrected)
    people = [unit for unit in units if unit.entity.type == "person" and unit.entity.named]
    bodies = [unit for unit in units if unit.entity.type != "person" and unit.entity.named and unit.is_named]
    unnamed = [Group([unit]) for unit in units if not unit.entity.named]
    of_people = [team for team in teams if team.units[0].entity.type == "person"]
    of_bodies = [team for team in teams if team.units[0].entity.type != "person"]
    return [
        *merge_people(people, of_people, corrected),
        *merge_bodies(bodies, of_bodies, corrected),
        *unnamed,
    ]
