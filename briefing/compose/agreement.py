"""Agreement: whether two statements that share words state one thing.

Sentences on one topic share names, places and background ("the $700 billion rescue of Wall Street") without stating
the same. Read over joined sentences of 220 sets of news articles: of those that share no deed and fewer than three
words besides names about half state two things, of those with a question or a headline without a verb nearly all.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from briefing.compose.amounts import at_odds
from briefing.compose.respects import meaning
from briefing.compose.statements import Statement, content_lemma, predicates

SAME_WORDS = 0.5
"""Overlap from which two statements are one in nearly the same words, whatever their verbs."""
CENTRAL = 2
"""Words of predicate, subject and object that two statements share if they are about one thing."""
BESIDES = 3
"""Words besides names that two statements without a deed in common must share."""
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def agree(one: Statement, other: Statement, similarity: float) -> bool:
    """True if both state one thing: the same deed, much the same words, or enough besides the names.

    Never what different actors do, nor two numbers of one thing.
    """
    if not (_asserts(one.span) and _asserts(other.span)) or _of_others(one, other):
        return False
    return (similarity >= SAME_WORDS or _tell_alike(one, other)) and not at_odds(one, other)


def _asserts(span: Span) -> bool:
    """True for a sentence with a finite verb that asks nothing; questions, captions and stamps state nothing."""
    asks = any(token.text == "?" for token in span[-2:])
    return not asks and any(token.tag_ in FINITE for token in span)


def _of_others(one: Statement, other: Statement) -> bool:
    """True if what is done is done by other actors: "the peso fell" is not "the dollar fell"."""
    mine, theirs = set(_doers(one)), set(_doers(other))
    return bool(mine and theirs and not mine & theirs)


def _doers(statement: Statement) -> Iterator[str]:
    """The actors that are subjects of what is done, not of "said"."""
    for verb in predicates(statement.span):
        if content_lemma(verb) is not None:
            named = (statement.mentions.get(token.i) for token in _subjects(verb))
            yield from (actor for actor in named if actor)


def _subjects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            yield child


def _tell_alike(one: Statement, other: Statement) -> bool:
    """True if one deed is told, or the deed of one is a thing of the other with enough besides names."""
    if {meaning(deed) for deed in one.deeds} & {meaning(deed) for deed in other.deeds}:
        return True
    central = one.deeds & other.heads or other.deeds & one.heads or len(one.centre & other.centre) >= CENTRAL
    return bool(central) and len(_plain(one) & _plain(other)) >= BESIDES


def _plain(statement: Statement) -> frozenset[str]:
    """Its content words and numbers but for names."""
    lemmas = (content_lemma(token) for token in statement.span if token.pos_ != "PROPN")
    return frozenset(lemma for lemma in lemmas if lemma is not None)
