"""The component ``briefing_roles``: what the text says people are, in its own words, and where they are it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from briefing.annotate import layers
from briefing.annotate.component import Component, ScoreFunction
from briefing.annotate.roles import affiliations, appositions, role_phrases, stated_roles


class FoundRole(NamedTuple):
    """A role phrase, whose it is, and the body it is held in."""

    span: Span
    entity: str
    affiliation: str
    """As written, empty if none."""
    body: str
    """Name of the affiliation, empty if none."""


@Language.factory(
    "briefing_roles",
    assigns=["doc.spans"],
    requires=["doc.spans", "token.tag", "token.dep"],
    default_config={"scorer": {"@scorers": "briefing_roles_scorer"}},
)
def make_roles(nlp: Language, name: str, scorer: ScoreFunction | None) -> Roles:
    """The component, for ``nlp.add_pipe``; it must come after ``briefing_clusters``."""
    return Roles(scorer)


class Roles(Component[FoundRole]):
    """Finds offices and descriptions of named people, and the bodies they belong to."""

    def find(self, doc: Doc) -> list[FoundRole]:
        """The roles in text order, one a phrase and person."""
        entities = layers.entities(doc)
        bodies = affiliations.by_token(entities)
        people = [
            (span, entity)
            for entity in entities
            if entity.type == "person" and entity.named
            for span in entity.mentions
        ]
        names = [(span, entity) for span, entity in people if span.kb_id_ == "name"]
        blocked = {index for span, _ in names for index in range(span.start, span.end)}
        found: dict[tuple[int, int, str], FoundRole] = {}
        shared: dict[int, Span] = {}
        for name, entity in sorted(names, key=lambda item: item[0].start):
            for role in _with_shared(doc, name, list(_phrases(doc, name, blocked)), shared):
                held = affiliations.in_role(role, bodies) if not role_phrases.is_kinship(role) else None
                written = held[0].text if held is not None else ""
                body = affiliations.name_of(held[1], held[0]) if held is not None else ""
                found.setdefault((role.start, role.end, entity.id), FoundRole(role, entity.id, written, body))
        return list(found.values())

    def annotate(self, doc: Doc, found: list[FoundRole]) -> None:
        """Write the layer: roles, the names of their bodies, and ties without a role."""
        layers.require_empty(doc, layers.ROLES)
        spans = [
            Span(doc, role.span.start, role.span.end, label="role", kb_id=role.affiliation, span_id=role.entity)
            for role in found
        ]
        names = {role.affiliation: role.body for role in found if role.affiliation}
        layers.write(doc, layers.ROLES, spans, bodies=names, affiliations=_ties(doc, found))


def _phrases(doc: Doc, name: Span, blocked: set[int]) -> Iterator[Span]:
    first = role_phrases.before(doc, name, blocked)
    if first is not None:
        yield first
    else:
        announced = appositions.announced(doc, name, blocked)
        if announced is not None:
            yield announced
    behind = appositions.behind(doc, name, blocked)
    if behind is not None:
        yield behind
    yield from stated_roles.stated(doc, name, blocked)


def _with_shared(doc: Doc, name: Span, phrases: list[Span], shared: dict[int, Span]) -> list[Span]:
    """The phrases, with the plural office of a list for its later names: "ministers Ann Aal and Bo Bek"."""
    before = name.start - 1
    while before > name.sent.start and (doc[before].text in (",", "and") or doc[before].tag_ == "CC"):
        before -= 1
    inherited = shared.get(before) if before < name.start - 1 else None
    own = next((phrase for phrase in phrases if phrase.end == name.start), None)
    if own is None and inherited is not None:
        phrases = [inherited, *phrases]
        own = inherited
    if own is not None and role_phrases.is_plural(own[-1]):
        shared[name.end - 1] = own
    return phrases


def _ties(doc: Doc, found: list[FoundRole]) -> dict[str, list[str]]:
    """Entity of a person to the names of the bodies it belongs to, those of roles first."""
    entities = layers.entities(doc)
    bodies = affiliations.by_token(entities)
    ties: dict[str, list[str]] = {}
    for role in found:
        if role.body:
            ties.setdefault(role.entity, []).append(role.body)
    for entity in entities:
        if entity.type == "person" and entity.named:
            for span in entity.mentions:
                if span.kb_id_ == "name":
                    ties.setdefault(entity.id, []).extend(body.name for body in affiliations.beside(doc, span, bodies))
    return {key: list(dict.fromkeys(names)) for key, names in ties.items() if names}
