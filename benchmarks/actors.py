"""How well people, bodies and places are found, named once and ranked, beside two baselines on the same spaCy output.

    python benchmarks/actors.py DATA [--sets dwie.dev gum.dev challenge meantime.dev] [--check]

DATA holds ``score.py`` and ``dev/*.jsonl`` (records with ``text`` and the expected actors). Printed for every measure:
entities of the bare model joined by exact string, the same joined by substring, this program, and the goal.
``--check`` compares with the floors in ``floors.toml`` beside this file, which only rise.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from briefing.annotate import layers, pipeline
from briefing.compose.actors.merging import groups
from briefing.compose.documents import Document
from briefing.model import Article

FLOORS = Path(__file__).with_name("floors.toml")
KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
FORMS = {"name": "name", "metonym": "name", "demonym": "nominal", "nominal": "nominal", "pronoun": "pronoun"}
NEEDED = ("briefing_blocks", "briefing_names", "briefing_clusters", "briefing_roles")
PRONOUNS = frozenset(("he", "him", "his", "himself", "she", "her", "hers", "herself"))
GOALS: dict[str, dict[str, float]] = {
    "dwie.dev": {
        "typed mentions F": 0.885,
        "person F": 0.945,
        "organisation F": 0.83,
        "place F": 0.935,
        "clusters CoNLL": 0.935,
        "actor F": 0.87,
        "perfect share": 0.80,
        "names of people": 0.975,
        "NDCG@5": 0.85,
        "P@5": 0.87,
        "role recall": 0.92,
        "affiliation F": 0.60,
        "merge links F": 0.93,
        "merge links P": 0.98,
    },
    "gum.dev": {"he, she P": 0.80, "he, she R": 0.60},
    "challenge": {"clusters CoNLL": 0.97, "perfect share": 0.93},
    "meantime.dev": {"merge links F": 0.90, "merge links P": 0.98},
}
Record = dict[str, Any]


def main() -> int:
    """Print one table a data set; 1 if a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sets", nargs="*", default=list(GOALS))
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    sys.path.insert(0, str(options.data))
    scorer = importlib.import_module("score")
    nlp = pipeline.load()
    for name in [name for name in nlp.pipe_names if name.startswith("briefing_") and name not in NEEDED]:
        nlp.remove_pipe(name)
    broken: list[str] = []
    for name in options.sets:
        measured = run(nlp, scorer, options.data / "dev" / f"{name}.jsonl", name)
        broken.extend(below(name, measured) if options.check else ())
    print(*broken, sep="\n", file=sys.stderr)
    return 1 if broken else 0


def run(nlp: Language, scorer: ModuleType, path: Path, name: str) -> dict[str, float]:
    """The figures of this program on one data set, printed beside the baselines."""
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    started = time.process_time()
    docs = list(nlp.pipe([pipeline.make_doc(nlp, record["text"]) for record in gold], batch_size=16))
    seconds = (time.process_time() - started) / sum(map(len, docs)) * 640_000
    columns = {
        "exact string": measure(scorer, gold, docs, baseline(same_string)),
        "substring": measure(scorer, gold, docs, baseline(substring)),
        "briefing": measure(scorer, gold, docs, ours),
    }
    print(f"\n{name}: {len(gold)} articles, {seconds:.0f} CPU s for 1,000 articles of 640 tokens, parse included")
    print(f"{'':22}" + "".join(f"{title:>14}" for title in (*columns, "goal")))
    for measure_name, goal in GOALS[name].items():
        values = [columns[title].get(measure_name) for title in columns]
        print(
            f"{measure_name:22}"
            + "".join(f"{'-':>14}" if v is None else f"{v:14.3f}" for v in values)
            + f"{goal:14.3f}"
        )
    return columns["briefing"]


def measure(
    scorer: ModuleType, gold: Sequence[Record], docs: Sequence[Doc], actors_of: Callable[[Doc], list[Record]]
) -> dict[str, float]:
    """Every measure of the goals that the gold allows."""
    found = {
        record["doc"]: {"doc": record["doc"], "actors": actors_of(doc)} for record, doc in zip(gold, docs, strict=True)
    }
    by_doc = {record["doc"]: record for record in gold}
    scores = scorer.score(by_doc, found)
    links = scorer.score_cross(by_doc, topics(gold, docs, found, actors_of))["merge_links"]
    figures = {
        "typed mentions F": scores["mention"]["relaxed_typed"]["f"],
        "clusters CoNLL": scores["cluster"]["named"]["conll"],
        "actor F": scores["actor"]["f"],
        "perfect share": scores["actor"]["perfect_share"],
        "names of people": scores["person_name_accuracy"],
        "merge links F": links["f"],
        "merge links P": links["p"],
    }
    figures.update({f"{kind} F": scores["mention_by_type"][kind]["f"] for kind in ("person", "organisation", "place")})
    if "salience" in scores:
        figures.update({"NDCG@5": scores["salience"]["ndcg@5"], "P@5": scores["salience"]["p@5"]})
    if "role" in scores:
        figures["role recall"] = scores["role"]["r"]
    if "affiliation" in scores:
        figures["affiliation F"] = scores["affiliation"]["f"]
    precision, recall = pronouns(gold, found)
    return figures | {"he, she P": precision, "he, she R": recall}


