"""Names of works, programmes, laws and weapons: things that are no actors, whatever a recogniser takes them for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from briefing.annotate import lexicon
from briefing.annotate.names.borders import DETERMINERS
from briefing.annotate.names.organisation_names import is_company

_KINDS = lexicon.word_set("works")
_PLANS = lexicon.word_set("plans")
_OPENING, _CLOSING = frozenset("\"“‘'«„"), frozenset("\"”’'»“")
_TIES = ("appos", "compound", "nmod", "npadvmod")
_MODEL = re.compile(r"(?!G-)[A-Z][A-Za-z]{0,3}-\d{1,4}[A-Za-z]{0,3}")
"""A make and a number, as weapons and vehicles have: "S-300s", "T-72"; the G-20 are states."""
_AGENCIES = frozenset(("MI-5", "MI-6"))
_GAPS = frozenset(("of", "for", "on", "against", "in", "and", "&", "to"))
"""Before an article inside it these leave it a body's name: "Friends of the Forest", but not "Meet the Town"."""


def is_plan(words: Sequence[str]) -> bool:
    """Whether the name is that of a law, programme, poll or prize ("National Roads Plan", "Medicare"), or a model's."""
    text = " ".join(words)
    if text in lexicon.phrases("programmes.txt"):
        return True
    model = "".join(words)
    return words[-1].casefold() in _PLANS or (_MODEL.fullmatch(model) is not None and model not in _AGENCIES)


def is_work(doc: Doc, start: int, end: int, label: str) -> bool:
    """Whether a book, film or programme bears the name here: "Meet the Town", "the sitcom Happy Doctors"."""
    if end - start > 1 and _holds_article(doc[start:end].text.lower().split()):
        return label == "WORK_OF_ART" or _is_quoted(doc, start, end)
    return start > 0 and _is_introduced(doc[start - 1], doc, start, end)


def _holds_article(words: Sequence[str]) -> bool:
    """Whether an article stands inside the words and no preposition before it."""
    return any(word in DETERMINERS and words[at] not in _GAPS for at, word in enumerate(words[1:]))


def _is_quoted(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing but the name stands between quotation marks, with at most a comma or full stop behind it."""
    if not start or doc[start - 1].text not in _OPENING:
        return False
    return any(token.text in _CLOSING for token in doc[end : end + 2])


def _is_introduced(noun: Token, doc: Doc, start: int, end: int) -> bool:
    """Whether the noun before the name tells what work it is: "the film Aal", not "the film Ann Aal directed"."""
    if noun.tag_ != "NN" or noun.text not in _KINDS or is_company(doc[start:end].text):
        return False
    root = doc[start:end].root
    tied = (root.head == noun and root.dep_ in _TIES) or (noun.head == root and noun.dep_ in _TIES)
    return tied and doc[end - 1].tag_ != "POS"
