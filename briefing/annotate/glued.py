"""Two words that lost the space between them: "newspaperKurier" is read as "newspaper" and "Kurier"."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc

from briefing.annotate import lexicon

_GLUED = re.compile(r"\b(?P<noun>[a-z]{4,20})(?P<name>[A-Z][a-z]{2,20})\b")


def part(doc: Doc) -> None:
    """Part such tokens of a document that has no tags yet; its text and all positions in it stay as they are.

    Only a noun for a body or an office may stand in front, so that brands ("iPhone", "deBoer") stay whole.
    """
    found = [match for match in _GLUED.finditer(doc.text) if match["noun"] in _nouns()]
    tokens = {token.idx: token for token in doc} if found else {}
    with doc.retokenize() as retokenizer:
        for match in found:
            token = tokens.get(match.start())
            if token is not None and token.text == match[0]:
                retokenizer.split(token, [match["noun"], match["name"]], heads=[(token, 1), (token, 1)])


@cache
def _nouns() -> frozenset[str]:
    return lexicon.words("body_nouns.txt") | lexicon.phrases("role_words.tsv")
