"""People's names without the words of a headline or a programme that a recogniser takes in with them.

"Ann Aal Goes", "Rip Ann Aal", "Ann Aal Tonight", "Said Aal": what else the text says shows where the name ends.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Doc, Token

from briefing.annotate import lexicon

if TYPE_CHECKING:
    from briefing.annotate.names.candidates import Candidate

_NO_NAME_TAGS = frozenset(("MD", "WRB", "WP", "VBZ", "VBD", "VBP", "VB", "RB", "IN", "DT", "PRP", "TO"))
_NAMES_TOO = frozenset(("may", "will"))
"""Words of grammar that people are called."""
_SAID = frozenset(("Said", "Says", "Added", "Asked"))
_QUOTES = frozenset("\"'“”‘’")


class _Text(NamedTuple):
    """A document and the people that a recogniser finds in it."""

    doc: Doc
    texts: Sequence[str]
    people: Set[str]
    titled: Set[int]
    """Tokens of headlines."""


def trimmed(doc: Doc, texts: Sequence[str], found: Sequence[Candidate], titled: Set[int]) -> list[Candidate]:
    """The candidates in order, people's names set right; one that is nothing but such words is left out."""
    people = {doc[one.start : one.end].text for one in found if one.label == "PERSON"}
    text = _Text(doc, texts, people, titled)
    return [right for one in found if (right := _set_right(text, one)) is not None]


def _set_right(text: _Text, one: Candidate) -> Candidate | None:
    if one.end - one.start > 1 and one.label in ("PERSON", "WORK_OF_ART"):
        one = _without_verb_of_saying(text.doc, one)
    if one.end - one.start < 3 or not (one.label == "PERSON" or _is_named_for_somebody(text, one)):
        return one
    start, end = one.start, one.end
    while end - start > 2 and _ends_before(text, start, end):
        end -= 1
    while end - start > 1 and _starts_behind(text, start, end):
        start += 1
    is_name = end - start > 1 or any(name.endswith(text.texts[start]) for name in text.people if name.count(" ") < 2)
    return one._replace(start=start, end=end, label="PERSON") if is_name else None


def _is_named_for_somebody(text: _Text, one: Candidate) -> bool:
    """Whether a programme is called by a first name, a surname and a word behind ("Ann Aal Now")."""
    first = text.texts[one.start] in lexicon.phrases("given_names.tsv")
    return one.label == "WORK_OF_ART" and first and one.end - one.start == 3 and _ends_before(text, one.start, one.end)


def _without_verb_of_saying(doc: Doc, one: Candidate) -> Candidate:
    """A name without the "Said" before it that follows a quotation or opens one; "Said Aal told" is a man's name."""
    if doc[one.start].text not in _SAID or one.end >= len(doc):
        return one
    opens = doc[one.end].text == ":"
    follows = one.start > 0 and doc[one.start - 1].text in _QUOTES and not doc[one.end].tag_.startswith("VB")
    return one._replace(start=one.start + 1, label="PERSON") if opens or follows else one


def _ends_before(text: _Text, start: int, end: int) -> bool:
    """Whether the last word is none of the name: "Ann Aal Show", "Ann Aal Now", "Ann Aal Goes" in a headline.

    Nor is one that the text also has in small letters, or the same word twice, where the name stands elsewhere without.
    """
    doc, last = text.doc, text.doc[end - 1]
    if not last.is_alpha:
        return False
    if _is_of_grammar(last):
        return True
    if last.lower_ in lexicon.word_set("behind-names") and doc[start].text in lexicon.phrases("given_names.tsv"):
        return True
    if start in text.titled and (last.tag_ in _NO_NAME_TAGS or _is_third_person(last.lower_)):
        return True
    same = last.text == doc[end - 2].text
    return (same or last.lower_ in text.texts) and doc[start : end - 1].text in text.people


def _starts_behind(text: _Text, start: int, end: int) -> bool:
    """Whether the first word is none of the name: "Rip Ann Aal" in a headline, "Miss Universe" + "Ann Aal"."""
    doc, first = text.doc, text.doc[start]
    if start in text.titled and (first.tag_ in _NO_NAME_TAGS or _is_of_grammar(first)):
        return True
    given = lexicon.phrases("given_names.tsv")
    if first.text in given or not first.is_alpha or len(first) < 3:
        return False
    if start in text.titled and is_headline_verb(first.lower_):
        return True
    return end - start > 2 and doc[start + 1].text in given and doc[start + 1 : end].text in text.people


def _is_of_grammar(token: Token) -> bool:
    """Whether the word is one of grammar, that no name begins or ends with ("Now", "Again", "After")."""
    return token.is_title and token.is_stop and token.lower_ not in _NAMES_TOO


def is_headline_verb(word: str) -> bool:
    """Whether the word, in small letters, is a verb of headlines: "blast", "goes"."""
    return word in _headline_verbs() or _is_third_person(word)


def _headline_verbs() -> frozenset[str]:
    return lexicon.words("headline_verbs.txt")


def _is_third_person(word: str) -> bool:
    """Whether the word is a verb of headlines with its ending: "goes", "calls"."""
    return word.endswith("s") and (word[:-1] in _headline_verbs() or word.removesuffix("es") in _headline_verbs())
