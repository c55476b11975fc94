"""Measures in a text: sums of money, percentages, magnitudes and physical units, in one unit of their kind each.

A measure is read from the letters, not from the parse: "$1.8bn", "7.2 per cent" and "140 km/h" are cut into tokens in
many ways. Units of one kind are turned into one (miles into kilometres), with the loss of exactness that goes with it;
currencies are not, nobody knows the rate of the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
MANY = r"thousand|million|billion|trillion|mn|bn|tn|[kmb]"
TIMES = {
    "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9,
    "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
SIGNS = {"$": "dollar", "us$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
MONEY = re.compile(
    rf"""
    (?P<sign>(?:US)?\$|[€£¥])\s?(?P<number>{NUMBER})(?:[\s-]?(?P<times>{MANY})\b)?
    | (?P<amount>{NUMBER})[\s-]?(?:(?P<many>{MANY})\s)?\s?
        (?P<currency>dollar|euro|pound|yen|rouble|ruble|rupee|yuan|franc|krona|peso)s?\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
SHARE = re.compile(
    rf"""
    (?P<number>{NUMBER})\s?(?P<unit>%|percent(?:age)?\ points?|per\ ?cent(?:\ points?)?|basis\ points?)
    | (?P<part>half|a\ quarter|three\ quarters|one)\s(?:of\s)?(?:a\s)?percentage\ point
    """,
    re.VERBOSE | re.IGNORECASE,
)
PARTS = {"half": 0.5, "a quarter": 0.25, "three quarters": 0.75, "one": 1.0}
MAGNITUDE = re.compile(
    rf"\bmagnitude(?:\sof)?[\s-](?P<after>{NUMBER})|\b(?P<before>{NUMBER})[\s-]magnitude\b", re.IGNORECASE
)
PHYSICAL = re.compile(
    rf"""
    \b(?P<number>{NUMBER})[\s-]?
    (?P<unit>kilomet(?:re|er)s?|km|miles?|mph|met(?:re|er)s?|feet|foot|ft|hectares?|ha|acres?)\b
    (?P<hour>\ an\ hour|\ per\ hour|/h|ph)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
UNITS = {
    "km": ("kilometre", 1.0), "kilometre": ("kilometre", 1.0), "kilometer": ("kilometre", 1.0),
    "mile": ("kilometre", 1.609344), "metre": ("metre", 1.0), "meter": ("metre", 1.0), "foot": ("metre", 0.3048),
    "feet": ("metre", 0.3048), "ft": ("metre", 0.3048), "ha": ("hectare", 1.0), "hectare": ("hectare", 1.0),
    "acre": ("hectare", 0.404686), "mph": ("kilometre hour", 1.609344),
}  # fmt: skip


FOLLOWED = re.compile(r"\s?(?:to|and|-|–)\s?(?:US)?[$€£¥]?\d")
PRECEDED = re.compile(r"\d[\d.,]{0,12}\s?(?:[a-z%]{1,10}\s)?(?:to|and|-|–)\s?$")


class Measure(NamedTuple):
    """A number with its unit."""

    value: float
    unit: str
    """``dollar``, ``percent``, ``point``, ``magnitude``, ``kilometre hour`` ..."""
    words: Span
    turned: bool
    """True if the outlet gave it in another unit."""


def measures(span: Span) -> Iterator[Measure]:
    """The measures of a span in the order of their kinds."""
    for pattern, read in ((MONEY, _money), (SHARE, _share), (MAGNITUDE, _magnitude), (PHYSICAL, _physical)):
        for match in pattern.finditer(span.text):
            words = span.char_span(match.start(), match.end(), alignment_mode="expand")
            if words is not None and not _in_range(span.text, match):
                value, unit, turned = read(match)
                yield Measure(value, unit, words, turned)


def _in_range(text: str, match: re.Match[str]) -> bool:
    """True for either end of "$145 million to $175 million", and of "between $140 and $150 million"."""
    return bool(FOLLOWED.match(text, match.end()) or PRECEDED.search(text[max(match.start() - 30, 0) : match.start()]))


def _value(digits: str) -> float:
    return float(digits.replace(",", ""))


def _money(match: re.Match[str]) -> tuple[float, str, bool]:
    many = TIMES.get((match["times"] or match["many"] or "").lower(), 1.0)
    currency = SIGNS[match["sign"].lower()] if match["sign"] else match["currency"].lower()
    return _value(match["number"] or match["amount"]) * many, currency, False


def _share(match: re.Match[str]) -> tuple[float, str, bool]:
    if match["part"]:
        return PARTS[match["part"].lower()], "point", False
    unit = match["unit"].lower()
    if unit.startswith("basis"):
        return _value(match["number"]) / 100, "point", False
    return _value(match["number"]), "point" if "point" in unit else "percent", False


def _magnitude(match: re.Match[str]) -> tuple[float, str, bool]:
    return _value(match["after"] or match["before"]), "magnitude", False


def _physical(match: re.Match[str]) -> tuple[float, str, bool]:
    spelt = match["unit"].lower()
    unit, factor = UNITS.get(spelt) or UNITS[spelt.removesuffix("s")]
    hour = " hour" if match["hour"] and not unit.endswith("hour") else ""
    return _value(match["number"]) * factor, unit + hour, factor != 1.0
