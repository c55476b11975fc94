"""How well articles are told from the pages round them: F1 over lines or words, and milliseconds a document.

    python benchmarks/ingest.py DUMPS PAGES ...

A folder may hold

* plain-text dumps with ``lines.json`` beside them or in ``gold/`` (``documents[].file`` and ``lines[].label``; ``body``
  counts as article, ``clutter`` as not, other labels are left out): precision, recall and F1 over lines, and the share
  of documents that lost a body line or kept a line of clutter;
* HTML pages with ``ground-truth.json`` beside or above them (page name to ``articleBody`` and, where known, ``title``,
  ``date`` and ``byline``), as the article extraction benchmark has them: precision, recall and F1 over runs of four
  words, averaged over the pages, and the share of mastheads read right; the pages are ``html/NAME.html`` or
  ``html/NAME.html.gz``;
* ``.jsonl`` files of clean articles (``text``): the share of their words that cleaning keeps.

Each is printed beside trafilatura alone, where it can read the files.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import trafilatura

from briefing.errors import IngestError
from briefing.ingest import read_sources
from briefing.model import Article

RUN = 4
WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """Counts of right, extra and missing units."""

    right: float
    extra: float
    missing: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.extra + self.missing or 1)


def only(path: Path) -> Article | None:
    """The article of a file, if there is one."""
    try:
        return read_sources([str(path)]).articles[0]
    except IngestError:
        return None


def dumps(folder: Path, gold: Path) -> None:
    """Print the figures for labelled plain-text dumps."""
    total, lost, dirty, seconds = Score(0, 0, 0), 0, 0, 0.0
    documents = json.loads(gold.read_text("utf-8"))["documents"]
    for document in documents:
        start = time.perf_counter()
        article = only(folder / document["file"])
        seconds += time.perf_counter() - start
        kept = article.text if article else ""
        body = [line["text"] for line in document["lines"] if line["label"] == "body"]
        clutter = [line["text"] for line in document["lines"] if line["label"] == "clutter"]
        missing = sum(" ".join(text.split()) not in kept for text in body)
        extra = sum(" ".join(text.split()) in kept.split("\n\n") for text in clutter)
        total = Score(total.right + len(body) - missing, total.extra + extra, total.missing + missing)
        lost, dirty = lost + (missing > 0), dirty + (extra > 0)
    count = len(documents)
    print(f"{folder}: {count} dumps, line F1 {total.f1:.4f}, lost {lost / count:.2f}, dirty {dirty / count:.2f}, "
          f"{1000 * seconds / count:.1f} ms a document")  # fmt: skip


def pages(folder: Path, gold: Path) -> None:
    """Print the figures for HTML pages with their true text."""
    truth = json.loads(gold.read_text("utf-8"))
    for name, extract in (("briefing", _ours), ("trafilatura", _theirs)):
        scores, start = [], time.perf_counter()
        for page, entry in sorted(truth.items()):
            path = next((path for path in _places(folder, page) if path.exists()), None)
            if path is not None:
                scores.append(_compare(entry["articleBody"], extract(path)))
        seconds = time.perf_counter() - start
        precision = sum(one.right / (one.right + one.extra or 1) for one in scores) / len(scores)
        recall = sum(one.right / (one.right + one.missing or 1) for one in scores) / len(scores)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{folder}: {len(scores)} pages, {name}: F1 {f1:.4f}, precision {precision:.4f}, recall {recall:.4f}, "
              f"{1000 * seconds / len(scores):.0f} ms a page")  # fmt: skip
    mastheads(folder, truth)


def mastheads(folder: Path, truth: dict[str, Any]) -> None:
    """Print how often title, day and writers of a page are right, of the pages whose truth states them."""
    right: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for page, entry in sorted(truth.items()):
        path = next((path for path in _places(folder, page) if path.exists()), None)
        article = only(path) if path else None
        found = {
            "title": _folded(article.title if article else None),
            "date": (article.published or "")[:10] if article else "",
            "byline": [_folded(name) for name in article.byline] if article else [],
        }
        for key in found.keys() & entry.keys():
            value = entry[key]
            wanted = [_folded(name) for name in value or []] if key == "byline" else _folded(value)
            known[key] += 1
            right[key] += (found[key][:10] if key == "date" else found[key]) == (
                value or "" if key == "date" else wanted
            )
    if known:
        print(f"{folder}: " + ", ".join(f"{key} {right[key]}/{known[key]}" for key in sorted(known)))


def _folded(text: str | None) -> str:
    """Text as titles and names are compared: quotes straight, blanks single, case ignored."""
    return " ".join((text or "").translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}).casefold().split())


def _places(folder: Path, page: str) -> tuple[Path, ...]:
    """Where a page may lie."""
    return tuple(base / f"{page}{ending}" for base in (folder, folder / "html") for ending in (".html", ".html.gz", ""))


def _ours(path: Path) -> str:
    """What this program reads from a page."""
    article = only(path)
    return article.text if article else ""


def _theirs(path: Path) -> str:
    """What trafilatura alone reads from a page."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return trafilatura.extract(data, favor_precision=True, include_comments=False) or ""


def _compare(truth: str, found: str) -> Score:
    """The runs of words that two texts share, as the article extraction benchmark counts them."""
    one, two = (_runs(text) for text in (truth, found))
    right = sum((one & two).values())
    total = max(sum(one.values()), 1)
    return Score(right / total, (sum(two.values()) - right) / total, (sum(one.values()) - right) / total)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text."""
    words = WORD.findall(text)
    return Counter(tuple(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1)))


def clean_records(path: Path) -> None:
    """Print how much of clean articles survives."""
    kept = words = count = 0
    start = time.perf_counter()
    for article in read_sources([str(path)]).articles:
        count += 1
        dropped = sum(len(one.text.split()) for one in article.dropped)
        kept += len(article.text.split())
        words += len(article.text.split()) + dropped
    seconds = time.perf_counter() - start
    print(f"{path}: {count} clean articles, {100 * kept / words:.2f} % of the words kept, "
          f"{1000 * seconds / count:.1f} ms each")  # fmt: skip


def main(arguments: Sequence[str]) -> None:
    """Measure every folder or file given."""
    for argument in map(Path, arguments):
        found: tuple[tuple[Path, Callable[[Path, Path], None]], ...] = (
            (argument / "lines.json", dumps),
            (argument / "gold" / "lines.json", dumps),
            (argument / "ground-truth.json", pages),
            (argument.parent / "ground-truth.json", pages),
        )
        for gold, measure in found:
            if gold.exists():
                measure(argument, gold)
        if argument.suffix == ".jsonl":
            clean_records(argument)


if __name__ == "__main__":
    main(sys.argv[1:])
