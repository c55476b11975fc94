"""Told differently: where. The same deed of the same actor in or for other places.

* *Goals*: one country against that country and a second one ("to North Korea", "to North Korea and Vietnam").
* *Scenes*: two towns, or two countries, after "in", "at" or "near" for one deed. A region is never compared, because
  the town that another source names may lie in it; nor are two towns of which one article names both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from spacy.tokens import Span, Token

from briefing.annotate import layers, lexicon
from briefing.compose import wordlists
from briefing.compose.comparison.amounts import at_odds
from briefing.compose.comparison.frames import Cast, Frame, arguments, same_roles, stretch
from briefing.compose.comparison.scenes import is_place, scene
from briefing.compose.comparison.sides import Contrast, Told, independent
from briefing.compose.origins import Origins
from briefing.compose.similarity import Weights

ALIKE = 0.3
"""Overlap from which two statements tell one deed, so that two towns for it differ and are not two deeds."""
GOALS = frozenset({"to", "in", "for", "into"})
SCENES = frozenset({"in", "at", "near", "outside"})
NO_TOWNS = frozenset({"LOC", "FAC", "ORG", "NORP"})


class Placed(NamedTuple):
    """A deed with the places of one of its slots."""

    frame: Frame
    slot: str
    """``goal`` or ``scene``."""
    places: dict[str, Token]
    """What identifies a place, and the word that names it."""
    level: str
    """``country`` or ``town``."""


def place_contrasts(found: Sequence[Frame], weights: Weights, cast: Cast, origins: Origins) -> Iterator[Contrast]:
    """Pairs of frames of one deed whose places are not the same."""
    placed = [one for frame in found if not frame.conditional for one in (*_goals(frame, cast), *_scenes(frame, cast))]
    for one, other in combinations(placed, 2):
        if (one.slot, one.level) != (other.slot, other.level) or set(one.places) == set(other.places):
            continue
        if one.frame.lemma != other.frame.lemma or one.frame.negated != other.frame.negated:
            continue
        if one.frame.ahead != other.frame.ahead:
            continue
        if not independent(one.frame.statement, other.frame.statement, origins):
            continue
        if _one_more(one, other) if one.slot == "goal" else _elsewhere(one, other, weights, cast):
            yield Contrast("Where", "place", _told(one), _told(other))


def _one_more(one: Placed, other: Placed) -> bool:
    """True if one names a goal that the other has, and a further one."""
    return bool(set(one.places) & set(other.places) and one.frame.agents & other.frame.agents)


def _elsewhere(one: Placed, other: Placed, weights: Weights, cast: Cast) -> bool:
    """True if one deed is set in two places of which neither can lie in the other, as far as the articles tell."""
    if set(one.places) & set(other.places):
        return False
    apart = {f"@{key}" for placed in (one, other) for key in placed.places} | set(one.places) | set(other.places)
    if not same_roles(one.frame, other.frame, apart):
        return False
    first, second = one.frame.statement, other.frame.statement
    if weights.similarity(first, second) < ALIKE or _names(one, other) or _names(other, one):
        return False
    return not scene(first, cast).but_for_places(scene(second, cast)) and not at_odds(first, second)


def _names(one: Placed, other: Placed) -> bool:
    """True if the article of one names a place of the other."""
    text = one.frame.trigger.doc.text.casefold()
    return any(token.text.casefold() in text for token in other.places.values())


def _goals(frame: Frame, cast: Cast) -> Iterator[Placed]:
    """The countries that are the goal of a verb."""
    found: dict[str, Token] = {}
    for token in arguments(frame.trigger):
        actor = frame.statement.mentions.get(token.i)
        country = cast.country(actor) if actor else None
        if country and _preposition(token, frame.trigger) in GOALS | {""}:
            found[country] = token
    if found:
        yield Placed(frame, "goal", found, "country")


def _scenes(frame: Frame, cast: Cast) -> Iterator[Placed]:
    """The one town, or the one country, that a verb is set in."""
    objects = [child for child in frame.trigger.children if child.dep_ in {"dobj", "nsubjpass"}]
    found = [
        token for verb in (frame.trigger, *objects) for token in arguments(verb) if _preposition(token, verb) in SCENES
    ]
    for token in found[:1] if len(found) == 1 else ():
        mention = _mention(token)
        actor = frame.statement.mentions.get(token.i)
        country = cast.country(actor) if actor else None
        if mention is None or not is_place(mention) or mention.kb_id_ != "name":
            continue
        if country:
            yield Placed(frame, "scene", {country: token}, "country")
        elif _is_town(mention):
            yield Placed(frame, "scene", {actor or cast.named(mention.text): token}, "town")


def _is_town(mention: Span) -> bool:
    """True for a name that is not known to be a region, a landscape or a building."""
    words = mention.text.casefold()
    if words in _regions() or mention.root.ent_type_ in NO_TOWNS or mention.root.dep_ != "pobj":
        return False
    place_words = lexicon.words("place_words.txt") | wordlists.words("wide")
    return not any(word in place_words for word in words.split())


def _regions() -> frozenset[str]:
    return frozenset(name.casefold() for row in lexicon.rows("regions.tsv") for name in row) | frozenset(
        name.casefold() for name in wordlists.words("regions", phrases=True)
    )


def _mention(token: Token) -> Span | None:
    return next((one for one in layers.spans(token.doc, layers.MENTIONS) if one.start <= token.i < one.end), None)


def _preposition(token: Token, trigger: Token) -> str | None:
    """The preposition between a verb and its argument, empty for an object; None for any other tie."""
    head = token
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ == "dobj":
        return ""
    return head.head.lower_ if head.dep_ == "pobj" and head.head.head == trigger else None


def _told(placed: Placed) -> Told:
    last = max(placed.places.values(), key=lambda token: token.i)
    words = stretch(placed.frame.trigger, last.doc[last.i : last.i + 1])
    first = min(placed.places.values(), key=lambda token: token.i)
    named = last.doc[min(first.i, (_mention(first) or last.doc[first.i : first.i + 1]).start) : last.i + 1]
    return Told("+".join(sorted(placed.places)), placed.frame.statement, words, named.text)
