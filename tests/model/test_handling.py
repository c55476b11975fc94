"""Which of several handling marks is the highest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import SettingsError
from briefing.model import Article, Block, BlockKind
from briefing.model.handling import TLP, Scheme, check_marks
from briefing.settings import Settings


@given(st.lists(st.sampled_from(TLP), min_size=1))
def test_the_strictest_label_prevails_in_any_order(marks: list[str]) -> None:
    assert Scheme().highest(marks) == TLP[max(TLP.index(mark) for mark in marks)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("amber", "TLP:AMBER"),
        ("tlp: red", "TLP:RED"),
        ("TLP:WHITE", "TLP:CLEAR"),
        ("Amber strict", "TLP:AMBER+STRICT"),
        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
    ],
)
def test_a_label_is_known_as_people_write_it(written: str, meant: str) -> None:
    assert Scheme().highest([written]) == meant


def test_no_mark_stays_no_mark() -> None:
    assert Scheme().highest(["", " "]) == ""


def test_marks_of_the_users_own_are_ranked_in_their_order() -> None:
    scheme = Scheme(("Public", "Internal", "Secret"))
    assert scheme.highest(["internal", "PUBLIC"]) == "Internal"


def test_a_mark_of_the_users_own_may_stand_alone() -> None:
    assert Scheme().highest(["For official use", "For official  use"]) == "For official use"


@pytest.mark.parametrize(
    ("scheme", "marks"),
    [
        (Scheme(), ["TLP:PINK"]),
        (Scheme(), ["For official use", "TLP:RED"]),
        (Scheme(("Public", "Secret")), ["TLP:RED"]),
    ],
)
def test_a_mark_that_cannot_be_ranked_is_named(scheme: Scheme, marks: list[str]) -> None:
    with pytest.raises(SettingsError, match=r"TLP:PINK|official use|TLP:RED"):
        scheme.highest(marks)


def test_a_mark_that_cannot_be_ranked_names_its_source() -> None:
    text = "The harbour is shut."
    marked = Article("one", "one.txt", text, (Block(BlockKind.BODY, 0, len(text)),), (), "", handling=("Eyes only",))
    with pytest.raises(SettingsError, match=r"one\.txt: the handling mark 'Eyes only'"):
        check_marks([marked], "TLP:CLEAR", Scheme())
    check_marks([marked], "Open", Scheme(("Open", "Eyes only")))


def test_the_settings_name_the_lowest_mark_of_the_brief() -> None:
    settings = Settings(sources=("one.txt",), date="2031-03-05")
    assert settings.lowest_mark == "TLP:CLEAR"
    assert replace(settings, handling_scheme=("Open", "Eyes only")).lowest_mark == "Open"
    assert replace(settings, handling="").lowest_mark == ""
