"""Descriptions agree with an office in noun, field, rank and owner, or with nobody."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Span

from briefing.annotate import datelines, layers
from briefing.annotate.roles.role_agreement import agrees, described_as, held_as, may_hold

from . import marked


def phrase(nlp: Language, words: str) -> Span:
    """The words as the subject of a sentence, without "said"."""
    doc = nlp(f"{words} said so.")
    return doc[0 : len(doc) - 3]


@pytest.mark.model
@pytest.mark.parametrize(
    ("description", "role", "same"),
    [
        ("The foreign minister", "foreign minister", True),
        ("The old foreign minister", "foreign minister", True),
        ("The foreign minister", "prime minister", False),
        ("The minister", "prime minister", False),
        ("The minister", "deputy minister", False),
        ("The defense minister", "defence minister", True),
        ("The labour secretary", "labor secretary", True),
        ("The finance minister", "deputy leader and finance minister", True),
        ("The president", "vice president", False),
        ("The French foreign minister", "German foreign minister", False),
        ("The French foreign minister", "foreign minister", True),
        ("The senator", "Sen.", True),
    ],
)
def test_an_office_agrees_or_not(nlp: Language, description: str, role: str, same: bool) -> None:
    wanted = described_as(phrase(nlp, description).root)
    held = held_as(phrase(nlp, f"Its {role}")[1:])
    assert agrees(wanted, held) is same


@pytest.mark.model
def test_a_field_must_be_known_of_somebody(nlp: Language) -> None:
    assert not may_hold(described_as(phrase(nlp, "The foreign minister").root), [])


@pytest.mark.model
def test_a_bare_noun_may_be_news(nlp: Language) -> None:
    assert may_hold(described_as(phrase(nlp, "The minister").root), [])


@pytest.mark.model
def test_who_holds_one_post_is_not_called_by_another(nlp: Language) -> None:
    judge = held_as(phrase(nlp, "Its judge")[1:])
    assert not may_hold(described_as(phrase(nlp, "The governor").root), [judge])


def names(nlp: Language, text: str) -> dict[str, str]:
    """The names of a text with their types."""
    return {span.text: span.label_ for span in layers.spans(marked.annotate(nlp, text), layers.NAMES)}


@pytest.mark.model
def test_the_name_behind_a_word_for_a_medium_is_one_organisation(nlp: Language) -> None:
    assert names(nlp, "She told the broadcaster Radio Zelengrad on Tuesday.")["Radio Zelengrad"] == "organisation"
    assert names(nlp, "She told the newspaper Kurier on Tuesday.")["Kurier"] == "organisation"


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "She left the paper Tuesday.",
        "They met at the station Friday.",
        "He praised the newspaper Mr Ashworth owns.",
    ],
)
def test_a_capital_behind_a_word_for_a_medium_is_not_always_its_name(nlp: Language, text: str) -> None:
    assert "organisation" not in names(nlp, text).values()


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("ARBEK, Oct 14 (Harbour Press) - The dam opened.", "ARBEK, Oct 14 (Harbour Press) - "),
        ("ARBEK/LORN (Harbour Press) — The dam opened.", "ARBEK/LORN (Harbour Press) — "),
        ("ST. ARBEK, June 3 –The dam opened.", "ST. ARBEK, June 3 –"),
        ("ARBEK, Velland: The dam opened.", "ARBEK, Velland: "),
        ("ONDAL: The dam opened.", ""),
        ("NATO — not the union — will send it.", ""),
        ("Arbek - The dam opened.", ""),
        ("The dam opened.", ""),
    ],
)
def test_a_dateline_ends_where_the_sentence_begins(line: str, dateline: str) -> None:
    assert line[: datelines.length(line)] == dateline
