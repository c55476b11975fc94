"""``python -m briefing``: the same program as the command ``briefing``."""

from __future__ import annotations

from briefing.cli import briefing


def main() -> None:
    """Run the command line; the process ends with the exit code that the README documents."""
    briefing(prog_name="briefing")


if __name__ == "__main__":
    main()
