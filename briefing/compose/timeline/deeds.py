"""What a clause says is done, as words that its plan and its report share: "a visit is planned", "has arrived"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from briefing.compose.wordlists import groups, words

STEM = 5
"""Letters that a verb and its noun share: deliver, delivery."""
NOUNS = frozenset({"dobj", "attr", "nsubj", "nsubjpass", "pobj"})


def stem(word: str) -> str:
    """The part of a lemma that its verb and its noun share."""
    return word[:STEM]


def verb_deed(head: Token) -> str:
    """The stem of a verb, with its particle where only both name a deed ("take off"); empty where it names none."""
    lemma = head.lemma_.casefold()
    if lemma not in words("no_deed") and lemma not in words("planning"):
        return stem(lemma)
    particle = next((child.lower_ for child in head.children if child.dep_ == "prt"), "")
    return f"{lemma} {particle}" if particle else ""


def deeds(head: Token) -> frozenset[str]:
    """Stems of the verb, or where it names no deed itself ("is planned", "held talks") of what it governs."""
    own = verb_deed(head)
    if own:
        return frozenset({own})
    governed: frozenset[str] = frozenset()
    for child in head.children:
        if child.dep_ == "xcomp":
            governed |= deeds(child)
        elif child.dep_ in NOUNS and child.pos_ == "NOUN":
            governed |= {stem(child.lemma_.casefold())}
    return governed


def kinds(head: Token) -> frozenset[str]:
    """The deeds of a clause by what they come to: to visit and to arrive are one kind."""
    return frozenset(kind for found in deeds(head) for kind in _kinds().get(found, (found,)))


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """For every stem of the groups of the lexicon their names."""
    table: dict[str, list[str]] = {}
    for name, members in groups("deeds").items():
        for member in sorted(members):
            table.setdefault(stem(member), []).append(name)
    return {key: tuple(names) for key, names in table.items()}
