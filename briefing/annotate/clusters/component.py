"""The component ``briefing_clusters``: names, descriptions and pronouns linked to entities."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from briefing.annotate import layers, lexicon
from briefing.annotate.clusters import (
    also_known,
    body_descriptions,
    body_links,
    counterparts,
    descriptions,
    media,
    metonyms,
    person_links,
    pronouns,
    salience,
)
from briefing.annotate.clusters.entity_drafts import Draft
from briefing.annotate.component import Component, ScoreFunction
from briefing.annotate.names import words as name_words


@Language.factory(
    "briefing_clusters",
    assigns=["doc.spans"],
    requires=["doc.spans", "token.tag", "token.dep"],
    default_config={"scorer": {"@scorers": "briefing_clusters_scorer"}},
)
def make_clusters(nlp: Language, name: str, scorer: ScoreFunction | None) -> Clusters:
    """The component, for ``nlp.add_pipe``; it must come after ``briefing_names``."""
    return Clusters(scorer)


class Clusters(Component[Draft]):
    """Gives every mention the id of its entity and every entity its name, type, salience and reasons."""

    def find(self, doc: Doc) -> list[Draft]:
        """The entities of a document in the order of their first mention."""
        names = layers.spans(doc, layers.NAMES)
        words = name_words.texts(doc, "LOWER")
        people = person_links.link_people(doc, [span for span in names if span.label_ == "person"])
        bodies = body_links.link_bodies(doc, [span for span in names if span.label_ != "person"])
        taken = {index for span in names for index in range(span.start, span.end)}
        also_known.join_other_names(doc, words, people, bodies)
        bodies += body_descriptions.link_body_descriptions(doc, words, taken)
        nouns = [(noun, _gender(noun)) for noun in descriptions.person_nouns(doc, words, taken)]
        unnamed = descriptions.link_descriptions(doc, people, nouns=[noun for noun, _ in nouns])
        drafts = sorted((*people, *bodies, *unnamed), key=lambda draft: (draft.start, draft.type, draft.name))
        linked = {span.root.i for draft in people for span, form in draft.mentions if form == "nominal"}
        pronouns.link_pronouns(doc, words, people, [item for item in nouns if item[0].i not in linked])
        counterparts.link_counterparts(doc, words, people)
        metonyms.mark_metonyms(drafts)
        media.mark_media(doc, drafts)
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
        "medium": draft.medium,
    }


def _gender(noun: Token) -> str:
    told = lexicon.column("role_words.tsv", 1).get(noun.lower_, "-")
    return told if told in ("f", "m") else ""
