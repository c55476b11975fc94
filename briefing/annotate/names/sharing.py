"""Names of one document that share words and so tell each other's type: "Ann Aal" and "Aal", "Bek" and "Bek Inc."."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from briefing.annotate import countries, lexicon
from briefing.annotate.names import person_names
from briefing.annotate.names.candidates import is_known_body
from briefing.annotate.names.evidence import ORGANISATION, PERSON, PLACE, gender_of_given_name, opens_as_club
from briefing.annotate.names.organisation_names import is_company
from briefing.annotate.names.person_names import may_have_two_surnames, parse
from briefing.annotate.names.romanisations import one_slip

Votes = dict[str, float]
_Parts = Mapping[str, tuple[str, ...]]


def share_votes(votes: Mapping[str, Votes], written: Mapping[str, str]) -> None:
    """Add to the votes of every name, by its folded form, what the other names say; ``written`` has them as printed."""
    parts = {key: parse(text).parts for key, text in written.items()}
    _let_given_names_vote(votes, written, parts)
    _let_surnames_vote(votes, written, parts)
    _let_spellings_vote(votes, parts)
    _let_initials_vote(votes, written, parts)
    _let_monograms_vote(votes, written, parts)
    _let_bodies_vote(votes, written)
    _let_parents_vote(votes, written)
    _let_owners_vote(votes, written)
    _let_clubs_vote(votes, written)


def winner(tally: Votes) -> str:
    """The type with most votes; of equal ones the first in the alphabet."""
    return max(sorted(tally), key=lambda kind: tally[kind], default="")


def is_free(word: str) -> bool:
    """Whether the word is no state, capital, known body or club of its own."""
    is_body = is_known_body(word) or word in lexicon.words("club_words.txt")
    return countries.country_name(word) is None and not is_body


def _let_given_names_vote(votes: Mapping[str, Votes], written: Mapping[str, str], parts: _Parts) -> None:
    """A word that opens somebody's full name is that person's, unless it is a state, a town or a known body.

    Only the recogniser's word for it is against it, one vote for each mention, and where that is for a
    place, something must be for a person.
    """
    for key, words in parts.items():
        bare = votes.get(words[0]) if len(words) > 1 and is_free(written[key]) else None
        if bare is not None and bare[PERSON] >= 3.0 and winner(bare) == PERSON:
            votes[key][PERSON] += 1.0
    people = [words for key, words in parts.items() if len(words) > 1 and winner(votes[key]) == PERSON]
    surnames = {words[-1] for words in people}
    for word in sorted({words[0] for words in people} - surnames):
        tally = votes.get(word)
        if tally is not None and (tally[PLACE] <= 0 or tally[PERSON] > 0) and is_free(written[word]):
            tally[PERSON] += 1.0 + 0.9 * max(tally["other"], tally[ORGANISATION], 0.0)


def _let_surnames_vote(votes: Mapping[str, Votes], written: Mapping[str, str], parts: _Parts) -> None:
    """A surname is typed by the full names it ends, a full name by its surname: "Ann Aal" and "Aal" are of one type.

    A word that is a state, a town or a known body of its own ("Jordan", "Chelsea") only gets a vote more.
    """
    for word, keys in _full_names(parts).items():
        people = [key for key in keys if winner(votes[key]) == PERSON]
        tally = votes[word]
        if people and is_free(written[word]):
            tally[PERSON] = max(tally.values()) + 1.0
        elif people:
            tally[PERSON] += sum(2.0 + 0.5 * votes[key][PERSON] for key in people)
        elif tally[PERSON] > max(tally[ORGANISATION], tally[PLACE]):
            for key in keys:
                votes[key][PERSON] += 1.5


def _full_names(parts: _Parts) -> dict[str, list[str]]:
    """Names of one part to the longer names they end, or are the first of two surnames of."""
    bare: dict[str, list[str]] = defaultdict(list)
    for key, words in parts.items():
        if len(words) == 1:
            bare[words[0]].append(key)
    fuller: dict[str, list[str]] = defaultdict(list)
    for key, words in parts.items():
        for short in bare.get(words[-1], ()) if 1 < len(words) <= 4 else ():
            fuller[short].append(key)
        for short in bare.get(words[-2], ()) if may_have_two_surnames(words) else ():
            fuller[short].append(key)
    return fuller


def _let_spellings_vote(votes: Mapping[str, Votes], parts: _Parts) -> None:
    """Another spelling of somebody's surname is that person's too: "Aalenskiy" beside "Bo Aalensky"."""
    surnames = {words[-1] for key, words in parts.items() if len(words) > 1 and winner(votes[key]) == PERSON}
    for key, words in parts.items():
        if len(words) == 1 and any(one_slip(words[0], surname) for surname in surnames):
            votes[key][PERSON] += 1.0 + 0.9 * max(votes[key].values())


def _let_initials_vote(votes: Mapping[str, Votes], written: Mapping[str, str], parts: _Parts) -> None:
    """A full name that agrees with somebody's is his too: "AB de Aal" and "A. B. de Aal"."""
    people = [key for key, words in parts.items() if len(words) > 1 and winner(votes[key]) == PERSON]
    named = {parts[key][-1] for key in people}
    for key, words in parts.items():
        if len(words) < 2 or words[-1] not in named or key in people:
            continue
        others = (parse(written[other]) for other in people if parts[other][-1] == words[-1])
        if any(person_names.agreement(parse(written[key]), other) for other in others):
            votes[key][PERSON] = max(votes[key].values()) + 1.0


