"""The file of corrections: what may stand in it, how a mistake in it is told, and the command that writes it."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli import briefing
from briefing.errors import SettingsError
from briefing.model import CorrectionKind
from briefing.model.correction_entries import make_entry, read_entries
from briefing.settings import read_corrections

README = Path(__file__).parents[1] / "README.md"

FIRST = """Harbour of Costa Lima closed after crane falls

Tuesday 14 October 2025 09:30 GMT

The harbour of Costa Lima was closed on Tuesday after a crane fell onto a pier, the port authority said.

“We will open again when every crane has been checked,” said the harbour master, Joaquim Teles.
"""
SECOND = """Crane falls onto pier in Costa Lima harbour

Tuesday 14 October 2025 11:30 GMT

A crane fell onto a pier in the harbour of Costa Lima on Tuesday and the harbour was closed, the port authority said.

Harbour master Joachim Teles said that nobody had been hurt.
"""


def run(*arguments: object) -> Result:
    return CliRunner(env={"SOURCE_DATE_EPOCH": "1760500000"}).invoke(briefing, [str(one) for one in arguments])


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to stand in, with two articles."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "news" / "second.txt").write_text(SECOND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def people(record: Path) -> set[str]:
    """Names of the people of a brief that stand in some sentence."""
    stories = json.loads(record.read_text(encoding="utf-8"))["stories"]
    return {one["name"] for story in stories for one in story["actors"] if one["kind"] == "person" and one["evidence"]}


# ---- the file -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('[[correction]]\nsame = ["A"]\n', ("correction 1", "two names")),
        ('[[correction]]\nsame = ["A B", "a  b"]\n', ("correction 1", "written differently")),
        ('[[correction]]\nsame = "A"\n', ("correction 1", "list of names")),
        ('[[correction]]\ndrop = ["A"]\n\n[[correction]]\nnote = "?"\n', ("correction 2", "none")),
        ('[[correction]]\ndrop = ["A"]\nsame = ["A", "B"]\n', ("correction 1", "same and drop")),
        ('[[correction]]\ndrop = ["A"]\nby = "me"\n', ("correction 1", "'by'")),
        ('[[correction]]\ndrop = ["A"]\ndate = "soon"\n', ("correction 1", "2025-10-15", "soon")),
        ('[[correction]]\ndrop = [""]\n', ("correction 1", "empty")),
        ('[[correction]]\nname = ["A", "B"]\n', ("correction 1", "of", "is")),
        ('[[correction]]\nkind = { of = "A", is = "ship" }\n', ("correction 1", "ship", "organisation")),
        ('[correction]\nsame = ["A", "B"]\n', ("[[correction]]",)),
        ('[[corrections]]\nsame = ["A", "B"]\n', ("corrections", "[[correction]]")),
        ("[[correction]\n", ("TOML",)),
    ],
)
def test_a_mistake_is_named_by_file_and_entry(tmp_path: Path, content: str, words: tuple[str, ...]) -> None:
    path = tmp_path / "mistaken.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_corrections(path)
    told = str(caught.value)
    assert "\n" not in told
    assert [word for word in (str(path), *words) if word not in told] == []


@pytest.mark.parametrize(
    "entries",
    [
        ('same = ["A", "B"]', 'different = ["B", "A"]'),
        ('same = ["A", "B"]', 'same = ["B", "C"]', 'different = ["A", "C"]'),
        ('name = { of = "A", is = "X" }', 'name = { of = "A", is = "Y" }'),
        ('name = { of = "A", is = "X" }', 'same = ["A", "B"]', 'name = { of = "B", is = "Y" }'),
        ('kind = { of = "A", is = "place" }', 'kind = { of = "A", is = "person" }'),
        ('drop = ["A"]', 'name = { of = "A", is = "X" }'),
        ('drop = ["A"]', 'same = ["A", "B"]'),
    ],
)
def test_entries_that_contradict_each_other_are_told_in_any_order(tmp_path: Path, entries: tuple[str, ...]) -> None:
    for order in (entries, entries[::-1]):
        path = tmp_path / "corrections.toml"
        path.write_text("".join(f"[[correction]]\n{entry}\n" for entry in order), encoding="utf-8")
        with pytest.raises(SettingsError, match="contradicts"):
            read_corrections(path)


def test_a_day_may_be_a_date_or_a_text(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(
        '[[correction]]\ndrop = ["A"]\ndate = 2025-10-15\n[[correction]]\ndrop = ["B"]\ndate = "2025-10-15"\n'
    )
    assert [one.date for one in read_corrections(path)] == ["2025-10-15", "2025-10-15"]


def test_no_file_is_no_correction(place: Path) -> None:
    assert read_corrections(None) == ()


TEXT = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)


@given(st.lists(TEXT, min_size=1, max_size=3, unique=True), TEXT)
def test_what_is_written_is_read_again(names: list[str], note: str) -> None:
    entry = make_entry(CorrectionKind.DROP, names, note=note, date="2025-10-15")
    assert read_entries(tomllib.loads(entry.toml), "file") == (entry,)


# ---- the command --------------------------------------------------------------------------------------------


def test_correct_adds_an_entry_and_prints_it(place: Path) -> None:
    done = run("correct", "same", "Joachim Teles", "Joaquim Teles", "--note", "The second paper errs.")
    assert done.exit_code == 0, done.stderr
    assert done.stdout == (
        '[[correction]]\nsame = ["Joachim Teles", "Joaquim Teles"]\n'
        'note = "The second paper errs."\ndate = 2025-10-15\n'
    )
    assert (place / "corrections.toml").read_text(encoding="utf-8") == done.stdout


def test_correct_leaves_what_stands_in_the_file(place: Path) -> None:
    ours = "# the desk's own words\n[[correction]]\ndrop = ['Elsewhere']"
    (place / "corrections.toml").write_text(ours, encoding="utf-8")
    run("correct", "name", "KRC", "Korda River Commission")
    assert (place / "corrections.toml").read_text(encoding="utf-8") == (
        f'{ours}\n\n[[correction]]\nname = {{ of = "KRC", is = "Korda River Commission" }}\ndate = 2025-10-15\n'
    )


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("same", "A"), "two names"),
        (("different", "A", "B"), "contradicts"),
        (("same", "B", "A"), "there already"),
        (("kind", "A", "ship"), "ship"),
        (("name", "A"), "two words"),
        (("rename", "A", "B"), "rename"),
    ],
)
def test_what_cannot_be_meant_changes_nothing(place: Path, arguments: tuple[str, ...], word: str) -> None:
    run("correct", "same", "A", "B")
    before = (place / "corrections.toml").read_bytes()
    done = run("correct", *arguments)
    assert done.exit_code == 2
    assert word in done.stderr
    assert (place / "corrections.toml").read_bytes() == before


def test_a_file_that_cannot_be_written_is_named(place: Path) -> None:
    (place / "sub").write_text("a file stands here")
    done = run("correct", "drop", "A", "--corrections", "sub/corrections.toml")
    assert done.exit_code == 2
    assert "sub/corrections.toml: cannot be written" in done.stderr


def test_a_link_to_the_file_stays_a_link(place: Path) -> None:
    (place / "shared.toml").write_text("")
    (place / "corrections.toml").symlink_to(place / "shared.toml")
    run("correct", "drop", "A")
    assert (place / "corrections.toml").is_symlink()
    assert "drop" in (place / "shared.toml").read_text(encoding="utf-8")


@pytest.mark.model
def test_a_correction_is_followed_on_the_next_run_and_undone_with_its_entry(place: Path) -> None:
    make = ("make", "news", "--date", "2025-10-14", "--subject", "Costa Lima", "--format", "json")
    record = place / "reports" / "2025-10-14-costa-lima" / "brief.json"
    assert run(*make).exit_code == 0
    before = record.read_bytes()
    assert people(record) == {"Joaquim Teles", "Joachim Teles"}
    run("correct", "same", "Joachim Teles", "Joaquim Teles")
    assert run(*make).exit_code == 0
    assert len(people(record)) == 1
    (place / "corrections.toml").unlink()
    assert run(*make).exit_code == 0
    assert record.read_bytes() == before


@pytest.mark.model
def test_show_tells_who_corrected_what(place: Path) -> None:
    run("correct", "drop", "Nobody Here")
    run("correct", "same", "Joachim Teles", "Joaquim Teles", "--note", "The second paper errs.")
    done = run("make", "news", "--date", "2025-10-14", "--subject", "x", "--format", "json,text")
    assert 'correction never applied: drop "Nobody Here"' in done.stderr
    text = (place / "reports" / "2025-10-14-x" / "brief.txt").read_text(encoding="utf-8")
    assert "Corrected by the desk: Joachim Teles and Joaquim Teles are one actor." in " ".join(text.split())
    listed = run("show", "reports/2025-10-14-x").stdout
    [label] = [line.split()[0] for line in listed.splitlines() if line.startswith("A") and "Teles" in line]
    assert "The second paper errs." in run("show", "reports/2025-10-14-x", "--why", label).stdout


def test_a_broken_file_stops_the_run_before_any_work(place: Path) -> None:
    (place / "ours.toml").write_text("[[correction]]\nsame = ['A']\n", encoding="utf-8")
    (place / "briefing.toml").write_text("[brief]\ncorrections = 'ours.toml'\n", encoding="utf-8")
    done = run("make", "news", "--model", "not_loaded")
    assert done.exit_code == 2
    assert "ours.toml: correction 1" in done.stderr


def test_the_example_of_the_readme_is_what_the_command_writes(place: Path) -> None:
    text = README.read_text(encoding="utf-8")
    [example] = re.findall(r"```console\n\$ briefing (correct .*?)\n(.*?)```", text, re.DOTALL)
    command, printed = example
    done = run(*[one.strip("'") for one in re.findall(r"'[^']*'|\S+", command)])
    assert done.stdout == printed
