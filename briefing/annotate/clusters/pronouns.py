"""Pronouns linked to the people they stand for, where that is safe.

He, she and their forms look back over four sentences for people of their gender; subjects and near mentions come
first, people known by a noun only compete ("a policeman ... he") and win without being linked. A pronoun in an opening
phrase may look ahead ("Answering his critics, Aal said").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from briefing.annotate.clusters.entity_drafts import Draft

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
_SPEECH = frozenset(("say", "tell", "add", "write", "explain", "note"))


class _Choice(NamedTuple):
    score: float
    head: int
    draft: Draft | None
    """None for a person known by a noun only."""


class _Scene(NamedTuple):
    """Who may be meant in a document."""

    people: Sequence[Draft]
    nouns: Sequence[tuple[Token, str]]
    """People known by a noun only, with the gender that the noun tells."""
    starts: Sequence[int]
    """First tokens of the sentences."""
    quoted: frozenset[int]


def link_pronouns(doc: Doc, words: Sequence[str], drafts: Sequence[Draft], nouns: Sequence[tuple[Token, str]]) -> None:
    """Add he, she and their forms to the drafts of people, in text order; a doubtful one is left alone.

    ``words`` are the tokens in lower case, ``nouns`` people known by a noun only, with the gender the noun tells.
    """
    if GENDERS.keys().isdisjoint(words):
        return
    scene = _Scene(
        [draft for draft in drafts if draft.type == "person"],
        nouns,
        [sent.start for sent in doc.sents],
        _quoted(words),
    )
    told = [(doc[index], GENDERS[word]) for index, word in enumerate(words) if word in GENDERS]
    if len({gender for _, gender in told}) > 1:
        _settle_genders(told, scene)
    for token, gender in told:
        best = _ahead(token, gender, scene.people) or _back(token, gender, scene)
        if best is not None:
            best.gender = best.gender or gender
            best.add(doc[token.i : token.i + 1], "pronoun")


def _settle_genders(told: Sequence[tuple[Token, str]], scene: _Scene) -> None:
    """Give those for whom both "he" and "she" may stand the gender of most such words, so that one does not decide."""
    unknown = [draft for draft in scene.people if not draft.gender]
    votes = {id(draft): {"m": 0, "f": 0} for draft in unknown}
    for token, gender in told if unknown else ():
        best = _ahead(token, gender, scene.people) or _back(token, gender, scene)
        if best is not None and not best.gender:
            votes[id(best)][gender] += 1
    for draft in unknown:
        men, women = votes[id(draft)]["m"], votes[id(draft)]["f"]
        if men and women and men != women:
            draft.gender = "m" if men > women else "f"


def _quoted(words: Sequence[str]) -> frozenset[int]:
    """Tokens between quotation marks of one paragraph."""
    inside, found = False, set()
    for index, word in enumerate(words):
        if "\n" in word:
            inside = False
        elif word in ("“", "”", '"'):
            inside = word == "“" or (word == '"' and not inside)
        elif inside:
            found.add(index)
    return frozenset(found)


def _ahead(token: Token, gender: str, people: Sequence[Draft]) -> Draft | None:
    """The subject that an opening phrase belongs to, where that is a person named there."""
    root = token.sent.root
    subject = next((child for child in root.children if child.dep_ in _SUBJECTS), None)
    if subject is None or token.i >= subject.left_edge.i or token.tag_ not in ("PRP$", "PRP"):
        return None
    opening = next((one for one in token.ancestors if one.head == root and one.dep_ in ("advcl", "prep")), None)
    if opening is None:
        return None
    for draft in people:
        if draft.gender in ("", gender) and any(
            span.start <= subject.i < span.end for span, form in draft.mentions if form == "name"
        ):
            return draft
    return None


def _back(token: Token, gender: str, scene: _Scene) -> Draft | None:
    people, nouns, starts, quoted = scene
    first = starts[max(bisect_right(starts, token.i) - 1 - _REACH, 0)]
    ranked = [
        _Choice(score + (0.2 if told == gender else 0.0), noun.i, None)
        for noun, told in nouns
        if first <= noun.i < token.i and told in ("", gender) and (score := _fit(token, noun, starts, quoted)) > 0
    ]
    for draft in people:
        if draft.gender in ("", gender):
            near = [span.root for span, _ in draft.mentions if span.end > first and span.start < token.i]
            fits = [(_fit(token, head, starts, quoted), head.i) for head in near]
            score, head = max(fits, default=(0.0, 0))
            if score > 0:
                ranked.append(_Choice(score + (0.2 if draft.gender else 0.0), head, draft))
    ranked.sort(key=lambda choice: (-choice.score, -choice.head))
    return ranked[0].draft if ranked else None


def _fit(token: Token, head: Token, starts: Sequence[int], quoted: frozenset[int]) -> float:
    """How well a mention serves as antecedent: near, before, a subject; 0 if it cannot."""
    distance = bisect_right(starts, token.i) - bisect_right(starts, head.i)
    if head.i >= token.i or distance > _REACH:
        return 0.0
    if distance == 0 and _cannot_be(token, head):
        return 0.0
    if (
        token.i in quoted
        and head.i not in quoted
        and distance <= 1
        and head.dep_ == "nsubj"
        and head.head.lemma_ in _SPEECH
    ):
        return 0.0
    score = 1.0 / (1 + distance)
    outside = head.i in quoted and token.i not in quoted and _is_said_by_named(head)
    score += 0.5 if head.dep_ in _SUBJECTS and not outside else 0.0
    return score + 0.001 * head.i / max(token.i, 1)


def _is_said_by_named(head: Token) -> bool:
    """Whether the word stands in what the named subject of its sentence says, and is less likely meant afterwards."""
    verb = next((one for one in head.ancestors if one.lemma_ in _SPEECH), None)
    return verb is not None and any(one.dep_ == "nsubj" and one.pos_ == "PROPN" for one in verb.children)


def _cannot_be(token: Token, head: Token) -> bool:
    """An object is never the subject of its own verb ("Ann met her")."""
    if token.lower_.endswith("self") or token.dep_ not in ("dobj", "iobj", "dative", "pobj"):
        return False
    verb = token.head if token.dep_ != "pobj" else token.head.head
    return head.dep_ in _SUBJECTS and head.head == verb
