"""Names of teams and clubs that a recogniser cut short or missed: "Aalstadt" + "Raptors", "Real" + "Aalstadt"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from briefing.annotate import lexicon


def from_teams(doc: Doc, texts: Sequence[str], capitals: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Names of teams among ``capitals``, which nothing has found: a town or more words and the word of a team."""
    loose = frozenset(capitals)
    tails = lexicon.word_set("team-tails")
    for index in [index for index in capitals if texts[index] in tails]:
        start = index
        while start - 1 in loose and doc[start - 1].dep_ == "compound" and doc[start - 1].tag_ == "NNP":
            start -= 1
        if start < index:
            yield start, index + 1


def from_matches(doc: Doc, texts: Sequence[str], capitals: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Words of clubs among ``capitals`` that a match is played against, or that win one: "beat Palmeiras"."""
    for index in [index for index in capitals if texts[index] in lexicon.words("club_words.txt")]:
        if doc[index].dep_ in ("dobj", "nsubj") and doc[index].head.lemma_ in lexicon.word_set("matches"):
            yield index, index + 1


def has_club_word(doc: Doc, start: int) -> bool:
    """Whether a club's word stands before a town: "Real" + "Madrid"; initials before a town may be anything."""
    if not start or doc[start - 1].is_upper or doc[start - 1].tag_ not in ("NNP", "NNPS", "JJ"):
        return False
    return doc[start - 1].text in lexicon.words("club_words.txt")


def has_team_behind(doc: Doc, index: int) -> bool:
    """Whether the word of a team stands at ``index`` and ends the name there: "Aalstadt" + "Raptors"."""
    if index >= len(doc) or doc[index].text not in lexicon.word_set("team-tails") or doc[index - 1].dep_ != "compound":
        return False
    return doc[index].dep_ not in ("compound", "amod") and doc[index].tag_ in ("NNP", "NNPS", "NNS")
