"""Which names in a document are one person: full names first, then surnames, titles and given names."""

from __future__ import annotations

from collections.abc import Sequence, Set

from spacy.tokens import Doc, Span

from briefing.annotate.clusters.entity_drafts import Draft, shown
from briefing.annotate.clusters.person_drafts import (
    PersonDraft,
    is_first_name_title,
    kin_words,
    title_before,
    title_gender,
)
from briefing.annotate.clusters.strangers import Strangers, is_both_surnames, is_half, is_other, strangers
from briefing.annotate.names import person_names
from briefing.annotate.names.person_names import PersonName, agreement, are_initials, given_name_agreement, is_blend

_PATRONYMIC = frozenset(("bin", "bint", "ibn"))


def link_people(doc: Doc, names: Sequence[Span]) -> list[Draft]:
    """One draft a person. A bare name that fits two people joins neither unless the text tells which, and says so."""
    parsed = [(span, person_names.parse(span.text)) for span in names]
    drafts: list[PersonDraft] = []
    apart = strangers(parsed)
    for span, name in sorted(parsed, key=lambda item: -len(item[1].parts)):
        if name.full:
            _join_full(drafts, span, name, apart)
    loose: list[PersonDraft] = []
    bare = [item for item in parsed if not item[1].full]
    words = {name.parts[0] for _, name in bare}
    for span, name in sorted(bare, key=lambda item: not (item[1].suffix or title_gender(item[0]))):
        _join_bare(drafts, loose, span, name, words)
    return [person.draft for person in (*drafts, *loose)]


def _join_full(drafts: list[PersonDraft], span: Span, name: PersonName, apart: Strangers) -> None:
    fits = []
    others = apart.get(name.parts, frozenset())
    for person in drafts:
        if is_other(person, span, name) or any(known.parts in others for known in person.names):
            continue
        reasons = [agreement(name, other) for other in person.names if _is_compared(person.fullest, name, other)]
        if all(reasons) or is_both_surnames(person.fullest, name):
            fits.append(
                (person, "same name" if "same name" in reasons else next(filter(None, reasons), "both surnames"))
            )
    same = [fit for fit in fits if fit[1] == "same name"]
    same = [fit for fit in same if name in fit[0].names] or same
    if len(same or fits) == 1:
        person, reason = (same or fits)[0]
        person.add(span, name, _sentence(span, person, str(reason)))
    else:
        person = PersonDraft()
        person.add(span, name, "")
        drafts.append(person)


def _is_compared(fullest: PersonName, name: PersonName, other: PersonName) -> bool:
    """Whether two names must agree to be one person's: not where each is only a part of the longest one."""
    return not is_half(fullest, name, other) and not is_both_surnames(fullest, other)


def _join_bare(
    drafts: list[PersonDraft], loose: list[PersonDraft], span: Span, name: PersonName, words: Set[str]
) -> None:
    same = [person for person in loose if person.names[0].parts == name.parts and _genders_agree(person, span)]
    fits, why = _fitting(drafts, span, name, alone=not same)
    chosen = _choose(fits, span, name.parts[0], words)
    if chosen is not None:
        if _is_plain(name, span):
            chosen.bare.add(name.parts[0])
        else:
            chosen.marked = True
        chosen.add(span, name, _sentence(span, chosen, why))
    elif same:
        same[0].add(span, name, "")
    else:
        person = PersonDraft()
        person.add(span, name, f"{span.text!r} fits {len(fits)} people and is left open" if fits else "")
        loose.append(person)


def _fitting(drafts: list[PersonDraft], span: Span, name: PersonName, *, alone: bool) -> tuple[list[PersonDraft], str]:
    """Those who can be meant by one word, and why; ``alone``: nobody is known by that word only."""
    if is_first_name_title(span):
        royal = [person for person in drafts if _may_be_royal(person)]
        return [person for person in royal if person.fullest.parts[0] == name.parts[0]], "given name"
    fits = [person for person in drafts if any(agreement(known, name) for known in person.names if known.full)]
    if fits or not alone:
        return _closest(drafts, fits, name, span), "surname"
    fits = [person for person in drafts if given_name_agreement(person.fullest, name)]
    if fits:
        return fits, "given name"
    fits = [person for person in drafts if are_initials(person.fullest, shown(span))]
    if fits:
        return fits, "initials"
    return [person for person in drafts if is_blend(person.fullest, shown(span))], "beginnings of both names"


def _may_be_royal(person: PersonDraft) -> bool:
    """Whether a title such as "Prince" may go with the given name: it does once, or the name says whose son he is."""
    return person.royal or not _PATRONYMIC.isdisjoint(person.draft.name.split())


def _closest(drafts: list[PersonDraft], fits: list[PersonDraft], name: PersonName, span: Span) -> list[PersonDraft]:
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
    return not name.suffix and not title_gender(span)


def _choose(fits: list[PersonDraft], span: Span, word: str, words: Set[str]) -> PersonDraft | None:
    """The one of those who fit that is meant; ``words`` are all the single words by which the text calls people."""
    fits = [person for person in fits if _genders_agree(person, span)]
    if len(fits) < 2:
        return fits[0] if fits else None
    title = title_before(span)
    titled = [person for person in fits if title and not title.isdisjoint(person.titles)]
    if len(titled) == 1:
        return titled[0]
    heads = [person for person in fits if person.titles.isdisjoint(kin_words())]
    if len(heads) == 1 and title.isdisjoint(kin_words()) and (title or heads[0].full_from < span.start):
        return heads[0]
    earlier = [person for person in fits if person.full_from < span.start]
    if len(earlier) == 1:
        return earlier[0]
    used = [person for person in earlier if word in person.bare]
    used = used or [person for person in earlier if not _is_called_otherwise(person, fits, word, words)]
    used = used if len(used) == 1 else [person for person in earlier if person.bare]
    return used[0] if len(used) == 1 else None


def _is_called_otherwise(person: PersonDraft, fits: list[PersonDraft], word: str, words: Set[str]) -> bool:
    """Whether the text has another single word for somebody, which is no name of the others: a writer keeps to one.

    A given name says nothing: who is "Ann Aal" is "Ann" beside her husband and "Aal" elsewhere.
    """
    shared = {part for other in fits if other is not person for part in other.fullest.parts}
    return not words.isdisjoint(set(person.fullest.parts) - shared - {word, *person.fullest.given[:1]})


def _genders_agree(person: PersonDraft, span: Span) -> bool:
    told = title_gender(span)
    return not told or not person.draft.gender or told == person.draft.gender


def _sentence(span: Span, person: PersonDraft, why: str) -> str:
    full = " ".join(person.draft.name.split())
    return "" if why == "same name" else f"{' '.join(span.text.split())!r} is {full!r}: {why}"
