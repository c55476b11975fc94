"""Who wrote a page's article, as JSON-LD, metadata, the markup of its byline or a "By" line under the title say."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import html

from briefing.ingest.bylines import DESK, LONGEST, ROLE, read_byline
from briefing.ingest.markup import text_lines
from briefing.ingest.titles import fold
from briefing.ingest.words import word_list

META = (
    "author", "byl", "article:author", "dc.creator", "sailthru.author", "parsely-author", "article:author_name",
    "citation_author", "byline", "og:article:author",
)  # fmt: skip
BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|contributors?|createdby|writer)(?:$|[\s_-]|-?names?\b)", re.IGNORECASE
)
"""Classes of the line that names the writer, in the spelling of many content systems."""
LABEL = re.compile(
    r"^(?:(?:submitted|written|posted|story|words|reported)?\s?by|author)[:\s|]\s?(?:\|\s?)?", re.IGNORECASE
)
BY = re.compile(r"^(?:[Bb]y|BY)\b:?(?: \|)? ")
BELOW_TITLE = 8
"""Lines under the title in which a line "By ..." names the writer."""
MOST_ELEMENTS = 12
"""Elements marked as bylines that are looked at: the article's own comes first, teasers of others follow."""
MOST_BESIDE = 40
"""Elements beside a writer's name among which the others are looked for."""
ACCOUNTS = word_list("accounts")
"""Names of accounts that content systems print where nobody is named."""
NAMES = (2, 5)


def writers_of(
    tree: html.HtmlElement,
    meta: dict[str, str],
    article: dict[str, Any],
    title: str | None,
    outlets: Sequence[str | None],
) -> tuple[str, ...]:
    """The writers' names from the surest place that names any; outlets, desks, accounts and addresses are none."""
    known = frozenset(fold(name) for name in outlets if name)
    places = (
        lambda: _linked(article.get("author")),
        lambda: [meta[key] for key in META if key in meta][:1],
        lambda: _marked(tree),
        lambda: _under_title(tree, title),
    )
    found = (_persons(place(), known) for place in places)
    return next((names for names in found if names), ())


def _linked(value: Any) -> Iterator[str]:
    """The names of persons in JSON-LD."""
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        kind = one.get("@type") if isinstance(one, dict) else None
        for text in name if isinstance(name, list) else [name]:
            if isinstance(text, str) and kind not in {"Organization", "NewsMediaOrganization"}:
                yield text


def _persons(values: Iterable[str], known: frozenset[str]) -> tuple[str, ...]:
    """The persons among the names stated."""
    parts = [part.strip() for value in values for part in re.split(r",|;| and | & | / |\|", LABEL.sub("", value))]
    named = [" ".join(part.split()) for part in parts if _can_be_person(part, known)]
    bare = [name for name in named if not ROLE.search(name)]
    return tuple(dict.fromkeys(name.title() if name.isupper() else name for name in bare or named))


def _can_be_person(part: str, known: frozenset[str]) -> bool:
    """The words are no address, outlet, desk or account."""
    plain = not any(sign in part for sign in "/@:") and any(letter.isalpha() for letter in part)
    return (
        plain
        and len(part) < LONGEST // 2
        and fold(part) not in known
        and fold(part).replace(" ", "") not in ACCOUNTS
        and not DESK.match(part)
    )


def _marked(tree: html.HtmlElement) -> list[str]:
    """The names in the first element that the page marks as its byline, with those beside it."""
    for element in itertools.islice(_bylines(tree), MOST_ELEMENTS):
        text = " | ".join(text_lines(element))
        if 0 < len(text) <= LONGEST and (names := _names(text)):
            return [*names, *_beside(element)]
    return []


def _bylines(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Elements marked as naming a writer, microdata before links and links before classes."""
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    for element in elements:
        if "author" in (element.get("itemprop") or "").lower().split():
            name = next((inner for inner in element.iter() if inner.get("itemprop") == "name"), element)
            yield name
    yield from (element for element in elements if "author" in (element.get("rel") or "").lower().split())
    yield from (element for element in elements if BYLINE_CLASS.search(_marks(element)))


def _marks(element: html.HtmlElement) -> str:
    """What an element is called by its page."""
    return " ".join((element.get(key) or "")[:200] for key in ("class", "id", "data-testid"))


def _under_title(tree: html.HtmlElement, title: str | None) -> list[str]:
    """The names in a line "By ..." right under the title."""
    lines = text_lines(tree)
    places = [number for number, line in enumerate(lines) if title and fold(line) == fold(title)]
    below = [line for place in places for line in lines[place + 1 : place + 1 + BELOW_TITLE] if BY.match(line)]
    return [name for line in below[:1] for name in _names(line[: LONGEST - 1])]


def _beside(element: html.HtmlElement) -> list[str]:
    """The names in links of the same kind under the same parent."""
    parent = element.getparent()
    marks = {key: element.get(key) for key in ("rel", "itemprop", "class") if element.get(key)}
    if parent is None or not marks:
        return []
    alike = [
        one for one in parent[:MOST_BESIDE] if one is not element and {key: one.get(key) for key in marks} == marks
    ]
    return [name for other in alike for name in _names(" | ".join(text_lines(other)))]


def _names(text: str) -> tuple[str, ...]:
    """The names of a line that the page marks as its byline."""
    names = read_byline(text) or read_byline(LABEL.sub("", text), beside=True) or ()
    low, high = NAMES
    return tuple(name for name in names if low <= len(name.split()) <= high)
