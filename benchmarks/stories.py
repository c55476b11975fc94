"""Measure the grouping of articles into stories: BCubed and pairwise precision, recall and F1, and the time.

    python benchmarks/stories.py GOLD.jsonl [--scale]

GOLD has one article a line: ``{"doc": ..., "text": ..., "story": ...}``. With ``--scale`` a thousand and ten thousand
articles are grouped too: copies of the given ones in which half of the words are those of another world, so that
stories grow in number and everyday words are still shared by all.
"""

from __future__ import annotations

import argparse
import itertools
import json
import time
import zlib
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from briefing.annotate import pipeline
from briefing.compose.documents import Document
from briefing.compose.stories.article_vectors import counts, neighbours, weighed
from briefing.compose.stories.grouping import LEAST, group_stories
from briefing.compose.stories.linkage import linked
from briefing.model import Article

SIZES = 1_000, 10_000
NEEDED = "briefing_blocks", "briefing_timexes"


def main() -> None:
    """Print the figures of one gold file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", default=pipeline.DEFAULT_MODEL)
    parser.add_argument("--scale", action="store_true", help="also time 1,000 and 10,000 articles: takes minutes")
    options = parser.parse_args()
    records = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    documents = annotate(records, options.model)
    start = time.perf_counter()
    groups = group_stories(documents)
    seconds = time.perf_counter() - start
    gold = {record["doc"]: record["story"] for record in records}
    got = {document.article.name: number for number, group in enumerate(groups) for document in group}
    print(f"articles  {len(gold)}, stories {len(set(gold.values()))}, found {len(groups)}, {seconds:.2f} s to group")
    print("BCubed    P {:.3f}  R {:.3f}  F {:.3f}".format(*bcubed(gold, got)))
    print("pairs     P {:.3f}  R {:.3f}  F {:.3f}".format(*pairs(gold, got)))
    if options.scale:
        taken = [_seconds(documents, size) for size in SIZES]
        for size, seconds in zip(SIZES, taken, strict=True):
            print(f"scale     {size:,} articles: {seconds:.1f} s to group")
        print(f"scale     ten times the articles take {taken[1] / taken[0]:.1f} times as long")


def _seconds(documents: Sequence[Document], size: int) -> float:
    """Processor time to group as many articles as wanted, their words counted already."""
    counted = list(islice(worlds([counts(document.doc) for document in documents]), size))
    start = time.process_time()
    linked(neighbours(weighed(counted, documents[0].doc.vocab), LEAST))
    return time.process_time() - start


def worlds(counted: Sequence[Mapping[str, float]]) -> Iterator[Mapping[str, float]]:
    """The counts of the articles, and for ever those of their copies with half of the features renamed."""
    yield from counted
    for world in itertools.count(1):
        for found in counted:
            yield {f"{word}~{world}" if zlib.crc32(word.encode()) % 2 else word: count for word, count in found.items()}


def annotate(records: list[dict[str, Any]], model: str) -> list[Document]:
    """The records as documents; of the components grouping needs the dates only."""
    nlp = pipeline.load(model)
    texts = (record["text"] for record in records)
    with nlp.select_pipes(disable=[name for name in pipeline.COMPONENTS if name not in NEEDED]):
        docs = list(nlp.pipe(texts))
    return [
        Document(Article(record["doc"], record["doc"], doc.text, (), (), "", published=record.get("published")), doc)
        for record, doc in zip(records, docs, strict=True)
    ]


def bcubed(gold: Mapping[str, Hashable], got: Mapping[str, Hashable]) -> tuple[float, float, float]:
    """Mean precision and recall over the articles, and their F1."""
    sizes = Counter(gold.values()), Counter(got[doc] for doc in gold)
    both = Counter((gold[doc], got[doc]) for doc in gold)
    precision = sum(both[gold[doc], got[doc]] / sizes[1][got[doc]] for doc in gold) / len(gold)
    recall = sum(both[gold[doc], got[doc]] / sizes[0][gold[doc]] for doc in gold) / len(gold)
    return precision, recall, f1(precision, recall)


def pairs(gold: Mapping[str, Hashable], got: Mapping[str, Hashable]) -> tuple[float, float, float]:
    """Precision and recall over pairs of articles, and their F1."""
    joint = _pairs(Counter((gold[doc], got[doc]) for doc in gold))
    precision = joint / max(_pairs(Counter(got[doc] for doc in gold)), 1)
    recall = joint / max(_pairs(Counter(gold.values())), 1)
    return precision, recall, f1(precision, recall)


def f1(precision: float, recall: float) -> float:
    """Harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _pairs(sizes: Counter[Any]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


if __name__ == "__main__":
    main()
