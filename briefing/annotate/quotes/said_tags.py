"""Sentences that a tag reports: «The road is open, the ministry said», «the road, he said, is open».

A tag is a subject and a verb of saying set off by commas, with nothing of its own to report. It is read by order, since
parsers hang the parts of such sentences on each other in many ways.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from briefing.annotate import lexicon
from briefing.annotate.quotes import cues, sources
from briefing.annotate.quotes.scene import Found, Scene

OPENS = (",", "—", "–", "--", "―")
CLOSES = (",", "—", "–", "--", "―", ";", ":")
LONGEST = 14
"""Tokens of a tag at most: a name with an office and a day fit in."""
STOPS = ("who", "which", "whose", "whom", "as", "while", "and", "but", "though", "although", "noting", "when", "or")
"""After a tag these start words of the outlet more often than words of the source."""
CONDITIONS = ("if", "when", "whenever", "after", "before", "while", "because", "since", "until", "once", "although")
"""A clause that one of these opens says when or why something is said, not what."""


def find(scene: Scene, cue: Token) -> Found | None:
    """The attribution that a tag makes of the sentence it stands in; None if the cue is no tag."""
    subject = next((t for t in cue.children if t.dep_ == "nsubj" and t.i not in scene.quoted), None)
    if subject is None or subject.lower_ in sources.RELATIVE or "c" not in cues.verb_frames(cue):
        return None
    if not sources.can_speak(subject) or _tells_more(cue) or _is_done_to(cue):
        return None  # «as the riots continued, people called for calm»
    borders = _borders(scene, cue, subject)
    if borders is None:
        return None
    left, right = borders
    if scene.doc[left].lower_ == "as":
        return _as_said(scene, cue, subject, borders)
    before, behind = _before(scene, left), _behind(scene, right)
    if before is None or (behind is None and not is_statement(scene, before)):
        return None
    parts = [before] if behind is None else [before, behind]
    source = sources.phrase(subject, scene.quoted)
    span = cues.cue_span(cue)
    key = (source.span.start, source.span.end, source.head.i)
    return Found("indirect", tuple(parts), key, (span.start, span.end), None, "tag")


def _tells_more(cue: Token) -> bool:
    """A clause with "that" follows a listener: «In May she told her aide, Bo Bek, that she would go»."""
    clauses = [child for child in cue.rights if child.dep_ == "ccomp"]
    marked = any(inner.dep_ == "mark" and inner.lower_ == "that" for clause in clauses for inner in clause.lefts)
    return marked and any(child.dep_ in ("dobj", "dative") for child in cue.rights)


def _is_done_to(cue: Token) -> bool:
    """A bare participle says what was done to its subject: «three halts, none of them related to the weather»."""
    bare = cue.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in cue.lefts)
    return bare and cue.i + 1 < len(cue.doc) and cue.nbor(1).dep_ in ("prep", "agent")


def is_statement(scene: Scene, part: tuple[int, int]) -> bool:
    """The words hold a main clause: «In a statement, Ondal said» reports nothing in front."""
    return not _is_condition(scene.doc[part[0] : part[1]]) and any(
        token.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")
        and token.head.dep_ in ("ccomp", "ROOT", "parataxis", "conj")
        for token in scene.doc[part[0] : part[1]]
        if part[0] <= token.head.i < part[1]
    )


def _is_condition(words: Span) -> bool:
    """The words are one clause that says when or why: «If you disagreed»."""
    plain = [token for token in words if not token.is_space]
    opening = next((token.lower_ for token in plain if token.lower_ not in ("so", "and", "but", "even", "only")), "")
    return opening in CONDITIONS and not any(token.text == "," for token in plain[:-1])


def _as_said(scene: Scene, cue: Token, subject: Token, borders: tuple[int, int]) -> Found | None:
    """The sentence round «as X said»: what stands before it, or behind it where it opens the sentence."""
    left, right = borders
    before = _before(scene, left) if not scene.doc[left].is_title else None
    part = before if before is not None else _behind(scene, right)
    if part is None or any(token.dep_ == "neg" for token in scene.doc[part[0] : part[1]]):
        return None  # «it does not say so, as X said» leaves open what X said
    source, span = sources.phrase(subject, scene.quoted), cues.cue_span(cue)
    key = (source.span.start, source.span.end, source.head.i)
    return Found("indirect", (part,), key, (span.start, span.end), None, "tag")


def _borders(scene: Scene, cue: Token, subject: Token) -> tuple[int, int] | None:
    """First token of the tag and the token behind it, where it is set off on both sides."""
    doc = scene.doc
    left = min(subject.left_edge.i, cue.i)
    left -= left > 0 and (doc[left - 1].lower_ == "as" or _is_title(doc[left - 1]))
    low, high = scene.paragraphs[scene.paragraph_of(cue.i)]
    opens = left > low and doc[left - 1].text in OPENS and left - 1 not in scene.quoted
    if not opens and not (doc[left].lower_ == "as" and doc[left].is_title):
        return None
    right = max(cue.i, sources.phrase(subject, scene.quoted).span.end - 1) + 1
    if subject.i > cue.i and not any(i in scene.quoted for i in range(right, subject.right_edge.i + 1)):
        right = max(right, subject.right_edge.i + 1)
    while right < high and doc[right].text not in (*CLOSES, ".", "?", "!"):
        if right in scene.quoted:
            return None
        told = cue.lemma_ == "tell" and doc[right].head == cue
        goes_on = doc[right].pos_ in ("VERB", "AUX") or (doc[right].dep_ in ("mark", "dobj") and not told)
        if goes_on or right - max(left, subject.right_edge.i) > LONGEST:
            return None
        right += 1
    if right < high and doc[right].text == ":":
        return None
    return left, right


def _is_title(token: Token) -> bool:
    """A title before the name that the parser hung elsewhere ("Capt.")."""
    return token.pos_ == "PROPN" and token.text in lexicon.phrases("honorifics.tsv")


def _before(scene: Scene, left: int) -> tuple[int, int] | None:
    """The words of the sentence before the tag."""
    start = scene.sentence_start(left - 1, across=True)
    return (start, left - 1) if left - 1 > start else None


def _behind(scene: Scene, right: int) -> tuple[int, int] | None:
    """The words of the sentence behind the tag, where they go on with what is reported."""
    doc, high = scene.doc, scene.paragraphs[scene.paragraph_of(right - 1)][1]
    if right >= high or doc[right].text not in OPENS or right + 1 >= high or right + 1 in scene.quoted:
        return None
    first = doc[right + 1]
    if first.tag_ in ("VBG", "VBN") or first.lower_ in STOPS:
        return None
    end = right + 1
    while end < high and (end in scene.quoted or doc[end].text not in (".", "?", "!", ";")):
        end += 1
    return right + 1, end
