"""Kills, broken connections and refusals: who gets a mail how often, and who is told.

    python benchmarks/delivery.py --kills 200 [--rss2email ~/r2e/bin/r2e]

A sending process is killed (SIGKILL) at every marked step of the protocol and at random moments of its sending, then
run again; the server on this machine counts what it accepted for each recipient. ``--rss2email`` puts that program
(3.14, own environment) through the same random moments: one feed of 20 items, one mail each. Everything stays on the
loopback interface.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import functools
import http.server
import logging
import os
import pickle
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session

from briefing.archive import State, open_ledger
from briefing.deliver.addresses import read_mailbox, read_targets
from briefing.deliver.mailing import Mailing, prepare
from briefing.deliver.outcome import Step
from briefing.deliver.parties import Recipient, Security, Sender, Server
from briefing.deliver.post import Posted, send_mailing
from briefing.model import Brief

READERS = [f"reader{number}@example.org" for number in range(20)]
SEED = 1047
"""Of the random moments: the number of the RFC that describes the window."""
PATIENCE = 60

DRIVER = textwrap.dedent(
    """
    import os, pickle, signal, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from briefing.archive import open_ledger
    from briefing.deliver.post import send_mailing

    mailing, ledger_path, fatal, at = pickle.loads(Path(sys.argv[1]).read_bytes())
    seen = 0

    def die(step):
        global seen
        seen += step == fatal
        if step == fatal and seen == at:
            os.kill(os.getpid(), signal.SIGKILL)

    clock = lambda: datetime.now(UTC)
    with open_ledger(ledger_path, clock) as ledger:
        posted = send_mailing(ledger, mailing, clock, observe=die)
    sys.exit(0 if posted.is_complete else 7)
    """
)


# ---- the server that counts ------------------------------------------------------------------------------------


@dataclass
class Post:
    """Accepts mail, counts it, and refuses or hangs up where it is told to."""

    accepted: Counter[str] = field(default_factory=Counter)
    rcpt: dict[str, list[str]] = field(default_factory=dict)
    data: dict[str, list[str]] = field(default_factory=dict)
    drop: list[str] = field(default_factory=list)
    first: threading.Event = field(default_factory=threading.Event)
    """Set at the first MAIL."""
    key: Callable[[Envelope], str] = lambda envelope: envelope.rcpt_tos[0]
    """What is counted."""

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Takes the sender."""
        self.first.set()
        envelope.mail_from = address
        return "250 ok"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Takes or refuses the recipient."""
        answers = self.rcpt.get(address, [])
        answer = answers.pop(0) if answers else "250 ok"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        self._hang_up("before DATA", server)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Takes or refuses the content."""
        answers = self.data.get(envelope.rcpt_tos[0], [])
        answer = answers.pop(0) if answers else "250 ok"
        if answer.startswith("250"):
            self.accepted[self.key(envelope)] += 1
        self._hang_up("after DATA", server)
        return answer

    def _hang_up(self, place: str, server: SMTP) -> None:
        if self.drop and self.drop[0] == place:
            self.drop.pop(0)
            server.transport.abort()


class DroppingSMTP(SMTP):
    """Hangs up in the middle of the content."""

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - aiosmtpd's name
        """Takes the content, or hangs up after its first line."""
        post: Post = self.event_handler
        if post.drop and post.drop[0] == "in DATA":
            post.drop.pop(0)
            await self.push("354 go on")
            await self._reader.readuntil(b"\r\n")
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


