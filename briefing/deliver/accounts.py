"""Secrets: where they come from, and how they stay out of argument lists, logs, tracebacks and the ledger."""

from __future__ import annotations

import base64
import importlib
import os
import shlex
import stat
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.errors import DeliverError

KINDS = ("env", "file", "command", "keyring")
LONGEST_SECRET = 16_384
"""Octets; the longest tokens in use have some 4,000."""
COMMAND_TIMEOUT = 60
OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Secret:
    """A password or token that shows itself only when asked by name."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The secret itself: keep it in no variable that lives on."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(***)"

    def __reduce__(self) -> Any:
        raise TypeError("a secret is not written down")

    def is_in(self, text: str) -> bool:
        """Whether ``text`` shows the secret, bare or as the base64 that AUTH sends it in."""
        raw = self._value.encode()
        # Base64 shows the same octets in one of three shifts; the groups at both ends mix with their neighbours.
        forms = [base64.b64encode(b"\0" * shift + raw)[4 * (shift > 0) : -4].decode() for shift in range(3)]
        return any(form in text for form in (self._value, *forms) if form)


@dataclass(frozen=True, slots=True)
class SecretSource:
    """Where a secret is kept."""

    kind: str
    """``env``, ``file``, ``command`` or ``keyring``."""
    where: str = field(repr=False)
    """Name of the variable, path, command, or service of the keyring."""

    def __str__(self) -> str:
        # Of a command its program only: an argument may be a token for the store it asks.
        return f"{self.kind}:{self.where.split()[0] if self.kind == 'command' else self.where}"


def read_source(text: str) -> SecretSource:
    """The source that a setting such as ``env:BRIEFING_SMTP_PASSWORD`` or ``file:/etc/briefing/password`` names.

    Raises ``DeliverError`` without repeating the text: somebody may have put the password itself there.
    """
    kind, colon, where = text.partition(":")
    if not colon or kind not in KINDS or not where.strip():
        raise DeliverError("[mail] secret: write env:NAME, file:PATH, command:PROGRAM ARGUMENTS or keyring:SERVICE")
    if kind == "command":
        split_command(where)
    return SecretSource(kind, where.strip())


def read_secret(source: SecretSource, user: str, environment: Mapping[str, str] = os.environ) -> Secret:
    """The secret, without the line break at its end; ``user`` is the account that a keyring is asked for.

    Raises ``DeliverError`` that names the source and the remedy, never what was read.
    """
    if source.kind == "env":
        value = environment.get(source.where, "")
    elif source.kind == "file":
        value = _from_file(Path(source.where).expanduser())
    elif source.kind == "command":
        value = _from_command(source.where)
    else:
        value = _from_keyring(source.where, user)
    value = value.rstrip("\r\n")
    if not value or not value.isprintable():
        raise DeliverError(f"{source}: no secret there, or one of several lines")
    return Secret(value)


def split_command(command: str) -> list[str]:
    """Program and arguments of a command, parted as a shell would; no shell runs."""
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise DeliverError(f"the command cannot be parted into words: {error}") from None
    if not words:
        raise DeliverError("the command is empty")
    return words


def _from_file(path: Path) -> str:
    """The content of a file that only its owner can read; checked on the open file, so that none can swap it."""
    try:
        with path.open("rb") as stream:
            facts = os.fstat(stream.fileno())
            is_open = facts.st_mode & OTHERS or facts.st_uid not in {0, os.geteuid()}
            if not stat.S_ISREG(facts.st_mode) or (is_open and not _is_credential(path)):
                raise DeliverError(f"file:{path}: others can read or change the secret; 'chmod 600' it and own it")
            return stream.read(LONGEST_SECRET).decode()
    except OSError as error:
        raise DeliverError(f"file:{path}: cannot read the secret: {error.strerror}") from error
    except UnicodeDecodeError:
        raise DeliverError(f"file:{path}: the secret is not text") from None


def _is_credential(path: Path) -> bool:
    """Whether systemd keeps the file for this service alone: by an access list, which looks like an open group."""
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    return bool(folder) and path.absolute().parent == Path(str(folder))


def _from_command(command: str) -> str:
    """The first line a command prints; what it says on stderr is for nobody's log."""
    words = split_command(command)
    try:
        done = subprocess.run(  # noqa: S603 - the user's own command, without a shell
            words, stdin=subprocess.DEVNULL, capture_output=True, timeout=COMMAND_TIMEOUT, check=False
        )
    except OSError as error:
        raise DeliverError(f"command:{words[0]}: cannot be run: {error.strerror}") from error
    except subprocess.TimeoutExpired:
        raise DeliverError(f"command:{words[0]}: gave no secret within {COMMAND_TIMEOUT} s") from None
    if done.returncode:
        raise DeliverError(f"command:{words[0]}: ended with code {done.returncode}; run it by hand to see why")
    lines = done.stdout[:LONGEST_SECRET].decode(errors="replace").splitlines()
    return lines[0] if lines else ""


def _from_keyring(service: str, user: str) -> str:
    try:
        keyring = importlib.import_module("keyring")
    except ImportError as error:
        raise DeliverError(
            "keyring: not installed; 'pip install briefing[keyring]', or keep the secret in a file"
        ) from error
    try:
        return str(keyring.get_password(service, user) or "")
    except Exception:
        # Back ends raise errors of their own kinds, some with what they were asked for; none is to be repeated.
        raise DeliverError(f"keyring:{service}: the keyring cannot be asked; is it unlocked?") from None
