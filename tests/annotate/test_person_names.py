"""Names of people are compared by their parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate.names.person_names import agreement, given_name_agreement, is_blend, parse

SAME = [
    ("Helena Marek", "Marek", "surname"),
    ("Radovan Kovačević", "Radovan Kovacevic", "same name"),
    ("Kim Sang-woo", "Kim Sang Woo", "same name, written apart"),
    ("Jean-Luc Hallam", "Jean Luc Hallam", "same name, written apart"),
    ("J. T. Hallam", "JT Hallam", "same name"),
    ("Henry W. Tobin", "Henry Tobin", "shorter form of the same name"),
    ("H. Tobin", "Henry Tobin", "same surname, given names agree"),
    ("William Tobin", "Bill Tobin", "same surname, given names agree"),
    ("Rodrigo Beltrán Ocampo", "Beltrán", "first of two surnames"),
    ("Rodrigo Beltrán Ocampo", "Rodrigo Beltrán", "shorter form of the same name"),
    ("Mohamed Sayegh", "Mohammed Sayegh", "same surname, given names agree"),
    ("Samira Sayegh", "Sameera Sayegh", "another spelling of the given name"),
    ("Taras Morozensky", "Morozenskyy", "another spelling of the surname"),
    ("Saleh Quddafi", "Qudhafi", "another spelling of the surname"),
    ("Rustam Yakhoubov", "Yakubov", "another spelling of the surname"),
    ("Muammar Sadhafi", "Moammar Saddafi", "another spelling of both names"),
    ("Usama bin Garin", "Osama bin Garen", "another spelling of both names"),
    ("Mohamed Jorsi", "Mohamed Jursi", "another spelling of both names"),
    ("Alexander Morozenko", "Alyaksandr Morozenka", "another spelling of both names"),
    ("Sviatlana Tsimanouskaya", "Svetlana Timanovskaya", "another spelling of both names"),
    ("Svetlana Timanovskaya", "Sviatlana Tsimanouskaya", "another spelling of both names"),
    ("Volodymyr Morozenskyy", "Vladimir Morozensky", "another spelling of both names"),
    ("Gerhard Böhmer", "Gerhard Boehmer", "another spelling of the surname"),
    ("Zhao Tse-wen", "Zhao Zewen", "another spelling of both names"),
    ("Zoran Đinović", "Djinovic", "another spelling of the surname"),
    ("Ismail Sariyeh", "Sariya", "another spelling of the surname"),
    ("Yusuf al-Harithi", "Harithi", "surname"),
    ("Marthe van der Velden", "Van der Velden", "surname"),
    ("Miriam Weiss-Adler", "Weiss-Adler", "surname"),
    ("Miriam Weiss-Adler", "Adler", "part of a double surname"),
    ("Zhao Wenbin", "Zhao", "surname"),
]
DIFFERENT = [
    ("Robert Hallam", "Edward Hallam"),
    ("Henry R. W. Tobin", "Henry W. Tobin"),
    ("Samuel Price Jr", "Samuel Price Sr"),
    ("Samuel Price Jr", "Samuel Price"),
    ("Kim Sang-woo", "Kim Do-hyun"),
    ("Kim Jong Il", "Kim Jong-un"),
    ("Martin Schultz", "Martin Scholten"),
    ("Helena Marek", "Helena Novak"),
    ("Karim Haddadi", "Hamadi"),
    ("Anna Keller", "Kehler"),
    ("Daniel Weber", "Daniela Weber"),
    ("Margarethe II", "Margarethe Olsen"),
    ("Helena Marek", "Helena"),
    ("Hassan Sadhafi", "Hussein Sadhafi"),
    ("Anna Moller", "Anna Muller"),
    ("Karl Bender", "Karl Binder"),
    ("Michael Moller", "Mike Muller"),
    ("Zhao Jian", "Zhao Qian"),
    ("Evan Hallam", "Ivan Hallam"),
    ("Christina Hallam", "Christine Hallam"),
]


@pytest.mark.parametrize(("left", "right", "reason"), SAME)
def test_two_forms_of_one_name_say_why_they_agree(left: str, right: str, reason: str) -> None:
    assert agreement(parse(left), parse(right)) == reason


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_names_of_two_people_do_not_agree(left: str, right: str) -> None:
    assert agreement(parse(left), parse(right)) is None


@pytest.mark.parametrize("word", ["Lukoma", "LuMa", "LukMa"])
def test_a_word_may_be_made_of_the_beginnings_of_both_names(word: str) -> None:
    assert is_blend(parse("Luko Marek"), word)


@pytest.mark.parametrize("word", ["Luko", "Lukom", "Luma", "Lukomarek", "LuTo", "Luk-Ma", "LMa"])
def test_other_words_are_not_made_of_the_beginnings_of_both_names(word: str) -> None:
    assert not is_blend(parse("Luko Marek"), word)


def test_a_given_name_alone_is_told_from_a_surname() -> None:
    assert given_name_agreement(parse("Helena Marek"), parse("Helena"))
    assert not given_name_agreement(parse("Helena Marek"), parse("Marek"))


def test_a_western_name_keeps_its_order_though_it_starts_like_a_family_name() -> None:
    assert parse("Long Hallam").family == "long"
    assert parse("Helena Lee").family == "lee"


WORDS = st.text(alphabet=st.sampled_from("abcdeé-'. ñÅÖл김"), min_size=0, max_size=24)


@given(WORDS, WORDS)
def test_agreement_does_not_depend_on_which_name_comes_first(left: str, right: str) -> None:
    assert (agreement(parse(left), parse(right)) is None) == (agreement(parse(right), parse(left)) is None)


@given(WORDS)
def test_every_name_agrees_with_itself(name: str) -> None:
    assert agreement(parse(name), parse(name)) == "same name"
