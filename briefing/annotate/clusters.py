"""The component ``briefing_clusters``: names, descriptions and pronouns linked to entities."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from briefing.annotate import body_links, layers, person_links, pronouns, salience
from briefing.annotate.entity_drafts import Draft


@Language.factory("briefing_clusters", assigns=["doc.spans"], requires=["doc.spans", "token.tag", "token.dep"])
def make_clusters(nlp: Language, name: str) -> Clusters:
    """The component, for ``nlp.add_pipe``; it must come after ``briefing_names``."""
    return Clusters()


class Clusters:
    """Gives every mention the id of its entity and every entity its name, type, salience and reasons."""

    def __call__(self, doc: Doc) -> Doc:
        """The document with the layer ``mentions`` and its table ``entities``."""
        self.annotate(doc, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[Draft]:
        """The entities of a document in the order of their first mention."""
        names = layers.spans(doc, layers.NAMES)
        people = person_links.link_people(doc, [span for span in names if span.label_ == "person"])
        bodies = body_links.link_bodies(doc, [span for span in names if span.label_ != "person"])
        drafts = sorted((*people, *bodies), key=lambda draft: (draft.start, draft.type))
        pronouns.link_pronouns(doc, drafts)
        return drafts

    def annotate(self, doc: Doc, found: list[Draft]) -> None:
        """Write the layer."""
        layers.require_empty(doc, layers.MENTIONS)
        spans: list[Span] = []
        table: dict[str, dict[str, Any]] = {}
        for number, (draft, score) in enumerate(zip(found, salience.scores(doc, found), strict=True), 1):
            key = f"e{number}"
            table[key] = _facts(draft, score)
            spans.extend(
                Span(doc, span.start, span.end, label=draft.type, kb_id=form, span_id=key)
                for span, form in draft.mentions
            )
        layers.write(doc, layers.MENTIONS, spans, entities=table)


def _facts(draft: Draft, score: float) -> dict[str, Any]:
    return {
        "name": draft.name,
        "type": draft.type,
        "stands_for": draft.stands_for,
        "gender": draft.gender,
        "named": draft.named,
        "score": score,
        "reasons": list(draft.reasons),
    }
