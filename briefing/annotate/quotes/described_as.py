"""What somebody or something is called: «described the ruling as "a disgrace"», «called the ruling "a disgrace"»."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.annotate.quotes.scene import Scene

DESCRIBING = ("describe", "characterize", "characterise", "portray")
"""Verbs whose "as" is reported without marks as well: «described it as a friendly country»."""


def borders(scene: Scene, cue: Token, frames: str) -> tuple[int, int] | None:
    """The object and what it is called: «described the ruling as "a disgrace"», «called the ruling "a disgrace"»."""
    if not set(frames) & set("ap"):
        return None
    first = next((child for child in cue.rights if child.dep_ in ("dobj", "nsubj", "ccomp", "oprd")), None)
    if first is None or any(child.dep_ == "auxpass" for child in cue.lefts):
        return None
    start = first.left_edge.i
    stop = max(child.right_edge.i for child in cue.rights if child.dep_ != "punct") + 1
    end = _marked_end(scene, start, stop)
    if end is not None:
        has_as = any(token.lower_ == "as" for token in scene.doc[start:end] if token.i not in scene.quoted)
        return (start, end) if has_as or "p" in frames else None
    role = next((child for child in cue.rights if child.dep_ == "prep" and child.lower_ == "as"), None)
    if role is None or "a" not in frames or cue.lemma_ not in DESCRIBING:
        return None
    return start, _phrase_end(role)


def _marked_end(scene: Scene, start: int, stop: int) -> int | None:
    """Where the first marked words between ``start`` and ``stop`` end, and those joined to them by "and" or a comma."""
    end: int | None = None
    for one in scene.marked:
        if end is None and start <= one.start < stop:
            end = one.end
        elif end is not None and 0 < one.start - end <= 3:
            joined = all(token.pos_ in ("CCONJ", "PUNCT", "SPACE", "DET") for token in scene.doc[end : one.start])
            end = one.end if joined else end
    return end


def _phrase_end(role: Token) -> int:
    """The end of «as a friend of the town», without clauses that follow."""
    end = role.i + 1
    for token in role.subtree:
        if token.i > role.i and token.dep_ in ("advcl", "relcl", "cc", "punct", "ccomp"):
            break
        end = max(end, token.i + 1)
    return end
