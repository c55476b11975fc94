"""One list of attributions out of marked stretches and reported clauses: mixed where a clause holds marks."""

from __future__ import annotations

from briefing.annotate.quotes import said_tags
from briefing.annotate.quotes.scene import Found, Scene

WEAK = ("around", "subject", "none", "last")
LONG = 6
"""Tokens, marks included, from which quoted words are kept apart from the clause round them."""
WHOLE = 0.8
"""Share of quoted words from which a clause and its quoted words are one."""


def merge(scene: Scene, direct: list[Found], indirect: list[Found]) -> list[Found]:
    """Every attribution once, in the order of its first content."""
    kept: list[Found] = []
    swallowed: set[tuple[int, int]] = set()
    tags = {one.cue for one in direct if one.rule in ("after", "before")}
    for one in _placed(scene, indirect):
        if one.cue in tags and one.rule == "tag":
            continue
        fitted = _fitted(scene, one, direct) or _unmarked(scene, one)
        if fitted is not None:
            kept.append(fitted[0])
            swallowed.update(fitted[1])
    for one in direct:
        contents = tuple(content for content in one.contents if content not in swallowed)
        if contents:
            kept.append(one._replace(contents=contents))
    return sorted(kept, key=lambda found: (found.contents[0], found.kind))


def _placed(scene: Scene, indirect: list[Found]) -> list[Found]:
    """The clauses in order; a participle inside another report speaks for that report's source, or not at all."""
    placed = []
    for one in sorted(indirect, key=lambda found: (found.contents[0][0], -found.contents[0][1])):
        outer = _outer(scene, one, indirect)
        if outer is None:
            placed.append(one)
        elif any(i in scene.quoted for start, end in one.contents for i in range(start, end)):
            placed.append(one._replace(source=outer.source))
    return placed


def _outer(scene: Scene, one: Found, indirect: list[Found]) -> Found | None:
    """The report that holds the cue of ``one``, if that cue is a participle without a subject of its own."""
    if one.cue is None or one.source is None:
        return None
    cue = scene.doc[one.cue[0]]
    if cue.tag_ != "VBG" or any(child.dep_ == "nsubj" for child in cue.children):
        return None
    return next(
        (
            other
            for other in indirect
            if other is not one and any(start <= cue.i < end for start, end in other.contents) and other.cue != one.cue
        ),
        None,
    )


def _fitted(scene: Scene, clause: Found, direct: list[Found]) -> tuple[Found, list[tuple[int, int]]] | None:
    """The clause as it is shown and the stretches it takes in; None where the marks say it all."""
    words = {i for start, end in clause.contents for i in range(start, end)}
    inside = words & scene.quoted
    if not inside:
        return clause, []
    taken: list[tuple[int, int]] = []
    for found in direct:
        for content in found.contents:
            touched = words & set(range(*content))
            if not touched:
                continue
            own = found.rule in WEAK or found.cue == clause.cue
            if len(touched) < content[1] - content[0] or not own:
                return None
            taken.append(content)
    if len(inside) == len(words) or _speaks_for_itself(taken, words):
        return None
    return clause._replace(kind="mixed"), taken


def _unmarked(scene: Scene, clause: Found) -> tuple[Found, list[tuple[int, int]]] | None:
    """The part of a report in two that holds no marks: «Costs had doubled, Ondal said, because "nobody cared"»."""
    plain = tuple(
        one for one in clause.contents if scene.quoted.isdisjoint(range(*one)) and said_tags.is_statement(scene, one)
    )
    return (clause._replace(contents=plain), []) if 0 < len(plain) < len(clause.contents) else None


def _speaks_for_itself(taken: list[tuple[int, int]], words: set[int]) -> bool:
    """The quoted words are long enough to be shown alone, and the clause round them adds much of its own."""
    longest = max((end - start for start, end in taken), default=0)
    return longest >= LONG and sum(end - start for start, end in taken) < WHOLE * len(words)
