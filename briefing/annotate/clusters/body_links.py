"""Which names in a document are one body or one place: the same words, acronyms, short forms, names of states."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from briefing.annotate import countries, lexicon
from briefing.annotate.clusters import abbreviations, state_bodies, towns
from briefing.annotate.clusters.entity_drafts import Draft, shown
from briefing.annotate.names import organisation_names
from briefing.annotate.names.candidates import is_known_body
from briefing.annotate.names.organisation_names import words_of

_FIRMS = (lexicon.words("body_nouns.txt") | lexicon.word_set("makers")) - {"club", "clubs", "team", "teams", "side"}


def link_bodies(doc: Doc, names: Sequence[Span]) -> list[Draft]:
    """One draft a body or place; a draft's type is that of most of its mentions."""
    groups: dict[str, Draft] = {}
    owners = state_bodies.told_apart(names)
    shared = abbreviations.owners(doc, names)
    located = towns.told_apart(names)
    for span in names:
        whole = shared.get(span.start, span)
        key = " of ".join(owners[whole.start][::-1]) if whole.start in owners else _key(whole)
        key = located.get(span.start, key)
        draft = groups.setdefault(key, Draft(span.label_))
        draft.add(span, "demonym" if span.kb_id_ == "demonym" else "name")
        if span.start in owners and not draft.title:
            draft.title = state_bodies.owned_name(span)
        draft.title = located.get(span.start, draft.title)
    drafts = _join_acronyms(doc, list(groups.values()))
    drafts = _join_short_forms(drafts)
    for draft in drafts:
        _describe(draft)
    return drafts


def _key(span: Span) -> str:
    text = shown(span)
    entry = countries.country_name(text)
    if span.label_ == "place" and entry is not None and entry.country:
        if entry.form in ("name", "demonym"):
            return f"state {entry.country}"
        return f"capital {entry.place}"
    return f"{span.label_} {organisation_names.key(text)}"


