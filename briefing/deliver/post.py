"""The run: every recipient claimed, sent, and written down, one after the other.

Order for each: claim > MAIL, RCPT > ledger says *sending* > DATA and content > answer > ledger says what it was. A run
may die anywhere; the next one sends to those that certainly got nothing, and names those that nobody can be sure of.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from briefing.archive import ArchiveError, Delivery, Ledger, LostClaimError, State
from briefing.deliver.addresses import FolderTarget, HookTarget, Mailbox, MaildirTarget
from briefing.deliver.mailing import Mailing, folder_facts, hook_facts
from briefing.deliver.outcome import Observer, Outcome, SetupError, Step, UnreachableError, no_observer
from briefing.deliver.parties import Recipient
from briefing.deliver.places import hook_environment, put_into_folder, put_into_maildir, run_hook
from briefing.deliver.smtp import Connection

logger = logging.getLogger(__name__)

SCHEDULE = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=60))
"""Waits between attempts; greylisting lets mail in after 1 to 5 minutes, a restarted server answers within 15."""
GLANCE = 0.2
"""Seconds between two looks at a delivery that another process has in hand."""
WAITING = (State.QUEUED, State.DEFERRED)

Sleep = Callable[[float], None]
Clock = Callable[[], datetime]
Report = Callable[[Delivery], None]
"""Told of every delivery whose attempt has ended."""


@dataclass(frozen=True, slots=True)
class Posted:
    """How a run ended: every recipient's delivery, and what stopped the run, if anything did."""

    deliveries: tuple[Delivery, ...]
    problem: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every recipient is *sent*."""
        return not self.problem and all(one.state is State.SENT for one in self.deliveries)

    @property
    def missing(self) -> tuple[Delivery, ...]:
        """Who is not *sent*."""
        return tuple(one for one in self.deliveries if one.state is not State.SENT)


def send_mailing(
    ledger: Ledger,
    mailing: Mailing,
    clock: Clock,
    *,
    revise: bool = False,
    wait: bool = False,
    sleep: Sleep = time.sleep,
    report: Report = lambda delivery: None,
    observe: Observer = no_observer,
) -> Posted:
    """Send the prepared mailing to everyone who has not got it, and tell how each delivery stands.

    ``wait`` stays until the deferred ones are sent or given up. Raises ``ContentChangedError`` if the brief was sent
    with other content and ``revise`` is not given, ``ArchiveError`` if the ledger cannot be written: nothing is sent
    then.
    """
    ledger.recover()
    planned = ledger.enqueue(mailing.issue, mailing.addressees, revise=revise)
    run = _Run(ledger, mailing, clock, report, observe)
    run.known = {one.id: one for one in planned}
    recipients = {one.id: recipient for one, recipient in zip(planned, mailing.recipients, strict=True)}
    problem = ""
    try:
        run.pass_over(recipients, only_due=False)
        while wait and (due := run.next_due()) is not None:
            pause = max(0.0, (due - clock()).total_seconds())
            logger.info("deliver: waiting %.0f s for the next attempt", pause)
            sleep(pause)
            run.pass_over(recipients, only_due=True)
        run.await_others(sleep)
        run.pass_over(recipients, only_due=True)
    except (SetupError, ArchiveError) as error:
        problem = str(error)
    sent = sum(one.state is State.SENT for one in run.known.values())
    logger.info("deliver: %d of %d sent", sent, len(run.known))
    return Posted(tuple(run.known.values()), problem)


def send_test(mailing: Mailing, receiver: Mailbox, observe: Observer = no_observer) -> Outcome:
    """Send one marked copy of the prepared mailing to ``receiver``, in the form of the first recipient.

    Outside the ledger: nobody's delivery changes.
    """
    if mailing.server is None:
        raise SetupError("no mail server: set host in the [mail] table of briefing.toml")
    content = mailing.test_mail(replace(mailing.recipients[0], target=receiver))
    with Connection(mailing.server, observe) as connection:
        connection.make_ready()
        return connection.deliver(mailing.sender.envelope or mailing.sender.mailbox, receiver, content, lambda: None)


class _Run:
    """What one run holds while it goes over the recipients."""

    def __init__(self, ledger: Ledger, mailing: Mailing, clock: Clock, report: Report, observe: Observer) -> None:
        self._ledger = ledger
        self._mailing = mailing
        self._clock = clock
        self._report = report
        self._observe = observe
        self.known: dict[int, Delivery] = {}
        """Deliveries by number as last seen: what can be told if the ledger fails."""

    def pass_over(self, recipients: dict[int, Recipient], *, only_due: bool) -> None:
        """Try every waiting delivery once; one connection serves them all, and is not made if none is waiting."""
        server = self._mailing.server
        connection = Connection(server, self._observe) if server else None
        down: UnreachableError | None = None
        try:
            for number, recipient in recipients.items():
                delivery = self.known[number]
                if delivery.state not in WAITING or (only_due and self._is_early(delivery)):
                    continue
                down = self._try(number, recipient, connection, down)
        finally:
            if connection is not None:
                connection.close()

    def next_due(self) -> datetime | None:
        """When the next deferred delivery of this run is to be tried; None if there is none."""
        due = [one.due for one in self.known.values() if one.state is State.DEFERRED and one.due]
        return datetime.fromisoformat(min(due)) if due else None

    def await_others(self, sleep: Sleep) -> None:
        """Wait for the deliveries that other living processes have in hand, as long as one of them may take."""
        server = self._mailing.server
        patience = server.timeout + server.answer_timeout if server else GLANCE
        while patience > 0:
            held = [one for one in self.known.values() if one.owner and one.state in (*WAITING, State.SENDING)]
            if not held:
                return
            sleep(GLANCE)
            patience -= GLANCE
            self._ledger.recover()
            for one in held:
                self.known[one.id] = self._ledger.get(one.id)

    # ---- one delivery -----------------------------------------------------------------------------------------

    def _try(
        self, number: int, recipient: Recipient, connection: Connection | None, down: UnreachableError | None
    ) -> UnreachableError | None:
        """One attempt; returns the error that shows the server to be down, so that the others need not try."""
        claimed = self._ledger.claim(number)
        if claimed is None:
            self.known[number] = self._ledger.get(number)
            return down
        try:
            if isinstance(recipient.target, Mailbox):
                if down is not None:
                    raise down
                outcome = self._post(recipient, recipient.target, claimed, connection)
            else:
                outcome = self._place(recipient, claimed)
        except UnreachableError as error:
            self._finish(claimed, Outcome(State.DEFERRED, str(error)))
            return error
        except LostClaimError:
            self.known[number] = self._ledger.get(number)
        except BaseException:
            with contextlib.suppress(ArchiveError):
                self._abandon(claimed, at_risk=_is_at_risk(recipient, connection))
            raise
        else:
            self._finish(claimed, outcome)
        return down

    def _post(
        self, recipient: Recipient, receiver: Mailbox, claimed: Delivery, connection: Connection | None
    ) -> Outcome:
        if connection is None:
            raise SetupError("no mail server: set host in the [mail] table of briefing.toml")
        content = self._mailing.mail(recipient, claimed)
        connection.make_ready()
        sender = self._mailing.sender.envelope or self._mailing.sender.mailbox
        return connection.deliver(sender, receiver, content, lambda: self._ledger.begin_sending(claimed.id))

    def _place(self, recipient: Recipient, claimed: Delivery) -> Outcome:
        mailing, target = self._mailing, recipient.target

        def commit() -> None:
            self._ledger.begin_sending(claimed.id)

        if isinstance(target, MaildirTarget):
            content = mailing.mail(recipient, claimed)
            return put_into_maildir(target, content, claimed.message_id, commit, self._observe)
        if isinstance(target, FolderTarget):
            name, files = folder_facts(mailing, claimed, recipient)
            return put_into_folder(target, name, files, commit, self._observe)
        assert isinstance(target, HookTarget)  # noqa: S101 - the last of the kinds
        source = mailing.server.secret if mailing.server else None
        hidden = source.where if source and source.kind == "env" else ""
        facts = hook_environment(os.environ, hidden, hook_facts(mailing, claimed))
        return run_hook(target, mailing.paths(recipient), facts, commit, self._observe)

    def _finish(self, claimed: Delivery, outcome: Outcome) -> None:
        """Write the outcome down; if the ledger fails now, say what is known and stop the run."""
        state, reply, due, advance = outcome.state, outcome.reply, "", False
        if state is State.DEFERRED:
            state, reply, due, advance = self._defer(claimed, reply)
        try:
            done = self._ledger.finish(claimed.id, state, reply, due=due, advance=advance)
        except ArchiveError:
            self.known[claimed.id] = replace(claimed, state=State.UNKNOWN, reply=f"{reply}; not in the ledger")
            raise
        self._observe(Step.RECORDED)
        self.known[claimed.id] = done
        logger.info("deliver: %s %s: %s", done.address, done.state, done.reply)
        self._report(done)

    def _defer(self, claimed: Delivery, reply: str) -> tuple[State, str, str, bool]:
        """Place in the schedule after a failure; an attempt before its time does not use up the schedule."""
        if self._is_early(claimed):
            return State.DEFERRED, reply, claimed.due, False
        if claimed.step >= len(SCHEDULE):
            return State.FAILED, f"given up after {claimed.attempts + 1} attempts: {reply}", "", False
        due = self._clock() + SCHEDULE[claimed.step]
        return State.DEFERRED, reply, due.isoformat(timespec="seconds"), True

    def _is_early(self, delivery: Delivery) -> bool:
        return bool(delivery.due) and self._clock() < datetime.fromisoformat(delivery.due)

    def _abandon(self, claimed: Delivery, *, at_risk: bool) -> None:
        """Leave a delivery whose attempt was broken off from inside, as what it certainly is."""
        now = self._ledger.get(claimed.id)
        if now.state is not State.SENDING:
            self._ledger.release(claimed.id)
        elif at_risk:
            self._ledger.finish(claimed.id, State.UNKNOWN, "stopped before the other side answered")
        else:
            self._ledger.finish(claimed.id, State.DEFERRED, "stopped before the content was sent", due=claimed.due)
        self.known[claimed.id] = self._ledger.get(claimed.id)


def _is_at_risk(recipient: Recipient, connection: Connection | None) -> bool:
    """Whether an attempt broken off now may have delivered."""
    return not isinstance(recipient.target, Mailbox) or (connection is not None and connection.at_risk)


def missing_lines(deliveries: Sequence[Delivery]) -> list[str]:
    """A line for everyone who is not *sent*, with what to do about it."""
    return [
        f"{one.address}: {one.state} (delivery {one.id}): {one.reply or 'not tried'}{_remedy(one)}"
        for one in deliveries
    ]


def _remedy(delivery: Delivery) -> str:
    if delivery.state is State.UNKNOWN:
        return f"; look whether it arrived, then 'briefing resolve {delivery.id} --sent' or '--resend'"
    if delivery.state is State.FAILED:
        return f"; when mended, 'briefing resolve {delivery.id} --resend'"
    if delivery.state is State.DEFERRED and delivery.due:
        return f"; due {delivery.due}"
    return ""
