"""The words of an article's title, wherever it was found."""

from __future__ import annotations

import re

from briefing.annotate import layers
from briefing.compose.documents import Document
from briefing.compose.statements import LIGHT, content_lemma

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def title_lemmas(document: Document) -> tuple[str, ...]:
    """The content words of the title, as lemmas.

    A web page tells its title outside its text: those words are read as the text has them.
    """
    titles = layers.block_of(document.doc, "title")
    if titles:
        return tuple(lemma for span in titles for token in span if (lemma := content_lemma(token)) is not None)
    written: dict[str, str | None] = {}
    for token in document.doc:
        if written.get(token.lower_) is None:
            written[token.lower_] = content_lemma(token)
    words = (
        word.removesuffix("'s").removesuffix("’s") for word in WORD.findall((document.article.title or "").lower())
    )
    read = (written[word] if word in written else _unread(word, document) for word in words)
    return tuple(lemma for lemma in read if lemma is not None)


def _unread(word: str, document: Document) -> str | None:
    """A word that the text does not have, if it has a meaning of its own."""
    return None if word in LIGHT or document.doc.vocab[word].is_stop else word
