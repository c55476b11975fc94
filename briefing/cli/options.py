"""Options that several commands share, and where their defaults come from.

Order: command line, then environment (``BRIEFING_`` and the option's name), then ``briefing.toml``, then the default.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

from briefing import settings
from briefing.cli.group import SETTINGS_KEY
from briefing.errors import SettingsError
from briefing.model import Correction

LIMITS_KEY = "briefing.limits"
"""Where the context of a command keeps the limits that no option sets."""
HANDLING_KEY = "briefing.handling"
"""The same for the scheme of handling marks and the marks of files."""
Command = TypeVar("Command", bound=Callable[..., Any])


def choice(*names: str, variable: str | None = None, **facts: Any) -> Callable[[Command], Command]:
    """A Click option that the environment can also set: ``--paper`` by ``BRIEFING_PAPER``."""
    variable = variable or names[0].lstrip("-").replace("-", "_").upper()
    return click.option(*names, envvar=f"BRIEFING_{variable}", **facts)


def _apply_settings(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    path = value or settings.DEFAULT_FILE
    if value is not None and not value.exists():
        raise SettingsError(f"{value}: no such settings file")
    if path.exists():
        ctx.meta[SETTINGS_KEY] = path
        found = settings.read_settings(path)
        ctx.meta[LIMITS_KEY] = settings.read_limits(found)
        ctx.meta[HANDLING_KEY] = settings.read_handling(found)
        ctx.default_map = {**(ctx.default_map or {}), **found}
    return value


def limits() -> tuple[tuple[str, int], ...]:
    """The limits of reading that the settings file of the running command names."""
    found: tuple[tuple[str, int], ...] = click.get_current_context().meta.get(LIMITS_KEY, ())
    return found


def handling() -> dict[str, Any]:
    """What the settings file of the running command says of handling marks, by name of the setting."""
    found: dict[str, Any] = click.get_current_context().meta.get(HANDLING_KEY, {})
    return found


config_option = choice(
    "--config",
    type=click.Path(path_type=Path),
    is_eager=True,
    expose_value=False,
    callback=_apply_settings,
    help="Settings file.  [default: briefing.toml, if there]",
)


class FormatList(click.ParamType[tuple[str, ...]]):
    """Names of formats, comma separated on the command line, a list in the settings file."""

    name = "list"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The names in the order given, each once; fails on one that is no format."""
        from briefing.render import FORMATS

        names = value.split(",") if isinstance(value, str) else value
        cleaned = tuple(dict.fromkeys(name.strip().lower() for name in names if name.strip()))
        unknown = [name for name in cleaned if name not in FORMATS]
        if unknown or not cleaned:
            known = ", ".join(FORMATS)
            self.fail(f"{', '.join(unknown) or 'an empty list'} is no format; choose from {known}.", param, ctx)
        return cleaned


def format_option(*defaults: str) -> Callable[[Command], Command]:
    """``--format``, with the formats written where it is not given."""
    return choice(
        "--format",
        "formats",
        type=FormatList(),
        default=",".join(defaults),
        show_default=True,
        help="Files to write, comma separated.",
    )


paper_option = choice(
    "--paper",
    type=click.Choice(settings.PAPERS, case_sensitive=False),
    default="a4",
    show_default=True,
    help="Paper of the PDF.",
)
templates_option = choice(
    "--templates",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder whose templates replace ours, one by one.",
)


class NameList(click.ParamType[tuple[str, ...]]):
    """Names, comma separated on the command line, a list in the settings file; the room that uses them checks them."""

    name = "list"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The names in the order given."""
        names = value.split(",") if isinstance(value, str) else value
        return tuple(name.strip() for name in names if name.strip())


LOOK = (
    paper_option,
    choice(
        "--set",
        "template_set",
        default="brief",
        show_default=True,
        help="Template set: brief, sitrep, one-page, or your own.",
    ),
    choice("--sections", type=NameList(), default="", help="Sections to show, in this order.  [default: all]"),
    choice("--accent", metavar="#RRGGBB", help="Accent colour."),
    choice("--logo", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Picture for the masthead."),
    choice("--language", default="en-GB", show_default=True, help="Language of the dates."),
    templates_option,
)


def look_options(command: Command) -> Command:
    """Every option that changes how a brief looks and nothing of what it says."""
    for option in reversed(LOOK):
        command = option(command)
    return command


output_option = choice(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=settings.DEFAULT_OUTPUT,
    show_default=True,
    help="Folder that the dated folder is made in.",
)
model_option = choice(
    "--model",
    default=settings.DEFAULT_MODEL,
    show_default=True,
    metavar="NAME",
    help="English spaCy pipeline: an installed package or a folder.",
)


def today() -> str:
    """The day of issue where none is given: the only place where the program asks the clock.

    ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) fixes it from outside.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.datetime.now().astimezone().date().isoformat()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError(f"SOURCE_DATE_EPOCH={epoch!r} is not a number of seconds since 1970") from error


def read_date(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """The day of issue as ISO, today where none is given."""
    if value is None:
        return today()
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a day such as 2024-06-14.") from error


date_option = choice("--date", callback=read_date, metavar="YYYY-MM-DD", help="Date of issue.  [default: today]")


class IssueBefore(click.Path):
    """A report folder or ``brief.json`` that is there, or ``last`` (a folder of that name is ``./last``)."""

    name = "issue"

    def __init__(self) -> None:
        super().__init__(exists=True, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, or ``settings.LAST``."""
        return settings.LAST if value == str(settings.LAST) else super().convert(value, param, ctx)


since_option = choice(
    "--since",
    type=IssueBefore(),
    metavar="PATH|last",
    help="The issue before: its folder or JSON, or the last one in OUTPUT of this series.",
)


def _read_corrections(_ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> tuple[Correction, ...]:
    return settings.read_corrections(value)


corrections_option = choice(
    "--corrections",
    type=click.Path(path_type=Path),
    callback=_read_corrections,
    help="Corrections of actors.  [default: corrections.toml, if there]",
)


def standard_input() -> BinaryIO | None:
    """Standard input as bytes, None where the caller closed it."""
    return sys.stdin.buffer if sys.stdin else None


def talk_options(command: Command) -> Command:
    """``-v`` and ``-q``."""
    command = click.option("-v", "--verbose", count=True, help="Say every step; twice: every decision.")(command)
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")(command)
