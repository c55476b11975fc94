"""Where the sources differ: points that independent origins tell differently, side by side and not resolved."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.compose.origins import Origins
from briefing.compose.statements import Statement
from briefing.model import Difference


def differences(found: Sequence[Statement], origins: Origins) -> tuple[Difference, ...]:
    """The differences between independent origins, in the order of the rules, then of the text."""
    return ()
