"""Names of files, members and records are other people's: none reaches a path, a terminal or a line of its own."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli import briefing
from briefing.errors import IngestError
from briefing.ingest import read_sources

TEXT = (
    "The port of {0} reopened on Friday after a strike of nine days, the harbor board of {0} said.\n\n"
    "About 40 ships had waited off {0} since the dockworkers walked out over pay in April.\n"
)
NAMES = (
    b"a\nb.txt",
    b"-rf.txt",
    b"--help.txt",
    "\u202egpj.txt".encode(),
    b"x" * 250 + b".txt",
    b"\xff\xfe.txt",
    b"\x1b[31mred.txt",
    b"$(touch PWN).txt",
    b"<img src=x onerror=alert(1)>.txt",
    b"{{7*7}}.txt",
    b"*?.txt",
    b"con.txt",
    b"\t.txt",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles under hostile names, with things among them that are no files."""
    path = tmp_path / "in"
    path.mkdir()
    for number, name in enumerate(NAMES):
        (path / os.fsdecode(name)).write_text(TEXT.format(f"Calder {number}"))
    (path / "folder.html").mkdir()
    (path / "folder.html" / "inner.txt").write_text(TEXT.format("Moen"))
    os.mkfifo(path / "pipe.txt")
    (path / "out.txt").symlink_to("/etc/hostname")
    (path / "loop.txt").symlink_to("loop.txt")
    return path


def test_every_article_is_read_and_every_other_thing_named(folder: Path) -> None:
    harvest = read_sources([str(folder)])
    assert len(harvest.articles) == len(NAMES) + 1
    assert {one.name: one.code for one in harvest.skipped} == {
        "loop.txt": "symlink",
        "out.txt": "symlink",
        "pipe.txt": "not-a-file",
    }


def test_shown_names_and_ids_are_plain(folder: Path) -> None:
    for article in read_sources([str(folder)]).articles:
        assert article.name.isprintable()
        assert len(article.name) <= 200
        assert article.id.replace("-", "").isalnum()
        assert article.id.isascii()


def test_the_terminal_gets_no_control_characters(folder: Path) -> None:
    done = CliRunner().invoke(briefing, ["show-article", str(folder)])
    assert done.exit_code == 0, done.output
    assert all(line.isprintable() for line in done.output.split("\n"))


@pytest.mark.model
def test_the_report_stands_where_our_own_name_says(folder: Path, tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    out = tmp_path / "out"
    subject = "../../etc/\u202epasswd\n"
    done = CliRunner().invoke(
        briefing,
        ["make", str(folder), "--date", "2024-05-10", "--subject", subject, "--format", "html,json", "-o", str(out)],
    )
    assert done.exit_code == 0, done.output
    made = {path.relative_to(out).as_posix() for path in set(tmp_path.rglob("*")) - before - {out}}
    assert made == {f"2024-05-10-etc-passwd{end}" for end in ("", "/brief.html", "/brief.json")}


def test_members_under_hostile_names_are_named_and_not_written(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "day.zip", "w") as archive:
        for name in ("good.txt", "../../up.txt", "/root.txt", "C:\\x.txt"):
            archive.writestr(name, TEXT.format("Calder"))
        archive.writestr("empty.txt", "")
    harvest = read_sources([str(tmp_path / "day.zip")])
    outside = {one.name for one in harvest.skipped if one.code == "unsafe-path"}
    assert outside == {"../../up.txt", "/root.txt", "C:\\x.txt"}
    assert [one.name for one in harvest.skipped if one.code == "empty"] == ["empty.txt"]
    assert "skipped=4" in harvest.articles[0].warnings
    assert [path.name for path in tmp_path.rglob("*")] == ["day.zip"]


@pytest.mark.parametrize("data", [b"[]", b'{"articles": []}'], ids=["list", "object"])
def test_a_file_without_any_article_is_named(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "day.json").write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT.format("Calder"))
    skipped = read_sources([str(tmp_path)]).skipped
    assert [one.name.split()[0] for one in skipped] == ["day.json"]


def test_an_archive_without_members_is_named() -> None:
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    with pytest.raises(IngestError) as error:
        read_sources(["-"], stdin=io.BytesIO(empty.getvalue()))
    assert error.value.code == "empty"


def test_titles_and_writers_of_a_record_lose_what_hides(tmp_path: Path) -> None:
    record = {
        "text": TEXT.format("Calder"),
        "title": "\x1b]0;Port\x07 re\u202eopens",
        "author": ["Ida\u200b Kall", "\x00"],
        "publisher": "Shore\nPost",
    }
    (tmp_path / "day.json").write_text(json.dumps(record))
    (article,) = read_sources([str(tmp_path / "day.json")]).articles
    assert (article.title, article.byline, article.publisher) == ("]0;Port reopens", ("Ida Kall",), "Shore Post")
