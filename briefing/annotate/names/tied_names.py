"""Parts of people's names that a hyphen or a particle ties together: "Aal" + "-Bek Dun", "Aal" + "do" + "Bek"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from briefing.annotate import countries, lexicon

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


def are_parted(doc: Doc, left: Candidate, right: Candidate, people: Set[tuple[str, str]]) -> bool:
    """Whether two neighbours begin and end the name of somebody whom the text has without the words between."""
    return right.start == left.end and (doc[left.start].text, doc[right.end - 1].text) in people


def goes_on_behind_hyphen(doc: Doc, end: int) -> bool:
    """Whether a hyphen ties the rest of a given name to the name: "Moon Jae" + "-in"."""
    if end + 1 >= len(doc) or doc[end].tag_ != "HYPH" or doc[end - 1].whitespace_ or doc[end].whitespace_:
        return False
    return doc[end + 1].is_lower and len(doc[end + 1]) <= 5 and len(doc[end - 1]) <= 6


def from_east_asian_pattern(doc: Doc, texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Names such as "Park Geun-hye": a family name, then a hyphened given name whose second half is in lower case."""
    families = lexicon.words("family_first.txt")
    for index in [index for index, text in enumerate(texts[:-3]) if text in families and texts[index + 2] == "-"]:
        given, hyphen, rest = doc[index + 1 : index + 4]
        tied = not given.whitespace_ and not hyphen.whitespace_
        if tied and given.is_title and rest.is_lower and rest.is_alpha and len(rest) <= 6:
            yield index, index + 4
