"""Datelines: the place, day and agency that stand before an agency's first sentence."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"""
    ^(?P<place>[A-Z][A-Z.'’-]{2,30}(?:[ /,]{1,3}[A-Z][A-Z.'’-]{1,30}){0,4})    # WASHINGTON or ZELENGRAD/STANBERG
    (?:,\s[A-Z][A-Za-z. ]{2,30}?)??                                            # , Montalia
    (?:,?\s*[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s*\d{4})?)?                       # , June 14
    (?:\s*\((?P<agency>[A-Z][\w .&/-]{1,40})\))?                              # (Reuters)
    \s*(?:[-–—]{1,2}|:)\s+
    """,
    re.VERBOSE,
)
"""A dateline at the start of a body; ``agency`` is None where it names none."""
