"""The same promises against Debian's Postfix, in a configuration and a queue of its own on a free port.

Needs root and the package ``postfix``; touches no file of an installed mail system.
"""

from __future__ import annotations

import dataclasses
import grp
import hashlib
import mailbox
import os
import pwd
import shutil
import signal
import smtplib
import socket
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

import pytest

from briefing.archive import State, open_ledger
from briefing.deliver.outcome import Step
from briefing.deliver.parties import Security, Server

POSTFIX = shutil.which("postfix") or shutil.which("postfix", path="/usr/sbin")
pytestmark = [
    pytest.mark.postfix,
    pytest.mark.skipif(POSTFIX is None or os.geteuid() != 0, reason="needs Postfix and root"),
]

MAIN = """
compatibility_level = 3.6
queue_directory = {home}/queue
data_directory = {home}/data
maillog_file = {home}/mail.log
maillog_file_prefixes = {home}
myhostname = localhost
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
alias_maps =
local_transport = error:no local mail
default_transport = error:no mail leaves this machine
virtual_mailbox_domains = example.org
virtual_mailbox_base = {home}/boxes
virtual_mailbox_maps = texthash:{home}/boxes.map
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtpd_tls_security_level = encrypt
smtpd_tls_chain_files = {home}/server.pem
smtpd_recipient_restrictions = check_recipient_access texthash:{home}/answers.map, reject_unauth_destination
smtputf8_enable = yes
message_size_limit = 10240000
"""

MASTER = """
{port}     inet  n - n - - smtpd
postlog    unix-dgram n - n - 1 postlogd
cleanup    unix  n - n - 0 cleanup
qmgr       unix  n - n 300 1 qmgr
rewrite    unix  - - n - - trivial-rewrite
bounce     unix  - - n - 0 bounce
defer      unix  - - n - 0 bounce
error      unix  - - n - - error
proxymap   unix  - - n - - proxymap
anvil      unix  - - n - 1 anvil
tlsmgr     unix  - - n 1000? 1 tlsmgr
virtual    unix  - n n - - virtual
"""

READERS = [f"reader{number}@example.org" for number in range(20)]
BOXES = {**{one: one.split("@")[0] for one in READERS}, "zo\u00eb@example.org": "zoe"}
ANSWERS = {"grey@example.org": "451 4.7.1 greylisted", "gone@example.org": "550 5.1.1 moved away"}


class Postfix:
    """One running Postfix: its port and its mailboxes."""

    def __init__(self, home: Path, port: int, ca_file: Path) -> None:
        self.home = home
        self.server = Server(
            "localhost",
            port,
            Security.STARTTLS,
            ca_file=ca_file,
            timeout=20,
            answer_timeout=60,
            client_name="client.test",
        )

    def copies(self, folder: Path, message_id: str, at_least: int) -> int:
        """How many mails with this Message-ID lie there, once Postfix has put them there."""
        until = time.monotonic() + (20 if at_least else 1)
        found = 0
        while time.monotonic() < until and (found < at_least or not at_least):
            boxed = mailbox.Maildir(folder, create=False) if folder.is_dir() else ()
            found = sum(message["Message-ID"] == message_id for message in boxed)
            time.sleep(0.05)
        return found

    def received(self, box: str, number: int) -> list[mailbox.MaildirMessage]:
        """What is in the mailbox, once ``number`` mails are, or 20 seconds have passed."""
        until = time.monotonic() + 20
        folder = self.home / "boxes" / box
        while time.monotonic() < until:
            if folder.is_dir() and len(found := list(mailbox.Maildir(folder, create=False))) >= number:
                return found
            time.sleep(0.05)
        return []


@pytest.fixture(scope="module")
def postfix(authority, ca_file):
    # Not in the folder of the test run, which Postfix's own user may not enter.
    home = Path(tempfile.mkdtemp(prefix="briefing-postfix-", dir="/tmp"))
    home.chmod(0o755)
    owner, group = pwd.getpwnam("postfix"), grp.getgrnam("postfix")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    for name in ("queue", "data", "boxes", "config"):
        (home / name).mkdir()
    for name in ("data", "boxes"):
        shutil.chown(home / name, "postfix", "postfix")
    certificate = authority.issue_cert("localhost")
    certificate.private_key_and_cert_chain_pem.write_to_path(str(home / "server.pem"))
    (home / "boxes.map").write_text("".join(f"{address} {box}/\n" for address, box in BOXES.items()))
    (home / "answers.map").write_text("".join(f"{address} {answer}\n" for address, answer in ANSWERS.items()))
    facts = {"home": home, "uid": owner.pw_uid, "gid": group.gr_gid, "port": port}
    (home / "config" / "main.cf").write_text(MAIN.format(**facts))
    (home / "config" / "master.cf").write_text(MASTER.format(**facts))
    command = [POSTFIX, "-c", str(home / "config")]
    started = subprocess.run([*command, "start"], capture_output=True, text=True, timeout=60, check=False)
    if started.returncode:
        pytest.fail(f"{started.stderr}\n{(home / 'mail.log').read_text() if (home / 'mail.log').exists() else ''}")
    _await(port)
    yield Postfix(home, port, ca_file)
    subprocess.run([*command, "stop"], capture_output=True, timeout=60, check=False)
    shutil.rmtree(home, ignore_errors=True)


