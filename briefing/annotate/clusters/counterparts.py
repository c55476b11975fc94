"""Who is whose counterpart: "his counterpart" means the other one of a pair that the document has named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from briefing.annotate.clusters.entity_drafts import Draft

_WORDS = frozenset(("counterpart", "opponent", "rival", "predecessor", "successor"))


def link_counterparts(doc: Doc, words: Sequence[str], people: Sequence[Draft]) -> None:
    """Add "his counterpart" to the draft it stands for, if its owner was paired with one person only before.

    ``words`` are the tokens in lower case.
    """
    owner = {span.start: draft for draft in people for span, form in draft.mentions if form == "pronoun"}
    name = {span.start: draft for draft in people for span, form in draft.mentions if form == "name"}
    pairs: dict[str, list[tuple[Draft, Draft]]] = {}
    for token in [doc[index] for index, word in enumerate(words) if word in _WORDS]:
        whose = _owner(token, owner)
        named = name.get(token.i + 1)
        if whose is not None and named is not None and named is not whose:
            pairs.setdefault(token.lower_, []).extend([(whose, named), (named, whose)])
        elif whose is not None and named is None:
            _add(doc, token, [other for one, other in pairs.get(token.lower_, ()) if one is whose])


def _owner(token: Token, owner: Mapping[int, Draft]) -> Draft | None:
    for index in range(token.i - 1, max(token.i - 5, token.sent.start - 1), -1):
        if index in owner:
            return owner[index]
    return None


def _add(doc: Doc, token: Token, partners: Sequence[Draft]) -> None:
    if (
        partners
        and all(one is partners[0] for one in partners)
        and token.lower_ in ("counterpart", "opponent", "rival")
    ):
        start = token.i
        while start > token.sent.start and doc[start - 1].tag_ in ("JJ", "PRP$", "NN", "NNP"):
            start -= 1
        partners[0].add(doc[start : token.i + 1], "nominal", f"{doc[start : token.i + 1].text!r}: the one named before")
