"""One brief on its way to its recipients: what is sent, checked before any connection is made."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.archive import Addressee, Delivery, Issue
from briefing.archive.deliveries import message_id
from briefing.deliver.addresses import HookTarget, Mailbox, MaildirTarget
from briefing.deliver.message import TYPES, Attachment, Marks, build_message, load_attachment, slug, to_bytes
from briefing.deliver.outcome import SetupError
from briefing.deliver.parties import DEFAULT_MESSAGE_LIMIT, Recipient, Sender, Server, distinct
from briefing.deliver.sign_in import check_server
from briefing.errors import DeliverError
from briefing.model import Brief
from briefing.wording.dates import known_language


@dataclass(frozen=True, slots=True)
class Mailing:
    """Everything a delivery needs, as plain values."""

    brief: Brief
    files: tuple[Path, ...]
    """The finished files: ``brief.json`` and what was rendered from it."""
    recipients: tuple[Recipient, ...]
    sender: Sender
    server: Server | None = None
    """None where no recipient is a mail address."""
    templates: Path | None = None
    """The user's own templates."""
    message_limit: int = DEFAULT_MESSAGE_LIMIT
    """Octets of a whole mail."""
    attachments: tuple[Attachment, ...] = field(default=(), compare=False)
    """The files' contents; ``prepare`` reads them."""

    @property
    def content(self) -> str:
        """Digest of all files: what tells a corrected issue from the one that was sent."""
        lines = sorted(f"{one.kind} {hashlib.sha256(one.content).hexdigest()}" for one in self.attachments)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    @property
    def issue(self) -> Issue:
        """The brief as the ledger knows it."""
        brief = self.brief
        series = f"{brief.product} / {brief.subject}"
        return Issue(brief.id, series, brief.date, brief.title, self.content)

    @property
    def addressees(self) -> tuple[Addressee, ...]:
        """The recipients as the ledger knows them."""
        return tuple(Addressee(one.identity, str(one.target), self.sender.domain) for one in self.recipients)

    def chosen(self, recipient: Recipient) -> tuple[Attachment, ...]:
        """What this recipient gets."""
        return tuple(one for one in self.attachments if one.kind in recipient.attach)

    def paths(self, recipient: Recipient) -> tuple[Path, ...]:
        """The files of what this recipient gets, absolute."""
        return tuple(path.absolute() for path in self.files if path.suffix.lstrip(".") in recipient.attach)

    def mail(self, recipient: Recipient, delivery: Delivery) -> bytes:
        """The mail for this recipient as the ledger planned it."""
        marks = Marks(delivery.message_id, delivery.refers_to, delivery.revision)
        return self._mail(recipient, marks)

    def test_mail(self, recipient: Recipient) -> bytes:
        """A marked copy; its Message-ID changes with its content, so that inboxes show every trial."""
        first = self._mail(recipient, Marks(message_id(self.brief.id, "test", 0, self.sender.domain), is_test=True))
        name = message_id(hashlib.sha256(first).hexdigest(), "test", 0, self.sender.domain)
        return self._mail(recipient, Marks(name, is_test=True))

    def _mail(self, recipient: Recipient, marks: Marks) -> bytes:
        return to_bytes(
            build_message(self.brief, self.attachments, recipient, self.sender, marks, templates=self.templates)
        )


def find_files(place: Path) -> tuple[Path, ...]:
    """The files that can be sent of a report folder, or of a brief's JSON and what lies beside it under its name."""
    folder, stem = (place, "brief") if place.is_dir() else (place.parent, place.stem)
    files = [folder / f"{stem}.{kind}" for kind in ("json", "pdf", "html")]
    return tuple(file for file in files if file.is_file())


def newest_report(folder: Path) -> Path:
    """The report folder in ``folder`` whose name begins with the latest date; the last by name if there are several."""
    reports = sorted(path.parent for path in folder.glob("[0-9][0-9][0-9][0-9]-*/brief.json"))
    if not reports:
        raise DeliverError(f"{folder}: no report there; make one with 'briefing make', or name its folder")
    return reports[-1]


def prepare(mailing: Mailing) -> Mailing:
    """The mailing with its recipients once each and its files read, or a ``DeliverError`` naming what would stop it.

    Checked here, before any connection: recipients, server, secrets' whereabouts, languages, templates, attachments
    that are missing or too large.
    """
    recipients = distinct(mailing.recipients)
    if not recipients:
        raise DeliverError("nobody to send to: name a list of the settings, or addresses with --to")
    if mailing.server is not None:
        check_server(mailing.server)
    elif any(isinstance(one.target, Mailbox) for one in recipients):
        raise SetupError("no mail server: set host in the [mail] table of briefing.toml")
    attachments = tuple(load_attachment(mailing.brief, path, mailing.message_limit) for path in mailing.files)
    ready = replace(mailing, recipients=recipients, attachments=attachments)
    _check_attachments(ready)
    _check_sizes(ready)
    return ready


def folder_facts(mailing: Mailing, delivery: Delivery, recipient: Recipient) -> tuple[str, dict[str, bytes]]:
    """Name of the sub-folder of a ``folder:`` target, and what goes into it."""
    name = slug(delivery.brief) or "brief"
    revision = f"-r{delivery.revision}" if delivery.revision > 1 else ""
    return f"{name}{revision}", {one.name: one.content for one in mailing.chosen(recipient)}


def hook_facts(mailing: Mailing, delivery: Delivery) -> Mapping[str, str]:
    """What a hook is told of the brief, as environment variables."""
    return {
        "BRIEFING_ID": mailing.brief.id,
        "BRIEFING_TITLE": mailing.brief.title.replace("\0", " "),
        "BRIEFING_DATE": mailing.brief.date,
        "BRIEFING_REVISION": str(delivery.revision),
    }


def _check_attachments(mailing: Mailing) -> None:
    there = {one.kind for one in mailing.attachments}
    for recipient in mailing.recipients:
        known_language(recipient.language)
        for kind in recipient.attach:
            if kind not in TYPES:
                raise DeliverError(f"{recipient.target}: {kind!r} cannot be attached; known are {', '.join(TYPES)}")
            if kind not in there:
                raise DeliverError(f"{recipient.target}: there is no brief.{kind}; make it with --format {kind}")


def _check_sizes(mailing: Mailing) -> None:
    """Build one mail of every form that goes out, so that nothing can fail for its content half way through."""
    forms: dict[Sequence[object], Recipient] = {}
    for one in mailing.recipients:
        if isinstance(one.target, Mailbox | MaildirTarget):
            forms.setdefault((one.attach, one.html, one.language, one.subject), one)
        elif isinstance(one.target, HookTarget) and not one.attach:
            raise DeliverError(f"{one.target}: a hook needs files to be given; set attach")
    for one in forms.values():
        size = len(mailing.test_mail(one))
        if size > mailing.message_limit:
            names = ", ".join(f"{file.name} {len(file.content):,}" for file in mailing.chosen(one))
            raise DeliverError(
                f"the mail would have {size:,} bytes ({names}), more than [mail] message_limit "
                f"{mailing.message_limit:,}; attach less or raise the limit"
            )


def describe(recipients: Sequence[Recipient]) -> str:
    """``3 recipients: ada@example.org, ...`` for the question before sending."""
    noun = "recipient" if len(recipients) == 1 else "recipients"
    return f"{len(recipients)} {noun}: {', '.join(str(one.target) for one in recipients)}"
