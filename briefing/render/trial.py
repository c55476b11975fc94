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
    DateBasis,
    Development,
    Difference,
    Event,
    Evidence,
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
    glad = Passage("We are glad", one.sentences[1:])
    name, role = "Ilse Brandvold", "harbour master"
    both, alone = Carriage((one.origin, two.origin), 2), Carriage((one.origin,), 2)
    friday, year = When("2024-06-14", text="on Friday", basis="relative"), When("1993")
    sides = (Side((one.article.id,), (opened,)), Side((two.article.id,), (opened,)))
    return Story(
        id="s1",
        headline=_TITLE,
        headline_basis="title",
        articles=(one.article.id, two.article.id),
        origins=(one.origin, two.origin),
        bottom_line=(opened,),
        developments=(Development(friday, (opened,), both),),
        differences=(Difference("When", "trial", sides),),
        unknowns=(Unknown("no-date", (Passage("Nothing is known of the ferry."),)),),
        actors=(
            Actor(
                "a1",
                name,
                ActorKind.PERSON,
                1.0,
                ("Ms Brandvold",),
                (Role(role, None, one.sentences[1:]),),
                one.sentences[1:],
                ("Q1",),
            ),
        ),
        quotes=(
            Quote("Q1", QuoteKind.DIRECT, (), glad, name, "a1", role, "said", friday, None, alone),
            Quote("Q2", QuoteKind.INDIRECT, (), glad, name, "a1", "", "said", friday, "Norpress", alone),
        ),
        chronology=(
            Event("e1", year, (opened,), "Harbour shut", (), Status.REPORTED, alone),
            Event("e2", friday, (opened,), "Harbour opens", (), Status.REPORTED, both),
            Event("e3", When(None, basis="none"), (opened,), "First ferry", (), Status.EXPECTED, alone),
        ),
        carried_by_several=1,
        changes=(Change("new", (opened,)),),
        acronyms=(Acronym("HPA", Passage("harbour of Port Astrid", one.sentences[:1]), agrees=True),),
    )
