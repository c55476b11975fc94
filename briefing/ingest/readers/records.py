"""JSON and JSON Lines: a record an article; offsets count the characters of the record's text.

Where a record has only HTML, the decoded source is that HTML's text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from briefing.ingest.decoding import decode
from briefing.ingest.drafts import Draft, Facts, Material, SkipError
from briefing.ingest.guard import guarded
from briefing.ingest.limits import Limits
from briefing.ingest.naming import HIDDEN
from briefing.ingest.record_facts import IDENTITY, LISTS, RICH, TEXT, facts_of, first_text, main_values
from briefing.model import Skipped

DEEPEST = 6
"""Levels of envelopes round the list of records."""
DIGITS = 30
"""Digits past which a number says nothing of an article; Python itself refuses to read 4,300 of them."""


def read(material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """The articles of a file of records in its order; a record that is none is skipped by its number."""
    text = decode(material.data).text
    try:
        whole = _parsed(text)
    except ValueError:
        yield from _read_lines(text, material, limits)
        return
    except RecursionError as error:
        raise SkipError("malformed", "Its JSON is nested too deep.") from error
    records, outlet = _records_in(whole, 0)
    for number, record in enumerate(records, 1):
        name = f"{material.name} record {number}"
        yield guarded(name, partial(_draft, record, name, limits, outlet), limits)


def _parsed(text: str) -> Any:
    """The JSON value of a text; a number too long to be one of an article's facts is left as its digits."""
    return json.loads(text, parse_int=lambda digits: int(digits) if len(digits) <= DIGITS else digits)


def _read_lines(text: str, material: Material, limits: Limits) -> Iterator[Draft | Skipped]:
    """The articles of a file with a record a line."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), material.first) if line.strip()]
    if not any(_is_record(line) for _, line in lines[:2]):
        raise SkipError("malformed", "It is not valid JSON.")
    for number, line in lines:
        name = f"{material.name} record {number}"
        try:
            record = _parsed(line)
        except (ValueError, RecursionError):
            yield Skipped(name, "malformed", "The line is not valid JSON.")
        else:
            yield guarded(name, partial(_draft, record, name, limits, None), limits)


def _is_record(line: str) -> bool:
    """The line is a JSON object by itself."""
    try:
        return isinstance(_parsed(line), dict)
    except (ValueError, RecursionError):
        return False


def _records_in(whole: Any, depth: int) -> tuple[list[Any], str | None]:
    """The records of a JSON value (itself, its elements, or the list under a usual key), and the feed's title."""
    if isinstance(whole, list):
        return whole, None
    if isinstance(whole, dict) and first_text(whole, (*TEXT, *RICH)) is None and depth < DEEPEST:
        for key in LISTS:
            inner = whole.get(key)
            if isinstance(inner, list):
                return inner, first_text(whole, ("title",)) if "jsonfeed" in str(whole.get("version")) else None
            if isinstance(inner, dict):
                return _records_in(inner, depth + 1)
    return [whole], None


def _draft(record: Any, name: str, limits: Limits, outlet: str | None) -> Draft | Skipped:
    """The article of one record."""
    if not isinstance(record, dict):
        return Skipped(name, "malformed", "The record is no object.")
    record = main_values(record)
    stated = first_text(record, IDENTITY)
    identity = HIDDEN.sub("", stated) or None if stated else None
    try:
        text, rich = _text(record, limits)
    except SkipError as error:
        return Skipped(identity or name, error.code, error.detail)
    if not text.strip():
        return Skipped(identity or name, "no-text", f"The record has no text under any of: {', '.join(TEXT[:6])}.")
    return Draft(
        name=identity or name,
        text=text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
        digest=hashlib.sha256(json.dumps(record, sort_keys=True, default=str).encode()).hexdigest(),
        facts=_facts(record, outlet),
        record=identity,
        cleaned=rich,
    )


def _facts(record: dict[str, Any], outlet: str | None) -> Facts:
    """What the record states, with the feed's title for an outlet that it does not name."""
    facts = facts_of(record)
    return replace(facts, publisher=facts.publisher or outlet)


def _text(record: dict[str, Any], limits: Limits) -> tuple[str, bool]:
    """The record's text, and whether it was made from HTML."""
    plain = first_text(record, TEXT)
    if plain is not None and not plain.lstrip().startswith("<"):
        _check(plain, limits)
        return plain, False
    rich = plain or first_text(record, RICH)
    if rich is None:
        return "", False
    _check(rich, limits)
    from briefing.ingest.pages.markup import text_of

    return text_of(rich, limits), True


def _check(text: str, limits: Limits) -> None:
    """Refuse a record that is too long."""
    if len(text) > limits.file_bytes:
        raise SkipError("too-large", f"It is longer than {limits.file_bytes:,} characters.")
