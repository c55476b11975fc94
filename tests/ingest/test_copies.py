"""One text in several sources is one source; much shared text is noted, and a difference at the head keeps both."""

from __future__ import annotations

import json
from pathlib import Path

from briefing.ingest import read_sources
from briefing.model import Article

SENTENCES = (
    "The port of Calder reopened on Friday after a strike of nine days, the harbor board said.",
    "Dockworkers voted late on Thursday to accept a raise of 11 percent over three years.",
    "About 40 ships had waited offshore since the walkout began in the last week of April.",
    "The board expects that it will take two weeks to clear the backlog at its four terminals.",
    "Retailers in the region had warned of empty shelves if the strike had gone on into June.",
    "A mediator appointed by the governor had met both sides eleven times since the start of spring.",
)
OTHERS = (
    "Farmers along the river say that the late frost has taken half of their cherries this year.",
    "The ministry of agriculture will send experts to the orchards to count the losses next week.",
    "Insurers have so far paid only for hail, and growers want the rules to change before autumn.",
    "Pickers from abroad who had come for the harvest are looking for work in the vineyards now.",
    "Prices at the wholesale market have doubled since Monday and are expected to rise further.",
    "Some growers lit fires between the rows at night in an effort to save what was in blossom.",
)


def read(folder: Path, *records: dict[str, str]) -> dict[str, Article]:
    """The articles that are left of some records, by name."""
    (folder / "a.jsonl").write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return {article.name: article for article in read_sources([str(folder / "a.jsonl")]).articles}


def text(*sentences: str) -> str:
    """Sentences as paragraphs."""
    return "\n\n".join(sentences)


def test_a_copy_is_folded_into_the_one_that_says_most_of_itself(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {"id": "bare", "text": text(*SENTENCES)},
        {"id": "full", "text": text(*SENTENCES), "publisher": "Shore Post", "published": "2024-05-03"},
    )
    assert {name: article.copies for name, article in found.items()} == {"full": ("bare",)}


def test_a_copy_with_another_dateline_and_a_shorter_end_is_a_copy(tmp_path: Path) -> None:
    wire = "CALDER, May 3 (Meridian) - " + text(*SENTENCES)
    found = read(tmp_path, {"id": "long", "text": wire}, {"id": "short", "text": text(*SENTENCES[:5])})
    assert {name: article.copies for name, article in found.items()} == {"long": ("short",)}


def test_a_number_that_differs_at_the_head_keeps_both(tmp_path: Path) -> None:
    other = (SENTENCES[0], SENTENCES[1].replace("11 percent", "14 percent"), *SENTENCES[2:])
    found = read(tmp_path, {"id": "a", "text": text(*SENTENCES)}, {"id": "b", "text": text(*other)})
    assert {name: article.related for name, article in found.items()} == {"a": ("b",), "b": ("a",)}


def test_a_name_that_differs_at_the_head_keeps_both(tmp_path: Path) -> None:
    other = (SENTENCES[0].replace("of Calder", "of Baxter"), *SENTENCES[1:])
    assert len(read(tmp_path, {"id": "a", "text": text(*SENTENCES)}, {"id": "b", "text": text(*other)})) == 2


def test_half_the_text_shared_is_related(tmp_path: Path) -> None:
    mixed = text(*SENTENCES[:3], *OTHERS[:3])
    found = read(tmp_path, {"id": "a", "text": text(*SENTENCES)}, {"id": "b", "text": mixed})
    assert {name: (article.copies, article.related) for name, article in found.items()} == {
        "a": ((), ("b",)),
        "b": ((), ("a",)),
    }


def test_the_same_quotation_alone_relates_nothing(tmp_path: Path) -> None:
    quotation = "“" + " ".join(SENTENCES[:4]) + "” the governor said on Friday."
    found = read(
        tmp_path,
        {"id": "a", "text": text(*OTHERS[:3], quotation)},
        {"id": "b", "text": text(*OTHERS[3:], quotation)},
    )
    assert {article.related for article in found.values()} == {()}


def test_different_texts_stay_apart(tmp_path: Path) -> None:
    found = read(tmp_path, {"id": "a", "text": text(*SENTENCES)}, {"id": "b", "text": text(*OTHERS)})
    assert {name: (article.copies, article.related) for name, article in found.items()} == {
        "a": ((), ()),
        "b": ((), ()),
    }


def test_one_address_is_one_article_of_which_the_newer_is_kept(tmp_path: Path) -> None:
    url = "https://post.example/port"
    found = read(
        tmp_path,
        {"id": "old", "text": text(*SENTENCES[:4]), "url": url, "published": "2024-05-03T08:00:00Z"},
        {"id": "new", "text": text(*SENTENCES[:3], *OTHERS[:2]), "url": url, "published": "2024-05-03T12:00:00Z"},
    )
    assert {name: article.copies for name, article in found.items()} == {"new": ("old",)}
    assert "revised" in found["new"].warnings
