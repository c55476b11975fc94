"""The actors of the two seed articles are those that a careful reader found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from briefing.annotate import pipeline
from briefing.compose.actors.gathering import ActorTable, merge_actors
from briefing.compose.documents import Document
from briefing.model import Article

pytestmark = pytest.mark.model
KINDS = {"title": "title", "subtitle": "subtitle", "body": "body", "caption": "aside"}


@pytest.fixture(scope="module")
def table(nlp: Language, seeds: Path) -> ActorTable:
    """The actors of both articles, their lines sorted by the gold file."""
    gold = json.loads((seeds / "gold" / "lines.json").read_text(encoding="utf-8"))
    return merge_actors([document(nlp, entry) for entry in gold["documents"]])


@pytest.fixture(scope="module")
def gold(seeds: Path) -> list[dict[str, Any]]:
    """The actors that the gold file expects, without the clutter."""
    found: list[dict[str, Any]] = json.loads((seeds / "gold" / "actors.json").read_text(encoding="utf-8"))["actors"]
    return found


def document(nlp: Language, entry: dict[str, Any]) -> Document:
    """One article made of its lines that are no clutter."""
    text, blocks = "", []
    for line in entry["lines"]:
        words = line["text"].strip()
        if line["label"] in KINDS and words:
            start = len(text) + 2 if text else 0
            text = f"{text}\n\n{words}" if text else words
            blocks.append((KINDS[line["label"]], start, start + len(words)))
    article = Article(id=entry["file"][:3], name=entry["file"], text=text, blocks=(), segments=(), digest="")
    return Document(article, nlp(pipeline.make_doc(nlp, text, blocks)))


def test_every_named_person_is_one_actor(table: ActorTable, gold: list[dict[str, Any]]) -> None:
    people = {actor["name"] for actor in gold if actor["type"] == "person" and not actor.get("clutter")}
    found = [actor.name for actor in table.actors if actor.kind in ("person", "unnamed")]
    assert sorted(found) == sorted(people)


def test_every_role_is_read_as_written(table: ActorTable, gold: list[dict[str, Any]]) -> None:
    by_name = {actor.name: actor for actor in table.actors}
    for actor in gold:
        if actor["type"] == "person" and not actor.get("clutter") and not actor.get("unnamed"):
            found = {role.text.casefold() for role in by_name[actor["name"]].roles}
            wanted = {role["as_written"].casefold().removeprefix("the ") for role in actor["roles"]}
            assert wanted <= found


def test_the_agencies_and_the_clutter_are_no_actors(table: ActorTable) -> None:
    names = {actor.name for actor in table.actors}
    assert names.isdisjoint({"Reuters", "Yonhap", "Sputnik", "Vedomosti", "The Independent", "Elon Musk", "CMA"})


def test_every_government_is_found_and_its_capital_tied_to_it(table: ActorTable, gold: list[dict[str, Any]]) -> None:
    governments = {actor.name: actor for actor in table.actors if actor.kind == "government"}
    for actor in gold:
        if actor.get("kind") == "government":
            known = {actor["name"], *actor["aliases"]} - {"American"}
            assert not known.isdisjoint(governments)
            assert all(governments[seat].stands_for == actor["name"] for seat in actor.get("stands_behind", ()))


def test_both_articles_carry_the_man_with_an_office_in_only_one(table: ActorTable) -> None:
    [campbell] = [actor for actor in table.actors if actor.name.endswith("Campbell")]
    assert {one.article for one in campbell.evidence} == {"000", "004"}
    assert "US deputy secretary of state" in {role.text for role in campbell.roles}
