"""The limits of reading are settable: the table [ingest] of the settings file."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli import briefing
from briefing.errors import SettingsError
from briefing.ingest import Limits
from briefing.settings import KEYS, LIMITS, read_limits, read_settings

ARTICLE = (
    "The harbour of {0} was closed on Tuesday after a crane fell onto a pier, the port authority of {0} said.\n\n"
    "Nobody was hurt, said the harbour master of {0}, Joaquim Teles.\n"
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(briefing, [str(argument) for argument in arguments])


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A settings file with limits."""
    path = tmp_path / "briefing.toml"
    path.write_text("[ingest]\nfile_megabytes = 2\ndocuments = 1\nseconds = 5\n")
    return path


def test_the_table_gives_the_limits_in_their_own_units(settings: Path) -> None:
    assert read_limits(read_settings(settings)) == (("file_bytes", 2_000_000), ("documents", 1), ("seconds", 5))


def test_every_key_of_the_table_sets_a_limit_that_exists() -> None:
    names = {field.name for field in dataclasses.fields(Limits)}
    assert {name for name, _ in LIMITS.values()} <= names
    assert {key.partition(".")[2] for key in KEYS if key.startswith("ingest.")} == set(LIMITS)


@pytest.mark.parametrize(
    "line", ["documents = 0", "seconds = -1", 'file_megabytes = "10"', "documents = true", "pages = 3"]
)
def test_a_limit_that_is_none_is_refused(line: str, tmp_path: Path) -> None:
    path = tmp_path / "briefing.toml"
    path.write_text(f"[ingest]\n{line}\n")
    with pytest.raises(SettingsError, match=line.split(maxsplit=1)[0]):
        read_settings(path)


@pytest.mark.model
def test_an_article_over_the_limit_is_named_in_the_brief(settings: Path, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for place in ("Costa Lima", "Skarholm"):
        (tmp_path / "news" / f"{place}.txt").write_text(ARTICLE.format(place))
    (tmp_path / "news" / "long.txt").write_text("a" * 2_000_001)
    out = tmp_path / "out"
    done = run(
        "make", tmp_path / "news", "--date", "2025-10-15", "--format", "json", "--output", out, "--config", settings
    )
    assert done.exit_code == 0, done.output
    (record,) = out.rglob("brief.json")
    skipped = {one["code"]: one["name"] for one in json.loads(record.read_text())["skipped"]}
    assert skipped == {"too-large": "long.txt", "too-many": "Skarholm.txt"}


def test_show_article_keeps_to_the_limits_too(settings: Path, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("a" * 2_000_001)
    done = run("show-article", tmp_path / "long.txt", "--config", settings)
    assert done.exit_code == 0, done.output
    assert "long.txt: not read (too-large): It is larger than 2 MB." in done.output


@pytest.mark.model
def test_extract_keeps_to_the_limits_too(settings: Path, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("a" * 2_000_001)
    done = run("extract", tmp_path / "long.txt", "--config", settings)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "too-large" in done.stderr
