"""Ways out other than SMTP, kept to the same order: the ledger first, then the delivery in one indivisible act."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.archive import State
from briefing.deliver.accounts import split_command
from briefing.deliver.addresses import FolderTarget, HookTarget, MaildirTarget
from briefing.deliver.folder import put_files
from briefing.deliver.outcome import Commit, Observer, Outcome, Step
from briefing.errors import DeliverError

HOOK_TIMEOUT = 600
"""Seconds a hook may take; longer means that something in it waits for a person."""
TRY_LATER = 75
"""Exit code ``EX_TEMPFAIL`` of sysexits.h."""
STDERR = 2


def put_into_maildir(
    target: MaildirTarget, content: bytes, message_id: str, commit: Commit, observe: Observer
) -> Outcome:
    """Deliver the mail into a Maildir: written and synced under ``tmp``, then renamed into ``new``.

    The file's name comes from the Message-ID, so a copy that is there already (read or unread) is not put twice.
    """
    name = f"{hashlib.sha256(message_id.encode()).hexdigest()[:32]}.briefing"
    folder = target.folder
    try:
        for part in ("tmp", "new", "cur"):
            _make_inside(folder, part)
        waiting = folder / "tmp" / name
        _write(waiting, content.replace(b"\r\n", b"\n"))
        commit()
        observe(Step.COMMITTED)
        if (folder / "new" / name).exists() or any((folder / "cur").glob(f"{name}*")):
            waiting.unlink()
            return Outcome(State.SENT, "was there already")
        waiting.rename(folder / "new" / name)
    except OSError as error:
        return Outcome(State.DEFERRED, f"{folder}: {error.strerror}")
    observe(Step.ENDED)
    return Outcome(State.SENT, f"new/{name}")


def put_into_folder(
    target: FolderTarget, name: str, files: Mapping[str, bytes], commit: Commit, observe: Observer
) -> Outcome:
    """Put the files into the sub-folder ``name``, each whole or not at all."""
    if not target.folder.is_dir():
        return Outcome(State.DEFERRED, f"{target.folder}: is no folder")
    commit()
    observe(Step.COMMITTED)
    try:
        put_files(target.folder / name, files)
    except DeliverError as error:
        return Outcome(State.DEFERRED, str(error))
    observe(Step.ENDED)
    return Outcome(State.SENT, str(target.folder / name))


def run_hook(
    target: HookTarget,
    paths: Sequence[Path],
    facts: Mapping[str, str],
    commit: Commit,
    observe: Observer,
) -> Outcome:
    """Run the command with the paths as further arguments and ``facts`` in its environment.

    Its promise: exit code 0 = delivered, 75 = not delivered, try later, any other = not delivered. Killed or stopped
    after 10 minutes it may have delivered: *unknown*. What it prints goes to our stderr.
    """
    words = [*split_command(target.command), *map(str, paths)]
    commit()
    observe(Step.COMMITTED)
    try:
        done = subprocess.run(  # noqa: S603 - the user's own command, without a shell
            words, stdin=subprocess.DEVNULL, stdout=STDERR, env=dict(facts), timeout=HOOK_TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        return Outcome(State.UNKNOWN, f"{words[0]}: stopped after {HOOK_TIMEOUT} s")
    except OSError as error:
        return Outcome(State.FAILED, f"{words[0]}: cannot be run: {error.strerror}")
    observe(Step.ENDED)
    if done.returncode < 0:
        return Outcome(State.UNKNOWN, f"{words[0]}: killed by signal {-done.returncode}")
    state = {0: State.SENT, TRY_LATER: State.DEFERRED}.get(done.returncode, State.FAILED)
    return Outcome(state, f"{words[0]}: ended with code {done.returncode}")


def hook_environment(environment: Mapping[str, str], hidden: str, facts: Mapping[str, str]) -> dict[str, str]:
    """Our environment for a hook: without the variable that holds the mail secret, with the facts of the brief."""
    return {name: value for name, value in environment.items() if name != hidden} | dict(facts)


def _make_inside(folder: Path, part: str) -> None:
    """A Maildir's sub-folder; the Maildir is made, the folder it stands in must be there (a slip makes no tree)."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700)
    (folder / part).mkdir(mode=0o700, exist_ok=True)


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
