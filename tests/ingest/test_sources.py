"""Files, folders, patterns, links and standard input: what is read, what is skipped, and by which reason."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest

from briefing.errors import IngestError
from briefing.ingest import Harvest, Limits, iter_sources, read_sources
from briefing.model import Article, Skipped

PORT = "The port of Calder reopened on Friday after a strike of nine days, the harbor board said.\n"
WOLVES = "A pair of wolves has settled in the Hollen forest for the first time in 140 years, foresters say.\n"


def write(folder: Path, **texts: str) -> Path:
    """Files of these names (``__`` for a dot) in a folder."""
    for name, text in texts.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def codes(harvest: Harvest) -> dict[str, str]:
    """What was skipped, by name."""
    return {skipped.name: skipped.code for skipped in harvest.skipped}


def test_a_folder_is_read_with_the_folders_inside_it(tmp_path: Path) -> None:
    (tmp_path / "monday").mkdir()
    write(tmp_path, port__txt=PORT)
    write(tmp_path / "monday", wolves__txt=WOLVES)
    assert [article.name for article in read_sources([str(tmp_path)]).articles] == ["port.txt", "wolves.txt"]


def test_a_pattern_takes_what_it_matches(tmp_path: Path) -> None:
    write(tmp_path, port__txt=PORT, wolves__md=WOLVES)
    assert [article.name for article in read_sources([str(tmp_path / "*.md")]).articles] == ["wolves.md"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(PORT)
    (article,) = read_sources([str(tmp_path / "a[1].txt")]).articles
    assert article.name == "a[1].txt"


def test_standard_input_is_an_article() -> None:
    (article,) = read_sources(["-"], stdin=io.BytesIO(PORT.encode())).articles
    assert (article.name, article.text) == ("stdin", PORT.strip())


def test_the_order_of_arguments_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, a__txt=PORT, b__txt=WOLVES, c__txt=PORT)
    paths = [str(path) for path in sorted(tmp_path.iterdir())]
    first = read_sources(paths)
    for seed in range(4):
        random.Random(seed).shuffle(paths)  # noqa: S311 - not for secrets
        assert read_sources(paths) == first


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, port__txt=PORT)
    assert len(read_sources([str(tmp_path), str(tmp_path / "port.txt")]).articles) == 1


def test_ids_are_unique_and_safe_in_addresses(tmp_path: Path) -> None:
    for number, folder in enumerate(("x", "y", "z")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / 'Ü "<b>&.txt').write_text(f"{PORT} The {number}th ship came in on Friday at noon.\n")
    found = [one for one in iter_sources([str(tmp_path)]) if isinstance(one, Article)]
    assert [article.id for article in found] == ["u-b", "u-b-2", "u-b-3"]


@pytest.mark.parametrize(
    ("source", "code"), [("nothing.txt", "not-found"), ("*.pdf", "not-found"), ("empty", "no-input")]
)
def test_a_slip_of_the_user_is_an_error(source: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(IngestError) as error:
        read_sources([str(tmp_path / source)])
    assert error.value.code == code


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty"), (b"\x00\x01\x02" * 99, "binary"), (b"Home\nNews\n", "no-text")]
)
def test_where_nothing_can_be_read_the_reason_is_named(data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(IngestError) as error:
        read_sources([str(tmp_path / "a.txt")])
    assert error.value.code == code


def test_a_bad_article_among_good_ones_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path, port__txt=PORT, empty__txt="", bad__json="{", code__py="print(1)")
    (tmp_path / "huge.txt").write_text(PORT * 20_000)
    harvest = read_sources([str(tmp_path)], limits=Limits(file_bytes=1_000_000))
    assert [article.name for article in harvest.articles] == ["port.txt"]
    assert codes(harvest) == {
        "empty.txt": "empty",
        "bad.json": "malformed",
        "code.py": "type",
        "huge.txt": "too-large",
    }


def test_links_out_of_a_folder_pipes_and_dead_links_are_not_opened(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text(WOLVES)
    write(inside, port__txt=PORT)
    (inside / "out.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "loop.txt").symlink_to("loop.txt")
    (inside / "folder").symlink_to(tmp_path)
    os.mkfifo(inside / "pipe.txt")
    harvest = read_sources([str(inside)])
    assert [article.name for article in harvest.articles] == ["port.txt"]
    assert codes(harvest) == {
        "out.txt": "symlink",
        "loop.txt": "symlink",
        "folder": "symlink",
        "pipe.txt": "not-a-file",
    }


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, port__txt=PORT, locked__txt=WOLVES)
    (tmp_path / "locked.txt").chmod(0)
    if os.access(tmp_path / "locked.txt", os.R_OK):
        pytest.skip("this user may read everything")
    assert codes(read_sources([str(tmp_path)])) == {"locked.txt": "unreadable"}


def test_names_cannot_turn_the_line_round(tmp_path: Path) -> None:
    (tmp_path / "a\u202egpj.txt").write_text(PORT)
    (tmp_path / "b\nc.txt").write_text("")
    harvest = read_sources([str(tmp_path)])
    assert [article.name for article in harvest.articles] == ["agpj.txt"]
    assert codes(harvest) == {"bc.txt": "empty"}


def test_more_articles_than_the_limit_are_named(tmp_path: Path) -> None:
    lines = "".join(
        f'{{"id": "r{number}", "text": "Ship {number} came in on Friday, they said."}}\n' for number in range(5)
    )
    (tmp_path / "a.jsonl").write_text(lines)
    harvest = read_sources([str(tmp_path)], limits=Limits(documents=3))
    assert (len(harvest.articles), codes(harvest)) == (3, {"r3": "too-many", "r4": "too-many"})


def test_a_stream_has_no_such_limit_and_keeps_the_order(tmp_path: Path) -> None:
    lines = "".join(f'{{"id": "r{9 - number}", "text": "Ship {number} came in on Friday."}}\n' for number in range(9))
    (tmp_path / "a.jsonl").write_text(lines)
    found = list(iter_sources([str(tmp_path / "a.jsonl")], limits=Limits(documents=3, file_bytes=200)))
    assert [one.record for one in found if isinstance(one, Article)] == [f"r{9 - number}" for number in range(9)]


def test_a_text_in_another_language_is_listed_by_its_language(tmp_path: Path) -> None:
    german = "Der Hafen von Veldmark ist am Freitag nach einem Streik von neun Tagen wieder geöffnet worden. " * 3
    write(tmp_path, hafen__txt=german, port__txt=PORT)
    (skipped,) = read_sources([str(tmp_path)]).skipped
    assert (skipped.code, skipped.detail) == ("language", "Not in English (found: de).")


def test_reading_stops_at_the_time_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("word. " * 100_000 + PORT)
    with pytest.raises(IngestError) as error:
        read_sources([str(tmp_path / "a.txt")], limits=Limits(seconds=0.001))
    assert error.value.code == "too-large"


def test_keeping_all_drops_nothing(tmp_path: Path) -> None:
    write(tmp_path, a__txt="Comments (3)\n\nShare\n\n" + PORT)
    (article,) = read_sources([str(tmp_path)], keep_all=True).articles
    assert article.dropped == ()
    assert article.text == "Comments (3)\n\nShare\n\n" + PORT.strip()
    assert {block.kind.value for block in article.blocks} == {"body"}


def test_a_page_of_which_little_is_left_is_reported(tmp_path: Path) -> None:
    write(tmp_path, a__txt=PORT + "Your support makes our journalism possible, and you know it.\n" * 30)
    (article,) = read_sources([str(tmp_path)]).articles
    assert "thin" in article.warnings


def test_a_skipped_source_says_what_to_do(tmp_path: Path) -> None:
    write(tmp_path, port__txt=PORT, a__doc="x")
    found = [one for one in iter_sources([str(tmp_path)]) if isinstance(one, Skipped)]
    assert all(one.detail.endswith(".") for one in found)


def test_a_word_of_two_scripts_is_warned_of(tmp_path: Path) -> None:
    write(tmp_path, a__txt=PORT + "Mayor Р\u0430ul Gr\u0430nt said on Friday that he would resign.\n")
    (article,) = read_sources([str(tmp_path)]).articles
    assert "mixed-script" in article.warnings


def test_a_text_taken_as_clean_keeps_its_lines(tmp_path: Path) -> None:
    text = "“The river is ours.”\n― Ana Duarte\n\nThe gates opened on Friday."
    (tmp_path / "letters.txt").write_text(text, encoding="utf-8")
    [article] = read_sources([str(tmp_path / "letters.txt")], keep_all=True).articles
    assert article.text == text


@pytest.mark.parametrize(
    ("line", "byline", "publisher"),
    [
        ("By Ida Kall, The Shore Post", ("Ida Kall",), "The Shore Post"),
        ("By IDA KALL | SHORE HERALD", ("Ida Kall",), "Shore Herald"),
        ("By Ida Kall and Jens Moor, The Shore Post", ("Ida Kall", "Jens Moor"), "The Shore Post"),
        ("By Ida Kall, Kasura City", ("Ida Kall",), None),
        ("By Ida Kall, Jens Moor", ("Ida Kall", "Jens Moor"), None),
        ("By NTV", (), None),
    ],
)
def test_the_outlet_behind_a_writer_is_the_publisher(
    line: str, byline: tuple[str, ...], publisher: str | None, tmp_path: Path
) -> None:
    story = (
        "The port of Calder reopened on Friday after a strike of nine days, the harbor board said.\n\n"
        "About 40 ships had waited offshore since the dockworkers walked out over pay in April.\n"
    )
    path = tmp_path / "a.txt"
    path.write_text(f"Port of Calder reopens after nine days\n\n{line}\n\n3 May 2024\n\n{story}")
    (article,) = read_sources([str(path)]).articles
    assert (article.byline, article.publisher) == (byline, publisher)


def test_the_outlet_of_the_page_goes_before_the_one_behind_a_writer(tmp_path: Path) -> None:
    story = "The port of Calder reopened on Friday after a strike of nine days, the harbor board said.\n\n"
    path = tmp_path / "a.txt"
    path.write_text(
        f"Port of Calder reopens\n\nBy Ida Kall, The Shore Post\n\n{story}© 2024 Inland Herald. All rights reserved.\n"
    )
    (article,) = read_sources([str(path)]).articles
    assert article.publisher == "Inland Herald"


def test_a_password_in_an_address_is_nowhere_in_the_article(tmp_path: Path) -> None:
    text = (
        "The harbor board of Skarholm closed the north quay on Friday after divers found cracks in its piles.\n\n"
        "It gave the address ftp://odd:hunter2@quay.example/plans for the plans of the quay, the board said.\n\n"
        "Source: https://bob:hunter2@post.example/port\n"
    )
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    (article,) = read_sources([str(tmp_path / "page.txt")]).articles
    assert "hunter2" not in repr(article)
    assert article.url == "https://post.example/port"
    start = article.text.index("for the plans")
    assert article.source_offset(start) == text.index("for the plans")


@pytest.mark.parametrize("source", ["https://bob:hunter2@post.example/port", "https://bob:hunter2@post.example/*.html"])
def test_a_password_in_what_was_asked_for_is_not_said_again(source: str) -> None:
    with pytest.raises(IngestError) as caught:
        read_sources([source])
    assert "hunter2" not in str(caught.value)
