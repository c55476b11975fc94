"""A brief of two invented articles, written by hand, a real mail server, and what a delivery needs."""

from __future__ import annotations

import asyncio
import base64
import dataclasses
import email
import email.policy
import io
import pickle
import random
import ssl
import subprocess
import sys
import textwrap
import threading
import warnings
from collections.abc import Callable, Coroutine, Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

import pytest
import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session, syntax
from pypdf import PdfWriter

from briefing.archive import open_ledger
from briefing.deliver.addresses import read_mailbox, read_targets
from briefing.deliver.mailing import Mailing, find_files, prepare
from briefing.deliver.outcome import Step
from briefing.deliver.parties import Recipient, Security, Sender, Server
from briefing.deliver.post import Posted, send_mailing
from briefing.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Brief,
    Carriage,
    DateBasis,
    Development,
    Evidence,
    Extent,
    Passage,
    Quote,
    QuoteKind,
    Segment,
    Source,
    Story,
    When,
)

FIRST = (
    "Ferry crews in Port Ellan walked out on Tuesday after talks over night shifts broke down.",
    "The harbour board said that no sailing to Sandrey was planned before Friday.",
    "\u201cWe asked for two nights off in seven, and we got a shrug,\u201d said Ines Varga,"
    " head of the seafarers\u2019 union.",
)
SECOND = (
    "All 14 ferries stayed in port after crews stopped work over night shifts, the harbour board said.",
    "Transport minister Tomas Okello called the strike \u201cneedless\u201d and offered to mediate.",
)


def _article(number: int, publisher: str, title: str, sentences: tuple[str, ...], published: str) -> Article:
    text = f"{title}\n\n{' '.join(sentences)}"
    start = len(title) + 2
    return Article(
        id=f"article-{number}",
        name=f"{number:02}.txt",
        text=text,
        blocks=(Block(BlockKind.TITLE, 0, len(title)), Block(BlockKind.BODY, start, len(text))),
        segments=(Segment(0, len(text), 0),),
        digest=f"{number:064x}",
        title=title,
        publisher=publisher,
        publisher_basis="stated",
        published=published,
        published_basis=DateBasis.STATED,
    )


def _sentences(article: Article, sentences: tuple[str, ...]) -> tuple[Evidence, ...]:
    starts = [article.text.index(sentence) for sentence in sentences]
    return tuple(
        Evidence(article.id, start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)
    )


