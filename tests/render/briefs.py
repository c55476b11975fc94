"""Briefs written by hand: invented countries and people, our own sentences. Every reference is checked by eye.

``brief()`` is one story of two sources with every section filled; the others are its hard relatives.
"""

from __future__ import annotations

import dataclasses
from hashlib import sha256

from briefing.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Brief,
    Carriage,
    DateBasis,
    Development,
    Difference,
    Event,
    Evidence,
    Passage,
    Quote,
    QuoteKind,
    Role,
    Segment,
    Side,
    Source,
    Status,
    Story,
    Unknown,
    When,
)

MERIDIAN = (
    "Veldania closed the Orsk strait to tankers on Friday after a patrol boat was rammed near Cape Hellin.",
    "Coast guard commander Ilse Brandvold said four sailors were hurt and the boat had to be towed to Port Astrid.",
    "“We will not reopen the strait until those who rammed our boat are named,” Ms Brandvold told reporters.",
    "A senior official in the Sarevo government announced on June 12 that the tanker had lost its steering, "
    "but neither Port Astrid nor the owner has commented on the claim.",
    "If the strait stays shut, it will be the first closure in more than thirty years.",
    "President Tomas Arrel shut the strait in May 1993 to press his claim to the Hellin bank, his first act in office.",
    "Last October, while visiting Sarevo, Prime Minister Anna-Lise Vinter invited Marshal Deyan Korolec to sign "
    "a treaty on the bank.",
    "The news agency Norpress reported that on June 13 the Harbour Union’s secretary Pim Oduya called on both "
    "sides to stop manoeuvres that could put crews at risk.",
    "Speaking in the harbour, Mr Oduya described the risk as “unbearable”.",
    "The closure comes after Sarevo recently laid buoys along the Hellin bank.",
    "Veldania then suspended the 2019 pilotage agreement (PLA) and recalled its pilots.",
    "Hours before the first tanker was turned back on June 9, officials said about 30 fishing boats crossed the "
    "bank line, but left after Veldania fired flares.",
)

POST = (
    "Veldanian and Sarevan officials have traded blame over the ramming of a patrol boat in the Orsk strait.",
    "In an emergency call, Veldania’s prime minister Anna-Lise Vinter and Sarevo’s defence minister Josip Marek "
    "agreed to keep a line open and to respond to any further incident in the strait.",
    "“The two sides agreed to keep their ships apart by three miles until the facts of the night are established,” "
    "Veldania’s foreign ministry said.",
    "Doubt about the tanker began after the newspaper Dnevnik Sarevo reported on Monday that it had been chartered by "
    "the navy for the coming months.",
    "Sarevo has not confirmed the charter.",
    "Government spokesman Radko Pell said that Sarevo aims to keep the strait open, describing it as a shared road.",
    "“We have a right to sail in our own waters and this should trouble nobody,” Mr Pell said.",
    "Ms Vinter met Marshal Korolec in Sarevo last October and agreed to mark the bank together.",
    "Veldania has accused Sarevo of arming its fishing fleet, a charge that Sarevo rejects.",
    "Insurers are concerned about what the next convoy may carry.",
    "“Grain? Is it fuel? Is it the missiles they have been promising each other? We don’t know. But we are watching "
    "every hull,” Mr Marek said.",
    "The strait has carried a third of the region’s grain since the canal was deepened.",
    "While Sarevo has leased tugs from abroad, Veldania has been leaning more and more on pilots and weather data from "
    "its neighbours.",
)


