"""The PDF made in a process of its own: its memory goes back to the machine, and its end is not ours.

The child loads the PDF engine first, which a caller that has other work to do gets for nothing. Then a line of JSON
with the look and the brief's JSON come in, and a line of JSON with what there is to say and the PDF go out. Nothing of
the caller's own script is run again.
"""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import json
import logging
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Any, cast

from briefing.errors import RenderError
from briefing.model import Brief
from briefing.render.look import Look
from briefing.render.record import from_json, to_json

logger = logging.getLogger(__name__)

_START = """
import gc, json, sys
sys.path[:], often = json.loads(sys.argv[1])
gc.set_threshold(*often)
from briefing.render.child import main
main()
gc.freeze()
"""
"""The child finds what its parent found, nothing in the folder it happens to stand in, and looks for dead objects as
often as its parent (with the program's thresholds a tenth faster than with Python's own), not once more at its end.
"""


class Press:
    """A process that makes one PDF, from the moment it is there: ``order`` it, do something else, ``collect`` it.

    A context manager: whoever leaves early leaves no process behind.
    """

    def __init__(self) -> None:
        command = [sys.executable, "-c", _START, json.dumps([sys.path, gc.get_threshold()])]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)  # noqa: S603 - our own module
        self._inlet, self._process.stdin = cast("IO[bytes]", self._process.stdin), None

    def __enter__(self) -> Press:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._process.poll() is None:
            self._process.kill()
        with contextlib.suppress(BrokenPipeError):
            self._inlet.close()
        self._process.communicate()

    def order(self, brief: Brief, look: Look) -> None:
        """Say what to make; the work begins."""
        asked = json.dumps(dataclasses.asdict(look), default=str).encode() + b"\n" + to_json(brief)
        try:
            with self._inlet as inlet:
                inlet.write(asked)
        except BrokenPipeError:
            logger.debug("the process that makes the PDF has ended before it was asked")

    def collect(self) -> bytes:
        """The PDF; what there is to say about it goes to the log. Raises ``RenderError`` as ``to_pdf`` does."""
        answered, said = self._process.communicate()
        head, _, written = answered.partition(b"\n")
        if self._process.returncode != 0 or not head:
            last = said.decode(errors="replace").strip().rpartition("\n")[2]
            code = self._process.returncode
            raise RenderError(f"the process that made the PDF ended with {code}: {last or 'no memory left?'}")
        answer = json.loads(head)
        if answer["error"]:
            raise RenderError(answer["error"])
        for line in answer["said"]:
            logger.warning("%s", line)
        return written


def main() -> None:
    """Makes the PDF that stdin asks for and writes it to stdout; ends quietly where nothing is asked."""
    from briefing.render.page import paper_markup
    from briefing.render.pdf import make, warm_up

    answer: dict[str, Any] = {"said": [], "error": ""}
    written = b""
    try:
        warm_up()
        head, _, record = sys.stdin.buffer.read().partition(b"\n")
        if not head:
            return
        brief, look = from_json(record), _look(json.loads(head))
        written, answer["said"] = make(brief, look, paper_markup(brief, look))
    except RenderError as error:
        answer["error"] = str(error)
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + written)


def _look(read: dict[str, Any]) -> Look:
    paths = {name: Path(read[name]) for name in ("templates", "logo") if read[name]}
    return Look(**{**read, "sections": tuple(read["sections"]), **paths})
