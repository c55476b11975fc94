"""``briefing doctor``: what this machine lacks, one line each."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from briefing.cli import options
from briefing.errors import BriefingError

PANGO_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0"
OLDEST_PYTHON = (3, 11)


@click.command(epilog="Example: briefing doctor --model en_core_web_lg")
@options.model_option
@options.config_option
@click.pass_context
def doctor(ctx: click.Context, model: str) -> None:
    """Say what this machine lacks.

    One line each for Python, Pango, the fonts and the language model; exit code 0 only if all is well.
    """
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("Python", _check_python),
        ("Pango", _check_pango),
        ("Fonts", _check_fonts),
        ("Model", lambda: _check_model(model)),
    )
    well = True
    for name, check in checks:
        try:
            click.echo(f"ok       {name:<7} {check()}")
        except BriefingError as error:
            well = False
            click.echo(f"missing  {name:<7} {error}")
    ctx.exit(0 if well else BriefingError.exit_code)


def _check_python() -> str:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        raise BriefingError(f"{version} is too old; install Python 3.11 or later")
    return version


def _check_pango() -> str:
    from briefing.render.engine import engine_versions

    return engine_versions()


def _check_fonts() -> str:
    from briefing.render.engine import find_fonts

    return ", ".join(find_fonts())


def _check_model(model: str) -> str:
    from briefing import workflow

    return workflow.made_with(workflow.load_model(model))[-1]
