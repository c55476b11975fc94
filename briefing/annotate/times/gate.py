"""What looks like a time and is none: names, counts, page numbers, telephone numbers."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from briefing.annotate import layers
from briefing.annotate.times.grammar import Found, lexicon

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
IN_SEASON = {"in", "during", "until", "till", "by", "through", "throughout", "since"}
OTHER_CALENDARS = {
    "lunar",
    "chinese",
    "jewish",
    "orthodox",
    "coptic",
    "persian",
    "islamic",
    "hindu",
    "tamil",
    "sikh",
    "buddhist",
    "bengali",
    "thai",
    "khmer",
    "nepali",
    "ethiopian",
    "vietnamese",
}
"""Words before a feast or New Year that put it on a day of another calendar, which the texts do not tell."""
NTH = {"first", "second", "third", "fourth", "fifth", "1st", "2nd", "3rd", "4th", "5th"}
FIRST_NAMES = {"April", "May", "June", "August"}
JOINS = {"and", "or", "as", "to", "about", "the"}
"""Words before a month that as well join names: "May Castell and June Harrow"."""
LONGEST_SHORT, WHOLE_SHORT = 4, frozenset({"May", "June", "July"})
"""Letters of a short form of a month, and the names of that length that are whole."""
LONGEST_PART = 30
JOINED = re.compile(r"[-‐](?P<part>[^\W\d]{1,30})")
QUANTITY_TYPES = {"MONEY", "QUANTITY", "PERCENT", "CARDINAL"}


def is_time(span: Span, found: Found, named: frozenset[int]) -> bool:
    """Whether a match of the grammar is a time in its sentence; ``named`` are the tokens inside longer names."""
    if found.name in {"month", "weekday", "season-bare"}:
        return not _is_joined(span, found) and _is_bare_name(span, named)
    if _is_last_of(span, found):
        return False
    if found.name in GATES:
        return GATES[found.name](span, found)
    if found.name == "year":
        return _is_year(span)
    if found.name == "vague":
        return _is_vague(span)
    if found.name == "duration-one":
        return not _is_rate(span)
    if found.name == "noon":
        return span.start == 0 or span.doc[span.start - 1].lower_ != "high"
    return not _is_title(span, found)


def _is_season(span: Span, found: Found) -> bool:
    """Whether "the fall", "the spring" alone is a season: only after "in" and its like, and before no noun."""
    if {"which", "year", "ofyear"} & set(found.parts) or found.parts["season"].lower() not in {"fall", "spring"}:
        return True
    before = span.doc[span.start - 1].lower_ if span.start else ""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if found.parts["season"] == "spring" and before in {"of", "from", "before", "after"}:
        return True
    return before in IN_SEASON and (after is None or after.pos_ not in {"NOUN", "PROPN"})


def _is_feast(span: Span, found: Found) -> bool:
    """Whether a feast is the one of the common calendar: neither "Lunar New Year" nor "Orthodox Christmas"."""
    return span.start == 0 or span.doc[span.start - 1].lower_ not in OTHER_CALENDARS


def _is_spoken_year(span: Span, found: Found) -> bool:
    """Whether a year in words is no title: "Nineteen Eighty-Four" inside a sentence is a book."""
    return span.start == span.sent.start or not span.text[:1].isupper()


def _is_repeated(span: Span, found: Found) -> bool:
    """Whether "daily" and its like tell how often, and are no newspaper ("the party daily Granma", "a weekly said")."""
    if span.root.pos_ in {"NOUN", "PROPN"}:
        return False
    return span.end == len(span.doc) or not _is_capital_noun(span.doc[span.end])


GATES = {"set": _is_repeated, "season": _is_season, "holiday": _is_feast, "year-words": _is_spoken_year}


def _is_title(span: Span, found: Found) -> bool:
    """Whether capitals make a title of common words ("60 Minutes", "This Week")."""
    return found.name in {"duration", "relative-unit"} and span[-1].text[:1].isupper() and not span.text.isupper()


def _is_rate(span: Span) -> bool:
    """Whether "a year" says how often or how much: "$1.76 a year", "four flights a week"."""
    if span.start == 0 or span[0].lower_ not in {"a", "an"}:
        return False
    before = span.doc[span.start - 1]
    return before.tag_ in {"NNS", "CD", "$"} or before.ent_type_ in QUANTITY_TYPES


def _is_last_of(span: Span, found: Found) -> bool:
    """Whether "the last day" is the one that ends something: "on the last day of the drill"."""
    last = found.name == "relative-unit" and found.parts.get("which", "").lower() == "the last"
    return last and span.end < len(span.doc) and span.doc[span.end].lower_ == "of"


def _is_joined(span: Span, found: Found) -> bool:
    """Whether the short form of a month is the first part of a longer word: "Mar-a-Lago", "Jan-Erik", not "Jan-Mar"."""
    name = found.parts.get("month", "")
    if found.name != "month" or len(name) > LONGEST_SHORT or name in WHOLE_SHORT:
        return False
    behind = span.doc.text[span.start_char :].partition(name)[2][:LONGEST_PART]
    joined = JOINED.match(behind)
    return joined is not None and joined["part"] not in lexicon()["months"]


def _is_bare_name(span: Span, named: frozenset[int]) -> bool:
    """A month or weekday alone must not be part of a name ("August Wilson", "The Sunday Times", "Black Friday")."""
    before = span.doc[span.start - 1] if span.start else None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    led = before is not None and before.lower_ in BEFORE_MONTH
    if before is not None and before.lower_ in NTH and after is not None and after.lower_ in {"of", "in"}:
        return False
    if span.text in FIRST_NAMES and before is not None and before.lower_ in JOINS and _is_name_after(after):
        return False
    if before is not None and before.lower_ in {"the", "a"} and after is not None and after.text[:1].isupper():
        return False
    if _inside_name(span, named):
        return led and before is not None and before.lower_ not in {"the", "of", "and"}
    owned = before is not None and before.tag_ == "PRP$"
    if after is not None and _is_capital_noun(after) and not led and not owned:
        return False
    if (
        before is not None
        and _is_capital_noun(before)
        and before.dep_ == "compound"
        and before.head.i in range(span.start, span.end)
    ):
        # "Met with Sununu Sunday": the parser joins the two, the model of names parts them.
        return before.ent_type_ in NAME_TYPES and span.root.ent_type_ == "DATE"
    if span.text in {"May", "March", "August", "April", "June"} and not led:
        return span.root.ent_type_ == "DATE" and span.root.dep_ not in {"nsubj", "nsubjpass", "compound", "ROOT"}
    return True


def named_tokens(doc: Doc) -> frozenset[int]:
    """The tokens inside names of several words, by the layer of names."""
    return frozenset(token.i for name in layers.spans(doc, layers.NAMES) if len(name) > 1 for token in name)


def _inside_name(span: Span, named: frozenset[int]) -> bool:
    """Whether a longer name, by the layer of names or by the model, holds the span."""
    if len(span) == 1 and span.start in named:
        return True
    token = span.root
    if token.ent_type_ not in NAME_TYPES:
        return False
    beside = (span.start - 1, span.end)
    longer = any(0 <= other < len(span.doc) and span.doc[other].ent_type_ == token.ent_type_ for other in beside)
    return longer or len(span) == 1


def _is_name_after(token: Token | None) -> bool:
    """Whether a capitalised word follows that no month does."""
    return token is not None and _is_capital_noun(token) and token.text not in lexicon()["months"]


def _is_capital_noun(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ not in {"DATE", "TIME"}


def _is_year(span: Span) -> bool:
    """A number from 1000 to 2199 alone: a year unless it counts or labels something."""
    number = span[-1]
    if number.ent_type_ in (QUANTITY_TYPES | NAME_TYPES) - {"CARDINAL", "LAW", "FAC"}:
        return False
    before = span.doc[span.start - 1] if span.start else None
    if before is not None and (before.lower_ in COUNTED or before.text in {"-", "+"}):
        return False
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is not None and after.text in {"-", "%", "°"} and after.whitespace_ == "":
        return False
    if number.dep_ == "nummod" and number.head.tag_ == "NNS" and number.head.i > number.i:
        told = before is not None and before.pos_ in {"DET", "PRON", "ADP"} and before.lower_ != "with"
        return number.ent_type_ == "DATE" and told
    if number.dep_ == "nummod" and number.head.tag_ in {"NN", "NNP"} and before is not None and before.pos_ == "DET":
        return True
    if 1400 <= int(number.text[-4:] if number.text[-4:].isdigit() else 0) <= 2100:
        return number.ent_type_ != "CARDINAL" or (before is not None and before.pos_ == "ADP")
    return number.ent_type_ == "DATE"


def _is_vague(span: Span) -> bool:
    """Whether a vague word tells a time: neither "as soon as he can" nor "the past chairman" does."""
    word = span.text.lower()
    if word == "soon":
        return span.start == 0 or span.doc[span.start - 1].lower_ not in {"as", "how", "so", "too"}
    return word != "the past" or _followed_by_end(span)


def _followed_by_end(span: Span) -> bool:
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is None or after.is_punct or after.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ", "ADP", "PRON"}
