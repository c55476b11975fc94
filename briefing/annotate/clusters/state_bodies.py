"""Bodies of several states that share a name: "Aalia's Supreme Court" and "the Supreme Court of Bekland" are two."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from briefing.annotate import countries, lexicon
from briefing.annotate.clusters import bearers
from briefing.annotate.clusters.entity_drafts import shown
from briefing.annotate.names import organisation_names

_HEADS = lexicon.word_set("heads") | lexicon.word_set("self-naming")

_ABROAD = frozenset(("army", "military", "navy", "force", "forces", "embassy", "bank", "agency", "service"))


def told_apart(names: Sequence[Span]) -> dict[int, tuple[str, str]]:
    """State and name of each body whose name the document gives to bodies of several states, by start of the mention.

    A mention without a state is of the state named last before it, else of the one named first.
    """
    by_name: dict[str, list[tuple[Span, str]]] = {}
    for span in names:
        if span.label_ == "organisation":
            country, name = _country_and_name(span)
            if not _HEADS.isdisjoint(name.split()):
                by_name.setdefault(name, []).append((span, country))
    return bearers.told_apart(by_name)


def owned_name(span: Span) -> str:
    """The name with the state before or behind it, as written: "Aalia's Supreme Court", "Supreme Court of Bekland"."""
    width = _width_before(span)
    return shown(span.doc[span.start - width : _state_behind(span)[1]])


def _country_and_name(span: Span) -> tuple[str, str]:
    """The state told in or before the name ("" for none), and the name without it."""
    words = shown(span).replace("’s ", " ").replace("'s ", " ").split()
    for width in (3, 2, 1):
        if (country := _state(" ".join(words[:width]))) and width < len(words):
            return country, organisation_names.key(" ".join(words[width:]))
        if (country := _state(" ".join(words[-width:]))) and words[-width - 1 :][0] in ("of", "the"):
            rest = words[:-width][: -2 if words[-width - 1] == "the" else -1]
            return country, organisation_names.key(" ".join(rest))
    if behind := _state_behind(span)[0]:
        return behind, organisation_names.key(shown(span))
    width = _width_before(span)
    before = span.doc[span.start - width : span.start].text if width else ""
    return _state(before.removesuffix("'s").removesuffix("’s").removesuffix("'")), organisation_names.key(shown(span))


def _state_behind(span: Span) -> tuple[str, int]:
    """The state in "of Aalia" or "in the Aalian States" straight behind the name, and where it ends; or "".

    Troops may be in any state.
    """
    rest = [token.text for token in span.doc[span.end : span.end + 5]]
    if rest[:1] == ["of"] or (rest[:1] == ["in"] and span[-1].lower_ not in _ABROAD):
        opens = 2 if rest[1:2] == ["the"] else 1
        for width in (3, 2, 1):
            if state := _state(" ".join(rest[opens : opens + width])):
                return state, span.end + opens + width
    return "", span.end


def _width_before(span: Span) -> int:
    """How many tokens before the name are a state, its adjective or its possessive; 0 if none is."""
    end = span.start
    possessive = end > 1 and span.doc[end - 1].tag_ == "POS"
    for width in (3, 2, 1):
        start = end - possessive - width
        if start >= 0 and _state(span.doc[start : end - possessive].text):
            return width + possessive
    return 0


def _state(words: str) -> str:
    """The state that the words name, or ""."""
    entry = countries.country_name(words)
    return entry.country if entry is not None and entry.form in ("name", "demonym") else ""
