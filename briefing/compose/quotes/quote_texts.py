"""The words of a quotation as the brief shows them: cut from the source, never changed, checked before use."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.annotate.layers import Attribution, Entity
from briefing.compose.antecedents import describes_somebody
from briefing.compose.documents import Document
from briefing.compose.passages import BRACKETS, Cut, Insertion, collapse
from briefing.errors import ComposeError
from briefing.model import Evidence, Extent, Passage

OUTER_MARKS = "“”„«»\"‘’'`"
TRAILING = ",;:—–-"
DOUBLE_MARKS = dict.fromkeys(map(ord, '“”„«»"'), None)
LEFT_OUT = "[…]"
BETWEEN = re.compile(r"[\s“”„«»\"'`‘’]*")
"""What may stand between two parts of a quotation without being missed: marks and a paragraph break."""
DOUBLED = re.compile(r"``|''")
WHOLE = 5
"""Words from which directly quoted words are shown alone; fewer are shown with the clause that gives them sense."""
LONGEST = 40
"""Tokens of a clause at most that is shown round a few quoted words."""
NEUTRAL = frozenset({"say", "tell", "add", "state", "write", "announce", "explain", "note", "report", "accord"})
"""Cues whose clause may stand alone: the others ("denied", "warned", "claimed") are part of what is reported."""
OF_SOMETHING = frozenset(
    {"call", "describe", "dub", "label", "brand", "term", "characterize", "characterise", "dismiss"}
)
"""Cues of words that are said of something."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
THIRD = frozenset({"he", "she", "him", "his", "her", "they", "their", "them"})


def extents(document: Document, attribution: Attribution) -> tuple[Extent, ...]:
    """The contents without outer marks, and without the comma that only leads over to the cue."""
    found = []
    for number, span in enumerate(attribution.contents):
        last = number == len(attribution.contents) - 1
        start, end = _inner(span, cut_comma=last or _starts_anew(attribution.contents[number + 1]))
        if end > start:
            found.append(Extent(document.article.id, start, end))
    return tuple(found)


def is_whole(attribution: Attribution) -> bool:
    """The quoted words say something by themselves."""
    words = sum(1 for span in attribution.contents for token in span if not token.is_punct and not token.is_space)
    first = next((token for token in attribution.contents[0] if not token.is_punct and not token.is_quote), None)
    return attribution.kind == "direct" and words >= WHOLE and first is not None and not first.is_lower


def is_complete(attribution: Attribution) -> bool:
    """A report has a source, a cue and a subject, and of a few quoted words it says what they are said of.

    In «the dam, which Ondal called “a disgrace”» the dam stands outside.
    """
    if attribution.source is None or attribution.cue is None or _lacks_subject(attribution):
        return False
    relative = any(
        child.tag_ in ("WDT", "WP") and child.dep_ in ("dobj", "nsubj") for child in attribution.cue[0].lefts
    )
    return attribution.kind != "direct" or not relative or attribution.cue[0].lemma_ not in OF_SOMETHING


def _lacks_subject(attribution: Attribution) -> bool:
    """The report is a clause whose subject stands before the cue: «two men who she said were officers»."""
    first = next((token for token in attribution.contents[0] if not token.is_punct and not token.is_quote), None)
    if attribution.kind != "indirect" or first is None:
        return False
    finite = first.tag_ in ("VBD", "VBZ", "VBP", "MD") and not any(child.dep_ in SUBJECTS for child in first.children)
    return finite or (first.tag_ in ("WDT", "WP") and first.dep_ in SUBJECTS and first.lower_ in ("which", "who"))


def direct(document: Document, contents: tuple[Extent, ...]) -> Passage:
    """The quoted words in one line; where words of the source are left out between them, ``[…]`` stands."""
    text = document.article.text
    parts: list[str] = []
    for number, one in enumerate(contents):
        if number and not BETWEEN.fullmatch(text, contents[number - 1].end, one.start):
            parts.append(LEFT_OUT)
        parts.append(text[one.start : one.end])
    evidence = tuple(dict.fromkeys(e for one in contents for e in document.evidence(one.start, one.end)))
    return Passage(collapse(" ".join(parts)), evidence)


def reported(document: Document, attribution: Attribution) -> Passage:
    """The words that report a statement: its clause, or from the cue on where the clause alone would not read."""
    if _needs_cue(attribution):
        return _cut(document, attribution, _with_cue(attribution)).passage()
    cuts = [_cut(document, attribution, span) for span in attribution.contents]
    evidence = tuple(dict.fromkeys(e for one in cuts for e in one.evidence))
    return Passage(f" {LEFT_OUT} ".join(one.text for one in cuts), evidence)


def _cut(document: Document, attribution: Attribution, span: Span) -> Cut:
    """A stretch of a report without a comma at its end, pronouns named."""
    start, end = _inner(span, cut_comma=True, marks=False)
    return Cut(document, start, end).with_insertions(_names(document, attribution, span))


def check(document: Document, passage: Passage) -> None:
    """Raise ``ComposeError`` unless the words, brackets taken out, stand in the sentences named, in that order."""
    text = document.article.text
    source = _unmarked(" ".join(text[one.start : one.end] for one in passage.evidence))
    position = 0
    for piece in map(_unmarked, BRACKETS.split(passage.text)):
        at = source.find(piece, position)
        if at < 0:
            raise ComposeError(f"the quotation {passage.text!r} does not stand so in {document.article.name}")
        position = at + len(piece)


