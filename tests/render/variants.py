"""Hard relatives of the hand-written brief: one source, twelve, several stories, nothing, very long, hostile."""

from __future__ import annotations

import dataclasses

import briefs

from briefing.model import (
    Acronym,
    Actor,
    ActorKind,
    Brief,
    Carriage,
    Change,
    DateBasis,
    Development,
    Difference,
    Event,
    Noted,
    Passage,
    Quote,
    QuoteKind,
    Side,
    Skipped,
    Source,
    Status,
    Story,
    Watch,
    When,
)

HOSTILE = (
    "</title></style><script>alert(1)</script><link rel=attachment href=file:///etc/passwd> {{ 7*7 }} {% raw %} "
    "<img src=http://127.0.0.1/x.png onerror=alert(1)> \"' onmouseover='x' url(http://127.0.0.1/y) } body{display:none}"
)
NAMES = (
    "Nguyễn Thị Phương Thảo Đặng",
    "Þórgunnur Ægisdóttir",
    "Łucja Święcicka-Źrebak",
    "Дмитро Ґалаган Їжакевич",
    "Ελευθερία Παπαδοπούλου",
    "Şükrü Gökçeoğlu İnönü",
    "Čeněk Dvořák-Říha",
)


def one_source() -> Brief:
    """One story of one source."""
    second = dataclasses.replace(briefs.sources()[1], number=1)
    w = briefs.Writer(second)
    says = w.says
    story = Story(
        id="s1",
        headline="Veldania and Sarevo hold emergency call over ramming in the Orsk strait",
        headline_basis="title",
        articles=(second.article.id,),
        origins=(second.origin,),
        bottom_line=(says(briefs.POST[1], "1.2"), says(briefs.POST[4], "1.5")),
        developments=(
            Development(
                When("2024-06-10", text="on Monday", basis="relative"), (says(briefs.POST[3], "1.4"),), w.carried(1)
            ),
        ),
        differences=(),
        unknowns=(),
        actors=(w.actor(1, "Radko Pell", "1.6", "1.7", roles=[("Government spokesman", "1.6")]),),
        quotes=(),
        chronology=(
            briefs.event(
                w,
                1,
                When("2023-10", text="last October", basis="relative"),
                "Vinter and Korolec meet",
                says(briefs.POST[7], "1.8"),
            ),
            briefs.event(
                w,
                2,
                When("2024-06-10", text="on Monday", basis="relative"),
                "Dnevnik Sarevo reports a charter",
                says(briefs.POST[3], "1.4"),
            ),
        ),
        carried_by_several=0,
    )
    return briefs.brief(stories=(story,), sources=(second,), title=story.headline)


def several() -> Brief:
    """Two stories told, one noted, watch-words, changes, short forms, a source that could not be read."""
    found = briefs.sources()
    first = briefs.story(briefs.Writer(*found))
    w = briefs.Writer(*found)
    first = dataclasses.replace(
        first,
        acronyms=(
            Acronym("PLA", w.says("pilotage agreement", "1.11"), agrees=True),
            Acronym("ORS", w.says("the Orsk strait", "1.1"), agrees=False),
        ),
        changes=(
            Change("new", (w.says(briefs.MERIDIAN[0], "1.1"),)),
            Change("updated", (w.says(briefs.MERIDIAN[1], "1.2"),)),
            Change("gone", (Passage("The tanker’s owner is a firm in Port Astrid."),)),
        ),
    )
    other = dataclasses.replace(
        one_source().stories[0], id="s2", headline="Insurers count the hulls of the next convoy"
    )
    third = dataclasses.replace(found[1], number=3, article=dataclasses.replace(found[1].article, id="third"))
    third = dataclasses.replace(
        third, sentences=tuple(dataclasses.replace(e, article="third") for e in third.sentences)
    )
    return briefs.brief(
        title="Two matters: the Orsk strait and the next convoy",
        issue=3,
        stories=(first, other),
        sources=(*found, third),
        noted=(Noted("Veldania’s bakers win a prize in Lower Tamsin", "title", ("third",), ("The Lakeside Post",)),),
        watch=(Watch("convoy", w.at("2.10")), Watch("harbour dues", ())),
        skipped=(Skipped("broken.txt", "binary", "this is no text; export it as plain text"),),
    )