def _let_monograms_vote(votes: Mapping[str, Votes], written: Mapping[str, str], parts: _Parts) -> None:
    """Three capitals that a recogniser takes for somebody are one whose initials they may be: "JBA", "Jo Aal"."""
    people = [key for key, words in parts.items() if len(words) > 1 and winner(votes[key]) == PERSON]
    for key in [key for key, text in written.items() if len(text) == 3 and text.isupper() and is_free(text)]:
        told = votes[key][PERSON] > 0
        if told and any(person_names.are_initials(parse(written[other]), written[key]) for other in people):
            votes[key][PERSON] += 1.0 + votes[key][ORGANISATION]


def _let_bodies_vote(votes: Mapping[str, Votes], written: Mapping[str, str]) -> None:
    """A bare name that opens a company's full name, and ends nobody's, is the company's ("Aal", "Aal Marine Inc.").

    So is a club's own word ("Dynamo", "Dynamo Aal") the club's.
    """
    parts = {key: written[key].split() for key in votes}
    people = {words[-1] for key, words in parts.items() if len(words) > 1 and winner(votes[key]) == PERSON}
    for key, words in parts.items():
        if len(words) < 2 or winner(votes[key]) != ORGANISATION:
            continue
        club = votes.get(lexicon.fold(words[0])) if opens_as_club(words) else None
        if club is not None:
            club[ORGANISATION] += 2.0
        for word in _company_heads(words):
            tally = votes.get(lexicon.fold(word))
            if tally and word not in people and is_free(word) and tally[PERSON] + tally[PLACE] < 20:
                tally[ORGANISATION] += 2.0 + 0.8 * max(tally[PERSON], tally[PLACE])


def _let_parents_vote(votes: Mapping[str, Votes], written: Mapping[str, str]) -> None:
    """A body's name with a line of business behind it is its branch, though it seems a product: "Aal", "Aal Cloud"."""
    for key, tally in votes.items():
        parent, _, line = written[key].rpartition(" ")
        known = votes.get(lexicon.fold(parent)) if line.casefold() in lexicon.word_set("businesses") else None
        if known is not None and winner(known) == ORGANISATION and winner(tally) == "other":
            tally[ORGANISATION] += 1.0 + tally["other"]


def _let_owners_vote(votes: Mapping[str, Votes], written: Mapping[str, str]) -> None:
    """A longer name that a body's name opens is a body too, and no place or person ("Aal", "Aal Cruise Line").

    Not where nothing has it for a body ("Aal River", named for a firm), and not behind a given name.
    """
    for key, tally in votes.items():
        first, *rest = written[key].split()
        owner = votes.get(lexicon.fold(first)) if rest else None
        if owner is None or winner(owner) != ORGANISATION or gender_of_given_name(first) is not None:
            continue
        kind = winner(tally)
        if (kind == PLACE and tally[ORGANISATION] > 0) or (kind == PERSON and is_known_body(first)):
            tally[ORGANISATION] += 1.0 + tally[kind]


def _let_clubs_vote(votes: Mapping[str, Votes], written: Mapping[str, str]) -> None:
    """The last word of a club's name is its town ("Dynamo Aal"), the first of a university's the university.

    Neither is a person whom nothing else names.
    """
    words = {key: written[key].split() for key in votes}
    people = {parts[-1] for key, parts in words.items() if len(parts) > 1 and winner(votes[key]) == PERSON}
    for key in [key for key, parts in words.items() if len(parts) == 2 and winner(votes[key]) == ORGANISATION]:
        first, last = words[key]
        learned = last in ("University", "College", "Institute")
        bare = votes.get(lexicon.fold(first if learned else last)) if learned or opens_as_club(words[key]) else None
        if bare is not None and winner(bare) == PERSON and not people & {first, last}:
            bare[ORGANISATION if learned else PLACE] += 1.0 + bare[PERSON]


def _company_heads(words: list[str]) -> list[str]:
    """What a company with a legal form may be called for short: its opening words, or the last before the form."""
    if not is_company(" ".join(words)):
        return []
    return list(dict.fromkeys((*(" ".join(words[:width]) for width in range(1, len(words))), words[-2])))
