"""The component ``briefing_names``: names of people, bodies and places, typed by the whole document."""
