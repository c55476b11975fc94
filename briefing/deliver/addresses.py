"""Mail addresses and other places a brief can go to, read strictly and compared as people would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.deliver.accounts import split_command
from briefing.errors import DeliverError

LONGEST_LOCAL = 64
LONGEST_ADDRESS = 254
"""Octets an address may have (RFC 5321, 4.5.3.1)."""

_MAILBOX = re.compile(
    r"""
    \s* (?: (?P<name> "(?: [^"\\\r\n] | \\. ){0,300}" | [^"<>@]{0,300} ) \s* < (?P<angled> [^<>\s]{1,300} ) >
          | (?P<bare> [^<>\s"(),;:]{1,300} ) )
    \s*
    """,
    re.VERBOSE,
)
_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]{1,64}(?:\.[\w!#$%&'*+/=?^`{|}~-]{1,64}){0,31}")
_LABEL = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)")
_LITERAL = re.compile(r"\[[0-9A-Fa-f:.]{2,60}\]")
_ENTRY = re.compile(r"""(?: "(?: [^"\\] | \\. ){0,300}" | [^",;] ){1,2000}""", re.VERBOSE)
_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
_DEVIATING = re.compile("[ßς\u200c\u200d]")
"""Characters that IDNA 2003 (Python's codec) maps to other names than IDNA 2008 does: two different domains."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A mail address with the name shown for its owner."""

    name: str
    local: str
    domain: str
    """In ASCII: names of other scripts in their ``xn--`` form."""

    @property
    def address(self) -> str:
        """``local@domain`` as it goes over the wire."""
        return f"{self.local}@{self.domain}"

    @property
    def is_ascii(self) -> bool:
        """Whether a server without SMTPUTF8 can take it."""
        return self.local.isascii()

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


@dataclass(frozen=True, slots=True)
class MaildirTarget:
    """A Maildir on this machine that gets the mail itself."""

    folder: Path

    def __str__(self) -> str:
        return f"maildir:{self.folder}"


@dataclass(frozen=True, slots=True)
class FolderTarget:
    """A folder on this machine that gets the files of the brief, in a sub-folder named by its id."""

    folder: Path

    def __str__(self) -> str:
        return f"folder:{self.folder}"


@dataclass(frozen=True, slots=True)
class HookTarget:
    """A command that gets the paths of the files: the way to chat, FTP, S3 and everything else."""

    command: str
    """Program and fixed arguments, parted as a shell would; no shell runs."""

    def __str__(self) -> str:
        return f"hook:{self.command}"


Target = Mailbox | MaildirTarget | FolderTarget | HookTarget


def read_target(text: str) -> Target:
    """The target that one entry of a list names: an address, ``maildir:``, ``folder:`` or ``hook:``.

    Raises ``DeliverError`` naming the entry and what is wrong with it.
    """
    kind, colon, rest = text.strip().partition(":")
    if not colon or kind not in {"maildir", "folder", "hook"}:
        return read_mailbox(text)
    if not rest.strip() or _BREAKS.search(rest):
        raise DeliverError(f"{text.strip()!r}: {kind}: needs a {'command' if kind == 'hook' else 'path'} on one line")
    if kind == "hook":
        split_command(rest)
        return HookTarget(rest.strip())
    folder = Path(rest.strip()).expanduser()
    return MaildirTarget(folder) if kind == "maildir" else FolderTarget(folder)


def read_mailbox(text: str) -> Mailbox:
    """The mail address in ``text``: ``ada@example.org`` or ``Ada Pell <ada@example.org>``.

    Strict, so that nobody is mailed by accident: quoted local parts, comments and routes are refused. Raises
    ``DeliverError`` naming the text.
    """
    found = _MAILBOX.fullmatch(text)
    if _BREAKS.search(text) or not found:
        raise DeliverError(
            f"{text.strip()!r} is not a mail address; write ada@example.org or Ada Pell <ada@example.org>"
        )
    local, at, domain = (found["angled"] or found["bare"]).rpartition("@")
    if not at or not _LOCAL.fullmatch(local):
        raise DeliverError(f"{text.strip()!r} is not a mail address: the part before the @ cannot be used")
    mailbox = Mailbox(_unquote(found["name"] or ""), local, _ascii_domain(domain, text))
    too_long = len(local.encode()) > LONGEST_LOCAL or len(mailbox.address.encode()) > LONGEST_ADDRESS
    if too_long:
        raise DeliverError(f"{text.strip()[:80]!r}... is longer than a mail address may be")
    return mailbox


def read_targets(text: str) -> tuple[Target, ...]:
    """All targets of an option or setting; ``a@example.org, b@example.org`` are two."""
    if text.strip().startswith("hook:"):
        return (read_target(text),)
    return tuple(read_target(entry) for entry in _split(text))


def identity(target: Target) -> str:
    """What tells recipients apart: case does not (every mail system in use ignores it), nor does the shown name."""
    if isinstance(target, Mailbox):
        return target.address.casefold()
    if isinstance(target, HookTarget):
        return str(target)
    kind = "maildir" if isinstance(target, MaildirTarget) else "folder"
    return f"{kind}:{target.folder.absolute()}"


def _split(text: str) -> Iterator[str]:
    for found in _ENTRY.finditer(text):
        if found[0].strip():
            yield found[0].strip()


def _unquote(name: str) -> str:
    name = name.strip()
    if name.startswith('"'):
        name = re.sub(r"\\(.)", r"\1", name[1:-1])
    return " ".join(name.split())


def _ascii_domain(domain: str, text: str) -> str:
    if _LITERAL.fullmatch(domain):
        return domain
    if _DEVIATING.search(domain):
        raise DeliverError(f"{text.strip()!r}: the domain can be read as two names; write it in its xn-- form")
    try:
        ascii_form = domain.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise DeliverError(f"{text.strip()!r} is not a mail address: the domain cannot be used") from error
    if not all(_LABEL.fullmatch(label) for label in ascii_form.split(".")):
        raise DeliverError(f"{text.strip()!r} is not a mail address: the domain cannot be used")
    return ascii_form
