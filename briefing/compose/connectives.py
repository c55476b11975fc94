"""Words that tie a sentence to the one before: taken off its front, or leaving it hanging on that one."""

from __future__ import annotations

from spacy.tokens import Span, Token

from briefing.compose import wordlists
from briefing.compose.passages import Cut, cut

CONNECTIVES = wordlists.words("connectives")
WITH_COMMA = wordlists.words("connectives_with_comma", phrases=True)
LONGEST = 5
"""Words of the longest of these with its comma."""
ECHOES = frozenset({"so", "neither", "nor"})
TURNED = frozenset({"do", "be", "have", "will", "would", "can", "could"})


def without_connective(found: Cut) -> Cut:
    """The cut without "But" or "Meanwhile," in front."""
    span = found.span
    start = span.start
    while span.end - start > 4 and (length := _connective_at(span.doc[start : span.end])):
        start += length
        while span.end - start > 4 and span.doc[start].text == ",":
            start += 1
    if start == span.start or span.doc[start].is_quote:
        return found
    return cut(found.document, span.doc[start : span.end])


def _connective_at(span: Span) -> int:
    """The words of the connective that opens a span, 0 if none does."""
    if span[0].lower_ in CONNECTIVES and _is_connective(span[0]) and not is_echo(span[0], span):
        return 1
    opening = next((token.i for token in span[:LONGEST] if token.text == ","), span.start) - span.start
    return opening if span[:opening].text.casefold() in WITH_COMMA else 0


def _is_connective(token: Token) -> bool:
    if token.dep_ in {"advmod", "npadvmod"} and token.head.pos_ not in {"VERB", "AUX"}:
        return False  # "So far,", "Later this week"
    return token.pos_ in {"CCONJ", "ADV", "SCONJ"} and token.dep_ in {"cc", "advmod", "npadvmod", "preconj"}


def is_echo(token: Token, span: Span) -> bool:
    """True for what leaves a span hanging: "so did" and "nor was" in front, or a "because" of its own."""
    if token.dep_ == "mark" and token.head == span.root and starts(token, span):
        return True
    turned = token.i + 1 < span.end and token.nbor().lemma_ in TURNED
    return token.lower_ in ECHOES and turned and starts(token, span)


def starts(token: Token, span: Span) -> bool:
    """True if only marks stand before the word."""
    return all(other.is_punct or other.is_space for other in span.doc[span.start : token.i])
