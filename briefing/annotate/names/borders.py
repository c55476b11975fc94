"""Borders of names: what a recogniser puts round a name and does not belong to it is cut off.

Newlines, articles, forms of address, offices, adjectives of countries before a person, possessive endings, quotation
marks and dashes are outside; "and" parts two people.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from briefing.annotate import countries, lexicon

DETERMINERS = lexicon.word_set("determiners")
_EDGES = frozenset("\"'“”‘’«»`´()[]{}<>|,;:.!?-–—…/*•_·&+")
_QUESTION_VERBS = lexicon.word_set("questions")
_CAPTION_WORDS = frozenset(("Image", "Photo", "Picture", "Video", "Source", "Comment", "Read", "Watch"))
_APOSTROPHES = ("'s", "’s", "'", "’", "´s", "`s")


@cache
def honorifics() -> frozenset[str]:
    """Forms of address as written ("Mr", "Mr.")."""
    return lexicon.phrases("honorifics.tsv")


@cache
def role_words() -> frozenset[str]:
    """Nouns for what a person is, in lower case."""
    return lexicon.phrases("role_words.tsv")


def is_title(token: Token) -> bool:
    """Whether a word before a name is a form of address or an office, as it is written in titles."""
    if token.text in honorifics():
        return True
    if token.text in lexicon.phrases("given_names.tsv"):
        return False
    lower = token.lower_
    return lower in role_words() or (lower.endswith("s") and lower[:-1] in role_words())


def pieces(doc: Doc, start: int, end: int, label: str) -> list[tuple[int, int]]:
    """The names inside a recognised stretch, each with its borders set right."""
    found = []
    for part in _parts(doc, start, end, label):
        left, right = trim(doc, *part, person=label == "PERSON")
        if left < right and looks_like_name(doc, left, right):
            found.append((left, right))
    return found


def _parts(doc: Doc, start: int, end: int, label: str) -> list[tuple[int, int]]:
    parts, left = [], start
    for index in range(start, end):
        border = _parts_here(doc[index], label) and not _wraps(doc, left, index, end)
        border = border or (label == "ORG" and (_is_office_between(doc, left, index, end) or _lists(doc, index, end)))
        if border or (label == "PERSON" and _opens_phrase(doc, index, end)):
            parts.append((left, index))
            left = index + 1
    parts.append((left, end))
    return parts


def _is_office_between(doc: Doc, start: int, index: int, end: int) -> bool:
    """Whether an office stands between a body's name and the one of who holds it: "Aal Bank CEO Ann Bek"."""
    name = doc[index + 1 : end]
    if index == start or len(name) not in (2, 3) or not is_title(doc[index]) or doc[index].is_lower:
        return False
    if (end < len(doc) and doc[end].tag_ in ("NNP", "NNPS")) or any(map(is_title, name)):
        return False
    if not _is_body_by_itself(doc, start, index):
        return False
    kinds = lexicon.words("organisation_words.txt") | lexicon.words("place_words.txt")
    return all(token.is_title and token.tag_ == "NNP" and token.lower_ not in kinds for token in name)


