"""``briefing show-article``: what was kept of an article, what was dropped, and why."""

from __future__ import annotations

import click

from briefing.cli import options
from briefing.cli.group import one_line


@click.command("show-article", epilog="Example: briefing show-article downloads/page-3.txt")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--keep-all", is_flag=True, help="Take the text as clean: drop nothing.")
@options.config_option
def show_article(sources: tuple[str, ...], keep_all: bool) -> None:
    """Show how an article is read.

    Its masthead, then every line with its class or the rule that dropped it.
    """
    from briefing import errands

    found = errands.explain_articles(sources, options.standard_input(), keep_all=keep_all, limits=options.limits())
    for number, lines in enumerate(found):
        if number:
            click.echo()
        for line in lines:
            click.echo(one_line(line))
