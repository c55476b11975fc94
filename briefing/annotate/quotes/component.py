"""The component ``briefing_quotes``: who said what, directly or as reported, and who carried it.

Stretches between marks are attributed first (``direct_speech``), then clauses outside them (``reported_speech``); a
clause that holds marked words becomes one mixed attribution. Sources are resolved to the entities of the layer
``mentions`` where it is there.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from briefing.annotate import layers
from briefing.annotate.component import Component, ScoreFunction
from briefing.annotate.quotes import direct_speech, merging, reported_speech, vias
from briefing.annotate.quotes import scene as quote_scene
from briefing.annotate.quotes.people import UNKNOWN, People, Speaker
from briefing.annotate.quotes.scene import Found

WRITES = (layers.SOURCES, layers.CUES, layers.CONTENTS, layers.VIAS)


@Language.factory(
    "briefing_quotes",
    requires=["token.dep", "token.tag", "token.lemma"],
    assigns=["doc.spans"],
    default_config={"scorer": {"@scorers": "briefing_quotes_scorer"}},
)
def make_quotes(nlp: Language, name: str, scorer: ScoreFunction | None) -> Quotes:
    """The component, for ``nlp.add_pipe``; put it after names and clusters."""
    return Quotes(scorer)


class Quotes(Component[tuple[Found, Speaker]]):
    """Marks source, cue, content and carrier of every quotation of the body; none where the parser has not run."""

    def find(self, doc: Doc) -> list[tuple[Found, Speaker]]:
        """The quotations in the order of their first content, each with what its source resolves to."""
        if not doc.has_annotation("DEP"):
            return []
        scene = quote_scene.scene(doc)
        found = merging.merge(scene, direct_speech.find(scene), reported_speech.find(scene))
        found = vias.carry(scene, found)
        people = People(scene)
        last = UNKNOWN
        resolved = []
        spoken: dict[tuple[int, int, int], Speaker] = {}
        for one in found:
            if one.source is not None and one.source not in spoken:
                spoken[one.source] = people.resolve(one.source, last, one.contents)
            speaker = spoken[one.source] if one.source is not None else UNKNOWN
            last = speaker if speaker.name else last
            resolved.append((one, speaker))
        return resolved

    def annotate(self, doc: Doc, found: list[tuple[Found, Speaker]]) -> None:
        """Write the four layers."""
        layers.require_empty(doc, *WRITES)
        written: dict[str, list[Span]] = {name: [] for name in WRITES}
        speakers = {}
        for number, (one, speaker) in enumerate(found, 1):
            key = f"q{number}"
            for start, end in one.contents:
                written[layers.CONTENTS].append(Span(doc, start, end, label=one.kind, span_id=key))
            if one.source is not None:
                start, end, _ = one.source
                source = Span(doc, start, end, label="source", span_id=key, kb_id=speaker.entity or "")
                written[layers.SOURCES].append(source)
            for name, label, borders in ((layers.CUES, "cue", one.cue), (layers.VIAS, "via", one.via)):
                if borders is not None:
                    written[name].append(Span(doc, *borders, label=label, span_id=key))
            if speaker.name:
                speakers[key] = {"name": speaker.name, "entity": speaker.entity}
        for name in WRITES:
            facts = {"speakers": speakers} if name == layers.CONTENTS else {}
            layers.write(doc, name, written[name], **facts)
