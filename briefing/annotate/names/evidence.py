"""What speaks for a name being a person's, a body's or a place's: its own words, and the words around one mention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from briefing.annotate import countries, lexicon
from briefing.annotate.names import borders, works
from briefing.annotate.names.candidates import KINDS, Candidate, is_known_body
from briefing.annotate.names.neighbours import PLACE_PREPOSITIONS

PERSON, ORGANISATION, PLACE = "person", "organisation", "place"
Vote = tuple[str, float]
_LABEL_VOTES: dict[str, Vote] = {
    **{label: (kind, 1.0) for label, kind in KINDS.items()},
    "NAME": (PLACE, 4.0),
    "CAPITAL": (PLACE, 1.5),
    "SEAT": (ORGANISATION, 3.0),
    "BODY": (ORGANISATION, 1.0),
    "REGION": (PLACE, 1.0),
    "MEDIUM": (ORGANISATION, 4.0),
    "TITLE": (PERSON, 1.5),
    "DEMONYM": ("demonym", 3.0),
}
_ACTS = frozenset(("Bill", "Law"))
"""Laws, and people too behind a given name."""
_BODY_ENDINGS = (
    "corp",
    "bank",
    "zeitung",
    "blatt",
    "gaz",
    "telecom",
    "telekom",
    "soft",
    "media",
    "werke",
    ".com",
    ".org",
    ".de",
    ".hu",
    ".net",
    "TV",
)


def own_votes(doc: Doc, one: Candidate) -> Iterator[Vote]:
    """What the label and the words of the name say."""
    words = [token.text for token in doc[one.start : one.end]]
    yield _LABEL_VOTES.get(one.label, ("other", 1.0))
    text = doc[one.start : one.end].text
    if one.label in KINDS or one.label == "NORP":
        yield from _table_votes(text)
    if is_known_body(text):
        yield ORGANISATION, 4.0
    elif text in _regions():
        yield PLACE, 3.0
    if not lexicon.words("products.txt").isdisjoint((words[0], words[-1], text)):
        yield "other", 3.0
    elif works.is_plan(words) and not is_known_body(text):
        yield "other", 4.0
    elif len(words) == 1 and stands_in_address(doc, one.start):
        yield PLACE, 3.0
    yield from _single_word_votes(words[0]) if len(words) == 1 else _several_words_votes(words, one.label)


def _table_votes(text: str) -> Iterator[Vote]:
    entry = countries.country_name(text)
    if entry is not None and entry.form == "name":
        yield PLACE, 4.0
    elif entry is not None and entry.form == "demonym":
        yield "demonym", 3.0


def _single_word_votes(word: str) -> Iterator[Vote]:
    if word.isupper() and 2 <= len(word) <= 6:
        yield ORGANISATION, 1.0
    elif word.endswith(_BODY_ENDINGS) and len(word) > 6:
        yield ORGANISATION, 1.5
    elif gender_of_given_name(word) in ("f", "m"):
        yield PERSON, 0.5
    elif word in lexicon.words("club_words.txt") and len(word) > 3:
        yield ORGANISATION, 1.0


def _several_words_votes(words: Sequence[str], label: str) -> Iterator[Vote]:
    if "&" in words:
        yield ORGANISATION, 3.0
    elif is_organisation_name(words):
        yield from _heads_or_surnames_votes(words)
    elif words[-1] in _ACTS and not _is_two_names(words):
        yield "other", 4.0
    elif is_place_name(words):
        yield PLACE, 2.0 if label != "ORG" or words[-1] != "State" else 0.0
        if words[-1].casefold() in lexicon.word_set("places-as-surnames") and gender_of_given_name(words[0]) in (
            "f",
            "m",
        ):
            yield PERSON, 2.5
    elif is_club_name(words) and not _is_surname_of_club(words):
        yield ORGANISATION, 3.0
    elif gender_of_given_name(words[0]) is not None:
        yield PERSON, 1.5


def _is_two_names(words: Sequence[str]) -> bool:
    """Whether a known given name stands before one other word."""
    return len(words) == 2 and gender_of_given_name(words[0]) in ("f", "m")


def _is_called_as_place(words: Sequence[str]) -> bool:
    """Whether a given name stands before a word for places that families are called by ("Ann North")."""
    surname = words[-1].casefold() in lexicon.word_set("places-as-surnames")
    return surname and _is_two_names(words)


def _heads_or_surnames_votes(words: Sequence[str]) -> Iterator[Vote]:
    """A word for bodies that families are called too says less, and a given name before it speaks against it.

    "Ann Bank" is somebody, "Aal Bank" a bank.
    """
    if len(words) > 2 or words[1].casefold() not in lexicon.word_set("surnames-too"):
        yield ORGANISATION, 2.5
        return
    yield ORGANISATION, 1.0
    if gender_of_given_name(words[0]) in ("f", "m"):
        yield PERSON, 1.5


@cache
def _given_names() -> dict[str, str]:
    return lexicon.column("given_names.tsv", 1)


def gender_of_given_name(word: str) -> str | None:
    """``f``, ``m``, ``-`` (either) or None where the word is no known given name."""
    return _given_names().get(word) or _given_names().get(word.split("-", maxsplit=1)[0])


@cache
def _regions() -> frozenset[str]:
    rows = lexicon.rows("regions.tsv")
    return frozenset(name for row in rows for name in row) | {
        "Europe",
        "Asia",
        "Africa",
        "Latin America",
        "Middle East",
    }


def is_organisation_name(words: Sequence[str]) -> bool:
    """Whether the head of the name is a word for bodies ("Ministry of Health", "Acme Holdings")."""
    lowered = [word.casefold() for word in words]
    heads = {lowered[-1].replace(".", "")}
    heads.update(lowered[i - 1] for i, word in enumerate(lowered) if i and word in ("of", "for", "on", "against"))
    return len(words) > 1 and bool(heads & lexicon.words("organisation_words.txt"))


def is_club_name(words: Sequence[str]) -> bool:
    """Whether the name begins or ends with a word of sports clubs ("Dynamo Aal", "Aal Rovers")."""
    return len(words) > 1 and (opens_as_club(words) or words[-1] in _club_endings())


@cache
def _club_endings() -> frozenset[str]:
    return lexicon.words("club_words.txt") | lexicon.word_set("team-tails")


def _is_surname_of_club(words: Sequence[str]) -> bool:
    """Whether the club's word at the end is rather the surname of somebody with a known given name ("Juan Santos")."""
    only_clubs = words[-1].isupper() or words[-1] in lexicon.word_set("club-tails") | lexicon.word_set("team-tails")
    return gender_of_given_name(words[0]) in ("f", "m") and not only_clubs


