"""The component ``briefing_events``: what is reported to have happened or to be coming, and on which day."""
