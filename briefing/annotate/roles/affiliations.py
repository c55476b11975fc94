"""Bodies and countries that people belong to: inside the words of a role, or straight beside the name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span

from briefing.annotate import countries
from briefing.annotate.layers import Entity

_TIES = frozenset(["of", "from", "with", "at", "for"])


def in_role(role: Span, bodies: Mapping[int, tuple[Span, Entity]]) -> tuple[Span, Entity] | None:
    """The body that a role is held in: an organisation in its words, else a country."""
    inside = [bodies[token.i] for token in role if token.i in bodies]
    inside = [(span, entity) for span, entity in inside if span.start >= role.start and span.end <= role.end]
    organisations = [item for item in inside if item[1].type == "organisation"]
    employers = [item for item in organisations if not _describes(role, item[0])]
    return next(iter(employers or organisations or inside), None)


def _describes(role: Span, body: Span) -> bool:
    """The body only says which: «head of Aal Mail services for Acme» works for Acme."""
    return body.end < role.end and role.doc[body.end].tag_ in ("NN", "NNS")


def beside(doc: Doc, name: Span, bodies: Mapping[int, tuple[Span, Entity]]) -> Iterator[Entity]:
    """The bodies tied to a name without a role: "Ann Aal (SDP)", "Ann Aal of the Greens", "Acme's Ann Aal"."""
    following = doc[name.end : name.end + 4]
    if len(following) > 1 and following[0].text in ("(", "of", "from"):
        at = name.end + (2 if following[1].lower_ == "the" else 1)
        if at in bodies and bodies[at][1].type == "organisation":
            yield bodies[at][1]
    if name.start >= 2 and doc[name.start - 1].tag_ == "POS" and name.start - 2 in bodies:
        span, entity = bodies[name.start - 2]
        if entity.type == "organisation" and not countries.country_name(span.text):
            yield entity


def name_of(entity: Entity, span: Span) -> str:
    """The name of a body as it is filed: a state by its short name, everything else by its fullest form."""
    found = countries.country_name(span.text) or countries.country_name(entity.name)
    if found is not None and found.country and found.form in ("name", "demonym"):
        return found.country
    return entity.name


def by_token(entities: Sequence[Entity]) -> dict[int, tuple[Span, Entity]]:
    """Which body or place stands at each token."""
    return {
        index: (span, entity)
        for entity in entities
        if entity.type != "person"
        for span in entity.mentions
        if span.kb_id_ in ("name", "demonym", "metonym")
        for index in range(span.start, span.end)
    }
