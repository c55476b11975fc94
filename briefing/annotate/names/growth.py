"""Names that a recogniser cut short or in two, made whole: "Ursula von der" + "Aalen", "Park Geun" + "-hye"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from briefing.annotate import lexicon
from briefing.annotate.names import borders, team_names, tied_names, word_surnames

if TYPE_CHECKING:
    from briefing.annotate.names.candidates import Candidate

_LISTED = ("BODY", "NAME", "CAPITAL")
_TOWNS = ("GPE", "ORG", "CAPITAL", "REGION")


def grown(doc: Doc, found: Sequence[Candidate], titled: Set[int]) -> list[Candidate]:
    """The candidates in order: people's names joined and completed, listed names with a word for places behind."""
    starts = {one.start: one for one in found}
    ends = {one.end: one for one in found}
    surnames = {doc[one.end - 1].text for one in found if one.label == "PERSON" and one.end - one.start > 1}
    called = {doc[one.start].text: one.start for one in found if one.label == "PERSON" and one.end - one.start == 1}
    known = surnames | called.keys()
    called = {word: start for word, start in called.items() if word not in surnames}
    found = [tied_names.as_hyphened_name(doc, _as_given_name(doc, one, called), known) for one in found]
    people = {(doc[one.start].text, doc[one.end - 1].text) for one in found if one.label == "PERSON"}
    joined = (_before_surname(doc, one, starts, surnames) for one in _joined(doc, found, surnames, people))
    whole = [_grown(doc, one, starts, ends, titled) for one in joined]
    return [one if one.start in titled else _behind_first_word(doc, one, ends) for one in whole]


def _as_given_name(doc: Doc, one: Candidate, called: Mapping[str, int]) -> Candidate:
    """A state's or capital's name straight before a word that is somebody's elsewhere is a given name ("Cuba Aal")."""
    if one.label not in ("NAME", "CAPITAL") or one.end - one.start > 1 or one.end >= len(doc):
        return one
    is_part = doc[one.start].dep_ == "compound" and doc[one.start].head == doc[one.end]
    named = is_part and called.get(doc[one.end].text, one.end) != one.end
    return one._replace(end=one.end + 1, label="PERSON") if named else one


def _before_surname(doc: Doc, one: Candidate, starts: dict[int, Candidate], surnames: Set[str]) -> Candidate:
    """A single word of another kind, or a person's name, with somebody's surname straight behind it ends with that."""
    if one.end >= len(doc) or one.end in starts or doc[one.end].text not in surnames or not doc[one.end].is_title:
        return one
    single = one.end - one.start == 1
    given = single and (_is_stray(doc, one) or (one.label in ("ORG", "GPE") and _is_loose(doc[one.start])))
    cut_short = one.label == "PERSON" and not single and not doc[one.end].is_sent_start
    return one._replace(end=one.end + 1, label="PERSON") if given or cut_short else one


def _behind_first_word(doc: Doc, one: Candidate, ends: dict[int, Candidate]) -> Candidate:
    """A single word with the unknown first word of its sentence before it: "Ann" + "Aal said".

    Not where the text has that first word in small letters, which then is no name. What is taken for a body or place
    needs a known given name before it.
    """
    first = one.start - 1
    if one.label in ("PERSON", "ORG", "GPE") and word_surnames.has_month_as_given_name(doc, one.start, one.end):
        return one._replace(start=first, label="PERSON")
    if one.end - one.start > 1 or first < 0 or first in ends or not _tells_of_one(doc, first):
        return one
    given = _is_given(doc[first])
    opens = one.label == "PERSON" and doc[first].is_sent_start and not _has_in_small_letters(doc, first)
    if not (opens or (given and one.label in ("PERSON", "GPE", "ORG"))):
        return one
    loose = _is_loose(doc[first]) and _is_loose(doc[one.start])
    return one._replace(start=first, label="PERSON") if loose else one


def _has_in_small_letters(doc: Doc, index: int) -> bool:
    lower = doc[index].lower
    return any(token.orth == lower for token in doc)


def _tells_of_one(doc: Doc, first: int) -> bool:
    """Whether the word at ``first`` goes with the next one, and the two are the subject of a verb."""
    name = doc[first + 1]
    return doc[first].dep_ == "compound" and doc[first].head == name and name.dep_ in ("nsubj", "nsubjpass")


def _joined(
    doc: Doc, found: Sequence[Candidate], surnames: Set[str], people: Set[tuple[str, str]]
) -> Iterator[Candidate]:
    """Two names of people with nothing, a hyphen or a particle between them are one; so is a word and a surname.

    ``people`` are the first and last words of people's names: "Ann" + "Eva Aal" is one where "Ann Aal" is somebody.
    """
    held: Candidate | None = None
    for one in found:
        tied = held is not None and (tied_names.are_tied(doc, held, one) or _are_side_by_side(doc, held, one, surnames))
        if held is not None and (tied or tied_names.are_parted(doc, held, one, people)):
            held = held._replace(end=one.end, label="PERSON")
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _are_side_by_side(doc: Doc, left: Candidate, right: Candidate, surnames: Set[str]) -> bool:
    if right.start != left.end or doc[right.start].is_sent_start or doc[right.start].tag_ != "NNP":
        return False
    if right.label == "PERSON" and (left.label == "PERSON" or _is_stray(doc, left) or _opens_whole(doc, left, right)):
        return True
    if not left.end - left.start == right.end - right.start == 1:
        return False
    if _is_given(doc[left.start]) and right.label in ("PERSON", "ORG", "GPE"):
        return True
    known = right.label == "PERSON" or doc[right.start].text in surnames
    return left.label in ("ORG", "GPE") and known and _is_loose(doc[left.start])


