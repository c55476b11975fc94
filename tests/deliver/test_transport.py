"""Encryption, signing in and secrets, against real servers with real certificates."""

from __future__ import annotations

import dataclasses
import logging
import os
import pickle
import stat
import subprocess
import sys
import traceback

import pytest
import trustme

from briefing.archive import State, open_ledger
from briefing.deliver.accounts import SecretSource, read_secret, read_source
from briefing.deliver.addresses import read_mailbox
from briefing.deliver.outcome import SetupError, Step, UnreachableError
from briefing.deliver.parties import Auth, Security
from briefing.deliver.post import send_test
from briefing.deliver.sign_in import check_server
from briefing.deliver.smtp import Connection
from briefing.errors import DeliverError

ADA = read_mailbox("ada@example.org")
DESK = read_mailbox("desk@example.org")
PASSWORD = "correct-horse-battery-staple"  # noqa: S105 - of a server that lives for one test


def deliver(server, receiver=ADA, sender=DESK, content=b"Subject: hello\r\n\r\n.dot\r\n"):
    with Connection(server) as connection:
        connection.make_ready()
        return connection.deliver(sender, receiver, content, lambda: None)


def with_password(server, tmp_path, password=PASSWORD):
    path = tmp_path / "password"
    path.write_text(f"{password}\n")
    path.chmod(0o600)
    return dataclasses.replace(server, auth=Auth.PASSWORD, user="desk", secret=SecretSource("file", str(path)))


@pytest.mark.parametrize("security", list(Security))
def test_each_protection_delivers(start_server, security):
    script, server = start_server(security)
    assert deliver(server).state is State.SENT
    assert script.received[0].content == b"Subject: hello\r\n\r\n.dot\r\n"


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_certificate_of_an_unknown_authority_is_refused(start_server, security, tmp_path):
    script, server = start_server(security)
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(other))
    with pytest.raises(SetupError, match="not trusted"):
        deliver(dataclasses.replace(server, ca_file=other))
    assert script.received == []


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_certificate_for_another_name_is_refused(start_server, security):
    _, server = start_server(security)
    with pytest.raises(SetupError, match="not trusted"):
        deliver(dataclasses.replace(server, host="127.0.0.1"))


def test_starttls_that_is_not_offered_is_never_skipped(start_server):
    script, server = start_server(Security.STARTTLS, offer_tls=False)
    with pytest.raises(SetupError, match="does not offer STARTTLS"):
        deliver(server)
    assert script.data_commands == 0


@pytest.mark.parametrize("host", ["mail.example.org", "192.0.2.7"])
def test_plain_to_another_machine_needs_the_loud_flag(start_server, host):
    _, server = start_server()
    with pytest.raises(SetupError, match="allow_plain"):
        check_server(dataclasses.replace(server, host=host))
    with pytest.raises(SetupError, match="allow_plain"):
        deliver(dataclasses.replace(server, host=host))
    check_server(dataclasses.replace(server, host=host, allow_plain=True))


def test_a_password_never_travels_unencrypted_even_with_the_flag(start_server, tmp_path):
    _, server = start_server()
    remote = dataclasses.replace(with_password(server, tmp_path), host="mail.example.org", allow_plain=True)
    with pytest.raises(SetupError, match="never travels unencrypted"):
        check_server(remote)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.3.2.1", "[::1]"])
def test_plain_to_this_machine_is_allowed(start_server, host):
    _, server = start_server()
    check_server(dataclasses.replace(server, host=host))


@pytest.mark.parametrize(("excluded", "used"), [([], "PLAIN"), (["PLAIN"], "LOGIN")])
def test_signs_in_with_what_the_server_offers(start_server, tmp_path, excluded, used):
    script, server = start_server(Security.STARTTLS, passwords={"desk": PASSWORD}, auth_exclude_mechanism=excluded)
    assert deliver(with_password(server, tmp_path)).state is State.SENT
    assert script.tried == [used]


def test_a_password_outside_ascii_signs_in(start_server, tmp_path):
    _, server = start_server(Security.TLS, passwords={"desk": "p\u00e4ssw\u00f6rd\u2013\u6771"})
    assert deliver(with_password(server, tmp_path, "p\u00e4ssw\u00f6rd\u2013\u6771")).state is State.SENT


