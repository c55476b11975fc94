"""``briefing render``: a brief's JSON rendered again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from briefing.cli import options
from briefing.cli.console import start_logging


@click.command(epilog="Example: briefing render reports/2024-06-14-korea --paper letter")
@click.argument("brief", type=click.Path(exists=True, path_type=Path), metavar="BRIEF")
@options.choice(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="Folder for the files.  [default: the folder of the JSON]",
)
@options.format_option("pdf", "html")
@options.look_options
@options.config_option
@options.talk_options
def render(brief: Path, verbose: int, quiet: bool, **chosen: Any) -> None:
    """Render a brief's JSON again.

    BRIEF is a brief.json or a report folder that holds one. With the same options the files are the same to the byte.
    """
    from briefing import errands

    start_logging(verbose, quiet)
    for path in errands.render_again(brief, **chosen):
        click.echo(path)
