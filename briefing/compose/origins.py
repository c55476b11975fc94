"""Independent origins: the outlet of an article, or the wire or paper it names for a statement, copies folded.

* An article's origin is its outlet; the agency named in its byline or dateline ("ZELENGRAD, Oct 14 (Meridian) -"); and
  for near-copies the origin of the one that stands first: an agency's before an outlet's, then the earlier.
* A sentence may have an origin of its own: the medium that carried it ("Reuters reported that Kim said", "according to
  Meridian"). A medium is known by its words in the article, or as the outlet or agency of another one.
* An article counts once however many media it names: by its own name if one of its sentences on the point is its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from spacy.tokens import Span

from briefing.annotate import datelines, layers, lexicon
from briefing.annotate.layers import Entity
from briefing.compose.copies import near_copies
from briefing.compose.documents import Document
from briefing.model import Article, Carriage, Evidence

GENERIC = re.compile(r"^the\s+|\s+(?:news\s+agency|news|agency|newspaper|wire|online)$|^www\.|\.(?:com|org|net|news)$")


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
        self._documents = tuple(documents)
        self._names = _Names(documents)
        own = [self._own(document) for document in documents]
        self._by_article: dict[str, str] = {}
        self._copy_of: dict[str, str] = {}
        for group in near_copies(documents):
            first = min(group, key=lambda number: (not own[number][1], *_age(documents[number])))
            for number in group:
                self._by_article[documents[number].article.id] = own[first][0]
                if number != first:
                    self._copy_of[documents[number].article.id] = documents[first].article.id
        self._order = [document.article.id for document in documents]
        self._by_sentence = {
            evidence: origin for document in documents for evidence, origin in self._carried(document).items()
        }

    @property
    def names(self) -> tuple[str, ...]:
        """Every independent origin of the documents, in the order of their articles."""
        return self.of_articles(self._order)

    def of_articles(self, articles: Sequence[str]) -> tuple[str, ...]:
        """The independent origins of some articles, in their order."""
        return tuple(dict.fromkeys(self._by_article[article] for article in articles))

    def copy_of(self, article: str) -> str | None:
        """Id of the article that this one is a copy of."""
        return self._copy_of.get(article)

    def of(self, evidence: Evidence) -> str:
        """The origin behind one sentence."""
        return self._by_sentence.get(evidence, self._by_article[evidence.article])

    def carriage(self, evidence: Sequence[Evidence], *, differs: bool = False, total: int | None = None) -> Carriage:
        """How a point with this evidence is carried, out of all origins (or ``total``)."""
        return Carriage(self.behind(evidence), len(self.names) if total is None else total, differs)

    def behind(self, evidence: Sequence[Evidence]) -> tuple[str, ...]:
        """The independent origins of a point: one for each article, folded by name."""
        by_article: dict[str, list[str]] = {}
        for one in evidence:
            by_article.setdefault(one.article, []).append(self.of(one))
        chosen = (self._one_for(article, found) for article, found in by_article.items())
        return tuple(dict.fromkeys(chosen))

    def _one_for(self, article: str, found: list[str]) -> str:
        own = self._by_article[article]
        return own if own in found else found[0]

    def carriers(self) -> frozenset[tuple[str, str]]:
        """(article id, entity id) of the media that only carry the news in an article."""
        return frozenset(
            (document.article.id, entity.id)
            for document in self._documents
            for entity in self._media(document)
            if entity.medium or _only_speaks(entity, document)
        )

    def _media(self, document: Document) -> list[Entity]:
        """The bodies that an article itself shows to be media, and those that other articles come from."""
        return [one for one in layers.entities(document.doc) if one.medium or self._names.is_source(one)]

    def _own(self, document: Document) -> tuple[str, bool]:
        """Name of the article's own origin, and whether it is an agency's."""
        agency = self._names.agency_of(document)
        return (agency, True) if agency else (self._names.canonical(display_origin(document.article)), False)

    def _carried(self, document: Document) -> dict[Evidence, str]:
        """Sentences that another medium carried, with its name."""
        media = {entity.id: entity.name for entity in self._media(document)}
        found: dict[Evidence, str] = {}
        for one in layers.attributions(document.doc):
            via = _name_in(one.via, document) if one.via is not None else media.get(one.entity or "")
            if via is None:
                continue
            name = self._names.canonical(via)
            for evidence in document.evidence_of(one.contents[0]):
                found.setdefault(evidence, name)
        own = self._by_article[document.article.id]
        return {evidence: name for evidence, name in found.items() if name != own}


class _Names:
    """One spelling for an outlet or agency over all documents."""

    def __init__(self, documents: Sequence[Document]) -> None:
        publishers = sorted({document.article.publisher for document in documents if document.article.publisher})
        self._known = {_key(name): name for name in sorted(lexicon.phrases("agencies.txt"), key=len, reverse=True)}
        self._agencies = set(self._known)
        for name in publishers:
            self._known[_key(name)] = name
        self._agency = {document.article.id: self._read_agency(document) for document in documents}
        self._sources = frozenset(_key(name) for name in (*publishers, *filter(None, self._agency.values())))

    def canonical(self, name: str) -> str:
        """The publisher's spelling of a name, or the name itself."""
        return self._known.get(_key(name), name)

    def is_source(self, entity: Entity) -> bool:
        """Whether something that is no person has the name of an outlet or agency that the documents come from."""
        return entity.type != "person" and _key(entity.name) in self._sources

    def agency_of(self, document: Document) -> str | None:
        """The agency in the byline, or in the dateline of the first sentence."""
        return self._agency[document.article.id]

    def _read_agency(self, document: Document) -> str | None:
        article = document.article
        for line in article.byline:
            if _key(line) in self._agencies or (line in self._known.values() and line != article.publisher):
                return self.canonical(line)
        first = document.sentences[0] if document.sentences else None
        dateline = datelines.read(article.text[first.start :].partition("\n")[0]) if first else None
        if dateline and dateline.agency:
            return self.canonical(dateline.agency)
        publisher = article.publisher or ""
        return self.canonical(publisher) if _key(publisher) in self._agencies else None


def _key(name: str) -> str:
    """A name without what outlets add to theirs: ``The Meridian News Agency`` and ``Meridian`` are one."""
    key = " ".join(name.casefold().split())
    while (shorter := GENERIC.sub("", key)) != key and shorter:
        key = shorter
    return key


def _only_speaks(entity: Entity, document: Document) -> bool:
    """Whether every mention stands in the source or the carrier of a quotation."""
    spoken = [*layers.spans(document.doc, layers.SOURCES), *layers.spans(document.doc, layers.VIAS)]
    return all(any(one.start <= span.start and span.end <= one.end for one in spoken) for span in entity.mentions)


def _name_in(span: Span, document: Document) -> str:
    """The name of a medium in the words that mention it ("South Korean news agency Yonhap": "Yonhap")."""
    names = [one for one in layers.spans(document.doc, layers.MENTIONS) if one.kb_id_ == "name"]
    inside = [one for one in names if span.start <= one.start and one.end <= span.end and one.label_ != "place"]
    if inside:
        return inside[-1].text
    proper = [token.text for token in span if token.pos_ == "PROPN"]
    return " ".join(proper) or span.text


def _age(document: Document) -> tuple[str, str, str]:
    """Order in which copies are taken for the first: published, name, content."""
    article = document.article
    return article.published or "9", article.name, article.digest
