"""Media that carried a statement: «a wire reported that Ondal said», «Ondal told the wire», «a wire quoted Ondal»."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Span, Token

from briefing.annotate import layers, lexicon
from briefing.annotate.quotes import sources
from briefing.annotate.quotes.scene import Found, Scene

HEADS = (
    "agency",
    "media",
    "newspaper",
    "paper",
    "broadcaster",
    "daily",
    "press",
    "outlet",
    "magazine",
    "channel",
    "wire",
)
QUOTING = ("quote", "cite")


def carry(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with their carriers; what a medium reports somebody to have said is that person's statement."""
    named = named_media(scene)
    carriers = {
        one.source[2] for one in found if one.source is not None and _is_medium(scene.doc[one.source[2]], named)
    }
    outer = [one for one in found if one.source is not None and one.source[2] in carriers and one.kind != "direct"]
    carried: list[Found] = []
    dropped: set[int] = set()
    for one in found:
        via = one.via
        for other in outer:
            if other is not one and _holds(other, one, carriers):
                via = via or (_name(scene, other.source) if other.source is not None else None)
                dropped.add(id(other))
        via = via or _told(scene, one, named) or _quoting(scene, one)
        carried.append(one._replace(via=via) if via != one.via else one)
    return [new for new, old in zip(carried, found, strict=True) if id(old) not in dropped]


def _name(scene: Scene, source: tuple[int, int, int]) -> tuple[int, int]:
    """The medium's name within the words of a source («the news agency Alpress»); all its words where it has none."""
    start, end, head = source
    inside = [
        one
        for one in layers.spans(scene.doc, layers.MENTIONS)
        if start <= one.start and one.end <= end and one.end > head and one.kb_id_ == "name"
    ]
    for mention in inside:
        if mention.start <= head or mention.start == head + 1:
            return mention.start, mention.end
    named = next((i for i in range(start, head + 1) if scene.doc[i].pos_ == "PROPN"), start)
    while named < head and any(token.pos_ != "PROPN" for token in scene.doc[named:head]):
        named += 1
    return (named, end) if scene.doc[named].pos_ == "PROPN" else (start, head + 1)


def named_media(scene: Scene) -> frozenset[int]:
    """The words of the names of media."""
    tokens: set[int] = set()
    names = lexicon.phrases("agencies.txt")
    mediums = {entity.id for entity in layers.entities(scene.doc) if entity.medium}
    for mention in layers.spans(scene.doc, layers.MENTIONS):
        if mention.id_ in mediums or mention.text in names or _is_paper(mention):
            tokens.update(range(mention.start, mention.end))
    return frozenset(tokens)


def _is_medium(head: Token, named: frozenset[int]) -> bool:
    """The word is the head of a medium's name or description."""
    return head.i in named or (head.lower_ in HEADS and head.pos_ in ("NOUN", "PROPN"))


def _is_paper(mention: Span) -> bool:
    """The name of a body with a word for media in it: "Arbek Daily Ledger"."""
    return mention.label_ == "organisation" and any(token.lower_ in HEADS for token in mention)


def _holds(outer: Found, inner: Found, carriers: Container[int]) -> bool:
    """The inner attribution, with its source, is what the outer one reports, and its source is no medium."""
    if inner.source is None or inner.cue is None or inner.source[2] in carriers or inner.cue == outer.cue:
        return False
    return any(start <= inner.source[2] < end and start <= inner.cue[0] < end for start, end in outer.contents)


def _told(scene: Scene, found: Found, named: frozenset[int]) -> tuple[int, int] | None:
    """The medium that was told: «..., Kim told Reuters»."""
    if found.cue is None or scene.doc[found.cue[0]].lemma_ != "tell":
        return None
    listener = next((t for t in scene.doc[found.cue[0]].rights if t.dep_ in ("dobj", "dative")), None)
    if listener is None or listener.i in scene.quoted or listener.pos_ != "PROPN" or not _is_medium(listener, named):
        return None
    for mention in layers.spans(scene.doc, layers.MENTIONS):
        if mention.start <= listener.i < mention.end:
            return mention.start, mention.end
    return listener.i, listener.i + 1


def _quoting(scene: Scene, found: Found) -> tuple[int, int] | None:
    """Who quoted the source: «state media quoted Kim as saying»."""
    if found.cue is None:
        return None
    verb = _quoting_verb(scene.doc[found.cue[0]])
    if verb is None or found.source is None:
        return None
    subject = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    if subject is None or subject.i == found.source[2]:
        return None
    whole = sources.phrase(subject, scene.quoted).span
    return _name(scene, (whole.start, whole.end, subject.i))


def _quoting_verb(cue: Token) -> Token | None:
    """The "quoted" above «as saying», or the cue itself if it quotes."""
    for token in (cue, cue.head, cue.head.head):
        if token.lemma_ in QUOTING and token.tag_[:2] == "VB":
            return token
    return None
