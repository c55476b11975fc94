"""A brief of two invented articles, written by hand, and what its delivery needs."""

from __future__ import annotations

import dataclasses
import io

import pytest
from pypdf import PdfWriter

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
    Evidence,
    Extent,
    Passage,
    Quote,
    QuoteKind,
    Segment,
    Source,
    Story,
    When,
)

FIRST = (
    "Ferry crews in Port Ellan walked out on Tuesday after talks over night shifts broke down.",
    "The harbour board said that no sailing to Sandrey was planned before Friday.",
    "\u201cWe asked for two nights off in seven, and we got a shrug,\u201d said Ines Varga, head of the seafarers\u2019 union.",
)
SECOND = (
    "All 14 ferries stayed in port after crews stopped work over night shifts, the harbour board said.",
    "Transport minister Tomas Okello called the strike \u201cneedless\u201d and offered to mediate.",
)


def _article(number: int, publisher: str, title: str, sentences: tuple[str, ...], published: str) -> Article:
    text = f"{title}\n\n{' '.join(sentences)}"
    start = len(title) + 2
    return Article(
        id=f"article-{number}",
        name=f"{number:02}.txt",
        text=text,
        blocks=(Block(BlockKind.TITLE, 0, len(title)), Block(BlockKind.BODY, start, len(text))),
        segments=(Segment(0, len(text), 0),),
        digest=f"{number:064x}",
        title=title,
        publisher=publisher,
        publisher_basis="stated",
        published=published,
        published_basis=DateBasis.STATED,
    )


def _sentences(article: Article, sentences: tuple[str, ...]) -> tuple[Evidence, ...]:
    starts = [article.text.index(sentence) for sentence in sentences]
    return tuple(
        Evidence(article.id, start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)
    )


@pytest.fixture(scope="session")
def brief() -> Brief:
    """One story carried by two outlets: 3 + 2 body sentences, 2 developments, 1 full quote, 2 actors."""
    first = _article(1, "Ellan Herald", "Ferry crews strike over night shifts", FIRST, "2031-03-04T17:10:00+00:00")
    second = _article(2, "Sandrey Post", "Islands cut off as ferries stop", SECOND, "2031-03-05T06:40:00+00:00")
    one, two = _sentences(first, FIRST), _sentences(second, SECOND)
    both, single = Carriage(("Ellan Herald", "Sandrey Post"), 2), Carriage(("Ellan Herald",), 2)
    words_start = first.text.index("We asked")
    words = "We asked for two nights off in seven, and we got a shrug,"
    story = Story(
        id="s1",
        headline="Ferry crews strike over night shifts",
        headline_basis="title",
        articles=(first.id, second.id),
        origins=("Ellan Herald", "Sandrey Post"),
        bottom_line=(
            Passage(FIRST[0], (one[0],)),
            Passage("No sailing to Sandrey was planned before Friday.", (one[1],)),
        ),
        developments=(
            Development(
                When("2031-03-04", text="on Tuesday", basis="relative"),
                (Passage("Ferry crews in Port Ellan walked out after talks over night shifts broke down.", (one[0], two[0])),),
                both,
            ),
            Development(
                When("2031-03-05", basis="lead"),
                (Passage("Tomas Okello called the strike \u201cneedless\u201d and offered to mediate.", (two[1],)),),
                dataclasses.replace(single, origins=("Sandrey Post",), differs=True),
            ),
        ),
        differences=(),
        unknowns=(),
        actors=(
            Actor("a1", "Ines Varga", ActorKind.PERSON, 2.0, (), (), (one[2],), ("Q1",)),
            Actor("a2", "Tomas Okello", ActorKind.PERSON, 1.0, (), (), (two[1],)),
        ),
        quotes=(
            Quote(
                id="Q1",
                kind=QuoteKind.DIRECT,
                contents=(Extent(first.id, words_start, words_start + len(words)),),
                text=Passage(words, (one[2],)),
                source="Ines Varga",
                actor="a1",
                source_role="head of the seafarers\u2019 union",
                cue="said",
                when=When("2031-03-04"),
                via=None,
                carriage=single,
            ),
        ),
        chronology=(),
        carried_by_several=1,
    )
    return Brief(
        id="SB-2031-03-05-01",
        product="Situation brief",
        title="Ferry crews strike over night shifts",
        date="2031-03-05",
        cutoff="2031-03-05T06:40:00+00:00",
        subject="Ferries",
        issue=1,
        handling="TLP:CLEAR",
        contact="Duty desk, +00 555 0100",
        stories=(story,),
        sources=(
            Source(1, first, one, "Ellan Herald", "2031-03-04", DateBasis.STATED),
            Source(2, second, two, "Sandrey Post", "2031-03-05", DateBasis.STATED),
        ),
        skipped=(),
        made_with=("briefing 0.1.0",),
    )


def make_pdf(pages: int = 2, filler: bytes = b"") -> bytes:
    """A PDF of empty pages; ``filler`` is attached to it to make it large."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    if filler:
        writer.add_attachment("filler.bin", filler)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """A PDF of two pages."""
    return make_pdf()
