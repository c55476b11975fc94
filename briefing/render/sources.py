"""The sources and the evidence as they are shown: every sentence of every source, the cited ones told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model import Article, DateBasis, Skipped, Source
from briefing.render.references import sentence
from briefing.render.words import counted
from briefing.wording.dates import Dates

PAPER_SENTENCES = 150
"""Past so many sentences only the cited ones are printed: 150 fill about three pages."""

_SHOWN_BASIS = {
    DateBasis.METADATA: "as its metadata say",
    DateBasis.URL: "read from its address",
}

_WARNED = {
    "date-conflict": "Its text and its metadata name different days of publication.",
    "bad-date": "A date that it states cannot be: weekday, day or month do not fit.",
    "encoding": "Its letters could not be decoded for certain.",
    "mixed-script": "Holds words of mixed scripts: a name may not be what it looks like.",
    "malformed": "The file is damaged; what could be read of it was taken.",
    "thin": "Less than a third of its words were taken for the article.",
}
"""Warnings of reading as a reader is told them; that there is no date is said with what else is missing."""


class SourceView(NamedTuple):
    """One numbered source."""

    number: int
    title: str
    """Its own title, or the name of its origin."""
    outlet: str
    """Who published it."""
    credit: str
    """Byline and outlet, empty where neither is known."""
    published: str
    published_iso: str
    published_note: str
    """The words the time was read from, or how it was found."""
    counts: str
    """``13 sentences, 11 cited``."""
    missing: str
    """What the source does not state, a sentence; empty if nothing."""
    handling: str
    """Its own marks, as it writes them; empty if it carries none."""
    notes: tuple[str, ...]
    """Anchor of its relative dates, copies, shared text, warnings: a sentence each."""
    url: str
    url_shown: str
    digest: str


class SentenceView(NamedTuple):
    """One body sentence of the evidence."""

    label: str
    target: str
    text: str
    cited: bool


class EvidenceView(NamedTuple):
    """The sentences of one source."""

    number: int
    name: str
    sentences: tuple[SentenceView, ...]
    left_out: int
    """Sentences not printed here."""


def source_view(source: Source, cited: set[tuple[int, int]], numbers: dict[str, int], dates: Dates) -> SourceView:
    """One source as the list of sources shows it."""
    article = source.article
    title = article.title or source.origin
    people = ", ".join(article.byline)
    outlet = source.origin if source.origin not in (title, people) else ""
    used = sum(number == source.number for number, _ in cited)
    published = article.published or ""
    return SourceView(
        number=source.number,
        title=title,
        outlet=source.origin,
        credit=", ".join(part for part in (people, outlet) if part),
        published=dates.moment(published) if published else "",
        published_iso=published,
        published_note=_published_note(article),
        counts=f"{counted(len(source.sentences), 'sentence')}, {used} cited",
        missing=_missing(article),
        handling=", ".join(article.handling),
        notes=tuple(_notes(source, numbers, dates)),
        url=_web_address(article.url or ""),
        url_shown=(article.url or "").removeprefix("https://").removeprefix("http://").rstrip("/"),
        digest=article.digest,
    )


def evidence_view(source: Source, cited: set[tuple[int, int]], *, only_cited: bool) -> EvidenceView:
    """The sentences of one source, all of them or those that are cited."""
    every = [
        SentenceView(
            f"{source.number}.{number}",
            f"s{source.number}-{number}",
            sentence(source, number - 1),
            (source.number, number) in cited,
        )
        for number in range(1, len(source.sentences) + 1)
    ]
    shown = tuple(one for one in every if one.cited or not only_cited)
    return EvidenceView(source.number, source.origin, shown, len(every) - len(shown))


def skipped_lines(skipped: Iterable[Skipped]) -> tuple[str, ...]:
    """What could not be read, a line each."""
    return tuple(f"{one.name}: {one.detail}" for one in skipped)


def listed(numbers: Sequence[int]) -> str:
    """``source 3``, ``sources 3, 5 and 8``."""
    if len(numbers) == 1:
        return f"source {numbers[0]}"
    return f"sources {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def _web_address(url: str) -> str:
    """The address if it leads to the web; anything else (``javascript:``, ``file:``) is shown but never a link."""
    return url if url.startswith(("https://", "http://")) else ""


def _published_note(article: Article) -> str:
    words = (article.published_text or "").strip()
    if words and "T" in (article.published or ""):
        return f"as printed: {words}"
    return _SHOWN_BASIS.get(article.published_basis, "")


def _missing(article: Article) -> str:
    absent = [
        name
        for name, value in (
            ("headline", article.title),
            ("byline", article.byline),
            ("date", article.published),
            ("address", article.url),
        )
        if not value
    ]
    if not absent:
        return ""
    listed = absent[0] if len(absent) == 1 else f"{', '.join(absent[:-1])} or {absent[-1]}"
    return f"No {listed} in the file."


def _clause(reason: str) -> str:
    """A sentence of ours, which begins with an article or a quotation, as a part of another."""
    return reason[:1].lower() + reason[1:].rstrip(".")


def _notes(source: Source, numbers: dict[str, int], dates: Dates) -> Iterable[str]:
    article = source.article
    if source.anchor and source.anchor_basis is DateBasis.INFERRED:
        why = "; ".join(map(_clause, source.anchor_reasons))
        yield f"Its relative dates are read against {dates.words(source.anchor)}{': ' if why else ''}{why}."
    if related := sorted(numbers[one] for one in article.related if one in numbers):
        yield f"Shares much of its text with {listed(related)}: not counted as independent."
    if article.copies:
        yield f"The same text also came as {', '.join(article.copies)}."
    if article.dropped:
        yield f"{counted(len(article.dropped), 'piece')} of page clutter left out."
    for warning in article.warnings:
        code, _, number = warning.partition("=")
        if code == "skipped" and number.isdigit():
            yield f"{counted(int(number), 'other article')} of its file could not be read."
        elif note := _WARNED.get(code):
            yield note