def test_no_known_way_to_sign_in_is_named(start_server, tmp_path):
    _, server = start_server(Security.TLS, passwords={"desk": PASSWORD}, auth_exclude_mechanism=["PLAIN", "LOGIN"])
    with pytest.raises(SetupError, match="offers no PLAIN or LOGIN"):
        deliver(with_password(server, tmp_path))


def test_xoauth2_shows_the_token_that_the_command_prints(start_server):
    script, server = start_server(Security.TLS, passwords={"desk": "token-of-the-hour"})
    command = f"{sys.executable} -c \"print('token-of-the-hour')\""
    signed = dataclasses.replace(server, auth=Auth.XOAUTH2, user="desk", secret=SecretSource("command", command))
    assert deliver(signed).state is State.SENT
    assert script.tried == ["XOAUTH2"]


def test_a_refused_xoauth2_token_names_the_account_and_not_the_token(start_server):
    _, server = start_server(Security.TLS, passwords={"desk": "another"})
    command = f"{sys.executable} -c \"print('token-of-the-hour')\""
    signed = dataclasses.replace(server, auth=Auth.XOAUTH2, user="desk", secret=SecretSource("command", command))
    with pytest.raises(SetupError, match="refuses the account desk") as caught:
        deliver(signed)
    assert "token-of-the-hour" not in "".join(traceback.format_exception(caught.value))


def test_a_failing_sign_in_leaves_the_secret_nowhere(
    start_server, tmp_path, make_mailing, send, ledger_path, clock, caplog
):
    script, server = start_server(Security.TLS, passwords={"desk": "another"})
    caplog.set_level(logging.DEBUG)
    posted = send(make_mailing(with_password(server, tmp_path), "ada@example.org"))
    assert "refuses the account desk: 535" in posted.problem
    seen = [
        posted.problem,
        str(posted),
        caplog.text,
        *(path.read_bytes().decode("latin-1") for path in ledger_path.parent.glob("ledger.sqlite*")),
    ]
    for form in (PASSWORD, "Y29ycmVjdC1ob3JzZS", "NvcnJlY3QtaG9yc2Ut", "jb3JyZWN0LWhvcnNl"):
        assert not [text for text in seen if form in text]
    assert script.received == []


def test_the_secret_is_not_in_the_list_of_processes(start_server, tmp_path):
    _, server = start_server(Security.TLS, passwords={"desk": PASSWORD})
    with Connection(with_password(server, tmp_path)) as connection:
        connection.make_ready()
        listed = subprocess.run(["ps", "axww", "-o", "args"], capture_output=True, text=True, check=True).stdout
    assert PASSWORD not in listed


def test_a_server_that_repeats_the_secret_is_not_quoted(start_server, tmp_path):
    script, server = start_server(Security.TLS, passwords={"desk": "another"})
    echoing = with_password(server, tmp_path, "5.7.8")
    # aiosmtpd answers "535 5.7.8 Authentication credentials invalid": as if it repeated this password.
    with pytest.raises(SetupError, match="its words repeat the secret and are left out"):
        deliver(echoing)
    assert script.tried == ["PLAIN"]


def test_an_address_outside_ascii_goes_out_where_the_server_takes_it(start_server):
    script, server = start_server()
    assert deliver(server, read_mailbox("zo\u00eb@example.org")).state is State.SENT
    assert script.received[0].recipient == "zo\u00eb@example.org"


def test_an_address_outside_ascii_is_refused_by_name_where_the_server_does_not(start_server):
    script, server = start_server(enable_SMTPUTF8=False)
    outcome = deliver(server, read_mailbox("zo\u00eb@example.org"))
    assert (outcome.state, "zo\u00eb@example.org" in outcome.reply) == (State.FAILED, True)
    assert script.received == []


def test_a_domain_outside_ascii_needs_nothing_of_the_server(start_server):
    script, server = start_server(enable_SMTPUTF8=False)
    assert deliver(server, read_mailbox("zoe@b\u00fccher.example")).state is State.SENT
    assert script.received[0].recipient == "zoe@xn--bcher-kva.example"


