"""Parts of people's names that a hyphen or a particle ties together: "Aal" + "-Bek Dun", "Aal" + "do" + "Bek"."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from briefing.annotate import countries

if TYPE_CHECKING:
    from briefing.annotate.names.candidates import Candidate

_LONGEST_TIED = 4
"""Words behind the hyphen: the other half of the given name, a middle name, two surnames."""
_TYING = frozenset(("da", "das", "de", "del", "di", "do", "dos", "van", "von", "bin", "ibn", "bint"))
"""Particles inside names that are no words of English news."""


def as_hyphened_name(doc: Doc, one: Candidate, known: Set[str]) -> Candidate:
    """A single word that a hyphen ties to the rest of a name with a known surname: "Aal" + "-Bek Dun"."""
    if one.end - one.start > 1 or one.end + 2 >= len(doc) or doc[one.end].text != "-" or doc[one.end].whitespace_:
        return one
    head = doc[one.start]
    while head.dep_ == "compound" and head.head.i > head.i:
        head = head.head
    named = head.i > one.end + 1 and head.text in known and head.i - one.end <= _LONGEST_TIED
    parts = doc[one.end + 1 : head.i + 1] if named else ()
    whole = named and all(part.tag_ == "NNP" and part.is_title for part in parts)
    return one._replace(end=head.i + 1, label="PERSON") if whole else one


def are_tied(doc: Doc, left: Candidate, right: Candidate) -> bool:
    """Whether a hyphen or a particle ties a word to somebody's longer name ("Aal-Bek Dun"), or two parts of one.

    "The Aal-Bek talks" are of two.
    """
    if right.start != left.end + 1 or right.label != "PERSON":
        return False
    between = doc[left.end]
    if between.text == "-" and not between.whitespace_ and not doc[left.end - 1].whitespace_:
        return (
            left.end - left.start == 1 < right.end - right.start
            and countries.country_name(doc[left.start].text) is None
        )
    return left.label == "PERSON" and between.text in _TYING


def goes_on_behind_hyphen(doc: Doc, end: int) -> bool:
    """Whether a hyphen ties the rest of a given name to the name: "Moon Jae" + "-in"."""
    if end + 1 >= len(doc) or doc[end].tag_ != "HYPH" or doc[end - 1].whitespace_ or doc[end].whitespace_:
        return False
    return doc[end + 1].is_lower and len(doc[end + 1]) <= 5 and len(doc[end - 1]) <= 6
