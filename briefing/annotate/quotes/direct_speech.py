"""Words between marks and whose they are: by a label, by the clause they belong to, or by inheritance."""

from __future__ import annotations

from briefing.annotate.quotes import clauses, cues, sources, transcripts
from briefing.annotate.quotes.clauses import Hit
from briefing.annotate.quotes.scene import ENDS, Found, Marked, Scene
from briefing.annotate.quotes.sources import Source

FULL = 4
"""Words from which a stretch is kept even if no cue is found."""
GIVING = ("read", "issue", "release", "post", "send", "write", "publish", "deliver", "give", "tweet")
"""Verbs with which a statement, letter or post is given, whose words follow."""
NAMING = "apo"
OUTLET = ("i", "we")
"""Outside marks these are the outlet's own reporters."""


def find(scene: Scene) -> list[Found]:
    """Every stretch that is speech, with its source where one is found, in order."""
    labelled = transcripts.find(scene)
    found: list[Found] = []
    last_paragraph = -1
    for number, stretch in enumerate(scene.marked):
        if _inside(stretch, labelled):
            continue
        earlier = found[-1] if found else None
        hit = _own(scene, stretch) if not _opens_chain(scene, number) else _of_chain(scene, number)
        if hit is not None and hit.source.head.lower_ in OUTLET:
            continue
        if hit is None and is_title(scene, stretch) and not _leads(scene, stretch):
            continue
        if earlier is not None and _joins(scene, number, hit, earlier, last_paragraph):
            found[-1] = earlier._replace(contents=(*earlier.contents, (stretch.start, stretch.end)))
            last_paragraph = stretch.paragraph
            continue
        one = _from_hit(stretch, hit) if hit else _inherited(scene, stretch, earlier, last_paragraph)
        if one is not None:
            found.append(one)
            last_paragraph = stretch.paragraph
    return sorted((*found, *labelled), key=lambda one: one.contents[0])


def _opens_chain(scene: Scene, number: int) -> bool:
    """The stretch is left open and the next one carries it on."""
    stretch = scene.marked[number]
    return not stretch.closed and number + 1 < len(scene.marked) and scene.marked[number + 1].carried


def _of_chain(scene: Scene, number: int) -> Hit | None:
    """The first cue of a quotation over several paragraphs: all of it has one source."""
    hit = _own(scene, scene.marked[number])
    if hit is not None or not _opens_chain(scene, number):
        return hit
    return _of_chain(scene, number + 1)


def _inside(stretch: Marked, labelled: list[Found]) -> bool:
    """The stretch is part of a labelled line."""
    return any(start - 4 <= stretch.start < end for one in labelled for start, end in one.contents)


def _from_hit(stretch: Marked, hit: Hit) -> Found:
    """The attribution of a stretch with its own cue."""
    return Found("direct", ((stretch.start, stretch.end),), _key(hit.source), hit.cue, None, hit.rule)


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


def is_title(scene: Scene, stretch: Marked) -> bool:
    """The words look like the name of a show, book or song: two to nine, every long one with a capital, no sentence."""
    inner = [t for t in scene.doc[stretch.start : stretch.end] if t.is_alpha]
    long = [t for t in inner if len(t) > 3]
    if not 2 <= len(inner) <= 9 or not inner[0].text[0].isupper():
        return False
    capitals = [t for t in inner if t.text[0].isupper()]
    return len(capitals) >= 2 and all(t.text[0].isupper() for t in long)


def _leads(scene: Scene, stretch: Marked) -> bool:
    """A colon or a verb of saying stands right before the marks."""
    if stretch.start == 0:
        return False
    token = scene.doc[stretch.start - 1]
    return token.text == ":" or sources.is_cue(token, scene.quoted, "q")


def _own(scene: Scene, stretch: Marked) -> Hit | None:
    """The cue that belongs to the stretch itself."""
    signed = transcripts.signature(scene, stretch)
    if signed is not None:
        source = Source(scene.doc[signed[0] : signed[1]], scene.doc[signed[2]])
        return Hit(source, None, "signature")
    title = is_title(scene, stretch)
    rules = (
        (clauses.after, clauses.before, clauses.around)
        if is_full(scene, stretch) and not title
        else (clauses.colon, clauses.around, clauses.after, clauses.before)
    )
    for rule in rules:
        hit = rule(scene, stretch)
        if (
            hit is not None
            and sources.can_speak(hit.source.head)
            and not (title and _only_mentions(scene, stretch, hit))
        ):
            return hit
    return None


