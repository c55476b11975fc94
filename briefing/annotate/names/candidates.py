"""Candidates for names: what the model's recogniser, the table of countries and the titles in the text point at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from briefing.annotate import countries, lexicon
from briefing.annotate.names import (
    borders,
    growth,
    headlines,
    media_names,
    team_names,
    things,
    tied_names,
    trimming,
    word_surnames,
)
from briefing.annotate.names.headlines import Headlines
from briefing.annotate.names.words import Words

KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
_LONGEST_NAME = 6
_WEEKDAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
_TOKENS = re.compile(r"[\w.]+|[^\w\s]")


class Candidate(NamedTuple):
    """A stretch of tokens that may be a name, and what says so."""

    start: int
    end: int
    label: str
    """Label of the recogniser; ``NAME``, ``DEMONYM``, ``CAPITAL``, ``SEAT`` of the country table; ``BODY``,
    ``REGION``, ``TITLE``, ``SHIP``, ``MEDIUM``, ``KNOWN``."""


def candidates(doc: Doc, words: Words, lines: Headlines) -> list[Candidate]:
    """Candidates that do not overlap, in order; the longer one wins, the table of countries before the recogniser."""
    texts = words.texts
    recognised = [one for one in from_recogniser(doc) if one.start not in lines.shouted]
    recognised = headlines.cut(doc, recognised, lines.titled)
    patterned = [Candidate(start, end, "PERSON") for start, end in tied_names.from_east_asian_pattern(doc, texts)]
    patterned += [Candidate(start, end, "MEDIUM") for start, end in media_names.announced(doc, texts)]
    found = without_overlaps([*patterned, *from_countries(words), *recognised, *from_bodies(words)])
    found = trimming.trimmed(doc, texts, growth.grown(doc, found, lines.titled), lines.titled)
    taken = covered(found)
    surnames = {doc[one.end - 1].text for one in found if one.label == "PERSON"}
    capitals = [index for index, text in enumerate(texts) if text[0].isupper() and index not in taken]
    speaking = [Candidate(*one, "TITLE") for one in growth.from_verbs(doc, texts, capitals, surnames)]
    speaking += [Candidate(*one, "PERSON") for one in word_surnames.from_given_names(doc, texts, capitals)]
    teams = [Candidate(*one, "ORG") for one in team_names.from_teams(doc, texts, capitals)]
    teams += [Candidate(index, index + 1, "GPE") for index in _behind_place_nouns(doc, capitals)]
    teams += [Candidate(*one, "ORG") for one in team_names.from_matches(doc, texts, capitals)]
    found = without_overlaps([*found, *speaking, *teams, *from_titles(doc, texts, capitals, lines.titled)])
    found = [one for one in found if not _is_portfolio(doc, one)]
    ships = [one for one in found if things.is_ship(doc, one.start, one.end)]
    names = {words.phrase(one.start, one.end) for one in ships}
    named = [one for one in found if one.start and words.phrase(one.start, one.end) in names]
    ships += [one for one in named if texts[one.start - 1] == "the"]
    return [one._replace(label="SHIP") if one in ships else one for one in found]


def covered(found: list[Candidate]) -> set[int]:
    """Indexes of all tokens of the candidates."""
    return {index for one in found for index in range(one.start, one.end)}


def without_overlaps(found: list[Candidate]) -> list[Candidate]:
    """The candidates in order, of those that overlap only the longest, then the first of the list."""
    ranked = sorted(enumerate(found), key=lambda item: (item[1].start - item[1].end, item[0]))
    taken: set[int] = set()
    kept = []
    for _, one in ranked:
        tokens = range(one.start, one.end)
        if not taken.intersection(tokens):
            taken.update(tokens)
            kept.append(one)
    return sorted(kept)


def from_recogniser(doc: Doc) -> Iterator[Candidate]:
    """The model's entities with their borders set right."""
    for ent in doc.ents:
        if ent.label_ in KINDS or ent.label_ in ("NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"):
            for start, end in borders.pieces(doc, ent.start, ent.end, ent.label_):
                yield _without_common_nouns(doc, Candidate(start, end, ent.label_))


