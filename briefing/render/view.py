"""The whole brief as the templates show it: what ``brief`` is inside a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from briefing.model import Brief, Earlier
from briefing.render.look import Look
from briefing.render.references import Ref, References
from briefing.render.rows import StoryView
from briefing.render.sources import (
    PAPER_SENTENCES,
    EvidenceView,
    SourceView,
    evidence_view,
    listed,
    skipped_lines,
    source_view,
)
from briefing.render.story import StoryWriter, headline_size
from briefing.render.words import correction_clause, counted
from briefing.wording.dates import Dates, stamp, utc_day
from briefing.wording.numbers import number, ordinal

BRIEF_SECTIONS = ("noted", "watch", "sources", "evidence")
"""Sections that stand once, after the last story; every other section belongs to a story."""

_NAV = {"unknowns": "Not yet known", "differences": "Where they differ", "acronyms": "Short forms"}
"""Names of sections in the row of links that are not their file's name."""

_HANDLING = {
    "TLP:RED": "Traffic Light Protocol, red: for the eyes and ears of the recipients only",
    "TLP:AMBER": "Traffic Light Protocol, amber: to be shared with those who need to know, and with clients",
    "TLP:AMBER+STRICT": "Traffic Light Protocol, amber and strict: to be shared inside the organisation only",
    "TLP:GREEN": "Traffic Light Protocol, green: to be shared inside the community",
    "TLP:CLEAR": "Traffic Light Protocol, clear: no limit on disclosure",
}
"""What the labels of TLP 2.0 (FIRST, 2022) mean, for readers of the page who do not know them."""


class NavLink(NamedTuple):
    """A link to a section, for the page on a screen."""

    name: str
    target: str


class Fact(NamedTuple):
    """A line of the masthead."""

    label: str
    value: str
    iso: str
    """For ``<time datetime>``, empty where it is no date."""


class NotedRow(NamedTuple):
    """A matter that is only listed."""

    headline: str
    sources: str
    """``source 3``, ``sources 3 and 5``."""


class WatchRow(NamedTuple):
    """A watch-word and where the sources use it."""

    word: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class BriefView:
    """Everything a template needs; the stories in their order, sources and evidence once."""

    id: str
    product: str
    title: str
    heading: str
    """What stands largest on page 1: the title, or the number of stories where the title is only that of the first."""
    size: str
    """``h-long`` or ``h-longer`` for a long heading."""
    date: str
    """``14 June 2024``."""
    date_full: str
    """``Friday 14 June 2024``."""
    cutoff: str
    """``14 June 2024, 11:43 UTC``, empty where no source is dated."""
    facts: tuple[Fact, ...]
    """The masthead's data."""
    subject: str
    issue: int
    handling: str
    handling_title: str
    """What the mark means, empty for a mark of the user's own."""
    handling_class: str
    """``red``, ``amber``, ``green``, ``clear`` or ``own``."""
    contact: str
    created: str
    """Cut-off or date of issue, ``2024-06-14T11:43:00Z``: the only time in the files' metadata."""
    description: str
    keywords: str
    made_with: tuple[str, ...]
    alone: bool
    """One story only."""
    after: tuple[str, ...]
    """Names of the sections that stand once, after the last story."""
    nav: tuple[NavLink, ...]
    """The sections of the page: of the one story, or those after the stories."""
    stories: tuple[StoryView, ...]
    noted: tuple[NotedRow, ...]
    watch: tuple[WatchRow, ...]
    sources: tuple[SourceView, ...]
    sources_word: str
    """``the two sources``, ``the one source``."""
    evidence: tuple[EvidenceView, ...]
    evidence_cut: int
    """Sentences that are not printed because no line cites them."""
    skipped: tuple[str, ...]
    """What could not be read, a line each."""
    earlier: str
    """``Issue 1 was of 13 June 2024.``, empty where there is no earlier issue or nothing is known of it."""
    corrections: tuple[str, ...]
    """What the desk has corrected, a clause each."""


