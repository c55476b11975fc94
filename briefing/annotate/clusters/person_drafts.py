"""A person while it is being put together: its names so far, and what the titles before them tell."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span

from briefing.annotate import lexicon
from briefing.annotate.clusters.entity_drafts import Draft
from briefing.annotate.names.evidence import gender_of_given_name
from briefing.annotate.names.person_names import PersonName

_FIRST_NAME_TITLES = lexicon.word_set("first-name-titles")


class PersonDraft:
    """A person being put together: its draft and the names it has."""

    def __init__(self) -> None:
        self.draft = Draft("person")
        self.names: list[PersonName] = []
        self.full_from = 0
        self.bare: set[str] = set()
        """Single words that it is called by."""
        self.titles: set[str] = set()
        """Role words that stand before its names."""
        self.marked = False
        """Called by surname with "Jr" or "Mrs", and so told apart from others of that surname."""
        self.royal = False
        """Named with a title that goes with given names ("King")."""

    @property
    def fullest(self) -> PersonName:
        """The name with most parts."""
        return max(self.names, key=lambda name: len(name.parts))

    def add(self, span: Span, name: PersonName, reason: str) -> None:
        """One more mention by name, and why it belongs here."""
        if not self.names or name.full:
            self.full_from = min(self.full_from, span.start) if self.names else span.start
        self.draft.add(span, "name", reason)
        self.titles.update(title_before(span))
        self.royal = self.royal or is_first_name_title(span)
        if name not in self.names:
            self.names.append(name)
        self.draft.gender = self.draft.gender or _gender(span, name)


def _gender(span: Span, name: PersonName) -> str:
    told = title_gender(span)
    if told:
        return told
    if not name.full:
        return ""
    first = span.text.split()[1 if name.family_first and len(span.text.split()) > 1 else 0]
    found = gender_of_given_name(first)
    return found if found in ("f", "m") else ""


def title_gender(span: Span) -> str:
    """The gender told by "Mr" and the like inside or before the mention."""
    before = span.doc[span.start - 1].text if span.start else ""
    genders = lexicon.column("honorifics.tsv", 1)
    for word in (before, span[0].text):
        if genders.get(word) in ("f", "m"):
            return genders[word]
    told = lexicon.column("role_words.tsv", 1).get(before.lower(), "-")
    return told if told in ("f", "m") else ""


def title_before(span: Span) -> frozenset[str]:
    """The role word straight before a mention, or the relative before a comma, as a set of one or none."""
    before = span.doc[max(span.start - 2, 0) : span.start]
    if len(before) == 2 and before[1].text == ",":
        return frozenset((before[0].lower_,)) & kin_words()
    return frozenset(token.lower_ for token in before[-1:]) & lexicon.phrases("role_words.tsv")


@cache
def kin_words() -> frozenset[str]:
    """Words that bring somebody in as another one's relative ("his brother Maher Aal")."""
    return frozenset(word for word, kind in lexicon.column("role_words.tsv", 2).items() if kind == "kin")


def is_first_name_title(span: Span) -> bool:
    """Whether a title stands before the name that goes with given names: "King Hussein" is no surname."""
    return span.start > 0 and span.doc[span.start - 1].text in _FIRST_NAME_TITLES
