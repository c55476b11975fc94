"""``briefing extract``: the analysis of articles as JSON Lines, for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.cli import options
from briefing.cli.console import start_logging
from briefing.errors import DeliverError

STANDARD_OUTPUT = Path("-")


@click.command(epilog="Example: briefing extract articles.jsonl --workers 2 > analysis.jsonl")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--keep-all", is_flag=True, help="Take the text as clean: drop nothing.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes.")
@click.option("--merge", is_flag=True, help="After the articles, print one line a topic.")
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    help="File to write.  [default: standard output]",
)
@options.model_option
@options.config_option
@options.talk_options
def extract(
    sources: tuple[str, ...],
    keep_all: bool,
    workers: int,
    merge: bool,
    output: Path | None,
    model: str,
    verbose: int,
    quiet: bool,
) -> None:
    """Print the analysis as JSON Lines.

    One line an article, in the order given, as soon as it is ready: its actors, quotes, dates and events with their
    offsets in the source.
    """
    from briefing import errands

    start_logging(verbose, quiet)
    lines = errands.extract(
        sources,
        options.standard_input(),
        model=model,
        keep_all=keep_all,
        workers=workers,
        merge=merge,
        limits=options.limits(),
    )
    if output is None or output == STANDARD_OUTPUT:
        if not sys.stdout:
            raise DeliverError("standard output is closed: name a file with --output")
        for line in lines:
            click.echo(line)
        return
    errands.write_lines(output, lines)
    click.echo(output)
