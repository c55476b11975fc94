"""The clause a stretch between marks belongs to: behind it, before it, or around it."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from briefing.annotate.quotes import cues, sources
from briefing.annotate.quotes.scene import Marked, Scene
from briefing.annotate.quotes.sources import Source
from briefing.annotate.roles import role_phrases

LINKS = (",", "—", "–", "-", "--", "―")
LEADS = (",", ":", "—", "–", "--", "―")
REACH = 25
"""Tokens between a stretch and its cue at most."""
VAGUE = ("it", "this", "that", "which", "what", "there", "these", "those", "all", "one")
SMALL = ("ADV", "SCONJ", "ADP", "PART", "PRON", "DET", "ADJ")
SUBORDINATE = ("when", "while", "after", "before", "because", "if", "though", "although", "until", "where", "since")
"""Words that start a clause of the outlet behind the marks."""
CONTENT_DEPS = ("ccomp", "xcomp")


class Hit(NamedTuple):
    """A cue with its source, for a stretch."""

    source: Source
    cue: tuple[int, int] | None
    """None where only a dash or a colon says so."""
    rule: str


def _hit(source: Source, cue: Token, rule: str) -> Hit:
    """The hit of a cue word."""
    span = cues.cue_span(cue)
    return Hit(source, (span.start, span.end), rule)


# ---- behind ---------------------------------------------------------------------------------------------------


def after(scene: Scene, stretch: Marked) -> Hit | None:
    """The hit for «"...", said X», «"...", X said» and «"...", according to X»."""
    doc, end = scene.doc, scene.sentence_end(stretch.end, stretch.paragraph)
    start = stretch.end
    while start < end and (doc[start].text in LINKS or doc[start].pos_ in ("CCONJ", "ADV", "SPACE")):
        start += 1
    if start < end and doc[start].lower_ in SUBORDINATE:
        return None
    for token in doc[start : min(end, start + REACH)]:
        if cues.is_according_to(token) and token.i <= start + 1:
            source = sources.of_preposition(token, scene.quoted)
            return Hit(source, (token.i, token.i + 2), "after") if source else None
        if sources.is_cue(token, scene.quoted, "q") and not cues.is_unsaid(token):
            return _after_cue(scene, stretch, token, (start, end))
    return None


def _after_cue(scene: Scene, stretch: Marked, cue: Token, segment: tuple[int, int]) -> Hit | None:
    """The hit for a cue behind a stretch, if its clause starts right behind the marks and reports nothing else."""
    start, end = segment
    if has_content(scene, cue, end) or (ends_with_stop(scene, stretch) and _has_object(cue, end)):
        return None
    source = sources.of_verb(cue, scene.quoted)
    if source is None or not start <= source.head.i < end:
        source = _by_order(scene, cue, segment)
    if source is None:
        return None
    first = min(source.span.start, cue.i)
    between = scene.doc[start:first]
    if len(between) > 2 and not all(t.pos_ in ("ADV", "PUNCT", "AUX", "DET", "ADP", "SPACE") for t in between):
        return None
    return _hit(source, cue, "after")


def has_content(scene: Scene, cue: Token, end: int) -> bool:
    """The cue reports a clause of its own, outside marks and not set off by a comma."""
    for child in cue.children:
        if child.dep_ in CONTENT_DEPS and cue.i < child.i < end and child.i not in scene.quoted:
            left = child.left_edge.i
            if role_phrases.is_taken_for_verb(child):
                continue  # said Harbour Board head Maria Ondal
            if scene.doc[left - 1].text not in LINKS and scene.doc[left].text not in LINKS:
                return True
    return False


def _has_object(cue: Token, end: int) -> bool:
    """The cue has an object behind it, so that it is not a tag."""
    return any(child.dep_ in ("dobj", "prep", "attr") and cue.i < child.i < end for child in cue.children)


def ends_with_stop(scene: Scene, stretch: Marked) -> bool:
    """The words end with a full stop inside the marks."""
    at = stretch.end - 1
    while at > stretch.start and (scene.doc[at].is_quote or scene.doc[at].is_space) and stretch.closed:
        at -= 1
    return scene.doc[at].text == "."


def _by_order(scene: Scene, cue: Token, segment: tuple[int, int]) -> Source | None:
    """The noun phrase right before or right behind the cue, where the parse found no subject."""
    start, end = segment
    before_cue = [t for t in scene.doc[start : cue.i] if t.pos_ in ("PROPN", "PRON", "NOUN")]
    if before_cue and not any(t.pos_ == "VERB" for t in scene.doc[start : cue.i]):
        head = before_cue[0]
        while head.dep_ in ("compound", "poss", "nmod", "amod") and start <= head.head.i < cue.i:
            head = head.head
        return sources.phrase(head, scene.quoted)
    for token in scene.doc[cue.i + 1 : min(end, cue.i + 8)]:
        office = role_phrases.is_taken_for_verb(token)
        if token.pos_ in ("VERB", "PUNCT", "ADP") and not office:
            return None
        is_head = token.pos_ in ("PROPN", "PRON", "NOUN") and token.dep_ not in ("compound", "poss")
        if is_head and not role_phrases.is_taken_for_verb(token.nbor(1)):
            return sources.phrase(token, scene.quoted)
    return None


# ---- before ---------------------------------------------------------------------------------------------------


def colon(scene: Scene, stretch: Marked) -> Hit | None:
    """The hit for «X said: "..."»."""
    at = _last_before(scene, stretch)
    return before(scene, stretch) if at >= 0 and scene.doc[at].text == ":" else None


def _last_before(scene: Scene, stretch: Marked) -> int:
    """The last visible token before a stretch, in its own paragraph or, after a colon, in the one before; or -1."""
    start = scene.paragraphs[stretch.paragraph][0]
    at = stretch.start - 1
    while at >= 0 and scene.doc[at].is_space:
        at -= 1
    if at < start and (at < 0 or scene.doc[at].text != ":" or at in scene.quoted):
        return -1
    return at


def before(scene: Scene, stretch: Marked) -> Hit | None:
    """The hit for «X said, "..."», «X said: "..."», «what X called "..."»."""
    doc = scene.doc
    at = _last_before(scene, stretch)
    if at < 0 or at in scene.quoted:
        return None
    start = scene.sentence_start(at)
    leads = doc[at].text in LEADS
    for cue in reversed(doc[max(start, at + 1 - REACH) : at + 1]):
        if not sources.is_cue(cue, scene.quoted, "qp"):
            continue
        if not leads and not all(t.pos_ in SMALL for t in doc[cue.i + 1 : at + 1]):
            continue
        source = sources.of_verb(cue, scene.quoted)
        if source is not None and not has_content(scene, cue, at + 1):
            return _hit(source, cue, "before")
    return _introduced(scene, start, at) if doc[at].text == ":" else _in_words_of(scene, start, at)


def _in_words_of(scene: Scene, start: int, at: int) -> Hit | None:
    """The hit for «in the words of X, "..."»."""
    for token in scene.doc[start:at]:
        if (
            token.lower_ == "words"
            and token.nbor(1).lower_ == "of"
            and token.i > start
            and token.nbor(-1).lower_ == "the"
        ):
            named = next((child for child in token.nbor(1).rights if child.dep_ == "pobj"), None)
            if named is not None:
                return Hit(sources.phrase(named, scene.quoted), (token.i, token.i + 1), "before")
    return None


def _introduced(scene: Scene, start: int, colon_at: int) -> Hit | None:
    """«His reply: "..."» and a sentence whose subject acts before a colon."""
    segment = scene.doc[start:colon_at]
    if not len(segment):
        return None
    root = segment.root
    if cues.is_inverted(segment):
        return Hit(Source(segment[1:], segment[-1]), (segment.start, segment.start + 1), "colon")
    noun = root
    if root.pos_ not in ("PROPN", "NOUN") or len(segment) > 8:
        told = (t for t in root.children if t.dep_ in ("nsubj", "attr") and t.i not in scene.quoted)
        noun = next((t for t in told if t.dep_ == "nsubj" or cues.noun_frames(t)), root)
        if noun == root or noun.lower_ in VAGUE:
            return None
    cue = (noun.i, noun.i + 1) if cues.noun_frames(noun) else (root.i, root.i + 1) if noun != root else None
    return Hit(sources.phrase(_owner(noun), scene.quoted), cue, "colon")


def _owner(noun: Token) -> Token:
    """Who a noun for something said belongs to ("the minister's reply", "a statement by X"); itself where nobody is."""
    if not cues.noun_frames(noun):
        return noun
    made_by = (inner for child in noun.rights if child.lower_ in ("by", "from") for inner in child.rights)
    return next((one for one in (*noun.lefts, *made_by) if one.dep_ in ("poss", "pobj")), noun)


# ---- around ---------------------------------------------------------------------------------------------------


def around(scene: Scene, stretch: Marked) -> Hit | None:
    """The hit for «X said it was "..."», «X called it "..."», «it was, X said, "..."», «X's claim it was "..."»."""
    child: Token = scene.doc[stretch.start : stretch.end].root
    weak: Hit | None = None
    inside = child
    for _ in range(12):
        above = child.head
        if above == child:
            break
        if above.i not in scene.quoted and child.dep_ not in ("nsubj", "nsubjpass", "relcl"):
            hit = _governs(scene, above, child)
            if hit is not None and _is_strong(hit, above):
                return hit
            weak = weak or hit
        child = above
    return parenthesis(scene, stretch) or weak or _according(scene, inside)


