"""Whether the clause round a token tells of the past, the present or the future."""

from __future__ import annotations

from spacy.tokens import Span, Token

from briefing.annotate.timex_setting import FUTURE, OPEN, PAST, PRESENT

FUTURE_AUXILIARIES = {"will", "'ll", "’ll", "wo", "shall", "may", "might", "should", "must"}
REPORTED_FUTURE = {"would", "could", "can", "ca"}
"""Look ahead in what somebody says ("said he would go"), but not elsewhere ("could not be reached on Monday")."""
PLANS = {
    "expect",
    "schedule",
    "plan",
    "due",
    "set",
    "hope",
    "intend",
    "aim",
    "slate",
    "want",
    "agree",
    "promise",
    "prepare",
    "ready",
    "likely",
    "book",
    "pledge",
    "vow",
    "threaten",
    "seek",
    "propose",
    "bind",
}
"""Words whose infinitive is still to come ("is scheduled to open", "due to meet")."""
FORWARD = {"until", "till", "by"}
MAXIMUM_CLIMB = 12


def outlook(span: Span) -> str:
    """``past``, ``present``, ``future`` or empty for the clause that ``span`` hangs on."""
    if span.root.dep_ == "poss":
        return OPEN
    verb = governing_verb(span.root)
    if verb is None:
        return OPEN
    told = verb_outlook(verb)
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if before in FORWARD and told != PAST:
        return FUTURE
    if before in {"since", "from"} and told == PRESENT:
        return PAST
    return told


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token, or an adjective such as "due" that stands for one."""
    for _ in range(MAXIMUM_CLIMB):
        if token.pos_ in {"VERB", "AUX"} or token.lower_ == "due":
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def verb_outlook(verb: Token) -> str:
    """The outlook of one verb with its auxiliaries."""
    if verb.lower_ == "due":
        return FUTURE
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in auxiliaries}
    governor = verb.head if verb.head != verb else None
    reported = verb.dep_ == "ccomp" and governor is not None and governor.pos_ == "VERB"
    if "have" in words or "'ve" in words:
        return PAST
    if words & FUTURE_AUXILIARIES or (reported and words & REPORTED_FUTURE):
        return FUTURE
    if "to" in words:
        return _infinitive(verb, governor)
    if any(child.tag_ == "VBD" or child.lower_ in {"has", "have", "'ve", "had"} for child in auxiliaries):
        return PAST
    if verb.tag_ == "VBD":
        return PAST
    if any(child.tag_ in {"VBZ", "VBP"} for child in auxiliaries) or verb.tag_ in {"VBZ", "VBP"}:
        if verb.lemma_ in PLANS and verb.tag_ == "VBN":
            return FUTURE
        return PRESENT
    return _without_tense(verb, governor)


def _infinitive(verb: Token, governor: Token | None) -> str:
    if governor is None:
        return FUTURE
    if governor.lemma_.lower() in PLANS or governor.lemma_ in {"be", "go"}:
        return FUTURE
    if governor.pos_ in {"VERB", "AUX"}:
        return verb_outlook(governor) if governor != verb else OPEN
    return FUTURE if governor.lower_ in {"plan", "plans", "deadline"} else _climb(governor)


def _without_tense(verb: Token, governor: Token | None) -> str:
    """A participle: the outlook of the verb above ("killed on Monday, he was buried")."""
    if governor is None or (verb.tag_ == "VBN" and verb.lemma_ not in PLANS):
        return PAST if verb.tag_ == "VBN" else OPEN
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "acl", "pcomp"}:
        if verb.tag_ == "VBN" and verb.dep_ == "acl":
            return FUTURE if verb.lemma_ in PLANS else PAST
        return _climb(governor)
    return PAST if verb.tag_ == "VBN" else OPEN


def _climb(token: Token) -> str:
    above = governing_verb(token)
    return verb_outlook(above) if above is not None else OPEN