def article(
    name: str, title: str | None, sentences: tuple[str, ...], *, per_paragraph: int = 2, **facts: object
) -> Article:
    """An article of these sentences, its blocks and segments in order."""
    paragraphs = [" ".join(sentences[i : i + per_paragraph]) for i in range(0, len(sentences), per_paragraph)]
    parts = ([title] if title else []) + paragraphs
    blocks, position = [], 0
    for index, part in enumerate(parts):
        kind = BlockKind.TITLE if title and index == 0 else BlockKind.BODY
        blocks.append(Block(kind, position, position + len(part)))
        position += len(part) + 2
    text = "\n\n".join(parts)
    return Article(
        id=name.partition(".")[0],
        name=name,
        text=text,
        blocks=tuple(blocks),
        segments=(Segment(0, len(text), 0),),
        digest=sha256(text.encode()).hexdigest(),
        title=title,
        **facts,  # type: ignore[arg-type]
    )


def source(number: int, of: Article, sentences: tuple[str, ...], origin: str, **facts: object) -> Source:
    """A numbered source whose sentences are found in its text."""
    found, position = [], 0
    for words in sentences:
        start = of.text.index(words, position)
        position = start + len(words)
        found.append(Evidence(of.id, start, position))
    return Source(number, of, tuple(found), origin, **facts)  # type: ignore[arg-type]


class Writer:
    """Writes the parts of a story about numbered sources: ``"2.4"`` stands for a sentence."""

    def __init__(self, *sources: Source) -> None:
        self.sources = {one.number: one for one in sources}
        self.origins = tuple(dict.fromkeys(one.origin for one in sources))

    def at(self, *labels: str) -> tuple[Evidence, ...]:
        """The evidence of labels."""
        pairs = [label.split(".") for label in labels]
        return tuple(self.sources[int(number)].sentences[int(index) - 1] for number, index in pairs)

    def says(self, text: str, *labels: str) -> Passage:
        """A passage."""
        return Passage(text, self.at(*labels))

    def carried(self, *numbers: int, differs: bool = False) -> Carriage:
        """A carriage by source numbers."""
        names = tuple(dict.fromkeys(self.sources[one].origin for one in numbers))
        return Carriage(names, len(self.origins), differs)

    def actor(self, number: int, name: str, *labels: str, **facts: object) -> Actor:
        """An actor named in these sentences; ``role`` is a pair of words and labels."""
        facts.setdefault("kind", ActorKind.PERSON)
        facts.setdefault("aliases", ())
        roles = tuple(Role(words, None, self.at(*where)) for words, *where in facts.pop("roles", ()))  # type: ignore[attr-defined]
        return Actor(  # type: ignore[misc]
            id=f"a{number}", name=name, salience=10.0 / number, roles=roles, evidence=self.at(*labels), **facts
        )


def sources() -> tuple[Source, Source]:
    """The two sources of ``brief()``: the first carries neither title nor date."""
    one = article(
        "meridian-story.txt",
        None,
        MERIDIAN,
        url="https://www.meridian.example/2024/veldania-closes-the-orsk-strait-to-tankers-after-a-patrol-boat-was-rammed",
    )
    two = article(
        "lakeside.txt",
        "Veldania and Sarevo hold emergency call over ramming in the Orsk strait",
        POST,
        publisher="The Lakeside Post",
        publisher_basis="stated",
        byline=("Maren Holt",),
        published="2024-06-14T07:43:00-04:00",
        published_basis=DateBasis.STATED,
        published_text="14 June 2024 07:43 EDT",
    )
    return (
        source(
            1,
            one,
            MERIDIAN,
            "meridian.example",
            anchor="2024-06-14",
            anchor_basis=DateBasis.INFERRED,
            anchor_reasons=("the latest day it names",),
        ),
        source(2, two, POST, "The Lakeside Post", anchor="2024-06-14", anchor_basis=DateBasis.STATED),
    )


