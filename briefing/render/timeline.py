"""The chronology for other programs: a calendar (iCalendar, RFC 5545) and a table (CSV, RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from briefing.model import Brief, Event, Story
from briefing.render.look import Look
from briefing.render.references import References
from briefing.wording.dates import exact_day, stamp

COLUMNS = ("story", "event", "date", "end", "words", "basis", "status", "text", "origins", "of", "references")


def to_ics(brief: Brief, look: Look) -> bytes:
    """A calendar with an all-day entry for every event of the brief that has a day.

    Events known by month or year only, and those not yet dated, have no place in a calendar; the CSV has them. The
    stamp of every entry is the information cut-off, so that the same brief gives the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//briefing//chronology//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", brief.title)
    references = References(brief)
    for story, event in _events(brief):
        first = exact_day(event.when.value)
        if first is not None:
            last = exact_day(event.when.end) or first
            calendar.add_component(_entry(brief, story, event, (first, last), _labels(event, references)))
    return bytes(calendar.to_ical())


def to_csv(brief: Brief, look: Look) -> bytes:
    """A table with a row for every event of the brief, dated or not, in the order of the chronology."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(COLUMNS)
    references = References(brief)
    for story, event in _events(brief):
        when = event.when
        writer.writerow(
            (
                story.id,
                event.id,
                when.value or when.bound or "",
                when.end or "",
                when.text,
                when.basis,
                event.status.value,
                _as_text(_words(event)),
                "; ".join(event.carriage.origins),
                event.carriage.total,
                _labels(event, references),
            )
        )
    return sheet.getvalue().encode("utf-8")


def _events(brief: Brief) -> Iterator[tuple[Story, Event]]:
    return ((story, event) for story in brief.stories for event in story.chronology)


def _entry(brief: Brief, story: Story, event: Event, days: tuple[date, date], labels: str) -> Entry:
    entry = Entry()
    entry.add("uid", f"{brief.id}-{story.id}-{event.id}@briefing")
    entry.add("dtstamp", _stamp(brief))
    entry.add("dtstart", days[0])
    entry.add("dtend", days[1] + timedelta(days=1))
    entry.add("summary", event.label)
    origins = ", ".join(event.carriage.origins)
    entry.add("description", f"{_words(event)} ({labels}; {event.status.value}; {origins})")
    return entry


def _stamp(brief: Brief) -> datetime:
    """The information cut-off in UTC, midnight of its day or of the day of issue where no time is known."""
    return stamp(brief.cutoff or brief.date)


def _words(event: Event) -> str:
    return " ".join(passage.text for passage in event.passages)


def _labels(event: Event, references: References) -> str:
    return " ".join(ref.label for passage in event.passages for ref in references.refs(passage.evidence))


def _as_text(words: str) -> str:
    """Words that no spreadsheet takes for a formula (OWASP, CSV injection): an apostrophe before = + - @."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
