"""Surnames that are words too: "Ann May" and "Mrs May", but "in May"; "Ann Judge", but "Judge Aal"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from briefing.annotate import lexicon
from briefing.annotate.names import borders

MONTHS = frozenset(("March", "April", "May", "June", "August"))
"""Months that people are called."""
_CALENDAR = MONTHS | {"January", "February", "July", "September", "October", "November", "December"}
_BEFORE = lexicon.word_set("before-months")
_JOINING = frozenset(("and", "or", "to", "-", "–"))


def from_given_names(doc: Doc, texts: Sequence[str], capitals: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A known given name and a month behind it that go together ("Ann May resigned"), or a "May" that is no verb.

    ``capitals`` are the capitalised words that nothing else has found.
    """
    for index in [index for index in capitals if texts[index] in MONTHS and index]:
        given = doc[index - 1]
        named = given.text in lexicon.phrases("given_names.tsv") and given.text not in _CALENDAR
        tied = (given.dep_ == "compound" and given.head.i == index) or doc[index].tag_ == "MD"
        if named and tied and not _is_beside_number(doc, index):
            yield index - 1, index + 1


def is_month(doc: Doc, index: int) -> bool:
    """Whether "May" or the like is the month here: beside a number or a month, or behind "in", "last" and so on."""
    if _is_beside_number(doc, index):
        return True
    before = doc[index - 1] if index else None
    if before is None:
        return False
    if before.text in _JOINING and index > 1 and doc[index - 2].text in _CALENDAR:
        return True
    return before.lower_ in _BEFORE or _is_of_month(doc[index], before)


def _is_of_month(word: Token, before: Token) -> bool:
    """Whether it only tells when: "the May elections"; a government may be somebody's ("the May government")."""
    return before.tag_ == "DT" and word.dep_ == "compound" and word.head.lower_ in lexicon.word_set("dated")


def _is_beside_number(doc: Doc, index: int) -> bool:
    beside = (doc[near] for near in (index - 1, index + 1) if 0 <= near < len(doc))
    return any(token.like_num for token in beside)


def has_office_as_surname(doc: Doc, index: int) -> bool:
    """Whether the given name at ``index`` goes with the word for an office behind it: "Ann" + "Judge" hit."""
    if index + 2 >= len(doc) or doc[index].text not in lexicon.phrases("given_names.tsv"):
        return False
    given, office, beyond = doc[index : index + 3]
    tied = given.dep_ == "compound" and given.head == office and beyond.tag_ not in ("NNP", "NNPS", "IN")
    named = office.is_title and office.tag_ == "NNP" and office.text not in borders.honorifics()
    return tied and named and borders.is_title(office)


def has_month_as_given_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the month before a single word is somebody's given name: "August" + "Aal" wrote, but "in August Aal"."""
    month = doc[start - 1] if start and end - start == 1 else None
    if month is None or month.text not in MONTHS or month.dep_ != "compound" or month.head != doc[start]:
        return False
    return doc[start].dep_ in ("nsubj", "nsubjpass") and not is_month(doc, start - 1)
