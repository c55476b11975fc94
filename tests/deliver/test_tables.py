"""What the settings file says about mail, and what is wrong with it when it is wrong."""

from __future__ import annotations

import tomllib

import pytest

from briefing.deliver.tables import choose_recipients, read_tables
from briefing.errors import SettingsError

WHOLE = """
[mail]
from = "Duty desk <desk@example.org>"
envelope_from = "bounces@example.org"
unsubscribe = "https://example.org/leave"
host = "mail.example.org"
user = "desk"
secret = "env:DESK_PW"
lists = ["directors"]

[[lists]]
name = "directors"
to = ["Ada Pell <ada@example.org>", "maildir:/var/mail/briefs"]

[[lists]]
name = "newsroom"
to = ["ben@example.org", "ada@example.org"]
attach = ["pdf", "html"]
html = false
language = "de"
subject = "{{ title }}"
"""


def read(text):
    return read_tables(tomllib.loads(text))


def test_the_defaults_are_the_safe_ones():
    server = read(WHOLE).server
    assert (server.security, server.port, server.auth, server.allow_plain) == ("starttls", 587, "password", False)


def test_a_port_follows_from_the_protection():
    assert read('[mail]\nhost = "mail.example.org"\nsecurity = "tls"').server.port == 465


def test_each_list_keeps_its_own_form():
    settings = read(WHOLE)
    ben = choose_recipients(settings, ["newsroom"], [])[0]
    assert (ben.attach, ben.html, ben.language, ben.subject) == (("pdf", "html"), False, "de", "{{ title }}")


def test_without_a_choice_the_lists_of_the_mail_table_are_sent_to():
    found = choose_recipients(read(WHOLE), [], [])
    assert [str(one.target) for one in found] == ["Ada Pell <ada@example.org>", "maildir:/var/mail/briefs"]


def test_addresses_of_the_command_line_replace_the_lists():
    found = choose_recipients(read(WHOLE), [], ["cyd@example.org, dan@example.org"])
    assert [one.identity for one in found] == ["cyd@example.org", "dan@example.org"]


def test_addresses_beside_a_named_list_are_added_to_it():
    found = choose_recipients(read(WHOLE), ["newsroom"], ["cyd@example.org"])
    assert [one.identity for one in found] == ["ben@example.org", "ada@example.org", "cyd@example.org"]


def test_nothing_said_is_nothing_known():
    settings = read("")
    assert (settings.sender, settings.server, settings.lists) == (None, None, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[mail]\nhots = "x"', "did you mean 'host'"),
        ('[mail]\nport = "25"', r"\[mail\] port"),
        ("[mail]\nport = true", r"\[mail\] port"),
        ('[mail]\nhost = "x"\nsecurity = "ssl"', "security"),
        ('[mail]\nhost = "x"\nsecret = "hush"', "env:NAME"),
        ('[mail]\nfrom = "desk"', r"\[mail\] from: 'desk' is not a mail address"),
        ('[mail]\nfrom = "a@b"\nunsubscribe = "javascript:1"', "unsubscribe"),
        ('[mail]\nfrom = "a@b"\nunsubscribe = "https://x\\r\\nBcc: y"', "unsubscribe"),
        ('[mail]\nfrom = "a@b"\ntime = "06:30"', "no zone"),
        ('[mail]\nfrom = "a@b"\ntime = "half six"', r"\[mail\] time"),
        ('[mail]\nlists = ["x"]', "'x' is not known"),
        ('[lists]\nname = "x"', "two brackets"),
        ('[[lists]]\nto = ["a@b"]', "needs a name"),
        ('[[lists]]\nname = "x"\n[[lists]]\nname = "x"', "same name"),
        ('[[lists]]\nname = "x"\nto = ["nobody"]', "'x' to: 'nobody' is not a mail address"),
        ('[[lists]]\nname = "x"\nto = [1]', "to"),
        ('[[lists]]\nname = "x"\nattach = ["docx"]', "'docx' is not known"),
        ('[[lists]]\nname = "x"\nlanguage = "klingon-x"', "language"),
    ],
)
def test_what_is_wrong_is_named(text, said):
    with pytest.raises(SettingsError, match=said):
        read(text)


def test_a_password_in_the_wrong_place_is_not_repeated():
    for text in ('[mail]\nhost = "x"\nsecret = "hush-hush"', '[mail]\nsecret = ["hush-hush"]'):
        with pytest.raises(SettingsError) as caught:
            read(text)
        assert "hush" not in str(caught.value)


def test_a_list_that_is_not_there_is_named():
    with pytest.raises(SettingsError, match="known are directors, newsroom"):
        choose_recipients(read(WHOLE), ["director"], [])
