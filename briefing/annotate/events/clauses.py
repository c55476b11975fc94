"""The clauses of a sentence: their heads, the stretch each covers, and what stands in which."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Span, Token

CLAUSE_DEPS = {"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "xcomp", "csubj", "csubjpass"}
MAXIMUM_CLIMB = 64


class Clause(NamedTuple):
    """One clause: its head word and the stretch of tokens from its first to its last word."""

    head: Token
    start: int
    end: int
    """Token offset, exclusive."""
    above: int | None
    """Token offset of the head of the clause it hangs on."""


def is_head(token: Token) -> bool:
    """Whether a token heads a clause: a verb with a clause's dependency, or the root of a sentence.

    Who does something is no clause, though the parser sees one in "blown up by retreating troops in 1944".
    """
    if token.dep_ == "ROOT":
        return True
    if token.dep_ not in CLAUSE_DEPS or token.pos_ not in {"VERB", "AUX"} or token.head.dep_ == "agent":
        return False
    return token.dep_ != "conj" or token.head.pos_ in {"VERB", "AUX"}


def head_of(token: Token) -> Token:
    """The head of the clause a token stands in."""
    for _ in range(MAXIMUM_CLIMB):
        if is_head(token) or token.head == token:
            break
        token = token.head
    return token


def clauses(sent: Span) -> list[Clause]:
    """The clauses of a sentence in the order of their heads; the one of the root covers what the parser calls one.

    A body sentence may hold several of the parser's where a quotation keeps them together.
    """
    found = []
    for token in sent:
        if not is_head(token):
            continue
        if token.dep_ == "ROOT":
            own = token.sent
            found.append(Clause(token, max(own.start, sent.start), min(own.end, sent.end), None))
        else:
            start, end = max(token.left_edge.i, sent.start), min(token.right_edge.i + 1, sent.end)
            found.append(Clause(token, start, end, head_of(token.head).i))
    return found
