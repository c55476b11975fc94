"""Stretches between quotation marks: one odd mark costs no more than its paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate.quote_marks import stretches, stretches_in


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One two,” he said. “Three.”", ["“One two,”", "“Three.”"]),
        ('"One two," he said. "Three."', ['"One two,"', '"Three."']),
        ("''One two,'' he said.", ["''One two,''"]),
        ("``One two,'' he said.", ["``One two,''"]),
        ("«One two», he said.", ["«One two»"]),
        ("„One two“ he said.", ["„One two“"]),
        ("‘One two,’ he said.", ["‘One two,’"]),
        ("‘The boys’ house is old,’ he said.", ["‘The boys’ house is old,’"]),
        ("It was ‘the worst day’. He added: ‘See you.’", ["‘the worst day’", "‘See you.’"]),
        ("‘He said “no” to us,’ she said.", ["‘He said “no” to us,’"]),
        ("‘He said “no” to us,’ said she of “Old Bess”.", ["‘He said “no” to us,’", "“Old Bess”"]),
        ("In the '90s he said \"no\" to the boys' house.", ['"no"']),
        ("“He said ‘never’ to us,” she said.", ["“He said ‘never’ to us,”"]),
        ("It was the ’90s and the boys’ house.", []),
        ("Don't touch John's house.", []),
        ('A 6" nail and a 10" plank.', []),
        ('"A 6" nail," he said.', ['"A 6" nail,"']),
        ("He said so.” And left.", []),
        ('He said so,"she wrote. "Good," he said.', ['"Good,"']),
        ('He said:"Good," and ("Fine") left.', ['"Good,"', '"Fine"']),
        ("“”", []),
        ("", []),
    ],
)
def test_finds_every_shape_of_mark(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_lost_closing_mark_costs_one_paragraph_only() -> None:
    assert found("“One two. He left.\n\n“Three,” he said.") == ["“One two. He left.", "“Three,”"]


def test_a_quotation_left_open_is_carried_to_the_next_paragraph() -> None:
    first, second = stretches("“One two.\n\n“Three.”")
    assert (first.closed, second.carried) == (False, True)


def test_a_quotation_is_carried_from_block_to_block() -> None:
    text = "“One two.|“Three.”"
    assert [one.carried for one in stretches_in(text, [(0, 9), (10, 18)])] == [False, True]


def test_a_closed_quotation_is_not_carried() -> None:
    assert [one.carried for one in stretches("“One two.”\n\n“Three.”")] == [False, False]


def test_words_between_are_not_carried() -> None:
    assert [one.carried for one in stretches("“One two.\n\nHe left. “Three.”")] == [False, False]


@given(st.text(alphabet="ab .,\n“”\"'‘’«»6", max_size=60))
def test_stretches_never_overlap_and_hold_a_word(text: str) -> None:
    last = 0
    for one in stretches(text):
        assert last <= one.start < one.end <= len(text)
        assert any(letter.isalnum() for letter in text[one.start : one.end])
        last = one.end


@given(st.text(alphabet='ab .“”"', min_size=1, max_size=30), st.text(alphabet="ab .,", max_size=20))
def test_a_paragraph_without_marks_changes_nothing_elsewhere(text: str, plain: str) -> None:
    alone = [(one.start, one.end) for one in stretches(text)]
    assert [(one.start, one.end) for one in stretches(f"{text}\n\n{plain}")] == alone
