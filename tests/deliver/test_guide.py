"""``docs/delivery.md`` names every setting and every state, and its example is read as it says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from briefing.archive import State
from briefing.deliver.parties import DEFAULT_ANSWER_TIMEOUT, DEFAULT_MESSAGE_LIMIT, DEFAULT_SUBJECT, DEFAULT_TIMEOUT
from briefing.deliver.tables import LIST_KEYS, MAIL_KEYS, choose_recipients, read_tables

GUIDE = (Path(__file__).parents[2] / "docs" / "delivery.md").read_text(encoding="utf-8")


def table(heading):
    """First cells of the table with this heading."""
    rows = GUIDE.partition(f"| {heading} |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `([^`]+)` \|(.*?)\|", rows, re.MULTILINE)


def test_every_setting_of_mail_and_lists_has_its_row():
    assert {name for name, _ in table("key of `[mail]`")} == set(MAIL_KEYS)
    assert {name for name, _ in table("key of `[[lists]]`")} == set(LIST_KEYS)


def test_the_defaults_are_those_of_the_program():
    rows = {name: cell.strip().strip("`") for name, cell in table("key of `[mail]`")}
    assert rows["subject"] == DEFAULT_SUBJECT
    assert (float(rows["timeout"]), float(rows["answer_timeout"])) == (DEFAULT_TIMEOUT, DEFAULT_ANSWER_TIMEOUT)
    assert int(rows["message_limit"]) == DEFAULT_MESSAGE_LIMIT


def test_every_state_has_its_row():
    assert [name for name, _ in table("state")] == [state.value for state in State]


def test_the_example_can_be_used():
    (example,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    settings = read_tables(tomllib.loads(example))
    assert [str(one.target) for one in choose_recipients(settings, ["berlin"], [])] == [
        "redaktion@example.org",
        "folder:/srv/www/briefs",
    ]
