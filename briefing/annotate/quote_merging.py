"""One list of attributions out of marked stretches and reported clauses: mixed where a clause holds marks."""

from __future__ import annotations

from briefing.annotate.quote_scene import Found, Scene

WEAK = ("around", "subject", "none", "last")


def merge(scene: Scene, direct: list[Found], indirect: list[Found]) -> list[Found]:
    """Every attribution once, in the order of its first content."""
    kept: list[Found] = []
    swallowed: set[tuple[int, int]] = set()
    for one in sorted(indirect, key=lambda found: (found.contents[0][0], -found.contents[0][1])):
        clause = _fitted(scene, one, direct)
        if clause is None:
            continue
        kept.append(clause[0])
        swallowed.update(clause[1])
    for one in direct:
        contents = tuple(content for content in one.contents if content not in swallowed)
        if contents:
            kept.append(one._replace(contents=contents))
    return sorted(kept, key=lambda found: (found.contents[0], found.kind))


def _fitted(scene: Scene, clause: Found, direct: list[Found]) -> tuple[Found, list[tuple[int, int]]] | None:
    """The clause as it is shown and the stretches it takes in; None where the marks say it all."""
    start, end = clause.contents[0]
    inside = [i for i in range(start, end) if i in scene.quoted]
    if not inside:
        return clause, []
    taken: list[tuple[int, int]] = []
    for found in direct:
        for low, high in found.contents:
            if high <= start or low >= end:
                continue
            own = found.rule in WEAK or found.cue == clause.cue
            if low < start or high > end or not own:
                return None
            taken.append((low, high))
    if len(inside) == end - start:
        return None
    return clause._replace(kind="mixed"), taken