@pytest.fixture(scope="session")
def brief() -> Brief:
    """One story carried by two outlets: 3 + 2 body sentences, 2 developments, 1 full quote, 2 actors."""
    first = _article(1, "Ellan Herald", "Ferry crews strike over night shifts", FIRST, "2031-03-04T17:10:00+00:00")
    second = _article(2, "Sandrey Post", "Islands cut off as ferries stop", SECOND, "2031-03-05T06:40:00+00:00")
    one, two = _sentences(first, FIRST), _sentences(second, SECOND)
    both, single = Carriage(("Ellan Herald", "Sandrey Post"), 2), Carriage(("Ellan Herald",), 2)
    words_start = first.text.index("We asked")
    words = "We asked for two nights off in seven, and we got a shrug,"
    story = Story(
        id="s1",
        headline="Ferry crews strike over night shifts",
        headline_basis="title",
        articles=(first.id, second.id),
        origins=("Ellan Herald", "Sandrey Post"),
        bottom_line=(
            Passage(FIRST[0], (one[0],)),
            Passage("No sailing to Sandrey was planned before Friday.", (one[1],)),
        ),
        developments=(
            Development(
                When("2031-03-04", text="on Tuesday", basis="relative"),
                (
                    Passage(
                        "Ferry crews in Port Ellan walked out after talks over night shifts broke down.",
                        (one[0], two[0]),
                    ),
                ),
                both,
            ),
            Development(
                When("2031-03-05", basis="lead"),
                (Passage("Tomas Okello called the strike \u201cneedless\u201d and offered to mediate.", (two[1],)),),
                dataclasses.replace(single, origins=("Sandrey Post",), differs=True),
            ),
        ),
        differences=(),
        unknowns=(),
        actors=(
            Actor("a1", "Ines Varga", ActorKind.PERSON, 2.0, (), (), (one[2],), ("Q1",)),
            Actor("a2", "Tomas Okello", ActorKind.PERSON, 1.0, (), (), (two[1],)),
        ),
        quotes=(
            Quote(
                id="Q1",
                kind=QuoteKind.DIRECT,
                contents=(Extent(first.id, words_start, words_start + len(words)),),
                text=Passage(words, (one[2],)),
                source="Ines Varga",
                actor="a1",
                source_role="head of the seafarers\u2019 union",
                cue="said",
                when=When("2031-03-04"),
                via=None,
                carriage=single,
            ),
        ),
        chronology=(),
        carried_by_several=1,
    )
    return Brief(
        id="SB-2031-03-05-01",
        product="Situation brief",
        title="Ferry crews strike over night shifts",
        date="2031-03-05",
        cutoff="2031-03-05T06:40:00+00:00",
        subject="Ferries",
        issue=1,
        handling="TLP:CLEAR",
        contact="Duty desk, +00 555 0100",
        stories=(story,),
        sources=(
            Source(1, first, one, "Ellan Herald", "2031-03-04", DateBasis.STATED),
            Source(2, second, two, "Sandrey Post", "2031-03-05", DateBasis.STATED),
        ),
        skipped=(),
        made_with=("briefing 0.1.0",),
    )


def make_pdf(pages: int = 2, filler: bytes = b"") -> bytes:
    """A PDF of empty pages; ``filler`` is attached to it to make it large."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    if filler:
        writer.add_attachment("filler.bin", filler)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """A PDF of two pages."""
    return make_pdf()


# ---- a real server, programmable ------------------------------------------------------------------------------


@dataclasses.dataclass
class Received:
    """One mail the server answered 250 to."""

    sender: str
    recipient: str
    content: bytes
    login: str

    @property
    def parsed(self) -> EmailMessage:
        """The mail as a mail program reads it."""
        return cast(EmailMessage, email.message_from_bytes(self.content, policy=email.policy.default))


@dataclasses.dataclass
class Script:
    """What the server does, and what it has seen."""

    received: list[Received] = dataclasses.field(default_factory=list)
    rcpt: dict[str, list[str]] = dataclasses.field(default_factory=dict)
    """Answers to RCPT for an address, one an attempt; then 250."""
    data: dict[str, list[str]] = dataclasses.field(default_factory=dict)
    """Answers to the content for an address, one an attempt; then 250."""
    mail: list[str] = dataclasses.field(default_factory=list)
    """Answers to MAIL, one an attempt; then 250."""
    drop: list[str] = dataclasses.field(default_factory=list)
    """Where to cut the connection, one an attempt: ``rcpt``, ``data``, ``content``, ``answer`` or empty."""
    delay: float = 0.0
    """Seconds before the answer to the content."""
    connections: int = 0
    data_commands: int = 0
    passwords: dict[str, str] = dataclasses.field(default_factory=dict)
    tried: list[str] = dataclasses.field(default_factory=list)

    def to(self, recipient: str) -> list[Received]:
        """What this recipient got."""
        return [one for one in self.received if one.recipient == recipient]

    def next_drop(self, place: str) -> bool:
        """Whether to cut the connection here."""
        if self.drop and self.drop[0] in {place, ""}:
            return self.drop.pop(0) == place
        return False

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.mail.pop(0) if self.mail else "250 ok"
        if answer.startswith("250"):
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return answer

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.next_drop("rcpt"):
            server.transport.abort()
        waiting = self.rcpt.get(address, [])
        answer = waiting.pop(0) if waiting else "250 ok"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802 - aiosmtpd's name
        self.tried.append("XOAUTH2")
        name, token = base64.b64decode(args[1]).decode().removesuffix("\1\1").split("\1")
        name, token = name.removeprefix("user="), token.removeprefix("auth=Bearer ")
        if self.passwords.get(name) == token:
            return AuthResult(success=True, auth_data=name)
        # The reason comes as a challenge that the client has to answer with nothing.
        await server.challenge_auth("eyJzdGF0dXMiOiI0MDEifQ==", encode_to_b64=False)
        return AuthResult(success=False, handled=False)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        address = envelope.rcpt_tos[0]
        waiting = self.data.get(address, [])
        answer = waiting.pop(0) if waiting else "250 2.0.0 taken"
        if answer.startswith("250"):
            content = bytes(envelope.original_content or b"")
            login = str(session.auth_data or "")
            self.received.extend(Received(str(envelope.mail_from), one, content, login) for one in envelope.rcpt_tos)
        if self.delay:
            await asyncio.sleep(self.delay)
        if self.next_drop("answer"):
            server.transport.abort()
        return answer


class ScriptedSMTP(SMTP):
    """aiosmtpd's server, which can also hang up in the middle of DATA."""

    @syntax("DATA")
    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - aiosmtpd's name
        script: Script = self.event_handler
        script.data_commands += 1
        if script.next_drop("data"):
            self.transport.abort()
            return
        if script.next_drop("content"):
            await self.push("354 go on")
            await self._reader.readuntil(b"\r\n")
            self.transport.abort()
            return
        await super().smtp_DATA(arg)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if self.transport is None:
            self.event_handler.connections += 1
        super().connection_made(transport)


