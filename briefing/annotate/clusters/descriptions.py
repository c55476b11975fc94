"""People by description: "the Russian president", "the minister", "a senior official at the ministry".

A description joins the only person whose role, in this document, has its noun, field and rank and whose country does
not differ; of several the one named last before it, if it was named in the same or the sentence before. A single
official who speaks without a name becomes an actor of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from briefing.annotate import lexicon
from briefing.annotate.clusters.entity_drafts import Draft
from briefing.annotate.roles import appositions, role_agreement, role_phrases
from briefing.annotate.roles.role_agreement import Office

_SPEECH = lexicon.word_set("speech")
_SOURCES = lexicon.word_set("sources")
_LONGEST = 14


@dataclass(slots=True)
class _Person:
    draft: Draft
    offices: list[Office] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    """All words of its roles: "army" of "army chief"."""
    words: set[int] = field(default_factory=set)
    """Tokens of role phrases beside the names."""


def person_nouns(doc: Doc, words: Sequence[str], taken: set[int]) -> Iterator[Token]:
    """Single people named by a noun only: the heads of their phrases. ``words`` are the tokens in lower case."""
    nouns = lexicon.phrases("role_words.tsv")
    for token in [doc[index] for index, word in enumerate(words) if word in nouns and index not in taken]:
        if token.tag_ in ("NN", "NNP") and token.i + 1 not in taken and not _is_part(token):
            yield token


def _is_part(token: Token) -> bool:
    """Whether the noun belongs to a longer phrase: a compound, an apposition, what somebody is said to be."""
    return token.dep_ in ("compound", "appos", "attr") or (token.head.dep_ == "appos" and token.head.pos_ == "PROPN")


def link_descriptions(doc: Doc, people: Sequence[Draft], nouns: Sequence[Token]) -> list[Draft]:
    """Add descriptions to the drafts they stand for; the drafts of unnamed officials are returned."""
    taken = {index for draft in people for span in draft.names for index in range(span.start, span.end)}
    known = [_with_roles(doc, draft, taken) for draft in people]
    unnamed: dict[str, Draft] = {}
    beside = {index for person in known for index in person.words}
    names = {span.start for draft in people for span in draft.names}
    for head in (noun for noun in nouns if noun.i not in beside and not _announces(doc, noun, names)):
        person = _described(doc, head, known)
        if person is not None:
            person.draft.add(_phrase(doc, head), "nominal", f"{_phrase(doc, head).text!r}: the role it is given")
        elif _speaks_unnamed(head) and len(span := _whole(doc, head)) > 2:
            name = " ".join(token.text for token in span if token.i > span.start or token.tag_ != "DT")
            draft = unnamed.setdefault(name.casefold(), Draft("person", named=False, title=_one_line(doc, span)))
            draft.add(span, "nominal")
    return list(unnamed.values())


def _announces(doc: Doc, head: Token, names: set[int]) -> bool:
    """Whether a name follows that the noun introduces: "the prosecutor, Ann Aal", "Ambassador to Bekland Ann Aal".

    Behind a second person ("a lawyer for the captain, Ann Aal") the name is that one's.
    """
    for token in doc[head.i + 1 : head.i + 7]:
        if token.i in names:
            return True
        if token.tag_ not in ("IN", "TO", "DT", "NNP", "NNPS", "NN", "JJ", ","):
            return False
        if token.text == "," and token.i > head.i + 1:
            return token.i + 1 in names and not role_phrases.is_role_word(token.nbor(-1))
    return False


def _one_line(doc: Doc, span: Span) -> str:
    start = span.start + (span[0].tag_ == "DT")
    return " ".join(doc[start : span.end].text.split())


def _with_roles(doc: Doc, draft: Draft, taken: set[int]) -> _Person:
    person = _Person(draft)
    for name in draft.names:
        found = (
            role_phrases.before(doc, name, taken),
            appositions.announced(doc, name, taken),
            appositions.behind(doc, name, taken),
        )
        for role in (role for role in found if role is not None):
            country = role_phrases.country_in(role)
            if country is not None:
                person.countries.add(country)
            person.words.update(range(role.start, role.end))
            person.offices.append(role_agreement.held_as(role))
            person.fields.update(token.lower_ for token in role)
    return person


def _described(doc: Doc, head: Token, known: Sequence[_Person]) -> _Person | None:
    phrase = _phrase(doc, head)
    country = role_phrases.country_in(phrase)
    definite = any(token.lower_ in ("the", "that", "this") for token in head.children)
    if not definite and (country is None or any(token.tag_ == "DT" for token in head.children)):
        return None
    if any(child.dep_ == "prep" and child.lower_ == "of" and country is None for child in head.children):
        return None
    fields = {token.lower_ for token in phrase if token.dep_ == "compound" and token.head == head} - {country}
    wanted = role_agreement.described_as(head)
    fits = [
        person
        for person in known
        if any(role_agreement.agrees(wanted, held) for held in person.offices) and _same_country(person, country)
    ]
    fits = [person for person in fits if country is not None or fields <= person.fields]
    if len(fits) == 1:
        return fits[0]
    return _last_named(head, fits)


def _same_country(person: _Person, country: str | None) -> bool:
    return country is None or country in person.countries


def _last_named(head: Token, fits: Sequence[_Person]) -> _Person | None:
    near = head.sent.start - 40
    ranked = sorted(
        (max((span.start for span, _ in person.draft.mentions if near <= span.start < head.i), default=-1), index)
        for index, person in enumerate(fits)
    )
    return fits[ranked[-1][1]] if ranked and ranked[-1][0] >= 0 else None


def _phrase(doc: Doc, head: Token) -> Span:
    """The noun with what stands before it."""
    start = min((child.left_edge.i for child in head.lefts if child.dep_ != "relcl"), default=head.i)
    return doc[max(start, head.sent.start) : head.i + 1]


def _speaks_unnamed(head: Token) -> bool:
    subject = head.dep_ == "nsubj" and head.head.lemma_ in _SPEECH
    quoted = head.dep_ == "pobj" and head.head.lower_ == "to" and head.head.head.lower_ == "according"
    if head.lower_ not in _SOURCES or not (subject or quoted):
        return False
    return any(child.tag_ == "DT" and child.lower_ in ("a", "an", "one", "another") for child in head.children)


def _whole(doc: Doc, head: Token) -> Span:
    """The phrase with the bodies it names, up to a comma, a clause or a verb."""
    start = _phrase(doc, head).start
    end = head.i + 1
    for child in head.rights:
        if child.dep_ != "prep" or child.i != end:
            break
        end = min(child.right_edge.i + 1, head.i + _LONGEST)
    for token in doc[head.i + 1 : end]:
        if token.is_punct or token.pos_ in ("VERB", "AUX") or token.tag_ in ("WP", "WDT"):
            end = token.i
            break
    return doc[start:end]
