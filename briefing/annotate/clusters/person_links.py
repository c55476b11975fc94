"""Which names in a document are one person: full names first, then surnames, titles and given names."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

from spacy.tokens import Doc, Span

from briefing.annotate import lexicon
from briefing.annotate.clusters.entity_drafts import Draft
from briefing.annotate.names import person_names
from briefing.annotate.names.evidence import gender_of_given_name
from briefing.annotate.names.person_names import PersonName, agreement, given_name_agreement


def link_people(doc: Doc, names: Sequence[Span]) -> list[Draft]:
    """One draft a person. A bare name that fits two people joins neither unless the text tells which, and says so."""
    parsed = [(span, person_names.parse(span.text)) for span in names]
    drafts: list[_Person] = []
    for span, name in sorted(parsed, key=lambda item: -len(item[1].parts)):
        if name.full:
            _join_full(drafts, span, name)
    loose: list[_Person] = []
    bare = [item for item in parsed if not item[1].full]
    for span, name in sorted(bare, key=lambda item: not (item[1].suffix or _title_gender(item[0]))):
        _join_bare(drafts, loose, span, name)
    return [person.draft for person in (*drafts, *loose)]


def _drops_given(full: PersonName, name: PersonName) -> bool:
    """Whether a name ends a longer one; told before that, it is somebody else's ("Bo Aal", then "Ann Bo Aal")."""
    return not full.family_first and len(full.parts) > len(name.parts) and full.parts[-len(name.parts) :] == name.parts


def _is_other(person: _Person, span: Span, name: PersonName) -> bool:
    """Whether a name is somebody else's because of which of the two was told first."""
    told_before = span.start < person.full_from
    if name.suffix != person.fullest.suffix and told_before == (not name.suffix) and _may_be_numbered(name):
        return True
    return told_before and (_drops_given(person.fullest, name) or _comes_as_kin(person, name))


def _may_be_numbered(name: PersonName) -> bool:
    """Whether a number behind the name tells one from his father ("Bo Aal", then "Bo Aal III"), as none of a king's."""
    return len(name.parts) > 1 and gender_of_given_name(name.family.capitalize()) is None


def _comes_as_kin(person: _Person, name: PersonName) -> bool:
    """Whether the longer name brings in another one's relative ("Bo Aal", then "his son Bo Aal Dun")."""
    return name.parts != person.fullest.parts and not person.titles.isdisjoint(_kin_words())


def _is_kept_apart(fullest: PersonName, name: PersonName, other: PersonName) -> bool:
    """Whether two names are both part of the same longer one: "Ann Aal" and "Ann Bek" of "Ann Aal Bek"."""
    if fullest.family_first or len(fullest.parts) != 3:
        return False
    first, *surnames = fullest.parts
    return {name.parts, other.parts} == {(first, surname) for surname in surnames}


def _is_both_surnames(full: PersonName, name: PersonName) -> bool:
    """Whether two words are the two surnames of a Spanish name ("Beltrán Ocampo" of "Rodrigo Beltrán Ocampo")."""
    return len(full.parts) == 3 and not full.family_first and full.parts[1:] == name.parts


class _Person:
    """A person being put together: its draft and the names it has."""

    def __init__(self) -> None:
        self.draft = Draft("person")
        self.names: list[PersonName] = []
        self.full_from = 0
        self.bare: list[int] = []
        self.titles: set[str] = set()
        """Role words that stand before its names."""
        self.marked = False
        """Called by surname with "Jr" or "Mrs", and so told apart from others of that surname."""
        self.royal = False
        """Named with a title that goes with given names ("King")."""

    @property
    def fullest(self) -> PersonName:
        return max(self.names, key=lambda name: len(name.parts))

    def add(self, span: Span, name: PersonName, reason: str) -> None:
        if not self.names or name.full:
            self.full_from = min(self.full_from, span.start) if self.names else span.start
        self.draft.add(span, "name", reason)
        self.titles.update(_title_before(span))
        self.royal = self.royal or _is_first_name_title(span)
        if name not in self.names:
            self.names.append(name)
        self.draft.gender = self.draft.gender or _gender(span, name)


def _gender(span: Span, name: PersonName) -> str:
    told = _title_gender(span)
    if told:
        return told
    if not name.full:
        return ""
    first = span.text.split()[1 if name.family_first and len(span.text.split()) > 1 else 0]
    found = gender_of_given_name(first)
    return found if found in ("f", "m") else ""


def _title_gender(span: Span) -> str:
    """The gender told by "Mr" and the like inside or before the mention."""
    before = span.doc[span.start - 1].text if span.start else ""
    genders = lexicon.column("honorifics.tsv", 1)
    for word in (before, span[0].text):
        if genders.get(word) in ("f", "m"):
            return genders[word]
    told = lexicon.column("role_words.tsv", 1).get(before.lower(), "-")
    return told if told in ("f", "m") else ""


_PATRONYMIC = frozenset(("bin", "bint", "ibn"))
_FIRST_NAME_TITLES = lexicon.word_set("first-name-titles")


