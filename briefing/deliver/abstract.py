"""What a mail shows of a brief: its first minute, in the brief's own words and with its references."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.deliver.headers import one_line
from briefing.deliver.wording import counted, size_words
from briefing.model import Brief, Development, Evidence, Passage, Quote, QuoteKind, Story
from briefing.wording.carriage import carried_by
from briefing.wording.dates import Dates, clock, utc_day

DEVELOPMENTS = 3
"""A mail shows the top three; the attachment has them all."""
PREHEADER = 140
"""Characters that inboxes show after the subject."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file as the mail announces it."""

    name: str
    kind: str
    """File ending: ``pdf``, ``html`` or ``json``."""
    size: int
    pages: int | None = None

    @property
    def facts(self) -> str:
        """``4 pages, 96 KB``."""
        pages = [f"{self.pages} page{'' if self.pages == 1 else 's'}"] if self.pages else []
        return ", ".join([*pages, size_words(self.size)])


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of the brief and the sentences they stand on: ``2.4`` is sentence 4 of source 2."""

    text: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One development."""

    when: str
    cited: Cited
    carried: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One full quote."""

    cited: Cited
    source: str
    role: str
    via: str


@dataclass(frozen=True, slots=True)
class Matter:
    """One story."""

    headline: str
    bottom_line: Cited
    developments: tuple[Point, ...]
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class Abstract:
    """Everything the templates of the mail are given."""

    product: str
    title: str
    handling: str
    issued: str
    cutoff: str
    """Empty if no source carries a date."""
    sources: str
    brief: str
    """Issue id."""
    revision: int
    contact: str
    preheader: str
    matters: tuple[Matter, ...]
    attached: tuple[Attached, ...]
    inside: str
    """What the attachment has beyond the mail: ``nine actors, nine statements``."""
    made_from: str
    skipped: str
    """What could not be read, counted; empty if nothing."""


def make_abstract(brief: Brief, attached: tuple[Attached, ...], language: str, revision: int = 1) -> Abstract:
    """The abstract of a brief, with dates in ``language``."""
    dates = Dates(language, brief.date)
    references = _References(brief)
    matters = tuple(_matter(story, references, dates) for story in brief.stories)
    actors = sum(len(story.actors) for story in brief.stories)
    quotes = sum(len(story.quotes) for story in brief.stories)
    return Abstract(
        product=one_line(brief.product),
        title=one_line(brief.title),
        handling=one_line(brief.handling),
        issued=dates.full(brief.date),
        cutoff=_cutoff(brief.cutoff, brief.date, dates) if brief.cutoff else "",
        sources=counted(len(brief.sources), "source"),
        brief=one_line(brief.id),
        revision=revision,
        contact=one_line(brief.contact),
        preheader=_preheader(matters),
        matters=matters,
        attached=attached,
        inside=f"{counted(actors, 'actor')}, {counted(quotes, 'statement')}",
        made_from=counted(len(brief.sources), "article"),
        skipped=counted(len(brief.skipped), "source") if brief.skipped else "",
    )


class _References:
    """Numbers of sentences, as the brief prints them."""

    def __init__(self, brief: Brief) -> None:
        self._names = {
            evidence: f"{source.number}.{index}"
            for source in brief.sources
            for index, evidence in enumerate(source.sentences, 1)
        }

    def cite(self, passages: tuple[Passage, ...]) -> Cited:
        """The passages as one text with the references of all, each once, in the order of the text."""
        evidence = dict.fromkeys(one for passage in passages for one in passage.evidence)
        return Cited(" ".join(one_line(passage.text) for passage in passages), self.name(tuple(evidence)))

    def name(self, evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
        """The references of these sentences; one that is no numbered sentence has none."""
        return tuple(self._names[one] for one in evidence if one in self._names)


def _cutoff(cutoff: str, day: str, dates: Dates) -> str:
    """``11:43 UTC``, with the day before it where it is not the day of issue; the day alone if no time is known."""
    time = clock(cutoff)
    return time if time and utc_day(cutoff) == utc_day(day) else dates.moment(cutoff)


def _matter(story: Story, references: _References, dates: Dates) -> Matter:
    developments = tuple(_point(one, references, dates) for one in story.developments[:DEVELOPMENTS])
    quote = next((one for one in story.quotes if one.kind is QuoteKind.DIRECT and one.source), None)
    return Matter(
        headline=one_line(story.headline),
        bottom_line=references.cite(story.bottom_line),
        developments=developments,
        statement=_statement(quote, references) if quote else None,
    )


def _point(development: Development, references: _References, dates: Dates) -> Point:
    return Point(
        when=dates.when(development.when) or "undated",
        cited=references.cite(development.passages),
        carried=carried_by(development.carriage),
        differs=development.carriage.differs,
    )


def _statement(quote: Quote, references: _References) -> Statement:
    return Statement(
        cited=references.cite((quote.text,)),
        source=one_line(quote.source),
        role=one_line(quote.source_role),
        via=one_line(quote.via or ""),
    )


def _preheader(matters: tuple[Matter, ...]) -> str:
    """The first words of the bottom line, cut between words."""
    text = matters[0].bottom_line.text if matters else ""
    if len(text) <= PREHEADER:
        return text
    return text[:PREHEADER].rpartition(" ")[0].rstrip(",;: ") + " \u2026"
