"""The group that all commands hang on: every error becomes one line on stderr and a documented exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import Any

import click

from briefing.errors import BriefingError, DeliverError

SETTINGS_KEY = "briefing.settings"
"""Where the context of a command keeps the path of its settings file."""
INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""
NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
"""What the system says where the reader of our output is a file on a full disk."""


class BriefingGroup(click.Group):
    """Lists commands in the order of a day's work and translates errors for people."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order they were added."""
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What stands before the command; a wrong option there is one line, too."""
        try:
            return super().parse_args(ctx, args)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            _fail_in_use(error)
            raise

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a known error ends with its own exit code, an unknown one with 1, none with a traceback.

        ``-v`` twice, or ``BRIEFING_DEBUG=1``, lets an unknown error through with its traceback.
        """
        try:
            return super().invoke(ctx)
        except BriefingError as error:
            fail(str(error), error.exit_code)
        except BrokenPipeError:
            # The reader of our output has gone (``| head``): nothing is wrong, and nothing more can be said.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except (KeyboardInterrupt, click.Abort):
            fail("stopped before it was done", INTERRUPTED)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            _fail_in_use(error)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception as error:
            _fail_from_outside(error)


def _fail_in_use(error: click.UsageError) -> None:
    """Say on one line what was asked wrongly, and where the right way is told."""
    command = error.ctx.command_path if error.ctx else "briefing"
    message = " ".join(error.format_message().split())
    stop = "" if message.endswith((".", "?", "?)")) else "."
    fail(f"{message}{stop}{_origin(error)} '{command} --help' says more.", error.exit_code)


def _origin(error: click.UsageError) -> str:
    """Where a wrong value comes from that was not typed."""
    if not isinstance(error, click.BadParameter) or not error.ctx or not error.param or not error.param.name:
        return ""
    source = error.ctx.get_parameter_source(error.param.name)
    if source is click.core.ParameterSource.DEFAULT_MAP:
        return f" It stands in {error.ctx.meta.get(SETTINGS_KEY, 'the settings file')}."
    return f" It stands in {error.param.envvar}." if source is click.core.ParameterSource.ENVIRONMENT else ""


def _fail_from_outside(error: Exception) -> None:
    """Say one line on an error from outside our own code, or let it through where its traceback is asked for."""
    if os.environ.get("BRIEFING_DEBUG"):
        raise error
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        fail(f"the output could not be written: {error.strerror}", DeliverError.exit_code)
    if isinstance(error, MemoryError):
        fail("not enough memory for the language model and the articles", BriefingError.exit_code)
    fail(f"internal error: {one_line(repr(error))} (BRIEFING_DEBUG=1 shows where)", BriefingError.exit_code)


def fail(message: str, code: int) -> None:
    """Say one line on stderr and end with ``code``."""
    with contextlib.suppress(OSError):  # the code says it where the line cannot
        click.echo(f"briefing: {one_line(message)}", err=True)
    raise click.exceptions.Exit(code)


def one_line(text: str) -> str:
    """``text`` on one line, with control characters made visible, so that no input can drive the terminal."""
    return "".join(char if char.isprintable() else " " if char.isspace() else repr(char)[1:-1] for char in text)
