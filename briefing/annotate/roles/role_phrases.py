"""Offices and descriptions beside a name: before it, behind it, or tied to it by "is".

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
_THEN = ("then", "formerly", "previously")
"""Before an office these words say that it is held no more: without them the phrase would be false."""
_ANYBODY = lexicon.word_set("anybody")
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
    span = _without_edges(doc, left, name.start)
    return span if span is not None and _is_title(span) else None


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


def behind(doc: Doc, name: Span, blocked: Set[int]) -> Span | None:
    """The description after a comma or in brackets: "Ann Aal, the minister of trade," or "Ann Aal (trade minister)"."""
    comma = name.end
    if comma >= len(doc) - 1 or doc[comma].text not in (",", "(", "–", "—", "-"):
        return None
    start = comma + 1
    while start < len(doc) and (doc[start].tag_ in ("DT", "PRP$", "RB") or doc[start].is_quote):
        start += 1
    head = _head_of_phrase(doc, start, blocked)
    if head is None or head.lower_ in _ANYBODY:
        return None
    first = comma + 1 if doc[comma + 1].lower_ in _THEN else unpraised(doc, start, head.i + 1)
    return doc[first : phrase_end(doc, head)]


def _head_of_phrase(doc: Doc, start: int, blocked: Set[int]) -> Token | None:
    """The role noun that closes the noun phrase beginning at ``start``: no verb, comma or person's name on the way."""
    found = None
    for token in doc[start : start + _LONGEST]:
        if token.i in blocked or (token.is_sent_start and token.i > start):
            break
        if token.tag_ not in _MODIFIERS and not is_role_word(token):
            break
        if is_role_word(token):
            found = token
        elif token.tag_ in ("NN", "NNS") and found is not None and token.i == found.i + 1:
            found = None
    return found if found is not None and _closes(doc, found) else None


def _closes(doc: Doc, head: Token) -> bool:
    """Whether the noun phrase ends with its head: what follows is a mark, a link or the end."""
    if head.i + 1 >= len(doc):
        return True
    following = doc[head.i + 1]
    return bool(
        following.is_punct
        or following.is_space
        or following.tag_ in ("IN", "TO", "CC", "WP", "WDT", "POS")
        or following.is_sent_start
    )


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
    if token.dep_ == "acl" and token.tag_ in ("VBG", "VBN"):
        return False  # «adviser to the mayor dealing with ports»
    if token.lower_ in ("and", "&"):
        return (
            index + 1 < len(doc)
            and doc[index + 1].tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ")
            and doc[index + 1].lower_ != "former"
        )
    return token.tag_ in _MODIFIERS | {"DT", "PRP$"}


def announced(doc: Doc, name: Span, blocked: Set[int]) -> Span | None:
    """The description that the name explains: "The trade minister, Ann Aal, said"."""
    if name.start < 2 or doc[name.start - 1].text != ",":
        return None
    comma = name.start - 1
    if name.end < len(doc) and doc[name.end].text not in (",", ".", ")", ";", "—", "–"):
        return None
    span = before(doc, doc[comma : comma + 1], blocked)
    if span is None or not (_has_article(doc, span) or _stands_bare(doc, span)):
        return None
    return span


def _stands_bare(doc: Doc, span: Span) -> bool:
    """One noun without an article, as papers of many countries write: «Arbek actress, Ann Aal, left»; no list."""
    opener = doc[span.start - 1] if span.start else None
    if span[-1].tag_ not in ("NN", "NNP") or is_plural(span[-1]):
        return False
    return (
        opener is None
        or span[0].is_sent_start is True
        or (opener.tag_ in ("IN", "VBD", "VBZ", "VBP") and opener.lower_ != "as")
    )


def _has_article(doc: Doc, span: Span) -> bool:
    opener = doc[span.start - 1] if span.start else None
    return (opener is not None and opener.tag_ in ("DT", "PRP$")) or any(token.tag_ == "POS" for token in span)


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
