"""Whether the gender of a person is known from pronouns alone that may stand for somebody else."""

from __future__ import annotations

from briefing.annotate import lexicon
from briefing.annotate.layers import Entity
from briefing.annotate.quotes.scene import Scene

ENOUGH = 2
"""Pronouns outside marks that tell a gender: one alone may be linked to the wrong person."""


def is_doubtful(scene: Scene, entity: Entity) -> bool:
    """Nothing but a "he" or "she" between marks, or a single one outside, tells the gender: no title, no given name."""
    if entity.type != "person" or not entity.gender:
        return False
    pronouns = [one for one in entity.mentions if one.kb_id_ == "pronoun"]
    if not pronouns or sum(one.start not in scene.quoted for one in pronouns) >= ENOUGH:
        return False
    given = lexicon.column("given_names.tsv", 1).get(entity.name.split()[0])
    return given not in ("f", "m") and not any(_has_title(scene, one.start) for one in entity.mentions)


def _has_title(scene: Scene, start: int) -> bool:
    """A word that tells a gender ("Mr") stands before the mention or opens it."""
    titles = lexicon.column("honorifics.tsv", 1)
    return any(titles.get(token.text) in ("f", "m") for token in scene.doc[max(start - 1, 0) : start + 1])
