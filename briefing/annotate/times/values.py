"""Type and value of every kind of time expression: one reader for each pattern of the grammar."""

from __future__ import annotations

from collections.abc import Callable

from briefing.annotate.times import amounts, dates, periods, relative
from briefing.annotate.times.grammar import Found
from briefing.annotate.times.setting import Reading, Setting

Reader = Callable[[Found, Setting, str], Reading | None]

READERS: dict[str, Reader] = {
    "iso": dates.read_full,
    "numeric": dates.read_numeric,
    "numeric-year-first": dates.read_year_first,
    "day-month-dashed": dates.read_day,
    "day-of-month": dates.read_day_of_month,
    "year-short": periods.read_year_short,
    "day-month": dates.read_day,
    "month-day": dates.read_day,
    "month-ordinal": dates.read_day,
    "day-before-range": dates.read_day,
    "month-year": dates.read_month,
    "month-year-range": dates.read_month_range,
    "month-quarter": periods.read_month_quarter,
    "month-open-range": dates.read_month,
    "relative-month": dates.read_relative_month,
    "month-of-year": dates.read_month_of_year,
    "month": dates.read_month,
    "weekday-set": amounts.read_set_weekday,
    "weekday": dates.read_weekday,
    "weekday-week": dates.read_weekday_week,
    "weekday-short": dates.read_weekday,
    "today": relative.read_today,
    "this-daypart": relative.read_this_daypart,
    "daypart-of": relative.read_daypart_of,
    "overnight": relative.read_overnight,
    "relative-unit": relative.read_relative_unit,
    "the-unit": relative.read_the_unit,
    "year-ended": amounts.read_year_ended,
    "week-of": relative.read_week_of,
    "the-bare-unit": relative.read_the_unit,
    "year-end": relative.read_year_end,
    "ago": relative.read_ago,
    "unit-before": relative.read_unit_before,
    "time-ahead": relative.read_ago,
    "year-ago": relative.read_year_ago,
    "ago-vague": relative.read_ago_vague,
    "coming-vague": relative.read_coming,
    "duration": amounts.read_duration,
    "duration-some": amounts.read_duration,
    "duration-one": amounts.read_one,
    "duration-long": amounts.read_long,
    "quarter-century": amounts.read_quarter_century,
    "decade-past": amounts.read_one,
    "duration-bare": amounts.read_bare,
    "quarter": periods.read_quarter,
    "quarter-code": periods.read_quarter,
    "that-quarter": periods.read_that_quarter,
    "fiscal-year": periods.read_fiscal_year,
    "season": periods.read_season,
    "season-year": periods.read_season,
    "season-bare": periods.read_season,
    "decade": periods.read_decade,
    "century": periods.read_century,
    "set-each": amounts.read_set_each,
    "set-each-month": amounts.read_set_month,
    "clock": amounts.read_clock,
    "clock-24": amounts.read_clock,
    "clock-plain": amounts.read_clock,
    "oclock": amounts.read_oclock,
    "year-range": dates.read_year,
    "year-range-start": dates.read_year,
    "year-range-end": dates.read_year,
    "year-era": dates.read_era,
    "year": dates.read_year,
    "year-words": dates.read_year_words,
    "holiday": periods.read_holiday,
    "vague": relative.read_vague,
    "same-day": relative.read_same_day,
}
WITH_TEXT = {"set": amounts.read_set, "noon": amounts.read_noon}


def read(found: Found, text: str, setting: Setting, outlook: str) -> Reading | None:
    """The reading of one expression, or None where it is no time after all ("30 February", "the 53-year-old")."""
    if found.name in WITH_TEXT:
        return WITH_TEXT[found.name](found, setting, outlook, text)
    return READERS[found.name](found, setting, outlook)
