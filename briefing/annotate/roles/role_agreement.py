"""Whether a description can stand for the holder of an office: "the foreign minister" is never the prime minister."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Span, Token

from briefing.annotate import lexicon
from briefing.annotate.roles import role_phrases

_RANKS = lexicon.word_set("ranks")
_PARTIES = lexicon.word_set("parties")
_SHORT = {"sen": "senator", "sen.": "senator", "gov": "governor", "gov.": "governor"}
_STEM = 5
"""Letters that a name shares with the word for its people."""


class Office(NamedTuple):
    """What a role or a description says somebody is."""

    nouns: frozenset[str]
    words: frozenset[str]
    """Words of field and rank in lower case, one spelling each."""
    places: frozenset[str]
    """Names in it that are no title, in lower case: whose office it is."""
    country: str | None
    past: bool = False
    """Held once, not now ("former minister", "then the minister")."""
    joined: bool = False
    """Two offices in one phrase ("deputy leader and finance minister")."""

    @property
    def ranks(self) -> frozenset[str]:
        """Words that make another office of the noun ("prime", "deputy")."""
        return (self.words & _RANKS) - self.nouns


def held_as(role: Span) -> Office:
    """The office that a role phrase names."""
    words = frozenset(_plain(token.lower_) for token in role)
    joined = any(token.lower_ in ("and", "&") for token in role)
    nouns = frozenset(map(_plain, role_phrases.heads(role)))
    return Office(nouns, words, _places(role), role_phrases.country_in(role), _is_past(role), joined)


def described_as(head: Token) -> Office:
    """The office that a description with this head asks for, without adjectives that name none ("the old minister")."""
    start = min((child.left_edge.i for child in head.lefts if child.dep_ != "relcl"), default=head.i)
    phrase = head.doc[max(start, head.sent.start) : head.i + 1]
    words = frozenset(
        _plain(token.lower_) for token in phrase[:-1] if token.lower_ in _fields() or token.lower_ in _RANKS
    )
    return Office(frozenset((head.lower_,)), words, _places(phrase), role_phrases.country_in(phrase), _is_past(phrase))


def agrees(wanted: Office, held: Office) -> bool:
    """The office has the noun, the field and the rank that the description asks for, and belongs to nobody else."""
    ranked = wanted.ranks <= held.ranks if held.joined else wanted.ranks == held.ranks
    fits = ranked and wanted.words <= held.words and wanted.past >= held.past
    return fits and not wanted.nouns.isdisjoint(held.nouns) and _one_owner(wanted, held)


def may_hold(wanted: Office, held: Sequence[Office]) -> bool:
    """Nothing known speaks against the description: not another field, rank or country, and not another post.

    A field or rank ("the foreign minister") must be known of somebody; the rest may be news ("the Arbek mayor").
    """
    same = [one for one in held if not wanted.nouns.isdisjoint(one.nouns)]
    if same or wanted.words:
        return any(agrees(wanted, one) for one in same)
    return wanted.nouns.isdisjoint(posts()) or all(one.nouns.isdisjoint(posts()) for one in held)


@cache
def posts() -> frozenset[str]:
    """The nouns for posts that are held in a body."""
    return frozenset(word for word, kind in lexicon.column("role_words.tsv", 2).items() if kind == "office")


def _is_past(phrase: Span) -> bool:
    return any(token.lower_ in ("former", "then", "ex", "ex-", "formerly", "late") for token in phrase)


def _one_owner(one: Office, other: Office) -> bool:
    """The same country, the same names as far as both have some ("Alvanian" and "Alvania" are the same)."""
    if one.country is not None and other.country is not None:
        return one.country == other.country
    if not one.places or not other.places or one.country is not None or other.country is not None:
        return True
    return any(first[:_STEM] == second[:_STEM] for first in one.places for second in other.places)


def _places(phrase: Span) -> frozenset[str]:
    """The words of names in a phrase: capitalised, and no part of a title."""
    return frozenset(
        token.lower_
        for token in phrase
        if token.text[0].isupper()
        and token.tag_ != "DT"
        and token.lower_ not in _fields()
        and token.lower_ not in _RANKS | _PARTIES
        and not role_phrases.is_role_word(token)
    )


def _fields() -> frozenset[str]:
    return lexicon.words("portfolios.txt")


def _plain(word: str) -> str:
    """A small-lettered word in full and in one spelling."""
    return lexicon.american(_SHORT.get(word, word))