def _await(port: int) -> None:
    until = time.monotonic() + 20
    while True:
        try:
            smtplib.SMTP("127.0.0.1", port, timeout=5).quit()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def test_a_brief_arrives_whole_in_every_mailbox_once(postfix, make_mailing, send, report_folder, pdf_of_5_mb):
    (report_folder / "brief.pdf").write_bytes(pdf_of_5_mb)
    mailing = make_mailing(postfix.server, "reader0@example.org, reader1@example.org")
    assert send(mailing).is_complete
    assert send(mailing).is_complete
    for box in ("reader0", "reader1"):
        (message,) = postfix.received(box, 1)
        types = [part.get_content_type() for part in message.walk()]
        assert types == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf"]
        (attached,) = [part for part in message.walk() if part.get_content_type() == "application/pdf"]
        digest = hashlib.sha256(attached.get_payload(decode=True)).digest()
        assert digest == hashlib.sha256(pdf_of_5_mb).digest()
        assert message["Delivered-To"] == f"{box}@example.org"
        assert message["Auto-Submitted"] == "auto-generated"


def test_greylisted_and_gone_are_told_apart_and_the_others_go_on(postfix, make_mailing, send):
    posted = send(
        make_mailing(postfix.server, "grey@example.org, gone@example.org, nobody@example.org, reader2@example.org")
    )
    assert [one.state for one in posted.deliveries] == [State.DEFERRED, State.FAILED, State.FAILED, State.SENT]
    assert "greylisted" in posted.deliveries[0].reply
    assert "moved away" in posted.deliveries[1].reply
    assert len(postfix.received("reader2", 1)) == 1


def test_an_address_outside_ascii_arrives(postfix, make_mailing, send):
    assert send(make_mailing(postfix.server, "Zo\u00eb Pell <zo\u00eb@example.org>")).is_complete
    (message,) = postfix.received("zoe", 1)
    assert "zo\u00eb@example.org" in str(message["To"]) or "zo\u00eb".encode() in message.as_bytes()


def test_a_mail_above_the_servers_limit_is_refused_before_data(postfix, make_mailing, send, report_folder):
    (report_folder / "brief.pdf").write_bytes(b"%PDF" + b"x" * 9_000_000)
    posted = send(make_mailing(postfix.server, "reader3@example.org", message_limit=50_000_000))
    assert posted.deliveries[0].state is State.FAILED
    assert "the server takes 10,240,000" in posted.deliveries[0].reply


def test_twenty_readers_over_one_connection_get_one_each(postfix, make_mailing, send, brief):
    later = dataclasses.replace(brief, id="SB-2031-03-06-01", date="2031-03-06")
    readers = [f"reader{number}@example.org" for number in range(4, 20)]
    assert send(make_mailing(postfix.server, ", ".join(readers), brief=later)).is_complete
    got = Counter({one: len(postfix.received(one.split("@")[0], 1)) for one in readers})
    assert got == Counter(readers)


def test_a_postfix_that_stops_leaves_everyone_deferred(postfix, make_mailing, send, ledger_path, clock):
    gone = dataclasses.replace(postfix.server, port=1)
    send(make_mailing(gone, "reader0@example.org"))
    with open_ledger(ledger_path, clock) as ledger:
        assert [one.state for one in ledger.deliveries()] == [State.DEFERRED]


@pytest.mark.parametrize(
    "step", [Step.RECIPIENT, Step.COMMITTED, Step.CONTENT, Step.ENDED, Step.ANSWERED, Step.RECORDED]
)
def test_killed_at_a_step_nobody_gets_two_and_nobody_is_hidden(postfix, make_mailing, run_process, send, brief, step):
    issue = dataclasses.replace(brief, id=f"SB-killed-{step}", date="2031-03-07")
    mailing = make_mailing(postfix.server, "reader0@example.org, reader1@example.org", brief=issue)
    assert run_process(mailing, step).wait(30) == -signal.SIGKILL
    posted = send(mailing)
    ids = {one.recipient: one.message_id for one in posted.deliveries}
    sent = {one.recipient for one in posted.deliveries if one.state is State.SENT}
    unknown = {one.recipient for one in posted.missing}
    assert {one.state.value for one in posted.missing} <= {"unknown"}
    for address, message_id in ids.items():
        box = postfix.home / "boxes" / address.split("@")[0]
        copies = postfix.copies(box, message_id, at_least=int(address in sent))
        assert copies in ({1} if address in sent else {0, 1})
    assert sent | unknown == set(ids)
