"""Files made to break a reader: what is good beside them is read, what is bad is named, and nothing is believed."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from briefing.errors import IngestError
from briefing.ingest import Harvest, read_sources

PORT = "The port of Calder reopened on Friday after a strike of nine days, the harbor board said."
WOLVES = "A pair of wolves has settled in the Hollen forest for the first time in 140 years, foresters say."
HEAD = "From: Ana Torvik <ana@post.example>\nSubject: The port of Calder reopens\nMIME-Version: 1.0\n"


def put(path: Path, content: str | bytes) -> Path:
    """A file of this content."""
    path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    return path


def packed(**members: str | bytes) -> bytes:
    """A zip archive of these members (``__`` for a dot)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return out.getvalue()


def harvest(path: Path) -> Harvest:
    """What one file gives."""
    return read_sources([str(path)])


def reason(path: Path) -> str:
    """Why nothing of a file can be read."""
    with pytest.raises(IngestError) as error:
        harvest(path)
    return error.value.code


def nested(levels: int) -> str:
    """A message of as many parts, one inside the other."""
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n" for level in range(levels))
    return f"{HEAD}{parts}Content-Type: text/plain\n\n{PORT}\n"


BAD_RECORDS = {
    "a list that is a number": {"id": "bad", "text": PORT, "bodies": 5},
    "a role that is a list": {"id": "bad", "bodies": [{"role": [], "value": 5}]},
    "no text": {"id": "news.json", "text": ""},
}


@pytest.mark.parametrize("bad", BAD_RECORDS.values(), ids=BAD_RECORDS)
def test_a_bad_record_takes_no_other_with_it(bad: dict[str, object], tmp_path: Path) -> None:
    found = harvest(put(tmp_path / "news.json", json.dumps([bad, {"id": "good", "text": WOLVES}])))
    assert WOLVES in [article.text for article in found.articles]
    assert len(found.articles) + len(found.skipped) == 2


@pytest.mark.parametrize("digits", [400, 5000])
def test_a_number_without_end_is_no_date_and_stops_nothing(digits: int, tmp_path: Path) -> None:
    text = f'{{"text": "{PORT}", "published": {"9" * digits}}}'
    (article,) = harvest(put(tmp_path / "news.json", text)).articles
    assert (article.text, article.published) == (PORT, None)


def test_half_characters_and_control_characters_of_a_record_reach_nobody(tmp_path: Path) -> None:
    record = {"id": "\ud83dnews\x1b]0;x\x07", "text": PORT, "url": "https://post.example/\ud800"}
    (article,) = harvest(put(tmp_path / "news.json", json.dumps(record))).articles
    assert (article.record, article.url) == ("news]0;x", None)


def test_a_message_of_endless_parts_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    box = "".join(f"From a@b Wed Mar 12 08:00:00 2025\n{one}\n\n" for one in (nested(3000), f"{HEAD}\n{WOLVES}"))
    found = harvest(put(tmp_path / "news.mbox", box))
    assert [article.text for article in found.articles] == [WOLVES]
    assert [(one.name, one.code) for one in found.skipped] == [("news.mbox message 1", "too-many")]


def test_a_sentence_that_begins_like_the_line_between_messages_is_a_sentence(tmp_path: Path) -> None:
    body = f"{PORT}\n\nFrom here the ships go north.\nNote: {WOLVES}"
    (article,) = harvest(put(tmp_path / "news.mbox", f"From a@b Wed Mar 12 08:00:00 2025\n{HEAD}\n{body}\n")).articles
    assert "From here the ships go north." in article.text


@pytest.mark.parametrize(
    "line", ["Date: 12 Mar 2025 08:00:00 +999999999999999999", f"From: {'(' * 20_000}"], ids=["zone", "brackets"]
)
def test_a_broken_header_line_costs_no_message(line: str, tmp_path: Path) -> None:
    (article,) = harvest(
        put(tmp_path / "news.eml", f"Subject: The port\n{line}\nMIME-Version: 1.0\n\n{PORT}\n")
    ).articles
    assert article.text == PORT


def test_a_message_of_parts_without_a_line_between_them_is_text(tmp_path: Path) -> None:
    (article,) = harvest(put(tmp_path / "news.eml", f"{HEAD}Content-Type: multipart/mixed\n\n{PORT}\n")).articles
    assert article.text == PORT


def test_a_bad_member_takes_no_other_with_it(tmp_path: Path) -> None:
    archive = packed(a__eml=nested(3000), news__zip=packed(b__txt=PORT), wolves__txt=WOLVES)
    found = harvest(put(tmp_path / "news.zip", archive))
    assert [article.name for article in found.articles] == ["wolves.txt"]
    assert [(one.name, one.code) for one in found.skipped] == [("a.eml", "too-many"), ("news.zip", "archive")]


def test_a_gzip_file_of_endless_parts_is_refused(tmp_path: Path) -> None:
    assert reason(put(tmp_path / "news.txt.gz", gzip.compress(b"") * 1_001)) == "too-many"