def opens_as_club(words: Sequence[str]) -> bool:
    """Whether the first word is one of sports clubs and nobody's given name ("Dynamo")."""
    return words[0] in lexicon.words("club_words.txt") and gender_of_given_name(words[0]) is None


def is_place_name(words: Sequence[str]) -> bool:
    """Whether the name's head is a word for places ("Lake Aal", "Aal Region", "Line of Bek")."""
    kinds = lexicon.words("place_words.txt")
    opens = words[0].casefold() in lexicon.word_set("opening-place-words")
    heads = words[-1].casefold() in kinds or (words[1:2] == ["of"] and words[0].casefold() in kinds)
    return len(words) > 1 and (opens or heads)


def is_about_sport(texts: Sequence[str]) -> bool:
    """Whether the article is a report of games: many different words of sport, and often."""
    sports = lexicon.words("sports_words.txt")
    found = [word for word in map(str.lower, texts) if word in sports]
    return len(set(found)) >= 4 and len(found) * 100 >= len(texts)


def stands_as_place(doc: Doc, one: Candidate) -> bool:
    """Whether one mention is where something is: "in Aal", "from Aal", "Aal, Bekland"."""
    before = doc[one.start - 1].lower_ if one.start else ""
    if before in PLACE_PREPOSITIONS or before in ("at", "from"):
        return True
    if before == "of" and one.start > 1 and borders.is_title(doc[one.start - 2]):
        return True
    if one.end + 1 >= len(doc) or doc[one.end].text != ",":
        return False
    beyond = doc[one.end + 1].text
    return countries.country_name(beyond) is not None or beyond in _regions()


def stands_in_address(doc: Doc, index: int) -> bool:
    """Whether the postal letters of a state stand behind a town and a comma ("Velden, TX") or where something is."""
    if not index or doc[index].text not in lexicon.word_set("postal"):
        return False
    before = doc[index - 1]
    return before.lower_ in PLACE_PREPOSITIONS | {"from"} or (
        before.text == "," and index > 1 and doc[index - 2].is_title
    )
