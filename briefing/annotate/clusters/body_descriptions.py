"""Bodies named by a country and a common noun: "South Korea's foreign ministry", "the Aalian presidential office"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from briefing.annotate import countries, lexicon
from briefing.annotate.clusters.entity_drafts import Draft

_HEADS = lexicon.word_set("heads")
_NEEDS_FIELD = frozenset(["office", "bank", "agency", "service", "court"])
_FIELDS = lexicon.word_set("fields")


def link_body_descriptions(doc: Doc, words: Sequence[str], taken: set[int]) -> list[Draft]:
    """A draft for each such body; a later "the foreign ministry" joins the only one of its kind.

    ``words`` are the tokens in lower case.
    """
    found: dict[tuple[str, str], Draft] = {}
    for token in [doc[index] for index, word in enumerate(words) if word in _HEADS and index not in taken]:
        if token.tag_ in ("NN", "NNP"):
            span, country = _described(doc, token)
            if span is None:
                continue
            _file(found, span, country)
    return list(found.values())


def _file(found: dict[tuple[str, str], Draft], span: Span, country: str) -> None:
    kind = _kind(span)
    if not country:
        fits = [draft for (_, other), draft in found.items() if other == kind]
        if len(fits) == 1:
            fits[0].add(span, "nominal", f"{span.text!r}: the only one named")
        return
    draft = found.get((country, kind))
    if draft is None:
        draft = found[country, kind] = Draft("organisation", title=" ".join(span.text.split()))
        draft.stands_for = country if kind in ("government", "administration") else None
    draft.add(span, "nominal")


def _kind(span: Span) -> str:
    words = [lexicon.fold(token.text) for token in span if token.lower_ in _FIELDS or token.lower_ in _HEADS]
    return " ".join(map(lexicon.american, words))


def _described(doc: Doc, head: Token) -> tuple[Span | None, str]:
    """The phrase from its country or article to ``head``, and the country; None where it has neither."""
    start = head.i
    while start > head.sent.start and doc[start - 1].lower_ in _FIELDS:
        start -= 1
    if head.lower_ in _NEEDS_FIELD and start == head.i:
        return None, ""
    before = start - 1 if start and doc[start - 1].tag_ != "POS" else start - 2
    for width in (3, 2, 1):
        opening = before - width + 1
        if opening >= head.sent.start:
            entry = countries.country_name(doc[opening : before + 1].text)
            if entry is not None and entry.country and entry.form in ("name", "demonym"):
                return doc[opening : head.i + 1], entry.country
    article = start > head.sent.start and doc[start - 1].lower_ == "the"
    return (doc[start : head.i + 1], "") if article else (None, "")
