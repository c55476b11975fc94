"""Whole sentences beside a story that are none of it: who its writer is, and what the page tells its reader."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from briefing.ingest.cleaning.bylines import is_name
from briefing.ingest.cleaning.cues import REPORTS
from briefing.ingest.cleaning.features import Seen

MOST_ABOVE = 0.6
"""Share of a page's prose above such a note; a person described earlier belongs to the story."""
DOES = re.compile(
    r",? (?:currently |now )?(?:is|was|has been|has (?:covered|reported|written)|covers|reports|writes|edits|leads"
    r"|joined|works?|can be|may be|lives|specialises|specializes)\b"
)

WRITES = re.compile(
    r"\S+ (?:covers|reports|writes|edits"
    r"|is (?:an?|the) [\w -]{0,40}(?:reporter|journalist|correspondent|editor|writer))\b"
)
"""What is said of a writer by surname; of a person of the story with that name it is said of nobody's writing."""
WRITER = re.compile(
    r"(?P<name>[A-Z][\w’'-]{1,20}(?: [A-Z][\w.’'-]{0,20}){1,3}) is (?:an?|the) [\w ,-]{0,60}"
    r"\b(?:reporter|journalist|correspondent|editor|writer|columnist)\b"
)
SIGNATURE, ROLE_WORDS, MOST_NAME = 2, 4, 6
ROLE = re.compile(
    r".{0,30}\b(?:reporter|correspondent|editor|writer|columnist|journalist|photographer|producer)", re.IGNORECASE
)
MOST_VOICED = 3
"""Paragraphs of a page that speak to the reader beside those that the cues know."""
LONGEST_RUN = 2
"""Paragraphs of one such address that the cues leave; more of them are an essay."""
OWN = re.compile(r"\b(?:we|our|us)\b(?![.’'])|\bWe\b|\bOur\b")
CONTENT = re.compile(r"\b(?:content|articles?|stories|subscription|newsletters?|app|account|site)\b")
"""What a page offers its reader."""
QUOTE = re.compile(r"[“”\"«»]")


def notes_on_writers(seen: Sequence[Seen], rules: Sequence[str | None], writers: Sequence[str]) -> Iterator[int]:
    """The paragraphs above the story or near its end that begin with a writer's name and tell who that is.

    Writers are the names of the byline, and a name on a line of its own above the role of a writer. A paragraph in
    which the writer reports something, as a story about an attack on its reporter does, is none.
    """
    sizes = [one.words if one.prose and rule is None else 0 for one, rule in zip(seen, rules, strict=True)]
    above = itertools.accumulate(sizes, initial=0)
    whole = sum(sizes)
    for index, (one, before) in enumerate(zip(seen, above, strict=False)):
        edge = before == 0 or before >= MOST_ABOVE * whole
        own = _tells_of(one, writers) or one.text.startswith(_signed(seen, index))
        last = before > 0 and before + one.words >= whole
        if (edge and own) or (last and (_is_headed(seen, index) or _is_stranger(seen, index))):
            yield index


def _is_stranger(seen: Sequence[Seen], index: int) -> bool:
    """The page's last paragraph says that somebody of whom nothing else tells is a writer."""
    match = WRITER.match(seen[index].text)
    if match is None or REPORTS.search(seen[index].text):
        return False
    surname = match["name"].split()[-1]
    return not any(surname in one.text for one in (*seen[:index], *seen[index + 1 :]) if one.prose)


def _signed(seen: Sequence[Seen], index: int) -> tuple[str, ...]:
    """The first name of the line two above, where a writer's role stands between."""
    if index < SIGNATURE or seen[index - 1].words > ROLE_WORDS or not ROLE.fullmatch(seen[index - 1].text):
        return ()
    name = seen[index - SIGNATURE].text
    return (f"{name.split()[0]} ",) if is_name(name) else ()


def _is_headed(seen: Sequence[Seen], index: int) -> bool:
    """The line above is the name of what the page's last paragraph describes ("The Post is a source of ...")."""
    above, text = seen[index - 1] if index else seen[index], seen[index].text
    named = not above.prose and 2 <= above.words <= MOST_NAME and text.startswith(f"{above.text} ")
    return named and bool(DOES.match(text[len(above.text) :])) and not REPORTS.search(text)


def _tells_of(one: Seen, writers: Sequence[str]) -> bool:
    """The paragraph begins with a writer's name and says what the writer does."""
    if any(one.text.startswith(f"{name.split()[-1]} ") for name in writers) and WRITES.match(one.text):
        return True
    name = next((name for name in writers if one.text.startswith(name)), None)
    return name is not None and bool(DOES.match(one.text[len(name) :])) and not REPORTS.search(one.text)


def asides_to_readers(seen: Sequence[Seen], rules: Sequence[str | None]) -> list[int]:
    """The paragraphs that speak to the reader from among furniture, on a page whose story does not.

    A report addresses nobody outside quotation marks; where another paragraph does, as in an essay, none is found.
    """
    voiced = [index for index, one in enumerate(seen) if one.prose and rules[index] is None and one.voice]
    runs = _runs(voiced)
    alone = all(len(run) <= LONGEST_RUN and _stands_alone(seen, rules, run) for run in runs)
    if len(voiced) > MOST_VOICED or not alone:
        return []
    return [index for run in runs if _is_address([seen[index] for index in run]) for index in run]


def _runs(indices: Sequence[int]) -> list[list[int]]:
    """The indices, those that follow on each other together."""
    found: list[list[int]] = []
    for index in indices:
        if found and found[-1][-1] == index - 1:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _is_address(paragraphs: Sequence[Seen]) -> bool:
    """The words speak of the page itself; "if you live by the river, call the town hall" is advice in a report."""
    own = sum(one.voice for one in paragraphs) > 1 or any(
        OWN.search(one.text) or CONTENT.search(one.text) for one in paragraphs
    )
    return own and not any(QUOTE.search(one.text) or REPORTS.search(one.text) for one in paragraphs)


def _stands_alone(seen: Sequence[Seen], rules: Sequence[str | None], run: Sequence[int]) -> bool:
    """No prose stands next to the paragraphs, and furniture stands above them."""
    near = [other for other in (run[0] - 1, run[-1] + 1) if 0 <= other < len(seen)]
    below_furniture = run[0] > 0 and rules[run[0] - 1] is not None
    return below_furniture and all(rules[other] or not seen[other].prose for other in near)
