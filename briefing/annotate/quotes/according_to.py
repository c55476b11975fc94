"""What «according to» reports: the sentence it stands in, before it or, where it opens the sentence, behind it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.annotate.quotes import said_tags, sources
from briefing.annotate.quotes.scene import Found, Scene
from briefing.annotate.quotes.sources import Source

FINITE = ("VBD", "VBZ", "VBP", "MD")


def find(scene: Scene, token: Token) -> Iterator[Found]:
    """The sentence that "according to" stands in, without it."""
    source = sources.of_preposition(token, scene.quoted)
    if source is None:
        return
    start = scene.sentence_start(token.i, across=True)
    last = next((t for t in reversed(scene.doc[start : token.i]) if not t.is_punct), None)
    if last is not None and last.lower_ in ("which", "that", "who"):
        return
    start = next((t.i + 1 for t in reversed(scene.doc[start : token.i]) if t.text == ":"), start)
    words = [t for t in scene.doc[start : token.i] if not t.is_space]
    contents: tuple[tuple[int, int], ...]
    if len(words) > 2:
        contents = _around(scene, (_behind_bracket(scene, start, token.i), token.i), source)
    else:
        source = _before_comma(scene, source)
        start = _behind_source(scene, source)
        contents = ((start, scene.clause_end(start)),)
    yield Found(
        "indirect",
        contents,
        (source.span.start, source.span.end, source.head.i),
        (token.i, token.i + 2),
        None,
        "according",
    )


def _behind_bracket(scene: Scene, start: int, end: int) -> int:
    """Where the words before ``end`` begin: behind a bracket that is still open («(and yours, according to her)»)."""
    brackets = [token for token in scene.doc[start:end] if token.text in ("(", ")")]
    return brackets[-1].i + 1 if brackets and brackets[-1].text == "(" else start


def _around(scene: Scene, before: tuple[int, int], source: Source) -> tuple[tuple[int, int], ...]:
    """The words before and, where they are no sentence yet, behind: «The first step, according to him, was a call»."""
    end = source.span.end
    joined = any(token.tag_ == "CC" for token in scene.doc[max(before[0], before[1] - 2) : before[1]])
    if (
        (said_tags.is_statement(scene, before) and not joined)
        or end + 1 >= len(scene.doc)
        or scene.doc[end].text != ","
    ):
        return (before,)
    behind = (end + 1, scene.clause_end(end + 1))
    if not any(t.tag_ in FINITE for t in scene.doc[behind[0] : behind[1]]):
        return (before,)
    return (behind,) if joined else (before, behind)  # «this helped but, according to her, that did not»


def _behind_source(scene: Scene, source: Source) -> int:
    """Where the report begins: behind what still belongs to the source («information seen by the paper, ...»)."""
    end = source.span.end
    last = source.head.right_edge.i
    comma = last + 1 < len(scene.doc) and scene.doc[last + 1].text == ","
    return last + 1 if comma and last > end and not any(t.text == "," for t in scene.doc[end:last]) else end


def _before_comma(scene: Scene, source: Source) -> Source:
    """The source at the start of a sentence up to its comma, unless a second comma closes an apposition."""
    doc, end = scene.doc, source.span.end
    commas = [t.i for t in doc[source.head.i : scene.clause_end(source.head.i)] if t.text == ","]
    if not commas or commas[0] >= end:
        return source
    closed = len(commas) > 1 and commas[1] <= end + 1 and not any(t.pos_ == "VERB" for t in doc[commas[0] : commas[1]])
    return source if closed else Source(doc[source.span.start : commas[0]], source.head)
