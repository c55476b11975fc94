"""What the program costs beside its two engines, as ratios of one run on one machine.

    python benchmarks/speed.py FOLDER [--articles articles.jsonl]

FOLDER holds a few articles for a whole brief. ``--articles`` names a JSON Lines file with a few hundred records
(``text`` and ``doc``) for ``briefing extract``; the sample articles, repeated, stand in where it is not given.

Prints where the time of ``make`` on FOLDER goes, step by step, and each as a ratio of CPU seconds (children included)
or of peak memory:

* ``make`` on FOLDER against bare spaCy and bare WeasyPrint on the same text and page (goal 1.2),
* ``extract`` against bare ``nlp.pipe`` on the same texts, start-up included (goal 1.1),
* peak memory of ``extract`` at 1,000 articles against 100 (goal: flat, 1.0),
* ``extract`` of 1,000 articles with one against two workers, in wall time on an idle machine (goal 1.8).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from briefing.annotate.pipeline import DEFAULT_MODEL

SAMPLES = Path(__file__).parents[1] / "briefing" / "samples"

STEP = re.compile(r"(ingest|annotate|compose|render|deliver): ")
"""How a line of ``-v`` begins."""

BARE_PAGE = """
import importlib, sys
from pathlib import Path
import weasyprint
nlp = importlib.import_module(sys.argv[4]).load()
for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
    nlp(path.read_text(encoding="utf-8"))
weasyprint.HTML(filename=sys.argv[2]).write_pdf(sys.argv[3])
"""

BARE_PIPE = """
import importlib, json, sys
nlp = importlib.import_module(sys.argv[2]).load()
with open(sys.argv[1], encoding="utf-8") as lines:
    for doc in nlp.pipe((json.loads(line)["text"] for line in lines), batch_size=16):
        pass
"""


class Cost(NamedTuple):
    """What one process and its children used."""

    cpu: float
    """CPU seconds, user and system."""
    wall: float
    """Seconds by the clock."""
    peak: int
    """Largest resident set of a process, in KiB."""


def measure(command: Sequence[str | Path], bytecode: Path) -> Cost:
    """Run a command to its end and return its cost; its output is thrown away, its failure is ours.

    Compiled modules are kept in ``bytecode``, as an installed package has them.
    """
    began = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, env=compiled_in(bytecode))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(map(str, command))}: {said.read().decode(errors='replace')}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - began, usage.ru_maxrss)


def compiled_in(bytecode: Path) -> dict[str, str]:
    """The environment in which compiled modules are kept in a folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(bytecode)}


def steps(command: Sequence[str | Path], bytecode: Path) -> list[tuple[str, float]]:
    """The steps that a command with ``-v`` says it has done, and its end, each with its seconds by the clock."""
    environment = compiled_in(bytecode)
    last, taken = time.perf_counter(), []
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, text=True
    ) as process:
        for line in process.stderr or ():
            if (step := STEP.match(line)) is not None:
                now = time.perf_counter()
                taken.append((f"{step[1]} (model)" if line.endswith("loaded\n") else step[1], now - last))
                last = now
    return [*taken, ("end", time.perf_counter() - last)]


def briefing(*arguments: str | Path) -> list[str | Path]:
    """The command line of the program under this Python."""
    return [sys.executable, "-m", "briefing", *arguments]


def bare(code: str, *arguments: str | Path) -> list[str | Path]:
    """The command line of a few bare lines under this Python, warnings off."""
    return [sys.executable, "-W", "ignore", "-c", code, *arguments]


def make_records(path: Path, number: int, texts: Sequence[str]) -> Path:
    """A JSON Lines file of ``number`` records, the texts over and over."""
    with path.open("w", encoding="utf-8") as lines:
        for index in range(number):
            lines.write(json.dumps({"doc": f"d{index}", "text": texts[index % len(texts)]}) + "\n")
    return path


def read_texts(articles: Path | None) -> list[str]:
    """The texts of a JSON Lines file, or of the samples."""
    if articles is None:
        return [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    return [json.loads(line)["text"] for line in articles.read_text(encoding="utf-8").splitlines() if line.strip()]


def run(folder: Path, articles: Path | None, scratch: Path) -> None:
    """Measure everything and print one line each."""
    texts = read_texts(articles)
    hundred = make_records(scratch / "100.jsonl", 100, texts)
    thousand = make_records(scratch / "1000.jsonl", 1000, texts)

    cost = partial(measure, bytecode=scratch / "bytecode")
    cost(briefing("demo", "--output", scratch / "demo", "--quiet"))  # compiles every module
    make = briefing("make", folder, "--date", "2024-06-14", "--output", scratch / "reports")
    taken = steps([*make, "-v"], scratch / "bytecode")
    whole = sum(seconds for _, seconds in taken)
    print(f"make, by the clock                      {whole:5.2f} s   " + ", ".join(f"{n} {s:.2f}" for n, s in taken))

    made = cost([*make, "--quiet"])
    [page] = (scratch / "reports").rglob("brief.html")
    engines = cost(bare(BARE_PAGE, folder, page, scratch / "bare.pdf", DEFAULT_MODEL))
    print(f"make / (bare spaCy + bare WeasyPrint)   {made.cpu / engines.cpu:5.2f}   CPU, goal 1.2")

    one = cost(briefing("extract", hundred, "--keep-all", "--quiet"))
    pipe = cost(bare(BARE_PIPE, hundred, DEFAULT_MODEL))
    print(f"extract / bare nlp.pipe                 {one.cpu / pipe.cpu:5.2f}   CPU, goal 1.1")

    many = cost(briefing("extract", thousand, "--keep-all", "--quiet"))
    print(f"peak memory, 1,000 articles / 100       {many.peak / one.peak:5.2f}   goal 1.0 ({many.peak >> 10} MiB)")

    two = cost(briefing("extract", thousand, "--keep-all", "--quiet", "--workers", "2"))
    print(f"extract with 1 worker / with 2          {many.wall / two.wall:5.2f}   wall, goal 1.8")
    print(f"the same in CPU seconds                 {many.cpu:5.0f}   against {two.cpu:.0f}")


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        run(arguments.folder, arguments.articles, Path(scratch))


if __name__ == "__main__":
    main()
