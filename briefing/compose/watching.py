"""Watch-words: where the sources use a word that the reader asked about, or that nobody does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.compose.documents import Document
from briefing.model import Evidence, Watch


def watched(words: Sequence[str], documents: Sequence[Document]) -> tuple[Watch, ...]:
    """Every watch-word with the sentences that have it as a whole word, letter case aside."""
    return tuple(Watch(word, _sentences(word, documents)) for word in dict.fromkeys(words))


def _sentences(word: str, documents: Sequence[Document]) -> tuple[Evidence, ...]:
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    return tuple(
        sentence
        for document in documents
        for sentence in document.sentences
        if pattern.search(document.article.text, sentence.start, sentence.end)
    )
