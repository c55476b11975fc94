"""The component ``briefing_roles``: who is what of which body."""
