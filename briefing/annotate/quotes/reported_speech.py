"""Indirect speech: the clauses, infinitives and "as" phrases that a cue outside marks reports."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.annotate import lexicon
from briefing.annotate.quotes import according_to, content_edges, cues, described_as, said_tags, sources
from briefing.annotate.quotes.scene import Found, Scene
from briefing.annotate.quotes.sources import Source

LEAST = 3
"""Words of a content at least: "said so" says nothing."""
EDGES = ",.;:-—–―"
LEAST_OBJECT = 3
"""Tokens behind the first of an object that says enough by itself."""
LOOSE = lexicon.words("loose_cues.txt")
"""Cues that things and circumstances can be the subject of without a word being said."""
OPEN_CLAUSE = ("what", "whatever", "whoever")
"""A clause that starts so names a thing, not a statement: «confirmed what everybody knew»."""
NOT_REPORTED = ("after", "before", "while", "because", "since", "until", "once")
AMOUNTS = (
    "about",
    "around",
    "nearly",
    "almost",
    "over",
    "some",
    "more",
    "less",
    "fewer",
    "than",
    "at",
    "least",
    "most",
    "only",
)
CALLING_FOR = ("call", "appeal", "plead", "argue")
"""Cues that urge somebody with "for": «called for her to go»."""
OUTLET = ("i", "we")
"""The outlet's own voice is no source."""


def find(scene: Scene) -> list[Found]:
    """Every report of the body outside marks, in order."""
    found: list[Found] = []
    for start, end in scene.paragraphs:
        for token in scene.doc[start:end]:
            if token.pos_ in cues.PARTS and token.i not in scene.quoted:
                found.extend(_trimmed(scene, one) for one in _of_token(scene, token))
    return [one for one in found if _length(scene, one) >= LEAST]


def _length(scene: Scene, found: Found) -> int:
    """How many words the contents have."""
    return sum(not token.is_punct for start, end in found.contents for token in scene.doc[start:end])


def _of_token(scene: Scene, token: Token) -> Iterator[Found]:
    """The reports that one word makes."""
    if cues.is_according_to(token):
        yield from according_to.find(scene, token)
        return
    if "C" in cues.noun_frames(token):
        yield from _noun(scene, token)
        return
    frames = cues.verb_frames(token)
    if not frames or cues.is_unsaid(token):
        return
    tag = said_tags.find(scene, token)
    if tag is not None:
        yield tag
        return
    borders = _borders(scene, token, frames) if not _is_tag(scene, token) else None
    source = sources.of_verb(token, scene.quoted) if borders is not None else None
    if borders is None or source is None or source.head.lower_ in OUTLET or _expletive(source.head):
        return
    if not sources.can_speak(source.head):
        return
    if source.head.lower_ in ("it", "this", "that", "which") and (token.lemma_ in LOOSE or _is_reported(token)):
        return
    span = cues.cue_span(token)
    end = content_edges.cut(scene.doc, *borders, token)
    pieces = _without((borders[0], end), (span.start, span.end), source)
    yield Found("indirect", tuple(pieces), _key(source), (span.start, span.end), None, "clause")


def _key(source: Source) -> tuple[int, int, int]:
    """Borders and head of a source."""
    return source.span.start, source.span.end, source.head.i


def _is_reported(verb: Token) -> bool:
    """The verb stands in a clause that somebody reports: in «she said it showed that ...» nothing else speaks."""
    return verb.dep_ == "ccomp" and bool(set(cues.verb_frames(verb.head)) & set("qc"))


def _expletive(head: Token) -> bool:
    """Nobody says it: "it goes without saying that"."""
    return head.lower_ in ("it", "there") and any(child.lower_ in ("worth", "without") for child in head.head.children)


def _borders(scene: Scene, cue: Token, frames: str) -> tuple[int, int] | None:
    """First token of what the cue reports and the token behind it."""
    for child in cue.children:
        if child.dep_ == "ccomp" and "c" in frames and _is_finite(child) and child.i > cue.i:
            start, end = _clause(child)
            return _whole_clause(cue, start), end
        if child.dep_ == "xcomp" and set(frames) & set("i") and _has_to(child):
            return child.left_edge.i, child.right_edge.i + 1
        urged = ("xcomp", "ccomp", "advcl") if cues.second_word(cue) is not None else ("xcomp", "ccomp")
        if child.dep_ in urged and "o" in frames and _has_to(child) and _listens(cue, child):
            return _to(child).i, child.right_edge.i + 1
    if cue.lemma_ in CALLING_FOR and (asked := _urged_for(cue)) is not None:
        return asked.left_edge.i + 1, asked.right_edge.i + 1
    if "c" in frames and (that := _that(scene, cue)) is not None:
        return that + 1, scene.clause_end(that)
    if "n" in frames and (object_ := _object(cue)) is not None:
        return object_
    return described_as.borders(scene, cue, frames)


def _is_tag(scene: Scene, cue: Token) -> bool:
    """Quoted words stand before the cue and a circumstance right behind it: «"We won," Ondal said after they lost»."""
    if cue.i + 1 == len(scene.doc) or cue.nbor(1).lower_ not in NOT_REPORTED:
        return False
    return any(position in scene.quoted for position in range(scene.sentence_start(cue.i, across=True), cue.i))


def _urged_for(cue: Token) -> Token | None:
    """What somebody shall do: «called for her to step aside»."""
    for child in cue.rights:
        if child.dep_ in ("advcl", "ccomp", "xcomp") and _has_to(child) and child.left_edge == cue.nbor(1):
            return child if cue.nbor(1).lower_ == "for" else None
    return None


