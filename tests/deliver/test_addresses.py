"""Who a text names: read strictly, so that nobody is mailed by accident."""

from __future__ import annotations

import pytest

from briefing.deliver.addresses import (
    FolderTarget,
    HookTarget,
    Mailbox,
    identity,
    read_mailbox,
    read_target,
    read_targets,
)
from briefing.errors import DeliverError


@pytest.mark.parametrize(
    ("text", "mailbox"),
    [
        ("ada@example.org", Mailbox("", "ada", "example.org")),
        ("  <ada@example.org> ", Mailbox("", "ada", "example.org")),
        ("Ada Pell <ada@example.org>", Mailbox("Ada Pell", "ada", "example.org")),
        ('"Pell, Ada \\"AP\\"" <ada@example.org>', Mailbox('Pell, Ada "AP"', "ada", "example.org")),
        ("ada+brief@EXAMPLE.org", Mailbox("", "ada+brief", "example.org")),
        ("Zo\u00eb <zoe@b\u00fccher.example>", Mailbox("Zo\u00eb", "zoe", "xn--bcher-kva.example")),
        ("zo\u00eb@example.org", Mailbox("", "zo\u00eb", "example.org")),
        ("root@localhost", Mailbox("", "root", "localhost")),
        ("a@[192.0.2.1]", Mailbox("", "a", "[192.0.2.1]")),
    ],
)
def test_an_address_is_read(text, mailbox):
    assert read_mailbox(text) == mailbox


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ada",
        "ada@",
        "@example.org",
        "ada@@example.org",
        "ada@exa mple.org",
        "ada@example..org",
        "ada@-example.org",
        ".ada@example.org",
        "ada..pell@example.org",
        "ada@example.org, ben@example.org",
        "ada@example.org ben@example.org",
        "Ada <ada@example.org> (home)",
        "Ada <ada@example.org",
        "ada@example.org\nBcc: eve@example.org",
        "Ada\r\nBcc: eve@example.org <ada@example.org>",
        "ada\u2028@example.org",
        "ada@stra\u00dfe.example",
        "a" * 65 + "@example.org",
        "ada@" + "a" * 64 + ".org",
        "ada@" + ".".join(["abcdefgh"] * 40),
        '"ada pell"@example.org',
    ],
)
def test_what_is_not_plainly_one_address_is_refused(text):
    with pytest.raises(DeliverError):
        read_mailbox(text)


@pytest.mark.parametrize("text", ["a@example.org, b@example.org", "a@example.org;b@example.org,"])
def test_two_addresses_in_one_text_are_two(text):
    assert [str(one) for one in read_targets(text)] == ["a@example.org", "b@example.org"]


def test_a_comma_in_a_quoted_name_does_not_part_addresses():
    assert [one.name for one in read_targets('"Pell, Ada" <a@example.org>, b@example.org')] == ["Pell, Ada", ""]


def test_other_ways_out_are_read(tmp_path):
    assert read_target(f"folder:{tmp_path}") == FolderTarget(tmp_path)
    assert read_targets("hook:post --to=chat,mail") == (HookTarget("post --to=chat,mail"),)


@pytest.mark.parametrize("text", ["folder:", "hook: ", "maildir:/a\n/b", "hook:post 'unclosed"])
def test_a_way_out_without_a_place_is_refused(text):
    with pytest.raises(DeliverError):
        read_target(text)


def test_case_and_name_do_not_make_another_recipient():
    assert identity(read_mailbox("Ada <Ada@Example.ORG>")) == identity(read_mailbox("ada@example.org"))
