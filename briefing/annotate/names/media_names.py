"""Names of media that the text announces: "the broadcaster Radio Arbek", "the newspaper Kurier"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from briefing.annotate import lexicon
from briefing.annotate.names import borders

_NOUNS = lexicon.word_set("media-nouns") - {"station", "channel", "outlet", "portal", "newspapers"}
"""Nouns that a medium's name follows; a station is as often one of trains, a channel one of water."""
_BROADCASTERS = frozenset(("radio", "tv", "television", "news"))
"""Before "station" and the like these words tell a medium."""
_OPEN = frozenset(("station", "channel", "outlet", "portal", "website"))
_LONGEST = 4
_CAPITALISED = ("NNP", "NNPS")


def announced(doc: Doc, texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Borders of the capitalised words straight behind a noun for a medium."""
    for index in [index for index, text in enumerate(texts[:-1]) if text in _NOUNS or text in _OPEN]:
        if not _is_medium_noun(doc, index):
            continue
        end = index + 1
        while end < len(doc) and end - index <= _LONGEST and _continues(doc, end):
            end += 1
        if end > index + 1 and _stands_alone(doc, index + 1, end):
            yield index + 1, end


def _is_medium_noun(doc: Doc, index: int) -> bool:
    """A common noun for one medium ("newspaper", "radio station")."""
    token = doc[index]
    if token.tag_ != "NN" or not token.is_lower:
        return False
    if token.text in _OPEN:
        return index > 0 and doc[index - 1].lower_ in _BROADCASTERS
    return True


def _continues(doc: Doc, index: int) -> bool:
    token = doc[index]
    return (
        token.tag_ in _CAPITALISED
        and token.text[0].isupper()
        and token.ent_type_ not in ("DATE", "TIME")
        and token.lower_ not in borders.not_names()
        and token.text not in borders.honorifics()
        and not token.is_sent_start
    )


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """The words are a name by themselves: nobody's ("the paper Ann Aal founded") and no part of a longer one."""
    if lexicon.column("given_names.tsv", 1).get(doc[start].text) in ("f", "m"):
        return False
    root = doc[start:end].root
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.dep_ in ("relcl", "acl"):
        return False
    return end == len(doc) or doc[end].tag_ not in ("NN", "NNS", "POS", "HYPH")
