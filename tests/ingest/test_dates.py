"""Publication times: the words on the left are the value on the right, or are refused."""

from __future__ import annotations

import pytest

from briefing.ingest.dates import find_dates, read_date

READ = {
    "Friday 14 June 2024 07:43 EDT": "2024-06-14T07:43:00-04:00",
    "June 14, 2024 at 7:43 a.m. ET": "2024-06-14T07:43:00-04:00",
    "January 14, 2024 at 7:43 p.m. ET": "2024-01-14T19:43:00-05:00",
    "2024-06-14T07:43:00Z": "2024-06-14T07:43:00+00:00",
    "2024-06-14 07:43:00+0530": "2024-06-14T07:43:00+05:30",
    "2024/06/14 07:43": "2024-06-14T07:43:00",
    "14 Jun 2024, 9:05 PM IST": "2024-06-14T21:05:00+05:30",
    "Fri, 14 Jun 2024 07:43:00 -0400": "2024-06-14T07:43:00-04:00",
    "07:43 EDT, 14 June 2024": "2024-06-14T07:43:00-04:00",
    "07:43, Friday, 14 June 2024 (SAST)": "2024-06-14T07:43:00+02:00",
    "3:03 pm on 20 February 2025 NZDT": "2025-02-20T15:03:00+13:00",
    "Feb.11.2025 7:02PM": "2025-02-11T19:02:00",
    "Published on Dec. 17, 2024 | 2024-12-17T14:52:00+07:00": "2024-12-17T14:52:00+07:00",
    "Published Dec. 16, 2024 | 2024-12-17T14:52:00+07:00": "2024-12-16",
    "10:30 p.m. GMT+7, June 14 2024": "2024-06-14T22:30:00+07:00",
    "June 14, 2024 4:10 PM GMT+2Updated ago": "2024-06-14T16:10:00+02:00",
    "Posted Fri 14 Jun 2024 at 2:05pmFriday 14 Jun 2024 at 2:05pm": "2024-06-14T14:05:00",
    "June 14th, 2024 | 12:05 am": "2024-06-14T00:05:00",
    "14/06/2024": "2024-06-14",
    "06/14/2024": "2024-06-14",
    "05/05/2024": "2024-05-05",
    "Fri 06/07/2024": "2024-06-07",
    "14.06.2024": "2024-06-14",
    "14. Juni 2024, 07:43 Uhr": "2024-06-14T07:43:00",
    "14 juin 2024 à 18h30": "2024-06-14T18:30:00",
    "14 de junio de 2024": "2024-06-14",
    "14 giugno 2024": "2024-06-14",
    "2024年6月14日": "2024-06-14",
    "Published: Jun 13, 2024 Updated: Jun 14, 2024": "2024-06-13",
    "Updated Jun 14, 2024, first published Jun 13, 2024": "2024-06-13",
    "On 14 June 2024 3 soldiers": "2024-06-14",
}
REFUSED = {
    "Thursday 14 June 2024": "bad-date",
    "31 February 2024": "bad-date",
    "06/07/2024": None,
}
NONE = ("June 2024", "20240614", "14 June", "Monday", "chapter 12.13.2024.1", "call 555-12-2024")


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_a_date_is_read_with_what_it_states(text: str, value: str) -> None:
    stamp = read_date(text)
    assert stamp is not None
    assert stamp.value == value


@pytest.mark.parametrize(("text", "warning"), REFUSED.items())
def test_a_date_that_contradicts_itself_or_is_open_has_no_value(text: str, warning: str | None) -> None:
    stamp = read_date(text)
    assert stamp is not None
    assert (stamp.value, stamp.warning) == (None, warning)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert find_dates(text) == ()
