"""Pronouns linked to the people they stand for, where that is safe."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from briefing.annotate.entity_drafts import Draft

GENDERS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_REACH = 3


def link_pronouns(doc: Doc, drafts: Sequence[Draft]) -> None:
    """Add he, she and their forms to the drafts of people, in text order; a doubtful one is left alone."""
    number = {token.i: index for index, sent in enumerate(doc.sents) for token in sent}
    people = [draft for draft in drafts if draft.type == "person"]
    for token in doc:
        gender = GENDERS.get(token.lower_)
        if gender is not None:
            best = _antecedent(token, gender, people, number)
            if best is not None:
                best.gender = best.gender or gender
                best.add(doc[token.i : token.i + 1], "pronoun")


def _antecedent(token: Token, gender: str, people: list[Draft], number: dict[int, int]) -> Draft | None:
    ranked = []
    for draft in people:
        if draft.gender and draft.gender != gender:
            continue
        best = max((_fit(token, span.root, number) for span, _ in draft.mentions), default=0.0)
        if best > 0:
            ranked.append((best, draft.start, draft))
    ranked.sort(key=lambda item: (-item[0], item[1]))
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][2]


def _fit(token: Token, head: Token, number: dict[int, int]) -> float:
    """How well a mention serves as antecedent: near, before, a subject; 0 if it cannot."""
    distance = number[token.i] - number[head.i]
    if head.i >= token.i or distance > _REACH:
        return 0.0
    if distance == 0 and _same_clause_object(token, head):
        return 0.0
    score = 1.0 / (1 + distance)
    score += 0.5 if head.dep_ in _SUBJECTS else 0.0
    return score + 0.001 * head.i / max(token.i, 1)


def _same_clause_object(token: Token, head: Token) -> bool:
    """ "Ann met her": an object is never the subject of its own verb."""
    return token.dep_ in ("dobj", "iobj") and token.head is head.head and not token.lower_.endswith("self")
