"""Whether the clause round a token tells of the past, the present or the future."""

from __future__ import annotations

from spacy.tokens import Span, Token

from briefing.annotate.times.grammar import lexicon
from briefing.annotate.times.setting import FUTURE, OPEN, PAST, PRESENT

FUTURE_AUXILIARIES = {"will", "'ll", "’ll", "wo", "shall", "may", "might", "should", "must"}
WILL = {"will", "'ll", "’ll", "wo"}
REPORTED_FUTURE = {"would", "could", "can", "ca"}
"""Look ahead in what somebody says ("said he would go"), but not elsewhere ("could not be reached on Monday")."""
PLANS = {
    "anticipate",
    "forecast",
    "project",
    "expect",
    "schedule",
    "plan",
    "due",
    "set",
    "hope",
    "intend",
    "aim",
    "slate",
    "slat",
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
DEMANDS = {"ask", "demand", "insist", "order", "propose", "recommend", "request", "require", "suggest", "urge"}
TIMETABLE = {
    "adjourn",
    "air",
    "appear",
    "arrive",
    "begin",
    "close",
    "come",
    "conclude",
    "convene",
    "debut",
    "depart",
    "elect",
    "end",
    "expire",
    "face",
    "fall",
    "finish",
    "fly",
    "go",
    "host",
    "kick",
    "land",
    "leave",
    "meet",
    "open",
    "play",
    "premiere",
    "reconvene",
    "reopen",
    "resume",
    "retire",
    "return",
    "run",
    "sail",
    "sit",
    "start",
    "take",
    "travel",
    "visit",
    "vote",
}
"""Verbs whose plain present with a date tells of what is fixed to come ("the fair opens on Sunday", "takes effect")."""
PUT_OFF = {"adjourn", "ban", "cancel", "close", "defer", "delay", "extend", "ground", "halt", "move", "postpone"} | {
    "push",
    "remand",
    "reschedule",
    "shut",
    "suspend",
}
"""Past verbs whose "until" or "to" lies ahead: "adjourned until Monday", not so "lasted until Monday"."""
FORWARD = {"until", "till", "by"}
ENDS = {"until", "till", "to", "through"}
CLOCK_WORDS = {"a.m.", "p.m.", "am", "pm", "noon", "midnight", "on"}
"""Words of a clock time between "until" and the day: "until 9 a.m. Tuesday"."""
ARRANGED = {"plan", "schedule"}
"""Past verbs whose object has yet to come: "planned a march on Saturday"."""
SENSES = {"feel", "find", "hear", "see", "tell", "understand"}
"""What people "could" do on a day they did: "residents could hear shots on Monday"."""
COMING = {"after", "before", "once", "till", "until", "when"}
"""Words after which the plain present with a time tells of what is to come."""
AWAITING = {"await", "run-up"}
NEAR = 6
"""Words from "ahead of" or "await" up to the time of what is waited for."""
APPOINTING = {"for"}
"""Also after a past verb: "called a meeting for Wednesday"."""
NOMINAL = {"dobj", "nsubj", "pobj"}
"""Places of nouns, whatever part of speech the tagger sees there: "blocked mountain passes over the weekend"."""
MAXIMUM_CLIMB = 12


def outlook(span: Span) -> str:
    """``past``, ``present``, ``future`` or empty for the clause that ``span`` hangs on."""
    if _is_awaited(span) or _is_once_it_comes(span.root):
        return FUTURE
    if span.root.dep_ == "poss":
        return OPEN
    verb = governing_verb(span.root)
    if verb is None:
        return OPEN
    told = verb_outlook(verb)
    if _is_ahead(span, verb, told):
        return FUTURE
    before = _word_before(span)
    if before in {"since", "from", "of"} and told == PRESENT:
        return PAST
    return FUTURE if told == PRESENT and is_timetable(verb) else told


def _is_ahead(span: Span, verb: Token, told: str) -> bool:
    """Whether the words before a time or the object it stands with put it ahead, whatever the tense says."""
    before = _word_before(span)
    if before == "effective" or (before in APPOINTING and span[0].text in lexicon()["weekdays"]):
        return True
    if before in ENDS and verb.lemma_ in PUT_OFF:
        return True
    if before in {"until", "till"} and _is_deadline(span):
        return True
    if told != PAST:
        return before in FORWARD or (before == "as" and span.doc[max(span.start - 2, 0)].lower_ in {"early", "soon"})
    return verb.lemma_ in ARRANGED and _has_new_object(verb)


def _is_awaited(span: Span) -> bool:
    """Whether a time dates what people wait for: "ahead of Sunday's vote", "awaited a ruling on Friday"."""
    before = span.doc[max(span.start - NEAR, span.sent.start) : span.start]
    return any(
        word.lemma_ in AWAITING or (word.lower_ == "ahead" and before.end > word.i + 1 and word.nbor().lower_ == "of")
        for word in before
    )


def _is_once_it_comes(token: Token) -> bool:
    """Whether a time stands in a clause whose present tense is to come: "before markets open on Monday"."""
    for _ in range(MAXIMUM_CLIMB):
        if token.dep_ == "advcl" or token.head == token:
            break
        token = token.head
    joined = token.dep_ == "advcl" and any(child.lower_ in COMING and child.i < token.i for child in token.children)
    return joined and token.tag_ in {"VBZ", "VBP", "JJ"} and not any(child.dep_ == "aux" for child in token.children)


def _word_before(span: Span) -> str:
    """The word before a time, over the clock time that stands with it."""
    place = span.start - 1
    while place > 0 and (span.doc[place].like_num or span.doc[place].lower_ in CLOCK_WORDS):
        place -= 1
    return span.doc[place].lower_ if place >= 0 else ""


def _is_deadline(span: Span) -> bool:
    """Whether somebody has until then to do something: "gave the firm until Friday to answer"."""
    after = span.doc[span.end : span.end + 2]
    return len(after) == 2 and after[0].lower_ == "to" and after[1].tag_ == "VB"


def _has_new_object(verb: Token) -> bool:
    """Whether a verb has an object named for the first time: "a march", "protests"."""
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
    return any(not {"the", "his", "her", "their", "its"} & {word.lower_ for word in one.children} for one in objects)


def is_timetable(verb: Token) -> bool:
    """Whether a verb in the plain present may tell of a fixed date to come; in headlines that tense is the past."""
    plain = verb.tag_ in {"VBZ", "VBP"} and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    return plain and verb.lemma_ in TIMETABLE and _ends_as_sentence(verb)


def _ends_as_sentence(token: Token) -> bool:
    words = [word for word in token.sent[-3:] if not word.is_space]
    return bool(words) and words[-1].is_punct


def is_told_to_come(span: Span) -> bool:
    """Whether the clause of a time says "will": what it tells is to come, whatever year was told before."""
    verb = governing_verb(span.root)
    return verb is not None and any(child.dep_ == "aux" and child.lower_ in WILL for child in verb.children)


def is_aside(span: Span) -> bool:
    """Whether a time is told beside the story: in a relative clause, of what "had" happened, or as an end to come."""
    if span.start and span.doc[span.start - 1].lower_ in {"until", "till"}:
        return True
    verb = governing_verb(span.root)
    if verb is None:
        return False
    return verb.dep_ == "relcl" or any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children)