def _is_strong(hit: Hit, above: Token) -> bool:
    """The cue is a verb of saying and its source is not a mere "it"."""
    return cues.verb_frames(above) != "m" and hit.source.head.lower_ not in VAGUE


def _governs(scene: Scene, above: Token, child: Token) -> Hit | None:
    """The hit for a word above the stretch, if it is a cue that can take the stretch as its content."""
    if above.pos_ == "NOUN":
        owner = _owner(above) if child.dep_ in ("ccomp", "acl", "prep") and "C" in cues.noun_frames(above) else above
        if owner != above:
            return Hit(sources.phrase(owner, scene.quoted), (above.i, above.i + 1), "around")
        return None
    frames = cues.verb_frames(above)
    if not frames or not _takes(frames, child) or any(one.dep_ == "neg" for one in above.lefts):
        return None
    source = sources.of_verb(above, scene.quoted)
    return _hit(source, above, "around") if source is not None else None


def _takes(frames: str, child: Token) -> bool:
    """A verb with these frames can have the child among the words it reports."""
    if child.dep_ == "prep":
        return child.lower_ == "as" if not set(frames) & set("qcio") else True
    if not set(frames) & set("qciopm") or (child.dep_ == "dobj" and not set(frames) & set("qcpmna")):
        return False  # «attempting to commit "terrorist murder"» commits to nothing
    return child.dep_ in (
        "ccomp",
        "xcomp",
        "dobj",
        "oprd",
        "attr",
        "acomp",
        "parataxis",
        "advcl",
        "prep",
        "pobj",
        "conj",
        "dep",
        "appos",
        "intj",
    )


