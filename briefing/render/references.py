"""References: ``2.4`` is sentence 4 of source 2, a link to that sentence printed word for word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.errors import RenderError
from briefing.model import Brief, Evidence, Passage, Source


class Ref(NamedTuple):
    """One reference as it is shown."""

    label: str
    """``2.4``."""
    target: str
    """Anchor of the sentence, ``s2-4``."""
    text: str
    """The sentence, word for word."""


class Piece(NamedTuple):
    """A stretch of a line and the references that close it."""

    text: str
    refs: tuple[Ref, ...]


class References:
    """Finds the reference of every piece of evidence, and knows which sentences the brief has cited so far."""

    def __init__(self, brief: Brief) -> None:
        self._sources = {source.article.id: source for source in brief.sources}
        self._starts = {name: [one.start for one in source.sentences] for name, source in self._sources.items()}
        self.numbers = {name: source.number for name, source in self._sources.items()}
        self.cited: set[tuple[int, int]] = set()

    def source(self, article: str) -> Source:
        """The numbered source of an article."""
        try:
            return self._sources[article]
        except KeyError:
            raise RenderError(f"the brief names the article {article!r}, which is not among its sources") from None

    def ref(self, evidence: Evidence) -> Ref:
        """The reference of one sentence; it counts as cited from now on."""
        found, place = self._find(evidence)
        self.cited.add(place)
        return found

    def _find(self, evidence: Evidence) -> tuple[Ref, tuple[int, int]]:
        source = self.source(evidence.article)
        index = bisect_right(self._starts[evidence.article], evidence.start) - 1
        if index < 0 or evidence.start >= source.sentences[index].end:
            raise RenderError(
                f"evidence {evidence.start}-{evidence.end} of {evidence.article!r} is in no body sentence"
            )
        number = index + 1
        found = Ref(f"{source.number}.{number}", f"s{source.number}-{number}", sentence(source, index))
        return found, (source.number, number)

    def pointers(self, evidence: Iterable[Evidence]) -> tuple[Ref, ...]:
        """Where several sentences stand, each once; unlike a reference a pointer does not cite."""
        return tuple(dict.fromkeys(self._find(one)[0] for one in evidence))

    def refs(self, evidence: Iterable[Evidence]) -> tuple[Ref, ...]:
        """The references of several sentences in the order given, each once."""
        return tuple(dict.fromkeys(self.ref(one) for one in evidence))

    def pieces(self, passages: Sequence[Passage]) -> tuple[Piece, ...]:
        """Passages as they are shown: words, then references."""
        return tuple(Piece(passage.text, self.refs(passage.evidence)) for passage in passages)


def sentence(source: Source, index: int) -> str:
    """The words of one body sentence of a source."""
    found = source.sentences[index]
    return source.article.text[found.start : found.end]
