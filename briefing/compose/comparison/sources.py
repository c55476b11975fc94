"""Told differently: whose words they are, and which office somebody holds.

* *Who said it*: the same words in quotation marks, given to two people; or responsibility claimed by two groups.
* *Office*: one person, at one body, with two offices of one rank ("energy minister", "transport minister"), or one
  office with and without "deputy"; or an officer with two grades. A shorter form of the same office is no difference,
  nor is a former one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.fuzz import ratio
from spacy.tokens import Span

from briefing.annotate import layers
from briefing.compose import wordlists
from briefing.compose.actors.gathering import ActorTable
from briefing.compose.comparison.frames import Cast, Frame
from briefing.compose.comparison.sides import Contrast, Told, independent
from briefing.compose.origins import Origins
from briefing.compose.statements import Statement

DEPARTED = frozenset({"minister", "secretary"})
"""Offices of which a cabinet has one for every department."""
GRADE = "grade"
"""Stands for the office of officers: of "Colonel" and "General" one is wrong, "General" may be a "Major General"."""
SAME_WORDS = 92.0
"""Likeness of two quotations from which they are one: a misprint or other spelling is allowed, another word is not."""
SAME_NAME = 80.0
"""Per cent of alike letters from which two surnames may be two spellings of one: Orlan, Orlann."""
FEWEST = 6
"""Words below which two people may say the same."""
LETTERS = re.compile(r"\w+")


class _Said(NamedTuple):
    """A direct quotation."""

    words: str
    actor: str
    name: str
    statement: Statement


class _Held(NamedTuple):
    """An office somebody holds."""

    actor: str
    office: str
    rank: frozenset[str]
    field: frozenset[str]
    body: str
    statement: Statement
    span: Span


def speaker_contrasts(
    found: Sequence[Statement], actors: ActorTable, cast: Cast, origins: Origins
) -> Iterator[Contrast]:
    """The same quotation given to two people."""
    said = [one for statement in found for one in _said(statement, actors, cast)]
    for one, other in combinations(said, 2):
        if one.actor == other.actor or not independent(one.statement, other.statement, origins):
            continue
        if ratio(_surname(one.name), _surname(other.name)) >= SAME_NAME:
            continue
        if ratio(one.words, other.words) >= SAME_WORDS:
            yield Contrast(
                "Who said it",
                "speaker",
                Told(one.actor, one.statement, one.statement.span, one.name),
                Told(other.actor, other.statement, other.statement.span, other.name),
            )


def _surname(name: str) -> str:
    """The last word of a name: two outlets may spell one person in two ways."""
    return name.casefold().split()[-1]


def responsibility_contrasts(found: Sequence[Frame], origins: Origins) -> Iterator[Contrast]:
    """One deed of which two have said that it was theirs, each as one origin has it."""
    claims = [one for one in found if one.lemma == "claim" and "responsibility" in one.objects and not one.negated]
    for one, other in combinations(claims, 2):
        named = [{key for key in frame.agents if key.startswith("@")} for frame in (one, other)]
        if all(named) and not named[0] & named[1] and independent(one.statement, other.statement, origins):
            yield Contrast("Who said it", "speaker", _claimed(one), _claimed(other))


def _claimed(frame: Frame) -> Told:
    subject = next(child for child in frame.trigger.children if child.dep_ == "nsubj")
    words = frame.trigger.doc[subject.left_edge.i : subject.right_edge.i + 1]
    return Told("+".join(sorted(frame.agents)), frame.statement, frame.statement.span, words.text)


def office_contrasts(found: Sequence[Statement], actors: ActorTable, origins: Origins) -> Iterator[Contrast]:
    """Two offices of one person that exclude each other."""
    held = [one for statement in found for one in _held(statement, actors)]
    for one, other in combinations(held, 2):
        if one.actor == other.actor and independent(one.statement, other.statement, origins) and _exclude(one, other):
            yield Contrast("Office", "office", _told(one), _told(other))


def _said(statement: Statement, actors: ActorTable, cast: Cast) -> Iterator[_Said]:
    for one in layers.attributions(statement.span.doc):
        inside = statement.span.start <= one.contents[0].start < statement.span.end
        if one.kind != "direct" or not one.entity or not inside:
            continue
        actor = actors.of(statement.evidence.article, one.entity)
        words = LETTERS.findall(" ".join(span.text for span in one.contents).casefold())
        if actor is not None and cast.is_person(actor.id) and len(words) >= FEWEST:
            yield _Said(" ".join(words), actor.id, actor.name, statement)


def _held(statement: Statement, actors: ActorTable) -> Iterator[_Held]:
    for role in layers.roles(statement.span.doc):
        if not (statement.span.start <= role.span.start < statement.span.end):
            continue
        actor = actors.of(statement.evidence.article, role.entity)
        lemmas = [token.lemma_.casefold() for token in role.span if token.is_alpha]
        offices = [lemma for lemma in lemmas if lemma in wordlists.words("offices")]
        if actor is not None and lemmas and set(lemmas) <= wordlists.words("grades"):
            yield _Held(actor.id, GRADE, frozenset(), frozenset(lemmas), "", statement, role.span)
            continue
        if (
            actor is None
            or len(offices) != 1
            or wordlists.words("past_roles") & set(lemmas)
            or _another_time(role.span)
        ):
            continue
        rank = frozenset(lemmas) & wordlists.words("ranks")
        body = {token.lemma_.casefold() for token in role.span if token.ent_type_ in {"GPE", "NORP"}}
        rest = {token.lemma_.casefold() for token in role.span if token.pos_ in {"NOUN", "PROPN", "ADJ"}}
        area = frozenset(rest - body - rank - {offices[0]} - FILLING)
        yield _Held(actor.id, offices[0], rank, area, role.affiliation or "", statement, role.span)


FILLING = wordlists.words("filling")


def _another_time(span: Span) -> bool:
    """True for "then the energy minister" and "the former minister"."""
    near = span.doc[max(span.start - 3, 0) : span.start]
    return any(token.lower_ in wordlists.words("past_roles") for token in near)


def _exclude(one: _Held, other: _Held) -> bool:
    """True if the two cannot be one office told longer or shorter."""
    if one.office != other.office:
        return False
    if one.office in DEPARTED | {GRADE} and one.field and other.field and not (one.field & other.field):
        return True
    return bool(one.field and one.field == other.field and one.rank != other.rank and not (one.rank and other.rank))


def _told(one: _Held) -> Told:
    value = " ".join(sorted(one.rank | one.field | {one.office}))
    return Told(value, one.statement, one.span, one.span.text)
