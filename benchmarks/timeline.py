"""Dates, the days of events and topic timelines against annotated corpora, beside spaCy's dates read by dateparser.

    python benchmarks/timeline.py ../shared/bench/timeline [--sets probe,te3,wikiwars,semeval15,t17] [--floors]

The folder holds the scorers and their development data. Every figure is F1 in per cent but the shares of events on
the right day. ``t17`` reads a thousand articles and takes minutes; leave it out while working.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language

from briefing.annotate import pipeline
from briefing.compose.anchors import anchor_undated
from briefing.compose.documents import Document
from briefing.compose.extract import article_record
from briefing.compose.timeline.event_identity import event_ids
from briefing.compose.timeline.selection import select_timeline
from briefing.ingest import iter_sources
from briefing.model import Article
from briefing.workflow import make_doc

TIMEX_SETS = ("probe", "te3", "wikiwars")
EVENT_FIGURES = re.compile(
    r"exact\s+(?P<exact>[\d.]+).*day\s+(?P<day>[\d.]+)"
    r".*cross P\s+(?P<cross_p>[\d.]+) R\s+[\d.]+ F\s+(?P<cross_f>[\d.]+)"
)


class Measure(NamedTuple):
    """One row of the table."""

    name: str
    key: str
    goal: float
    floor: float
    """What was reached; a run with ``--floors`` fails below it. Only raised."""


MEASURES = (
    Measure("probe sentences, value F1", "probe all value", 97.0, 99.0),
    Measure("newswire, value F1, all", "te3 all value", 79.0, 80.9),
    Measure("newswire, value F1, days", "te3 day value", 83.0, 84.4),
    Measure("newswire, strict span F1", "te3 all strict", 82.0, 88.5),
    Measure("histories, value F1, all", "wikiwars all value", 84.0, 84.1),
    Measure("histories, value F1, days", "wikiwars day value", 89.0, 89.2),
    Measure("events on the right day", "semeval15 day", 84.0, 84.0),
    Measure("events on the right date", "semeval15 exact", 80.0, 79.0),
    Measure("events merged over articles, P", "semeval15 cross_p", 75.0, 78.0),
    Measure("events merged over articles, F", "semeval15 cross_f", 40.0, 53.0),
    Measure("topic timelines, date F1", "t17 date", 42.0, 58.0),
    Measure("topic timelines, AR-1", "t17 align1", 10.5, 13.0),
    Measure("topic timelines, AR-2", "t17 align2", 4.2, 4.3),
)


class Output(NamedTuple):
    """What two systems found in one set, as JSON Lines."""

    ours: list[dict[str, Any]]
    baseline: list[dict[str, Any]]
    seconds: float
    """CPU seconds for 1,000 articles of dates, events and merging, without the language model."""


def main() -> None:
    """Print the table."""
    options = read_options()
    nlp = pipeline.load(options.model)
    figures: dict[str, dict[str, float]] = {"briefing": {}, "dateparser": {}}
    for name in options.sets.split(","):
        output = run_topics(nlp, options.data) if name == "t17" else run_set(nlp, options.data, name)
        for system, records in (("briefing", output.ours), ("dateparser", output.baseline)):
            figures[system].update(score(options.data, name, records))
        figures["briefing"][f"{name} seconds"] = output.seconds
    print_table(figures)
    if options.floors:
        check_floors(figures["briefing"])


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with the scorers and dev/")
    parser.add_argument("--sets", default="probe,te3,wikiwars,semeval15,t17")
    parser.add_argument("--model", default=pipeline.DEFAULT_MODEL)
    parser.add_argument("--floors", action="store_true", help="exit with 1 below a figure reached before")
    return parser.parse_args()


# ---- systems ---------------------------------------------------------------------------------------------------


def run_set(nlp: Language, data: Path, name: str) -> Output:
    """Dates and events of the articles of one file."""
    documents, seconds = annotated(nlp, data / "dev" / f"{name}.docs.jsonl")
    start = time.process_time()
    ids = event_ids(documents) if name == "semeval15" else {}
    seconds += time.process_time() - start
    ours = [article_record(document, ids) for document in documents]
    return Output(ours, [baseline(document) for document in documents], 1000 * seconds / len(documents))


def run_topics(nlp: Language, data: Path) -> Output:
    """A timeline for every topic; the baseline has none."""
    lines, seconds, count = [], 0.0, 0
    for path in sorted((data / "dev" / "t17").glob("*/docs.jsonl")):
        documents, spent = annotated(nlp, path)
        start = time.process_time()
        entries = select_timeline(documents)
        seconds += spent + time.process_time() - start
        count += len(documents)
        timeline = [{"date": entry.date, "sentences": list(entry.sentences)} for entry in entries]
        lines.append({"topic": path.parent.name, "timeline": timeline})
    return Output(lines, [], 1000 * seconds / max(count, 1))


def annotated(nlp: Language, path: Path) -> tuple[list[Document], float]:
    """The articles of a file as ``briefing extract --keep-all`` reads them, and the CPU seconds of our part."""
    spent = 0.0
    documents = []
    components = [nlp.get_pipe("briefing_timexes"), nlp.get_pipe("briefing_events")]
    articles = [one for one in iter_sources([str(path)], keep_all=True) if isinstance(one, Article)]
    with nlp.select_pipes(disable=["briefing_timexes", "briefing_events"]):
        pairs = ((make_doc(nlp, article), article) for article in articles)
        for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=16):
            start = time.process_time()
            for component in components:
                doc = component(doc)  # noqa: PLW2901 - a component may return another document
            spent += time.process_time() - start
            documents.append(Document(article, doc))
    start = time.process_time()
    documents = list(anchor_undated(documents))
    return documents, spent + time.process_time() - start


def baseline(document: Document) -> dict[str, Any]:
    """What everybody glues together: spaCy's dates read by dateparser; an event is on the day of its sentence."""
    dates = list(_parsed(document))
    published = (document.article.published or "")[:10]
    events = []
    for sent in document.doc.sents:
        start, end = document.article.source_span(sent.start_char, sent.end_char)
        day = next((one["value"] for one in dates if start <= one["start"] < end), published)
        events.append({"start": start, "end": end, "date": day, "id": None})
    return {"doc": document.article.record, "dates": dates, "events": events}


