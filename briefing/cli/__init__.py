"""cli: words for the user, one short function a command, one file a group of commands.

Only this room knows Click, reads the clock, and writes to the terminal. A command's work is imported inside it, so
that ``--help`` answers at once.
"""

from __future__ import annotations

import click

from briefing import __version__
from briefing.cli.articles import show_article
from briefing.cli.correct import correct
from briefing.cli.doctor import doctor
from briefing.cli.extract import extract
from briefing.cli.group import BriefingGroup
from briefing.cli.make import demo, make
from briefing.cli.render import render
from briefing.cli.send import deliveries, resolve, send
from briefing.cli.show import show
from briefing.cli.templates import preview, templates


@click.group(cls=BriefingGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="briefing %(version)s")
def briefing() -> None:
    """Turn news articles into a dated situation brief in which every line names its source."""


COMMANDS = (
    make,
    demo,
    correct,
    send,
    deliveries,
    resolve,
    show,
    render,
    preview,
    templates,
    extract,
    show_article,
    doctor,
)

for command in COMMANDS:
    briefing.add_command(command)
