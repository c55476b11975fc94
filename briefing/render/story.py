"""One story as the templates show it, written from the brief's values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from briefing.model import (
    Actor,
    ActorKind,
    Brief,
    Development,
    Difference,
    Event,
    Quote,
    QuoteKind,
    Role,
    Status,
    Story,
)
from briefing.render.carriage import carried
from briefing.render.cast import Government, acting, governments
from briefing.render.references import Ref, References
from briefing.render.rows import (
    AcronymRow,
    ActorRow,
    ChangeRow,
    DevelopmentRow,
    DifferenceRow,
    EventRow,
    Figure,
    GovernmentRow,
    QuoteLink,
    QuoteRow,
    RoleLine,
    Share,
    SideCell,
    StoryView,
    UnknownRow,
)
from briefing.render.sequence import sequence
from briefing.render.speech import speaking
from briefing.wording.dates import Dates, exact_day, utc_day

PAPER_DEVELOPMENTS, PAPER_ACTORS, PAPER_QUOTES = 6, 12, 5
"""What is printed of a long story; the HTML page and the JSON carry everything."""

PAPER_ROLES = 2
"""The first roles say who somebody is; what else the sources call them is in the HTML page."""

PAPER_WITNESSES = 3
"""So many sources vouch for an office, each with its first sentence; every one of them is in the HTML page."""

_ALIASES = 3
"""More other names than this say no more about who somebody is."""
_KINDS = {
    ActorKind.ORGANISATION: "institution",
    ActorKind.GOVERNMENT: "government",
    ActorKind.PLACE: "place",
    ActorKind.UNNAMED: "not named",
}
_STATUS = {Status.EXPECTED: "expected", Status.DENIED: "denied", Status.ALLEGED: "alleged"}
_CHANGES = {"new": "New", "updated": "Updated", "role": "Office", "gone": "No longer reported"}
_BASES = {"lead": "day of the report", "inferred": "from an undated article"}


class StoryWriter:
    """Writes the views of a brief's stories, one after the other, with the same references and dates."""

    def __init__(self, brief: Brief, references: References, dates: Dates, *, paper: bool) -> None:
        self._references, self._dates, self._paper = references, dates, paper
        self._cutoff = utc_day(brief.cutoff or brief.date)
        self._alone = len(brief.stories) == 1

    def story(self, story: Story) -> StoryView:
        """The view of one story."""
        prefix = "" if self._alone else f"{story.id}-"
        sources = [self._references.source(article) for article in story.articles]
        whole = [quote for quote in story.quotes if quote.kind is QuoteKind.DIRECT]
        speech = [quote for quote in story.quotes if quote.kind is not QuoteKind.DIRECT]
        cut = self._cut(story, len(whole))
        whole = whole[: PAPER_QUOTES if "quotes" in cut else None]
        shown = {quote.id for quote in (*whole, *speech)}
        actors = acting(story)[: PAPER_ACTORS if "actors" in cut else None]
        developments = story.developments[: PAPER_DEVELOPMENTS if "developments" in cut else None]
        return StoryView(
            id=story.id,
            prefix=prefix,
            headline=story.headline,
            size=headline_size(story.headline),
            paired=len(sources) == 2 and all(self._sided(one, story) for one in story.differences),
            pair=tuple(f"{source.number} · {source.origin}" for source in sources[:2]),
            numbers=tuple(source.number for source in sources),
            origins=len(story.origins),
            figures=figures(story),
            bottom_line=self._references.pieces(story.bottom_line),
            line=sequence(story.chronology, self._cutoff, self._dates),
            developments=tuple(self._development(one) for one in developments),
            differences=tuple(self._difference(one, story) for one in story.differences),
            unknowns=tuple(UnknownRow(one.kind, self._references.pieces(one.passages)) for one in story.unknowns),
            changes=self._changes(story),
            actors=tuple(self._actor(one, story, prefix, shown) for one in actors),
            governments=tuple(self._government(one) for one in governments(story)),
            speaking=speaking(story),
            quotes=tuple(self._quote(one, prefix) for one in whole),
            speech=tuple(self._speech(speech, whole, prefix)),
            chronology=tuple(self._event(one) for one in story.chronology),
            acronyms=tuple(
                AcronymRow(one.letters, self._references.pieces((one.words,)), one.agrees) for one in story.acronyms
            ),
            cut=cut,
        )

    def _cut(self, story: Story, whole: int) -> dict[str, int]:
        if not self._paper:
            return {}
        counts = {
            "developments": len(story.developments) - PAPER_DEVELOPMENTS,
            "actors": len(acting(story)) - PAPER_ACTORS,
            "quotes": whole - PAPER_QUOTES,
        }
        return {name: count for name, count in counts.items() if count > 0}

    def _development(self, development: Development) -> DevelopmentRow:
        date = self._dates.when(development.when)
        pieces = self._references.pieces(development.passages)
        return DevelopmentRow(date[:1].upper() + date[1:] or "Undated", pieces, carried(development.carriage))

    def _sided(self, difference: Difference, story: Story) -> bool:
        """Each side is one article of the story, so that the sides have a column each."""
        return len(difference.sides) == 2 and {side.articles for side in difference.sides} == {
            (article,) for article in story.articles
        }

    def _difference(self, difference: Difference, story: Story) -> DifferenceRow:
        order = {article: index for index, article in enumerate(story.articles)}
        sides = sorted(difference.sides, key=lambda side: min((order.get(one, 0) for one in side.articles), default=0))
        cells = []
        for side in sides:
            sources = [self._references.source(article) for article in side.articles]
            names = ", ".join(f"{source.number} · {source.origin}" for source in sources)
            cells.append(SideCell(names, self._references.pieces(side.passages)))
        return DifferenceRow(difference.point, tuple(cells))

    def _changes(self, story: Story) -> tuple[ChangeRow, ...] | None:
        if story.changes is None:
            return None
        return tuple(
            ChangeRow(_CHANGES.get(one.kind, one.kind), one.kind, self._references.pieces(one.passages))
            for one in story.changes
        )

    def _actor(self, actor: Actor, story: Story, prefix: str, shown: set[str]) -> ActorRow:
        most = max((len(one.evidence) for one in acting(story)), default=1) or 1
        counts = Counter(self._references.source(one.article).number for one in actor.evidence)
        return ActorRow(
            name=actor.name,
            note=_actor_note(actor),
            what=_what(actor) or _either(actor, story) or "not given",
            roles=self._roles(actor),
            statements=tuple(
                QuoteLink(one, f"{prefix}{one.lower()}" if one in shown else "") for one in actor.statements
            ),
            sentences=len(actor.evidence),
            where=self._references.pointers(actor.evidence),
            bar=tuple(Share(number, f"{100 * count / most:.4g}%") for number, count in sorted(counts.items())),
        )

    def _roles(self, actor: Actor) -> tuple[RoleLine, ...]:
        """A line for each office, with the sentences of all its wordings."""
        leading = [role for role in actor.roles if role.same_as is None]
        found = []
        for role in leading[: PAPER_ROLES if self._paper else None]:
            wordings = [one for one in actor.roles if one is role or one.same_as == role.text]
            refs = sorted(self._references.refs(place for one in wordings for place in one.evidence), key=_place)
            found.append(RoleLine(_role(role), tuple(_first_of_each(refs) if self._paper else refs)))
        return tuple(found)

    def _government(self, one: Government) -> GovernmentRow:
        where = tuple(sorted(self._references.pointers(one.evidence), key=_place))
        return GovernmentRow(one.name, one.seats, one.statements, one.sentences, where)

    def _speech(self, quotes: Iterable[Quote], above: Iterable[Quote], prefix: str) -> Iterator[QuoteRow]:
        """Partial quotes and reported speech; what somebody's office is stands once, here or in the quotes above."""
        introduced = {quote.actor for quote in above if quote.actor and quote.source_role}
        for quote in quotes:
            row = self._quote(quote, prefix)
            yield row._replace(role="") if quote.actor in introduced else row
            if quote.actor and quote.source_role:
                introduced.add(quote.actor)

    def _quote(self, quote: Quote, prefix: str) -> QuoteRow:
        return QuoteRow(
            label=quote.id,
            anchor=f"{prefix}{quote.id.lower()}",
            source=quote.source or "Source not named",
            role=quote.source_role,
            pieces=self._references.pieces((quote.text,)),
            date=self._dates.when(quote.when) or "undated",
            via=quote.via or "",
            indirect=quote.kind is QuoteKind.INDIRECT,
        )

    def _event(self, event: Event) -> EventRow:
        return EventRow(
            date=self._dates.when(event.when, weekday=True) or "Not yet dated",
            iso=event.when.value or "",
            words=event.when.text,
            note="" if event.when.text else _BASES.get(event.when.basis, ""),
            status=_STATUS.get(event.status, ""),
            now=exact_day(event.when.value) == self._cutoff,
            pieces=self._references.pieces(event.passages),
            carried=carried(event.carriage),
        )