def _parsed(document: Document) -> Iterator[dict[str, Any]]:
    try:
        import dateparser
    except ImportError:
        return
    from datetime import datetime

    written = datetime.fromisoformat((document.article.published or "")[:10])
    settings: Any = {"RELATIVE_BASE": written, "PREFER_DATES_FROM": "past"}
    for ent in document.doc.ents:
        if ent.label_ in {"DATE", "TIME"}:
            found = dateparser.parse(ent.text, languages=["en"], settings=settings)
            value = found.date().isoformat() if found is not None else ""
            start, end = document.article.source_span(ent.start_char, ent.end_char)
            yield {"start": start, "end": end, "type": "DATE", "value": value}


# ---- scores ----------------------------------------------------------------------------------------------------


def score(data: Path, name: str, records: list[dict[str, Any]]) -> dict[str, float]:
    """``set figure`` to per cent, by the scorer of the set."""
    if not records:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "system.jsonl"
        path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
        if name in TIMEX_SETS:
            return dict(_timex_figures(name, _run(data, "score_timex.py", f"dev/{name}.gold.jsonl", path, "--json")))
        if name == "t17":
            (line,) = _run(data, "score_tl.py", "dev/t17.gold.jsonl", path, "--json")
            return {f"t17 {key}": 100 * json.loads(line)[key][0] for key in ("date", "align1", "align2")}
        line = _run(data, "score_events.py", f"dev/{name}.gold.jsonl", path)[-1]
        found = EVENT_FIGURES.search(line)
        return {f"{name} {key}": float(value) for key, value in found.groupdict().items()} if found else {}


def _timex_figures(name: str, lines: list[str]) -> Iterator[tuple[str, float]]:
    for line in lines:
        figures = json.loads(line)
        yield f"{name} {figures['view']} value", figures["value_f"]
        yield f"{name} {figures['view']} strict", figures["strict_f"]


def _run(data: Path, scorer: str, gold: str, system: Path, *options: str) -> list[str]:
    """The lines that a scorer prints."""
    command = [sys.executable, scorer, "--gold", gold, *options, str(system)]
    done = subprocess.run(command, cwd=data, check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def print_table(figures: Mapping[str, Mapping[str, float]]) -> None:
    """Every measure with its goal and both systems' figures."""
    print(f"{'measure (development halves)':34s} {'goal':>6} " + " ".join(f"{name:>11}" for name in figures))
    for one in MEASURES:
        if one.key in figures["briefing"]:
            values = [f"{found[one.key]:11.1f}" if one.key in found else f"{'-':>11}" for found in figures.values()]
            print(f"{one.name:34s} {one.goal:6.1f} " + " ".join(values))
    for key, value in figures["briefing"].items():
        if key.endswith("seconds"):
            print(f"{'CPU s per 1,000 articles, ' + key.split()[0]:34s} {20:6.1f} {value:11.1f}")


def check_floors(figures: Mapping[str, float]) -> None:
    """Exit with 1 and say which figure fell."""
    fallen = [one for one in MEASURES if one.key in figures and figures[one.key] < one.floor]
    for one in fallen:
        print(f"{one.name}: {figures[one.key]:.1f} is below {one.floor}", file=sys.stderr)
    if fallen:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
