"""Words between marks and whose they are: by the clause after, the clause before, the clause around, or inheritance."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.annotate import cues, quote_sources
from briefing.annotate.quote_scene import ENDS, Found, Marked, Scene
from briefing.annotate.quote_sources import Source

TERMINAL = (".", "?", "!", "…", "...")
LINKS = (",", "—", "–", "-", "--")
FULL = 4
"""Words from which a stretch is kept even if no cue is found."""
REACH = 25
"""Tokens between a stretch and its cue at most."""

Hit = tuple[Source, tuple[int, int], str]


def find(scene: Scene) -> list[Found]:
    """Every stretch that is speech, with its source where one is found, in order."""
    found: list[Found] = []
    last_paragraph = -1
    for number, stretch in enumerate(scene.marked):
        earlier = found[-1] if found else None
        hit = _own(scene, stretch)
        joined = _joins(scene, number, hit, earlier, last_paragraph)
        if joined and earlier is not None:
            found[-1] = earlier._replace(contents=(*earlier.contents, (stretch.start, stretch.end)))
            last_paragraph = stretch.paragraph
            continue
        one = _from_hit(stretch, hit) if hit else _inherited(scene, stretch, earlier, last_paragraph)
        if one is not None:
            found.append(one)
            last_paragraph = stretch.paragraph
    return found


def _from_hit(stretch: Marked, hit: Hit) -> Found:
    """The attribution of a stretch with its own cue."""
    source, cue, rule = hit
    return Found("direct", ((stretch.start, stretch.end),), _key(source), cue, None, rule)


def _key(source: Source) -> tuple[int, int, int]:
    """Borders and head of a source."""
    return source.span.start, source.span.end, source.head.i


def is_full(scene: Scene, stretch: Marked) -> bool:
    """The stretch starts like a sentence."""
    first = next((t for t in scene.doc[stretch.start : stretch.end] if not t.is_punct and not t.is_quote), None)
    return first is not None and (first.is_title or first.is_upper or first.like_num)


def words(scene: Scene, stretch: Marked) -> int:
    """How many words stand between the marks."""
    return sum(1 for token in scene.doc[stretch.start : stretch.end] if not token.is_punct and not token.is_space)


def _own(scene: Scene, stretch: Marked) -> Hit | None:
    """The cue that belongs to the stretch itself."""
    full = is_full(scene, stretch)
    rules = (after, before, around) if full else (colon, around, after, before)
    for rule in rules:
        hit = rule(scene, stretch)
        if hit is not None:
            return hit
    return None


def _last_inside(scene: Scene, stretch: Marked) -> Token:
    """The last token before the closing mark."""
    at = stretch.end - 1
    while at > stretch.start and (scene.doc[at].is_quote or scene.doc[at].is_space) and stretch.closed:
        at -= 1
    return scene.doc[at]


# ---- the clause after -----------------------------------------------------------------------------------------


def after(scene: Scene, stretch: Marked) -> Hit | None:
    """The hit for «"...", said X» and «"...", X said»."""
    doc, end = scene.doc, scene.sentence_end(stretch.end)
    start = stretch.end
    while start < end and (doc[start].text in LINKS or doc[start].pos_ in ("CCONJ", "ADV")):
        start += 1
    for token in doc[start : min(end, start + REACH)]:
        if cues.is_according_to(token) and token.i <= start + 1:
            source = quote_sources.of_preposition(token, scene.quoted)
            return (source, (token.i, token.i + 2), "after") if source else None
        if quote_sources.is_cue(token, scene.quoted, "qc"):
            return _after_cue(scene, stretch, token, (start, end))
    return None


def _after_cue(scene: Scene, stretch: Marked, cue: Token, segment: tuple[int, int]) -> Hit | None:
    """The hit for a cue behind a stretch, if its clause starts right behind the marks."""
    start, end = segment
    terminal = _last_inside(scene, stretch).text == "."
    if terminal and _has_content(cue, end):
        return None
    source = quote_sources.of_verb(cue, scene.quoted)
    if source is None or not start <= source.head.i < end:
        source = _by_order(scene, cue, segment)
    if source is None:
        return None
    first = min(source.span.start, cue.i)
    if first > start + 2 and not all(t.pos_ in ("ADV", "PUNCT", "AUX", "DET", "ADP") for t in scene.doc[start:first]):
        return None
    span = cues.cue_span(cue)
    return source, (span.start, span.end), "after"


def _has_content(cue: Token, end: int) -> bool:
    """The cue has words of its own to report, after it."""
    return any(child.dep_ in ("ccomp", "xcomp") and cue.i < child.i < end for child in cue.children)


def _by_order(scene: Scene, cue: Token, segment: tuple[int, int]) -> Source | None:
    """The noun phrase right before or right behind the cue, where the parse found no subject."""
    start, end = segment
    before_cue = [t for t in scene.doc[start : cue.i] if t.pos_ in ("PROPN", "PRON", "NOUN")]
    if before_cue and not any(t.pos_ == "VERB" for t in scene.doc[start : cue.i]):
        head = before_cue[0]
        while head.dep_ in ("compound", "poss", "nmod", "amod") and start <= head.head.i < cue.i:
            head = head.head
        return quote_sources.phrase(head, scene.quoted)
    for token in scene.doc[cue.i + 1 : min(end, cue.i + 8)]:
        if token.pos_ in ("VERB", "PUNCT", "ADP"):
            return None
        if token.pos_ in ("PROPN", "PRON", "NOUN") and token.dep_ not in ("compound", "poss"):
            return quote_sources.phrase(token, scene.quoted)
    return None


# ---- the clause before ----------------------------------------------------------------------------------------


def colon(scene: Scene, stretch: Marked) -> Hit | None:
    """The hit for «X said: "..."»."""
    at = stretch.start - 1
    return before(scene, stretch) if at >= 0 and scene.doc[at].text == ":" else None


def before(scene: Scene, stretch: Marked) -> Hit | None:
    """X said, "..."; X said: "..."; X: "..."."""
    doc = scene.doc
    start = scene.sentence_start(stretch.start)
    if start >= stretch.start:
        return None
    last = doc[stretch.start - 1]
    near = [
        t for t in doc[max(start, stretch.start - REACH) : stretch.start] if quote_sources.is_cue(t, scene.quoted, "qc")
    ]
    for cue in reversed(near):
        if (
            last.text not in (",", ":", "—", "–", "--")
            and cue.i < stretch.start - 2
            and not _adverbs_between(scene, cue, stretch)
        ):
            continue
        source = quote_sources.of_verb(cue, scene.quoted)
        if source is not None and not _has_content(cue, stretch.start):
            span = cues.cue_span(cue)
            return source, (span.start, span.end), "before"
    return _label(scene, start, stretch) if last.text == ":" else None


def _adverbs_between(scene: Scene, cue: Token, stretch: Marked) -> bool:
    """Nothing but small words stands between the cue and the marks."""
    return all(t.pos_ in ("ADV", "SCONJ", "ADP", "PART", "PRON", "DET") for t in scene.doc[cue.i + 1 : stretch.start])


def _label(scene: Scene, start: int, stretch: Marked) -> Hit | None:
    """NAME: "..." of a transcript, and a sentence with its subject before a colon."""
    segment = scene.doc[start : stretch.start - 1]
    if not len(segment):
        return None
    root = segment.root
    if root.pos_ in ("PROPN", "NOUN") and len(segment) <= 8:
        source = quote_sources.phrase(root, scene.quoted)
        if noun := cues.noun_frames(root):
            owner = next((t for t in root.children if t.dep_ == "poss"), None)
            source = quote_sources.phrase(owner, scene.quoted) if owner is not None and noun else source
        return source, (stretch.start - 1, stretch.start), "colon"
    subject = next((t for t in root.children if t.dep_ == "nsubj" and t.i not in scene.quoted), None)
    if subject is None:
        return None
    if cues.noun_frames(subject):
        subject = next((t for t in subject.children if t.dep_ == "poss"), subject)
    return quote_sources.phrase(subject, scene.quoted), (root.i, root.i + 1), "colon"


# ---- the clause around ----------------------------------------------------------------------------------------


def around(scene: Scene, stretch: Marked) -> Hit | None:
    """X said that the plan was "..."; X called it "...": the cue above the words in the tree."""
    inside = scene.doc[stretch.start : stretch.end]
    child: Token = inside.root
    for _ in range(12):
        above = child.head
        if above == child:
            break
        if above.i not in scene.quoted and child.dep_ not in ("nsubj", "nsubjpass", "relcl"):
            hit = _governs(scene, above)
            if hit is not None:
                return hit
        child = above
    return _according(scene, inside.root)


def _governs(scene: Scene, above: Token) -> Hit | None:
    """The hit for a verb above the stretch, if it is a cue with a source."""
    if not quote_sources.is_cue(above, scene.quoted, "qcioapm"):
        return None
    source = quote_sources.of_verb(above, scene.quoted)
    if source is None:
        return None
    span = cues.cue_span(above)
    return source, (span.start, span.end), "around"


def _according(scene: Scene, token: Token) -> Hit | None:
    """The "according to" of the sentence."""
    for word in token.sent:
        if word.i not in scene.quoted and cues.is_according_to(word):
            source = quote_sources.of_preposition(word, scene.quoted)
            if source is not None:
                return source, (word.i, word.i + 2), "around"
    return None


# ---- inheritance ----------------------------------------------------------------------------------------------


def _joins(scene: Scene, number: int, hit: Hit | None, earlier: Found | None, last_paragraph: int) -> bool:
    """The stretch goes on with the quotation before it: split by the same cue, carried, or standing behind it."""
    stretch = scene.marked[number]
    if earlier is None:
        return False
    if hit is not None:
        return hit[1] == earlier.cue and stretch.paragraph == last_paragraph
    if stretch.carried:
        return True
    return stretch.paragraph == last_paragraph and _alone(scene, stretch)


def _alone(scene: Scene, stretch: Marked) -> bool:
    """The stretch is a sentence of its own."""
    start = scene.paragraphs[stretch.paragraph][0]
    previous = scene.doc[stretch.start - 1] if stretch.start > start else None
    begins = previous is None or previous.text in ENDS or previous.i in scene.quoted or previous.text == ","
    return begins and is_full(scene, stretch)


def _inherited(scene: Scene, stretch: Marked, earlier: Found | None, last_paragraph: int) -> Found | None:
    """A stretch without a cue of its own: the source of the sentence or the quotation before it."""
    if words(scene, stretch) < FULL:
        return None
    content = ((stretch.start, stretch.end),)
    if stretch.single:
        return None
    subject = _subject_before(scene, stretch)
    if subject is not None:
        return Found("direct", content, _key(subject), None, None, "subject")
    if earlier is not None and _alone(scene, stretch) and stretch.paragraph - last_paragraph <= 1:
        return Found("direct", content, earlier.source, None, None, "last")
    return Found("direct", content, None, None, None, "none")


def _subject_before(scene: Scene, stretch: Marked) -> Source | None:
    """The subject of the sentence before the stretch, in the same paragraph."""
    start = scene.paragraphs[stretch.paragraph][0]
    for token in reversed(scene.doc[start : stretch.start]):
        if token.dep_ == "nsubj" and token.i not in scene.quoted and token.head.pos_ in ("VERB", "AUX"):
            if token.lower_ in quote_sources.RELATIVE:
                continue
            return quote_sources.phrase(token, scene.quoted)
    return None