@contextlib.contextmanager
def serving(post: Post) -> Iterator[int]:
    """A server for the post; gives its port."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def listen() -> asyncio.AbstractServer:
        return await loop.create_server(lambda: DroppingSMTP(post, loop=loop), "127.0.0.1", 0)

    server = asyncio.run_coroutine_threadsafe(listen(), loop).result(10)
    yield server.sockets[0].getsockname()[1]
    loop.call_soon_threadsafe(server.close)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)


# ---- one brief on its way --------------------------------------------------------------------------------------


def make_mailing(folder: Path, port: int, readers: Sequence[str] = READERS) -> Mailing:
    """A short brief with a PDF of 200 KB."""
    brief = Brief(
        id="SB-2031-03-05-01",
        product="Situation brief",
        title="Ferry crews strike over night shifts",
        date="2031-03-05",
        cutoff=None,
        subject="Ferries",
        issue=1,
        handling="TLP:CLEAR",
        contact="",
        stories=(),
        sources=(),
        skipped=(),
        made_with=("benchmark",),
    )
    report = folder / "2031-03-05-ferries"
    report.mkdir(exist_ok=True)
    (report / "brief.json").write_bytes(b"{}\n")
    (report / "brief.pdf").write_bytes(b"%PDF-1.7\n" + random.Random(1).randbytes(200_000))  # noqa: S311 - no secret
    recipients = tuple(Recipient(target) for one in readers for target in read_targets(one))
    server = Server("127.0.0.1", port, Security.PLAIN, timeout=20, answer_timeout=20, client_name="client.test")
    files = (report / "brief.json", report / "brief.pdf")
    return prepare(Mailing(brief, files, recipients, Sender(read_mailbox("desk@example.org")), server))


def start(folder: Path, mailing: Mailing, fatal: Step | None = None, at: int = 0) -> subprocess.Popen[bytes]:
    """A process that sends the mailing, and dies the ``at``-th time it comes to the step."""
    order = folder / "order.pickle"
    order.write_bytes(pickle.dumps((mailing, folder / "ledger.sqlite", fatal, at)))
    return subprocess.Popen([sys.executable, "-c", DRIVER, str(order)])


def send_again(folder: Path, mailing: Mailing) -> Posted:
    """What a person does after a crash."""
    with open_ledger(folder / "ledger.sqlite", now) as ledger:
        return send_mailing(ledger, mailing, now)


def now() -> datetime:
    """The clock."""
    return datetime.now(UTC)


# ---- the tables ------------------------------------------------------------------------------------------------


def killed_at_steps() -> None:
    """SIGKILL at every step, at the tenth of 20 recipients."""
    print("\nKilled at a step (the 10th recipient's of 20), then 'send' again")
    print(f"{'step':<12}{'most mails to one':>18}{'got it':>8}{'named unknown':>15}{'lost unnamed':>14}")
    for step in Step:
        post = Post()
        with serving(post) as port, tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            mailing = make_mailing(folder, port)
            start(folder, mailing, step, 1 if step in {Step.CONNECTED, Step.READY} else 10).wait(PATIENCE)
            posted = send_again(folder, mailing)
        named = {one.recipient for one in posted.missing}
        lost = set(READERS) - set(post.accepted) - named
        print(f"{step:<12}{max(post.accepted.values()):>18}{len(post.accepted):>8}{len(named):>15}{len(lost):>14}")


@dataclass
class Tally:
    """What came of many kills."""

    kills: int = 0
    doubled: int = 0
    runs_doubled: int = 0
    named: int = 0
    lost: int = 0
    hidden: int = 0
    """Runs that ended with exit code 0 though somebody may not have got his mail."""

    def line(self, name: str) -> str:
        """A row of the table."""
        return (
            f"{name:<12}{self.kills:>6}{self.doubled:>15}{self.runs_doubled:>18}{self.named:>15}{self.lost:>14}"
            f"{self.hidden:>14}"
        )


def moments(kills: int) -> list[float]:
    """Fractions of the sending time, the same for every program."""
    source = random.Random(SEED)  # noqa: S311 - no secret
    return [source.random() for _ in range(kills)]


def kill_after(process: subprocess.Popen[bytes], post: Post, seconds: float) -> None:
    """Kill the process this long after its first mail began."""
    post.first.wait(PATIENCE)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait(PATIENCE)


def briefing_killed(kills: int) -> Tally:
    """The program at random moments."""
    tally = Tally()
    window = sending_time(lambda folder, port: start(folder, make_mailing(folder, port)))
    for moment in moments(kills):
        post = Post()
        with serving(post) as port, tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            mailing = make_mailing(folder, port)
            kill_after(start(folder, mailing), post, moment * window)
            posted = send_again(folder, mailing)
        named = {one.recipient for one in posted.missing}
        count(tally, post, READERS, named, ended_well=posted.is_complete)
    return tally


def rss2email_killed(program: Path, kills: int) -> Tally:
    """rss2email at the same moments."""
    tally = Tally()
    with feed() as address, tempfile.TemporaryDirectory() as prepared:
        ready = Path(prepared)
        set_up_rss2email(program, ready, address)
        window = sending_time(lambda folder, port: start_rss2email(program, folder, port, ready))
        for moment in moments(kills):
            post = Post(key=subject)
            with serving(post) as port, tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                kill_after(start_rss2email(program, folder, port, ready), post, moment * window)
                again = run_rss2email(program, folder)
            count(tally, post, ITEMS, set(), ended_well=again == 0)
    return tally


def count(tally: Tally, post: Post, wanted: Sequence[str], named: set[str], *, ended_well: bool) -> None:
    """Add one kill to the tally."""
    extra = sum(number - 1 for number in post.accepted.values())
    lost = set(wanted) - set(post.accepted) - named
    tally.kills += 1
    tally.doubled += extra
    tally.runs_doubled += extra > 0
    tally.named += len(named)
    tally.lost += len(lost)
    tally.hidden += ended_well and bool(lost or named)


def sending_time(begin: Callable[[Path, int], subprocess.Popen[bytes]]) -> float:
    """Seconds from the first mail to the end of a run that nobody kills: the middle of five."""
    times = []
    for _ in range(5):
        post = Post(key=lambda envelope: "any")
        with serving(post) as port, tempfile.TemporaryDirectory() as name:
            process = begin(Path(name), port)
            post.first.wait(PATIENCE)
            since = time.monotonic()
            process.wait(PATIENCE)
            times.append(time.monotonic() - since)
    return sorted(times)[2]


def answers_and_drops() -> None:
    """Refusals and broken connections among 20 recipients, and a second run."""
    print("\nOne recipient of 20 meets trouble; first run, then 'send' again")
    print(f"{'trouble':<24}{'first':>10}{'then':>10}{'its mails':>11}{'others sent':>13}{'most to one':>13}")
    victim = READERS[0]
    cases: dict[str, dict[str, Any]] = {
        "dropped before DATA": {"drop": ["before DATA"]},
        "dropped in DATA": {"drop": ["in DATA"]},
        "dropped after DATA": {"drop": ["after DATA"]},
        "451 to RCPT, then 250": {"rcpt": {victim: ["451 later"]}},
        "451 to DATA, then 250": {"data": {victim: ["451 later"]}},
        "550 to RCPT": {"rcpt": {victim: ["550 no such user"]}},
        "552 to the content": {"data": {victim: ["552 too large"]}},
    }
    for name, trouble in cases.items():
        post = Post(**trouble)
        with serving(post) as port, tempfile.TemporaryDirectory() as folder:
            mailing = make_mailing(Path(folder), port)
            first, then = (send_again(Path(folder), mailing).deliveries for _ in range(2))
        others = sum(one.state is State.SENT for one in first[1:])
        print(
            f"{name:<24}{first[0].state:>10}{then[0].state:>10}{post.accepted[victim]:>11}{others:>13}"
            f"{max(post.accepted.values()):>13}"
        )


def four_at_once() -> None:
    """Four processes, 40 recipients, one ledger."""
    readers = [f"reader{number}@example.org" for number in range(40)]
    post = Post()
    with serving(post) as port, tempfile.TemporaryDirectory() as name:
        mailing = make_mailing(Path(name), port, readers)
        processes = [start(Path(name), mailing) for _ in range(4)]
        codes = [process.wait(PATIENCE) for process in processes]
    print(f"\nFour processes at once, 40 recipients: {sum(post.accepted.values())} mails to {len(post.accepted)}")
    print(f"recipients, at most {max(post.accepted.values())} to one; exit codes {codes}")


# ---- rss2email -------------------------------------------------------------------------------------------------

ITEMS = [f"Item {number}" for number in range(20)]


def subject(envelope: Envelope) -> str:
    """The item a mail of rss2email is about."""
    lines = bytes(envelope.original_content or b"").decode("utf-8", "replace").splitlines()
    return next(line.partition(":")[2].strip() for line in lines if line.lower().startswith("subject:"))


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the feed without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextlib.contextmanager
def feed() -> Iterator[str]:
    """A feed of 20 items on this machine; gives its address."""
    items = "".join(
        f"<item><title>{item}</title><link>http://127.0.0.1/{number}</link><guid>{number}</guid>"
        f"<description>{'Words. ' * 200}</description></item>"
        for number, item in enumerate(ITEMS)
    )
    with tempfile.TemporaryDirectory() as name:
        text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>{items}</channel></rss>'
        (Path(name) / "feed.xml").write_text(text, encoding="utf-8")
        handler = functools.partial(Quiet, directory=name)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_address[1]}/feed.xml"
            server.shutdown()


def rss2email(program: Path, folder: Path, *words: str) -> list[str]:
    """The command line."""
    return [str(program), "-c", str(folder / "cfg"), "-d", str(folder / "data"), *words]


def set_up_rss2email(program: Path, folder: Path, address: str) -> None:
    """Subscribe rss2email to the feed, with settings in the folder."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(rss2email(program, folder, "new", "reader@example.org"), check=True, **quiet)
    config = (folder / "cfg").read_text(encoding="utf-8")
    changes = {"email-protocol": "smtp", "smtp-server": "127.0.0.1", "smtp-port": "PORT", "from": "r@example.org"}
    lines = [line for line in config.splitlines() if line.partition("=")[0].strip() not in changes]
    lines[1:1] = [f"{key} = {value}" for key, value in changes.items()]
    (folder / "cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")
    subprocess.run(rss2email(program, folder, "add", "feed", address), check=True, **quiet)


