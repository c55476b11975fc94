"""Known names found everywhere: a name that is sure in one sentence is marked in the others too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from briefing.annotate import countries, lexicon
from briefing.annotate.names import borders, organisation_names, person_names, signs, things, works
from briefing.annotate.names.candidates import Candidate, without_overlaps
from briefing.annotate.names.evidence import is_club_name, opens_as_club
from briefing.annotate.names.word_surnames import MONTHS, is_month


def spread(
    doc: Doc, types: Mapping[Candidate, str], found_before: Sequence[Candidate], texts: Sequence[str], *, capitals: bool
) -> dict[Candidate, str]:
    """``types`` with every further place where one of its names stands, but not inside a longer other name.

    ``texts`` are those of the tokens; ``capitals``: there are lines all in capitals, which may hold the names too.
    """
    known = _known_names(doc, types)
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, kind in known.items():
        plain = tuple(map(lexicon.without_accents, words))
        for form in dict.fromkeys((plain, tuple(word.upper() for word in plain)) if capitals else (plain,)):
            by_first.setdefault(form[0], []).append((form, kind))
    others = [one for one in found_before if one in types or one.end - one.start > 1 or one.label == "SHIP"]
    taken = {index: one for one in others for index in range(one.start, one.end)}
    found = dict(types)
    plain_texts = list(map(lexicon.without_accents, texts))
    for index in [index for index, text in enumerate(plain_texts) if text in by_first and _may_start(doc, index)]:
        for words, kind in by_first[plain_texts[index]]:
            end = index + len(words)
            same = tuple(plain_texts[index:end]) == words
            if same and _is_open(taken, index, end) and not (kind == "person" and _is_no_person(doc, index, end)):
                found[Candidate(index, end, "KNOWN")] = _kind_here(doc, index, end, kind)
    found.update(_abbreviated(doc, types, texts, taken))
    kept = without_overlaps(list(found))
    return {one: found[one] for one in kept}


def _is_open(taken: Mapping[int, Candidate], start: int, end: int) -> bool:
    """Whether nothing else is named here, or only parts of a long name that is whole elsewhere."""
    here = {taken[index] for index in range(start, end) if index in taken}
    return not here or (end - start > 2 and all(start <= one.start and one.end <= end for one in here))


def _kind_here(doc: Doc, start: int, end: int, kind: str) -> str:
    """``kind``, but a body for somebody's surname that the words beside it tell to be one: "the carmaker Aal"."""
    if kind != "person" or end - start > 1:
        return kind
    told = signs.is_introduced(doc, Candidate(start, end, "KNOWN")) or signs.is_collective(doc[start])
    return "organisation" if told else kind


def _is_no_person(doc: Doc, start: int, end: int) -> bool:
    """Whether somebody's name is here a thing's, or only the title before another's: "Aaron Judge", "Judge Aal"."""
    if end - start == 1 and end < len(doc) and borders.is_title(doc[start]) and doc[end].is_title:
        return doc[end].tag_ == "NNP"
    return (
        things.is_thing(doc, start, end) or things.is_ship(doc, start, end) or works.is_work(doc, start, end, "PERSON")
    )


def _may_start(doc: Doc, index: int) -> bool:
    """Whether a known name may start here: not behind a hyphen, and "May" is no month."""
    if index and doc[index - 1].tag_ == "HYPH" and not doc[index - 1].whitespace_:
        return False
    return doc[index].text not in MONTHS or not is_month(doc, index)


def _abbreviated(
    doc: Doc, types: Mapping[Candidate, str], texts: Sequence[str], taken: Mapping[int, Candidate]
) -> dict[Candidate, str]:
    """Bodies named in full, wherever their initials stand or "the" and their last word: "the FT", "the Comets".

    The word for a kind of body does where one body only has it ("the Commission").
    """
    bodies = [one for one, kind in types.items() if kind == "organisation" and one.end - one.start > 1]
    letters = {short for one in bodies for short in organisation_names.initials(doc[one.start : one.end].text)}
    letters |= {texts[one.end + 1] for one in bodies if _has_letters_behind(texts, one.end)}
    last = {doc[one.end - 1].text for one in bodies} - letters
    last = {word for word in last if len(word) > 3 and word.istitle() and word.lower() not in _kinds()}
    heads = _heads(texts, bodies)
    tails = {doc[one.end - 1].text for one in bodies} & lexicon.word_set("club-tails")
    wanted = letters | last | tails | heads.keys()
    found = {}
    for index in [index for index, text in enumerate(texts) if text in wanted]:
        the = index > 0 and texts[index - 1].lower() == "the"
        stands = texts[index] in letters or (texts[index] in tails and _stands_alone(doc, index))
        tail = the and texts[index] in last
        stands = stands or tail or (the and index > heads.get(texts[index], index))
        named = _is_named(doc, index) or _is_name_by_place(doc, index, the=tail, letters=texts[index] in letters)
        if stands and index not in taken and len(texts[index]) > 1 and named:
            found[Candidate(index, index + 1, "KNOWN")] = "organisation"
    return found


def _is_name_by_place(doc: Doc, index: int, *, the: bool, letters: bool) -> bool:
    """Whether a word taken for a common noun is a name where it stands: "the Jazz", "City are top", "EU FINES AAL"."""
    token = doc[index]
    if letters:
        return token.is_upper and not token.is_stop
    bare = bool(token.is_sent_start) and token.dep_ == "nsubj" and token.head.i == index + 1
    return (the and token.tag_ in ("NN", "NNS")) or (bare and token.tag_ == "NN")


