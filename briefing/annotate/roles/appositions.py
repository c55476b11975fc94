"""Descriptions that a comma or bracket parts from a name: "Ann Aal, the minister of trade", "the minister, Ann Aal"."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Doc, Span, Token

from briefing.annotate import lexicon
from briefing.annotate.roles import role_phrases

_LONGEST = 12
_THEN = ("then", "formerly", "previously")
"""Before an office these words say that it is held no more: without them the phrase would be false."""
_ANYBODY = lexicon.word_set("anybody")


def behind(doc: Doc, name: Span, blocked: Set[int]) -> Span | None:
    """The description after a comma or in brackets: "Ann Aal, the minister of trade," or "Ann Aal (trade minister)"."""
    comma = _behind_age(doc, name.end)
    if comma >= len(doc) - 1 or doc[comma].text not in (",", "(", "–", "—", "-"):
        return None
    start = comma + 1
    while start < len(doc) and (doc[start].tag_ in ("DT", "PRP$", "RB") or doc[start].is_quote):
        if _is_hyphened(doc[start]):
            break
        start += 1
    head = _head_of_phrase(doc, start, blocked)
    if head is None or head.lower_ in _ANYBODY:
        return None
    first = comma + 1 if doc[comma + 1].lower_ in _THEN else role_phrases.unpraised(doc, start, head.i + 1)
    return doc[first : role_phrases.phrase_end(doc, head)]


def _behind_age(doc: Doc, comma: int) -> int:
    """The comma behind an age: «Ann Aal, 21, a student»."""
    aged = comma + 3 < len(doc) and doc[comma].text == doc[comma + 2].text == "," and doc[comma + 1].text.isdigit()
    return comma + 2 if aged else comma


def _is_hyphened(token: Token) -> bool:
    """Whether a hyphen ties a word to the next one: "well-known"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "HYPH"


def _head_of_phrase(doc: Doc, start: int, blocked: Set[int]) -> Token | None:
    """The role noun that closes the noun phrase beginning at ``start``: no verb, comma or person's name on the way."""
    found = None
    for token in doc[start : start + _LONGEST]:
        if token.i in blocked or (token.is_sent_start and token.i > start):
            break
        if not role_phrases.is_modifier(token) and not role_phrases.is_role_word(token) and not _is_hyphened(token):
            break
        if role_phrases.is_role_word(token):
            found = token
        elif token.tag_ in ("NN", "NNS") and found is not None and token.i == found.i + 1:
            found = None
    return found if found is not None and _closes(doc, found) else None


def _closes(doc: Doc, head: Token) -> bool:
    """Whether the noun phrase ends with its head: what follows is a mark, a link or the end."""
    if head.i + 1 >= len(doc):
        return True
    following = doc[head.i + 1]
    return bool(
        following.is_punct
        or following.is_space
        or following.tag_ in ("IN", "TO", "CC", "WP", "WDT", "POS")
        or following.is_sent_start
    )


def announced(doc: Doc, name: Span, blocked: Set[int]) -> Span | None:
    """The description that the name explains: "The trade minister, Ann Aal, said"."""
    if name.start < 2 or doc[name.start - 1].text != ",":
        return None
    comma = name.start - 1
    if name.end < len(doc) and doc[name.end].text not in (",", ".", ")", ";", "—", "–"):
        return None
    span = role_phrases.before(doc, doc[comma : comma + 1], blocked)
    if span is None or not (_has_article(doc, span) or _stands_bare(doc, span)):
        return None
    return span


def _stands_bare(doc: Doc, span: Span) -> bool:
    """One noun without an article, as papers of many countries write: «Arbek actress, Ann Aal, left»; no list."""
    opener = doc[span.start - 1] if span.start else None
    if span[-1].tag_ not in ("NN", "NNP") or role_phrases.is_plural(span[-1]):
        return False
    return (
        opener is None
        or span[0].is_sent_start is True
        or (opener.tag_ in ("IN", "VBD", "VBZ", "VBP") and opener.lower_ != "as")
    )


def _has_article(doc: Doc, span: Span) -> bool:
    opener = doc[span.start - 1] if span.start else None
    return (opener is not None and opener.tag_ in ("DT", "PRP$")) or any(token.tag_ == "POS" for token in span)