def view(brief: Brief, look: Look, *, paper: bool) -> BriefView:
    """The brief for the templates; with ``paper`` long sections are cut to what a page carries."""
    dates, references = Dates(look.language, brief.date), References(brief)
    stories = tuple(map(StoryWriter(brief, references, dates, paper=paper).story, brief.stories))
    watch, evidence = _watch(brief, references), _evidence(brief, references, paper=paper)
    heading, cutoff = _heading(brief, dates), dates.moment(brief.cutoff) if brief.cutoff else ""
    return BriefView(
        id=brief.id,
        product=brief.product,
        title=brief.title,
        heading=heading,
        size=headline_size(heading),
        date=dates.long(utc_day(brief.date).isoformat()),
        date_full=dates.full(utc_day(brief.date).isoformat()),
        cutoff=cutoff,
        facts=_facts(brief, dates, cutoff),
        subject=brief.subject,
        issue=brief.issue,
        handling=brief.handling,
        handling_title=_HANDLING.get(brief.handling, ""),
        handling_class=_handling_class(brief.handling),
        contact=brief.contact,
        created=f"{stamp(brief.cutoff or brief.date):%Y-%m-%dT%H:%M:%SZ}",
        description=_description(brief),
        keywords=_keywords(brief),
        made_with=brief.made_with,
        alone=len(brief.stories) <= 1,
        after=BRIEF_SECTIONS,
        nav=_nav(brief, look, stories),
        stories=stories,
        noted=_noted(brief, references.numbers),
        watch=watch,
        sources=tuple(source_view(one, references.cited, references.numbers, dates) for one in brief.sources),
        sources_word=_sources_word(len(brief.sources)),
        evidence=evidence,
        evidence_cut=sum(one.left_out for one in evidence),
        skipped=skipped_lines(brief.skipped),
        earlier=_earlier(brief.earlier, dates) if brief.earlier else "",
        corrections=tuple(map(correction_clause, brief.corrections)),
    )


def _earlier(earlier: Earlier, dates: Dates) -> str:
    return f"Issue {earlier.issue} was of {dates.long(utc_day(earlier.date).isoformat())}."


def _watch(brief: Brief, references: References) -> tuple[WatchRow, ...]:
    return tuple(WatchRow(one.word, references.refs(one.evidence)) for one in brief.watch)


def _noted(brief: Brief, numbers: Mapping[str, int]) -> tuple[NotedRow, ...]:
    return tuple(NotedRow(one.headline, listed([numbers[name] for name in one.articles])) for one in brief.noted)


def _evidence(brief: Brief, references: References, *, paper: bool) -> tuple[EvidenceView, ...]:
    """The sentences of every source, grey where nothing has cited them: to be called after all that cites."""
    only_cited = paper and sum(len(source.sentences) for source in brief.sources) > PAPER_SENTENCES
    return tuple(evidence_view(one, references.cited, only_cited=only_cited) for one in brief.sources)


def _sources_word(count: int) -> str:
    return "the one source" if count == 1 else f"the {number(count)} sources"


def _heading(brief: Brief, dates: Dates) -> str:
    count = len(brief.stories)
    if count < 2 or brief.title != brief.stories[0].headline:
        return brief.title
    return f"{number(count).capitalize()} stories, {dates.long(utc_day(brief.date).isoformat())}"


def _facts(brief: Brief, dates: Dates, cutoff: str) -> tuple[Fact, ...]:
    day = utc_day(brief.date).isoformat()
    issue = f"{ordinal(brief.issue)} on this subject" if brief.subject else f"{ordinal(brief.issue)} of its series"
    facts = [Fact("Date of issue", dates.full(day), day)]
    facts.append(Fact("Information cut-off", cutoff or "no source is dated", brief.cutoff or ""))
    if brief.subject:
        facts.append(Fact("Subject", brief.subject, ""))
    facts.append(Fact("Issue", f"{brief.id} · {issue}", ""))
    return tuple(facts)


def _nav(brief: Brief, look: Look, stories: tuple[StoryView, ...]) -> tuple[NavLink, ...]:
    absent = {"figures"}
    absent |= {name for name in ("noted", "watch") if not getattr(brief, name)}
    if len(stories) != 1:
        absent |= set(look.sections) - set(BRIEF_SECTIONS)
    else:
        kept = {"changes": stories[0].changes is not None, "sequence": stories[0].line, "acronyms": stories[0].acronyms}
        absent |= {name for name, shown in kept.items() if not shown}
    shown = (name for name in look.sections if name not in absent)
    return tuple(NavLink(_NAV.get(name, name.replace("_", " ").capitalize()), name) for name in shown)


def _handling_class(handling: str) -> str:
    if handling not in _HANDLING:
        return "own"
    return handling.removeprefix("TLP:").partition("+")[0].lower()


def _description(brief: Brief) -> str:
    """The bottom line of the first story and how many sources there are, for search pages and file lists."""
    lines = [passage.text for story in brief.stories[:1] for passage in story.bottom_line]
    return " ".join([*lines, f"{counted(len(brief.sources), 'source')}."])


def _keywords(brief: Brief) -> str:
    names = [actor.name for story in brief.stories for actor in story.actors[:6]]
    return ", ".join(dict.fromkeys(name.replace(",", "") for name in names))
