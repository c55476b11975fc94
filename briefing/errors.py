"""What can go wrong, as a small tree: one class a room, an exit code on each class.

The exit codes are part of the public interface: the table in the README is compared with these classes by a test.
No class derives from Click; ``cli`` turns an error into one line on stderr and its exit code.
"""

from __future__ import annotations


class BriefingError(Exception):
    """Something a person can understand and mend: ``str(error)`` is one line that names the thing and the remedy."""

    exit_code = 1


class SettingsError(BriefingError):
    """An option, the environment or the settings file says something that cannot be used."""

    exit_code = 2


class IngestError(BriefingError):
    """No article could be read from what was given; ``code`` is the reason's short name (``empty``, ``binary``)."""

    exit_code = 3

    def __init__(self, message: str, code: str = "no-input") -> None:
        super().__init__(message)
        self.code = code


class AnnotateError(BriefingError):
    """The language model is missing or cannot do what the brief needs."""

    exit_code = 4


class ComposeError(BriefingError):
    """The articles were read, but no truthful brief can be made of them."""

    exit_code = 5


class RenderError(BriefingError):
    """A template, a brief's JSON or the PDF engine failed."""

    exit_code = 6


class DeliverError(BriefingError):
    """The finished files could not be written or sent."""

    exit_code = 7


class IncompleteError(BriefingError):
    """With ``--strict``: a brief could be made, but not of everything that was given."""

    exit_code = 8