def _first_of_each(refs: Iterable[Ref]) -> list[Ref]:
    """The first reference of each source, of as many as are printed; ``refs`` are in order."""
    first: dict[str, Ref] = {}
    for ref in refs:
        first.setdefault(ref.label.partition(".")[0], ref)
    return list(first.values())[:PAPER_WITNESSES]


def _place(ref: Ref) -> tuple[int, ...]:
    return tuple(map(int, ref.label.split(".")))


def headline_size(headline: str) -> str:
    """The class that steps a long headline down: 24 pt, then 20 past 80 letters, 17 past 130."""
    return "h-longer" if len(headline) > 130 else "h-long" if len(headline) > 80 else ""


def figures(story: Story) -> tuple[Figure, ...]:
    """The figures of a story that can be counted; what needs two origins is left out where there is one."""
    dated = sum(bool(event.when.value) for event in story.chronology)
    found = [
        _figure(len(story.articles), "source", "sources"),
        _figure(len(acting(story)), "key actor", "key actors"),
        _figure(len(story.quotes), "statement", "statements"),
        _figure(dated, "dated event", "dated events"),
    ]
    if len(story.origins) > 1:
        place = "in both sources" if len(story.articles) == len(story.origins) == 2 else "carried by several"
        found.append(_figure(story.carried_by_several, f"point {place}", f"points {place}"))
        found.append(_figure(len(story.differences), "point where they differ", "points where they differ"))
    return tuple(found)


