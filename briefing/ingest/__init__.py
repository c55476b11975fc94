"""ingest: bytes, files and folders become articles; every line left out keeps the rule that dropped it."""

from briefing.ingest.harvest import Harvest, iter_sources, read_sources
from briefing.ingest.limits import Limits

__all__ = ["Harvest", "Limits", "iter_sources", "read_sources"]
