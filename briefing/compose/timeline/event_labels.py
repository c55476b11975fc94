"""Labels of events for the sequence graphic: words of the source, cut at a phrase border."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.annotate.events.timexes import hangs_on
from briefing.annotate.layers import EventMention
from briefing.compose import wordlists
from briefing.compose.clauses import SUBJECTS
from briefing.compose.passages import Cut
from briefing.compose.timeline.happenings import PLANNED, REPORTING

LONGEST = 45
"""Characters that fit a column of the sequence in three lines."""
EDGES = ",;:. \"”'"
FEWEST = 3
"""Words of what is said that are worth a label."""
SHORT = 25
"""Characters of a name beside which a label has room for what its bearer does."""
SAYING = wordlists.words("saying")
NEVER_LAST = frozenset({"ADP", "DET", "AUX", "PART", "SCONJ", "CCONJ", "PUNCT", "SPACE"})
RELATIVES = frozenset({"which", "who", "that"})
"""Subjects that stand for the noun before: the label names it instead."""
CLOSE = frozenset({"prt", "dobj", "acomp", "attr", "neg", "xcomp", "oprd", "dative", "pobj"})
"""Dependencies of words that must not be cut from the word before them: a verb keeps its object."""
COMPLEMENTS = frozenset({"ccomp", "xcomp", "oprd", "dobj"})
"""Dependencies of what a verb says nothing certain without; an ellipsis stands for them."""
DEMANDING = frozenset({"appeal", "call", "lobby", "plead", "press", "push"})
"""Verbs whose infinitive is what is asked for, though the parser takes it for a purpose."""


def label(event: EventMention, cut: Cut) -> str:
    """At most ``LONGEST`` characters: from the name of the subject on, as far as a phrase border allows.

    The date is left out where it can be, it stands above the label. What somebody says is a label of its own only
    where it says itself that it is to come, or is told of the same day. An ellipsis marks a cut inside a phrase.
    ``cut`` is the passage shown; its words in brackets stay.
    """
    span = cut.span
    verbs = list(_verbs(event, span))
    dated = [(verb, with_date) for with_date in (False, True) for verb in verbs]
    found = (
        (not with_date and _of_statement(verb, cut, span)) or _of_verb(verb, event, cut, span, with_date=with_date)
        for verb, with_date in dated
    )
    return next((text for text in found if text), "") or _first_words(verbs[0], cut, span)


def _of_statement(verb: Token, cut: Cut, span: Span) -> str:
    """Who says so and the first words of what: "Officials said… six people were in custody"; "" for other verbs.

    Where the words stand in front, who says them comes behind: "Thirty people were injured… ministry said".
    """
    subject = _subject(verb, span)
    said = next((child for child in verb.children if child.dep_ == "ccomp" and span.start <= child.i < span.end), None)
    if verb.lemma_.casefold() not in REPORTING or said is None or subject is None or subject.head != verb:
        return ""
    if subject.pos_ == "PRON" or subject.ent_type_ in {"DATE", "TIME"}:
        return ""
    clause = span.doc[max(said.left_edge.i, span.start) : min(said.right_edge.i + 1, span.end)]
    who = _name_in(subject, span) or subject.text
    if said.i < verb.i:
        tail = f"… {who if len(who) <= SHORT else subject.text} {verb.text}"
        room = LONGEST - len(tail)
        words = _fitting(cut, clause, said.i, room) or _fitting(cut, clause, said.i, room, whole=False)
        return f"{words.rstrip('…')}{tail}" if words else ""
    phrase = _words(cut, span.doc[_start(subject, span) : verb.i + 1])
    tries = [(head, whole) for whole in (True, False) for head in (phrase, f"{who} {verb.text}")]
    told = ((head, _fitting(cut, clause, said.i, LONGEST - len(f"{head}… …"), whole=whole)) for head, whole in tries)
    return next((f"{head}… {words}" for head, words in told if words), "")


def _fitting(cut: Cut, stretch: Span, verb: int, room: int, *, whole: bool = True) -> str:
    """As many words of a clause as fit and end at a phrase border, its verb among them; "" if there are none.

    Unless the phrase must be whole, any ``FEWEST`` words that end in none that leans on the next. An ellipsis stands
    behind words that are not all.
    """
    start = next((token.i for token in stretch if token.dep_ != "mark" and token.text[0].isalnum()), stretch.start)
    for end in range(stretch.end, verb if whole else start + FEWEST - 1, -1):
        text = _words(cut, stretch.doc[start:end]).rstrip(EDGES)
        rest = stretch.doc[end : stretch.end].text.strip(EDGES)
        may_end = _may_end(stretch.doc[end - 1], stretch) if whole else _may_be_last(stretch.doc[end - 1])
        if len(text) <= room and may_end and text.count("(") == text.count(")"):
            return f"{_without_open_mark(text)}{'…' if rest else ''}"
    return ""


def _without_open_mark(text: str) -> str:
    """The words without a quotation mark that nothing closes."""
    if "``" in text:
        return text
    before, mark, behind = text.rpartition('"') if text.count('"') % 2 else text.rpartition("“")
    return f"{before}{behind}" if mark and "”" not in behind else text


def _verbs(event: EventMention, span: Span) -> Iterator[Token]:
    """The words the label may be built round, best first."""
    trigger = event.trigger.root
    verb = trigger if span.start <= trigger.i < span.end else span.root
    said = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i and _may_stand(child, event)]
    if verb.lemma_.casefold() in SAYING:
        yield from said
    if verb.dep_ == "xcomp" and span.start <= verb.head.i < span.end:
        yield verb.head
    elif _subject(verb, span) is None and verb != span.root:
        yield span.root
    yield verb


def _may_stand(said: Token, event: EventMention) -> bool:
    """Whether what somebody says may be shown without who says it."""
    if said.lemma_ in PLANNED and said.tag_ == "VBN":
        return True
    own = [other for other in layers.events(said.doc) if other.trigger.start == said.i]
    timex = next((one for one in layers.timexes(said.doc) if one.id == event.timex), None)
    if timex is None or hangs_on(timex) == said.head:
        return False
    return any(other.timex == event.timex and other.status == "reported" for other in own)


def _of_verb(verb: Token, event: EventMention, cut: Cut, span: Span, *, with_date: bool) -> str:
    """The longest label round one verb that ends at a phrase border and tells more than subject and verb."""
    for name, start in _starts(verb, cut, span):
        for end in range(span.end, verb.i + 1, -1):
            dated = _holds_date(event, span.doc[verb.i : end])
            if not _may_end(span.doc[end - 1], span) or (dated and not with_date):
                continue
            words = _without_open_mark(f"{name}{_words(cut, span.doc[start:end])}".rstrip(",;:. "))
            text = words + "…" * _says_more(verb, end, span)
            if len(text) <= LONGEST and text.count("(") == text.count(")"):
                return text
    return ""


def _says_more(verb: Token, end: int, span: Span) -> bool:
    """Whether what a label leaves out belongs to its verb: "called on Rome" without "to pay" is a visit."""
    if any(child.i >= end and child.dep_ in COMPLEMENTS for child in verb.children):
        return True
    infinitives = (token.head for token in span.doc[end : span.end] if token.tag_ == "TO")
    return verb.lemma_ in DEMANDING and any(verb.i <= infinitive.head.i < end for infinitive in infinitives)


def _starts(verb: Token, cut: Cut, span: Span) -> Iterator[tuple[str, int]]:
    """Words put in front of the label, and where it starts: at the subject, else behind the name of a long subject."""
    subject = _subject(verb, span)
    first = subject.head if subject is not None and verb.dep_ == "xcomp" else verb
    own = [child.i for child in first.children if child.dep_ in {"aux", "auxpass", "neg"} and child.i < first.i]
    phrase = max(min([*own, first.i]), span.start)
    if subject is None:
        yield "", phrase
        return
    if subject.lower_ in RELATIVES and subject.head.dep_ == "relcl":
        noun = subject.head.head
        yield f"{_name_in(noun, span) or _bare(noun, cut, span)}… ", phrase
        yield f"{noun.text}… ", phrase
        return
    if subject.head == verb:
        yield "", min(_start(subject, span), phrase)
    if subject.pos_ != "PRON":
        yield f"{_name_in(subject, span) or _bare(subject, cut, span)}… ", phrase
    elif subject.head != verb:
        yield "", phrase


def _bare(noun: Token, cut: Cut, span: Span) -> str:
    """A noun with what stands before it, if that is short: "A test flight" of what, it does not say."""
    words = _words(cut, span.doc[max(noun.left_edge.i, span.start) : noun.i + 1])
    return words if len(words) <= SHORT else noun.text


def _name_in(subject: Token, span: Span) -> str:
    """The first name of somebody inside a subject, the subject's own head or its apposition."""
    heads = {subject.i, *(child.i for child in subject.children if child.dep_ == "appos")}
    for mention in layers.spans(span.doc, layers.MENTIONS):
        inside = mention.start >= span.start and mention.end <= span.end
        if inside and mention.kb_id_ == "name" and heads & set(range(mention.start, mention.end)):
            return str(mention.text)
    return ""


