"""Saved mail: one message (.eml) or many (mbox), the plain part where there is one.

The decoded source that offsets count in is the message's text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from email import errors, policy
from email.message import EmailMessage
from email.parser import BytesParser
from functools import partial

from briefing.ingest.decoding import decode
from briefing.ingest.drafts import Draft, Facts, Material, SkipError
from briefing.ingest.guard import guarded
from briefing.ingest.limits import Limits
from briefing.model import Skipped

FROM_LINE = re.compile(
    rb"(?:\A|\r?\n\r?\n)From [^\r\n]{1,300}?\d:\d\d[^\r\n]{0,60}\r?\n(?=[A-Za-z][A-Za-z0-9-]{0,60}:)"
)
"""The line between two messages ends with a time; a sentence that begins with "From" does not."""
PARTS = 200
PLAIN = frozenset(("text/plain", "multipart/mixed", "multipart/alternative"))
"""Kinds of parts that are text; parts of many parts without a line between them are one."""
QUOTED = re.compile(r"^(?:[ \t]{0,3}>){1,9}[ \t]?", re.MULTILINE)
"""What mail programs put before every line of a message that is answered or forwarded."""
QUOTED_SHARE = 0.5
"""Share of lines from which the quoted message is the article, not a remark in it."""
FORWARD = re.compile(r"^\s{0,3}(?:(?:fwd?|fw|re|wg|aw|tr)\s?:\s{0,3}){1,5}", re.IGNORECASE)
BROKEN = (errors.MessageError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError)
"""What the parser of the standard library raises on broken messages."""
FEWER_WORDS = 0.5
"""Share of the HTML part's words under which the plain part is only a notice that there is an HTML part."""


def read(material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """The messages of a file in its order."""
    starts = [match.end() for match in FROM_LINE.finditer(material.data)]
    if not starts:
        yield _draft(material.data, material.name, limits)
        return
    ends = [match.start() for match in FROM_LINE.finditer(material.data)][1:]
    for number, (start, end) in enumerate(zip(starts, [*ends, len(material.data)], strict=True), 1):
        name = f"{material.name} message {number}"
        yield guarded(name, partial(_draft, material.data[start:end], name, limits), limits)


def _draft(data: bytes, name: str, limits: Limits) -> Draft:
    """The article of one message."""
    try:
        message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
        text = _text(message, limits)
        facts = _facts(message)
    except RecursionError as error:
        raise SkipError("too-many", "Its parts are nested too deep.") from error
    except BROKEN as error:
        raise SkipError("malformed", "It is no readable mail message.") from error
    if not text.strip():
        raise SkipError("no-text", "The message has no text.")
    warnings = ("malformed",) if any(part.defects for part in message.walk()) else ()
    return Draft(name, text, hashlib.sha256(data).hexdigest(), facts, warnings=warnings)


def _facts(message: EmailMessage) -> Facts:
    """What the header lines state."""
    sender = _header(message, "from")
    names = [one.display_name for one in getattr(sender, "addresses", ()) if one.display_name]
    return Facts(
        title=FORWARD.sub("", " ".join(str(_header(message, "subject")).split())) or None,
        publisher=names[0] if names else None,
        published=str(_header(message, "date")) or None,
        url=str(_header(message, "archived-at")).strip("<> ") or None,
    )


def _header(message: EmailMessage, name: str) -> object:
    """A header line, empty where there is none or it cannot be read: the message can be, all the same."""
    try:
        return message.get(name, "")
    except (*BROKEN, RecursionError):
        return ""


def _text(message: EmailMessage, limits: Limits) -> str:
    """The text of the message."""
    plain, rich = "", ""
    for number, part in enumerate(message.walk()):
        if number > PARTS:
            raise SkipError("too-many", f"The message has more than {PARTS} parts.")
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        if part.get_content_type() in PLAIN and not plain:
            plain = _decoded(part)
        elif part.get_content_type() == "text/html" and not rich:
            rich = _decoded(part)
    if not rich:
        return plain
    from briefing.ingest.pages.markup import text_of

    shown = text_of(rich, limits)
    return plain if len(plain.split()) >= FEWER_WORDS * len(shown.split()) else shown


def _decoded(part: EmailMessage) -> str:
    """The text of a part, its flowed lines joined."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    text = decode(data, part.get_content_charset()).text
    if part.get_param("format", "") == "flowed":
        text = re.sub(r"(?<=\S) \r?\n(?=\S)", " ", text)
    return _unquoted(text)


def _unquoted(text: str) -> str:
    """A text whose lines mostly begin with ">", as forwarded articles do, without these signs."""
    lines = [line for line in text.splitlines() if line.strip()]
    quoted = sum(bool(QUOTED.match(line)) for line in lines)
    return QUOTED.sub("", text) if quoted > QUOTED_SHARE * len(lines) else text
