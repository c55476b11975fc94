"""What a brief costs to render: CPU seconds, layout passes and peak memory, each case in a process of its own.

    python benchmarks/render.py [BRIEF.json ...]

Without files it takes made-up briefs of about 4, 20 and 100 pages (the ones of the tests). Bare WeasyPrint on the
same page is measured beside it: ``ratio`` is what the tags, the attachment, the view and the templates add.
"""

from __future__ import annotations

import json
import logging
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1] / "tests/render"
MADE_UP = {
    "4 pages": {},
    "20 pages": {"count": 24, "each": 22, "events": 90, "actors": 40, "quotes": 60},
    "100 pages": {"count": 80, "each": 30, "events": 590, "actors": 60, "quotes": 560},
}


def main() -> None:
    """Prints a line a case."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2], sys.argv[3])))
        return
    print(f"{'brief':<28}{'step':<12}{'pages':>6}{'CPU s':>8}{'passes':>8}{'MB':>7}{'KB':>8}")
    for name in sys.argv[1:] or list(MADE_UP):
        cost = {}
        for step in ("json", "html", "pdf", "bare"):
            done = subprocess.run([sys.executable, __file__, "--one", step, name], capture_output=True, check=True)
            found = json.loads(done.stdout)
            cost[step] = found["cpu"]
            row = f"{name[-27:]:<28}{step:<12}{found['pages'] or '':>6}{found['cpu']:>8.2f}{found['passes'] or '':>8}"
            print(f"{row}{found['memory']:>7.0f}{found['size'] / 1000:>8.0f}")
        print(f"{name[-27:]:<28}ratio pdf / bare {cost['pdf'] / cost['bare']:.2f}")


def measure(step: str, name: str) -> dict[str, float]:
    """The figures of one step on one brief, start-up of the interpreter, imports and child processes included."""
    passes = _Passes()
    size, pages = STEPS[step](name)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "cpu": sum(one.ru_utime + one.ru_stime for one in used),
        "memory": max(one.ru_maxrss for one in used) / 1000,
        "size": size,
        "pages": pages,
        "passes": passes.count,
    }


class _Passes(logging.Handler):
    """Counts WeasyPrint's layout passes by its progress lines."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        source = logging.getLogger("weasyprint.progress")
        source.setLevel(logging.INFO)
        source.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        if "Creating layout" in record.getMessage() and "Page " not in record.getMessage():
            self.count += 1


def _brief(name: str) -> Any:
    if name not in MADE_UP:
        from briefing.render.record import from_json

        return from_json(Path(name).read_bytes())
    sys.path.insert(0, str(TESTS))
    import briefs
    import variants

    return variants.large(**MADE_UP[name]) if MADE_UP[name] else briefs.brief()


def _format(step: str, name: str) -> tuple[int, int]:
    from briefing.render import FORMATS
    from briefing.render.look import Look

    made = FORMATS[step](_brief(name), Look())
    if step != "pdf":
        return len(made), 0
    import io

    from pypdf import PdfReader

    return len(made), len(PdfReader(io.BytesIO(made)).pages)


def _bare(name: str) -> tuple[int, int]:
    from weasyprint import HTML

    from briefing.render.fetcher import LocalFetcher
    from briefing.render.look import Look
    from briefing.render.page import paper_markup

    document = HTML(string=paper_markup(_brief(name), Look()), url_fetcher=LocalFetcher()).render()
    return len(document.write_pdf()), len(document.pages)


STEPS = {
    "json": lambda name: _format("json", name),
    "html": lambda name: _format("html", name),
    "pdf": lambda name: _format("pdf", name),
    "bare": _bare,
}

if __name__ == "__main__":
    main()
