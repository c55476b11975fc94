"""Header values that no server, no old mail program and no Python version reads differently.

Lines are folded here and not by ``email``: its folding changes between patch releases, and up to 3.12 it loses blanks
between encoded words. Whatever a headline holds becomes one line of text first, so that no title can add a header.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time
from email import policy
from email.header import Header
from email.message import MIMEPart
from email.utils import format_datetime
from typing import Any

from briefing.deliver.addresses import Mailbox

LINE = 76
"""Characters of a header line (RFC 2047, 2)."""
LONGEST_SUBJECT = 300
"""Characters; mail programs show 60 to 130, and some gateways refuse headers past 998 octets."""

_SPECIALS = re.compile(r'[()<>\[\]:;@\\,."]')
_RUNS = re.compile(r"\s+")


class Wire(policy.EmailPolicy):
    """A policy that writes header values exactly as they were given, CRLF at every line end."""

    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]:
        """The pair as it is; a line break that does not fold is refused."""
        text = str(value)
        if re.search(r"\r\n(?![ \t])|\r(?!\n)|(?<!\r)\n", text):
            raise ValueError(f"line break in the value of the header {name}")
        return name, text

    def fold(self, name: str, value: Any) -> str:
        """The header's lines."""
        return f"{name}: {value}\r\n"

    def fold_binary(self, name: str, value: Any) -> bytes:
        """The header's lines as octets; UTF-8 where an address needs it (RFC 6532)."""
        return self.fold(name, value).encode()


WIRE = Wire(linesep="\r\n", cte_type="7bit", max_line_length=LINE)


def one_line(text: str) -> str:
    """``text`` as one line: breaks and control characters become blanks, runs of blanks one."""
    cleaned = "".join(" " if unicodedata.category(char) in {"Cc", "Zl", "Zp", "Cs"} else char for char in text)
    return _RUNS.sub(" ", cleaned).strip()


def text_value(name: str, text: str) -> str:
    """``text`` for a header of free text, folded; other scripts in encoded words (RFC 2047)."""
    text = one_line(text)
    if not text.isascii() or "=?" in text or any(len(word) > LINE - 2 for word in text.split(" ")):
        return Header(text, "utf-8", maxlinelen=LINE, header_name=name).encode(linesep="\r\n")
    return _fold(name, text)


def mailbox_value(name: str, mailbox: Mailbox) -> str:
    """The mailbox with its name, quoted or encoded as needed; a non-ASCII local part stays as it is (RFC 6532)."""
    shown = one_line(mailbox.name)
    if not shown:
        return mailbox.address
    if not shown.isascii() or "=?" in shown or len(shown) > LINE - 10:
        shown = Header(shown, "utf-8", maxlinelen=LINE, header_name=name).encode(linesep="\r\n")
    elif _SPECIALS.search(shown):
        shown = '"' + re.sub(r'(["\\])', r"\\\1", shown) + '"'
    last = len(shown) - (shown.rfind("\n") + 1) + (len(name) + 2 if "\n" not in shown else 0)
    fits = last + len(mailbox.address) + 3 <= LINE
    return f"{shown}{' ' if fits else chr(13) + chr(10) + ' '}<{mailbox.address}>"


def date_value(issued: datetime) -> str:
    """The time of issue in UTC as ``Date`` has it."""
    return format_datetime(issued.astimezone(UTC))


def issue_time(day: str, cutoff: str | None, hour: time | None = None) -> datetime:
    """When the issue counts as made: at ``hour`` of the day of issue, or its information cut-off if that is later.

    Never the clock: the same brief is the same mail on any day. Without ``hour`` (it has its zone) the day's start.
    """
    start = datetime.combine(date.fromisoformat(day[:10]), hour or time(tzinfo=UTC)).astimezone(UTC)
    if len(day) > 10:
        start = _aware(day)
    if cutoff and len(cutoff) > 10:
        moment = _aware(cutoff)
        if moment.date() == date.fromisoformat(day[:10]):
            return max(start, moment)
    return start


def add(message: MIMEPart, name: str, value: str) -> None:
    """Set a header of the message to a value that is folded already."""
    del message[name]
    message[name] = value


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _fold(name: str, text: str) -> str:
    lines, room = [""], LINE - len(name) - 2
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append(word)
            room = LINE - 1
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return "\r\n ".join(lines)
