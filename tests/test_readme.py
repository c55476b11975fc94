"""The README cannot drift: its help texts, its table of exit codes and its settings are those of the program."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing import errors, settings
from briefing.cli import briefing

README = Path(__file__).parents[1] / "README.md"
HELP = re.compile(r"<!-- help: briefing (?P<words>[^>]*?)-->\n(?:```console\n.*?\n```\n)?", re.DOTALL)


def test_help_texts_are_those_of_the_program(update_golden: bool) -> None:
    text = README.read_text(encoding="utf-8")
    current = HELP.sub(lambda match: help_block(match["words"].strip()), text)
    if update_golden:
        README.write_text(current, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == current


def help_block(words: str) -> str:
    """The marker and what the program prints, as it stands in the README."""
    result = CliRunner().invoke(briefing, words.split(), prog_name="briefing", terminal_width=100)
    return f"<!-- help: briefing {words} -->\n```console\n$ briefing {words}\n{result.stdout.rstrip()}\n```\n"


def test_exit_codes_are_those_of_the_classes() -> None:
    rows = re.findall(r"^\| (\d+) \| ", README.read_text(encoding="utf-8"), re.MULTILINE)
    classes = {errors.BriefingError, *errors.BriefingError.__subclasses__()}
    assert sorted(map(int, rows)) == [0, *sorted(one.exit_code for one in classes)]


def test_the_settings_of_the_readme_are_read(tmp_path: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "briefing.toml"
    path.write_text(example, encoding="utf-8")
    given = sum(len(table) for name, table in tomllib.loads(example).items() if name not in settings.MAIL_TABLES)
    assert len(settings.read_settings(path)) == given


@pytest.mark.parametrize("name", sorted(briefing.commands))
def test_every_command_has_one_sentence_and_an_example(name: str) -> None:
    command = briefing.commands[name]
    first = (command.help or "").split("\n\n")[0]
    assert first.endswith(".")
    assert (command.epilog or "").startswith("Example: briefing ")


def test_every_make_target_of_the_readme_exists() -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^\| `make (\w+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_every_link_of_the_readme_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert [link for link in links if not (README.parent / link).exists()] == []