def _figure(count: int, one: str, several: str) -> Figure:
    return Figure(count, one if count == 1 else several)


def _actor_note(actor: Actor) -> str:
    """The name of an earlier issue, and other names that are not just a part of the one shown."""
    words = set(actor.name.casefold().split())
    others = [alias for alias in actor.aliases if not words.issuperset(alias.casefold().split())]
    notes = [f"[{actor.fuller.name}] in issue {actor.fuller.issue}"] if actor.fuller else []
    notes += [f"also: {', '.join(others[:_ALIASES])}"] if others else []
    return "; ".join(notes) or (_what(actor) if actor.roles else "")


def _either(actor: Actor, story: Story) -> str:
    """Who a bare surname can be, where it is that of several people."""
    people = [one.name for one in story.actors if one.kind is ActorKind.PERSON and one.name != actor.name]
    fits = [name for name in people if actor.name in (name.split()[0], name.split()[-1])]
    return f"unclear: {', '.join(fits[:-1])} or {fits[-1]}" if len(fits) > 1 else ""


def _what(actor: Actor) -> str:
    return f"stands for {actor.stands_for}" if actor.stands_for else _KINDS.get(actor.kind, "")


def _role(role: Role) -> str:
    said = role.says_where or not role.affiliation or role.affiliation.casefold() in role.text.casefold()
    return role.text if said else f"{role.text}, {role.affiliation}"
