"""Finished issues, read back: one by its place, or the last one of a series."""

from __future__ import annotations

import logging
from pathlib import Path

from briefing.errors import RenderError
from briefing.model import Brief

logger = logging.getLogger(__name__)


def read_brief(path: Path) -> Brief:
    """The brief of a report folder or of a ``brief.json``; raises ``RenderError`` naming the file that is none."""
    from briefing.render.record import from_json

    record = path / "brief.json" if path.is_dir() else path
    try:
        return from_json(record.read_bytes())
    except OSError as error:
        raise RenderError(f"{record}: cannot read the brief: {error.strerror}") from error
    except RenderError as error:
        raise RenderError(f"{record}: {error}") from error


def last_issue(reports: Path, *, series: str, subject: str | None, before: str) -> Brief | None:
    """The last brief in ``reports`` that was issued before a day (ISO), None where there is none.

    It is of the same series, and on the same subject if one is given; folders sort by their date of issue. Made again
    on one day, a brief is compared with the same issue. What cannot be read is named and passed over.
    """
    for record in sorted(reports.glob("[0-9][0-9][0-9][0-9]-*/brief.json"), reverse=True):
        try:
            brief = read_brief(record)
        except RenderError as error:
            logger.warning("not compared with: %s", error)
            continue
        if brief.id.startswith(f"{series}-{brief.date}") and subject in (None, brief.subject) and brief.date < before:
            return brief
    return None
