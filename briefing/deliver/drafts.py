"""The mails as files, for eyes and for mail programs, with nothing sent and nothing written down."""

from __future__ import annotations

from pathlib import Path

from briefing.archive import Ledger
from briefing.deliver.addresses import Mailbox, MaildirTarget
from briefing.deliver.folder import put_files
from briefing.deliver.mailing import Mailing
from briefing.deliver.message import slug


def write_drafts(ledger: Ledger, mailing: Mailing, folder: Path, *, revise: bool = False) -> tuple[Path, ...]:
    """Put what ``send_mailing`` would send into ``folder``, an ``.eml`` file a recipient, and return their paths.

    The mails are those of a real run octet for octet, also of recipients who have theirs already. A ``folder:`` or
    ``hook:`` target gets no mail, so it has no file here. The ledger is only read.
    """
    planned = ledger.preview(mailing.issue, mailing.addressees, revise=revise)
    files = {}
    for index, (recipient, delivery) in enumerate(zip(mailing.recipients, planned, strict=True), 1):
        if isinstance(recipient.target, Mailbox | MaildirTarget):
            files[f"{index:03}-{slug(recipient.identity)}.eml"] = mailing.mail(recipient, delivery)
    return put_files(folder, files)
