"""Who is told to have had another name: "Aal, born Bek", "Aal, formerly Bek", "he took the name Aal", "as Pope Aal he".

Two are joined only where both are people, both bodies or both places.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from briefing.annotate import lexicon
from briefing.annotate.clusters.entity_drafts import Draft
from briefing.annotate.names import borders

_TITLES = lexicon.word_set("first-name-titles")
_SIGNS = frozenset((",", "(", "-", "–", "—"))
_AT_BIRTH = frozenset(("née", "nee", "born", "alias", "aka", "a.k.a", "a.k.a.", "nicknamed"))
_IN_TURN = frozenset(("formerly", "previously", "originally", "once", "now", "later"))
_CALLED = frozenset(("called", "named", "renamed"))
_LINKS = frozenset(("became", "born"))
_TAKES = frozenset(("took", "taking", "takes", "chose", "adopted", "assumed"))
_CHANGES = frozenset(("changed", "changing", "changes"))
_CALLS = frozenset(("renamed", "renaming", "calls", "called", "calling", "rebranded", "rebranding"))
_RENAMES = frozenset(("renamed", "renaming", "rebranded"))
_NAMES = _RENAMES | {"called", "named"}
_REIGNS = frozenset(("reigned", "reigns", "crowned", "enthroned", "elected"))
_TELLING = _AT_BIRTH | _IN_TURN | _LINKS | _TAKES | _CHANGES | _CALLS | _NAMES | _REIGNS | {"as"}
_SELVES = frozenset(("itself", "himself", "herself", "themselves"))
_LONGEST = 7
"""Words from the verb on: "changed its name from Bek to"."""
_SUBJECTS = ("nsubj", "nsubjpass")


def former_self(doc: Doc, words: Sequence[str], other: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The one of ``drafts`` that one of the other's names is told to be another name of.

    ``words`` are the tokens in lower case.
    """
    told = [span for span in other.names if not _TELLING.isdisjoint(words[max(span.start - _LONGEST, 0) : span.start])]
    near = [draft for draft in drafts if draft is not other and draft.type == other.type] if told else []
    for span in told if near else ():
        start = opening(doc, span)
        found = _told_beside(doc, span, start, near) or _told_by_verb(doc, span, start, near)
        found = found or _told_by_title(doc, span, start, near)
        if found is not None:
            return found
    return None


def is_in_use(doc: Doc, other: Draft) -> bool:
    """Whether the text tells that the other's name has come later and stayed: "was renamed Bek", "Aal, now Bek".

    A name that is only planned has not ("may be renamed Bek").
    """
    for start in (opening(doc, span) for span in other.names):
        if not {token.lower_ for token in doc[max(start - 2, 0) : start]}.isdisjoint(("now",)):
            return True
        for verb in reversed(doc[max(start - _LONGEST, 0) : start]):
            if verb.is_sent_end:
                break
            if verb.lower_ in _RENAMES | _CHANGES:
                return not any(child.tag_ in ("MD", "TO") for child in verb.children)
    return False


def opening(doc: Doc, span: Span) -> int:
    """Where a name starts with the titles and the article before it: "as the Lady Aal"."""
    index = span.start
    while index > max(span.start - 3, 0) and doc[index - 1].is_title and borders.is_title(doc[index - 1]):
        index -= 1
    return index - (index > 0 and doc[index - 1].lower_ == "the")


def _told_beside(doc: Doc, span: Span, start: int, drafts: Sequence[Draft]) -> Draft | None:
    """Who is named right before "formerly" and the like; behind the other name a sign closes what is said."""
    end = start
    if end > 1 and doc[end - 1].lower_ in _AT_BIRTH:
        end -= 1
    elif span.end >= len(doc) or doc[span.end].is_punct:
        end -= end > 1 and doc[end - 1].lower_ in _CALLED
        end -= end > 1 and doc[end - 1].lower_ in _IN_TURN
    if end == start or end < 2 or doc[end - 1].text not in _SIGNS:
        return None
    return _ending_at(drafts, end - 1)


def _ending_at(drafts: Sequence[Draft], end: int) -> Draft | None:
    return next((draft for draft in drafts if any(name.end == end for name in draft.names)), None)