class RunningServer:
    """The server on a free port of this machine, in a thread of its own."""

    def __init__(self, script: Script, context: ssl.SSLContext | None, options: dict[str, Any]) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self._run(self._listen(script, context, options))
        self.port: int = self._server.sockets[0].getsockname()[1]

    async def _listen(
        self, script: Script, context: ssl.SSLContext | None, options: dict[str, Any]
    ) -> asyncio.AbstractServer:
        def make() -> SMTP:
            with warnings.catch_warnings():
                # aiosmtpd sees no TLS but STARTTLS, and warns of passwords in the clear.
                warnings.simplefilter("ignore", UserWarning)
                return ScriptedSMTP(script, loop=self._loop, **options)

        return await self._loop.create_server(make, "127.0.0.1", 0, ssl=context)

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _end(self) -> None:
        self._server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def stop(self) -> None:
        """Hang up on everyone."""
        self._run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


StartServer = Callable[..., tuple[Script, Server]]


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """A certificate authority of our own."""
    return trustme.CA()


@pytest.fixture(scope="session")
def ca_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its certificate as a file."""
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture(scope="session")
def server_context(authority: trustme.CA) -> ssl.SSLContext:
    """TLS for a server called localhost."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    return context


@pytest.fixture
def start_server(server_context: ssl.SSLContext, ca_file: Path) -> Iterator[StartServer]:
    """Starts servers: ``start_server(security=..., passwords=..., **aiosmtpd options)`` gives script and settings."""
    running: list[RunningServer] = []

    def start(security: Security = Security.PLAIN, offer_tls: bool = True, **options: Any) -> tuple[Script, Server]:
        script = Script(passwords=options.pop("passwords", {}))
        options.setdefault("enable_SMTPUTF8", True)
        if script.passwords:
            options.update(authenticator=_check_password(script), auth_required=True, auth_require_tls=False)
        if security is Security.STARTTLS and offer_tls:
            options.update(tls_context=server_context, require_starttls=True)
        started = RunningServer(script, server_context if security is Security.TLS else None, options)
        running.append(started)
        settings = Server("localhost", started.port, security, ca_file=ca_file, timeout=5, answer_timeout=5)
        return script, dataclasses.replace(settings, client_name="client.test")

    yield start
    for server in running:
        server.stop()