def story(w: Writer) -> Story:
    """The one story of ``brief()``, every section filled."""
    return Story(
        id="s1",
        headline="Veldania and Sarevo hold emergency call over ramming in the Orsk strait",
        headline_basis="title",
        articles=tuple(one.article.id for one in w.sources.values()),
        origins=w.origins,
        bottom_line=(
            w.says(POST[1], "2.2"),
            w.says("Sarevo has not confirmed the charter.", "2.5"),
            w.says(MERIDIAN[4], "1.5"),
        ),
        developments=_developments(w),
        differences=_differences(w),
        unknowns=(
            Unknown("unconfirmed", (w.says("Sarevo has not confirmed the charter.", "2.5"),)),
            Unknown("unverified", (w.says("what the next convoy may carry: “We don’t know.”", "2.10", "2.11"),)),
            Unknown(
                "no-date",
                (Passage("Source 1 carries no publication date; its dates are read against 14 June."),),
            ),
        ),
        actors=_actors(w),
        quotes=_quotes(w),
        chronology=_chronology(w),
        carried_by_several=3,
    )


def _developments(w: Writer) -> tuple[Development, ...]:
    return (
        Development(
            When("2024-06-14"),
            (
                w.says(
                    "Veldania closed the Orsk strait to tankers after a patrol boat was rammed near Cape Hellin.",
                    "1.1",
                    "2.1",
                ),
            ),
            w.carried(1, 2),
        ),
        Development(
            When("2024-06-10", "2024-06-12", "on Monday", "relative"),
            (
                w.says("the newspaper Dnevnik Sarevo reported on Monday that it had been chartered by the navy", "2.4"),
                w.says(
                    "A senior official in the Sarevo government announced on June 12 "
                    "that the tanker had lost its steering",
                    "1.4",
                ),
            ),
            w.carried(1, 2, differs=True),
        ),
        Development(
            When("2024-06-14"),
            (
                w.says(
                    MERIDIAN[1],
                    "1.2",
                ),
            ),
            w.carried(1),
        ),
        Development(
            When("2024-06-13"),
            (
                w.says(
                    "Pim Oduya called on both sides to stop manoeuvres that could put crews at risk "
                    "and described the risk as “unbearable”.",
                    "1.8",
                    "1.9",
                ),
            ),
            w.carried(1),
        ),
        Development(
            When("2024-06-09"),
            (w.says("about 30 fishing boats crossed the bank line, but left after Veldania fired flares.", "1.12"),),
            w.carried(1),
        ),
        Development(
            When(None, basis="none"),
            (w.says("Veldania has accused Sarevo of arming its fishing fleet, a charge that Sarevo rejects.", "2.9"),),
            w.carried(2),
        ),
    )


def _differences(w: Writer) -> tuple[Difference, ...]:
    first, second = (one.article.id for one in w.sources.values())
    return (
        Difference(
            "Tanker",
            "cause",
            (
                Side((first,), (w.says("had lost its steering", "1.4"),)),
                Side((second,), (w.says("had been chartered by the navy for the coming months", "2.4"),)),
            ),
        ),
        Difference(
            "When",
            "date",
            (
                Side((second,), (w.says("on Monday", "2.4"),)),
                Side((first,), (w.says("on June 12", "1.4"),)),
            ),
        ),
        Difference(
            "Sarevo’s line",
            "statement",
            (
                Side((first,), (w.says("neither Port Astrid nor the owner has commented", "1.4"),)),
                Side(
                    (second,),
                    (w.says("has not confirmed,", "2.5"), w.says("“We have a right to sail in our own waters”", "2.7")),
                ),
            ),
        ),
    )