def parenthesis(scene: Scene, stretch: Marked) -> Hit | None:
    """The cue set off by commas in the words before: «The roof, the mayor said, was "unsafe"»; «As X put it, ...»."""
    doc = scene.doc
    start = scene.sentence_start(stretch.start - 1, across=True) if stretch.start else 0
    start = max(start, scene.paragraphs[stretch.paragraph][0])
    for cue in reversed(doc[start : stretch.start]):
        if not sources.is_cue(cue, scene.quoted, "qc"):
            continue
        subject = next((t for t in cue.children if t.dep_ == "nsubj" and t.i not in scene.quoted), None)
        if subject is None:
            continue
        left = min(subject.left_edge.i, cue.i)
        opens = (left > start and doc[left - 1].text in (",", "—", "–")) or doc[left - 1].lower_ == "as"
        right = next((t.i for t in doc[max(cue.i, subject.i) + 1 : stretch.start] if t.text in LEADS), None)
        if opens and right is not None and not any(t.pos_ == "VERB" for t in doc[cue.i + 1 : right]):
            return _hit(sources.phrase(subject, scene.quoted), cue, "around")
    return None


def _according(scene: Scene, token: Token) -> Hit | None:
    """The "according to" of the sentence."""
    for word in token.sent:
        if word.i not in scene.quoted and cues.is_according_to(word):
            source = sources.of_preposition(word, scene.quoted)
            if source is not None:
                return Hit(source, (word.i, word.i + 2), "around")
    return None
