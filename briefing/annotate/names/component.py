"""The component ``briefing_names``: typed mentions of people, organisations and places, not yet linked."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from briefing.annotate import layers
from briefing.annotate.component import Component, ScoreFunction
from briefing.annotate.names import candidates, headlines, kinds
from briefing.annotate.names import spread as name_spread
from briefing.annotate.names.evidence import is_about_sport
from briefing.annotate.names.words import Words


@Language.factory(
    "briefing_names",
    assigns=["doc.spans"],
    requires=["doc.ents", "token.tag", "token.dep"],
    default_config={"scorer": {"@scorers": "briefing_names_scorer"}},
)
def make_names(nlp: Language, name: str, scorer: ScoreFunction | None) -> Names:
    """The component, for ``nlp.add_pipe``; it must come after the recogniser and the parser."""
    return Names(scorer)


class Names(Component[Span]):
    """Marks names: borders set right, one type for a name over the whole document, known names found everywhere."""

    def find(self, doc: Doc) -> list[Span]:
        """Spans with the type as label and the form (``name`` or ``demonym``) as value."""
        words = Words(doc)
        lines = headlines.headlines(words.texts)
        found = candidates.candidates(doc, words, lines)
        types = kinds.types_of(doc, found, in_sport=is_about_sport(words.texts))
        spread = name_spread.spread(doc, types, found, words.texts, capitals=bool(lines.shouted))
        spans = [Span(doc, one.start, one.end, label=kind, kb_id="name") for one, kind in spread.items()]
        taken = {index for one in spread for index in range(one.start, one.end)}
        demonyms = [one for one in found if one.label == "DEMONYM" and taken.isdisjoint(range(one.start, one.end))]
        return spans + [Span(doc, one.start, one.end, label="place", kb_id="demonym") for one in demonyms]

    def annotate(self, doc: Doc, found: list[Span]) -> None:
        """Write the layer."""
        layers.require_empty(doc, layers.NAMES)
        layers.write(doc, layers.NAMES, found)
