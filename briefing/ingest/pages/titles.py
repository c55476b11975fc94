"""A page's title: what most of its headings and metadata agree on, without the outlet's name, as the page shows it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from lxml import html

from briefing.ingest.cleaning.titles import OUTLET, QUOTES, content_of, fold, split_outlet
from briefing.ingest.pages.markup import text_lines
from briefing.ingest.words import word_count

MARKS = re.compile(r" (?:\||[-–—]{1,2}|::|»|«|›|·|•|:) |: ")
"""What stands between a title and the names of section and outlet in ``<title>``."""
HOST = re.compile(r"(?:[\w-]{1,60}\.){1,4}[a-z]{2,4}", re.IGNORECASE)
"""An address in the place of the outlet's name ("shorepost.com")."""
TITLE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:(?:page|entry|post|article|story|news|content)[\s_-]?(?:title|heading)|headline|hed)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes of the heading over an article, in the spelling of many content systems."""
HEADINGS = ("h2", "h3", "h4")
LINES = ("span", "div", "p")
"""Elements that stand for a heading on pages without any."""
MOST_HEADINGS = 3
LEAST_WORDS = 4
"""Words of a heading that nothing says to be the title."""
LONGEST = 500
"""Characters of a title."""
SHARED, SAME = 2, 0.5
"""Words of content, and their share of the shorter, that a heading and a title of one story have in common."""
BELOW = 8
"""Lines under a title in which its writer or day may be printed."""
AGREE = 20
"""Letters from which one title may be the beginning of another."""


def title_of(tree: html.HtmlElement, meta: dict[str, str], headline: str | None, site: str | None) -> str | None:
    """The title that most candidates agree on, the first named of equals."""
    whole = next((_plain(element.text) for element in tree.iter("title")), "")
    named = [headline, meta.get("og:title"), meta.get("twitter:title"), whole]
    stripped = [_without_site(_plain(title), site) for title in named if title]
    headings = _headings(tree, stripped)
    if not any(_agree(heading, title) for heading in headings for title in stripped):
        headings += _echoes(tree, stripped)
    names = {fold(name) for name in (site, *_names_before(whole, [*headings, *stripped])) if name}
    candidates = [
        title for title in [*headings, *stripped] if title and word_count(title) >= 2 and fold(title) not in names
    ]
    if not candidates:
        return None
    votes = [sum(_agree(one, other) for other in candidates) for one in candidates]
    elected = candidates[votes.index(max(votes))]
    if any(_agree(elected, heading) for heading in headings):
        return elected
    return next((heading for heading in headings if heading in candidates and _tells(heading, elected)), elected)


def lines_below(tree: html.HtmlElement, title: str | None) -> Iterator[str]:
    """The lines right under the title, wherever it stands in the page, down to a motto, which others have signed."""
    lines = text_lines(tree, shown=True)
    places = [number for number, line in enumerate(lines) if title and fold(line) == fold(title)]
    for place in places:
        below = lines[place + 1 : place + 1 + BELOW]
        yield from itertools.takewhile(lambda line: not line.startswith(QUOTES), below)


def _headings(tree: html.HtmlElement, named: Sequence[str]) -> list[str]:
    """The first headings of the first rank, one of lower rank whose class says what it is, else the first of those."""
    first = [_without_kicker(element, named) for element in list(tree.iter("h1"))[:MOST_HEADINGS]]
    first = [text for text in first if text]
    lower = [element for element in tree.iter(*HEADINGS) if _says_title(element)]
    if not first and not lower:
        lower = [element for element in tree.iter("h2", "h3") if _is_long(element)]
    if not first and not lower:
        lower = [element for element in tree.iter(*LINES) if _is_long(element) and _says_title(element)]
    return first + [_plain(element.text_content()) for element in lower[:1]]


def _without_kicker(heading: html.HtmlElement, named: Sequence[str]) -> str:
    """The words of a heading, without those of its first element where metadata leave them out, too."""
    whole = _plain(heading.text_content())
    if len(heading) == 0 or (heading.text or "").strip():
        return whole
    rest = whole.removeprefix(_plain(heading[0].text_content())).strip()
    return rest if fold(rest) in {fold(title) for title in named} else whole


def _echoes(tree: html.HtmlElement, named: Sequence[str]) -> list[str]:
    """The first heading of a lower rank that metadata name: the headline of a page whose first heading is a section.

    Of a page without any of the first rank, the first line that they name: its headline is only set large.
    """
    lower = (_plain(element.text_content()) for element in tree.iter(*HEADINGS) if _is_long(element))
    lines = (_plain(element.text) for element in tree.iter(*LINES)) if tree.find(".//h1") is None else ()
    long = (line for line in lines if len(line.split()) >= LEAST_WORDS)
    echoes = (text for text in itertools.chain(lower, long) if any(_agree(text, title) for title in named))
    return list(itertools.islice(echoes, 1))


def _is_long(element: html.HtmlElement) -> bool:
    """The element has the words of a headline."""
    return len(_plain(element.text_content()).split()) >= LEAST_WORDS


def _says_title(element: html.HtmlElement) -> bool:
    """The heading, or the box that holds it alone, is marked as the article's headline."""
    if element.get("itemprop") == "headline" or TITLE_CLASS.search(element.get("class") or ""):
        return True
    parent = element.getparent()
    return parent is not None and len(parent) == 1 and bool(TITLE_CLASS.search(parent.get("class") or ""))


def _names_before(whole: str, others: Sequence[str]) -> list[str]:
    """What stands in ``<title>`` in front of a title that another place states alone ("The Post - Ferry sinks")."""
    cuts = [(whole[: match.start()], whole[match.end() :]) for match in MARKS.finditer(whole)]
    known = {fold(other) for other in others}
    return [before for before, behind in cuts if fold(behind) in known and len(before) < len(behind)]


def _agree(one: str, other: str) -> bool:
    """Two titles are one but for signs, or one begins or ends with the other."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return short == long or (len(short) > AGREE and (long.startswith(short) or long.endswith(short)))


def _tells(heading: str, title: str) -> bool:
    """The heading tells the same story in other words: what a page shares and is searched by is often reworded."""
    one, other = content_of(heading), content_of(title)
    return len(one & other) >= max(SHARED, SAME * min(len(one), len(other)))


def _without_site(title: str, site: str | None) -> str:
    """A title without the outlet's name behind or before it."""
    for match in reversed(list(MARKS.finditer(title))):
        head, tail = title[: match.start()].strip(), title[match.end() :]
        if len(head) > 10 and (HOST.fullmatch(tail) or (site and _is_site(tail, site))):
            return _without_site(head, site)
    bare = split_outlet(title)[0]
    before = MARKS.search(bare)
    if before and before[0] != ": " and len(bare) - before.end() > 2 * before.start() and _is_name(bare, before, site):
        return bare[before.end() :]
    return bare


def _is_site(name: str, site: str) -> bool:
    """The words are the outlet's name or a part of it."""
    one, other = fold(name), fold(site)
    return bool(one) and (one in other or other in one)


def _is_name(title: str, mark: re.Match[str], site: str | None) -> bool:
    """What stands before the mark is the outlet's name."""
    name = title[: mark.start()]
    return (site is not None and _is_site(name, site)) or (len(name.split()) <= 4 and bool(OUTLET.search(name)))


def _plain(text: str | None) -> str:
    """The head of a text, with single blanks."""
    return " ".join((text or "")[:LONGEST].split())
