"""ingest: bytes, files and folders become articles; every line left out keeps the rule that dropped it."""
