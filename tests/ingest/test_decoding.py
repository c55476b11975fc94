"""Bytes to characters: the ladder takes the right step."""

from __future__ import annotations

import codecs

import pytest

from briefing.ingest.decoding import decode
from briefing.ingest.drafts import SkipError

ENGLISH = "The minister’s “plan” – it cost £4m – failed… Café owners, among them Zoë Škoda, were angry.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_text_comes_through(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH


def test_every_letter_of_windows_1252_comes_through() -> None:
    letters = bytes(range(0xA0, 0x100)) + b"\x80\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8e\x91\x92\x93\x94\x95"
    for letter in letters:
        data = b"An ordinary line of news with one letter that is not plain: " + bytes([letter]) + b" and more.\n"
        assert decode(data).text == data.decode("cp1252")


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo não é Brasília – “ação” às 10h, à noite: £5 ½ €7",
        "L’été à Genève, c’est où ? « Ça va » œuvre",
        "Å Ø Æ – Smørrebrød på Ærø",
        "naïve café — résumé … ‘quote’ ™ ® ©",
        "PÃO DE AÇÚCAR, MÃE E CORAÇÃO",
    ],
)
def test_short_lines_with_many_accents_stay_what_they_are(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text
    assert decode(text.encode()).text == text


def test_a_few_broken_bytes_do_not_make_it_another_encoding() -> None:
    data = ENGLISH.encode() * 3 + b"\xff\n"
    found = decode(data)
    assert (found.text, found.doubtful) == (data.decode("utf-8", "replace"), True)


def test_wrong_decoding_from_before_is_undone() -> None:
    assert decode("It’s £4m".encode().decode("cp1252").encode()).text == "It’s £4m"


def test_russian_in_an_old_code_page_is_russian() -> None:
    text = "Порт вновь открылся в пятницу после девяти дней забастовки, сообщили власти города. " * 5
    assert decode(text.encode("cp1251")).text == text


def test_a_declared_encoding_is_believed_only_if_it_decodes() -> None:
    assert decode("Łódź".encode("iso8859-2"), "iso-8859-2").text == "Łódź"
    assert decode("Zoë’s".encode(), "ascii").text == "Zoë’s"
    assert decode(b"plain", "no-such-code").text == "plain"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (bytes(range(256)) * 4, "binary"),
        (b"text\x00text" * 50, "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, code: str) -> None:
    with pytest.raises(SkipError) as error:
        decode(data)
    assert error.value.code == code


MAC = "“We could not wait,” José Muñoz said — the town’s council had refused twice."


@pytest.mark.parametrize(
    "text", [MAC, "The town’s mayor said that the council’s vote stands.", "José and André spoke."]
)
def test_mac_roman_is_known_by_its_traces(text: str) -> None:
    found = decode(text.encode("mac_roman"))
    assert (found.text, found.doubtful) == (text, True)


@pytest.mark.parametrize(
    "text", [MAC, "SÉGOLÈNE ROYAL and Éric Óscar spoke.", "Paris–Roubaix, Žižka and Ñáñez, an É. Óg"]
)
def test_windows_1252_is_not_taken_for_it(text: str) -> None:
    found = decode(text.encode("cp1252"))
    assert (found.text, found.doubtful) == (text, False)