def _opens_whole(doc: Doc, left: Candidate, right: Candidate) -> bool:
    """Whether an unknown word taken for a body or place only opens the longer name of somebody ("Aal" + "Bek Dun")."""
    if left.label not in ("ORG", "GPE") or left.end - left.start > 1 or right.end - right.start == 1:
        return False
    return doc[left.start].head == doc[right.start : right.end].root and _is_loose(doc[left.start])


def _grown(
    doc: Doc, one: Candidate, starts: dict[int, Candidate], ends: dict[int, Candidate], titled: Set[int]
) -> Candidate:
    if one.label == "PERSON":
        return _grown_person(doc, one, starts, ends, titled)
    if one.label in ("NAME", "CAPITAL") and _stands_behind_initial(doc, one.start):
        return one._replace(start=one.start - 2, label="PERSON")
    team = one.label in _TOWNS and team_names.has_team_behind(doc, one.end)
    if team or (one.label == "DEMONYM" and _has_trade_behind(doc, one.end, starts)):
        return one._replace(end=one.end + 1, label="ORG")
    if one.label in _LISTED and team_names.has_club_word(doc, one.start):
        return one._replace(start=one.start - 1, label="ORG")
    if one.label in _LISTED:
        return _with_kind(doc, one, starts)
    if one.label in ("GPE", "ORG") and one.end - one.start == 1 and _opens_name(doc, one, starts):
        return one._replace(end=one.end + 1, label="PERSON")
    if one.label == "ORG" and (_has_legal_form(doc, one.end) or _opens_branch(doc, one, starts)):
        return one._replace(end=one.end + 1)
    return one


def _has_trade_behind(doc: Doc, index: int, starts: dict[int, Candidate]) -> bool:
    """Whether the capitalised word for a line of business stands there: "Aalian" + "Petroleum"."""
    named = index < len(doc) and index not in starts and doc[index].is_title and doc[index].tag_ == "NNP"
    return named and doc[index].lower_ in lexicon.word_set("industries") and doc[index].dep_ != "compound"


def _opens_branch(doc: Doc, one: Candidate, starts: dict[int, Candidate]) -> bool:
    """Whether a known body's name is only the first word of one that the recogniser cut short: "Aal" + "Prime was"."""
    if doc[one.start : one.end].text not in lexicon.phrases("bodies.txt") or one.end >= len(doc) or one.end in starts:
        return False
    head = doc[one.end]
    named = head.tag_ == "NNP" and head.is_title and not borders.is_title(head)
    named = named and head.lower_ not in lexicon.words("organisation_words.txt")
    return named and doc[one.end - 1].dep_ == "compound" and doc[one.end - 1].head == head


def _stands_behind_initial(doc: Doc, start: int) -> bool:
    """Whether a first name and an initial stand before what else would be a state or capital: "Bo T. Washington"."""
    if start < 2 or doc[start - 1].dep_ != "compound" or not doc[start - 2].is_title:
        return False
    initial = doc[start - 1].text
    return len(initial) == 2 and initial[0].isupper() and initial[1] == "." and doc[start - 2].tag_ == "NNP"


def _grown_person(
    doc: Doc, one: Candidate, starts: dict[int, Candidate], ends: dict[int, Candidate], titled: Set[int]
) -> Candidate:
    start, end = one.start, one.end
    if end - start > 1 and doc[end - 1].lower_ in borders.PARTICLES and end < len(doc) and _is_capital(doc[end]):
        following = starts.get(end)
        end = following.end if following is not None and following.end - following.start == 1 else end + 1
    if tied_names.goes_on_behind_hyphen(doc, end):
        end += 2
    if end - start > 1 and end < len(doc) and end not in starts and start not in titled and _heads(doc, end):
        end += 1
    if end - start == 1 and start and start not in ends and _is_given(doc[start - 1]):
        start -= 1
    if end - start == 1 and start not in titled and word_surnames.has_office_as_surname(doc, start):
        end += 1
    if start and start - 1 not in ends and _has_family_name_before(doc, start, end):
        start -= 1
    if end - start == 1:
        start, end = _with_loose_word(doc, start, end, starts, ends, titled)
    return one._replace(start=start, end=end)


