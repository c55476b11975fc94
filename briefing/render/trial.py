"""A small brief with something in every section, to try templates on."""

from __future__ import annotations

from briefing.model import (
    Acronym,
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Brief,
    Carriage,
    Change,
    Correction,
    CorrectionKind,
    DateBasis,
    Development,
    Difference,
    Earlier,
    Event,
    Evidence,
    FullerName,
    Noted,
    Passage,
    Quote,
    QuoteKind,
    Role,
    Segment,
    Side,
    Skipped,
    Source,
    Status,
    Story,
    Unknown,
    Watch,
    When,
)

_TITLE = "Harbour of Port Astrid opens again"
_FIRST = "The harbour of Port Astrid (HPA) opened again on Friday."
_SECOND = "“We are glad,” harbour master Ilse Brandvold said."
_NAME, _ROLE = "Ilse Brandvold", "harbour master"
_FRIDAY = When("2024-06-14", text="on Friday", basis="relative")


def trial_brief() -> Brief:
    """Two short sources about a harbour that is not on any map."""
    one, two = _source(1, "The Meridian"), _source(2, "The Lakeside Post")
    return Brief(
        id="SB-2024-06-14-01",
        product="Situation brief",
        title=_TITLE,
        date="2024-06-14",
        cutoff="2024-06-14T11:43:00+00:00",
        subject="Port Astrid",
        issue=2,
        handling="TLP:CLEAR",
        contact="desk@brief.example",
        stories=(_story(one, two),),
        sources=(one, two),
        skipped=(Skipped("broken.txt", "binary", "this is no text"),),
        made_with=("briefing",),
        noted=(Noted("A bakery wins a prize", "title", (two.article.id,), (two.origin,)),),
        watch=(Watch("harbour", one.sentences[:1]),),
        earlier=Earlier("SB-2024-06-13-01", 1, "2024-06-13"),
        corrections=(Correction(CorrectionKind.SAME, ("Ilsa Brandvold", _NAME)),),
    )


def _source(number: int, origin: str) -> Source:
    text = f"{_TITLE}\n\n{_FIRST} {_SECOND}"
    body = len(_TITLE) + 2
    article = Article(
        id=f"trial-{number}",
        name=f"trial-{number}.txt",
        text=text,
        blocks=(Block(BlockKind.TITLE, 0, len(_TITLE)), Block(BlockKind.BODY, body, len(text))),
        segments=(Segment(0, len(text), 0),),
        digest=f"{number}" * 64,
        title=_TITLE,
        byline=("Maren Holt",),
        publisher=origin,
        published="2024-06-14T11:43:00+00:00",
        published_basis=DateBasis.STATED,
        url="https://paper.example/harbour",
    )
    end = body + len(_FIRST)
    return Source(number, article, (Evidence(article.id, body, end), Evidence(article.id, end + 1, len(text))), origin)


def _story(one: Source, two: Source) -> Story:
    opened = Passage(_FIRST, (one.sentences[0], two.sentences[0]))
    both, alone = Carriage((one.origin, two.origin), 2), Carriage((one.origin,), 2)
    sides = (Side((one.article.id,), (opened,)), Side((two.article.id,), (opened,)))
    return Story(
        id="s1",
        headline=_TITLE,
        headline_basis="title",
        articles=(one.article.id, two.article.id),
        origins=(one.origin, two.origin),
        bottom_line=(opened,),
        developments=(Development(_FRIDAY, (opened,), both),),
        differences=(Difference("When", "trial", sides),),
        unknowns=(Unknown("no-date", (Passage("Nothing is known of the ferry."),)),),
        actors=(_actor(one),),
        quotes=_quotes(one, alone),
        chronology=_chronology(opened, alone, both),
        carried_by_several=1,
        changes=(Change("new", (opened,)), Change("role", _offices(one), "a1")),
        acronyms=(Acronym("HPA", Passage("harbour of Port Astrid", one.sentences[:1]), agrees=True),),
    )


def _actor(one: Source) -> Actor:
    said = one.sentences[1:]
    roles = (Role(_ROLE, None, said),)
    name = FullerName(f"{_NAME} Holt", 1)
    return Actor("a1", _NAME, ActorKind.PERSON, 1.0, ("Ms Brandvold",), roles, said, ("Q1",), fuller=name)


def _offices(one: Source) -> tuple[Passage, ...]:
    return Passage(f"[{_NAME}:] {_ROLE}", one.sentences[1:]), Passage(f"[in issue 1:] acting {_ROLE}")


def _quotes(one: Source, carriage: Carriage) -> tuple[Quote, ...]:
    glad = Passage("We are glad", one.sentences[1:])
    return (
        Quote("Q1", QuoteKind.DIRECT, (), glad, _NAME, "a1", _ROLE, "said", _FRIDAY, None, carriage),
        Quote("Q2", QuoteKind.INDIRECT, (), glad, _NAME, "a1", "", "said", _FRIDAY, "Norpress", carriage),
    )


def _chronology(opened: Passage, alone: Carriage, both: Carriage) -> tuple[Event, ...]:
    return (
        Event("e1", When("1993"), (opened,), "Harbour shut", (), Status.REPORTED, alone),
        Event("e2", _FRIDAY, (opened,), "Harbour opens", (), Status.REPORTED, both),
        Event("e3", When(None, basis="none"), (opened,), "First ferry", (), Status.EXPECTED, alone),
    )
