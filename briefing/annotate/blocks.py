"""The component ``briefing_blocks``: paragraphs as a layer, no sentence across one, none without an end."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

from briefing.annotate import glued, layers, lexicon

STOPS = frozenset(".!?")
LONGEST = 400
"""Tokens without a full stop after which a sentence is ended all the same: no sentence of prose is so long, and what
compares the words of a sentence with each other would take hours for a list of 50,000."""
PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n\s*")


@Language.factory("briefing_blocks", assigns=["doc.spans", "token.is_sent_start"])
def make_blocks(nlp: Language, name: str) -> Blocks:
    """The component, for ``nlp.add_pipe``; it must come before the parser, which keeps the borders it finds."""
    return Blocks()


class Blocks:
    """Marks blocks where none are marked yet (paragraphs parted by an empty line, all ``body``) and their borders."""

    def __call__(self, doc: Doc) -> Doc:
        """The document with the layer ``blocks``, a sentence start at every block and none behind a title."""
        if layers.BLOCKS not in doc.spans:
            glued.part(doc)
            self.annotate(doc, self.find(doc))
        titles = lexicon.phrases("honorifics.tsv")
        for title in [token for token in doc[:-1] if token.text[-1] == "." and token.text in titles]:
            if title.nbor(1).is_title and not title.nbor(1).is_stop:
                title.nbor(1).is_sent_start = False
        for block in doc.spans[layers.BLOCKS]:
            doc[block.start].is_sent_start = True
            if block.end < len(doc):
                doc[block.end].is_sent_start = True
            if block.end - block.start > LONGEST:
                end_overlong(block)
        return doc

    def find(self, doc: Doc) -> list[Span]:
        """One span a paragraph, without surrounding white space."""
        return mark_blocks(doc, [("body", start, end) for start, end in paragraphs(doc.text)])

    def annotate(self, doc: Doc, found: list[Span]) -> None:
        """Write the layer."""
        layers.require_empty(doc, layers.BLOCKS)
        layers.write(doc, layers.BLOCKS, found)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of every paragraph of ``text``, without surrounding white space."""
    borders = [0, *(edge for match in PARAGRAPH_BREAK.finditer(text) for edge in match.span()), len(text)]
    stretches = zip(borders[::2], borders[1::2], strict=True)
    trimmed = ((start + len(text[start:end]) - len(text[start:end].lstrip()), end) for start, end in stretches)
    return [(start, start + len(text[start:end].rstrip())) for start, end in trimmed if text[start:end].strip()]


def end_overlong(block: Span) -> None:
    """Put a border behind every ``LONGEST`` tokens that no full stop parts."""
    length = 0
    for token in block:
        length = 0 if token.text in STOPS else length + 1
        if length > LONGEST:
            token.is_sent_start = True
            length = 1


def mark_blocks(doc: Doc, blocks: list[tuple[str, int, int]]) -> list[Span]:
    """Spans for ``(kind, start, end)`` in characters; borders inside a token widen to the token."""
    found = []
    for number, (kind, start, end) in enumerate(blocks, 1):
        span = doc.char_span(start, end, label=kind, span_id=f"b{number}", alignment_mode="expand")
        if span is not None:
            found.append(span)
    return found
