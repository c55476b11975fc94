"""Quotations against annotated corpora: who said what, beside a regular expression and, where installed, textacy.

    python benchmarks/quotes.py ../shared/bench/quotes [--model NAME] [--floors]

The folder holds the scorer (``quotebench``) and its development data. Everything is printed as F1 in per cent; *joint*
counts a quotation only if its speaker is right as well.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from briefing.annotate import layers, pipeline

Records = dict[str, list[dict[str, Any]]]


class Measure(NamedTuple):
    """One row of the table."""

    name: str
    corpus: str
    key: str
    must: float
    goal: float
    floor: float
    """What was reached; a run with ``--floors`` fails below it. Only raised."""


MEASURES = (
    Measure("quoted, span F1 (4 words or more)", "polnear", "Q.core.F1", 99.0, 99.4, 99.5),
    Measure("quoted, joint F1", "polnear", "Q.core.jointF1", 85, 88, 94.4),
    Measure("quoted, joint precision", "polnear", "Q.core.jointP", 85, 90, 94.3),
    Measure("pronoun speakers right", "polnear", "Q.core.speaker.pronoun", 80, 86, 93.5),
    Measure("full name given", "polnear", "Q.core.fullname", 85, 90, 87.5),
    Measure("all stretches, joint", "polnear", "Q.all.jointF1", 82, 86, 90.3),
    Measure("every kind, F1", "polnear", "C.F1", 87, 90, 89.0),
    Measure("every kind, joint", "polnear", "C.jointF1", 74, 79, 82.2),
    Measure("indirect, F1", "polnear", "C.indirect.F1", 75, 79, 78.6),
    Measure("indirect, joint", "polnear", "C.indirect.jointF1", 64, 69, 70.6),
    Measure("Wikinews, quoted, precision", "gum", "Q.core.P", 90, 95, 94.5),
    Measure("Wikinews, quoted, joint F1", "gum", "Q.core.jointF1", 76, 82, 90.8),
    Measure("Wikinews, indirect, joint F1", "gum", "C.indirect.jointF1", 72, 76, 76.0),
)
NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w.’'-]+){0,3}")
SAID = r"(?:said|says|told|added|wrote)"
AFTER = re.compile(rf"[“\"][^”\"\n]{{10,2000}}[,?!][”\"] (?:{SAID} (?P<a>{NAME.pattern})|(?P<b>{NAME.pattern}) {SAID})")
MARKED = re.compile(r"[“\"][^”\"\n]{2,2000}[”\"]")


def main() -> None:
    """Print the table."""
    options = read_options()
    sys.path.insert(0, str(options.data))
    corpora = {name: load(options.data, name) for name in ("polnear", "gum")}
    nlp = pipeline.load(options.model)
    systems: dict[str, Callable[[Iterable[tuple[str, str]]], Records]] = {"briefing": lambda texts: ours(nlp, texts)}
    systems["regex"] = regex
    if (rival := textacy_system()) is not None:
        systems["textacy"] = rival
    figures = {name: measure(corpora, run) for name, run in systems.items()}
    print_table(figures)
    if options.floors:
        check_floors(figures["briefing"])


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with quotebench and dev/")
    parser.add_argument("--model", default=pipeline.DEFAULT_MODEL)
    parser.add_argument("--floors", action="store_true", help="exit with 1 below a figure reached before")
    return parser.parse_args()


def load(data: Path, corpus: str) -> list[Any]:
    """The gold documents of one corpus, by its own scorer."""
    from quotebench import gum, polnear
    from quotebench.source import Tree

    documents: list[Any] = {"polnear": polnear, "gum": gum}[corpus].load(Tree(data / "dev" / corpus), "dev")
    return documents


def measure(corpora: dict[str, list[Any]], run: Callable[[Iterable[tuple[str, str]]], Records]) -> dict[str, float]:
    """``corpus key`` to per cent, for one system."""
    from quotebench.score import report, score_documents, total

    figures = {}
    for name, documents in corpora.items():
        start = time.process_time()
        found = run((document.id, document.text) for document in documents)
        figures[f"{name} seconds"] = (time.process_time() - start) / len(documents)
        scores = report(total(score_documents(documents, found)))
        figures.update({f"{name} {key}": 100 * value for key, value in scores.items()})
    return figures


def ours(nlp: Language, texts: Iterable[tuple[str, str]]) -> Records:
    """What the pipeline finds."""
    pairs = ((text, name) for name, text in texts)
    return {name: record(doc) for doc, name in nlp.pipe(pairs, as_tuples=True, batch_size=16)}


def record(doc: Doc) -> list[dict[str, Any]]:
    """The quotations of a document as the scorer reads them."""
    return [
        {
            "kind": one.kind,
            "parts": [[span.start_char, span.end_char] for span in one.contents],
            "speaker": one.speaker,
            "speaker_start": one.source.start_char if one.source is not None else None,
            "speaker_end": one.source.end_char if one.source is not None else None,
        }
        for one in layers.attributions(doc)
    ]


def regex(texts: Iterable[tuple[str, str]]) -> Records:
    """The baseline: whatever stands between marks, with the capitalised words beside "said"."""
    found: Records = {}
    for name, text in texts:
        speakers = {match.start(): match["a"] or match["b"] for match in AFTER.finditer(text)}
        found[name] = [
            {"kind": "direct", "parts": [list(match.span())], "speaker": speakers.get(match.start())}
            for match in MARKED.finditer(text)
        ]
    return found


def textacy_system() -> Callable[[Iterable[tuple[str, str]]], Records] | None:
    """The direct quotations of textacy on the same model; None where it is not installed."""
    try:
        from textacy.extract import direct_quotations
    except ImportError:
        return None
    nlp = pipeline.load_weights(pipeline.DEFAULT_MODEL)

    def run(texts: Iterable[tuple[str, str]]) -> Records:
        found: Records = {}
        for name, text in texts:
            quotes = []
            try:
                for one in direct_quotations(nlp(text)):
                    content = one.content
                    quotes.append(
                        {
                            "kind": "direct",
                            "parts": [[content.start_char, content.end_char]],
                            "speaker": " ".join(token.text for token in one.speaker),
                        }
                    )
            except ValueError:  # it gives up a document for one odd mark
                quotes = []
            found[name] = quotes
        return found

    return run


def print_table(figures: dict[str, dict[str, float]]) -> None:
    """Every measure with its goal and every system's figure."""
    names = list(figures)
    print(f"{'measure (development halves)':36s} {'must':>6} {'goal':>6} " + " ".join(f"{name:>9}" for name in names))
    for one in MEASURES:
        values = " ".join(f"{figures[name][f'{one.corpus} {one.key}']:9.1f}" for name in names)
        print(f"{one.name:36s} {one.must:6.1f} {one.goal:6.1f} {values}")
    values = " ".join(f"{figures[name]['polnear seconds']:9.3f}" for name in names)
    print(f"{'CPU seconds an article, all steps':36s} {'':6} {'':6} {values}")


def check_floors(figures: dict[str, float]) -> None:
    """Exit with 1 and say which figure fell."""
    fallen = [one for one in MEASURES if figures[f"{one.corpus} {one.key}"] < one.floor]
    for one in fallen:
        print(f"{one.name}: {figures[f'{one.corpus} {one.key}']:.1f} is below {one.floor}", file=sys.stderr)
    if fallen:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