def _has_family_name_before(doc: Doc, start: int, end: int) -> bool:
    """Whether a Korean, Chinese or Vietnamese family name stands before two given names: "Aal" + "Geun Hye"."""
    family, given = doc[start - 1], doc[start:end]
    fits = len(given) == 2 and family.text in lexicon.words("family_first.txt") and family.tag_ == "NNP"
    return fits and family.dep_ == "compound" and family.head == given.root


def _heads(doc: Doc, index: int) -> bool:
    """Whether the parser takes the word for the last one of the name before it: "Bo Aal San" + "Kyi"."""
    return doc[index - 1].dep_ == "compound" and doc[index - 1].head == doc[index] and _is_loose(doc[index])


def _has_legal_form(doc: Doc, index: int) -> bool:
    """Whether a legal form stands at ``index``: the rest of a company's name."""
    return index < len(doc) and doc[index].tag_ == "NNP" and doc[index].lower_.rstrip(".") in lexicon.word_set("legal")


def _with_loose_word(
    doc: Doc, start: int, end: int, starts: dict[int, Candidate], ends: dict[int, Candidate], titled: Set[int]
) -> tuple[int, int]:
    """A single word with the one proper noun beside it that nothing else has claimed: the rest of the name."""
    if start in titled:
        return start, end
    if end < len(doc) and end not in starts and _is_loose(doc[end]):
        return start, end + 1
    if start and start not in ends and _is_loose(doc[start - 1]) and _is_name_elsewhere(doc, start - 1):
        return start - 1, end
    return start, end


def _is_name_elsewhere(doc: Doc, index: int) -> bool:
    """Whether the capital tells a name: inside a sentence here or, at the start of one, somewhere else."""
    if not doc[index].is_sent_start:
        return True
    word = doc[index].text
    return any(token.text == word and token.tag_ == "NNP" and not token.is_sent_start for token in doc)


def _is_loose(token: Token) -> bool:
    if not token.is_title or token.tag_ != "NNP" or not token.is_alpha or borders.is_title(token):
        return False
    kinds = lexicon.words("place_words.txt") | lexicon.words("organisation_words.txt") | borders.not_names()
    return token.lower_ not in kinds


def _is_stray(doc: Doc, one: Candidate) -> bool:
    """Whether a word taken for a people or party is rather a given name: it is no office, adherent or known body."""
    token = doc[one.start]
    return one.label == "NORP" and one.end - one.start == 1 and _is_loose(token) and not token.text.endswith("s")


def _opens_name(doc: Doc, one: Candidate, starts: dict[int, Candidate]) -> bool:
    """Whether a given name taken for a place has its surname behind it."""
    if not _is_given(doc[one.start]):
        return False
    if one.end >= len(doc) or one.end in starts or not _is_capital(doc[one.end]) or doc[one.end].tag_ != "NNP":
        return False
    kinds = lexicon.words("place_words.txt") | lexicon.words("organisation_words.txt")
    return doc[one.end].lower_ not in kinds and (one.end + 1 >= len(doc) or doc[one.end + 1].tag_ != "NNP")


def _with_kind(doc: Doc, one: Candidate, starts: dict[int, Candidate]) -> Candidate:
    """The candidate with a word for places behind it: "Amazon" + "River" is no company."""
    if one.end >= len(doc) or doc[one.end].tag_ != "NNP" or doc[one.end].is_lower:
        return one
    if doc[one.end].lower_ in lexicon.words("place_words.txt"):
        return one._replace(end=one.end + 1, label="LOC")
    if one.label == "BODY" and _has_legal_form(doc, one.end):
        return one._replace(end=one.end + 1)
    return one


def _is_capital(token: Token) -> bool:
    return token.is_title and token.tag_ in ("NNP", "NNPS", "FW", "NN")


def _is_given(token: Token) -> bool:
    return token.is_title and token.text in lexicon.phrases("given_names.tsv")


def from_verbs(
    doc: Doc, texts: Sequence[str], capitals: Sequence[int], surnames: Set[str]
) -> Iterator[tuple[int, int]]:
    """Names of two words among ``capitals``, which nothing has found, that are subjects of a verb.

    The second is somebody's surname, the first a known given name, or the name speaks ("Bo Aal told") and its second
    word acts alone elsewhere ("Aal left").
    """
    given = lexicon.phrases("given_names.tsv")
    for first, following in pairwise(capitals):
        second = texts[following]
        if following != first + 1 or len(texts[first]) < 3 or not second.istitle():
            continue
        name = doc[following]
        speaks = name.head.lemma_ in lexicon.words("said_verbs.txt")
        known = second in surnames or texts[first] in given or (speaks and _acts_alone(doc, texts, following))
        if known and _is_loose(doc[first]) and _is_loose(name) and _tells_of_one(doc, first):
            yield first, first + 2


def _acts_alone(doc: Doc, texts: Sequence[str], index: int) -> bool:
    """Whether the word is the subject of another sentence, with nothing before it: a surname, not a kind of thing."""
    return any(
        text == texts[index] and at != index and doc[at].dep_ in ("nsubj", "nsubjpass") and doc[at].n_lefts == 0
        for at, text in enumerate(texts)
    )
