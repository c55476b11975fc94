"""Words that carry their source's name as a label: «NAME: words» of transcripts, «"words" — Name» of signatures."""

from __future__ import annotations

import re

from briefing.annotate.quotes.scene import Found, Marked, Scene

LABEL = re.compile(
    r"""
    [\s"“„«'‘]{0,3}                                    # an opening mark may stand before the label
    (?P<name>(?:[A-Z][\w.'’-]{0,20}\s){0,3}[A-Z][\w.'’-]{1,20})
    (?:\s\([^()\n]{1,40}\))?                           # "(via video)"
    :\s
    """,
    re.VERBOSE,
)
SIGNED = re.compile(
    r"""
    [”"»’'] \s{0,2} (?:[—–―]|--?) \s{0,2}                # the closing mark and the dash
    (?P<name>[A-Z][\w.’'-]{0,30}(?:\s[A-Z][\w.’'-]{0,30}){0,4}?)
    (?=\.?\s*$|,)                                       # the end of the line, or a role
    """,
    re.VERBOSE,
)
SIGNATURE = 14
"""Tokens of a signature at most."""
LEAST_LABELS = 2
"""One labelled line may be anything; two are a transcript."""


def label(scene: Scene, number: int) -> tuple[int, int, int] | None:
    """The label that line ``number`` starts with: start, end and head in tokens; names in capitals only."""
    start, end = scene.paragraphs[number]
    span = scene.doc[start:end]
    match = LABEL.match(scene.text, span.start_char, span.end_char)
    if match is None or not match["name"].isupper():
        return None
    name = scene.doc.char_span(*match.span("name"), alignment_mode="expand")
    return (name.start, name.end, name.end - 1) if name is not None else None


def find(scene: Scene) -> list[Found]:
    """The labelled lines of a transcript, each with the words behind the label."""
    labels = [(number, label(scene, number)) for number in range(len(scene.paragraphs))]
    named = [(number, one) for number, one in labels if one is not None]
    if len(named) < LEAST_LABELS:
        return []
    found = []
    for number, one in named:
        end = scene.paragraphs[number][1]
        start = one[1] + 1
        if end - start >= 2:
            found.append(Found("direct", ((start, end),), one, None, None, "label"))
    return found


def signature(scene: Scene, stretch: Marked) -> tuple[int, int, int] | None:
    """Who signs a stretch behind a dash: «"words" — Name, role» at the end of its line."""
    doc, end = scene.doc, scene.paragraphs[stretch.paragraph][1]
    rest = doc[stretch.start : end]
    match = SIGNED.search(scene.text, rest.start_char, rest.end_char)
    if match is None:
        return None
    name = doc.char_span(*match.span("name"), alignment_mode="contract")
    if name is None or not len(name) or name.start < stretch.end - 1 or end - name.start > SIGNATURE:
        return None
    if any(token.pos_ in ("VERB", "AUX") for token in doc[name.start : end]):
        return None
    return name.start, name.end, name.end - 1