def _check_password(script: Script) -> Callable[..., AuthResult]:
    def check(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        name, password = data.login.decode(), data.password.decode()
        script.tried.append(mechanism)
        return AuthResult(success=script.passwords.get(name) == password, auth_data=name, handled=False)

    return check


# ---- a mailing and its ledger ---------------------------------------------------------------------------------


class Clock:
    """A clock that stands still until it is set or slept on."""

    def __init__(self) -> None:
        self.now = datetime(2031, 3, 5, 7, 0, tzinfo=UTC)
        self.slept: list[float] = []

    def __call__(self) -> datetime:
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let the time pass at once."""
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    """A clock of the morning of the issue."""
    return Clock()


@pytest.fixture
def report_folder(tmp_path: Path, pdf: bytes) -> Path:
    """A finished report: JSON, PDF and HTML."""
    folder = tmp_path / "reports" / "2031-03-05-ferries"
    folder.mkdir(parents=True)
    (folder / "brief.json").write_bytes(b'{"schema": 1}\n')
    (folder / "brief.pdf").write_bytes(pdf)
    (folder / "brief.html").write_bytes("<!DOCTYPE html><title>Ferries \u2013 strike</title>".encode())
    return folder


MakeMailing = Callable[..., Mailing]


@pytest.fixture
def make_mailing(brief: Brief, report_folder: Path) -> MakeMailing:
    """``make_mailing(server, "a@example.org", ...)``: the brief on its way to these."""

    def make(server: Server | None, *to: str, **changes: Any) -> Mailing:
        facts: dict[str, Any] = {
            "brief": brief,
            "files": find_files(report_folder),
            "recipients": tuple(Recipient(target) for text in to for target in read_targets(text)),
            "sender": Sender(read_mailbox("Duty desk <desk@example.org>")),
            "server": server,
        }
        return prepare(Mailing(**(facts | changes)))

    return make


@pytest.fixture
def ledger_path(tmp_path: Path) -> Path:
    """Where the ledger of the test is."""
    return tmp_path / "ledger.sqlite"


Send = Callable[..., Posted]


@pytest.fixture
def send(ledger_path: Path, clock: Clock) -> Send:
    """Runs ``send_mailing`` as a new process would: with the ledger opened anew."""

    def run(mailing: Mailing, **options: Any) -> Posted:
        with open_ledger(ledger_path, clock) as ledger:
            return send_mailing(ledger, mailing, clock, sleep=clock.sleep, **options)

    return run


@pytest.fixture(scope="session")
def pdf_of_5_mb() -> bytes:
    """A PDF of more than 5,000,000 bytes that no compression makes smaller."""
    return make_pdf(1, random.Random(5).randbytes(5_000_000))  # noqa: S311 - no secret


# ---- a process that dies --------------------------------------------------------------------------------------

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
        if seen == at and step == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    clock = lambda: datetime.now(UTC)
    with open_ledger(ledger_path, clock) as ledger:
        posted = send_mailing(ledger, mailing, clock, observe=die)
    sys.exit(0 if posted.is_complete else 7)
    """
)


RunProcess = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def run_process(tmp_path: Path, ledger_path: Path) -> RunProcess:
    """Starts a process that sends the mailing and kills itself the ``at``-th time it reaches the step."""

    def start(mailing: Mailing, fatal: Step | None = None, at: int = 1) -> subprocess.Popen[bytes]:
        order = tmp_path / f"order-{fatal}-{at}.pickle"
        order.write_bytes(pickle.dumps((mailing, ledger_path, fatal, at)))
        return subprocess.Popen([sys.executable, "-c", DRIVER, str(order)])

    return start


def pytest_configure(config: pytest.Config) -> None:
    """Names the mark of the tests that start a Postfix."""
    config.addinivalue_line("markers", "postfix: starts Debian's Postfix in a private configuration (needs root)")
