"""What looks like a time and is none: names, counts, page numbers, telephone numbers."""

from __future__ import annotations

from spacy.tokens import Span, Token

from briefing.annotate import layers
from briefing.annotate.timex_grammar import Found

NAME_TYPES = {"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LOC", "LAW", "NORP"}
BEFORE_MONTH = {
    "in",
    "since",
    "by",
    "until",
    "till",
    "from",
    "to",
    "through",
    "between",
    "and",
    "or",
    "during",
    "of",
    "early",
    "late",
    "mid",
    "last",
    "next",
    "this",
    "before",
    "after",
    "for",
    "the",
    "around",
    "on",
    "late-",
    "early-",
    "every",
    "each",
    "that",
    "about",
    "as",
    "throughout",
    "beginning",
    "starting",
}
COUNTED = {
    "page",
    "pages",
    "no",
    "no.",
    "number",
    "room",
    "route",
    "flight",
    "highway",
    "section",
    "chapter",
    "$",
    "£",
    "€",
    "article",
    "resolution",
    "model",
    "windows",
    "office",
    "channel",
    "unit",
    "bus",
    "line",
    "#",
}
QUANTITY_TYPES = {"MONEY", "QUANTITY", "PERCENT", "CARDINAL"}


def is_time(span: Span, found: Found) -> bool:
    """Whether a match of the grammar is a time in its sentence."""
    if found.name in {"month", "weekday", "season-bare"}:
        return _is_bare_name(span)
    if found.name == "year":
        return _is_year(span)
    if found.name == "vague":
        return span.text.lower() != "the past" or _followed_by_end(span)
    return True


def _is_bare_name(span: Span) -> bool:
    """A month or weekday alone must not be part of a name ("August Wilson", "The Sunday Times", "Black Friday")."""
    before = span.doc[span.start - 1] if span.start else None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    led = before is not None and before.lower_ in BEFORE_MONTH
    if before is not None and before.lower_ in {"the", "a"} and after is not None and after.text[:1].isupper():
        return False
    if _inside_name(span):
        return led and before is not None and before.lower_ not in {"the", "of", "and"}
    if after is not None and _is_capital_noun(after) and not led:
        return False
    if (
        before is not None
        and _is_capital_noun(before)
        and before.dep_ == "compound"
        and before.head.i in range(span.start, span.end)
    ):
        return False
    if span.text in {"May", "March", "August", "April", "June"} and not led:
        return span.root.ent_type_ == "DATE" and span.root.dep_ not in {"nsubj", "nsubjpass", "compound", "ROOT"}
    return True


def _inside_name(span: Span) -> bool:
    """Whether a longer name, by the layer of names or by the model, holds the span."""
    for name in layers.spans(span.doc, layers.NAMES):
        if name.start <= span.start and span.end <= name.end and len(name) > len(span):
            return True
    for ent in span.ents if span.root.ent_type_ else ():
        if ent.label_ in NAME_TYPES and len(ent) >= len(span):
            return True
    token = span.root
    return token.ent_type_ in NAME_TYPES and any(
        other.ent_type_ == token.ent_type_
        for other in (span.doc[max(span.start - 1, 0)], span.doc[min(span.end, len(span.doc) - 1)])
        if other.i not in range(span.start, span.end)
    )


def _is_capital_noun(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ not in {"DATE", "TIME"}


def _is_year(span: Span) -> bool:
    """A number from 1000 to 2199 alone: a year unless it counts or labels something."""
    number = span[-1]
    if number.ent_type_ in QUANTITY_TYPES and number.ent_type_ != "CARDINAL":
        return False
    before = span.doc[span.start - 1] if span.start else None
    if before is not None and (before.lower_ in COUNTED or before.text in {"-", "+"}):
        return False
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is not None and after.text in {"-", "%", "°"} and after.whitespace_ == "":
        return False
    if number.dep_ == "nummod" and number.head.tag_ == "NNS" and number.head.i > number.i:
        return number.ent_type_ == "DATE" and before is not None and before.pos_ in {"DET", "PRON", "ADP"}
    if 1400 <= int(number.text[-4:] if number.text[-4:].isdigit() else 0) <= 2100:
        return number.ent_type_ != "CARDINAL" or (before is not None and before.pos_ == "ADP")
    return number.ent_type_ == "DATE"


def _followed_by_end(span: Span) -> bool:
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is None or after.is_punct or after.pos_ in {"VERB", "AUX", "CCONJ", "ADP", "PRON"}