def _without_common_nouns(doc: Doc, one: Candidate) -> Candidate:
    """A body or place without the common noun that says what it is ("budget airline Aal", "Aal province").

    Nor does it hold a word of time before a known body ("New World Bank"), a field of office ("EU Energy Commissioner")
    or a person's profession ("Rapper Aal").
    """
    start, end = one.start, one.end
    if one.label == "PERSON" or end - start == 1:
        return one
    if end - start > 3 and doc[end - 3].like_num and doc[end - 1].like_num and doc[end - 2].text in ("-", "–"):
        end -= 3
    lower = [index for index in range(start, end) if doc[index].text in lexicon.words("body_nouns.txt")]
    if lower and lower[-1] < end - 1 and doc[lower[-1] + 1].text[0].isupper():
        start = lower[-1] + 1
    elif doc[end - 1].text in lexicon.words("place_nouns.txt") or doc[end - 1].tag_ == "IN":
        end -= 1
    elif _opens_before_known(doc, start, end):
        start += 1
    elif end < len(doc) and borders.is_title(doc[end]) and is_known_body(doc[start : end - 1].text):
        end -= doc[end - 1].lower_ in lexicon.words("portfolios.txt")
    return one._replace(start=start, end=end)


def _opens_before_known(doc: Doc, start: int, end: int) -> bool:
    """Whether the first word is not part of the name: "New", "Ex" before a body, a profession before a name."""
    rest = doc[start + 1 : end].text
    if doc[start].text in ("New", "Ex", "Ex-", "Former", "Old"):
        return is_known_body(rest)
    return (
        borders.is_title(doc[start])
        and end - start == 2
        and rest.casefold() not in lexicon.words("organisation_words.txt") | lexicon.words("place_words.txt")
    )


def from_countries(words: Words) -> Iterator[Candidate]:
    """Every name, adjective, capital or seat of a state in the text; the longest at each place."""
    first_words = countries.country_words()
    end = 0
    texts = words.texts
    for index in [index for index, text in enumerate(texts) if text in first_words]:
        if index < end:
            continue
        for right in range(min(index + first_words[texts[index]], len(texts)), index, -1):
            found = countries.country_name(words.phrase(index, right))
            if found is not None:
                end = right
                yield Candidate(index, end, found.form.upper())
                break


def from_bodies(words: Words) -> Iterator[Candidate]:
    """Every body of the lists in the text, and every region of several words; the longest at each place."""
    first_words = _first_words_of_bodies()
    for start in [index for index, text in enumerate(words.texts) if text in first_words]:
        for end in range(min(start + first_words[words.texts[start]], len(words.texts)), start, -1):
            phrase = words.phrase(start, end)
            if is_known_body(phrase) and not _is_no_body_here(words.texts, start, end):
                yield Candidate(start, end, "BODY")
                break
            if end - start > 1 and phrase in lexicon.phrases("regions.tsv"):
                yield Candidate(start, end, "REGION")
                break


def _is_no_body_here(texts: Sequence[str], start: int, end: int) -> bool:
    """Whether initials are a word in capitals, or a club's weekday is the day: "police in Sheffield Wednesday said"."""
    if texts[end - 1] in _WEEKDAYS and start and texts[start - 1].lower() in ("in", "near", "at", "from", "to"):
        return True
    return _is_shouted_word(texts, start, end)


def _is_shouted_word(texts: Sequence[str], start: int, end: int) -> bool:
    """Whether initials are only a word among others in capitals: "THIS IS A TEST" names no body."""
    if end - start > 1 or not texts[start].isupper():
        return False
    around = [texts[index] for index in (start - 1, end) if 0 <= index < len(texts)]
    return any(word.isupper() and word.isalpha() and len(word) > 1 for word in around)


