"""Who wrote a page's article, as JSON-LD, metadata, the markup of its byline or a "By" line under the title say."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Any

from lxml import etree, html

from briefing.ingest.cleaning.bylines import DESK, LONGEST, ROLE, read_byline
from briefing.ingest.cleaning.titles import fold
from briefing.ingest.pages.comments import is_reader
from briefing.ingest.pages.markup import text_lines
from briefing.ingest.pages.titles import lines_below
from briefing.ingest.words import word_list

META = (
    "author", "byl", "article:author", "dc.creator", "sailthru.author", "parsely-author", "article:author_name",
    "citation_author", "byline", "og:article:author", "twitter:creator",
)  # fmt: skip
BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|contributors?|createdby|writer)(?:$|[\s_-]|-?names?\b)", re.IGNORECASE
)
"""Classes of the line that names the writer, in the spelling of many content systems."""
LABEL = re.compile(
    r"^(?:(?:submitted|written|posted|story|words|reported)?\s?by|author)[:\s|]\s?(?:\|\s?)?", re.IGNORECASE
)
BY = re.compile(r"^(?:[Bb]y|BY)\b:?(?: \|)? ")
FIGURE = re.compile(r"\d")
"""The first of a date behind the name."""
MOST_ELEMENTS = 12
"""Elements marked as bylines that are looked at: the article's own comes first, teasers of others follow."""
MOST_BESIDE = 40
"""Elements beside a writer's name among which the others are looked for."""
ACCOUNTS = word_list("accounts")
"""Names of accounts that content systems print where nobody is named."""
HOST = re.compile(r"\w\.[a-z]{2,4}$")
"""The end of an address ("shorepost.com")."""
FIRM = re.compile(r"\b(?:gmbh|inc|ltd|llc|plc|corp(?:oration)?|pty)\b", re.IGNORECASE)
"""Legal forms: what bears one is a publisher, and what follows its seat."""
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
        lambda: _marked(_named(tree)),
        lambda: _under_title(tree, title),
        lambda: _marked(_classed(tree)),
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
                yield unescape(text)


def _persons(values: Iterable[str], known: frozenset[str]) -> tuple[str, ...]:
    """The persons among the names stated."""
    stated = (re.split(r",|;| and | & | / |\|", LABEL.sub("", value)) for value in values if not FIRM.search(value))
    parts = [part.strip() for parts in stated if fold(parts[0]) not in known for part in parts]
    named = [" ".join(part.split()) for part in parts if _can_be_person(part, known)]
    bare = [name for name in named if not ROLE.search(name)]
    return tuple(dict.fromkeys(name.title() if name.isupper() else name for name in bare or named))


def _can_be_person(part: str, known: frozenset[str]) -> bool:
    """The words are no address, outlet, desk or account."""
    plain = (
        not any(sign in part for sign in "/@:") and not HOST.search(part) and any(letter.isalpha() for letter in part)
    )
    return (
        plain
        and (" " in part or not part.islower())
        and len(part) < LONGEST // 2
        and fold(part) not in known
        and not any(f" {name} " in f" {fold(part)} " for name in known if " " in name)
        and fold(part).replace(" ", "") not in ACCOUNTS
        and not DESK.match(part)
    )


def _marked(elements: Iterable[html.HtmlElement]) -> list[str]:
    """The names in the first element that the page marks as its byline, with those beside it."""
    for element in itertools.islice(elements, MOST_ELEMENTS):
        text = " | ".join(text_lines(element))
        if not 0 < len(text) <= LONGEST:
            continue
        if names := _names(text) or _names(_first_part(element, text)):
            return [*names, *_beside(element)]
    return []


def _first_part(element: html.HtmlElement, text: str) -> str:
    """The words of a byline that are a link or strong, where they come first: the name, and behind it a title."""
    parts = (" ".join(part.itertext()).strip() for part in element.iter("a", "b", "strong"))
    first = next((part for part in parts if part), "")
    return first if LABEL.sub("", text).startswith(first) else ""


def _named(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Elements that name a writer by microdata, then by the kind of their link."""
    for element in tree.iter(etree.Element):
        if "author" in (element.get("itemprop") or "").lower().split():
            yield next((inner for inner in element.iter() if inner.get("itemprop") == "name"), element)
    for element in tree.iter(etree.Element):
        if "author" in (element.get("rel") or "").lower().split() and not is_reader(element):
            yield element


def _classed(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Elements whose class says that they name a writer."""
    for element in tree.iter(etree.Element):
        marks = _marks(element)
        if BYLINE_CLASS.search(marks) and "comment" not in marks.lower() and not is_reader(element):
            yield element


def _marks(element: html.HtmlElement) -> str:
    """What an element is called by its page."""
    return " ".join((element.get(key) or "")[:200] for key in ("class", "id", "data-testid"))


def _under_title(tree: html.HtmlElement, title: str | None) -> list[str]:
    """The names in a line "By ..." right under the title."""
    below = next((line for line in lines_below(tree, title) if BY.match(line)), "")
    return list(_names(FIGURE.split(below[: LONGEST - 1])[0]))


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
