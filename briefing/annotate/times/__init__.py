"""The component ``briefing_timexes``: TIMEX3 expressions with their values, and the day they are counted from."""
