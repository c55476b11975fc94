"""Agreement: whether two statements that share words state one thing.

Sentences on one topic share names, places and background ("the $700 billion rescue of Wall Street") without stating
the same. Read over joined sentences of 220 sets of news articles: of those that share no deed and fewer than three
words besides names about half state two things, of those with a question or a headline without a verb nearly all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from briefing.compose.comparison.amounts import Amount, amounts, contradict
from briefing.compose.comparison.respects import meaning
from briefing.compose.doubts import is_negated
from briefing.compose.statements import Statement, content_lemma, predicates

SAME_WORDS = 0.5
"""Overlap from which two statements are one in nearly the same words, whatever their verbs."""
CENTRAL = 2
"""Words of predicate, subject and object that two statements share if they are about one thing."""
BESIDES = 3
"""Words besides names that two statements without a deed in common must share."""
TELLING = 10
"""Number from which two sentences rarely count the same by chance."""
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def agree(one: Statement, other: Statement, similarity: float) -> bool:
    """True if both state one thing: the same deed or count, much the same words, or enough besides the names.

    Never what different actors do, nor two numbers of one thing.
    """
    if not (_asserts(one.span) and _asserts(other.span)) or _of_others(one, other):
        return False
    mine, theirs = list(amounts(one)), list(amounts(other))
    if _count_apart(mine, theirs):
        return False
    return _count_alike(mine, theirs) or _tell_alike(one, other, similarity)


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


def _tell_alike(one: Statement, other: Statement, similarity: float) -> bool:
    """True if both tell one deed as done, or not done; or much the same words, or what one does, with enough else."""
    if {meaning(deed) for deed in one.deeds} & {meaning(deed) for deed in other.deeds}:
        return _negates(one) == _negates(other)
    central = one.deeds & other.heads or other.deeds & one.heads or len(one.centre & other.centre) >= CENTRAL
    return bool(central or similarity >= SAME_WORDS) and len(_plain(one) & _plain(other)) >= BESIDES


def _negates(statement: Statement) -> bool:
    return any(is_negated(verb) for verb in predicates(statement.span))


def _count_apart(mine: Sequence[Amount], theirs: Sequence[Amount]) -> bool:
    """True if both count one kind of thing and no number of one can be a number of the other, whatever befell it."""
    units = {amount.unit for amount in mine} & {amount.unit for amount in theirs}
    return any(
        all(contradict(a, b) for a in mine for b in theirs if a.unit == b.unit == unit) for unit in sorted(units)
    )


def _count_alike(mine: Sequence[Amount], theirs: Sequence[Amount]) -> bool:
    """True if both tell one number of one thing that is too large for chance and no mere name ("the $40bn fund")."""
    return any(
        a.unit == b.unit and a.value == b.value >= TELLING and not (a.anchor or b.anchor) for a in mine for b in theirs
    )


def _plain(statement: Statement) -> frozenset[str]:
    """Its content words and numbers but for names."""
    lemmas = (content_lemma(token) for token in statement.span if token.pos_ != "PROPN")
    return frozenset(lemma for lemma in lemmas if lemma is not None)
