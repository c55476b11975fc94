"""Told differently: an actor that confirms a matter by one account and denies it by another.

A stance is what an actor says of a matter: it denies ("denied that it was in talks"), or it affirms, by a verb of
affirming or by telling the matter in its own name ("is in talks, its chief executive said"). Both may come on
different days: that somebody has changed sides is not for the brief to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.compose import wordlists
from briefing.compose.actors.gathering import ActorTable
from briefing.compose.comparison.frames import Cast
from briefing.compose.comparison.sides import Contrast, Told, independent
from briefing.compose.doubts import is_negated
from briefing.compose.origins import Origins
from briefing.compose.similarity import Weights
from briefing.compose.statements import Statement, content_lemma

ALIKE = 0.4
"""Overlap of two matters from which they are one."""
SHARED = 2
"""Words that two matters must share: one name is no matter."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = frozenset({"ccomp", "xcomp", "dobj", "acl"})


class Stance(NamedTuple):
    """What an actor says of a matter."""

    denies: bool
    holders: frozenset[str]
    """Ids of the actors, and of the countries they stand for; descriptions where nobody is named."""
    matter: frozenset[str]
    """Features of what is affirmed or denied."""
    statement: Statement
    words: str
    """The words that say so."""


def stance_contrasts(
    found: Sequence[Statement], weights: Weights, actors: ActorTable, cast: Cast, origins: Origins
) -> Iterator[Contrast]:
    """Pairs of a denial and an affirmation of one matter by one actor."""
    denials = [stance for one in found for stance in _denials(one, cast)]
    if not denials:
        return
    stances = [*denials, *(stance for one in found for stance in _affirmations(one, actors, cast))]
    for one, other in combinations(stances, 2):
        if one.denies == other.denies or not one.holders & other.holders:
            continue
        words = [feature for feature in one.matter & other.matter if not feature.startswith("@")]
        if len(words) < SHARED or not independent(one.statement, other.statement, origins):
            continue
        if weights.overlap(one.matter, other.matter) >= ALIKE:
            yield Contrast("Confirmed", "yes-no", _told(one), _told(other))


def _denials(statement: Statement, cast: Cast) -> Iterator[Stance]:
    """What the statement says is denied."""
    doubt = statement.doubt
    if doubt is None or doubt.kind != "denied" or doubt.apposed or doubt.token is None:
        return
    stance = _stance(doubt.token, statement, cast, denies=True)
    if stance is not None:
        yield stance


def _affirmations(statement: Statement, actors: ActorTable, cast: Cast) -> Iterator[Stance]:
    """What is affirmed by a verb of affirming, or told by an actor in its own name."""
    for token in statement.span:
        if token.pos_ == "VERB" and token.lemma_.casefold() in wordlists.words("affirming") and not is_negated(token):
            stance = _stance(token, statement, cast, denies=False)
            if stance is not None:
                yield stance
    for one in layers.attributions(statement.span.doc):
        actor = actors.of(statement.evidence.article, one.entity) if one.entity else None
        content = one.contents[0]
        inside = statement.span.start <= content.start < statement.span.end
        if actor is None or one.kind == "direct" or not inside or statement.doubt is not None:
            continue
        if (one.cue is not None and one.cue.root.lemma_.casefold() in _CUES) or is_negated(content.root):
            continue
        holders = cast.voice(actor.id)
        yield Stance(False, holders, _features(content, statement, holders), statement, content.text)


_CUES = wordlists.words("denying") | wordlists.words("affirming")


def _stance(verb: Token, statement: Statement, cast: Cast, *, denies: bool) -> Stance | None:
    """The stance that a verb tells; None where it has no subject or no clause."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    clauses = [child for child in verb.children if child.dep_ in CLAUSES]
    if not subjects or not clauses:
        return None
    inner = clauses[0]
    span = verb.doc[inner.left_edge.i : inner.right_edge.i + 1]
    subject = verb.doc[subjects[0].left_edge.i : subjects[0].right_edge.i + 1]
    actor = statement.mentions.get(subjects[0].i)
    described = {_described(subject, subjects[0])} if subjects[0].pos_ != "PRON" else set()
    holders = (cast.voice(actor) if actor else frozenset()) | described
    flipped = inner.dep_ == "ccomp" and is_negated(inner)
    words = verb.doc[verb.i : span.end].text
    return Stance(denies != flipped, holders, _features(span, statement, holders), statement, words)


def _described(phrase: Span, head: Token) -> str:
    """A body as two articles may describe it: its noun with what describes it, and the name of whose it is."""
    own = [token.lower_ for token in head.lefts if token.dep_ in {"amod", "compound"}]
    owners = [token.lower_ for token in phrase if token.pos_ == "PROPN" and token.head != head.head and token != head]
    return " ".join([*own, head.lower_, "of", *sorted(owners)])


def _features(span: Span, statement: Statement, holders: frozenset[str]) -> frozenset[str]:
    """What a matter is compared by: its lemmas and actors, without who holds the stance."""
    found = {
        f"@{actor}" if (actor := statement.mentions.get(token.i)) else content_lemma(token)
        for token in span
        if statement.mentions.get(token.i) not in holders
    }
    return frozenset(feature for feature in found if feature is not None)


def _told(stance: Stance) -> Told:
    value = "denied" if stance.denies else "affirmed"
    return Told(value, stance.statement, stance.statement.span, stance.words)
