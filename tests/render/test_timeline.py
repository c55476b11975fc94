"""The chronology as a calendar and as a table, read back with other programs' libraries."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import briefs
from icalendar import Calendar

from briefing.model import Brief, Event, When
from briefing.render.look import Look
from briefing.render.timeline import to_csv, to_ics


def with_event(**changes: object) -> Brief:
    """The hand-written brief with one event only, changed."""
    brief = briefs.brief()
    event = replace(brief.stories[0].chronology[0], **changes)
    return replace(brief, stories=(replace(brief.stories[0], chronology=(event,)),))


def entries(brief: Brief) -> list[Event]:
    return Calendar.from_ical(to_ics(brief, Look())).walk("VEVENT")


def test_an_event_of_a_day_is_an_all_day_entry() -> None:
    [entry] = entries(with_event(when=When("2031-05-14"), label="Gates opened"))
    assert entry.decoded("dtstart") == date(2031, 5, 14)
    assert entry.decoded("dtend") == date(2031, 5, 15)
    assert entry["summary"] == "Gates opened"


def test_a_range_ends_the_day_after_its_last() -> None:
    [entry] = entries(with_event(when=When("2031-05-14", end="2031-05-16")))
    assert entry.decoded("dtend") == date(2031, 5, 17)


def test_what_has_no_day_is_in_the_table_only() -> None:
    brief = with_event(when=When("2031-05", text="in May"))
    assert entries(brief) == []
    [row] = list(csv.DictReader(io.StringIO(to_csv(brief, Look()).decode(), newline="")))
    assert (row["date"], row["words"]) == ("2031-05", "in May")


def test_an_entry_names_its_sentences() -> None:
    [entry] = entries(with_event(when=When("2031-05-14")))
    assert "1." in entry["description"]


def test_the_same_brief_gives_the_same_bytes() -> None:
    brief = briefs.brief()
    assert to_ics(brief, Look()) == to_ics(brief, Look())
    assert to_csv(brief, Look()) == to_csv(brief, Look())


def test_no_cell_is_a_formula() -> None:
    brief = with_event()
    event = brief.stories[0].chronology[0]
    hostile = replace(event, passages=(replace(event.passages[0], text='=HYPERLINK("http://x")'),))
    brief = replace(brief, stories=(replace(brief.stories[0], chronology=(hostile,)),))
    [row] = list(csv.DictReader(io.StringIO(to_csv(brief, Look()).decode(), newline="")))
    assert row["text"].startswith("'=")
