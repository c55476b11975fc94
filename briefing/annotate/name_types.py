"""One type for every name of a document: the votes of all its mentions, counted together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from briefing.annotate import countries, lexicon, name_borders
from briefing.annotate.name_candidates import KINDS, Candidate

PERSON, ORGANISATION, PLACE = "person", "organisation", "place"
Votes = dict[str, float]
_SAID = frozenset(
    [
        "say",
        "tell",
        "add",
        "explain",
        "insist",
        "argue",
        "claim",
        "announce",
        "warn",
        "declare",
        "stress",
        "comment",
        "note",
        "reply",
        "admit",
        "deny",
    ]
)


def types_of(doc: Doc, found: Sequence[Candidate]) -> dict[Candidate, str]:
    """The type of every candidate; one that is no name of a person, body or place is left out."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    keys = {one: lexicon.fold(doc[one.start : one.end].text) for one in found}
    surnames = _surnames(doc, found)
    for one, key in keys.items():
        for kind, weight in (*_own_votes(doc, one), *_context_votes(doc, one)):
            votes[key][kind] += weight
    for key, tally in votes.items():
        if key in surnames:
            tally[PERSON] += 2.0 * surnames[key]
    return {one: kind for one, key in keys.items() if (kind := _winner(votes[key])) in (PERSON, ORGANISATION, PLACE)}


def _winner(tally: Votes) -> str:
    return max(sorted(tally), key=lambda kind: tally[kind], default="")


def _own_votes(doc: Doc, one: Candidate) -> Iterator[tuple[str, float]]:
    """What the label and the words of the name itself say."""
    words = [token.text for token in doc[one.start : one.end]]
    if one.label in KINDS:
        yield KINDS[one.label], 1.0
    elif one.label in ("NAME", "CAPITAL"):
        yield PLACE, 4.0 if one.label == "NAME" else 1.5
    elif one.label == "SEAT":
        yield ORGANISATION, 3.0
    elif one.label == "TITLE":
        yield PERSON, 1.5
    elif one.label == "DEMONYM":
        yield "demonym", 3.0
    else:
        yield "other", 1.0
    yield from _table_votes(" ".join(words), one.label)
    if is_organisation_name(words):
        yield ORGANISATION, 2.5
    elif is_place_name(words):
        yield PLACE, 1.5
    if len(words) > 1 and gender_of_given_name(words[0]) is not None:
        yield PERSON, 1.5
    if len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 6:
        yield ORGANISATION, 0.5


def _table_votes(text: str, label: str) -> Iterator[tuple[str, float]]:
    if label in KINDS and (entry := countries.country_name(text)) is not None:
        if entry.form == "name":
            yield PLACE, 4.0
        elif entry.form == "demonym":
            yield "demonym", 3.0


def _context_votes(doc: Doc, one: Candidate) -> Iterator[tuple[str, float]]:
    """What stands before and after the name."""
    before = doc[one.start - 1] if one.start else None
    if before is not None:
        if before.text in name_borders.honorifics():
            yield PERSON, 3.0
        elif name_borders.is_title(before) and before.text[0].isupper():
            yield PERSON, 1.0
        if before.lower_ == "in":
            yield PLACE, 0.5
    head = doc[one.start : one.end].root
    if head.dep_ in ("nsubj",) and head.head.lemma_ in _SAID:
        yield PERSON, 0.5
    if one.end < len(doc) and doc[one.end].lower_ == "who":
        yield PERSON, 1.0


def _surnames(doc: Doc, found: Sequence[Candidate]) -> dict[str, int]:
    """Last words of the full names of people, and how many full names have them."""
    counts: dict[str, int] = defaultdict(int)
    for one in found:
        if one.label == "PERSON" and 1 < one.end - one.start <= 4:
            counts[lexicon.fold(doc[one.end - 1].text)] += 1
    return counts


@cache
def _given_names() -> dict[str, str]:
    return lexicon.column("given_names.tsv", 1)


def gender_of_given_name(word: str) -> str | None:
    """``f``, ``m``, ``-`` (either) or None where the word is no known given name."""
    return _given_names().get(word) or _given_names().get(word.split("-", maxsplit=1)[0])


def is_organisation_name(words: Sequence[str]) -> bool:
    """Whether the head of the name is a word for bodies ("Ministry of Health", "Acme Holdings")."""
    if len(words) < 2:
        return False
    lowered = [word.casefold() for word in words]
    heads = {lowered[-1].rstrip(".")} | {
        lowered[i - 1] for i, w in enumerate(lowered) if i and w in ("of", "for", "on", "against")
    }
    return bool(heads & lexicon.words("organisation_words.txt"))


def is_place_name(words: Sequence[str]) -> bool:
    """Whether the name's head is a word for places ("Lake Victoria", "Amur Region")."""
    if len(words) < 2:
        return False
    return bool({words[0].casefold(), words[-1].casefold()} & lexicon.words("place_words.txt"))


def token_case(token: Token) -> str:
    """``upper``, ``title`` or ``lower``."""
    return "upper" if token.is_upper else "title" if token.text[:1].isupper() else "lower"
