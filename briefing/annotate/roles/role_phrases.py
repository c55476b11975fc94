"""Offices and descriptions straight before a name, and what all phrases for them have in common.

Words of one person's role never stick to another one: the walk to the left stops at other names, at "of" when a role
already stands between it and the name ("the father of North Korean leader Kim": "leader" is Kim's), and at a comma.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from spacy.tokens import Doc, Span, Token

from briefing.annotate import countries, lexicon

_LINKS = frozenset(["of", "for", "to", "at", "with", "in"])
_LONGEST = 12
_MODIFIERS = lexicon.word_set("modifiers")
_IN_CAPITALS = frozenset(("ceo", "cfo", "coo", "cto", "mep", "msp"))
_STATES = lexicon.word_set("states")
_NO_MODIFIERS = lexicon.word_set("no-modifiers")
_ADDRESS_ONLY = lexicon.word_set("address-only")
_PLAIN_ADDRESS = lexicon.word_set("plain-address")


@cache
def _role_words() -> frozenset[str]:
    return lexicon.phrases("role_words.tsv")


@cache
def _addresses() -> frozenset[str]:
    return frozenset(word for word in lexicon.phrases("honorifics.tsv") if word.casefold() not in _PLAIN_ADDRESS)


def is_role_word(token: Token) -> bool:
    """Whether a word says what a person is: a listed noun, alone or as the end of a compound ("ex-minister")."""
    lower = token.lower_
    if token.is_upper and len(lower) > 2 and lower not in _IN_CAPITALS and not _in_shouted_line(token):
        return False
    if lower in _role_words() or token.lemma_.lower() in _role_words() or token.text in _addresses():
        return token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text[0].isupper() or is_taken_for_verb(token)
    if lower == "elect" and token.i > 1 and token.nbor(-1).text == "-":
        return token.nbor(-2).lower_ in _role_words()
    return "-" in lower and lower.rsplit("-", 1)[1] in _role_words() | {"elect"}


def is_taken_for_verb(token: Token) -> bool:
    """Whether a noun was tagged as a verb: «Harbour Board head Maria Ondal», where a verb would end in "-s"."""
    if token.tag_ not in ("VB", "VBP") or not 0 < token.i < len(token.doc) - 1:
        return False
    return token.nbor(-1).tag_ == "NNP" and token.nbor(1).ent_type_ == "PERSON"


def _in_shouted_line(token: Token) -> bool:
    """Whether a neighbour is in capitals too: "SECRETARY OF STATE", but not "MAN Aalbau"."""
    around = [token.doc[index] for index in (token.i - 1, token.i + 1) if 0 <= index < len(token.doc)]
    return any(other.is_upper and other.is_alpha and len(other) > 1 for other in around)


def is_modifier(token: Token) -> bool:
    """Whether a word may stand before the noun of a role."""
    return token.tag_ in _MODIFIERS


def heads(role: Span) -> frozenset[str]:
    """The nouns that a role phrase is about, in lower case: the last before "of", and those joined to it by "and"."""
    end = next((token.i for token in role if token.lower_ in _LINKS and token.i > role.start), role.end)
    part = role.doc[role.start : end]
    return frozenset(
        token.lower_
        for token in part
        if is_role_word(token) and (token.i == end - 1 or role.doc[token.i + 1].lower_ in ("and", "&", ","))
    )


def is_plural(token: Token) -> bool:
    """Whether a role word stands for several people ("Presidents Aal and Bek")."""
    return token.tag_ in ("NNS", "NNPS") or (token.lower_.endswith("s") and token.lower_[:-1] in _role_words())


def before(doc: Doc, name: Span, blocked: Set[int]) -> Span | None:
    """The role words straight before a name; ``blocked`` are the tokens of people's names."""
    floor = max(name.sent.start, name.start - _LONGEST)
    left = name.start
    has_role = False
    while left > floor and (left - 1) not in blocked:
        token = doc[left - 1]
        hyphened = left < name.start and doc[left].tag_ == "HYPH"
        if not hyphened and not _belongs_before(token, has_role=has_role, last=left == name.start):
            break
        if token.lower_ in ("and", "&") and (is_plural(doc[left - 2]) or not is_role_word(doc[left - 2])):
            break
        has_role = has_role or is_role_word(token)
        left -= 1
    if not has_role:
        return None
    span = _without_edges(doc, _behind_clause_noun(name, left), name.start)
    return span if span is not None and _is_title(span) else None


def _behind_clause_noun(name: Span, left: int) -> int:
    """Where the words of the bearer begin in a clause without "that": «the bill President Aal signed»."""
    verb = name.root.head
    noun = verb.head.i if name.root.dep_ == "nsubj" and verb.dep_ == "relcl" else -1
    return noun + 1 if left <= noun < name.start - 1 else left


