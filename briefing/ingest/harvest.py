"""Sources become articles: the two ways in, as a stream and as the harvest of one brief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import BinaryIO

from briefing.errors import IngestError
from briefing.ingest import readers
from briefing.ingest.assembly import make_article
from briefing.ingest.drafts import Draft, Material, SkipError
from briefing.ingest.limits import Limits
from briefing.ingest.locating import locate
from briefing.ingest.naming import Identities, shown_name
from briefing.model import Article, Skipped


@dataclass(frozen=True, slots=True)
class Harvest:
    """What was read for one brief."""

    articles: tuple[Article, ...]
    """In the order of their publication (undated ones first), then of name, text and digest."""
    skipped: tuple[Skipped, ...]
    """What could not be read, in the order of name, code and sentence."""


def read_sources(
    sources: Sequence[str], *, keep_all: bool = False, limits: Limits = Limits(), stdin: BinaryIO | None = None
) -> Harvest:
    """Every article of files, folders, patterns or ``-``, and what could not be read.

    The result does not depend on the order of ``sources`` or of the file system. ``keep_all`` takes every text as
    clean. Raises ``IngestError`` where a source is not there or nothing at all could be read.
    """
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for found in _found(sources, keep_all, limits, stdin, None):
        if isinstance(found, Skipped):
            skipped.append(found)
        elif len(articles) < limits.documents:
            articles.append(found)
        else:
            skipped.append(Skipped(found.name, "too-many", f"More than {limits.documents} articles were given."))
    skipped.sort(key=lambda one: (one.name, one.code, one.detail))
    if not articles:
        raise _nothing(skipped)
    articles.sort(key=lambda one: (one.published or "", one.name, one.text, one.digest))
    identities = Identities()
    return Harvest(tuple(replace(one, id=identities.give(_stem(one))) for one in articles), tuple(skipped))


def iter_sources(
    sources: Sequence[str], *, keep_all: bool = False, limits: Limits = Limits(), stdin: BinaryIO | None = None
) -> Iterator[Article | Skipped]:
    """The same, each article as soon as it is read, in the order given; memory does not grow with their number.

    Copies are not folded here and their number is not limited.
    """
    return _found(sources, keep_all, limits, stdin, Identities())


def _nothing(skipped: Sequence[Skipped]) -> IngestError:
    """The error for a run in which no article could be read."""
    if not skipped:
        return IngestError("no article was found in what was given", "no-input")
    first = skipped[0]
    more = f" (and {len(skipped) - 1} more could not be read)" if len(skipped) > 1 else ""
    return IngestError(f"no article could be read: {first.name}: {first.detail}{more}", first.code)


def _found(
    sources: Sequence[str],
    keep_all: bool,
    limits: Limits,
    stdin: BinaryIO | None,
    identities: Identities | None,
) -> Iterator[Article | Skipped]:
    """Articles and what was skipped, in the order given."""
    for material in locate(sources, limits, stdin):
        if isinstance(material, Skipped):
            yield _named(material)
            continue
        for draft in _drafts(material, limits):
            yield draft if isinstance(draft, Skipped) else _article(draft, keep_all, identities)


def _drafts(material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """What is in one file; whatever goes wrong in it stays with it."""
    try:
        for draft in readers.read(material, limits):
            yield _named(draft) if isinstance(draft, Skipped) else draft
    except SkipError as error:
        yield _named(Skipped(material.name, error.code, error.detail))


def _article(draft: Draft, keep_all: bool, identities: Identities | None) -> Article | Skipped:
    """The article of a draft, or why there is none."""
    name = shown_name(draft.name)
    try:
        article = make_article(replace(draft, name=name), "", keep_all=keep_all)
    except SkipError as error:
        return Skipped(name, error.code, error.detail)
    return replace(article, id=identities.give(_stem(article))) if identities else article


def _stem(article: Article) -> str:
    """What an article's id is made from: its record's id, or its file's name without the ending."""
    return article.record or PurePath(article.name).stem


def _named(skipped: Skipped) -> Skipped:
    """The same with a name that is safe to show."""
    return replace(skipped, name=shown_name(skipped.name))
