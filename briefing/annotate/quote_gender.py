"""Whether the gender of a person is known from what others say, which may be said of somebody else."""

from __future__ import annotations

from briefing.annotate import lexicon
from briefing.annotate.layers import Entity
from briefing.annotate.quote_scene import Scene


def is_told_in_marks(scene: Scene, entity: Entity) -> bool:
    """Nothing but a "he" or "she" between marks tells the gender: no title, no given name, no pronoun outside."""
    if entity.type != "person" or not entity.gender:
        return False
    pronouns = [one for one in entity.mentions if one.kb_id_ == "pronoun"]
    if not pronouns or any(one.start not in scene.quoted for one in pronouns):
        return False
    given = lexicon.column("given_names.tsv", 1).get(entity.name.split()[0])
    return given not in ("f", "m") and not any(_has_title(scene, one.start) for one in entity.mentions)


def _has_title(scene: Scene, start: int) -> bool:
    """A word that tells a gender ("Mr") stands before the mention or opens it."""
    titles = lexicon.column("honorifics.tsv", 1)
    return any(titles.get(token.text) in ("f", "m") for token in scene.doc[max(start - 1, 0) : start + 1])
