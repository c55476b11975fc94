"""The group that all commands hang on: every error becomes one line on stderr and a documented exit code."""

from __future__ import annotations

import errno
import os
import sys
from typing import Any

import click

from briefing.errors import BriefingError, DeliverError

INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""
NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
"""What the system says where the reader of our output is a file on a full disk."""


class BriefingGroup(click.Group):
    """Lists commands in the order of a day's work and translates errors for people."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order they were added."""
        return list(self.commands)

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
            command = error.ctx.command_path if error.ctx else "briefing"
            fail(f"{error.format_message()} '{command} --help' says more.", error.exit_code)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception as error:
            _fail_from_outside(error)


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
    click.echo(f"briefing: {one_line(message)}", err=True)
    raise click.exceptions.Exit(code)


def one_line(text: str) -> str:
    """``text`` on one line, with control characters made visible, so that no input can drive the terminal."""
    return "".join(char if char.isprintable() else " " if char.isspace() else repr(char)[1:-1] for char in text)