FEED = "<rss version='2.0'><channel><item><title>Port</title><description>%s</description></item></channel></rss>"
DECLARING = '<?xml version="1.0" encoding="%s"?><!DOCTYPE rss [<!ENTITY a "b">]>' + FEED % PORT


@pytest.mark.parametrize("encoding", ["utf-7", "utf-16", "utf-16-be", "utf-32", "cp037"])
def test_a_feed_cannot_hide_its_entities_in_its_encoding(encoding: str, tmp_path: Path) -> None:
    source = (DECLARING % encoding).encode(encoding)
    assert reason(put(tmp_path / "news.rss", source)) == "malformed"


def test_utf_7_hides_no_declaration(tmp_path: Path) -> None:
    source = '<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE rss+AD4-' + FEED % PORT
    assert reason(put(tmp_path / "news.rss", source)) == "malformed"


def test_a_feed_whose_tags_have_attributes_without_end_is_refused(tmp_path: Path) -> None:
    attributes = " ".join(f"a{number}='1'" for number in range(2_001))
    assert reason(put(tmp_path / "news.rss", FEED.replace("<item>", f"<item {attributes}>") % PORT)) == "too-many"


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(document: bytes, folder: Path) -> Path:
    """A Word file whose text part is this one."""
    from docx import Document

    plain = io.BytesIO()
    Document().save(plain)
    out = io.BytesIO()
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, document if name == "word/document.xml" else source.read(name))
    return put(folder / "news.docx", out.getvalue())


def document(body: str, *, before: str = "") -> str:
    """The text part of a Word file."""
    return f"<?xml version='1.0'?>{before}<w:document xmlns:w='{NAMESPACE}'><w:body>{body}</w:body></w:document>"


PARAGRAPH = f"<w:p><w:r><w:t>{PORT}</w:t></w:r></w:p>"
ENTITY = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "part",
    [
        document(PARAGRAPH, before=ENTITY).replace("?>", " encoding='utf-16'?>", 1).encode("utf-16"),
        document(PARAGRAPH, before=" " * 5_000 + ENTITY).encode(),
        document(PARAGRAPH).replace("?>", " encoding='cp037'?>", 1).encode("cp037"),
    ],
    ids=["in UTF-16", "far in", "in EBCDIC"],
)
def test_a_word_file_cannot_hide_its_entities(part: bytes, tmp_path: Path) -> None:
    assert reason(word(part, tmp_path)) == "malformed"


def test_a_cell_that_spans_a_million_columns_is_read_once(tmp_path: Path) -> None:
    span = "<w:tcPr><w:gridSpan w:val='1000000'/></w:tcPr>"
    table = f"<w:tbl><w:tr><w:tc>{span}{PARAGRAPH}</w:tc></w:tr></w:tbl>"
    (article,) = harvest(word(document(table).encode(), tmp_path)).articles
    assert article.text == PORT


def page(charset: str) -> str:
    """A page that declares this encoding."""
    return f"<html><head><meta charset='{charset}'></head><body><p>{PORT}</p><p>Café Möller sold out.</p></body></html>"


@pytest.mark.parametrize(
    "charset", ["utf-16", "utf-32", "windows-1251", "shift_jis", "unicode_escape", "punycode", "idna", "nonsense"]
)
def test_a_declared_encoding_that_cannot_be_the_files_is_not_believed(charset: str, tmp_path: Path) -> None:
    (article,) = harvest(put(tmp_path / "news.html", page(charset))).articles
    assert article.text == f"{PORT}\n\nCafé Möller sold out."


@pytest.mark.parametrize(
    "text", ["12345 67890 " * 200, "😀🚢🔥 " * 200, "!?.,;: -" * 200], ids=["digits", "emoji", "signs"]
)
def test_a_text_without_a_word_is_no_article(text: str, tmp_path: Path) -> None:
    assert reason(put(tmp_path / "news.txt", text)) == "no-text"


def test_a_short_text_in_another_language_is_not_taken_for_english(tmp_path: Path) -> None:
    text = "Der Hafen von Velmara wurde am Dienstag wieder geöffnet, nachdem die Arbeiter zugestimmt hatten."
    assert reason(put(tmp_path / "news.txt", text)) == "language"


def test_records_and_mail_under_another_ending_are_what_they_are(tmp_path: Path) -> None:
    put(tmp_path / "record.txt", json.dumps({"title": "The port", "text": PORT}))
    put(tmp_path / "mail.txt", f"{HEAD}\n{WOLVES}\n")
    assert {article.name: article.text for article in harvest(tmp_path).articles} == {
        "record.txt record 1": PORT,
        "mail.txt": WOLVES,
    }


def test_the_bytes_of_a_web_archive_do_not_reach_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{PORT}</p>".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/\r\nContent-Length: {len(http)}\r\n"
    )
    content = f"{head}Content-Type: application/http; msgtype=response\r\n\r\n".encode() + http + b"\x1b[31mred\r\n\r\n"
    (article,) = harvest(put(tmp_path / "news.warc", content)).articles
    assert (article.text, capfd.readouterr().err) == (PORT, "")
