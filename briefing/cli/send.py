"""``briefing send``, ``deliveries`` and ``resolve``: a finished brief reaches its readers, once."""

from __future__ import annotations

import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing import settings
from briefing.cli import options
from briefing.cli.console import say, start_logging
from briefing.cli.group import SETTINGS_KEY
from briefing.errors import DeliverError, SettingsError

if TYPE_CHECKING:
    from briefing.deliver.mailing import Mailing
    from briefing.deliver.post import Posted
    from briefing.deliver.tables import MailSettings

ledger_option = options.choice(
    "--ledger",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Record of deliveries.  [default: [mail] ledger, else deliveries.sqlite in the output folder]",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print the deliveries as JSON.")


@click.command(epilog="Example: briefing send --list directors --dry-run")
@click.argument("brief", required=False, type=click.Path(exists=True, path_type=Path), metavar="[BRIEF]")
@click.option("--to", multiple=True, metavar="ADDRESS", help="Send to this address instead; may be repeated.")
@click.option("--list", "lists", multiple=True, metavar="NAME", help="Send to this list; may be repeated.")
@click.option("--dry-run", is_flag=True, help="Write the mails as .eml files and send nothing.")
@click.option("--test-to", metavar="ADDRESS", help="Send one marked copy to this address only.")
@click.option("--revision", is_flag=True, help="Send changed content of a brief that was sent.")
@click.option("--wait", is_flag=True, help="Stay until the deferred mails are sent or given up.")
@click.option("--yes", is_flag=True, help="Do not ask before sending.")
@json_option
@ledger_option
@options.output_option
@options.templates_option
@options.config_option
@options.talk_options
@click.pass_context
def send(ctx: click.Context, /, brief: Path | None, verbose: int, quiet: bool, **chosen: Any) -> None:
    """Mail a brief, to each reader once.

    BRIEF is a report folder, its brief.json, or the newest report where none is named. Whoever has got it gets nothing
    again; exit code 0 only if everyone has.
    """
    from briefing import errands
    from briefing.archive import open_ledger
    from briefing.deliver.post import send_mailing
    from briefing.deliver.status import summary_line, to_json

    start_logging(verbose, quiet)
    tables = mail_settings(ctx)
    names = ("output", "lists", "to", "templates")
    mailing = errands.prepare_mailing(tables, brief, **{name: chosen[name] for name in names})
    path = ledger_path(tables, chosen)
    if chosen["test_to"]:
        _send_trial(mailing, chosen["test_to"], quiet)
        return
    if chosen["dry_run"]:
        _write_drafts(mailing, path, chosen)
        return
    # A stopped timer must leave the truth in the ledger, as Ctrl-C does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if not chosen["yes"]:
        _ask(mailing, path, chosen["revision"])
    with open_ledger(path, _now) as ledger:
        posted = send_mailing(
            ledger,
            mailing,
            _now,
            revise=chosen["revision"],
            wait=chosen["wait"],
            report=lambda one: say(f"{one.address}: {one.state}", quiet),
        )
    if chosen["as_json"]:
        click.echo(to_json(posted.deliveries, posted.problem))
    say(f"{mailing.brief.id}: {summary_line(posted.deliveries)}", quiet)
    _insist(posted)


@click.command(epilog="Example: briefing deliveries --state unknown")
@click.argument("brief", required=False, metavar="[ID]")
@click.option("--state", multiple=True, metavar="STATE", help="Show only deliveries in this state; may be repeated.")
@click.option("--history", type=int, metavar="NUMBER", help="Show what happened to one delivery.")
@json_option
@ledger_option
@options.output_option
@options.config_option
@click.pass_context
def deliveries(ctx: click.Context, /, brief: str | None, **chosen: Any) -> None:
    """List the deliveries.

    Of all briefs, or of the one with this ID; exit code 7 if nobody can be sure of one of them.
    """
    from briefing.archive import State, open_ledger
    from briefing.deliver.status import history_lines, table_lines, to_json

    wanted = _read_states(chosen["state"])
    path = ledger_path(mail_settings(ctx), chosen)
    with open_ledger(path, _now, read_only=not path.exists()) as ledger:
        if path.exists():
            ledger.recover()
        if chosen["history"] is not None:
            ledger.get(chosen["history"])
            click.echo("\n".join(history_lines(ledger.history(chosen["history"]))))
            return
        found = [one for one in ledger.deliveries(brief) if not wanted or one.state in wanted]
    click.echo(to_json(found) if chosen["as_json"] else "\n".join(table_lines(found)))
    unknown = sum(one.state is State.UNKNOWN for one in found)
    if unknown:
        remedy = "look whether they arrived, then 'briefing resolve NUMBER --sent' or '--resend'"
        raise DeliverError(f"{unknown} unknown: {remedy}")


