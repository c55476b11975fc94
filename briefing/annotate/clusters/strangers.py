"""Full names that agree by their parts and are two people, as their order, a relative's noun or a sentence tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import combinations, pairwise

from spacy.tokens import Span

from briefing.annotate.clusters.person_drafts import PersonDraft, kin_words, title_before
from briefing.annotate.names.evidence import gender_of_given_name
from briefing.annotate.names.person_names import PersonName, agreement, is_given_name

Parts = tuple[str, ...]
Strangers = Mapping[Parts, Set[Parts]]


def strangers(named: Sequence[tuple[Span, PersonName]]) -> Strangers:
    """The full names that the text gives to somebody else than a full name like it, both ways.

    ``named`` are all names of people in text order.
    """
    full = [(span, name) for span, name in named if name.full]
    found: dict[Parts, set[Parts]] = {}
    pairs = [*_relatives(named), *_heads([name for _, name in full]), *_in_one_sentence(full)]
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def _relatives(named: Sequence[tuple[Span, PersonName]]) -> list[tuple[Parts, Parts]]:
    """Who is brought in as a relative is not the one named last before: "Jon Aal left. His son Johnny Aal stayed"."""
    return [
        (before.parts, name.parts)
        for (_, before), (span, name) in pairwise(named)
        if name.full and before.full and before.parts != name.parts and not title_before(span).isdisjoint(kin_words())
    ]


def _heads(names: Sequence[PersonName]) -> list[tuple[Parts, Parts]]:
    """A name that opens one of four words, where that one's bearer is called by the other two ("Aal Bek Suu Dun")."""
    known = {name.parts for name in names}
    return [
        (parts, parts[:2])
        for parts in sorted(known)
        if len(parts) == 4 and {parts[:2], parts[2:]} <= known and not all(map(is_given_name, parts[:2]))
    ]


def _in_one_sentence(full: Sequence[tuple[Span, PersonName]]) -> list[tuple[Parts, Parts]]:
    """Nobody is called by a given name and its short form in one sentence: "Jon Aal thanked Johnny Aal"."""
    by_name: dict[PersonName, list[Span]] = {}
    for span, name in full:
        by_name.setdefault(name, []).append(span)
    short = [
        (one, other)
        for one, other in combinations(by_name, 2)
        if one.family == other.family and _is_short_form(one, other)
    ]
    return [
        (one.parts, other.parts)
        for one, other in short
        if not {span.sent.start for span in by_name[one]}.isdisjoint(span.sent.start for span in by_name[other])
    ]


def _is_short_form(one: PersonName, other: PersonName) -> bool:
    """Whether two given names are one and its short form, and not its initial."""
    if not one.given or not other.given or min(len(one.given[0]), len(other.given[0])) == 1:
        return False
    return agreement(one, other) == "same surname, given names agree"


def _drops_given(full: PersonName, name: PersonName) -> bool:
    """Whether a name ends a longer one; told before that, it is somebody else's ("Bo Aal", then "Ann Bo Aal")."""
    return not full.family_first and len(full.parts) > len(name.parts) and full.parts[-len(name.parts) :] == name.parts


def is_other(person: PersonDraft, span: Span, name: PersonName) -> bool:
    """Whether a name is somebody else's because of which of the two was told first."""
    told_before = span.start < person.full_from
    if name.suffix != person.fullest.suffix and told_before == (not name.suffix) and _may_be_numbered(name):
        return True
    return told_before and (_drops_given(person.fullest, name) or _comes_as_kin(person, name))


def _may_be_numbered(name: PersonName) -> bool:
    """Whether a number behind the name tells one from his father ("Bo Aal", then "Bo Aal III"), as none of a king's."""
    return len(name.parts) > 1 and gender_of_given_name(name.family.capitalize()) is None


def _comes_as_kin(person: PersonDraft, name: PersonName) -> bool:
    """Whether the longer name brings in another one's relative ("Bo Aal", then "his son Bo Aal Dun")."""
    return name.parts != person.fullest.parts and not person.titles.isdisjoint(kin_words())


def is_half(fullest: PersonName, name: PersonName, other: PersonName) -> bool:
    """Whether two names are both part of the same longer one: "Ann Aal" and "Ann Bek" of "Ann Aal Bek"."""
    if fullest.family_first or len(fullest.parts) != 3:
        return False
    first, *surnames = fullest.parts
    return {name.parts, other.parts} == {(first, surname) for surname in surnames}


def is_both_surnames(full: PersonName, name: PersonName) -> bool:
    """Whether two words are the two surnames of a Spanish name ("Beltrán Ocampo" of "Rodrigo Beltrán Ocampo")."""
    return len(full.parts) == 3 and not full.family_first and full.parts[1:] == name.parts