def _stands_alone(doc: Doc, index: int) -> bool:
    """Whether a club's last word has nothing before it that goes with it and is no part of another name: "City led"."""
    return doc[index].n_lefts == 0 and doc[index].dep_ in ("nsubj", "dobj", "pobj", "poss", "conj")


def _has_letters_behind(texts: Sequence[str], end: int) -> bool:
    """Whether initials in brackets stand at ``end``, of whatever language: "(ELN)"."""
    if list(texts[end : end + 3 : 2]) != ["(", ")"]:
        return False
    return 2 <= len(texts[end + 1]) <= 6 and texts[end + 1].isupper() and texts[end + 1].isalpha()


def _heads(texts: Sequence[str], bodies: Sequence[Candidate]) -> dict[str, int]:
    """Words for kinds of bodies that end, or open before "of", the name of one body; and where that stands first."""
    owners: dict[str, dict[str, int]] = {}
    for one in bodies:
        opens = texts[one.start + 1] == "of"
        word = texts[one.start if opens else one.end - 1]
        if word.istitle() and word.lower() in lexicon.word_set("self-naming"):
            owners.setdefault(word, {}).setdefault(" ".join(texts[one.start : one.end]), one.start)
    return {word: min(names.values()) for word, names in owners.items() if len(names) == 1}


def _is_named(doc: Doc, index: int) -> bool:
    """Whether a word is a name here by its tag, or initials because the words beside them are not in capitals."""
    if doc[index].tag_ in ("NNP", "NNPS"):
        return True
    beside = (doc[near].text for near in (index - 1, index + 1) if 0 <= near < len(doc))
    return doc[index].is_upper and not any(word.isupper() and len(word) > 1 for word in beside)


@cache
def _kinds() -> frozenset[str]:
    """Words that only say what kind of body or place it is."""
    return lexicon.words("organisation_words.txt") | lexicon.words("place_words.txt")


def _known_names(doc: Doc, types: Mapping[Candidate, str]) -> dict[tuple[str, ...], str]:
    known: dict[tuple[str, ...], str] = {}
    for one, kind in types.items():
        words = tuple(token.text for token in doc[one.start : one.end])
        if len(words[0]) > 1 and words[0][0].isupper():
            known.setdefault(words, kind)
        if kind == "person" and 1 < len(words) <= 6:
            bare = _surname(words)
            if _is_surname(bare[-1]):
                known.setdefault(bare, kind)
            if _is_surname(bare[-1]) and bare[0].lower() in borders.PARTICLES:
                known.setdefault(bare[-1:], kind)
        elif kind == "organisation" and len(words) > 1:
            for short in _short_forms(words):
                known.setdefault(short, kind)
    people = [words for words, kind in known.items() if kind == "person"]
    known.update({words: "person" for words in map(_written_apart, people) if words not in known})
    known.update({first: "person" for first in _first_surnames(people) if first not in known})
    known.update({first: "person" for first in _given_only(doc, people) if first not in known})
    return known


def _written_apart(words: tuple[str, ...]) -> tuple[str, ...]:
    """A hyphened East Asian name as others print it: "Park Geun Hye" for "Park Geun-hye"; any other as it is."""
    hyphened = len(words) == 4 and words[2] == "-" and words[3].islower()
    return (*words[:2], words[3].title()) if hyphened else words


def _given_only(doc: Doc, people: Sequence[tuple[str, ...]]) -> Iterator[tuple[str]]:
    """Known given names of those whom the text never calls by surname alone ("Tala Bekele", then "Tala fled")."""
    full = [words for words in people if len(words) > 1 and words[0] in lexicon.phrases("given_names.tsv")]
    alone = {token.text for token in doc if token.n_lefts == 0} if full else set()
    yield from ((words[0],) for words in full if words[-1] not in alone)


def _is_own_word(word: str) -> bool:
    """Whether a company's first word can stand for it: "Meta" of "Meta Platforms Inc.", but not "General" or "Ann"."""
    common = lexicon.word_set("openings") | borders.role_words() | borders.not_names() | _kinds()
    return (
        word.isalpha()
        and word.lower() not in common
        and word not in lexicon.phrases("given_names.tsv")
        and countries.country_name(word) is None
    )


def _first_surnames(people: Sequence[tuple[str, ...]]) -> list[tuple[str]]:
    """The first of two surnames, as the given name or a mention by both tells: "Quispe" of "Arturo Quispe Salas"."""
    both = {words for words in people if len(words) == 2}
    three = [words for words in people if len(words) == 3 and _is_surname(words[1])]
    return [(words[1],) for words in three if words[1:] in both or person_names.may_have_two_surnames(words)]


def _short_forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What a body may be called for short: a club by its own word, a company without legal form, a party's members."""
    if len(words) == 2 and is_club_name(words):
        yield from ((word,) for word in words if len(word) > 3 and not word.isupper() and opens_as_club((word,)))
    if organisation_names.is_company(" ".join(words)) and len(words[0]) > 3:
        yield words[:-1]
        if _is_own_word(words[0]):
            yield words[:1]
    if words[-1] == "Party" and words[-2].isalpha():
        yield from ((word,) for word in organisation_names.party_members(words[-2]))


def _surname(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the surname: the last, with what a hyphen ties to it, or the first in East Asian order."""
    if person_names.parse(" ".join(words)).family_first:
        return words[:1]
    start = len(words) - 1
    while start > 2 and words[start - 1] == "-":
        start -= 2
    return words[start:]


def _is_surname(word: str) -> bool:
    if len(word) < 3 or not word[0].isupper() or word.isupper():
        return False
    return word.casefold() not in borders.not_names() or word in MONTHS