def _subject(verb: Token, span: Span) -> Token | None:
    """The subject of a verb, or of the verb it is joined to."""
    token = verb
    while True:
        for child in token.children:
            if child.dep_ in SUBJECTS and span.start <= child.i < span.end:
                return child
        if token.dep_ not in {"conj", "xcomp"} or token.head == token:
            return None
        token = token.head


def _start(subject: Token, span: Span) -> int:
    """Where a subject starts: at the name inside it, else at its first word."""
    for mention in layers.spans(span.doc, layers.MENTIONS):
        if mention.start <= subject.i < mention.end and mention.kb_id_ == "name" and mention.start >= span.start:
            return int(mention.start)
    return max(int(subject.left_edge.i), span.start)


def _words(cut: Cut, stretch: Span) -> str:
    """The words of a stretch, with what was put into the passage."""
    return Cut(cut.document, stretch.start_char, stretch.end_char).with_insertions(cut.insertions).text


def _holds_date(event: EventMention, stretch: Span) -> bool:
    """Whether words after the verb hold the expression the event is dated by."""
    for timex in layers.timexes(stretch.doc):
        if timex.id == event.timex:
            return bool(stretch.start <= timex.span.start < stretch.end and timex.value[:4].isdigit())
    return False


def _may_end(token: Token, span: Span) -> bool:
    """Whether a phrase ends with a word: it leans on nothing after it, and nothing close to it follows."""
    if token.pos_ in NEVER_LAST and token.dep_ != "prt":
        return False
    if token.head.i > token.i and token.head.i < span.end and token.dep_ != "advcl":
        return False
    if token.dep_ in {"acl", "relcl"}:
        return False
    following = span.doc[token.i + 1 : span.end]
    return not any(other.head == token and other.dep_ in CLOSE for other in following)