def _actors(w: Writer) -> tuple[Actor, ...]:
    return (
        w.actor(
            1, "Anna-Lise Vinter", "1.7", "2.2", "2.8", aliases=("Ms Vinter",), roles=[("Prime Minister", "1.7", "2.2")]
        ),
        w.actor(
            2,
            "Josip Marek",
            "2.2",
            "2.11",
            aliases=("Mr Marek",),
            roles=[("Sarevo’s defence minister", "2.2")],
            statements=("Q3",),
        ),
        w.actor(
            3,
            "Ilse Brandvold",
            "1.2",
            "1.3",
            aliases=("Ms Brandvold",),
            roles=[("Coast guard commander", "1.2")],
            statements=("Q2", "Q6"),
        ),
        w.actor(4, "Deyan Korolec", "1.7", "2.8", aliases=("Marshal Korolec",), roles=[("Marshal", "1.7", "2.8")]),
        w.actor(
            5,
            "Radko Pell",
            "2.6",
            "2.7",
            aliases=("Mr Pell",),
            roles=[("Government spokesman", "2.6")],
            statements=("Q4", "Q8"),
        ),
        w.actor(
            6,
            "Pim Oduya",
            "1.8",
            "1.9",
            aliases=("Mr Oduya",),
            roles=[("secretary of the Harbour Union", "1.8")],
            statements=("Q5", "Q9"),
        ),
        w.actor(7, "Foreign ministry, Veldania", "2.3", kind=ActorKind.ORGANISATION, roles=[], statements=("Q1",)),
        w.actor(
            8,
            "A senior official",
            "1.4",
            kind=ActorKind.UNNAMED,
            roles=[("in the Sarevo government", "1.4")],
            statements=("Q7",),
        ),
        w.actor(9, "Tomas Arrel", "1.6", roles=[("President", "1.6")]),
    )


def quote(w: Writer, label: str, kind: QuoteKind, text: str, at: str, name: str, **facts: object) -> Quote:
    """A quote in one sentence."""
    number = int(at.partition(".")[0])
    facts = {
        "actor": None,
        "source_role": "",
        "cue": "said",
        "when": When("2024-06-14", basis="lead"),
        "via": None,
        "carriage": w.carried(number),
    } | facts
    return Quote(id=label, kind=kind, contents=(), text=w.says(text, at), source=name, **facts)  # type: ignore[arg-type]


def _quotes(w: Writer) -> tuple[Quote, ...]:
    direct, mixed, indirect = QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT
    return (
        quote(
            w,
            "Q1",
            direct,
            POST[2][1 : POST[2].index(",” V")] + ".",
            "2.3",
            "Foreign ministry",
            source_role="Veldania",
            actor="a7",
        ),
        quote(
            w,
            "Q2",
            direct,
            "We will not reopen the strait until those who rammed our boat are named.",
            "1.3",
            "Ilse Brandvold",
            source_role="Coast guard commander",
            actor="a3",
        ),
        quote(
            w,
            "Q3",
            direct,
            POST[10][1 : POST[10].index(",” Mr")] + ".",
            "2.11",
            "Josip Marek",
            source_role="Sarevo’s defence minister",
            actor="a2",
        ),
        quote(
            w,
            "Q4",
            direct,
            "We have a right to sail in our own waters and this should trouble nobody.",
            "2.7",
            "Radko Pell",
            source_role="Government spokesman",
            actor="a5",
            when=When(None, basis="none"),
        ),
        quote(
            w,
            "Q5",
            mixed,
            "described the risk as “unbearable”.",
            "1.9",
            "Pim Oduya",
            source_role="Harbour Union",
            actor="a6",
            when=When("2024-06-13"),
        ),
        quote(
            w,
            "Q6",
            indirect,
            "said four sailors were hurt and the boat had to be towed to Port Astrid.",
            "1.2",
            "Ilse Brandvold",
            actor="a3",
            source_role="Coast guard commander",
        ),
        quote(
            w,
            "Q7",
            indirect,
            "announced on June 12 that the tanker had lost its steering",
            "1.4",
            "A senior official",
            actor="a8",
            source_role="Sarevo government",
            when=When("2024-06-12"),
        ),
        quote(
            w,
            "Q8",
            indirect,
            "said that Sarevo aims to keep the strait open, describing it as a shared road.",
            "2.6",
            "Radko Pell",
            actor="a5",
            when=When(None, basis="none"),
        ),
        quote(
            w,
            "Q9",
            indirect,
            "called on both sides to stop manoeuvres that could put crews at risk.",
            "1.8",
            "Pim Oduya",
            source_role="Harbour Union",
            actor="a6",
            when=When("2024-06-13"),
            via="Norpress",
        ),
    )


