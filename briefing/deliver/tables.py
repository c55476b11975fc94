"""The tables ``[mail]`` and ``[[lists]]`` of the settings file, checked and turned into sender, server and lists."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any, TypeVar

from briefing.deliver.accounts import read_source
from briefing.deliver.addresses import Mailbox, Target, read_mailbox, read_target, read_targets
from briefing.deliver.message import TYPES
from briefing.deliver.parties import (
    DEFAULT_ANSWER_TIMEOUT,
    DEFAULT_MESSAGE_LIMIT,
    DEFAULT_SUBJECT,
    DEFAULT_TIMEOUT,
    Auth,
    MailingList,
    Recipient,
    Security,
    Sender,
    Server,
)
from briefing.errors import BriefingError, SettingsError
from briefing.wording.dates import known_language

Value = TypeVar("Value")

PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.PLAIN: 25}

MAIL_KEYS: Mapping[str, type | tuple[type, ...]] = {
    "from": str,
    "reply_to": str,
    "envelope_from": str,
    "unsubscribe": str,
    "subject": str,
    "time": str,
    "host": str,
    "port": int,
    "security": str,
    "auth": str,
    "user": str,
    "secret": str,
    "ca_file": str,
    "allow_plain": bool,
    "timeout": (int, float),
    "answer_timeout": (int, float),
    "client_name": str,
    "message_limit": int,
    "ledger": str,
    "lists": list,
}
"""Keys of ``[mail]``; ``docs/delivery.md`` explains each."""

LIST_KEYS: Mapping[str, type | tuple[type, ...]] = {
    "name": str,
    "to": list,
    "attach": list,
    "html": bool,
    "language": str,
    "subject": str,
}
"""Keys of each ``[[lists]]``."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """What the settings file says about mail."""

    sender: Sender | None
    """None without ``from``."""
    server: Server | None
    """None without ``host``."""
    lists: tuple[MailingList, ...]
    message_limit: int = DEFAULT_MESSAGE_LIMIT
    ledger: Path | None = None
    chosen: tuple[str, ...] = ()
    """Names of the lists that are sent to when none is named."""


def read_tables(tables: Mapping[str, Any]) -> MailSettings:
    """The settings of ``{"mail": {...}, "lists": [{...}, ...]}``; either may be missing.

    Raises ``SettingsError`` naming the key, and for a value that cannot be used what is wrong with it.
    """
    mail = _table("[mail]", tables.get("mail", {}), MAIL_KEYS)
    entries = tables.get("lists", [])
    if not isinstance(entries, list):
        raise SettingsError("lists: write [[lists]] with two brackets, one for every list")
    lists = tuple(_list(_table("[[lists]]", entry, LIST_KEYS)) for entry in entries)
    names = [one.name for one in lists]
    if len(set(names)) < len(names):
        raise SettingsError("[[lists]] name: two lists have the same name")
    chosen = tuple(mail.get("lists", ()))
    _known("[mail] lists", chosen, names)
    return MailSettings(
        sender=_sender(mail) if "from" in mail else None,
        server=_server(mail) if "host" in mail else None,
        lists=lists,
        message_limit=mail.get("message_limit", DEFAULT_MESSAGE_LIMIT),
        ledger=Path(mail["ledger"]).expanduser() if "ledger" in mail else None,
        chosen=chosen,
    )


def choose_recipients(settings: MailSettings, names: Sequence[str], to: Sequence[str]) -> tuple[Recipient, ...]:
    """Who is sent to: ``--to`` and the named lists; without either, the lists of ``[mail] lists``, or else all."""
    if to and not names:
        return tuple(Recipient(target) for text in to for target in read_targets(text))
    known = {one.name: one for one in settings.lists}
    _known("--list", names, list(known))
    wanted = names or settings.chosen or tuple(known)
    found = [recipient for name in wanted for recipient in known[name].recipients()]
    return (*found, *(Recipient(target) for text in to for target in read_targets(text)))


def _table(where: str, table: Any, keys: Mapping[str, type | tuple[type, ...]]) -> Mapping[str, Any]:
    if not isinstance(table, dict):
        raise SettingsError(f"{where}: must be a table")
    for key, value in table.items():
        if key not in keys:
            close = difflib.get_close_matches(key, keys, n=1)
            remedy = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(keys)}"
            raise SettingsError(f"{where}: unknown setting {key!r}; {remedy}")
        kind = keys[key]
        is_wrong_bool = isinstance(value, bool) and kind is not bool
        if not isinstance(value, kind) or is_wrong_bool or (isinstance(value, list) and not _all_text(value)):
            # The value is not repeated: a password may stand where it should not.
            raise SettingsError(f"{where} {key}: a value of the wrong kind; see docs/delivery.md")
    return table


def _all_text(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _sender(mail: Mapping[str, Any]) -> Sender:
    unsubscribe = mail.get("unsubscribe", "")
    if unsubscribe and (not unsubscribe.startswith(("mailto:", "https:")) or not _is_address(unsubscribe)):
        raise SettingsError("[mail] unsubscribe: must be an address that begins with mailto: or https:")
    return Sender(
        mailbox=_mailbox(mail, "from"),
        reply_to=_mailbox(mail, "reply_to") if "reply_to" in mail else None,
        envelope=_mailbox(mail, "envelope_from") if "envelope_from" in mail else None,
        unsubscribe=unsubscribe,
        subject=mail.get("subject", DEFAULT_SUBJECT),
        hour=_explained("[mail] time", lambda: _hour(mail["time"])) if "time" in mail else None,
    )


def _hour(text: str) -> time:
    hour = time.fromisoformat(text)
    if hour.tzinfo is None:
        raise ValueError(f"{text!r} has no zone; write 06:30Z or 06:30+02:00")
    return hour


def _is_address(text: str) -> bool:
    return text.isascii() and text.isprintable() and not set(text) & set(' <>"')


def _mailbox(mail: Mapping[str, Any], key: str) -> Mailbox:
    return _explained(f"[mail] {key}", lambda: read_mailbox(mail[key]))


def _server(mail: Mapping[str, Any]) -> Server:
    security = _explained("[mail] security", lambda: Security(mail.get("security", Security.STARTTLS)))
    auth = _explained("[mail] auth", lambda: Auth(mail.get("auth", Auth.PASSWORD if "user" in mail else Auth.NONE)))
    return Server(
        host=mail["host"],
        port=mail.get("port", PORTS[security]),
        security=security,
        auth=auth,
        user=mail.get("user", ""),
        secret=_explained("[mail] secret", lambda: read_source(mail["secret"])) if "secret" in mail else None,
        ca_file=Path(mail["ca_file"]).expanduser() if "ca_file" in mail else None,
        allow_plain=mail.get("allow_plain", False),
        timeout=float(mail.get("timeout", DEFAULT_TIMEOUT)),
        answer_timeout=float(mail.get("answer_timeout", DEFAULT_ANSWER_TIMEOUT)),
        client_name=mail.get("client_name", ""),
    )


def _list(table: Mapping[str, Any]) -> MailingList:
    name = table.get("name", "")
    if not name:
        raise SettingsError("[[lists]]: every list needs a name")
    where = f"[[lists]] {name!r}"
    attach = tuple(table.get("attach", ("pdf",)))
    _known(f"{where} attach", attach, list(TYPES))
    language = table.get("language", "en-GB")
    _explained(f"{where} language", lambda: known_language(language))
    return MailingList(
        name=name,
        to=tuple(_target(where, entry) for entry in table.get("to", ())),
        attach=attach,
        html=table.get("html", True),
        language=language,
        subject=table.get("subject", ""),
    )


def _target(where: str, entry: str) -> Target:
    return _explained(f"{where} to", lambda: read_target(entry))


def _known(where: str, wanted: Sequence[str], known: Sequence[str]) -> None:
    for name in wanted:
        if name not in known:
            raise SettingsError(f"{where}: {name!r} is not known; known are {', '.join(known) or 'none'}")


def _explained(where: str, read: Callable[[], Value]) -> Value:
    """What ``read`` returns; an error names the key."""
    try:
        return read()
    except (BriefingError, ValueError) as error:
        raise SettingsError(f"{where}: {error}") from None