def _is_body_by_itself(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are a listed body, end with a word for bodies, or stand as one elsewhere in the text."""
    start += doc[start].lower_ in DETERMINERS
    text = doc[start:end].text
    if text in lexicon.phrases("bodies.txt") or any(ent.text == text and ent.label_ == "ORG" for ent in doc.ents):
        return True
    return end - start > 1 and doc[end - 1].lower_ in lexicon.words("organisation_words.txt")


def _lists(doc: Doc, index: int, end: int) -> bool:
    """Whether a comma stands between two words that both are, or end, a name elsewhere: "Aal, Bek and others"."""
    if doc[index].text != "," or index + 2 != end:
        return False
    known = {ent[-1].text for ent in doc.ents if ent.end != end and ent.label_ in ("PERSON", "ORG", "GPE")}
    return {doc[index - 1].text, doc[index + 1].text} <= known


def _opens_phrase(doc: Doc, index: int, end: int) -> bool:
    """Whether "the" in a stretch begins a longer phrase: "by Aal the Bekland" property, but not "Aal the Great"."""
    return doc[index].text == "the" and end < len(doc) and doc[end].tag_ in ("NN", "NNS")


def _wraps(doc: Doc, left: int, index: int, end: int) -> bool:
    """Whether a line ends inside a name: behind nothing but a given name ("Ann" / "Aal"), or in a known body's name."""
    if doc[index].text != "\n" or index + 1 >= end:
        return False
    if index - left == 1 and end - index == 2 and doc[left].text in lexicon.phrases("given_names.tsv"):
        return True
    words = [token.text for token in doc[left:end] if not token.is_space and token.lower_ not in DETERMINERS]
    return " ".join(words) in lexicon.phrases("bodies.txt")


def _parts_here(token: Token, label: str) -> bool:
    if token.is_space or token.text in ("|", "--", "•"):
        return not token.is_space or "\n" in token.text
    if label != "PERSON":
        return label in ("ORG", "GPE") and token.is_lower and token.tag_ in ("VBD", "VBZ")
    return token.lower_ in ("and", ",", "/", "with", "vs", "who", "und", "et") or token.text in _APOSTROPHES[:2]


def trim(doc: Doc, start: int, end: int, *, person: bool) -> tuple[int, int]:
    """``start`` and ``end`` without what surrounds a name."""
    while end > start and (
        _is_trailing(doc[end - 1], doc, start, end)
        or (person and end - start > 2 and doc[end - 1].text in _CAPTION_WORDS)
    ):
        end -= 1
    while start < end and _is_leading(doc[start], person=person, alone=end - start == 1):
        start += 1
    return start + (end - start > 2 and _opens_question(doc[start])), end


def _opens_question(token: Token) -> bool:
    """Whether the verb that a question opens with stands there: "Are Ann Aal and Bo Bek going?"."""
    if not token.is_title or token.lower_ not in _QUESTION_VERBS or not token.is_sent_start:
        return False
    return any(other.text == "?" for other in token.doc[token.i : token.sent.end])


def _is_trailing(token: Token, doc: Doc, start: int, end: int) -> bool:
    if token.is_space or token.text in _APOSTROPHES:
        return True
    if token.i > start and doc[token.i - 1].tag_ == "HYPH" and not doc[token.i - 1].whitespace_:
        return False
    if token.text == "." and token.i > start and doc[token.i - 1].text in ("Jr", "Sr"):
        return False
    if token.text == ")" and any(other.text == "(" for other in doc[start:end]):
        return False
    return token.text in _EDGES or (token.is_lower and token.is_stop)


def _is_leading(token: Token, *, person: bool, alone: bool) -> bool:
    if token.is_space or token.text in _EDGES or token.text in _APOSTROPHES:
        return True
    if token.lower_ in DETERMINERS and not (token.is_upper and len(token) > 1):
        return True
    if not person:
        return token.is_lower and (token.is_stop or token.pos_ in ("ADJ", "ADV", "ADP", "VERB"))
    if token.text in honorifics() or (token.is_lower and token.lower_ not in PARTICLES):
        return True
    if alone:
        return False
    if token.is_upper and len(token) > 1 and token.text.capitalize() in _CAPTION_WORDS:
        return True
    found = countries.country_name(token.text)
    return is_title(token) or (found is not None and found.form == "demonym")


PARTICLES = lexicon.word_set("particles")


def looks_like_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the stretch holds a letter in upper case and is no bare word of the calendar."""
    words = [token for token in doc[start:end] if not token.is_punct]
    if not words or all(token.lower_ in not_names() for token in words):
        return False
    return any(char.isupper() for token in words for char in token.text)


@cache
def not_names() -> frozenset[str]:
    """Capitalised words that are no names, in lower case."""
    return frozenset(word.casefold() for word in lexicon.words("not_names.txt"))
