"""Long runs of one kind: each is read, or refused by a named reason, and none takes more than its length."""

from __future__ import annotations

import io

import pytest

from briefing.errors import IngestError
from briefing.ingest import Limits, read_sources

LENGTH = 1_000_000
RUNS = {
    "letters": "a",
    "capitals": "A",
    "digits": "1",
    "blanks": " ",
    "tabs": "\t",
    "line ends": "\n",
    "carriage returns": "\r",
    "stops": ".",
    "straight quotes": '"',
    "opening quotes": "“",
    "apostrophes": "’",
    "brackets": "(",
    "dashes": "-",
    "slashes": "/",
    "ampersands": "&",
    "at signs": "@",
    "zero-width": "\u200b",
    "words": "word ",
    "short sentences": "He said. ",
    "our and your": "our your ",
    "addresses": "http://a.b/c ",
    "dates": "1 May 2024 ",
    "bylines": "By Ann Bell ",
    "menus": "NewsSport",
    "short lines": "Comments\n",
    "paragraphs": "The port reopened on Friday.\n\n",
    "datelines": "CALDER, May 3 (Wire) - ",
    "marks of Markdown": "*[_`",
    "tags": "<p>",
    "open tags": "<",
}


@pytest.mark.parametrize("kind", RUNS)
def test_a_megabyte_of_one_kind_is_read_or_refused(kind: str) -> None:
    data = (RUNS[kind] * (LENGTH // len(RUNS[kind]) + 1))[:LENGTH].encode()
    refused = ""
    try:
        read_sources(["-"], stdin=io.BytesIO(data), limits=Limits(seconds=30))
    except IngestError as error:
        refused = str(error)
    assert "longer than" not in refused


def test_every_promise_names_a_test_that_exists(pytestconfig: pytest.Config) -> None:
    root = pytestconfig.rootpath
    if not (root / "SECURITY.md").exists():
        pytest.skip("not run from a checkout")
    path = ""
    for word in (root / "SECURITY.md").read_text("utf-8").split("`"):
        file, found, name = word.partition("::")
        if found:
            path = file or path
            assert f"def {name}(" in (root / path).read_text("utf-8"), word