def _first_words(verb: Token, cut: Cut, span: Span) -> str:
    """The first words from the subject on that fit, with an ellipsis.

    Of a subject that leaves the verb no room only its name is told.
    """
    subject = _subject(verb, span)
    start = min(_start(subject, span), verb.i) if subject is not None else span.start
    named = [(name, at) for name, at in _starts(verb, cut, span) if name and len(name) < SHORT]
    openings = [_opening(cut, span, name, at) for name, at in (("", start), *named)]
    text = next((text for text, end in openings if end > verb.i), openings[0][0])
    return f"{text or cut.text[: LONGEST - 1].rpartition(' ')[0]}…"


def _opening(cut: Cut, span: Span, name: str, start: int) -> tuple[str, int]:
    """A name and the words from a place on that fit, and where they end; no article or adjective stands last."""
    text, last = "", start
    for end in range(start + 1, span.end + 1):
        longer = name + _words(cut, span.doc[start:end])
        if len(longer) >= LONGEST:
            break
        if _may_be_last(span.doc[end - 1]):
            text, last = longer, end
    return text, last


def _may_be_last(token: Token) -> bool:
    """True for a word that does not lean on the next: no article, preposition, adjective or number."""
    return token.pos_ not in NEVER_LAST | {"ADJ", "NUM"} and token.dep_ not in {"compound", "poss"}