def _join_acronyms(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Acronyms joined to the long name that defines them in brackets, else to the only one with these initials."""
    long_names = [draft for draft in drafts if len(draft.name.split()) > 1]
    for draft in [draft for draft in drafts if organisation_names.is_acronym(draft.name)]:
        fits = [other for other in long_names if other is not draft and _defines(doc, other, draft)]
        reason = "defined in brackets"
        if not fits:
            letters = draft.name.replace(".", "").upper()
            fits = [
                other
                for other in long_names
                if other is not draft
                and (
                    letters in organisation_names.initials(other.name)
                    or organisation_names.opens_words(draft.name, other.name)
                )
            ]
            fits = [other for other in fits if not countries.country_name(draft.name)]
            reason = "its initials"
        if len(fits) > 1:
            fits = [other for other in fits if other.start < draft.start]
        if len(fits) == 1:
            _merge(fits[0], draft, f"{draft.name!r} is {fits[0].name!r}: {reason}")
            drafts.remove(draft)
    return drafts


def _defines(doc: Doc, long: Draft, short: Draft) -> bool:
    """Whether ``short`` stands in brackets straight after ``long``."""
    if long.type != "organisation" and not organisation_names.may_abbreviate(short.name, long.name):
        return False
    ends = {span.end for span in long.names}
    return any(span.start >= 2 and doc[span.start - 1].text == "(" and span.start - 1 in ends for span in short.names)


def _join_short_forms(drafts: list[Draft]) -> list[Draft]:
    kept = sorted(drafts, key=lambda draft: (-len(draft.name.split()), draft.start))
    for draft in list(reversed(kept)):
        if draft.type == "person" or not draft.names:
            continue
        first, last = set(words_of(draft.name)[:1]), set(words_of(draft.name)[-1:])
        near = [other for other in kept if other is not draft and other.type == draft.type]
        near = [other for other in near if not (first | last).isdisjoint(_opening_words(other.name))]
        fits = [other for other in near if _short(other, draft)]
        if len(fits) > 1:
            fits = [other for other in fits if other.start < draft.start]
        if len(fits) == 1:
            reason = _short(fits[0], draft)
            _merge(fits[0], draft, f"{draft.name!r} is {fits[0].name!r}: {reason}")
            kept.remove(draft)
    return kept


def _opening_words(name: str) -> tuple[str, ...]:
    """The words of a name, and what the members of a party are called."""
    words = words_of(name)
    if len(words) == 1:
        return words[0], words[0].removesuffix("s")
    return (*words, *organisation_names.party_members(words[-2])) if words[1:] and words[-1] == "party" else words


def _short(long: Draft, short: Draft) -> str | None:
    if (entry := countries.country_name(short.name)) is not None and entry.form != "capital":
        return None
    if organisation_names.generic_head(long.name, short.name):
        return "the only body of that kind"
    if _is_member(long, short):
        return "one of them"
    if short.type == "place" and _ends_state(long.name, short.name):
        return "last word of the state's name"
    if short.type == "place" and long.start < short.start and _is_kind_of_place(long.name, short):
        return "the only place of that kind"
    if _is_sister(long, short) or _is_abroad(long, short):
        return None
    reason = _short_body(long.name, short.name) if long.type == "organisation" else None
    return reason or organisation_names.short_form(long.name, short.name)


def _is_sister(long: Draft, short: Draft) -> bool:
    """Whether the longer name is another body's: "Aal Industries" beside the known "Aal", a club beside its firm."""
    if is_known_body(short.name) and words_of(long.name)[-1] == "industries":
        return True
    before = (span.doc[span.start - 1].lower_ for span in short.names if span.start)
    return _is_club_part(long.name, short.name) and not _FIRMS.isdisjoint(before)


def _is_abroad(long: Draft, short: Draft) -> bool:
    """Whether a party is told of in a state before that of another state is named: not "Labor" of "Aalian Labor"."""
    if words_of(short.name)[-1] != "party" or short.start > long.start:
        return False
    home = organisation_names.state_in_front(long.name)
    sentence = min(short.names, key=lambda span: span.start).sent
    told = (sentence.doc[token.i + 1].text for token in sentence[:-1] if token.lower_ == "in")
    states = {entry.country for word in told if (entry := countries.country_name(word)) and entry.form == "name"}
    return bool(home) and bool(states - {home})


def _is_member(long: Draft, short: Draft) -> bool:
    """Whether "Aali" before a noun goes with the movement of the "Aalis" ("Aali fighters")."""
    if long.type != "organisation" or long.name != f"{short.name}s" or is_known_body(short.name):
        return False
    return all(span.root.dep_ in ("compound", "amod", "nmod") for span in short.names)


def _ends_state(long: str, short: str) -> bool:
    """Whether a word that is no state's own name, as "Congo", ends the name of a state."""
    if short not in lexicon.word_set("ends-of-states") or not long.endswith(f" {short}"):
        return False
    entry = countries.country_name(long)
    return entry is not None and entry.form == "name"


def _is_kind_of_place(long: str, short: Draft) -> bool:
    """Whether "the Gulf" is short for the "Gulf of Aalia", "the Valley" for "Aal Valley": always with "the"."""
    words, kind = words_of(long), words_of(short.name)
    heads = (words[:1], words[-1:]) if words[1:2] == ("of",) else (words[-1:],)
    if kind not in heads or len(words) == 1 or kind[0] not in lexicon.words("place_words.txt"):
        return False
    return all(span.start and span.doc[span.start - 1].lower_ == "the" for span in short.names)


def _short_body(long: str, short: str) -> str | None:
    if organisation_names.company_head(long, short) and not (is_known_body(short) and _is_branch(long)):
        return "opening words of the full name"
    if _is_club_part(long, short):
        return "part of the club's name"
    if is_known_body(short):
        return "last word of the full name" if organisation_names.is_company(long) and _is_tail(long, short) else None
    if organisation_names.firm_of_two(long, short):
        return "first word of the full name"
    return "last word of the full name" if _is_tail(long, short) else None


def _is_branch(long: str) -> bool:
    """Whether the last word is a line of business that a larger body may have beside others ("Aal Pictures")."""
    return words_of(long)[-1] in lexicon.word_set("branches") | lexicon.word_set("businesses")


def _is_tail(long: str, short: str) -> bool:
    """Whether "Telekom" is "Deutsche Telekom": a word for a kind of body is not enough."""
    words = long.split()[:-1] if organisation_names.is_company(long) else long.split()
    small = lexicon.word_set("small")
    if len(words) not in (2, 3) or words[-1] != short or len(short) < 4:
        return False
    if any(word in small or not word.isalpha() for word in words):
        return False
    return short.casefold() not in lexicon.words("organisation_words.txt")


def _is_club_part(long: str, short: str) -> bool:
    """Whether "Bekstadt" is "Dynamo Bekstadt" or "Bekstadt United" where it is the name of a body."""
    words = long.split()
    if words[-1] in lexicon.word_set("club-tails") and " ".join(words[:-1]) == short:
        return True
    return len(words) == 2 and short in words and not lexicon.words("club_words.txt").isdisjoint(words)


def _merge(into: Draft, other: Draft, reason: str) -> None:
    into.mentions.extend(other.mentions)
    into.reasons.extend([reason, *other.reasons])


def _describe(draft: Draft) -> None:
    counts: dict[str, int] = {}
    for span, form in draft.mentions:
        if form == "name":
            counts[span.label_] = counts.get(span.label_, 0) + 1
    if counts:
        fullest = min(draft.names, key=lambda span: (-len(span.text), span.start)).label_
        draft.type = max(sorted(counts), key=lambda kind: (counts[kind], kind == fullest))
    entry = countries.country_name(draft.name)
    if entry is not None and entry.form in ("name", "demonym") and entry.country:
        texts = {shown(span) for span in draft.names}
        draft.title = entry.country if not texts or entry.country in texts else draft.name
