"""What a person may type, and what they are told: one line, the documented exit code, nothing half written."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from briefing.cli import briefing

ARTICLE = """Harbour of Costa Lima closed after crane falls

By Ana Duarte
Tuesday 14 October 2025 09:30 GMT

The harbour of Costa Lima was closed on Tuesday after a crane fell onto a pier, the port authority said.

Nobody was hurt. “We will open again when every crane has been checked,” said the harbour master, Joaquim Teles.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A good article on disk."""
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def run(*arguments: object, stdin: bytes | None = None, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(briefing, [str(argument) for argument in arguments], input=stdin, env=env)


def assert_told(result: Result, code: int, *words: str) -> None:
    """One line on stderr that holds ``words``, nothing on stdout, this exit code."""
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    lines = result.stderr.strip().splitlines()
    assert "Traceback" not in result.stderr
    assert [word for word in words if word not in lines[-1]] == []
    assert lines[-1].startswith("briefing: ")


# ---- what can be wrong with the input -----------------------------------------------------------------------


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert_told(run("make", tmp_path / "gone.txt", "--output", tmp_path / "out"), 3, "gone.txt")


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    assert_told(run("make", tmp_path / "news", "--output", tmp_path / "out"), 3, "news")


def test_an_empty_file_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert_told(run("make", tmp_path / "empty.txt", "--output", tmp_path / "out"), 3, "empty.txt", "empty")


def test_a_binary_file_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 40)
    assert_told(run("make", tmp_path / "noise.txt", "--output", tmp_path / "out"), 3, "noise.txt", "not text")


def test_an_unreadable_file_is_named(tmp_path: Path, article: Path) -> None:
    article.chmod(0)
    if os.access(article, os.R_OK):
        pytest.skip("this user may read every file")
    assert_told(run("make", article, "--output", tmp_path / "out"), 3, "harbour.txt", "permission")


def test_nothing_is_written_when_nothing_could_be_read(tmp_path: Path) -> None:
    run("make", tmp_path / "gone.txt", "--output", tmp_path / "out")
    assert not (tmp_path / "out").exists()


# ---- what can be wrong with the options ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "value", "word"),
    [
        ("--paper", "a5", "a4"),
        ("--format", "docx", "docx"),
        ("--format", "", "format"),
        ("--date", "14 June", "14 June"),
        ("--date", "2024-02-30", "2024-02-30"),
        ("--max-stories", "0", "0"),
        ("--templates", "nowhere", "nowhere"),
        ("--since", "nowhere", "nowhere"),
    ],
)
def test_an_option_that_cannot_be_used_is_named(article: Path, option: str, value: str, word: str) -> None:
    assert_told(run("make", article, option, value), 2, option, word)


def test_a_missing_model_is_named_with_the_remedy(article: Path, tmp_path: Path) -> None:
    result = run("make", article, "--model", "en_core_web_xl", "--output", tmp_path / "out")
    assert_told(result, 4, "en_core_web_xl", "--model")
    assert not (tmp_path / "out").exists()


def test_a_missing_settings_file_is_named(article: Path) -> None:
    assert_told(run("make", article, "--config", "nowhere.toml"), 2, "nowhere.toml")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[output]\npapers = 'a4'\n", ("output.papers", "output.paper")),
        ("[output]\npaper = 4\n", ("output.paper", "text")),
        ("[output]\nformats = ['pdf', 3]\n", ("output.formats", "list")),
        ("[brief]\nmax_stories = true\n", ("brief.max_stories", "number")),
        ("paper = 'a4'\n", ("paper", "table", "output.paper")),
        ("[output]\npaper = 'a5'\n", ("--paper", "a5")),
        ("[output\n", ("TOML",)),
        ("x = " + "[" * 5_000, ("nested",)),
    ],
)
def test_a_mistake_in_the_settings_is_named(tmp_path: Path, article: Path, content: str, words: tuple[str]) -> None:
    settings = tmp_path / "briefing.toml"
    settings.write_text(content, encoding="utf-8")
    assert_told(run("make", article, "--config", settings), 2, str(settings), *words)


@pytest.mark.parametrize(
    "words",
    [("make",), ("frobnicate",), ("--verison",), ("make", "--papre", "a4", "x"), ("resolve", "9"), ("correct",)],
)
def test_a_slip_of_the_keyboard_is_one_line_with_the_way_to_help(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert_told(result, 2, "--help")
    assert len(result.stderr.strip().splitlines()) == 1


def test_the_clock_from_outside_must_be_a_number(article: Path) -> None:
    assert_told(run("make", article, env={"SOURCE_DATE_EPOCH": "noon"}), 2, "SOURCE_DATE_EPOCH")


# ---- where choices come from --------------------------------------------------------------------------------


def test_line_before_environment_before_file_before_default(tmp_path: Path, article: Path) -> None:
    settings = tmp_path / "briefing.toml"
    settings.write_text("[model]\nname = 'from_file'\n", encoding="utf-8")
    from_file = ("make", article, "--config", settings)
    assert "from_file" in run(*from_file).stderr
    assert "from_environment" in run(*from_file, env={"BRIEFING_MODEL": "from_environment"}).stderr
    both = run(*from_file, "--model", "from_line", env={"BRIEFING_MODEL": "from_environment"})
    assert "from_line" in both.stderr


# ---- the whole run ------------------------------------------------------------------------------------------


@pytest.mark.model
def test_a_brief_is_made_and_its_paths_are_printed(article: Path, tmp_path: Path) -> None:
    result = run("make", article, "--date", "2025-10-14", "--output", tmp_path / "out", "--subject", "Costa Lima")
    assert result.exit_code == 0, result.stderr
    folder = tmp_path / "out" / "2025-10-14-costa-lima"
    assert result.stdout.split() == [str(folder / f"brief.{kind}") for kind in ("pdf", "html", "json")]
    assert (folder / "brief.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.model
def test_standard_input_is_an_article(article: Path, tmp_path: Path) -> None:
    result = run("make", "-", "--format", "json", "--output", tmp_path / "out", stdin=article.read_bytes())
    assert result.exit_code == 0, result.stderr
    assert "Joaquim Teles" in Path(result.stdout.strip()).read_text(encoding="utf-8")


@pytest.mark.model
def test_one_bad_article_does_not_stop_the_run_and_is_named(article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    common = ("make", article, tmp_path / "empty.txt", "--format", "json")
    result = run(*common, "--output", tmp_path / "out")
    assert result.exit_code == 0
    assert "empty.txt" in result.stderr
    assert "empty.txt" in Path(result.stdout.strip()).read_text(encoding="utf-8")
    assert_told(run(*common, "--output", tmp_path / "strict", "--strict"), 8, "--strict")
    assert not (tmp_path / "strict").exists()


@pytest.mark.model
def test_an_output_that_cannot_be_written_is_named(article: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file stands here")
    assert_told(run("make", article, "--format", "json", "--output", tmp_path / "out"), 7, "out", "--output")


@pytest.mark.model
def test_a_brief_rendered_again_is_the_same_to_the_byte(article: Path, tmp_path: Path) -> None:
    made = run("make", article, "--date", "2025-10-14", "--output", tmp_path / "out")
    folder = Path(made.stdout.split()[0]).parent
    again = run("render", folder / "brief.json", "--output", tmp_path / "again")
    assert again.exit_code == 0, again.stderr
    for name in ("brief.pdf", "brief.html"):
        assert (tmp_path / "again" / name).read_bytes() == (folder / name).read_bytes()


@pytest.mark.model
def test_since_last_compares_with_the_issue_before_however_often_one_is_made(article: Path, tmp_path: Path) -> None:
    def issue(date: str) -> dict[str, Any]:
        common = ("--since", "last", "--format", "json", "--subject", "Costa Lima", "--output", tmp_path / "out")
        made = run("make", article, "--date", date, *common)
        assert made.exit_code == 0, made.stderr
        read: dict[str, Any] = json.loads(Path(made.stdout.strip()).read_text(encoding="utf-8"))
        return read

    first, second, again = issue("2025-10-14"), issue("2025-10-15"), issue("2025-10-15")
    assert (first["issue"], first["earlier"]) == (1, None)
    assert (second["issue"], second["earlier"]["date"]) == (2, "2025-10-14")
    assert again == second


@pytest.mark.model
def test_no_command_opens_a_connection(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert run("make", article, "--output", tmp_path / "out").exit_code == 0
    assert run("extract", article).exit_code == 0
    assert run("show-article", article).exit_code == 0


@pytest.mark.model
def test_a_dash_stands_for_standard_output(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = run("extract", article, "-o", "-")
    assert json.loads(found.stdout)["doc"]
    assert not Path("-").exists()


def test_a_run_stopped_from_the_keyboard_says_so(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefing.errands.explain_articles", stop)
    found = run("show-article", article)
    assert (found.exit_code, found.stderr) == (130, "briefing: stopped before it was done\n")


CLOSED_OR_FULL = {
    "stdin": ("show-article - <&-", 3, "nothing to read on standard input"),
    "stdin unused": ("show-article ARTICLE <&-", 0, ""),
    "stdout": ("extract ARTICLE >&-", 7, "standard output is closed: name a file with --output"),
    "full disk": ("show-article ARTICLE >/dev/full", 7, "the output could not be written: No space left on device"),
    "stderr": ("extract /dev/null ARTICLE 2>/dev/full >/dev/null", 0, ""),
    "log of the kernel": ("show-article /proc/kmsg >/dev/null", 0, ""),
}


@pytest.mark.model
@pytest.mark.parametrize("case", CLOSED_OR_FULL)
def test_a_stream_that_cannot_be_used_is_named(case: str, article: Path) -> None:
    words, code, message = CLOSED_OR_FULL[case]
    command = f"{sys.executable} -m briefing {words.replace('ARTICLE', str(article))}"
    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr.strip()) == (code, f"briefing: {message}" if message else "")


@pytest.mark.model
def test_every_line_of_a_brief_can_be_asked_for(article: Path, tmp_path: Path) -> None:
    run("make", article, "--output", tmp_path / "out", "--format", "json")
    [folder] = (tmp_path / "out").iterdir()
    listed = run("show", folder)
    assert "Q1" in listed.stdout
    assert "Joaquim Teles" in run("show", folder, "--why", "Q1").stdout
    assert_told(run("show", folder, "--why", "Z1"), 6, "Z1")


def test_templates_are_copied_and_a_mistake_is_named_by_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "look"
    assert run("templates", folder).exit_code == 0
    assert run("templates", folder, "--check").exit_code == 0
    (folder / "parts" / "end.html").write_text("<p>\n{% if %}\n", encoding="utf-8")
    result = run("templates", folder, "--check")
    assert result.exit_code == 6
    assert "end.html:2" in result.stdout


@pytest.mark.parametrize(("option", "value"), [("--accent", "red"), ("--sections", "actors,../x"), ("--set", "a b")])
def test_a_look_that_cannot_be_used_is_told_before_any_work(article: Path, option: str, value: str) -> None:
    assert_told(run("make", article, option, value, "--model", "not_loaded"), 2, value.rsplit(",", maxsplit=1)[-1])


def test_an_unknown_set_or_section_is_told_with_the_known_ones_before_any_work(article: Path) -> None:
    result = run("make", article, "--set", "nope", "--model", "not_loaded")
    assert_told(result, 2, "'nope'; known are brief, one-page, sitrep")
    assert_told(run("make", article, "--sections", "story", "--model", "not_loaded"), 2, "known are bottom_line, ")


def test_a_picture_a_template_and_a_place_that_cannot_be_used_are_told_before_any_work(
    article: Path, tmp_path: Path
) -> None:
    look = tmp_path / "look"
    look.mkdir()
    (look / "brief.html").write_text("{{ oops", encoding="utf-8")
    start = ("make", article, "--model", "not_loaded")
    assert_told(run(*start, "--logo", article), 2, "neither PNG, JPEG nor SVG")
    assert_told(run(*start, "--templates", look), 6, "brief.html:1")
    assert_told(run(*start, "--output", article / "reports"), 7, "a file stands where a folder is needed")
    assert_told(run(*start, "--output", "/proc/reports"), 7, "no file can be made there")


def test_extract_names_a_slip_before_any_work(article: Path, tmp_path: Path) -> None:
    result = run("extract", article, tmp_path / "missing.txt", "--model", "not_loaded")
    assert_told(result, 3, "no such file or folder")


def test_a_wrong_value_of_the_environment_is_told_with_its_name(article: Path) -> None:
    assert_told(run("make", article, env={"BRIEFING_PAPER": "a5"}), 2, "It stands in BRIEFING_PAPER.")


def test_files_are_readable_by_the_group_that_mails_them(tmp_path: Path) -> None:
    from briefing.deliver.folder import put_files

    [path] = put_files(tmp_path / "report", {"brief.html": b"<p>"})
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_help_imports_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys; from briefing.cli import briefing; print([m for m in ('spacy', 'weasyprint') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_unknown_error_is_one_line_too(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.ingest.read_sources", lambda *_, **__: 1 / 0)
    assert_told(run("make", article), 1, "internal error", "ZeroDivisionError")
