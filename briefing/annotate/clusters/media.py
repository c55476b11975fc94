"""Media that only carry the news: "Reuters reported", "told the Aal Post", "(Source: Aal Press)"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Span

from briefing.annotate import lexicon
from briefing.annotate.clusters.entity_drafts import Draft

_CARRYING = lexicon.word_set("carrying")
_MEDIA_NOUNS = lexicon.word_set("media-nouns")
_MEDIA_HEADS = lexicon.word_set("media-heads")


def mark_media(doc: Doc, drafts: Sequence[Draft]) -> None:
    """Mark the drafts of agencies and media that do nothing in the document but carry what others say."""
    for draft in drafts:
        if draft.type == "organisation" and draft.names:
            spans = draft.names
            carrying = sum(_carries(doc, span) for span in spans)
            if any(_text(span) in _agencies() for span in spans):
                draft.medium = carrying * 2 >= len(spans) or len(spans) == 1
            elif any(_is_medium(doc, span) for span in spans):
                draft.medium = carrying == len(spans)


@cache
def _agencies() -> frozenset[str]:
    return lexicon.phrases("agencies.txt")


def _text(span: Span) -> str:
    return " ".join(span.text.split())


def _is_medium(doc: Doc, span: Span) -> bool:
    """Whether the name's last word or the noun beside it is a word for media."""
    around = {doc[index].lower_ for index in (span.start - 1, span.end) if 0 <= index < len(doc)}
    return span[-1].lower_ in _MEDIA_HEADS or not around.isdisjoint(_MEDIA_NOUNS)


def _carries(doc: Doc, span: Span) -> bool:
    root = span.root
    before = [doc[index].lower_ for index in range(max(span.start - 4, 0), span.start)]
    after = [doc[index].lower_ for index in range(span.end, min(span.end + 3, len(doc)))]
    if (root.dep_ == "nsubj" and root.head.lemma_ in _CARRYING) or root.head.lemma_ == "tell":
        return True
    if any(word in ("source", "via", "according", "photo", "image", "courtesy", "told", "by") for word in before):
        return True
    return any(doc[index].lemma_ in ("report", "say") for index in range(span.end, span.end + len(after)))