def _belongs_before(token: Token, *, has_role: bool, last: bool) -> bool:
    if token.is_space or token.is_quote or token.ent_type_ in ("DATE", "TIME"):
        return False
    if token.lower_ in ("of", "for"):
        return not has_role and not last
    if token.lower_ in ("and", "&"):
        return has_role
    if token.tag_ in _MODIFIERS:
        return token.lower_ not in _NO_MODIFIERS
    office = is_role_word(token) and (not last or is_taken_for_verb(token))
    return office or token.text in _addresses()


def _without_edges(doc: Doc, start: int, end: int) -> Span | None:
    """The phrase without linking words, forms of address and marks at its ends."""
    while end > start and doc[end - 1].tag_ in ("POS", "HYPH"):
        end -= 1
    while end - start > 1 and doc[end - 1].text in _ADDRESS_ONLY:
        end -= 1
    start = _from_country(doc, _from_phrase(doc, start, end), end)
    return doc[start:end] if start < end else None


def _from_phrase(doc: Doc, start: int, end: int) -> int:
    """Where the phrase starts: behind an "and" that ties no role, a verb with its subject, links and participles."""
    for index in range(start, end):
        if doc[index].lower_ in ("and", "&") and not any(is_role_word(token) for token in doc[start:index]):
            start = index + 1
        elif index > start and doc[index].tag_ == "VBG" and doc[index - 1].tag_ in ("NN", "NNS"):
            start = index if doc[index].lower_ in _STATES else min(index + 1, end - 1)
    while start < end and (doc[start].lower_ in ("and", "&", "of", "for") or doc[start].tag_ in ("POS", "HYPH")):
        start += 1
    while end - start > 1 and doc[start].tag_ in ("VBN", "VBG", "CD") and doc[start].lower_ not in _STATES:
        start += 1
    return unpraised(doc, start, end)


def unpraised(doc: Doc, start: int, end: int) -> int:
    """Where a phrase starts without the words that only praise or blame («legendary producer»)."""
    while end - start > 1 and doc[start].lower_ in praise():
        start += 1
    return start


def praise() -> frozenset[str]:
    """Adjectives that say what somebody thinks of a person, not what the person is."""
    return lexicon.words("praise.txt")


def _from_country(doc: Doc, start: int, end: int) -> int:
    """Where the phrase starts: at its first country, unless only adjectives ("former") stand before it."""
    for index in range(start + 1, end):
        found = countries.country_name(doc[index].text) or countries.country_name(doc[index : index + 2].text)
        if found is not None:
            plain = all(
                doc[before].tag_.startswith(("JJ", "RB")) or doc[before].lower_ in _STATES
                for before in range(start, index)
            )
            return start if plain else index
    return start


def _is_title(span: Span) -> bool:
    """Whether the last noun of the phrase (before "of") is a role word: "foreign minister", "secretary of state"."""
    head = next((token for token in span if token.lower_ in ("of", "for")), None)
    last = span.doc[head.i - 1] if head is not None and head.i > span.start else span[-1]
    return is_role_word(last)


def phrase_end(doc: Doc, head: Token) -> int:
    """Where the phrase of ``head`` ends: with the body or field it links to, before a comma, clause or verb."""
    end = head.i + 1
    while end < len(doc) - 1 and doc[end].lower_ in _LINKS and end - head.i < _LONGEST:
        stop = end + 1
        while stop < len(doc) and stop - end <= _LONGEST and _belongs_behind(doc, stop):
            stop += 1
        if stop == end + 1 or not any(token.pos_ in ("NOUN", "PROPN") for token in doc[end:stop]):
            break
        end = stop
    return end


def _belongs_behind(doc: Doc, index: int) -> bool:
    """Whether a word goes on with "of the ...": "and" only before another noun, not before a second description."""
    token = doc[index]
    if (token.dep_ == "acl" and token.tag_ in ("VBG", "VBN")) or _opens_clause(token):
        return False  # «adviser to the mayor dealing with ports»
    if token.lower_ in ("and", "&"):
        return (
            index + 1 < len(doc)
            and doc[index + 1].tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ")
            and doc[index + 1].lower_ != "former"
        )
    return token.tag_ in _MODIFIERS | {"DT", "PRP$"}


def _opens_clause(token: Token) -> bool:
    """Whether a name begins a clause without "that": «head of the firm Aal founded», not «wife of the actor Aal»."""
    person = token.ent_type_ == "PERSON" and token.nbor(-1).tag_ == "NN" and not is_role_word(token.nbor(-1))
    return person or token.dep_ in ("nsubj", "nsubjpass")


def is_kinship(role: Span) -> bool:
    """Whether the role ties a person to another person ("father of", "friend of"): no body is in it."""
    kinds = lexicon.column("role_words.tsv", 2)
    head = next((token for token in role if kinds.get(token.lower_)), None)
    return (
        head is not None and kinds[head.lower_] == "kin" and head.lower_ not in ("counterpart", "colleague", "deputy")
    )


def country_in(span: Span) -> str | None:
    """The first state that the words of a role name."""
    for token in span:
        found = countries.country_name(token.text)
        if found is not None and found.country:
            return found.country
    return None
