"""One mail for one recipient: the same octets for the same brief, recipient and revision, on any day."""

from __future__ import annotations

import hashlib
import io
import logging
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart
from pathlib import Path

from briefing.archive.deliveries import message_id
from briefing.deliver import headers
from briefing.deliver.abstract import Attached, make_abstract
from briefing.deliver.addresses import Mailbox
from briefing.deliver.body import mail_body, mail_subject
from briefing.deliver.parties import Recipient, Sender
from briefing.errors import DeliverError
from briefing.model import Brief
from briefing.wording.dates import Dates

TYPES = {"pdf": ("application", "pdf"), "html": ("text", "html"), "json": ("application", "json")}
"""File ending -> media type of what can be attached."""
TEST_MARK = "[TEST]"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A finished file of the brief."""

    name: str
    """File name the reader sees."""
    kind: str
    """``pdf``, ``html`` or ``json``."""
    content: bytes
    pages: int | None = None
    """Of a PDF, where it can be told."""

    @property
    def announced(self) -> Attached:
        """The file as the mail's text names it."""
        return Attached(self.name, self.kind, len(self.content), self.pages)


@dataclass(frozen=True, slots=True)
class Marks:
    """What makes one copy of the mail differ from another of the same brief."""

    message_id: str
    refers_to: str = ""
    """Message-ID of the issue before; empty if none."""
    revision: int = 1
    is_test: bool = False


def build_message(
    brief: Brief,
    attachments: Sequence[Attachment],
    recipient: Recipient,
    sender: Sender,
    marks: Marks | None = None,
    templates: Path | None = None,
) -> EmailMessage:
    """The mail: text and HTML as alternatives, then the attachments that this recipient gets.

    ``to_bytes`` writes it for the wire. A recipient that is no mailbox (``maildir:``) is addressed as the sender.
    Raises ``DeliverError`` if a template or the language of the dates cannot be used.
    """
    marks = marks or Marks(message_id(brief.id, recipient.identity, 1, sender.domain))
    chosen = tuple(one for one in attachments if one.kind in recipient.attach)
    abstract = make_abstract(brief, tuple(one.announced for one in chosen), recipient.language, marks.revision)
    day = Dates(recipient.language, brief.date).long(brief.date)
    subject = mail_subject(recipient.subject or sender.subject, abstract, day, brief.subject)
    body = mail_body(abstract, unsubscribe_address(sender), templates)

    message = EmailMessage(policy=headers.WIRE)
    _address(message, brief, recipient, sender, marks, subject)
    parts = [_text("plain", body.text)]
    if recipient.html:
        parts = [_multipart("alternative", [*parts, _text("html", body.html)], marks.message_id)]
    _fill(message, "mixed", [*parts, *map(_attached, chosen)], marks.message_id)
    return message


def to_bytes(message: EmailMessage) -> bytes:
    """The mail as it goes over the wire: CRLF, 7 bit but for an address that needs more."""
    return message.as_bytes(policy=headers.WIRE)


def load_attachment(brief: Brief, path: Path, limit: int) -> Attachment:
    """The file at ``path`` as an attachment named after the brief; refused by name if it is larger than ``limit``."""
    kind = path.suffix.lstrip(".").lower()
    if kind not in TYPES:
        raise DeliverError(f"{path}: only {', '.join(TYPES)} can be attached")
    try:
        size = path.stat().st_size
        if size > limit:
            raise DeliverError(
                f"{path}: {size:,} bytes are more than a mail may carry ([mail] message_limit {limit:,})"
            )
        content = path.read_bytes()
    except OSError as error:
        raise DeliverError(f"{path}: cannot read the file to attach: {error.strerror}") from error
    return Attachment(attachment_name(brief, kind), kind, content, _count_pages(content) if kind == "pdf" else None)


def attachment_name(brief: Brief, kind: str) -> str:
    """``situation-brief-2024-06-14.pdf``: letters that every mail program and disk takes."""
    return f"{slug(brief.product) or 'brief'}-{brief.date[:10]}.{kind}"


def unsubscribe_address(sender: Sender) -> str:
    """Where a reader says that he wants no more: ``https:`` or ``mailto:``."""
    return sender.unsubscribe or f"mailto:{sender.answers_to.address}?subject=unsubscribe"


def slug(text: str) -> str:
    """Small ASCII letters, digits and hyphens, at most 60."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-")


def _address(
    message: EmailMessage, brief: Brief, recipient: Recipient, sender: Sender, marks: Marks, subject: str
) -> None:
    target = recipient.target
    receiver = target if isinstance(target, Mailbox) else sender.mailbox
    series = slug(recipient.list_name or brief.product) or "brief"
    facts = {
        "Date": headers.date_value(headers.issue_time(brief.date, brief.cutoff, sender.hour)),
        "From": headers.mailbox_value("From", sender.mailbox),
        "Reply-To": headers.mailbox_value("Reply-To", sender.reply_to) if sender.reply_to else "",
        "To": headers.mailbox_value("To", receiver),
        "Subject": headers.text_value("Subject", f"{TEST_MARK} {subject}" if marks.is_test else subject),
        "Message-ID": marks.message_id,
        "In-Reply-To": marks.refers_to,
        "References": marks.refers_to,
        "List-Id": f"<{series}.{sender.domain}>",
        "List-Unsubscribe": f"<{unsubscribe_address(sender)}>",
        "Auto-Submitted": "auto-generated",
        # Keeps Exchange from answering for people who are out of office.
        "X-Auto-Response-Suppress": "All",
        "MIME-Version": "1.0",
    }
    for name, value in facts.items():
        if value:
            headers.add(message, name, value)


def _text(subtype: str, text: str) -> MIMEPart:
    part = MIMEPart(policy=headers.WIRE)
    part.set_content(text, subtype=subtype, charset="utf-8", cte="quoted-printable")
    return part


def _attached(attachment: Attachment) -> MIMEPart:
    part = MIMEPart(policy=headers.WIRE)
    maintype, subtype = TYPES[attachment.kind]
    part.set_content(
        attachment.content, maintype=maintype, subtype=subtype, disposition="attachment", filename=attachment.name
    )
    if attachment.kind == "html":
        part.set_param("charset", "utf-8")
    return part


def _multipart(subtype: str, parts: Sequence[MIMEPart], seed: str) -> MIMEPart:
    whole = MIMEPart(policy=headers.WIRE)
    _fill(whole, subtype, parts, seed)
    return whole


def _fill(whole: MIMEPart, subtype: str, parts: Sequence[MIMEPart], seed: str) -> None:
    """Make ``whole`` a multipart; its boundary cannot occur in it, since no transfer encoding in use writes ``=_``."""
    mark = hashlib.sha256(f"{subtype}\0{seed}".encode()).hexdigest()[:32]
    headers.add(whole, "Content-Type", f'multipart/{subtype}; boundary="=_{mark}"')
    for part in parts:
        whole.attach(part)


def _count_pages(content: bytes) -> int | None:
    """Pages of a PDF; None if it is not one that can be read, which is for the sender to know, not for the mail."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        return len(PdfReader(io.BytesIO(content)).pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        return None
    finally:
        log.setLevel(level)