def _only_mentions(scene: Scene, stretch: Marked, hit: Hit) -> bool:
    """A title in a report is named, not said, unless the cue names something or a comma and a tag surround it."""
    frames = cues.verb_frames(scene.doc[hit.cue[0]]) if hit.cue is not None else ""
    if set(frames) & set(NAMING) and hit.rule in ("around", "before"):
        return False
    if hit.rule == "before":
        return False
    start = scene.paragraphs[stretch.paragraph][0]
    previous = scene.doc[stretch.start - 1] if stretch.start > start else None
    stands_alone = previous is None or previous.text in (*ENDS, ",") or previous.i in scene.quoted
    return not (hit.rule in ("after", "signature", "colon") and stands_alone)


# ---- inheritance ----------------------------------------------------------------------------------------------


def _joins(scene: Scene, number: int, hit: Hit | None, earlier: Found, last_paragraph: int) -> bool:
    """The stretch goes on with the quotation before it: split by the same cue, carried, or standing behind it."""
    stretch = scene.marked[number]
    if hit is not None:
        here = stretch.paragraph == last_paragraph or stretch.carried
        return hit.cue is not None and hit.cue == earlier.cue and here
    if stretch.carried:
        return True
    return stretch.paragraph == last_paragraph and (_alone(scene, stretch) or _listed(scene, stretch, earlier))


def _listed(scene: Scene, stretch: Marked, earlier: Found) -> bool:
    """Nothing but "and" or a comma parts the stretch from the one before: «"slow" and "expensive"»."""
    between = scene.doc[earlier.contents[-1][1] : stretch.start]
    return 0 < len(between) <= 3 and all(t.pos_ in ("CCONJ", "PUNCT", "SPACE") and t.text not in ENDS for t in between)


def _alone(scene: Scene, stretch: Marked) -> bool:
    """The stretch starts a sentence of its own, or goes on behind a comma."""
    start = scene.paragraphs[stretch.paragraph][0]
    previous = scene.doc[stretch.start - 1] if stretch.start > start else None
    if previous is not None and previous.is_space and stretch.start - 2 >= start:
        previous = scene.doc[stretch.start - 2]
    if previous is not None and previous.text == ",":
        return True
    begins = previous is None or previous.text in ENDS or previous.i in scene.quoted
    return begins and is_full(scene, stretch)


def _inherited(scene: Scene, stretch: Marked, earlier: Found | None, last_paragraph: int) -> Found | None:
    """A stretch without a cue of its own: the source of the sentence or the quotation before it."""
    if words(scene, stretch) < FULL or stretch.single:
        return None
    content = ((stretch.start, stretch.end),)
    subject = _subject_before(scene, stretch) or _announced(scene, stretch)
    if subject is not None:
        return Found("direct", content, _key(subject), None, None, "subject")
    if earlier is not None and _asks(scene, earlier) and stretch.paragraph != last_paragraph:
        return Found("direct", content, None, None, None, "none")
    if earlier is not None and _alone(scene, stretch) and stretch.paragraph - last_paragraph <= 1:
        return Found("direct", content, earlier.source, None, None, "last")
    return Found("direct", content, None, None, None, "none")


def _asks(scene: Scene, found: Found) -> bool:
    """The words end in a question: whoever speaks next answers it."""
    start, end = found.contents[-1]
    return any(token.text == "?" for token in scene.doc[max(start, end - 2) : end])


def _announced(scene: Scene, stretch: Marked) -> Source | None:
    """Who read or sent something («Ondal read a statement.») at the end of the paragraph before."""
    start = scene.paragraphs[stretch.paragraph][0]
    if stretch.paragraph == 0 or stretch.start > start:
        return None
    end = scene.paragraphs[stretch.paragraph - 1][1]
    given = next((t for t in reversed(scene.doc[scene.sentence_start(end - 1) : end]) if cues.noun_frames(t)), None)
    if given is None or given.dep_ != "dobj" or given.head.lemma_ not in GIVING:
        return None
    return sources.of_verb(given.head, scene.quoted)


def _subject_before(scene: Scene, stretch: Marked) -> Source | None:
    """The subject of the main clause before the stretch, in the same paragraph."""
    start = scene.paragraphs[stretch.paragraph][0]
    begin = stretch.start
    while begin > start:
        begin = scene.sentence_start(begin - 1) if begin - 1 not in scene.quoted else begin - 1
        if begin in scene.quoted or begin >= stretch.start:
            continue
        subjects = [
            t
            for t in scene.doc[begin : stretch.start]
            if t.dep_ in ("nsubj", "nsubjpass") and t.i not in scene.quoted and t.lower_ not in sources.RELATIVE
        ]
        telling = [t for t in subjects if sources.is_cue(t.head, scene.quoted, "qc")]
        main = telling or [t for t in subjects if t.head.dep_ == "ROOT"] or subjects
        main = [t for t in main if sources.can_speak(t) and t.lower_ not in clauses.VAGUE]
        if main:
            return sources.phrase(main[0], scene.quoted)
    return None
