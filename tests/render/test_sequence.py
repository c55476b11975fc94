"""The sequence graphic: what stands on it, and that no label runs into another."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Carriage, Event, Status, When
from briefing.render.sequence import MOST, Line, sequence
from briefing.wording.dates import Dates

CUTOFF = date(2024, 6, 14)
DATES = Dates("en-GB", "2024-06-14")


def event(value: str | None, *, by: int = 1, status: Status = Status.REPORTED) -> Event:
    origins = tuple(f"Outlet {n}" for n in range(by))
    return Event("e", When(value), (), f"Thing of {value}", (), status, Carriage(origins, 5))


def line(*events: Event) -> Line:
    found = sequence(events, CUTOFF, DATES)
    assert found is not None
    return found


def shown(found: Line) -> list[str]:
    return [mark.date for mark in found.marks]


def test_fewer_than_two_dated_events_make_no_graphic() -> None:
    assert sequence([], CUTOFF, DATES) is None
    assert sequence([event("2024-06-14"), event(None, status=Status.EXPECTED)], CUTOFF, DATES) is None


def test_old_events_stand_in_the_shade_and_recent_ones_on_their_day() -> None:
    found = line(event("2000-07"), event("2024-06-10"), event("2024-06-14"))
    assert [mark.zone for mark in found.marks] == ["background", "recent", "recent"]
    assert found.shaded == "30%"


def test_the_day_of_the_cut_off_is_now() -> None:
    found = line(event("2024-06-10"), event("2024-06-14"))
    assert [mark.now for mark in found.marks] == [False, True]


def test_fourteen_days_before_the_cut_off_is_recent_and_fifteen_is_old() -> None:
    found = line(event("2024-05-30"), event("2024-05-31"), event("2024-06-14"))
    assert [mark.zone for mark in found.marks] == ["background", "recent", "recent"]


def test_of_many_old_events_the_oldest_the_best_carried_and_the_newest_stay() -> None:
    found = line(
        event("1990"), event("1995"), event("2000", by=3), event("2010"), event("2020"), event("2024-06-14")
    )  # fmt: skip
    assert shown(found) == ["1990", "2000", "2020", "Fri 14 June"]
    assert found.left_out == 2


def test_where_nothing_is_recent_the_whole_line_is_background() -> None:
    found = line(event("1990"), event("2000"))
    assert found.shaded == "100%"
    assert [mark.left for mark in found.marks] == ["2%", "84.6%"]


def test_a_month_that_reaches_into_the_last_two_weeks_has_no_place() -> None:
    found = line(event("2024-05"), event("2024-06"), event("2024-06-10"), event("2024-06-14"))
    assert shown(found) == ["Mon 10 June", "Fri 14 June"]


def test_expected_events_stand_on_the_dashed_stretch() -> None:
    found = line(event("2024-06-10"), event("2024-06-14"), event(None, status=Status.EXPECTED))
    assert found.marks[-1].zone == "ahead"
    assert found.marks[-1].state == "expected"
    assert found.marks[-1].date == "Not yet dated"
    assert found.dashed_from != "100%"


def test_a_date_after_the_cut_off_stands_ahead_with_its_day() -> None:
    found = line(event("2024-06-10"), event("2024-06-14"), event("2024-06-20", status=Status.EXPECTED))
    assert shown(found)[-1] == "Thu 20 June"
    assert found.marks[-1].zone == "ahead"


def test_two_expected_on_one_day_share_a_place_above_and_below_the_line() -> None:
    later = event("2024-06-20", status=Status.EXPECTED)
    found = line(event("2024-06-10"), event("2024-06-14"), later, later)
    one, other = found.marks[-2:]
    assert (one.left, one.date) == (other.left, other.date) == ("88.5%", "Thu 20 June")
    assert {one.side, other.side} == {"up", "down"}
    assert [mark.now for mark in found.marks] == [False, True, False, False]


def test_two_expected_on_two_days_have_a_place_each() -> None:
    soon, late = (event(day, status=Status.EXPECTED) for day in ("2024-06-20", "2024-06-21"))
    found = line(event("2024-06-10"), event("2024-06-14"), soon, late)
    assert [mark.left for mark in found.marks[-2:]] == ["76.6%", "88.5%"]


def test_days_without_an_event_have_a_tick() -> None:
    assert len(line(event("2024-06-11"), event("2024-06-14")).ticks) == 2


def test_full_dots_mark_what_two_origins_carry() -> None:
    found = line(event("2024-06-13", by=2), event("2024-06-14", by=1))
    assert [mark.state for mark in found.marks] == ["several", "one"]


def test_of_events_on_one_day_the_best_carried_is_kept() -> None:
    many = [event("2024-06-12") for _ in range(6)]
    found = line(*many, event("2024-06-12", by=4), event("2024-06-14"))
    assert "several" in [mark.state for mark in found.marks]


days = st.builds(lambda back: (CUTOFF - timedelta(days=back)).isoformat(), st.integers(-10, 40))
values = st.one_of(days, st.none(), st.sampled_from(["2023-10", "2024-06", "1993", "198"]))
events = st.lists(
    st.builds(event, values, by=st.integers(0, 5), status=st.sampled_from(list(Status))), max_size=25
).map(lambda found: sorted(found, key=lambda one: one.when.value or "9"))  # fmt: skip


@given(events)
def test_labels_never_overlap_and_never_leave_the_line(found: list[Event]) -> None:
    made = sequence(found, CUTOFF, DATES)
    if made is None:
        return
    assert len(made.marks) <= MOST
    ends = {"up": -1.0, "down": -1.0}
    for mark in made.marks:
        left = float(mark.left[:-1])
        assert left >= ends[mark.side]
        ends[mark.side] = left + (11.5 if mark.zone == "ahead" else 14.9)
        assert ends[mark.side] <= 100.1