def empty() -> Brief:
    """Nothing could be read."""
    return briefs.brief(
        title="Nothing to report",
        stories=(),
        sources=(),
        cutoff=None,
        subject="",
        handling="",
        contact="",
        skipped=(Skipped("a.txt", "empty", "the file is empty"), Skipped("b.bin", "binary", "this is no text")),
    )


def bare() -> Brief:
    """A story whose sections are all empty."""
    whole = briefs.brief()
    story = dataclasses.replace(
        whole.stories[0],
        bottom_line=(),
        developments=(),
        differences=(),
        unknowns=(),
        actors=(),
        quotes=(),
        chronology=(),
    )
    return dataclasses.replace(whole, stories=(story,))


def wordy() -> Brief:
    """A very long headline, names of eighty letters, an address without a break."""
    whole = briefs.brief()
    headline = (
        "Veldania’s prime minister, the coast guard of the northern districts and the harbour union of Port Astrid "
        "disagree over who was told what, and when, on the night on which the patrol boat was rammed near Cape Hellin"
    )
    name = "Maximiliana-Theodora Brandvold-Wexelstrom zu Oberhellin und Niederhellin-Arrelsborg"
    broken = "Donaudampfschifffahrtsgesellschaftskapitänswitwenverbandsvorsitzendenstellvertreter"
    story = whole.stories[0]
    actors = (
        dataclasses.replace(story.actors[0], name=name, aliases=(broken,)),
        dataclasses.replace(story.actors[1], name=broken),
        *story.actors[2:],
    )
    quotes = tuple(dataclasses.replace(quote, source=name, source_role=broken) for quote in story.quotes)
    story = dataclasses.replace(story, headline=headline, actors=actors, quotes=quotes)
    first, second = whole.sources
    article = dataclasses.replace(first.article, url="https://www.meridian.example/" + "x" * 300)
    return dataclasses.replace(
        whole, title=headline, stories=(story,), sources=(dataclasses.replace(first, article=article), second)
    )


def hostile() -> Brief:
    """Markup, templates, styles and addresses in every place that comes from a source."""
    whole = briefs.brief()
    story = whole.stories[0]
    actors = tuple(dataclasses.replace(one, name=HOSTILE, aliases=(HOSTILE,)) for one in story.actors[:2])
    quotes = tuple(
        dataclasses.replace(
            one, source=HOSTILE, source_role=HOSTILE, via=HOSTILE, text=Passage(HOSTILE, one.text.evidence)
        )
        for one in story.quotes[:5]
    )
    events = tuple(dataclasses.replace(one, label=HOSTILE) for one in story.chronology)
    story = dataclasses.replace(story, headline=HOSTILE, actors=actors, quotes=quotes, chronology=events)
    first, second = whole.sources
    article = dataclasses.replace(second.article, title=HOSTILE, url="javascript:alert(1)", byline=(HOSTILE,))
    return dataclasses.replace(
        whole,
        title=HOSTILE,
        subject=HOSTILE,
        contact=HOSTILE,
        stories=(story,),
        sources=(first, dataclasses.replace(second, article=article, origin=HOSTILE)),
    )


def names() -> Brief:
    """Actors named in Vietnamese, Icelandic, Polish, Ukrainian, Greek, Turkish and Czech letters."""
    whole = briefs.brief()
    story = whole.stories[0]
    actors = tuple(dataclasses.replace(one, name=name) for one, name in zip(story.actors, NAMES, strict=False))
    return dataclasses.replace(whole, stories=(dataclasses.replace(story, actors=actors),))


def foreign() -> Brief:
    """Hangul, Han and Arabic letters, which our fonts have not."""
    whole = briefs.brief()
    story = whole.stories[0]
    actors = tuple(
        dataclasses.replace(one, name=name)
        for one, name in zip(story.actors, ("한겨레", "王毅山", "سلام"), strict=False)
    )
    return dataclasses.replace(whole, stories=(dataclasses.replace(story, actors=actors),))