def _title_before(span: Span) -> frozenset[str]:
    """The role word straight before a mention, or the relative before a comma, as a set of one or none."""
    before = span.doc[max(span.start - 2, 0) : span.start]
    if len(before) == 2 and before[1].text == ",":
        return frozenset((before[0].lower_,)) & _kin_words()
    return frozenset(token.lower_ for token in before[-1:]) & lexicon.phrases("role_words.tsv")


@cache
def _kin_words() -> frozenset[str]:
    """Words that bring somebody in as another one's relative ("his brother Maher Aal")."""
    return frozenset(word for word, kind in lexicon.column("role_words.tsv", 2).items() if kind == "kin")


def _is_first_name_title(span: Span) -> bool:
    """Whether a title stands before the name that goes with given names: "King Hussein" is no surname."""
    return span.start > 0 and span.doc[span.start - 1].text in _FIRST_NAME_TITLES


def _join_full(drafts: list[_Person], span: Span, name: PersonName) -> None:
    fits = []
    for person in drafts:
        if _is_other(person, span, name):
            continue
        reasons = [agreement(name, other) for other in person.names if not _is_kept_apart(person.fullest, name, other)]
        if all(reasons) or _is_both_surnames(person.fullest, name):
            fits.append(
                (person, "same name" if "same name" in reasons else next(filter(None, reasons), "both surnames"))
            )
    same = [fit for fit in fits if fit[1] == "same name"]
    same = [fit for fit in same if name in fit[0].names] or same
    if len(same or fits) == 1:
        person, reason = (same or fits)[0]
        person.add(span, name, _sentence(span, person, str(reason)))
    else:
        person = _Person()
        person.add(span, name, "")
        drafts.append(person)


def _join_bare(drafts: list[_Person], loose: list[_Person], span: Span, name: PersonName) -> None:
    fits = [person for person in drafts if agreement(person.fullest, name)]
    why = "surname"
    if _is_first_name_title(span):
        fits = [person for person in drafts if _may_be_royal(person) and person.fullest.parts[0] == name.parts[0]]
    same = [person for person in loose if person.names[0].parts == name.parts and _genders_agree(person, span)]
    if not fits and not same and not _is_first_name_title(span):
        fits = [person for person in drafts if given_name_agreement(person.fullest, name)]
        why = "given name"
    else:
        fits = _closest(drafts, fits, name, span)
    chosen = _choose(fits, span)
    if chosen is not None:
        if _is_plain(name, span):
            chosen.bare.append(span.start)
        else:
            chosen.marked = True
        chosen.add(span, name, _sentence(span, chosen, why))
        return
    if same:
        same[0].add(span, name, "")
        return
    person = _Person()
    reason = f"{span.text!r} fits {len(fits)} people and is left open" if fits else ""
    person.add(span, name, reason)
    loose.append(person)


def _may_be_royal(person: _Person) -> bool:
    """Whether a title such as "Prince" may go with the given name: it does once, or the name says whose son he is."""
    return person.royal or not _PATRONYMIC.isdisjoint(person.draft.name.split())


def _closest(drafts: list[_Person], fits: list[_Person], name: PersonName, span: Span) -> list[_Person]:
    """Those whose whole surname it is before those of whose double surname it is a part.

    Who bears another one's surname before it, or is called by surname and "Jr" or with "Mrs", is not meant by it alone.
    """
    exact = [person for person in fits if name.parts[0] in (person.fullest.family, person.fullest.parts[-1])]
    fits = exact or fits
    families = {person.fullest.family for person in drafts}
    single = [person for person in fits if not _has_double_surname(person.fullest, families)]
    fits = single or fits
    plain = [person for person in fits if not person.marked]
    return plain or fits if _is_plain(name, span) else fits


def _has_double_surname(name: PersonName, families: Set[str]) -> bool:
    """Whether the part before the surname is somebody's surname too: "Ann Aal Bek", daughter of "Bo Aal"."""
    return len(name.parts) == 3 and not name.family_first and name.parts[1] in families


def _is_plain(name: PersonName, span: Span) -> bool:
    """Whether a surname stands without "Jr" and without a title that tells man from woman."""
    return not name.suffix and not _title_gender(span)


def _choose(fits: list[_Person], span: Span) -> _Person | None:
    fits = [person for person in fits if _genders_agree(person, span)]
    if len(fits) < 2:
        return fits[0] if fits else None
    title = _title_before(span)
    titled = [person for person in fits if title and not title.isdisjoint(person.titles)]
    if len(titled) == 1:
        return titled[0]
    heads = [person for person in fits if person.titles.isdisjoint(_kin_words())]
    if len(heads) == 1 and title.isdisjoint(_kin_words()) and (title or heads[0].full_from < span.start):
        return heads[0]
    earlier = [person for person in fits if person.full_from < span.start]
    if len(earlier) == 1:
        return earlier[0]
    used = [person for person in earlier if person.bare]
    return used[0] if len(used) == 1 else None


def _genders_agree(person: _Person, span: Span) -> bool:
    told = _title_gender(span)
    return not told or not person.draft.gender or told == person.draft.gender


def _sentence(span: Span, person: _Person, why: str) -> str:
    full = " ".join(person.draft.name.split())
    return "" if why == "same name" else f"{' '.join(span.text.split())!r} is {full!r}: {why}"
