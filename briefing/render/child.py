"""The PDF made in a process of its own: its memory goes back to the machine, and its end is not ours.

The child is ``python -m briefing.render.child``: a line of JSON with the look and then the brief's JSON come in, a line
of JSON with what there is to say and then the PDF go out. Nothing of the caller's own script is run again.
"""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from briefing.errors import RenderError
from briefing.model import Brief
from briefing.render.look import Look
from briefing.render.record import from_json, to_json


def make_in_child(brief: Brief, look: Look) -> tuple[bytes, tuple[str, ...]]:
    """The PDF and what there is to say about it, as ``pdf.make`` gives them."""
    asked = json.dumps(dataclasses.asdict(look), default=str).encode() + b"\n" + to_json(brief)
    command = [sys.executable, "-m", __name__]
    done = subprocess.run(command, input=asked, capture_output=True, check=False)  # noqa: S603 - our own module, no shell
    head, _, written = done.stdout.partition(b"\n")
    if done.returncode != 0 or not head:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise RenderError(f"the process that made the PDF ended with {done.returncode}: {last or 'no memory left?'}")
    answer = json.loads(head)
    if answer["error"]:
        raise RenderError(answer["error"])
    return written, tuple(answer["said"])


def main() -> None:
    """Makes the PDF that stdin asks for and writes it to stdout."""
    from briefing.render.page import paper_markup
    from briefing.render.pdf import make

    head, _, record = sys.stdin.buffer.read().partition(b"\n")
    brief, look = from_json(record), _look(json.loads(head))
    answer: dict[str, Any] = {"said": [], "error": ""}
    written = b""
    try:
        written, answer["said"] = make(brief, look, paper_markup(brief, look))
    except RenderError as error:
        answer["error"] = str(error)
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + written)


def _look(read: dict[str, Any]) -> Look:
    paths = {name: Path(read[name]) for name in ("templates", "logo") if read[name]}
    return Look(**{**read, "sections": tuple(read["sections"]), **paths})


if __name__ == "__main__":
    main()
