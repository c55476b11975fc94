"""Towns that share a name: "Velden in Aalia" and "Velden, Bekland" are two."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from briefing.annotate import countries, lexicon
from briefing.annotate.clusters import bearers

_FEDERATIONS = frozenset(("United States", "Canada", "Australia", "Germany", "India", "Mexico", "Brazil"))
"""States whose parts are told in their place: a town of one of those may be the one in a part."""


def told_apart(names: Sequence[Span]) -> dict[int, str]:
    """Name and region of each mention of a town that the document puts in two regions, by start of the mention.

    A mention without a region is in the one named last before it, else in the one named first.
    """
    by_name: dict[str, list[tuple[Span, str]]] = {}
    for span in names:
        if span.label_ == "place" and countries.country_name(span.text) is None:
            by_name.setdefault(span.text, []).append((span, _region_behind(span)))
    apart = bearers.told_apart(by_name)
    return {start: f"{name} in {region}" for start, (region, name) in apart.items()}


def _region_behind(span: Span) -> str:
    """The state or region in "in Aalia" or ", Bekland" straight behind the name, or ""."""
    rest = [token.text for token in span.doc[span.end : span.end + 4]]
    if rest[:1] not in (["in"], [","]):
        return ""
    for width in (3, 2, 1):
        region = _region(" ".join(rest[1 : 1 + width]))
        if region:
            listed = rest[0] == "," and rest[1 + width :][:1] == ["and"]
            return "" if listed or region in _FEDERATIONS else region
    return ""


def _region(words: str) -> str:
    """The state or region that the words name, or ""."""
    entry = countries.country_name(words)
    if entry is not None and entry.form == "name":
        return entry.country
    return words if words in lexicon.phrases("regions.tsv") else ""
