"""Headlines: the clearest title that the story's own articles support."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.annotate import layers
from briefing.compose.actors import ActorTable
from briefing.compose.documents import Document
from briefing.compose.passages import collapse, cut
from briefing.compose.statements import content_lemma

LONGEST = 130
"""Characters past which a headline needs more than four lines on paper."""


def headline(documents: Sequence[Document], actors: ActorTable) -> tuple[str, str]:
    """The story's headline and where it comes from: ``title``, or ``sentence`` where no article has a title."""
    titled = [document for document in documents if document.article.title]
    if not titled:
        first = documents[0]
        sentence = next(layers.body_sentences(first.doc), None)
        return (cut(first, sentence).text, "sentence") if sentence is not None else (first.article.name, "sentence")
    best = max(
        titled, key=lambda document: (_support(document, documents), document.article.published or "", _last(document))
    )
    return collapse(best.article.title or ""), "title"


def _last(document: Document) -> tuple[int, ...]:
    """The name turned round, so that of equal titles the first by name wins."""
    return tuple(-ord(letter) for letter in document.article.name)


def _support(document: Document, documents: Sequence[Document]) -> float:
    """Share of the title's content words that the other articles use, less for questions, length and teasers."""
    title = document.article.title or ""
    words = _title_words(document)
    if not words:
        return 0.0
    others = [other for other in documents if other is not document] or [document]
    share = sum(sum(word in _words(other) for word in words) / len(words) for other in others) / len(others)
    share += 0.02 * min(len(words), 8)
    for fault in (title.rstrip().endswith("?"), len(title) > LONGEST, ":" in title[:24], "…" in title, len(words) < 3):
        share -= 0.3 * fault
    return round(share, 6)


def _title_words(document: Document) -> set[str]:
    return {
        lemma for block in layers.block_of(document.doc, "title") for token in block if (lemma := content_lemma(token))
    }


def _words(document: Document) -> set[str]:
    return {lemma for token in document.doc if (lemma := content_lemma(token))}
