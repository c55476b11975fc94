"""Two roles of one person are one office, another one, or nothing can be said: pairs judged by hand."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefing.compose.actors.offices import CHANGED, SAME, compare, read_office, same_office, says_where

Pair = tuple[str, str, str, str, str]


def pairs(name: str) -> list[Pair]:
    """The pairs of a file: before, its body, today, its body, verdict."""
    text = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))["pairs"]
    rows = ([cell.strip() for cell in line.split("|")] for line in text.strip().splitlines())
    return [(before, its_body, today, body, verdict) for before, its_body, today, body, verdict in rows]


PAIRS = pairs("office_pairs") + pairs("office_pairs_unseen")


def verdict(pair: Pair) -> str:
    before, its_body, today, body, _ = pair
    return compare(read_office(before, its_body or None), read_office(today, body or None)) or "open"


@pytest.mark.parametrize(
    "pair", [pair for pair in PAIRS if pair[-1] != CHANGED], ids=lambda pair: f"{pair[0]}-{pair[2]}"
)
def test_no_change_is_told_where_there_is_none(pair: Pair) -> None:
    assert verdict(pair) != CHANGED


def test_nearly_every_change_is_told() -> None:
    changed = [pair for pair in PAIRS if pair[-1] == CHANGED]
    missed = [pair for pair in changed if verdict(pair) != CHANGED]
    assert len(missed) <= len(changed) // 25, missed


def test_other_words_for_an_office_are_nearly_always_known() -> None:
    same = [pair for pair in PAIRS if pair[-1] == SAME]
    missed = [pair for pair in same if verdict(pair) != SAME]
    assert len(missed) <= len(same) // 25, missed


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair[-1] == SAME], ids=lambda pair: f"{pair[0]}-{pair[2]}")
def test_what_is_the_same_is_the_same_the_other_way_round(pair: Pair) -> None:
    before, its_body, today, body, told = pair
    assert verdict((today, body, before, its_body, told)) == verdict(pair)


@pytest.mark.parametrize("text", ["Alvanian counterpart", "father of the president", "assistant to the president", ""])
def test_a_tie_to_somebody_is_no_office(text: str) -> None:
    assert read_office(text, None) is None


def test_a_bare_title_is_the_office_told_in_full() -> None:
    assert same_office(read_office("Vice Minister", None), read_office("Alvanian vice foreign minister", "Alvania"))
    assert not same_office(read_office("Minister", None), read_office("Alvanian vice foreign minister", "Alvania"))


@pytest.mark.parametrize(
    ("text", "body", "said"),
    [
        ("US president", "United States", True),
        ("Alvanian president", "Alvania", True),
        ("president", "Alvania", False),
        ("Orlan’s chief operating officer", "Orlan Inc.", True),
        ("chief of Orlandia", "Orlan Inc.", False),
        ("chief operating officer", "Orlan Inc.", False),
    ],
)
def test_words_that_name_the_state_or_body_say_where(text: str, body: str, said: bool) -> None:
    assert says_where(text, body) is said