@cache
def _bodies() -> frozenset[str]:
    acronyms = {name for short, long in lexicon.rows("acronyms.tsv") for name in (short, *long.split("|"))}
    return lexicon.phrases("bodies.txt") | lexicon.phrases("agencies.txt") | acronyms


@cache
def _first_words_of_bodies() -> dict[str, int]:
    """First words of known bodies, each with the tokens of the longest name; a hyphen is a token."""
    longest: dict[str, int] = {}
    regions = (name for name in lexicon.phrases("regions.tsv") if " " in name)
    for name in (*_bodies(), *regions):
        first = name.split(maxsplit=1)[0]
        longest[first] = max(longest.get(first, 0), len(_TOKENS.findall(name)))
    return longest


def is_known_body(text: str) -> bool:
    """Whether the name is in the lists of bodies and their initials."""
    return text in _bodies()


def _behind_place_nouns(doc: Doc, capitals: Sequence[int]) -> Iterator[int]:
    """Those of ``capitals``, words that nothing else has found, that have a mayor or a bishop: "the bishop of Aal"."""
    for index in [index for index in capitals if index > 1 and doc[index - 1].lower_ == "of"]:
        noun = doc[index - 2]
        if noun.is_lower and noun.text in _SEATED and doc[index].tag_ == "NNP" and doc[index].dep_ == "pobj":
            yield index


_SEATED = frozenset(("mayor", "bishop", "archbishop", "outskirts", "town", "city", "village", "port", "suburb"))


def _is_portfolio(doc: Doc, one: Candidate) -> bool:
    """Whether the words are only the field of an office ("Defense", "Aalian Trade" Minister, Secretary of "State")."""
    start = one.start + (one.end - one.start > 1 and _is_demonym(doc[one.start].text))
    if any(token.lower_ not in lexicon.words("portfolios.txt") for token in doc[start : one.end]):
        return False
    after = one.end < len(doc) and borders.is_title(doc[one.end])
    return after or (one.start >= 2 and doc[one.start - 1].lower_ == "of" and borders.is_title(doc[one.start - 2]))


def _is_demonym(word: str) -> bool:
    entry = countries.country_name(word)
    return entry is not None and entry.form == "demonym"


def from_titles(doc: Doc, texts: Sequence[str], capitals: Sequence[int], titled: Set[int]) -> Iterator[Candidate]:
    """Those of ``capitals``, words that nothing else has found, after a form of address or an office ("Mr Ashworth").

    The verb of a headline behind an office is none ("Minister Quits").
    """
    loose = frozenset(capitals)
    for start in capitals:
        if not start or not borders.is_title(doc[start - 1]) or _is_no_name_behind(texts[start - 1], texts[start]):
            continue
        if start in titled and trimming.is_headline_verb(texts[start].casefold()):
            continue
        end = start
        while end in loose and end - start < _LONGEST_NAME and _continues(doc[end]):
            end += 1
        if end > start and _may_address(doc[start - 1], doc[start]):
            yield Candidate(start, end, "TITLE")


def _is_no_name_behind(title: str, word: str) -> bool:
    """Whether a capitalised word is no name; those of months are behind a form of address ("Mrs May")."""
    addressed = word in word_surnames.MONTHS and title in borders.honorifics()
    return word.casefold() in borders.not_names() and not addressed


def _may_address(title: Token, first: Token) -> bool:
    """Whether the title goes with the name; an office behind "the" opens that of a thing ("the Officer Aal Prize")."""
    if title.text in borders.honorifics():
        return True
    opens_thing = title.is_title and title.i > 0 and title.nbor(-1).lower_ == "the"
    return first.tag_ in ("NNP", "NNPS") and not title.is_upper and not opens_thing


def _continues(token: Token) -> bool:
    if not token.text[0].isupper() or token.is_punct or borders.is_title(token):
        return False
    return token.tag_ in ("NNP", "NNPS", "FW") or not token.is_stop
