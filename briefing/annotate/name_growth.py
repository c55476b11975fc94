"""People's names that a recogniser cut short, made whole: "Ursula von der" + "Aalen", "Dean" + "Aal"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from briefing.annotate import lexicon, name_borders

if TYPE_CHECKING:
    from briefing.annotate.name_candidates import Candidate


def grown(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates; a person's takes in a surname behind its particle and a given name before it."""
    starts = {one.start: one for one in found}
    ends = {one.end for one in found}
    return [_grown(doc, one, starts, ends) if one.label == "PERSON" else one for one in found]


def _grown(doc: Doc, one: Candidate, starts: dict[int, Candidate], ends: set[int]) -> Candidate:
    start, end = one.start, one.end
    if end - start > 1 and doc[end - 1].lower_ in name_borders.PARTICLES and end < len(doc) and _is_capital(doc[end]):
        following = starts.get(end)
        end = following.end if following is not None and following.end - following.start == 1 else end + 1
    if end - start == 1 and start and start not in ends and _is_given(doc[start - 1]):
        start -= 1
    return one._replace(start=start, end=end)


def _is_capital(token: Token) -> bool:
    return token.is_title and token.tag_ in ("NNP", "NNPS", "FW", "NN")


def _is_given(token: Token) -> bool:
    return token.is_title and token.text in lexicon.phrases("given_names.tsv")
