"""``briefing correct``: what the analyst knows better, written down once and followed on every morning after."""

from __future__ import annotations

from pathlib import Path

import click

from briefing import settings
from briefing.cli import options
from briefing.cli.console import say
from briefing.model import CorrectionKind
from briefing.model.correction_entries import KINDS, make_entry


@click.command(epilog="Example: briefing correct same 'Elena Marek' 'Helena Marek' --note 'The Post writes Elena.'")
@click.argument("what", type=click.Choice([kind.value for kind in CorrectionKind]), metavar="WHAT")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--note", default="", metavar="TEXT", help="Why, for whoever asks later.")
@options.choice(
    "--corrections",
    type=click.Path(path_type=Path),
    default=settings.DEFAULT_CORRECTIONS,
    show_default=True,
    help="File to add it to.",
)
@options.config_option
def correct(what: str, names: tuple[str, ...], note: str, corrections: Path) -> None:
    """Correct who the actors are.

    WHAT is same, different or drop with the names of actors; name with the name an actor has and the one to show; kind
    with a name and person, organisation, government or place. 'briefing make' follows every correction from then on.
    """
    from briefing import errands

    kind, meant, to = CorrectionKind(what), names, ""
    if kind in (CorrectionKind.NAME, CorrectionKind.KIND):
        if len(names) != 2:
            second = "the name to show" if kind is CorrectionKind.NAME else f"one of {', '.join(KINDS)}"
            raise click.UsageError(f"{kind} takes two words: the name of the actor, and {second}.")
        meant, to = (names[0],), names[1]
    added = errands.add_correction(corrections, make_entry(kind, meant, to, note, options.today()))
    click.echo(added.toml, nl=False)
    say(f"added to {corrections}", quiet=False)
