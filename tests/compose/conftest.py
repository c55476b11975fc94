"""Articles and annotated documents for the tests of this room, made from marked-up text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language

from briefing.annotate import pipeline
from briefing.annotate.blocks import paragraphs
from briefing.compose.documents import Document
from briefing.model import Article, Block, BlockKind, DateBasis, Segment


def make_article(text: str, *, id: str = "a", title: str | None = None, **head: Any) -> Article:
    """An article whose body is ``text`` (paragraphs parted by an empty line), under its title if it has one."""
    whole = f"{title}\n\n{text}" if title else text
    kinds = [BlockKind.TITLE] if title else []
    stretches = paragraphs(whole)
    kinds += [BlockKind.BODY] * (len(stretches) - len(kinds))
    blocks = tuple(Block(kind, start, end) for kind, (start, end) in zip(kinds, stretches, strict=True))
    if head.get("published"):
        head.setdefault("published_basis", DateBasis.STATED)
    return Article(
        id=id,
        name=head.pop("name", f"{id}.txt"),
        text=whole,
        blocks=blocks,
        segments=(Segment(0, len(whole), 0),),
        digest=hashlib.sha256(whole.encode()).hexdigest(),
        title=title,
        **head,
    )


@pytest.fixture(scope="session")
def document(nlp: Language) -> Callable[..., Document]:
    """A function that annotates one article: ``document("Text.", id="a", title=..., published=..., publisher=...)``."""

    def annotate(text: str, **head: Any) -> Document:
        article = make_article(text, **head)
        blocks = [(block.kind.value, block.start, block.end) for block in article.blocks]
        doc = pipeline.make_doc(nlp, article.text, blocks, article.published, article.published_basis.value)
        return Document(article, nlp(doc))

    return annotate
