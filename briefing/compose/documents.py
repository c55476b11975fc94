"""What compose works on: an article together with its annotated spaCy document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from briefing.annotate import layers
from briefing.model import Article, Evidence


@dataclass(frozen=True, slots=True)
class Document:
    """An article, its ``Doc`` (``doc.text == article.text``) and its numbered body sentences."""

    article: Article
    doc: Doc
    sentences: tuple[Evidence, ...] = field(init=False)
    """Body sentences in order; sentence 1 is the first."""

    def __post_init__(self) -> None:
        found = tuple(
            Evidence(self.article.id, sent.start_char, sent.end_char) for sent in layers.body_sentences(self.doc)
        )
        object.__setattr__(self, "sentences", found)

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """The body sentences that ``text[start:end]`` touches, in order; none for words of a title or an aside."""
        first = max(bisect_right(self.sentences, start, key=lambda sentence: sentence.start) - 1, 0)
        touched = []
        for sentence in self.sentences[first:]:
            if sentence.start >= end:
                break
            if sentence.end > start:
                touched.append(sentence)
        return tuple(touched)

    def evidence_of(self, span: Span) -> tuple[Evidence, ...]:
        """The body sentences that a span touches."""
        return self.evidence(span.start_char, span.end_char)
