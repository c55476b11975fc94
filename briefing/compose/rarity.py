"""How rare a word is in the world, before a single article is read."""

from __future__ import annotations

from spacy.vocab import Vocab

ZIPF, RARE = 40.0, 0.002


def expected_share(word: str, vocab: Vocab) -> float:
    """Share of articles that are expected to have a lower-case word; a name, number or pair of words is rare.

    The vectors of a pipeline stand in the order of how frequent their words are; by Zipf's law an article of some
    hundred words has the word of rank ``r`` with a chance of about ``ZIPF / r``. Without vectors every word is rare.
    """
    if not word.isalpha():
        return RARE
    row = vocab.vectors.key2row.get(vocab.strings.add(word))
    return RARE if row is None else ZIPF / (row + ZIPF)
