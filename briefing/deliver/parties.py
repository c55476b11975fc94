"""Who sends, who receives, and through which server: what ``[mail]`` and ``[[lists]]`` of the settings say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from pathlib import Path

from briefing.deliver.accounts import SecretSource
from briefing.deliver.addresses import Mailbox, Target, identity

DEFAULT_SUBJECT = "{{ product }}, {{ date }}: {{ title }}"
DEFAULT_MESSAGE_LIMIT = 10_240_000
"""Octets of a whole message: Postfix's own default, and what most receiving sides take."""
DEFAULT_TIMEOUT = 60.0
DEFAULT_ANSWER_TIMEOUT = 600.0
"""Seconds to wait for the answer to the content: RFC 5321 (4.5.3.2.6) asks for 10 minutes, since giving up earlier
makes an *unknown* out of a mail that a slow virus scanner was about to accept."""


class Security(StrEnum):
    """How the connection is protected."""

    STARTTLS = "starttls"
    """Plain greeting, then TLS; refused if the server does not offer it."""
    TLS = "tls"
    """TLS from the first octet."""
    PLAIN = "plain"
    """None: to this machine only, unless ``allow_plain`` is set."""


class Auth(StrEnum):
    """How the sender shows who it is."""

    NONE = "none"
    PASSWORD = "password"  # noqa: S105 - the name of a method
    """PLAIN or LOGIN, whichever the server offers."""
    XOAUTH2 = "xoauth2"
    """A token that the secret's command prints."""


@dataclass(frozen=True, slots=True)
class Server:
    """The mail server that takes the mails: the organisation's relay or its provider's submission service."""

    host: str
    port: int = 587
    security: Security = Security.STARTTLS
    auth: Auth = Auth.NONE
    user: str = ""
    secret: SecretSource | None = None
    ca_file: Path | None = None
    """Certificates to trust instead of the system's."""
    allow_plain: bool = False
    """Send unprotected mail over the network; no password ever travels that way."""
    timeout: float = DEFAULT_TIMEOUT
    answer_timeout: float = DEFAULT_ANSWER_TIMEOUT
    client_name: str = ""
    """Name given in EHLO; empty for this machine's own."""


@dataclass(frozen=True, slots=True)
class Sender:
    """In whose name the brief goes out."""

    mailbox: Mailbox
    reply_to: Mailbox | None = None
    envelope: Mailbox | None = None
    """Where bounces go; the sender's own address if not given."""
    unsubscribe: str = ""
    """``mailto:`` or ``https:`` address; empty: a mail to the reply address."""
    subject: str = DEFAULT_SUBJECT
    """Template of the subject."""
    hour: time | None = None
    """Hour of the day, with its zone, at which an issue counts as made; midnight UTC if not given."""

    @property
    def domain(self) -> str:
        """Right half of Message-IDs and List-Ids."""
        return self.mailbox.domain

    @property
    def answers_to(self) -> Mailbox:
        """Where replies go."""
        return self.reply_to or self.mailbox


@dataclass(frozen=True, slots=True)
class Recipient:
    """One place that gets one copy."""

    target: Target
    list_name: str = ""
    attach: tuple[str, ...] = ("pdf",)
    """File endings of what is attached."""
    html: bool = True
    """Whether the mail has an HTML body beside its text."""
    language: str = "en-GB"
    """Language of the dates."""
    subject: str = ""
    """Template of the subject; empty for the sender's."""

    @property
    def identity(self) -> str:
        """What tells it from other recipients."""
        return identity(self.target)


@dataclass(frozen=True, slots=True)
class MailingList:
    """A named list: its recipients and how they like their brief."""

    name: str
    to: tuple[Target, ...]
    attach: tuple[str, ...] = ("pdf",)
    html: bool = True
    language: str = "en-GB"
    subject: str = field(default="")

    def recipients(self) -> tuple[Recipient, ...]:
        """One recipient an entry."""
        return tuple(
            Recipient(target, self.name, self.attach, self.html, self.language, self.subject) for target in self.to
        )


def distinct(recipients: Sequence[Recipient]) -> tuple[Recipient, ...]:
    """Every recipient once: who stands on two lists gets the copy of the first."""
    first: dict[str, Recipient] = {}
    for recipient in recipients:
        first.setdefault(recipient.identity, recipient)
    return tuple(first.values())
