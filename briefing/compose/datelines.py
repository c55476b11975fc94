"""Sentences without the dateline in front of them."""

from __future__ import annotations

from spacy.tokens import Span

from briefing.annotate import datelines


def after_dateline(sentence: Span) -> Span:
    """The sentence without "ZELENGRAD, Oct 14 (Meridian) -" in front; the whole of it if nothing would be left."""
    own = sentence.start_char + datelines.length(sentence.text)
    start = next((token.i for token in sentence if token.idx >= own), sentence.start)
    return sentence.doc[start : sentence.end]
