"""Briefing: a dated situation brief from news articles, every line traceable to a sentence of a source."""

__version__ = "0.1.0"
