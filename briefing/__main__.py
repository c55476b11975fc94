"""``python -m briefing``: the same program as the command ``briefing``."""

from __future__ import annotations

import gc

from briefing.cli import briefing

OBJECTS, SURVIVALS, ROUNDS = 20_000, 20, 50
"""When to look for circles of dead objects. Python's own 700, 10, 10 look through a whole language model again and
again while it and the pages grow: a tenth of the time of ``briefing make`` (5.7 against 6.3 s); memory is the same.
"""


def main() -> None:
    """Run the command line; the process ends with the exit code that the README documents."""
    gc.set_threshold(OBJECTS, SURVIVALS, ROUNDS)
    try:
        briefing(prog_name="briefing")
    finally:
        # Else the interpreter looks through all of the language model once more before it ends: 0.3 s for nothing.
        gc.freeze()


if __name__ == "__main__":
    main()