def test_the_ledger_is_asked_after_rcpt_and_before_data(start_server):
    script, server = start_server()
    seen = []

    def commit():
        seen.append(("commit", script.data_commands))

    with Connection(server, seen.append) as connection:
        connection.make_ready()
        connection.deliver(DESK, ADA, b"x\r\n", commit)
    assert seen[seen.index(Step.RECIPIENT) + 1] == ("commit", 0)
    assert seen.index(("commit", 0)) < seen.index(Step.DATA)


def test_a_second_mail_reuses_the_connection_and_a_closed_one_is_opened_anew(start_server):
    script, server = start_server()
    with Connection(server) as connection:
        for answers in (["250 ok"], ["250 ok"], ["421 closing"], ["250 ok"]):
            script.rcpt["ada@example.org"] = answers
            connection.make_ready()
            connection.deliver(DESK, ADA, b"x\r\n", lambda: None)
    assert len(script.received) == 3
    assert script.connections == 2


def test_a_sender_that_must_sign_in_first_stops_everything(start_server):
    script, server = start_server()
    script.mail = ["530 5.7.0 Authentication required"]
    with pytest.raises(SetupError, match="530"):
        deliver(server)


def test_a_host_that_does_not_exist_is_unreachable(start_server):
    _, server = start_server()
    with pytest.raises(UnreachableError, match="no-such-host"):
        deliver(dataclasses.replace(server, host="no-such-host.invalid", allow_plain=True))


def test_a_trial_mail_is_marked_and_stays_out_of_the_ledger(
    start_server, make_mailing, send, ledger_path, clock, report_folder
):
    script, server = start_server()
    mailing = make_mailing(server, "ada@example.org")
    assert send_test(mailing, read_mailbox("me@example.org")).state is State.SENT
    (trial,) = script.received
    assert trial.recipient == "me@example.org"
    assert trial.parsed["Subject"].startswith("[TEST] Situation brief")
    assert not ledger_path.exists()
    send(mailing)
    assert script.received[1].parsed["Message-ID"] != trial.parsed["Message-ID"]
    with open_ledger(ledger_path, clock) as ledger:
        assert [one.recipient for one in ledger.deliveries()] == ["ada@example.org"]


# ---- where secrets come from ----------------------------------------------------------------------------------


def test_a_secret_from_the_environment():
    assert read_secret(read_source("env:PW"), "desk", {"PW": "hush"}).reveal() == "hush"


def test_a_secret_from_a_file_without_its_line_break(tmp_path):
    path = tmp_path / "password"
    path.write_text("hush\n")
    path.chmod(0o400)
    assert read_secret(SecretSource("file", str(path)), "desk").reveal() == "hush"


@pytest.mark.parametrize("mode", [stat.S_IRGRP, stat.S_IROTH, stat.S_IWGRP])
def test_a_file_that_others_can_read_or_change_is_refused(tmp_path, mode):
    path = tmp_path / "password"
    path.write_text("hush\n")
    path.chmod(0o600 | mode)
    with pytest.raises(DeliverError, match="chmod 600"):
        read_secret(SecretSource("file", str(path)), "desk")


def test_a_credential_of_systemd_is_guarded_by_systemd(tmp_path, monkeypatch):
    path = tmp_path / "smtp"
    path.write_text("hush")
    path.chmod(0o440)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert read_secret(SecretSource("file", str(path)), "desk").reveal() == "hush"


def test_a_command_that_fails_is_named_without_what_it_printed(capfd):
    source = SecretSource("command", f"{sys.executable} -c \"import sys; print('hush'); sys.exit('hush')\"")
    with pytest.raises(DeliverError) as caught:
        read_secret(source, "desk")
    assert "hush" not in str(caught.value).replace(source.where, "")
    assert capfd.readouterr() == ("", "")


def test_a_password_written_where_its_source_belongs_is_not_repeated():
    with pytest.raises(DeliverError) as caught:
        read_source("correct-horse")
    assert "correct-horse" not in str(caught.value)


def test_an_empty_or_missing_secret_is_an_error():
    with pytest.raises(DeliverError, match="env:PW"):
        read_secret(SecretSource("env", "PW"), "desk", {})


def test_a_secret_does_not_show_itself():
    secret = read_secret(SecretSource("env", "PW"), "desk", {"PW": "hush-hush"})
    assert "hush" not in f"{secret} {secret!r} {vars(os).get(secret)}"
    with pytest.raises(TypeError):
        pickle.dumps(secret)
