"""Whether a sentence reads as one of a report: remains of a page and advice to its reader are no news.

Captions, stamps and headings that a copied page leaves among its sentences end in no full stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from briefing.compose.clauses import SUBJECTS
from briefing.compose.speech import is_all_spoken
from briefing.compose.statements import Statement, content_lemma

MENU_MARKS = frozenset({"|", "»", "•", ">"})
FINISHED = re.compile(r"[.!?…]['\"”’»)\]\s]{0,6}\Z")


def reads_as_report(statement: Statement) -> bool:
    """True for a clause of a finished sentence that tells something."""
    text = statement.document.article.text[statement.evidence.start : statement.evidence.end]
    if not is_finished(text) or is_torn(text) or is_aside(text) or _is_announcement(statement.span):
        return False
    if is_all_spoken(statement.document.article.text, statement.evidence.start, statement.evidence.end):
        return False
    if text.rstrip().endswith("?"):
        return False
    marked = any(token.text in MENU_MARKS or token.like_url for token in statement.span)
    return not (marked or is_advice(statement.span))


def is_torn(text: str) -> bool:
    """True for words that start in the middle of a sentence: "turned home that evening", not "eBay paid"."""
    first = next((word for word in text.split() if any(map(str.isalnum, word))), "")
    return first[:1].islower() and first.islower()


def is_aside(text: str) -> bool:
    """True for a sentence in brackets: a correction, a pointer to pictures."""
    inside = text.strip()[1:].rstrip(".")
    return text.strip().startswith("(") and inside.find(")") == len(inside) - 1


def _is_announcement(span: Span) -> bool:
    """True for a sentence that only points at the next ones: "Here is how they counted"."""
    words = [token for token in span if not token.is_punct][:2]
    return len(words) == 2 and words[0].lower_ == "here" and words[1].lemma_ == "be"


def is_finished(text: str) -> bool:
    """True for words that end as a sentence does."""
    return FINISHED.search(text) is not None


def recalls(one: Statement, others: Sequence[Statement]) -> bool:
    """True if a statement has what others tell only in passing: "she flew to the town where the attacks killed 40"."""
    told = frozenset[str]().union(*(other.features for other in others)) & one.features
    shared = [token for token in one.span if content_lemma(token) in told]
    return bool(shared) and all(in_passing(token, one.span) for token in shared)


def in_passing(token: Token, span: Span) -> bool:
    """True for a word of a relative clause."""
    return any(above.dep_ == "relcl" for above in (token, *token.ancestors) if above != span.root)


def is_advice(span: Span) -> bool:
    """True for what tells the reader to do something: "Find out what was said", "Read more about the dam"."""
    root = span.root
    first = next((token for token in span if not (token.is_punct or token.is_space or token.pos_ == "ADV")), root)
    return bool(root == first and root.tag_ == "VB") and not any(child.dep_ in SUBJECTS for child in root.children)
