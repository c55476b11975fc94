"""archive: the one room that knows SQL."""