def _listens(cue: Token, verb: Token) -> bool:
    """Somebody is urged: an object of the cue or a subject of the infinitive ("asked to be left alone" has none)."""
    listener = any(child.dep_ in ("dobj", "dative", "prep", "nsubjpass") and child.i < verb.i for child in cue.children)
    return listener or any(child.dep_ == "nsubj" for child in verb.lefts)


def _that(scene: Scene, cue: Token) -> int | None:
    """The "that" behind the cue, after a listener or a day at most, where the parse found no clause."""
    for token in scene.doc[cue.i + 1 : cue.i + 12]:
        if token.i in scene.quoted:
            continue
        if token.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ") or _is_others_claim(token):
            return None
        if token.lower_ == "that" and token.tag_ in ("IN", "WDT") and token.i + 2 < len(scene.doc):
            plain = token.dep_ not in ("dobj", "pobj") and scene.doc[token.i + 1].pos_ not in ("VERB", "AUX")
            return token.i if plain else None
    return None


def _is_others_claim(noun: Token) -> bool:
    """A noun for something that somebody else said: «disputes Ondal's claim that»."""
    return "C" in cues.noun_frames(noun) and any(child.dep_ == "poss" for child in noun.lefts)


def _object(cue: Token) -> tuple[int, int] | None:
    """What is denied or stressed: an object of several words («denied any part in it», not «denied her a visa»)."""
    if any(child.dep_ == "dative" for child in cue.rights):
        return None
    first = next((child for child in cue.rights if child.dep_ == "dobj"), None)
    if first is None:
        return None
    end = first.right_edge.i + 1
    for child in cue.rights:
        if child.dep_ == "prep" and child.i == end and child.right_edge.ent_type_ not in ("DATE", "TIME"):
            end = child.right_edge.i + 1
    return (first.left_edge.i, end) if end - first.left_edge.i > LEAST_OBJECT else None


def _is_finite(child: Token) -> bool:
    """The clause states something: it has a finite verb, and no word in front makes it a time, a reason or a thing."""
    opening = next(child.subtree)
    if opening.lower_ in OPEN_CLAUSE or (opening.lower_ == "that" and opening.dep_ in ("dobj", "nsubj", "pobj")):
        return False
    if any(inner.dep_ == "mark" and inner.lower_ in NOT_REPORTED for inner in child.lefts):
        return False
    if child.tag_ not in ("VBG", "VBN"):
        return True
    return any(inner.dep_ in ("aux", "auxpass") and inner.lower_ != "to" for inner in child.lefts)


def _clause(child: Token) -> tuple[int, int]:
    """Borders of a complement clause without its "that"."""
    start = child.left_edge.i
    if child.doc[start].lower_ == "that" and child.doc[start].dep_ == "mark":
        start += 1
    return start, child.right_edge.i + 1


def _whole_clause(cue: Token, start: int) -> int:
    """The start of the clause with the words at its head that parsers give to the cue ("about", a second subject)."""
    first = start
    while first - 1 > cue.i and cue.doc[first - 1].lower_ in AMOUNTS:
        first -= 1
    if first - 1 == cue.i or cue.doc[first - 1].lower_ == "that":
        return first
    following = cue.nbor(1)
    plain = following.pos_ in ("DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM") and following.ent_type_ not in (
        "DATE",
        "TIME",
    )
    return cue.i + 1 if cue.lemma_ in ("say", "note", "argue", "claim") and plain else start


def _has_to(verb: Token) -> bool:
    """The verb is an infinitive with "to"."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def _to(verb: Token) -> Token:
    """The "to" of an infinitive."""
    return next(child for child in verb.lefts if child.lower_ == "to")


def _without(borders: tuple[int, int], cue: tuple[int, int], source: Source) -> list[tuple[int, int]]:
    """The borders with cue and source cut out where they stand inside."""
    start, end = borders
    first, last = min(cue[0], source.span.start), max(cue[1], source.span.end)
    if last <= start or first >= end:
        return [borders]
    return [(start, first), (last, end)]


def _trimmed(scene: Scene, found: Found) -> Found:
    """The attribution without blanks and punctuation at the edges of its contents, all inside one line."""
    pieces = [_trim(scene, start, min(end, scene.stop(start))) for start, end in found.contents]
    return found._replace(contents=tuple((start, end) for start, end in pieces if end > start))


def _trim(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """Borders without punctuation and blanks, inside one line; marks are taken in whole."""
    doc = scene.doc
    low, high = scene.paragraphs[scene.paragraph_of(start)]
    start, end = max(start, low), min(end, high)
    for one in scene.marked:
        if one.start < end < one.end:
            end = one.end
        if one.start < start < one.end:
            start = one.start
    while start < end and (doc[start].is_space or doc[start].text in EDGES):
        start += 1
    while end > start and end - 1 not in scene.quoted and _is_edge(doc[end - 1]):
        end -= 1
    return start, end


def _is_edge(token: Token) -> bool:
    """A blank, punctuation or a conjunction left over at the end of a report."""
    return token.is_space or token.text in EDGES + "?!" or token.dep_ == "cc"


def _noun(scene: Scene, noun: Token) -> Iterator[Found]:
    """The clause of «the minister's claim that ...»."""
    owner = next(
        (child for child in noun.children if child.dep_ == "poss" and child.ent_type_ not in ("DATE", "TIME")), None
    )
    clause = next((child for child in noun.rights if child.dep_ in ("acl", "ccomp") and child.i > noun.i), None)
    if owner is None or clause is None or not any(child.lower_ == "that" for child in clause.lefts):
        return
    source = sources.phrase(owner, scene.quoted)
    yield Found("indirect", (_clause(clause),), _key(source), (noun.i, noun.i + 1), None, "noun")
