"""Lines that a page's scraper ran together: an appeal and the story's first sentence, a field's name and its text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from briefing.ingest.cleaning.cues import cue_of, voice_of
from briefing.ingest.cleaning.nameplates import LABEL
from briefing.ingest.cleaning.paragraphs import Paragraph, Piece

SEAM = re.compile(r"(?<=[a-z0-9)”\"’][.!?])(?=[A-Z“\"][A-Za-z’'])|(?<=[a-z]{2}[.!?][”\"’])(?=[A-Z][a-z])")
"""A stop with a capital right behind it ("... the difference.The minister")."""
SENTENCE = re.compile(r"(?<=[a-z0-9)][.!?]) (?=[A-Z“\"])|(?<=[.!?][”\"’)]) (?=[A-Z“\"])")
PICTURE = re.compile(r"(?:photo|picture|image|illustration|credit)", re.IGNORECASE)
MOST = 6
"""Seams of one paragraph that are tried; more are the sign of a text that lost all its blanks."""
FEW = 3
"""Paragraphs of a page that came as one line; there appeals are looked for sentence by sentence."""
MOST_SENTENCES = 600
LABELLED = 12
"""Paragraphs from the top in which names of fields are looked for."""
TITLED = re.compile(r"(?:title|headline|head):", re.IGNORECASE)


def unglue(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, cut at seams where one side is the page talking about itself and the other is not."""
    paragraphs = _unlabelled(paragraphs)
    parts = [part for paragraph in paragraphs for part in _parts(paragraph, SEAM, MOST)]
    if len(paragraphs) > FEW:
        return parts
    return [piece for part in parts for piece in _parts(part, SENTENCE, MOST_SENTENCES)]


def _unlabelled(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Names of fields parted from what they hold, on pages that name the title ("Title: Ferry runs aground")."""
    top = paragraphs[:LABELLED]
    if not any(TITLED.match(paragraph.text) for paragraph in top):
        return list(paragraphs)
    parts = [part for paragraph in top for part in _fields(paragraph)]
    return [*parts, *paragraphs[LABELLED:]]


def _fields(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """A field's name and what it holds, or the paragraph as it is."""
    match = LABEL.match(paragraph.text)
    if match is None or paragraph.text[match.end() : match.end() + 1] != " ":
        return (paragraph,)
    edge = match.end() + 1
    return _stretch(paragraph, 0, edge), _stretch(paragraph, edge, len(paragraph.text))


def _parts(paragraph: Paragraph, seam: re.Pattern[str], most: int) -> list[Paragraph]:
    """One paragraph, cut if it must be."""
    seams = [match.end() for match in seam.finditer(paragraph.text)]
    if not 1 <= len(seams) <= most:
        return [paragraph]
    edges = [0, *seams, len(paragraph.text)]
    own = [_is_page(paragraph.text[start:end]) for start, end in itertools.pairwise(edges)]
    if all(own) or not any(own):
        return [paragraph]
    cuts = [0, *(seam for seam, one, two in zip(seams, own, own[1:], strict=False) if one != two), len(paragraph.text)]
    return [_stretch(paragraph, start, end) for start, end in itertools.pairwise(cuts)]


def _is_page(text: str) -> bool:
    """The stretch is the page talking about itself: a cue, spoken to the reader or short; a credit is its caption's."""
    return not PICTURE.match(text) and cue_of(text) is not None and (voice_of(text) > 0 or text.count(" ") < 8)


def _stretch(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """``text[start:end]`` of a paragraph as one of its own, without the blank behind it."""
    end -= end < len(paragraph.text) and paragraph.text[end - 1] == " "
    pieces = tuple(
        Piece(max(piece.start, start) - start, min(piece.end, end) - start, piece.source + max(0, start - piece.start))
        for piece in paragraph.pieces
        if piece.start < end and piece.end > start
    )
    last = pieces[-1]
    source_end = paragraph.end if end == len(paragraph.text) else last.source + last.end - last.start
    return Paragraph(paragraph.text[start:end], pieces, pieces[0].source, source_end, paragraph.gap and start == 0)
