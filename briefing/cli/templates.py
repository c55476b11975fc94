"""``briefing templates`` and ``briefing preview``: making the look one's own."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from briefing.cli import options
from briefing.cli.console import say, start_logging
from briefing.errors import BriefingError, RenderError

GLANCE = 0.5
"""Seconds between two looks at the templates: at once for a person, nothing for the machine."""


@click.command(epilog="Example: briefing templates our-look && briefing templates --check our-look")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--check", is_flag=True, help="Name the mistakes in DIR instead of writing to it.")
def templates(folder: Path, check: bool) -> None:
    """Copy our templates to change them.

    A file in DIR, given with --templates, replaces ours of the same name; remove those you leave alone. It can hold
    what it replaces: {% include "default/parts/end.html" %}. Files that are there already are kept.
    """
    from briefing.render.assets import copy_templates
    from briefing.render.checks import check_templates

    if not check:
        for path in copy_templates(folder):
            click.echo(path)
        return
    if not folder.is_dir():
        raise RenderError(f"{folder}: no such folder of templates")
    mistakes = check_templates(folder)
    for line in mistakes:
        click.echo(line)
    if mistakes:
        raise RenderError(f"{folder}: {len(mistakes)} mistake{'' if len(mistakes) == 1 else 's'} in the templates")


@click.command(epilog="Example: briefing preview reports/2024-06-14-korea --templates our-look")
@click.argument("brief", type=click.Path(exists=True, path_type=Path), metavar="BRIEF")
@options.look_options
@options.format_option("html")
@options.choice("--output", "-o", type=click.Path(path_type=Path), help="Folder for the files.  [default: BRIEF's]")
@options.choice("--once", is_flag=True, help="Render once and stop.")
@options.config_option
@options.talk_options
def preview(brief: Path, once: bool, verbose: int, quiet: bool, **chosen: Any) -> None:
    """Render again at every change of a template.

    BRIEF is a brief.json or a report folder that holds one. Ctrl-C ends it; a mistake in a template is named and the
    last good page stays.
    """
    from briefing import errands

    start_logging(verbose, quiet)
    seen: object = None
    while True:
        now = _stamps(chosen["templates"])
        if now != seen:
            seen = now
            try:
                for path in errands.render_again(brief, **chosen):
                    click.echo(path)
            except BriefingError as error:
                if once:
                    raise
                say(str(error), quiet)
        if once:
            return
        time.sleep(GLANCE)


def _stamps(folder: Path | None) -> tuple[tuple[str, int], ...]:
    """Every template of the user with the time of its last change."""
    files = sorted(folder.rglob("*")) if folder else []
    return tuple((str(path), path.stat().st_mtime_ns) for path in files if path.is_file())
