"""``briefing show``: the lines of a brief, and why each of them stands there."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.console import wrapped
from briefing.cli.group import one_line


@click.command(epilog="Example: briefing show reports/2024-06-14-korea --why X1")
@click.argument("brief", type=click.Path(exists=True, path_type=Path), metavar="BRIEF")
@click.option("--why", "label", metavar="LINE", help="Say where this line comes from: sentences, rule, merges.")
def show(brief: Path, label: str | None) -> None:
    """List the lines of a brief.

    BRIEF is a brief.json or a report folder that holds one. Every line has a label: B bottom line, D development,
    X difference, U not yet known, A actor, Q quote, E event.
    """
    from briefing.issues import read_brief
    from briefing.render.why import lines, why

    made = read_brief(brief)
    for line in why(made, label) if label else (f"{one.label:<7}{one.text}" for one in lines(made)):
        click.echo(wrapped(one_line(line)))