def event(
    w: Writer, number: int, when: When, label: str, *passages: Passage, by: tuple[int, ...] = (1,), **facts: object
) -> Event:
    """An event of the chronology."""
    facts = {"actors": (), "status": Status.REPORTED} | facts
    return Event(id=f"e{number}", when=when, passages=passages, label=label, carriage=w.carried(*by), **facts)  # type: ignore[arg-type]


def _chronology(w: Writer) -> tuple[Event, ...]:
    return (
        event(
            w,
            1,
            When("1993-05"),
            "Arrel shuts the strait",
            w.says("President Tomas Arrel shut the strait in May 1993 to press his claim to the Hellin bank", "1.6"),
        ),
        event(
            w,
            2,
            When("2023-10", text="last October", basis="relative"),
            "Vinter and Korolec meet in Sarevo",
            w.says("Ms Vinter met Marshal Korolec in Sarevo", "2.8"),
            w.says("invited Marshal Deyan Korolec to sign a treaty on the bank.", "1.7"),
            by=(1, 2),
        ),
        event(
            w,
            3,
            When(None, text="recently", basis="order", bound="before 2024-06-09"),
            "Sarevo lays buoys",
            w.says("Sarevo recently laid buoys along the Hellin bank.", "1.10"),
            w.says("Veldania then suspended the 2019 pilotage agreement (PLA) and recalled its pilots.", "1.11"),
        ),
        event(
            w,
            4,
            When("2024-06-09"),
            "30 fishing boats cross the bank line",
            w.says("about 30 fishing boats crossed the bank line, but left after Veldania fired flares.", "1.12"),
        ),
        event(
            w,
            5,
            When("2024-06-10", text="on Monday", basis="relative"),
            "Dnevnik Sarevo reports a navy charter",
            w.says(
                "the newspaper Dnevnik Sarevo reported on Monday that it had been chartered "
                "by the navy for the coming months.",
                "2.4",
            ),
            by=(2,),
        ),
        event(
            w,
            6,
            When("2024-06-12"),
            "Official: tanker had lost its steering",
            w.says(
                "A senior official in the Sarevo government announced on June 12 that the tanker had lost its steering",
                "1.4",
            ),
        ),
        event(
            w,
            7,
            When("2024-06-13"),
            "Oduya: stop manoeuvres",
            w.says("Pim Oduya called on both sides to stop manoeuvres that could put crews at risk.", "1.8"),
        ),
        event(
            w,
            8,
            When("2024-06-14", text="on Friday", basis="relative"),
            "Strait closed; emergency call, Vinter and Marek",
            w.says(
                "Veldania closed the Orsk strait to tankers on Friday after a patrol boat was rammed near Cape Hellin.",
                "1.1",
            ),
            w.says("Anna-Lise Vinter and Sarevo’s defence minister Josip Marek agreed to keep a line open", "2.2"),
            by=(1, 2),
        ),
        event(
            w,
            9,
            When(None, basis="none"),
            "Next convoy: cargo not known",
            w.says("what the next convoy may carry.", "2.10"),
            by=(2,),
            status=Status.EXPECTED,
        ),
    )


def brief(**changes: object) -> Brief:
    """One story of two sources, every section filled."""
    found = sources()
    made = Brief(
        id="SB-2024-06-14-01",
        product="Situation brief",
        title="Veldania and Sarevo hold emergency call over ramming in the Orsk strait",
        date="2024-06-14",
        cutoff="2024-06-14T11:43:00+00:00",
        subject="Orsk strait · Sarevo",
        issue=1,
        handling="TLP:CLEAR",
        contact="desk@brief.example",
        stories=(story(Writer(*found)),),
        sources=found,
        skipped=(),
        made_with=("briefing 0.1.0", "spaCy 3.8", "en_core_web_md 3.7.1"),
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]