@click.command(epilog="Example: briefing resolve 17 --sent")
@click.argument("number", type=int)
@click.option("--sent/--resend", default=None, help="It arrived; or send it again under the same Message-ID.")
@ledger_option
@options.output_option
@options.config_option
@click.pass_context
def resolve(ctx: click.Context, /, number: int, sent: bool | None, **chosen: Any) -> None:
    """Settle an unknown delivery.

    A run that died while the content of NUMBER was on its way cannot know whether it arrived: look, then say so.
    """
    from briefing.archive import open_ledger

    if sent is None:
        raise click.UsageError("say --sent or --resend.")
    with open_ledger(ledger_path(mail_settings(ctx), chosen), _now) as ledger:
        delivery = ledger.resolve(number, sent=sent)
    click.echo(f"delivery {number} to {delivery.address}: {delivery.state}")
    if not sent:
        click.echo("'briefing send' sends it", err=True)


def mail_settings(ctx: click.Context) -> MailSettings:
    """The tables [mail] and [[lists]] of the settings file in use."""
    from briefing.deliver.tables import read_tables

    path = ctx.meta.get(SETTINGS_KEY, settings.DEFAULT_FILE)
    return read_tables(settings.read_mail_tables(path) if path.exists() else {})


def ledger_path(tables: MailSettings, chosen: dict[str, Any]) -> Path:
    """Where the record of deliveries is."""
    return Path(chosen["ledger"] or tables.ledger or chosen["output"] / "deliveries.sqlite")


def _ask(mailing: Mailing, path: Path, revise: bool) -> None:
    """Ask on a terminal before anything leaves; elsewhere --yes is needed, so that no slip of a script mails anyone."""
    from briefing.archive import open_ledger
    from briefing.deliver.mailing import describe
    from briefing.deliver.post import WAITING

    with open_ledger(path, _now, read_only=True) as ledger:
        planned = ledger.preview(mailing.issue, mailing.addressees, revise=revise)
    pending = [one for one, state in zip(mailing.recipients, planned, strict=True) if state.state in WAITING]
    if not pending:
        return
    if not sys.stdin.isatty():
        raise SettingsError("no terminal to ask on: add --yes to send without a question")
    click.confirm(f"Send {mailing.brief.id}, {mailing.brief.title!r}, to {describe(pending)}?", abort=True, err=True)


def _insist(posted: Posted) -> None:
    """Name everyone who has not got the brief; whoever reads the exit code must know, too."""
    from briefing.deliver.post import missing_lines

    for line in missing_lines(posted.missing):
        click.echo(line, err=True)
    if not posted.is_complete:
        raise DeliverError(posted.problem or f"{len(posted.missing)} of {len(posted.deliveries)} are not sent")


def _send_trial(mailing: Mailing, address: str, quiet: bool) -> None:
    from briefing.archive import State
    from briefing.deliver.addresses import read_mailbox
    from briefing.deliver.post import send_test

    outcome = send_test(mailing, read_mailbox(address))
    say(f"{address}: {outcome.state}: {outcome.reply}", quiet)
    if outcome.state is not State.SENT:
        raise DeliverError(f"{address}: {outcome.state}: {outcome.reply}")


def _write_drafts(mailing: Mailing, path: Path, chosen: dict[str, Any]) -> None:
    from briefing.archive import open_ledger
    from briefing.deliver.drafts import write_drafts

    with open_ledger(path, _now, read_only=True) as ledger:
        folder = chosen["output"] / "drafts" / mailing.brief.id
        for written in write_drafts(ledger, mailing, folder, revise=chosen["revision"]):
            click.echo(written)


def _read_states(names: tuple[str, ...]) -> set[str]:
    from briefing.archive import State

    known = [state.value for state in State]
    for name in names:
        if name not in known:
            raise click.BadParameter(f"{name!r} is no state; known are {', '.join(known)}", param_hint="--state")
    return set(names)


def _now() -> datetime:
    return datetime.now(UTC)
