"""Offices and descriptions that a sentence gives: "Ann Aal is a judge", "Aal was named minister of trade"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from spacy.tokens import Doc, Span, Token

from briefing.annotate import layers, lexicon, quote_marks
from briefing.annotate.roles import role_agreement, role_phrases

_COPULAS = frozenset(("be", "become", "remain"))
_NAMING = lexicon.word_set("naming")
_GIVEN = ("oprd", "attr", "dobj", "xcomp", "ccomp")
"""What parsers take the office for in "was named mayor"."""
_ANYBODY = lexicon.word_set("anybody")


def stated(doc: Doc, name: Span, blocked: Set[int]) -> Iterator[Span]:
    """The descriptions that the sentence of a name gives of its bearer."""
    yield from (one for one in _by_copula(doc, name, blocked) if not _is_opinion(one, name))
    yield from _by_appointment(doc, name, blocked)


def _by_copula(doc: Doc, name: Span, blocked: Set[int]) -> Iterator[Span]:
    """The descriptions behind "is": "Ann Aal is the minister of trade", "Aal, who was a judge"."""
    root = name.root
    verbs = [root.head] if root.dep_ in ("nsubj", "nsubjpass") else []
    verbs.extend(child for child in root.children if child.dep_ == "relcl")
    for verb in verbs:
        if verb.lemma_ in _COPULAS and verb.i > name.start and not any(child.dep_ == "neg" for child in verb.children):
            yield from _offices(doc, verb, blocked, ("attr",))


def _by_appointment(doc: Doc, name: Span, blocked: Set[int]) -> Iterator[Span]:
    """The offices that somebody is named to, unless long ago: "Ann Aal was elected mayor", not "in 1996".

    Only to a post held in a body: nobody is "named player of the year" to one.
    """
    subject = name.root.head if name.root.dep_ == "appos" else name.root
    verb = subject.head
    if verb.lemma_ not in _NAMING or verb.i < name.end or subject.dep_ != "nsubjpass":
        return
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")}
    if auxiliaries <= {"was", "were", "is", "has", "have", "had", "been"} and not _has_year(verb):
        yield from (
            one for one in _offices(doc, verb, blocked, _GIVEN) if role_phrases.heads(one) & role_agreement.posts()
        )


def _offices(doc: Doc, verb: Token, blocked: Set[int], parts: tuple[str, ...]) -> Iterator[Span]:
    """The role phrases among these parts of a verb."""
    for child in verb.children:
        if child.dep_ in parts and child.i > verb.i and role_phrases.is_role_word(child) and child.i not in blocked:
            yield doc[_left_edge(doc, child) : role_phrases.phrase_end(doc, child)]


def _left_edge(doc: Doc, head: Token) -> int:
    start = head.i
    while start > head.sent.start and (_describes(doc[start - 1]) or doc[start].tag_ == "HYPH"):
        start -= 1
    return start


def _describes(token: Token) -> bool:
    return role_phrases.is_modifier(token) and token.tag_ not in ("VBG", "VBN")


def _has_year(verb: Token) -> bool:
    """The verb tells of a year: what was given then may be over."""
    return any(token.ent_type_ == "DATE" and token.shape_ == "dddd" for token in verb.subtree)


def _is_opinion(role: Span, name: Span) -> bool:
    """What a source says of a person, or what praises or blames: «"Aal is a strong leader," she said»."""
    if role[-1].lower_ in _ANYBODY or any(token.lower_ in role_phrases.praise() for token in role):
        return True
    return _in_marks(role.doc, name.start) or _in_marks(role.doc, role.end - 1)


def _in_marks(doc: Doc, position: int) -> bool:
    """The token stands between quotation marks."""
    place = doc[position].idx
    block = next((one for one in layers.block_of(doc, "body") if one.start <= position < one.end), None)
    if block is None:
        return False
    return any(
        one.start <= place < one.end for one in quote_marks.stretches(doc.text, block.start_char, block.end_char)
    )