def ours(doc: Doc) -> list[Record]:
    """What the components of this program write, as the scorer reads it."""
    roles: dict[str, list[Record]] = {}
    for role in layers.roles(doc):
        span = [role.span.start_char, role.span.end_char]
        roles.setdefault(role.entity, []).append({"text": role.span.text, "span": span, "affiliation": role.body})
    ties = layers.affiliations(doc)
    return [
        {
            "name": entity.name,
            "type": entity.type,
            "mentions": [[span.start_char, span.end_char, FORMS[span.kb_id_]] for span in entity.mentions],
            "score": entity.score,
            "roles": roles.get(entity.id, []),
            "affiliations": list(ties.get(entity.id, ())),
            "id": entity.id,
        }
        for entity in layers.entities(doc)
    ]


def baseline(same: Callable[[str, str], bool]) -> Callable[[Doc], list[Record]]:
    """The model's entities joined by a plain comparison of their text."""

    def actors_of(doc: Doc) -> list[Record]:
        actors: list[Record] = []
        for ent in sorted(
            (ent for ent in doc.ents if ent.label_ in KINDS), key=lambda ent: (-len(ent.text), ent.start)
        ):
            fits = (one for one in actors if one["type"] == KINDS[ent.label_] and same(one["name"], ent.text))
            actor = next(fits, None)
            if actor is None:
                actor = {"name": ent.text, "type": KINDS[ent.label_], "mentions": [], "score": 0}
                actors.append(actor)
            actor["mentions"].append([ent.start_char, ent.end_char, "name"])
            actor["score"] += 1
        return actors

    return actors_of


def same_string(left: str, right: str) -> bool:
    """Equal but for case and a leading article."""
    return left.casefold().removeprefix("the ") == right.casefold().removeprefix("the ")


def substring(left: str, right: str) -> bool:
    """One inside the other."""
    return same_string(left, right) or right.casefold() in left.casefold()


def topics(
    gold: Sequence[Record], docs: Sequence[Doc], found: dict[str, Record], actors_of: Callable[[Doc], list[Record]]
) -> list[Record]:
    """One record a topic with its actors over all articles: merged by this program, or by the baseline's comparison."""
    by_topic: dict[str, list[tuple[Record, Doc]]] = {}
    for record, doc in zip(gold, docs, strict=True):
        by_topic.setdefault(record.get("topic", "all"), []).append((record, doc))
    return [
        {"topic": topic, "actors": list(merged(items) if actors_of is ours else by_name(items, found))}
        for topic, items in by_topic.items()
    ]


def merged(items: Sequence[tuple[Record, Doc]]) -> Iterable[Record]:
    """The groups that this program joins."""
    documents = [
        Document(Article(record["doc"], record["doc"], doc.text, blocks=(), segments=(), digest=""), doc)
        for record, doc in items
    ]
    for group in groups(documents):
        spans = [(unit.article, span) for unit in group.units for span in unit.entity.mentions]
        names = [[key, span.start_char, span.end_char] for key, span in spans if FORMS[span.kb_id_] == "name"]
        yield {"name": group.units[0].entity.name, "type": group.units[0].entity.type, "mentions": names}


def by_name(items: Sequence[tuple[Record, Doc]], found: dict[str, Record]) -> Iterable[Record]:
    """Actors of equal name and type joined."""
    joined: dict[tuple[str, str], Record] = {}
    for record, _ in items:
        for actor in found[record["doc"]]["actors"]:
            empty: Record = {"name": actor["name"], "type": actor["type"], "mentions": []}
            one = joined.setdefault((actor["name"].casefold(), actor["type"]), empty)
            one["mentions"].extend([record["doc"], start, end] for start, end, _ in actor["mentions"])
    return joined.values()


def pronouns(gold: Sequence[Record], found: dict[str, Record]) -> tuple[float, float]:
    """Precision and recall of he, she and their forms that mean a person with a name."""
    right = guessed = wanted = 0
    for record in gold:
        expected = {}
        for actor in record["actors"]:
            spans = [tuple(mention["span"]) for mention in actor["mentions"]]
            if any(mention["form"] == "name" for mention in actor["mentions"]) and actor["type"] == "person":
                expected.update({span: spans for span in spans if record["text"][slice(*span)].lower() in PRONOUNS})
        wanted += len(expected)
        for actor in found[record["doc"]]["actors"]:
            names = [(start, end) for start, end, form in actor["mentions"] if form == "name"]
            for start, end, form in actor["mentions"]:
                if form == "pronoun" and names:
                    guessed += 1
                    spans = expected.get((start, end), [])
                    inside = sum(any(a <= left and right_ <= b + 2 for a, b in spans) for left, right_ in names)
                    right += inside * 2 >= len(names) and bool(spans)
    return right / guessed if guessed else 0.0, right / wanted if wanted else 0.0


def below(name: str, measured: dict[str, float]) -> list[str]:
    """One line for every figure under its floor."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["actors"].get(name, {})
    return [
        f"{name}: {key} {measured[key]:.3f} is under its floor {floor}"
        for key, floor in floors.items()
        if measured[key] < floor
    ]


if __name__ == "__main__":
    sys.exit(main())
