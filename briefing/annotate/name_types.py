"""One type for every name of a document: the votes of all its mentions, counted together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from briefing.annotate import countries, lexicon
from briefing.annotate.name_borders import honorifics
from briefing.annotate.name_candidates import Candidate, is_known_body
from briefing.annotate.name_evidence import (
    ORGANISATION,
    PERSON,
    PLACE,
    is_about_sport,
    own_votes,
    stands_as_place,
)
from briefing.annotate.name_neighbours import neighbour_votes
from briefing.annotate.organisation_names import is_company
from briefing.annotate.person_names import parse

_LOCATED = ("GPE", "LOC", "NAME", "CAPITAL")
NAMES = (PERSON, ORGANISATION, PLACE)
Votes = dict[str, float]


def types_of(doc: Doc, found: Sequence[Candidate]) -> dict[Candidate, str]:
    """The type of every candidate; one that is no name of a person, body or place is left out."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    keys = {one: lexicon.fold(doc[one.start : one.end].text) for one in found}
    for one, key in keys.items():
        for kind, weight in (
            *own_votes(doc, one),
            *neighbour_votes(doc, one.start, one.end, located=one.label in _LOCATED),
        ):
            votes[key][kind] += weight
    _let_parts_vote(votes, {key: doc[one.start : one.end].text for one, key in keys.items()})
    _let_companies_vote(votes, {key: doc[one.start : one.end].text for one, key in keys.items()})
    types = {one: kind for one, key in keys.items() if (kind := _winner(votes[key])) in NAMES}
    types = {one: _in_its_place(doc, one, kind, votes[keys[one]]) for one, kind in types.items()}
    return _with_teams(doc, types) if is_about_sport(doc) else types


def _winner(tally: Votes) -> str:
    return max(sorted(tally), key=lambda kind: tally[kind], default="")


def _let_parts_vote(votes: Mapping[str, Votes], written: Mapping[str, str]) -> None:
    """A surname is typed by the full names it ends, a full name by its surname: "Ann Aal" and "Aal" are of one type.

    A word that is a state, a town or a known body of its own ("Jordan", "Chelsea") only gets a vote more.
    """
    fuller: dict[str, list[str]] = defaultdict(list)
    parts = {key: parse(text).parts for key, text in written.items()}
    bare = {words[0]: key for key, words in parts.items() if len(words) == 1}
    for key, words in parts.items():
        if 1 < len(words) <= 4 and words[-1] in bare:
            fuller[bare[words[-1]]].append(key)
    _let_given_names_vote(votes, written, parts)
    for word, keys in fuller.items():
        people = [key for key in keys if _winner(votes[key]) == PERSON]
        tally = votes[word]
        if people and _is_free(written[word]):
            tally[PERSON] = max(tally.values()) + 1.0
        elif people:
            tally[PERSON] += sum(2.0 + 0.5 * votes[key][PERSON] for key in people)
        elif tally[PERSON] > max(tally[ORGANISATION], tally[PLACE]):
            for key in keys:
                votes[key][PERSON] += 1.5


def _let_given_names_vote(
    votes: Mapping[str, Votes], written: Mapping[str, str], parts: Mapping[str, tuple[str, ...]]
) -> None:
    """A word that is nothing yet and opens somebody's full name is that person's: "Aatish" of "Aatish Aal"."""
    for key, words in parts.items():
        bare = votes.get(words[0])
        if (
            len(words) > 1
            and bare is not None
            and bare[PERSON] >= 3.0
            and _winner(bare) == PERSON
            and _is_free(written[key])
        ):
            votes[key][PERSON] += 1.0
    people = [words for key, words in parts.items() if len(words) > 1 and _winner(votes[key]) == PERSON]
    surnames = {words[-1] for words in people}
    for word in sorted({words[0] for words in people} - surnames):
        if word in votes and votes[word]["other"] > 0 and _is_free(written[word]):
            votes[word][PERSON] += 1.0 + 0.9 * votes[word]["other"]


def _in_its_place(doc: Doc, one: Candidate, kind: str, tally: Votes) -> str:
    """The type of one mention of a name that people and places or bodies share: "Mr Jordan" in "Jordan"."""
    text = doc[one.start : one.end].text
    if tally[PERSON] <= 0 or _is_free(text):
        return kind
    if kind != PERSON and one.start and doc[one.start - 1].text in honorifics():
        return PERSON
    if kind == PERSON and stands_as_place(doc, one) and countries.country_name(text) is not None:
        return PLACE
    return kind


def _let_companies_vote(votes: Mapping[str, Votes], written: Mapping[str, str]) -> None:
    """A bare name that opens a company's full name, and ends nobody's, is the company's ("Aal", "Aal Marine Inc.")."""
    parts = {key: written[key].split() for key in votes}
    people = {words[-1] for key, words in parts.items() if len(words) > 1 and _winner(votes[key]) == PERSON}
    for key, words in parts.items():
        if len(words) > 1 and _winner(votes[key]) == ORGANISATION and is_company(written[key]):
            for word in dict.fromkeys((words[0], words[-2])):
                tally = votes.get(lexicon.fold(word))
                if tally and word not in people and _is_free(word) and tally[PERSON] + tally[PLACE] < 20:
                    tally[ORGANISATION] += 2.0 + 0.8 * max(tally[PERSON], tally[PLACE])


def _is_free(word: str) -> bool:
    return countries.country_name(word) is None and not is_known_body(word)


def _with_teams(doc: Doc, types: Mapping[Candidate, str]) -> dict[Candidate, str]:
    """In a report of games a town that is not where something is, is its team."""
    return {
        one: ORGANISATION if kind == PLACE and _may_be_team(doc, one) and not stands_as_place(doc, one) else kind
        for one, kind in types.items()
    }


def _may_be_team(doc: Doc, one: Candidate) -> bool:
    entry = countries.country_name(doc[one.start : one.end].text)
    return entry is None or entry.form == "capital"
