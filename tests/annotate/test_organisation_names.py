"""Names of bodies are the same under legal forms, spellings and initials, and not under a shared word."""

from __future__ import annotations

import pytest

from briefing.annotate.names import organisation_names as names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Velden Industries Inc.", "Velden Industries"),
        ("The United Nations", "UN"),
        ("U.N.", "United Nations"),
        ("World Health Organisation", "WHO"),
        ("Ministry of Defence", "Defense Ministry"),
        ("Labour Party", "Labor Party"),
    ],
)
def test_one_body_has_one_key(left: str, right: str) -> None:
    assert names.key(left) == names.key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Council of Europe", "European Council"), ("World Bank", "Deutsche Bank"), ("Apple", "Apple Music")],
)
def test_two_bodies_have_two_keys(left: str, right: str) -> None:
    assert names.key(left) != names.key(right)


def test_a_country_in_front_counts_in_either_form() -> None:
    assert names.key_with_country("Germany's foreign ministry") == names.key_with_country("German Foreign Ministry")
    assert names.key_with_country("German Foreign Ministry") != names.key_with_country("French Foreign Ministry")


def test_initials_may_leave_out_small_words_and_the_legal_form() -> None:
    assert {"FBI", "FBOI"} <= names.initials("Federal Bureau of Investigation")
    assert "VSV" in names.initials("Veldener SV")
    assert "VM" in names.initials("Velden Marine Inc")


def test_initials_may_leave_out_the_country_behind() -> None:
    assert {"LDP", "LDPOJ"} <= names.initials("Liberal Democratic Party of Japan")
    assert "B" not in names.initials("Bank of Japan")


def test_letters_in_brackets_must_stand_in_the_long_name() -> None:
    assert names.may_abbreviate("SRA", "Stanberg River Authority")
    assert not names.may_abbreviate("AP", "Northern Ireland")


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Apple Music", "Apple"),
        ("Stanberg River Authority", "River Authority"),
        ("Bank of Portugal", "Bank"),
        ("Institute of Marine Studies", "Institute"),
        ("Faculty of Law of Velden", "Faculty of Law"),
    ],
)
def test_a_short_form_never_joins_a_longer_body(long: str, short: str) -> None:
    assert names.short_form(long, short) is None


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Velden Group", "Velden"),
        ("US State Department", "State Department"),
        ("Amnesty International", "Amnesty"),
        ("Supreme Court of Portugal", "Supreme Court"),
        ("Ministry of Defence of the Netherlands", "Defence Ministry"),
    ],
)
def test_a_short_form_leaves_out_a_generic_word_or_the_country(long: str, short: str) -> None:
    assert names.short_form(long, short)
