"""compose: annotated documents become one brief."""

from __future__ import annotations

from briefing.compose.brief import Masthead, compose_brief
from briefing.compose.stories.grouping import group_stories

__all__ = ["Masthead", "compose_brief", "group_stories"]
