"""The component ``briefing_timexes``: time expressions with their TIMEX3 type and value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from briefing.annotate import layers
from briefing.annotate.component import Component, ScoreFunction
from briefing.annotate.times import grammar
from briefing.annotate.times.anchors import infer
from briefing.annotate.times.calendar_values import parse_day
from briefing.annotate.times.gate import is_time, named_tokens
from briefing.annotate.times.grammar import Found
from briefing.annotate.times.joining import Piece, join
from briefing.annotate.times.outlook import is_aside, is_told_to_come, looks_back, outlook
from briefing.annotate.times.setting import Setting
from briefing.annotate.times.telling import is_history, opens_background
from briefing.annotate.times.values import read

if not Doc.has_extension("document_date"):
    Doc.set_extension("document_date", default=None)
    Doc.set_extension("document_date_basis", default="none")

OPENING = 3
"""Words from the start of a sentence within which a date opens it ("In late 1943")."""
DEICTIC = (["this"], ["last"], ["next"])
"""Words that count from the day of writing in every paragraph of a report."""
PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t]*\n))+")


class Match(NamedTuple):
    """One match of the grammar in a document."""

    span: Span
    found: Found
    text: str


@Language.factory(
    "briefing_timexes",
    assigns=["doc.spans"],
    requires=["token.dep", "token.tag", "doc.ents"],
    default_config={"scorer": {"@scorers": "briefing_timexes_scorer"}},
)
def make_timexes(nlp: Language, name: str, scorer: ScoreFunction | None) -> Timexes:
    """The component, for ``nlp.add_pipe``."""
    return Timexes(scorer)


class Timexes(Component[Piece]):
    """Marks the layer ``timexes``. Relative dates are counted from ``doc._.document_date``."""

    def __call__(self, doc: Doc) -> Doc:
        """The document with the layer ``timexes``; an undated one is given the day it can be seen to be written on."""
        paragraphs = _paragraphs(doc)
        found = _pieces(doc, paragraphs)
        reasons: tuple[str, ...] = ()
        if parse_day(doc._.document_date) is None and (inferred := infer(doc, found)) is not None:
            doc._.document_date, doc._.document_date_basis = inferred.day.isoformat(), "inferred"
            found, reasons = _pieces(doc, paragraphs), inferred.reasons
        self.annotate(doc, found, reasons)
        return doc

    def find(self, doc: Doc) -> list[Piece]:
        """The time expressions of a document in order."""
        return _pieces(doc, _paragraphs(doc))

    def annotate(self, doc: Doc, found: list[Piece], reasons: Sequence[str] = ()) -> None:
        """Write the layer; ``reasons`` say why the day of writing was inferred, where it was."""
        layers.require_empty(doc, layers.TIMEXES)
        spans, table = [], {}
        for number, timex in enumerate(found, 1):
            key, reading = f"t{number}", timex.reading
            spans.append(Span(doc, timex.start, timex.end, label=reading.type, span_id=key, kb_id=reading.value))
            table[key] = _facts(timex)
        anchor = {"value": doc._.document_date, "basis": doc._.document_date_basis, "reasons": list(reasons)}
        layers.write(doc, layers.TIMEXES, spans, timexes=table, **({"anchor": anchor} if reasons else {}))


def _facts(timex: Piece) -> dict[str, Any]:
    reading = timex.reading
    facts: dict[str, Any] = {"anchor": reading.anchor, "rule": timex.rule}
    if reading.end_value:
        facts["end_value"] = reading.end_value
    if reading.year_inferred:
        facts["year_inferred"] = True
    return facts


def _paragraphs(doc: Doc) -> list[list[Match]]:
    """What the grammar finds in each paragraph, whenever it was written."""
    named = named_tokens(doc)
    return [_matches(doc, match.group(), match.start(), named) for match in PARAGRAPH.finditer(doc.text)]


def _pieces(doc: Doc, paragraphs: Sequence[list[Match]]) -> list[Piece]:
    """The expressions with their values on the day of writing that the document says."""
    written = parse_day(doc._.document_date)
    history = is_history([match.found for paragraph in paragraphs for match in paragraph], written)
    setting = Setting(written, history=history)
    pieces: list[Piece] = []
    for paragraph in paragraphs:
        setting.narrative = history or opens_background([match.found for match in paragraph], written)
        pieces.extend(join(doc, _readings(paragraph, setting)))
    return pieces


def _matches(doc: Doc, text: str, offset: int, named: frozenset[int]) -> list[Match]:
    """What the grammar finds in a paragraph and the gate lets through."""
    matches = []
    for match in grammar.find(text):
        found = _without_conjunction(doc, match, offset)
        span = doc.char_span(offset + found.start, offset + found.end, alignment_mode="expand")
        if span is not None and is_time(span, found, named):
            matches.append(Match(span, found, text[found.start : found.end]))
    return matches


def _without_conjunction(doc: Doc, found: Found, offset: int) -> Found:
    """A match without the "that" which only joins a clause: "feared that Friday could be bloody"."""
    which = found.parts.get("which", "")
    if which.lower() != "that" or found.name not in {"weekday", "relative-month"}:
        return found
    span = doc.char_span(offset + found.start, offset + found.end)
    if span is None or span[0].tag_ != "IN" or not _goes_on_at(doc, span.end):
        return found
    parts = {name: part for name, part in found.parts.items() if name != "which"}
    bare = "weekday" if found.name == "weekday" else "month"
    return Found(bare, found.start + len(which) + 1, found.end, parts)


def _goes_on_at(doc: Doc, place: int) -> bool:
    """Whether a verb or an owner's "'s" follows, as after the subject of a clause."""
    return place < len(doc) and (doc[place].pos_ in {"AUX", "VERB"} or doc[place].tag_ == "POS")


def _here(setting: Setting, span: Span, found: Found) -> Setting:
    """The setting of one expression: "this summer", "last May" and what "will" be leave the year told last behind.

    What "had" happened goes on from it.
    """
    if found.name == "month" and not setting.narrative and setting.has_left() and looks_back(span):
        return replace(setting, narrative=True)
    if not setting.narrative or setting.history:
        return setting
    which = found.parts.get("which", "").lower().split()
    if which[:1] in DEICTIC or is_told_to_come(span):
        return replace(setting, narrative=False)
    return setting


def _readings(matches: Sequence[Match], setting: Setting) -> list[Piece]:
    """The expressions of a paragraph with their values, each read against those before it."""
    pieces: list[Piece] = []
    for span, found, text in matches:
        told = outlook(span)
        reading = read(found, text, _here(setting, span, found), told)
        if reading is not None:
            opens = not pieces or span.start - span.sent.start < OPENING
            setting.note(reading, found.name, told, first=opens, aside=setting.history and is_aside(span))
            pieces.append(Piece(span.start, span.end, found.name, reading))
    return pieces