def looks_back(span: Span) -> bool:
    """Whether an expression stands in a clause in the past perfect: "in March he had become"."""
    verb = governing_verb(span.root)
    return verb is not None and any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children)


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token, or an adjective such as "due" that stands for one."""
    for _ in range(MAXIMUM_CLIMB):
        if (token.pos_ in {"VERB", "AUX"} and token.dep_ not in NOMINAL) or token.lower_ == "due":
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def verb_outlook(verb: Token, depth: int = 0) -> str:
    """The outlook of one verb with its auxiliaries; participles and infinitives look to the verb above them."""
    if verb.lower_ == "due":
        return FUTURE
    if depth > MAXIMUM_CLIMB:
        return OPEN
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    told = _by_auxiliaries(verb, auxiliaries)
    if told:
        return told
    if _is_demanded(verb, auxiliaries):
        return FUTURE
    if any(child.lower_ == "to" for child in auxiliaries):
        return _infinitive(verb, depth)
    tense = {"VBD": PAST, "VBZ": PRESENT, "VBP": PRESENT}.get(verb.tag_)
    return tense or _participle(verb, depth)


def _by_auxiliaries(verb: Token, auxiliaries: list[Token]) -> str:
    """What "will", "had", "is" say; empty where there is none of them."""
    words = {child.lower_ for child in auxiliaries}
    reported = verb.dep_ == "ccomp" and verb.head.pos_ == "VERB"
    if words & {"have", "'ve", "’ve"} and "will" not in words:
        return PAST
    if words & FUTURE_AUXILIARIES or (reported and words & REPORTED_FUTURE):
        return FUTURE
    if "to" in words:
        return OPEN
    if "could" in words and verb.lemma_ not in SENSES and not any(child.dep_ == "neg" for child in verb.children):
        return FUTURE
    if any(child.tag_ == "VBD" or child.lower_ == "has" for child in auxiliaries):
        return PAST
    if any(child.tag_ in {"VBZ", "VBP"} for child in auxiliaries):
        return FUTURE if verb.lemma_ in PLANS and verb.tag_ == "VBN" else PRESENT
    return OPEN


def _is_demanded(verb: Token, auxiliaries: list[Token]) -> bool:
    """Whether a bare verb tells what somebody asks for: "demanded that he resign", "asked that it be made by May"."""
    bare = (auxiliaries[0] if auxiliaries else verb).tag_ == "VB"
    return bare and verb.dep_ == "ccomp" and verb.head.lemma_ in DEMANDS


def _infinitive(verb: Token, depth: int) -> str:
    """An infinitive: to come after "plans", past in "after its decision to join", else as the verb above."""
    governor = verb.head
    if governor == verb or governor.lemma_.lower() in PLANS or governor.lemma_ in {"be", "go"}:
        return FUTURE
    if governor.dep_ == "pobj" and governor.head.lower_ in {"after", "following", "since"}:
        return PAST
    if governor.lower_ in {"plan", "plans", "deadline"}:
        return FUTURE
    return _climb(governor, depth)


def _participle(verb: Token, depth: int) -> str:
    """A verb without tense: past for "killed on Monday", to come for "planned", else as the verb above."""
    if verb.tag_ == "VBN" and verb.lemma_ not in PLANS:
        return PAST
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return FUTURE
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "acl", "pcomp"} and verb.head != verb:
        return _climb(verb.head, depth)
    return PAST if verb.tag_ == "VBN" else OPEN


def _climb(token: Token, depth: int) -> str:
    above = governing_verb(token)
    return verb_outlook(above, depth + 1) if above is not None else OPEN
