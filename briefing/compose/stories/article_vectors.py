"""What two articles are compared by: weighted words, names, numbers and word pairs, the lead counted double."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from briefing.annotate import layers
from briefing.compose.documents import Document
from briefing.compose.rarity import expected_share

LEAD_SENTENCES = 3
"""Title and first sentences, which name the event; the rest is often background that several stories share."""
LEAD_WEIGHT = 2.0
TELLING = 100
"""Heaviest features of an article by which others are found; of 462 articles this keeps every link that matters."""
PRIOR = 10.0
"""Articles of the world that are thought to stand beside the given ones: what keeps two articles on one matter from
looking alike in nothing but "minister", and a morning's five from having no rare words."""
PAIRED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "compound", "amod", "conj", "xcomp"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "WORK_OF_ART", "EVENT", "PRODUCT"})

Vector = dict[str, float]


def article_vectors(documents: Sequence[Document]) -> tuple[Vector, ...]:
    """One vector of length 1 for each document, by the weights of the whole collection."""
    return weighed([counts(document.doc) for document in documents], documents[0].doc.vocab) if documents else ()


def weighed(counted: Sequence[Mapping[str, float]], vocab: Vocab) -> tuple[Vector, ...]:
    """The counts of each article as a vector of length 1: the rarer a feature, the more it weighs."""
    frequency = Counter(feature for found in counted for feature in found)
    expected = {feature: expected_share(feature, vocab) for feature in sorted(frequency)}
    weights = {
        feature: math.log((len(counted) + PRIOR) / (count + PRIOR * expected[feature]))
        for feature, count in frequency.items()
    }
    return tuple(_vector(found, weights) for found in counted)


def neighbours(vectors: Sequence[Vector], least: float) -> dict[int, dict[int, float]]:
    """For every vector those whose cosine with it is ``least`` or more, by an inverted index.

    Only pairs that share a telling feature are looked at, never all pairs.
    """
    postings: dict[str, list[int]] = defaultdict(list)
    telling = [_most_telling(vector) for vector in vectors]
    for number, features in enumerate(telling):
        for feature in features:
            postings[feature].append(number)
    found: dict[int, dict[int, float]] = {number: {} for number in range(len(vectors))}
    for number, vector in enumerate(vectors):
        for other in sorted({other for feature in telling[number] for other in postings[feature] if other > number}):
            similarity = cosine(vector, vectors[other])
            if similarity >= least:
                found[number][other] = found[other][number] = similarity
    return found


def _most_telling(vector: Vector) -> list[str]:
    """The heaviest features: two articles on one event share at least one of them."""
    return sorted(vector, key=lambda feature: (-vector[feature], feature))[:TELLING]


def cosine(one: Vector, other: Vector) -> float:
    """Similarity of two vectors of length 1."""
    if len(other) < len(one):
        one, other = other, one
    return math.fsum(weight * other[feature] for feature, weight in one.items() if feature in other)


def _vector(found: Mapping[str, float], weights: Mapping[str, float]) -> Vector:
    vector = {feature: math.sqrt(count) * weights[feature] for feature, count in sorted(found.items())}
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values())) or 1.0
    return {feature: weight / length for feature, weight in vector.items() if weight > 0}


def counts(doc: Doc) -> dict[str, float]:
    """Lemmas, numbers, names of several words, and pairs of a word and its head."""
    found: dict[str, float] = defaultdict(float)
    text = _text_tokens(doc)
    lead_end = _lead_end(doc)
    for token in text:
        weight = LEAD_WEIGHT if token.i < lead_end else 1.0
        lemma = token.lemma_.casefold()
        found[lemma] += weight
        if token.dep_ in PAIRED and token.head != token and token.head.pos_ in {"VERB", "NOUN", "PROPN"}:
            found[f"{token.head.lemma_.casefold()}>{lemma}"] += weight
        elif token.like_num and token.head.pos_ == "NOUN":
            found[f"{lemma}#{token.head.lemma_.casefold()}"] += weight
    for name in doc.ents:
        words = [token.lower_ for token in name if not (token.is_stop or token.is_punct)]
        if name.label_ in NAMES and len(words) > 1:
            found["_" + " ".join(words)] += LEAD_WEIGHT if name.start < lead_end else 1.0
    return found


def _text_tokens(doc: Doc) -> list[Token]:
    """The words that carry meaning, of title, subtitle and body."""
    blocks = [block for kind in ("title", "subtitle", "body") for block in layers.block_of(doc, kind)]
    return [
        token
        for block in sorted(blocks, key=lambda block: block.start)
        for token in block
        if not (token.is_stop or token.is_punct or token.is_space) and any(letter.isalnum() for letter in token.text)
    ]


def _lead_end(doc: Doc) -> int:
    """Where the lead ends: the title and the first sentences of the body."""
    sentences = list(layers.body_sentences(doc))
    return int(sentences[min(len(sentences), LEAD_SENTENCES) - 1].end) if sentences else len(doc)
