"""Words of time that count from another sentence: "back then", "that night", "two days later"."""

from __future__ import annotations

from spacy.tokens import Span, Token

TIMES = frozenset({"afternoon", "day", "evening", "month", "morning", "night", "week", "weekend", "year"})


def hangs_on_time(token: Token, span: Span) -> bool:
    """True for "back then", "by then" and "days later" with nothing before that says from when."""
    if has_time(token, span):
        return False
    if token.lower_ == "then":
        after = [child.lower_ for child in token.children if child.i < token.i]
        return token.dep_ in {"pcomp", "pobj"} or "back" in after
    counted = any(child.dep_ == "npadvmod" for child in token.children)
    return token.lower_ in {"later", "earlier"} and counted and token.left_edge.i <= _first(span).i


def is_time(noun: Token) -> bool:
    """True for what the model or the word itself says is a time."""
    return noun.ent_type_ in {"DATE", "TIME"} or noun.lemma_ in TIMES


def dates_clause(noun: Token) -> bool:
    """True for a time that says when something happens, not whose something is: "that night", not "of that night"."""
    return noun.dep_ == "npadvmod" or (noun.dep_ == "pobj" and noun.head.lower_ != "of")


def has_time(token: Token, span: Span) -> bool:
    """True if a date is told in the span before the word, and before what counts from it."""
    return any(
        other.ent_type_ == "DATE" and (other.like_num or other.pos_ == "PROPN")
        for other in span.doc[span.start : token.left_edge.i]
    )


def _first(span: Span) -> Token:
    """The first word that is no mark."""
    return next((token for token in span if not (token.is_punct or token.is_space)), span[0])
