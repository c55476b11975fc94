"""``briefing make`` and ``briefing demo``: from articles to a finished brief."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from briefing.cli import options
from briefing.cli.console import progress, say, start_logging
from briefing.settings import DEFAULT_FORMATS, Settings

DEMO_DATE = "2025-10-16"
"""The morning after the last of the sample articles."""


@click.command(epilog="Example: briefing make articles/ --date 2024-06-14 --subject Korea")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@options.date_option
@options.choice("--title", help="Headline.  [default: from the articles]")
@options.choice("--subject", help="Subject in the masthead and the folder's name.  [default: from the articles]")
@options.choice("--product", default="Situation brief", show_default=True, help="Name of the series.")
@options.choice("--series", default="SB", show_default=True, help="Prefix of the issue id.")
@options.choice("--handling", help="Lowest handling mark.  [default: TLP:CLEAR]")
@options.choice("--contact", default="", help="Contact line of the end note.")
@options.choice("--one-story", is_flag=True, help="Take all articles as one story.")
@options.choice("--max-stories", type=click.IntRange(1, 50), default=5, show_default=True, help="Stories told in full.")
@options.choice("--watch", multiple=True, metavar="WORD", help="Rank stories with this word first; may be repeated.")
@options.since_option
@options.corrections_option
@options.output_option
@options.format_option(*DEFAULT_FORMATS)
@options.look_options
@options.model_option
@click.option("--open", "open_it", is_flag=True, help="Show the finished brief.")
@options.choice("--strict", is_flag=True, help="Fail if any source could not be read.")
@options.config_option
@options.talk_options
def make(sources: tuple[str, ...], open_it: bool, verbose: int, quiet: bool, **chosen: Any) -> None:
    """Make a brief of articles.

    SOURCE is a file, a folder, a pattern such as 'news/*.html', or - for standard input. The files go into
    OUTPUT/DATE-SUBJECT/, and their paths are printed.
    """
    paths = _run(Settings(sources=sources, limits=options.limits(), **options.handling(), **chosen), verbose, quiet)
    if open_it:
        click.launch(str(paths[0]))


@click.command(epilog="Example: briefing demo --output /tmp/briefs --paper letter")
@options.output_option
@options.format_option(*DEFAULT_FORMATS)
@options.paper_option
@options.model_option
@options.talk_options
def demo(verbose: int, quiet: bool, **chosen: Any) -> None:
    """Make the brief of the shipped samples.

    Eight invented articles on two matters, with their disagreements: the quickest way to see what a brief is.
    """
    from briefing.workflow import sample_articles

    _run(Settings(sources=sample_articles(), date=DEMO_DATE, **chosen), verbose, quiet)


def _run(settings: Settings, verbose: int, quiet: bool) -> tuple[Path, ...]:
    from briefing import workflow

    start_logging(verbose, quiet)
    with progress(quiet) as report:
        made = workflow.make_brief(settings, report, options.standard_input())
    for line in workflow.summarise(made.brief):
        say(line, quiet)
    for path in made.paths:
        click.echo(path)
    return made.paths
