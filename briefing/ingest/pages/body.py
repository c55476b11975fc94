"""An extracted text held against the body that the page's own data (JSON-LD) state of its article."""

from __future__ import annotations

from briefing.ingest.cleaning.titles import fold

COVERED = 0.8
"""Share of the extracted words that the stated body must hold, and that of its words that must have been extracted:
many pages state a summary, the part before a paywall, or an older version."""
MOST_LINES = 2_000
"""Lines that are looked for in a stated body; each may cost its length."""
SENTENCE_WORDS = 8
STOPS = (".", "!", "?", "”", '"', ")")


def confirmed(text: str, stated: str) -> str:
    """The lines that the stated body holds, with sub-heads and items between them, which such bodies leave out.

    What stands above the first and below the last of them, and sentences of others between them (captions, teasers),
    is left out; all is kept where the two are not one text, and what follows a body that was cut off within a line.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > MOST_LINES:
        return text
    body = f" {fold(stated)} "
    known = [f" {fold(line)} " in body for line in lines]
    shared = sum(len(fold(line).split()) for line, one in zip(lines, known, strict=True) if one)
    if shared < COVERED * max(len(fold(text).split()), len(body.split())) or not shared:
        return text
    first, last = known.index(True), len(known) - known[::-1].index(True)
    if not body.endswith(f" {fold(lines[last - 1])} "):
        return text
    inside = zip(lines[first:last], known[first:last], strict=True)
    return "\n".join(line for line, one in inside if one or not _is_sentence(line))


def _is_sentence(line: str) -> bool:
    """The line tells something by itself."""
    return len(line.split()) >= SENTENCE_WORDS and line.rstrip().endswith(STOPS) and not line.startswith("- ")
