"""One type for every name of a document: the votes of all its mentions, counted together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from briefing.annotate import countries, lexicon
from briefing.annotate.names import namesakes, signs, things, works
from briefing.annotate.names.borders import honorifics
from briefing.annotate.names.candidates import KINDS, Candidate
from briefing.annotate.names.evidence import (
    ORGANISATION,
    PERSON,
    PLACE,
    gender_of_given_name,
    is_organisation_name,
    own_votes,
    stands_as_place,
    stands_in_address,
)
from briefing.annotate.names.neighbours import PLACE_PREPOSITIONS, neighbour_votes
from briefing.annotate.names.sharing import Votes, is_free, share_votes, winner

_LOCATED = ("GPE", "LOC", "NAME", "CAPITAL", "REGION")
NAMES = (PERSON, ORGANISATION, PLACE)


def types_of(doc: Doc, found: Sequence[Candidate], *, in_sport: bool) -> dict[Candidate, str]:
    """The type of every candidate; one that is no name of a person, body or place is left out.

    ``in_sport``: the document reports games, so that a town may be its team.
    """
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    keys = {one: lexicon.fold(doc[one.start : one.end].text) for one in found if one.label != "SHIP"}
    for one, key in keys.items():
        for kind, weight in (
            *own_votes(doc, one),
            *neighbour_votes(doc, one.start, one.end, located=one.label in _LOCATED),
        ):
            votes[key][kind] += weight
    share_votes(votes, {key: doc[one.start : one.end].text for one, key in keys.items()})
    types = {one: kind for one, key in keys.items() if (kind := winner(votes[key])) in NAMES}
    types = {one: _in_its_place(doc, one, kind, votes[keys[one]]) for one, kind in types.items()}
    types = {one: kind for one, kind in types.items() if not _is_no_actor(doc, one, kind)}
    types = namesakes.with_namesakes_of_states(doc, types)
    types = namesakes.told_apart(doc, namesakes.with_regions_of_firms(doc, types))
    return _with_teams(doc, types) if in_sport else namesakes.with_opponents(doc, types)


def _is_no_actor(doc: Doc, one: Candidate, kind: str) -> bool:
    """Whether a name is here a work's or, if somebody's elsewhere, another thing's, or is no name at all."""
    if works.is_work(doc, one.start, one.end, one.label) or _is_common_word(doc, one):
        return True
    if kind != PERSON:
        return False
    return things.is_thing(doc, one.start, one.end) or things.is_trade(doc, one.start, one.end)


def _is_common_word(doc: Doc, one: Candidate) -> bool:
    """Whether a word has its capital from the start of the sentence alone: "Curry houses" where "curry" is eaten."""
    token = doc[one.start]
    if one.end - one.start > 1 or not token.is_sent_start or not token.is_title or one.label not in KINDS:
        return False
    if token.lower not in {other.orth for other in doc} or not is_free(token.text):
        return False
    return all(other.is_sent_start for other in doc if other.orth == token.orth)


def _in_its_place(doc: Doc, one: Candidate, kind: str, tally: Votes) -> str:
    """The type of one mention of a name that people and places or bodies share: "Mr Jordan" in "Jordan"."""
    text = doc[one.start : one.end].text
    single = one.end - one.start == 1
    if single and text in lexicon.word_set("ends-of-states") and _is_the(doc, one, family=False):
        return PLACE
    if single and ((kind == PERSON and _is_the(doc, one)) or (kind == PLACE and _is_plural(doc, one))):
        return ORGANISATION
    if not single and kind != PERSON and _is_told_as_somebody(doc, one):
        return PERSON
    if tally[PERSON] <= 0:
        return kind
    if is_free(text):
        return PLACE if kind == PERSON and _is_located(doc, one) else kind
    if kind != PERSON and one.start and doc[one.start - 1].text in honorifics():
        return PERSON
    if kind == PERSON and stands_as_place(doc, one) and countries.country_name(text) is not None:
        return PLACE
    return kind


def _is_told_as_somebody(doc: Doc, one: Candidate) -> bool:
    """Whether a name that a firm has too is somebody's here: "Ann Aal died" beside the "Ann Aal Company"."""
    words = [token.text for token in doc[one.start : one.end]]
    given = gender_of_given_name(words[0]) is not None and not is_organisation_name(words)
    return given and signs.is_somebody(doc, one)


def _is_located(doc: Doc, one: Candidate) -> bool:
    """Whether the recogniser takes one mention for a town, and the words beside it do: "in Aal", "to Aal, Bekland."."""
    if one.label != "GPE" or not one.start or one.end >= len(doc) or doc[one.end].tag_ == "POS":
        return False
    closed = one.end + 2 < len(doc) and doc[one.end + 2].is_punct
    in_state = doc[one.end].text == "," and closed and stands_as_place(doc, one)
    return in_state or doc[one.start - 1].lower_ in PLACE_PREPOSITIONS


def _is_plural(doc: Doc, one: Candidate) -> bool:
    """Whether a town has its verb in the plural, as teams have ("Aalstadt are fifth"), and is no state."""
    entry = countries.country_name(doc[one.start].text)
    is_state = (entry is not None and entry.form != "capital") or stands_in_address(doc, one.start)
    return not is_state and signs.is_collective(doc[one.start])


def _is_the(doc: Doc, one: Candidate, *, family: bool = True) -> bool:
    """Whether "the" stands before a surname and nothing behind it goes with it: "the Aal", a house or a firm.

    "The Aals" are a family, where there may be one.
    """
    if not one.start or doc[one.start - 1].lower_ != "the" or one.end >= len(doc):
        return False
    if family and doc[one.start].text[-1] == "s":
        return False
    return doc[one.end].pos_ in ("VERB", "AUX", "ADP", "PUNCT") and doc[one.end].tag_ not in ("VBN", "VBG", "HYPH")


def _with_teams(doc: Doc, types: Mapping[Candidate, str]) -> dict[Candidate, str]:
    """In a report of games a town that is not where something is, is its team."""
    return {
        one: ORGANISATION if kind == PLACE and _may_be_team(doc, one) and not stands_as_place(doc, one) else kind
        for one, kind in types.items()
    }


def _may_be_team(doc: Doc, one: Candidate) -> bool:
    entry = countries.country_name(doc[one.start : one.end].text)
    return entry is None or entry.form == "capital"