def evidence_of(document: Document, attribution: Attribution) -> tuple[Evidence, ...]:
    """The body sentences that hold contents, cue or source."""
    spans = [*attribution.contents, *(one for one in (attribution.cue, attribution.source) if one is not None)]
    found = {one for span in spans for one in document.evidence_of(span)}
    return tuple(sorted(found, key=lambda one: one.start))


def _unmarked(text: str) -> str:
    """``text`` with blanks collapsed and without double quotation marks, which open anew in every paragraph."""
    return collapse(DOUBLED.sub("", text).translate(DOUBLE_MARKS))


def _inner(span: Span, *, cut_comma: bool, marks: bool = True) -> tuple[int, int]:
    """Borders of a span in characters without outer marks, blanks and, if asked, a comma at the end."""
    text = span.doc.text
    start, end = span.start_char, span.end_char
    edge = OUTER_MARKS if marks else ""
    while start < end and (text[start].isspace() or text[start] in edge):
        start += 1
    closes = TRAILING if cut_comma else ""
    while end > start and (text[end - 1].isspace() or text[end - 1] in edge + closes):
        end -= 1
    return start, end


def _starts_anew(span: Span) -> bool:
    """The content starts with a capital, so that no comma can lead to it."""
    first = next((token for token in span if token.is_alpha), None)
    return first is not None and not first.is_lower and first.text != "I"


def _hull(attribution: Attribution) -> Span:
    """From the first content to the last."""
    first, last = attribution.contents[0], attribution.contents[-1]
    return first.doc[first.start : last.end]


def _needs_cue(attribution: Attribution) -> bool:
    """The content alone does not read: an infinitive, a few quoted words, a phrase with "as"."""
    cue, content = attribution.cue, _hull(attribution)
    if cue is None or cue.start >= content.start:
        return False
    if attribution.kind == "direct" or cue[0].lemma_.casefold() not in NEUTRAL:
        return True
    root = content.root
    finite = any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for child in root.children)
    return not finite or any(child.lower_ == "to" and child.dep_ == "aux" for child in root.lefts)


def _with_cue(attribution: Attribution) -> Span:
    """From the cue, or the verb it hangs on, to the end of the contents."""
    content, cue = _hull(attribution), attribution.cue
    if cue is None:
        return content
    start, verb = cue.start, cue[0]
    if (verb.tag_ == "VBG" and verb.dep_ in ("advcl", "xcomp")) or (verb.tag_ == "VB" and verb.dep_ == "xcomp"):
        above = _main_verb(verb)
        if above is not None and content.end - above.i <= LONGEST:
            start = above.i
    return content.doc[start : content.end]


def _main_verb(verb: Token) -> Token | None:
    """The verb that a participle or infinitive hangs on, where it stands before it in the sentence."""
    above = verb.head
    return above if above.pos_ == "VERB" and above.i < verb.i and above.sent == verb.sent else None


def _names(document: Document, attribution: Attribution, span: Span) -> list[Insertion]:
    """Names in brackets for pronouns that stand for somebody who is neither named in the report nor its source.

    What somebody unnamed says of "he" is mostly of himself.
    """
    source = attribution.source
    unnamed = source is not None and attribution.entity is None and describes_somebody(source.root)
    if attribution.kind == "direct" or unnamed:
        return []
    entities = {entity.id: entity for entity in layers.entities(document.doc)}
    named = {
        one.id_ for one in layers.spans(document.doc, layers.MENTIONS) if _inside(one, span) and one.kb_id_ != "pronoun"
    }
    found = []
    for one in layers.spans(document.doc, layers.MENTIONS):
        if not _inside(one, span) or one.kb_id_ != "pronoun" or one.id_ in named or one.id_ == attribution.entity:
            continue
        entity = entities.get(one.id_)
        if (
            entity is not None
            and entity.named
            and one.text.lower() in THIRD
            and _is_plain(entities.values(), entity, one)
        ):
            ending = ("’" if entity.name.endswith("s") else "’s") if one[0].tag_ == "PRP$" else ""
            found.append(Insertion(one.start_char, one.end_char, entity.name + ending))
            named.add(one.id_)
    return found


def _is_plain(entities: Iterable[Entity], entity: Entity, pronoun: Span) -> bool:
    """Nobody else was named lately for whom the pronoun could stand: a wrong name in brackets is worse than none."""
    sents = list(pronoun.doc.sents)
    number = next(n for n, sent in enumerate(sents) if sent.start <= pronoun.start < sent.end)
    first = sents[max(number - 2, 0)].start

    def near(other: Entity) -> bool:
        return any(first <= one.start < pronoun.start and one.kb_id_ != "pronoun" for one in other.mentions)

    rivals = [o for o in entities if o.type == "person" and o.id != entity.id and o.gender in ("", entity.gender)]
    return near(entity) and (entity.type != "person" or not any(near(other) for other in rivals))


def _inside(one: Span, span: Span) -> bool:
    """The mention lies in the span."""
    return bool(one.start >= span.start and one.end <= span.end)
