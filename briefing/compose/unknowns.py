"""What is not yet known: unconfirmed, denied, not commented on, conditional, undated; each with who says so.

Doubts on one matter make one entry, the strongest first. A denial that hangs on an assertion ("..., a claim that both
countries reject") is left where it is told in full among the developments.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from spacy.tokens import Span

from briefing.annotate import layers
from briefing.annotate.layers import Attribution
from briefing.compose import wordlists
from briefing.compose.antecedents import PERSONAL
from briefing.compose.doubts import UNCLEAR, Doubt
from briefing.compose.passages import OMITTED, Cut, Insertion, cut
from briefing.compose.points import Point
from briefing.compose.readable import is_finished, reads_as_report
from briefing.compose.standing import Known, Standing, speaks
from briefing.compose.statements import Statement
from briefing.model import Evidence, Passage, Source, Unknown

STRENGTH = {"unconfirmed": 0, "unverified": 1, "no-comment": 2, "denied": 3, "conditional": 4}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MOST = 3
"""Passages of one entry."""
TELLING = 14
"""Tokens from which a doubt says what it is about; a shorter one needs the sentence before."""
READABLE = 25
"""Tokens of a quotation with its tag that is shown whole."""
REACH = 4
"""Sentences before a short doubt among which one says what it is about."""
SHARED_ACTORS = 2
"""Actors that two doubts must share to be about one matter if they share no noun."""


class Doubted(NamedTuple):
    """A doubt, the clause that has it, and the point the clause belongs to."""

    doubt: Doubt
    statement: Statement
    point: Point


SENTENCE = re.compile(r"[^.?!]{1,600}[.?!]+")
OPENING, CLOSING = ' \t\n"“«`', " \t\n\"”»,'"
QUOTED = frozenset('"“')
GENERIC = wordlists.words("generic")


def unknowns(
    found: Sequence[Point], standing: Mapping[str, Standing], known: Known, told: Collection[Evidence]
) -> tuple[Unknown, ...]:
    """The doubts of a story in the order of weight of their kind, then of their place.

    ``told`` are the sentences that the developments already tell in full.
    """
    doubts = list[Doubted]()
    for point in found:
        first = next((one for one in point.statements if one.doubt and reads_as_report(one)), None)
        if first is not None and first.doubt and not (first.doubt.apposed and first.evidence in told):
            doubts.append(Doubted(first.doubt, first, point))
    doubts.sort(key=lambda item: (STRENGTH[item.doubt.kind], item.statement.number, item.statement.key))
    told_of = (_unknown(group, standing, known) for group in _matters(doubts))
    return tuple(one for one in told_of if one.passages)


def undated(sources: Sequence[Source]) -> tuple[Unknown, ...]:
    """An entry for the sources that carry no date, one for all whose dates are read against the same day."""
    read_against: dict[str, list[int]] = {}
    for source in sources:
        if source.article.published is None:
            read_against.setdefault(source.anchor[:10] if source.anchor else "", []).append(source.number)
    return tuple(Unknown("no-date", (Passage(_without_date(numbers, day)),)) for day, numbers in read_against.items())


def _without_date(numbers: Sequence[int], day: str) -> str:
    """What is said of sources without a date: "Sources 1, 2 and 4 carry no publication date; ..."."""
    *first, last = map(str, numbers)
    if not first:
        read = f"its dates are read against {_plain(day)}" if day else "its relative dates stay open"
        return f"Source {last} carries no publication date; {read}."
    read = f"their dates are read against {_plain(day)}" if day else "their relative dates stay open"
    return f"Sources {', '.join(first)} and {last} carry no publication date; {read}."


def _plain(value: str) -> str:
    """A day as it is read: 14 June 2024."""
    day = date.fromisoformat(value[:10])
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _matters(doubts: Sequence[Doubted]) -> list[list[Doubted]]:
    """Doubts on one matter together; each joins the first group whose first doubt is about the same."""
    groups = list[list[Doubted]]()
    for item in doubts:
        group = next((group for group in groups if _same_matter(group[0].statement, item.statement)), None)
        if group is None:
            groups.append([item])
        elif len(group) < MOST:
            group.append(item)
    return groups


def _same_matter(one: Statement, other: Statement) -> bool:
    if _nouns(one.span) & _nouns(_sentence(other)) or _nouns(other.span) & _nouns(_sentence(one)):
        return True
    return len(one.actors & other.actors) >= SHARED_ACTORS


def _nouns(span: Span) -> set[str]:
    """What a clause is about; verbs count because "to visit" and "the visit" are one matter."""
    return {
        token.lemma_.casefold()
        for token in span
        if token.pos_ in {"NOUN", "VERB"} and not token.is_stop and token.lemma_.casefold() not in GENERIC | _DOUBTING
    }


_DOUBTING = wordlists.words("doubting")


def _sentence(statement: Statement) -> Span:
    return Cut(statement.document, statement.evidence.start, statement.evidence.end).span


def _unknown(group: Sequence[Doubted], standing: Mapping[str, Standing], known: Known) -> Unknown:
    passages = list[Passage]()
    for _, statement, point in group:
        for one in _cuts(statement, standing[statement.evidence.article], known):
            also = point.evidence if one.span.start <= statement.span.start < one.span.end else ()
            passages.append(one.passage(also))
    return Unknown(group[0].doubt.kind, tuple(dict.fromkeys(passages))[:MOST])


def _cuts(statement: Statement, standing: Standing, known: Known) -> list[Cut]:
    """The doubt as it stands alone; where it does not, the sentence before and the doubt as it is.

    None for a short doubt without such a sentence: "But we don't know that for sure" tells nothing.
    """
    alone = standing.alone(statement.cut, known)
    piece = _spoken_piece(statement, standing) if alone is None or len(statement.span) > READABLE else None
    if piece is not None:
        return [*_before(statement, standing, known), piece]
    if alone is not None:
        return [alone]
    if speaks(statement.span):
        return []
    short = len(statement.span) < TELLING
    context = _before(statement, standing, known) if short else []
    return [*context, standing.fragment(statement.cut)] if context or not short else []


def _before(statement: Statement, standing: Standing, known: Known) -> list[Cut]:
    """The nearest sentence before that stands alone, within the same body; the very last one for "he" and "she"."""
    sentences = list(layers.body_sentences(statement.span.doc))
    reach = 1 if any(token.lower_ in PERSONAL for token in statement.span) else REACH
    for sentence in reversed(sentences[max(statement.number - reach, 0) : statement.number]):
        alone = standing.alone(cut(statement.document, sentence), known)
        if alone is not None and is_finished(sentence.text) and not QUOTED & set(alone.text):
            return [alone]
    return []


def _spoken_piece(statement: Statement, standing: Standing) -> Cut | None:
    """The sentence within a quotation that leaves something open ("We don’t know."), with who says so behind it."""
    text = statement.document.article.text
    for one in layers.attributions(statement.span.doc):
        for content in one.contents:
            if one.kind != "direct" or content.start < statement.span.start or content.end > statement.span.end:
                continue
            start, end = content.start_char, content.end_char
            for match in SENTENCE.finditer(text, start, end):
                if UNCLEAR.search(match[0]):
                    first = match.start() + len(match[0]) - len(match[0].lstrip(OPENING))
                    piece = Cut(statement.document, first, first + len(match[0].strip(OPENING + CLOSING)), spoken=True)
                    return _with_tag(piece, one, content, standing)
    return None


def _with_tag(piece: Cut, one: Attribution, content: Span, standing: Standing) -> Cut:
    """The piece with the tag behind its quotation: “We don’t know. […]” Mr Campbell said."""
    if one.source is None or one.cue is None or min(one.source.start, one.cue.start) < content.end:
        return piece
    doc, end = content.doc, max(one.source.end, one.cue.end)
    end += end < len(doc) and doc[end].text == "."
    tag = standing.fragment(cut(piece.document, doc[content.end : end]))
    left_out = [Insertion(piece.end + 1, content.end_char - 1, OMITTED)] if piece.end + 1 < content.end_char - 1 else []
    return replace(piece, end=tag.end).with_insertions([*left_out, *tag.insertions])
