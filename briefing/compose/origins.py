"""Independent origins: the outlet of an article, or the wire it names for a statement."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from briefing.compose.documents import Document
from briefing.model import Article, Carriage, Evidence


def display_origin(article: Article) -> str:
    """The name shown for an article's origin: its outlet, else the host of its address, else its file name."""
    if article.publisher:
        return article.publisher
    if article.url and (host := urlsplit(article.url).hostname):
        return host.removeprefix("www.")
    return article.name


class Origins:
    """Who is behind what: every article has one origin, and a statement may have another (the wire it names)."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._by_article = {document.article.id: display_origin(document.article) for document in documents}

    @property
    def names(self) -> tuple[str, ...]:
        """Every independent origin of the documents, in the order of their articles."""
        return tuple(dict.fromkeys(self._by_article.values()))

    def of(self, evidence: Evidence) -> str:
        """The origin behind one sentence."""
        return self._by_article[evidence.article]

    def carriage(self, evidence: Sequence[Evidence], *, differs: bool = False) -> Carriage:
        """How a point with this evidence is carried."""
        return Carriage(tuple(dict.fromkeys(self.of(one) for one in evidence)), len(self.names), differs)