def start_rss2email(program: Path, folder: Path, port: int, ready: Path) -> subprocess.Popen[bytes]:
    """Start its run in a copy of the folder where it is set up."""
    for path in ready.iterdir():
        (folder / path.name).write_bytes(path.read_bytes().replace(b"PORT", str(port).encode()))
    return subprocess.Popen(rss2email(program, folder, "run"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def run_rss2email(program: Path, folder: Path) -> int:
    """Run it again; its exit code."""
    done = subprocess.run(
        rss2email(program, folder, "run"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        timeout=PATIENCE,
    )
    return done.returncode


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200, help="random moments")
    parser.add_argument("--rss2email", type=Path, help="the program r2e of an environment of its own")
    options = parser.parse_args()
    os.nice(5)
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
    killed_at_steps()
    answers_and_drops()
    four_at_once()
    print(f"\nKilled at {options.kills} random moments over 20 mails, then run again")
    heads = ("kills", "mails too many", "runs with doubles", "named unknown", "lost unnamed", "exit 0 anyway")
    print(
        f"{'program':<12}{heads[0]:>6}{heads[1]:>15}{heads[2]:>18}{heads[3]:>15}{heads[4]:>14}{heads[5]:>14}",
        flush=True,
    )
    print(briefing_killed(options.kills).line("briefing"), flush=True)
    if options.rss2email and shutil.which(str(options.rss2email)):
        print(rss2email_killed(options.rss2email, options.kills).line("rss2email"))


if __name__ == "__main__":
    main()
