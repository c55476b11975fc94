"""``briefing show-article``: what was kept of an article, what was dropped, and why."""

from __future__ import annotations

import sys

import click

from briefing.cli.group import one_line


@click.command("show-article", epilog="Example: briefing show-article downloads/page-3.txt")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--keep-all", is_flag=True, help="Take the text as clean: drop nothing.")
def show_article(sources: tuple[str, ...], keep_all: bool) -> None:
    """Show how an article is read.

    Its masthead, then every line with its class or the rule that dropped it.
    """
    from briefing import errands

    for number, lines in enumerate(errands.explain_articles(sources, sys.stdin.buffer, keep_all=keep_all)):
        if number:
            click.echo()
        for line in lines:
            click.echo(one_line(line))