def _told_by_verb(doc: Doc, span: Span, start: int, drafts: Sequence[Draft]) -> Draft | None:
    """Who takes the name: "Aal became Pope Bek", "it changed its name to Bek"; "became Bek's" tells nothing."""
    if _is_part(span) or (span.end < len(doc) and doc[span.end].tag_ == "POS"):
        return None
    for verb in reversed(doc[max(start - _LONGEST, 0) : start]):
        if verb.is_sent_end:
            return None
        if verb.lower_ in _NAMES and (found := _told_by_object(doc, verb, start, drafts)):
            return found
        if _gives_name(verb.lower_, [token.lower_ for token in doc[verb.i + 1 : start]]):
            return _bearer(_subject_of(verb), drafts)
    return None


def _told_by_object(doc: Doc, verb: Token, start: int, drafts: Sequence[Draft]) -> Draft | None:
    """Who gets the name: "they renamed Aal Bek", "renamed the party Bek", "Aal was called Bek"."""
    between = doc[verb.i + 1 : start]
    if not len(between):
        subject = _subject_of(verb)
        return _bearer(subject, drafts) if subject is not None and subject.dep_ == "nsubjpass" else None
    if verb.lower_ not in _RENAMES:
        return None
    if between.text == "it" or (len(between) == 2 and between[0].lower_ == "the" and between[1].tag_ == "NN"):
        return _last_before(drafts, verb.i)
    named = _ending_at(drafts, start)
    return named if named is not None and any(name.start == verb.i + 1 for name in named.names) else None


def _is_part(span: Span) -> bool:
    """Whether the name only belongs to a noun: "became Aal captain"."""
    return span.root.dep_ in ("compound", "amod", "nmod", "poss")


def _gives_name(verb: str, between: Sequence[str]) -> bool:
    """Whether the subject of a verb gets the name that follows it and the words ``between``."""
    if verb in _LINKS:
        return not between
    if verb in _TAKES:
        return "name" in between[1:] and between[-1] in ("name", "of")
    if verb in _CHANGES:
        return "name" in between[1:] and between[-1] == "to"
    if verb in _CALLS:
        return not _SELVES.isdisjoint(between[:1]) and list(between[1:]) in ([], ["as"])
    return verb in _REIGNS and list(between) == ["as"]


def _subject_of(verb: Token) -> Token | None:
    """The subject of a verb or of the one it is joined to; for "who" and "which" the noun they tell of."""
    for one in (verb, verb.head):
        subject = next((child for child in one.children if child.dep_ in _SUBJECTS), None)
        if subject is not None:
            return one.head if subject.lower_ in ("who", "which", "that") else subject
        if one.dep_ not in ("conj", "xcomp"):
            break
    return None


def _bearer(subject: Token | None, drafts: Sequence[Draft]) -> Draft | None:
    """The draft that a subject names, or the one named last before where it is a pronoun."""
    if subject is None:
        return None
    named = (draft for draft in drafts if any(name.start <= subject.i < name.end for name in draft.names))
    return next(named, None) or _named_last(subject, drafts)


def _named_last(pronoun: Token, drafts: Sequence[Draft], before: int = 0) -> Draft | None:
    """The draft named last before a pronoun whose gender it may have, or before a word further to the left."""
    if pronoun.lower_ not in ("he", "she", "it"):
        return None
    gender = {"he": "m", "she": "f"}.get(pronoun.lower_, "")
    fits = [draft for draft in drafts if not draft.gender or not gender or draft.gender == gender]
    return _last_before(fits, before or pronoun.i)


def _last_before(drafts: Sequence[Draft], end: int) -> Draft | None:
    """The draft named last before a token; one that is the subject of its verb goes before the others."""
    named = [(name, index) for index, draft in enumerate(drafts) for name in draft.names if name.end <= end]
    ranked = [(name.root.dep_ in _SUBJECTS, name.start, index) for name, index in named]
    return drafts[max(ranked)[-1]] if ranked else None


def _told_by_title(doc: Doc, span: Span, start: int, drafts: Sequence[Draft]) -> Draft | None:
    """Who is meant by "As Pope Aal he": the one named last before."""
    if not 0 < start < span.start or doc[start - 1].lower_ != "as" or span.end + 1 >= len(doc):
        return None
    if doc[start].text not in _TITLES:
        return None
    pronoun = doc[span.end + (doc[span.end].text == ",")]
    return _named_last(pronoun, drafts, start - 1) if start > 1 else None