def twelve() -> Brief:
    """Twelve origins: 7 of 12, sides of several sources, bars of many stretches."""
    return large(12, 9, events=14, actors=14, quotes=8)


def large(count: int, each: int, *, events: int, actors: int, quotes: int) -> Brief:
    """A story of many sources with many sentences, events, actors and quotes."""
    found = tuple(_many(number, each) for number in range(1, count + 1))
    w = briefs.Writer(*found)
    labels = [f"{number}.{index}" for number in range(1, count + 1) for index in range(1, each + 1)]
    words = {label: found[int(label.partition(".")[0]) - 1] for label in labels}

    def sentence(label: str) -> str:
        one = words[label].sentences[int(label.partition(".")[2]) - 1]
        return words[label].article.text[one.start : one.end]

    def says(index: int) -> Passage:
        label = labels[(index * 7) % len(labels)]
        return w.says(sentence(label), label)

    def carried(index: int) -> Carriage:
        return w.carried(*range(1, 2 + (index * 5) % count), differs=index % 6 == 1)

    story = Story(
        id="s1",
        headline="Twelve outlets count the ships that wait before the Orsk strait",
        headline_basis="title",
        articles=tuple(one.article.id for one in found),
        origins=w.origins,
        bottom_line=(says(1), says(2), says(3)),
        developments=tuple(
            Development(When(f"2024-06-{9 + index % 6:02}"), (says(index),), carried(index)) for index in range(8)
        ),
        differences=(
            Difference(
                "How many",
                "number",
                (
                    Side(tuple(one.article.id for one in found[:3]), (w.says("counted 11 ships", "1.1"),)),
                    Side((found[3].article.id,), (w.says("counted 14 ships", "4.1"),)),
                    Side((found[4].article.id,), (w.says("counted 15 ships", "5.1"),)),
                ),
            ),
        ),
        unknowns=(),
        actors=tuple(
            Actor(
                f"a{index + 1}",
                f"Captain {_letters(index)}",
                ActorKind.PERSON,
                1 / (index + 1),
                (),
                (),
                w.at(*labels[index :: actors * 2]),
            )
            for index in range(actors)
        ),
        quotes=tuple(_said(w, index, says(index)) for index in range(quotes)),
        chronology=tuple(
            Event(
                f"e{index}",
                When(f"2024-{3 + index * 4 // events:02}-{1 + index % 14:02}"),
                (says(index), says(index + 3)),
                f"Ships wait at buoy {index}",
                (),
                Status.REPORTED,
                carried(index),
            )
            for index in range(events)
        ),
        carried_by_several=7,
    )
    return briefs.brief(stories=(story,), sources=found, title=story.headline)


def _letters(index: int) -> str:
    first = ("Ansel", "Brita", "Corvin", "Dagny", "Edvar", "Frida", "Gorm", "Hella")
    last = ("Aske", "Brandt", "Corell", "Dorn", "Eskil", "Farn", "Grane")
    return f"{first[index % 8]} {last[index % 7]}"


def _many(number: int, each: int) -> Source:
    sentences = tuple(
        f"Outlet {number} counted {10 + number} ships before the strait at the bell of watch {index}, while their "
        f"crews painted the rails and read the weather of the Hellin bank aloud to one another."
        for index in range(1, each + 1)
    )
    made = briefs.article(
        f"outlet-{number}.txt",
        f"Ships wait before the strait, counts outlet {number}",
        sentences,
        publisher=f"Outlet {number}",
        published=f"2024-06-14T{number % 12:02}:00:00+00:00",
        published_basis=DateBasis.STATED,
        url=f"https://outlet{number}.example/ships",
    )
    return briefs.source(number, made, sentences, f"Outlet {number}")


def _said(w: briefs.Writer, index: int, passage: Passage) -> Quote:
    kind = QuoteKind.DIRECT if index % 2 == 0 else QuoteKind.INDIRECT
    made = briefs.quote(w, f"Q{index + 1}", kind, "", "1.1", f"Captain {_letters(index)}")
    return dataclasses.replace(made, text=passage)
