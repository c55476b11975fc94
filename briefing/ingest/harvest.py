"""Sources become articles: the two ways in, as a stream and as the harvest of one brief."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from briefing.errors import IngestError
from briefing.ingest import readers
from briefing.ingest.assembly import make_article
from briefing.ingest.copies import fold_copies
from briefing.ingest.drafts import Draft, Material
from briefing.ingest.guard import guarded, guarded_items
from briefing.ingest.limits import Limits
from briefing.ingest.locating import locate
from briefing.ingest.marking import Places, with_place
from briefing.ingest.naming import Identities, shown_name
from briefing.model import Article, Skipped

DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Harvest:
    """What was read for one brief."""

    articles: tuple[Article, ...]
    """In the order of their publication (undated ones first), then of name, text and digest."""
    skipped: tuple[Skipped, ...]
    """What could not be read, in the order of name, code and sentence."""


def read_sources(
    sources: Sequence[str],
    *,
    keep_all: bool = False,
    limits: Limits = DEFAULT_LIMITS,
    stdin: BinaryIO | None = None,
    places: Places = (),
) -> Harvest:
    """Every article of files, folders, patterns or ``-``, and what could not be read.

    The result does not depend on the order of ``sources`` or of the file system. ``keep_all`` takes every text as
    clean; ``places`` gives handling marks to paths. Raises ``IngestError`` where a source is not there or nothing at
    all could be read.
    """
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for _, group in itertools.groupby(_found(sources, keep_all, limits, stdin, None, places), key=lambda one: one.file):
        for found in _noted([one.found for one in group]):
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
    named = [replace(one, id=identities.give(_stem(one))) for one in articles]
    return Harvest(fold_copies(named), tuple(skipped))


def iter_sources(
    sources: Sequence[str], *, keep_all: bool = False, limits: Limits = DEFAULT_LIMITS, stdin: BinaryIO | None = None
) -> Iterator[Article | Skipped]:
    """The same, each article as soon as it is read, in the order given; memory does not grow with their number.

    Copies are not folded here and their number is not limited.
    """
    return (one.found for one in _found(sources, keep_all, limits, stdin, Identities()))


def _noted(found: Sequence[Article | Skipped]) -> list[Article | Skipped]:
    """What one file held; where some of it cannot be read, ``skipped=N`` warns on each of its articles."""
    lost = sum(isinstance(one, Skipped) for one in found)
    if not lost:
        return list(found)
    warning = f"skipped={lost}"
    return [one if isinstance(one, Skipped) else replace(one, warnings=(*one.warnings, warning)) for one in found]


class _One(NamedTuple):
    """An article or what was skipped, with the number of the file it stood in."""

    file: int
    found: Article | Skipped


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
    places: Places = (),
) -> Iterator[_One]:
    """Articles and what was skipped, in the order given, each with the number of its file."""
    for file, material in enumerate(locate(sources, limits, stdin)):
        if isinstance(material, Skipped):
            yield _One(file, _named(material))
            continue
        for draft in _drafts(material, limits):
            found = draft if isinstance(draft, Skipped) else _article(draft, keep_all, identities, limits)
            yield _One(file, found if isinstance(found, Skipped) else with_place(found, material.path, places))


def _drafts(material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """What is in one file; whatever goes wrong in it stays with it, and a file with nothing in it is named."""
    nothing = material.first == 1
    for draft in guarded_items(material.name, readers.read(material, limits), limits):
        nothing = False
        yield _named(draft) if isinstance(draft, Skipped) else draft
    if nothing:
        yield _named(Skipped(material.name, "empty", "There is no article in it."))


def _article(draft: Draft, keep_all: bool, identities: Identities | None, limits: Limits) -> Article | Skipped:
    """The article of a draft, or why there is none."""
    named = replace(draft, name=shown_name(draft.name))
    article = guarded(named.name, lambda: make_article(named, "", keep_all=keep_all), limits)
    if isinstance(article, Skipped) or identities is None:
        return article
    return replace(article, id=identities.give(_stem(article)))


def _stem(article: Article) -> str:
    """What an article's id is made from: its record's id, or its file's name without the ending."""
    return article.record or PurePath(article.name).stem


def _named(skipped: Skipped) -> Skipped:
    """The same with a name that is safe to show."""
    return replace(skipped, name=shown_name(skipped.name))
