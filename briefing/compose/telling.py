"""One story told: everything the brief says about the articles of one matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from briefing.annotate import layers
from briefing.compose.acronyms import acronyms, expansions
from briefing.compose.actors.continuity import Past
from briefing.compose.actors.correcting import NOTHING, Corrected
from briefing.compose.actors.gathering import ActorTable, merge_actors
from briefing.compose.bottom_line import bottom_line
from briefing.compose.comparison.comparing import differences
from briefing.compose.developments import Weighed, developments, weigh
from briefing.compose.documents import Document
from briefing.compose.origins import Origins
from briefing.compose.passages import Cut, collapse
from briefing.compose.points import carried_by_several, points
from briefing.compose.quotes.gathering import compose_quotes
from briefing.compose.similarity import Weights
from briefing.compose.standing import Known, Standing
from briefing.compose.statements import content_lemma, statements
from briefing.compose.stories.headline import LEADS, headline
from briefing.compose.timeline.chronology import compose_chronology
from briefing.compose.titles import title_lemmas
from briefing.compose.unknowns import undated, unknowns
from briefing.compose.weighing import Weighing
from briefing.model import Actor, Passage, Quote, Source, Story


class Telling:
    """What is worked out of the documents of one story before it has its place in the brief."""

    def __init__(
        self,
        documents: Sequence[Document],
        title: str | None = None,
        corrected: Corrected = NOTHING,
        past: Past | None = None,
    ) -> None:
        self.documents = tuple(documents)
        self.origins = Origins(self.documents)
        self.actors = merge_actors(self.documents, corrected, past, self.origins.carriers())
        self.headline, self.headline_basis = (title, "option") if title else headline(self.documents)

    @property
    def newest(self) -> str:
        """Latest day of publication, empty where no article is dated."""
        return max((document.article.published or "")[:10] for document in self.documents)

    def story(self, id: str, sources: Sequence[Source], cutoff: str) -> Story:
        """The story as the brief tells it."""
        found = statements(self.documents, self.actors)
        weights = Weights(found)
        carried = points(found, weights)
        short = acronyms(self.documents)
        words = expansions(short)
        standing = {one.article.id: Standing(one, self._names(one), words) for one in self.documents}
        known = Known(self._headline_nouns())
        weighing = Weighing(self.documents, found, self.actors, self.origins, cutoff)
        weighed = weigh(carried, weighing, standing, known)
        line = bottom_line(weighed, weights)
        for one in line:
            known = known.plus(one.cut)
        differing = differences(found, weights, self.actors, self.origins, standing)
        said = [one.statement.evidence for one in line]
        develop = developments(weighed, weights, self.origins, standing, differing, known, line)
        told = {*said, *(evidence for one in develop for passage in one.passages for evidence in passage.evidence)}
        chronology = compose_chronology(self.documents, self.actors, self.origins)
        quotes = compose_quotes(self.documents, self.actors, self.origins)
        return Story(
            id=id,
            headline=self.headline,
            headline_basis=self.headline_basis,
            articles=tuple(document.article.id for document in self.documents),
            origins=self.origins.names,
            bottom_line=tuple(_passage(one) for one in line) or self._first_words(),
            developments=develop,
            differences=differing,
            unknowns=(*unknowns(carried, standing, known, told), *undated(sources)),
            actors=_with_statements(self.actors, quotes),
            quotes=quotes,
            chronology=chronology,
            carried_by_several=carried_by_several(carried, chronology, self.origins),
            acronyms=short,
        )

    def _first_words(self) -> tuple[Passage, ...]:
        """The first sentence as it stands, where no sentence of the story stands alone."""
        first = self.documents[0].sentences[0]
        return (Cut(self.documents[0], first.start, first.end).passage(),)

    def _names(self, document: Document) -> _NameOf:
        return _NameOf(document.article.id, self.actors)

    def _headline_nouns(self) -> frozenset[str]:
        """Lemmas of the words of the headline where it is an article's own: what its reader knows."""
        spans = (
            span
            for document in self.documents
            for span in (*layers.block_of(document.doc, "title"), *islice(layers.body_sentences(document.doc), LEADS))
        )
        own = (span for span in spans if self.headline and collapse(span.text).endswith(self.headline))
        nouns = {lemma for span in own for token in span if (lemma := content_lemma(token)) is not None}
        titled = (one for one in self.documents if collapse(one.article.title or "") == self.headline)
        return frozenset(nouns.union(*map(title_lemmas, titled)))


class _NameOf:
    """The brief's name of an entity of one article, to be put in brackets."""

    def __init__(self, article: str, actors: ActorTable) -> None:
        self._article = article
        self._actors = actors

    def __call__(self, entity: str) -> str | None:
        """The name, None for what is no actor."""
        return self._actors.name_of(self._article, entity)


def _passage(one: Weighed) -> Passage:
    return one.cut.passage(one.point.evidence)


def _with_statements(actors: ActorTable, quotes: Sequence[Quote]) -> tuple[Actor, ...]:
    """The actors with the ids of the quotes they are the source of."""
    said: dict[str, list[str]] = {}
    for quote in quotes:
        if quote.actor is not None:
            said.setdefault(quote.actor, []).append(quote.id)
    return tuple(replace(actor, statements=tuple(said.get(actor.id, ()))) for actor in actors.actors)
