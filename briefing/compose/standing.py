"""Standing alone: words that point outside their passage are named in brackets, or the passage is not used.

Rules, in the order they are tried on every word of a cut:

* a pronoun whose antecedent stands in the same cut needs nothing;
* a pronoun that the document plainly resolves to a named entity gives way to the name: ``[Radek Orlan]``;
* a description that resolves to a named entity keeps its words and gains the name: ``The minister [Lucia Farrant]``;
* any other pronoun, demonstrative or bare definite description that an earlier sentence introduced dangles, unless
  the reader has met its noun before (headline, earlier passages);
* a connective at the start ("But", "Meanwhile,") is cut off and the next letter raised: ``[T]he``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from briefing.annotate import layers
from briefing.compose import wordlists
from briefing.compose.antecedents import (
    NEUTRAL,
    PERSONAL,
    PLURAL,
    Antecedents,
    has_antecedent,
    is_empty_it,
    speaks_for_another,
)
from briefing.compose.clauses import SUBJECTS
from briefing.compose.connectives import is_echo, starts, without_connective
from briefing.compose.documents import Document
from briefing.compose.passages import Cut, Insertion
from briefing.compose.time_pointers import dates_clause, hangs_on_time, has_time, is_time

SPEAKER = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "myself", "ourselves", "you", "your"})
POINTING = frozenset({"this", "that", "these", "those", "such"})
PAIRED = frozenset({"both", "other", "another", "same"})
MARK = re.compile("``|''|[“”«»\"]")
OPENING, CLOSING = frozenset({"``", "“", "«"}), frozenset({"''", "”", "»"})
ONE_OF_TWO = frozenset({"latter", "former"})
NAMED_TYPES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
MODIFIERS = frozenset({"amod", "compound", "poss", "prep", "relcl", "acl", "appos", "nmod"})
ANSWERED = wordlists.words("answered")
FAR_IN = 6
"""Words before "such acts" from which they are most often those that the sentence tells itself."""
KNOWN = wordlists.words("known")
"""Nouns that a definite article may stand before without an introduction."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the reader has met before the passage."""

    nouns: frozenset[str] = frozenset()
    """Lemmas of the headline and of earlier passages."""

    def plus(self, found: Cut) -> Known:
        """What the reader knows after one more passage."""
        return Known(self.nouns | nouns_of(found.span))


def nouns_of(span: Span | Doc) -> frozenset[str]:
    """Lemmas of the nouns of a span."""
    return frozenset(token.lemma_.casefold() for token in span if token.pos_ in {"NOUN", "PROPN"})


class Standing:
    """Makes cuts of one document stand alone; ``name_of`` gives the brief's name of an entity, if it has one.

    ``dated`` cuts are shown under their date: "that day" and "two days later" need nothing else.
    """

    def __init__(
        self,
        document: Document,
        name_of: Callable[[str], str | None] = lambda entity: None,
        expansions: Mapping[str, str] | None = None,
        *,
        dated: bool = False,
    ) -> None:
        self._dated = dated
        self._expansions = dict(expansions or {})
        self._document = document
        self._name_of = name_of
        self._antecedents = Antecedents(document.doc)
        self._mention_at: dict[int, Span] = {}
        for mention in layers.spans(document.doc, layers.MENTIONS):
            for token in mention:
                self._mention_at.setdefault(token.i, mention)

    def alone(self, found: Cut, known: Known = Known()) -> Cut | None:
        """The cut with what it needs in brackets; None if something in it points outside and cannot be named."""
        found = without_connective(found)
        insertions = list[Insertion]()
        if not _balanced(found.span):
            return None
        for token in found.span:
            verdict = self._judge(token, found.span, known)
            if verdict is None:
                return None
            insertions += verdict
        return raised(found.with_insertions(_once(insertions)))

    def fragment(self, found: Cut) -> Cut:
        """A part of a sentence with its pronouns named where the document knows them, for use side by side."""
        bare = without_connective(found)
        found = found if bare == found else raised(bare)
        insertions = list[Insertion]()
        for token in found.span:
            if token.lower_ in PERSONAL | NEUTRAL | PLURAL:
                insertions += self._pronoun(token, found.span) or []
        return found.with_insertions(_once(insertions))

    def _judge(self, token: Token, span: Span, known: Known) -> list[Insertion] | None:
        """What the word needs: nothing, an insertion, or None where it dangles."""
        if token.text in self._expansions:
            return self._spelt_out(token, span, known)
        word = token.lower_
        if word in PERSONAL | NEUTRAL | PLURAL and token.pos_ in {"PRON", "DET"}:
            return self._pronoun(token, span)
        if word in SPEAKER and token.tag_ in {"PRP", "PRP$"}:
            return [] if _in_marks(token, span) else None
        if word in POINTING and token.dep_ not in {"mark", "predet"} and token.tag_ not in {"WDT", "IN", "RB"}:
            return [] if self._pointing(token, span, known) else None
        if word == "the" and token.dep_ == "det":
            return self._definite(token.head, span, known)
        return None if self._hangs(token, span) else []

    def _hangs(self, token: Token, span: Span) -> bool:
        """True for a word that says nothing without the sentence before: "both", "the latter", "there", "so did"."""
        word = token.lower_
        if word in PAIRED and token.dep_ in {"det", "amod", "predet", *SUBJECTS} and starts(token, span):
            return True
        if word in ONE_OF_TWO and token.dep_ in SUBJECTS:
            return True
        if is_echo(token, span) or (not self._dated and hangs_on_time(token, span)):
            return True
        return word == "there" and token.tag_ == "RB" and not _has_place(token, span)

    def _spelt_out(self, token: Token, span: Span, known: Known) -> list[Insertion]:
        """The words of a short form, where neither the cut nor the reader has them yet."""
        words = self._expansions[token.text]
        if words.casefold() in span.text.casefold() or token.lemma_.casefold() in known.nouns:
            return []
        end = token.idx + len(token)
        return [Insertion(end, end, words)]

    def _pronoun(self, token: Token, span: Span) -> list[Insertion] | None:
        """A pronoun: its antecedent in the cut, its name in brackets, or None."""
        if is_empty_it(token):
            return []
        mention = self._mention_at.get(token.i)
        entity = self._antecedents.entity_of(mention) if mention is not None and len(mention) == 1 else None
        if entity is None:
            return [] if has_antecedent(token, span) else None
        inside = [one for one in entity.mentions if one.kb_id_ != "pronoun" and _inside(one, span)]
        if inside:
            return None if token.dep_ in SUBJECTS and all(_is_below(one.root, token.head) for one in inside) else []
        rivals = self._antecedents.rivals(token, entity, span)
        if rivals:
            return None if any(map(speaks_for_another, rivals)) else []
        name = self._shown(entity) if self._antecedents.is_plain(token, entity) else None
        if name is None:
            return None
        possessive = token.tag_ == "PRP$" or token.dep_ == "poss"
        return [Insertion(token.idx, token.idx + len(token), name + _genitive(name) if possessive else name)]

    def _definite(self, head: Token, span: Span, known: Known) -> list[Insertion] | None:
        """A noun after "the": introduced in the cut, known to the reader, told apart by its own words, or named."""
        mention = self._mention_at.get(head.i)
        if mention is not None and mention.kb_id_ == "nominal":
            entity = self._antecedents.entity_of(mention)
            if entity is not None and entity.named:
                if any(one.kb_id_ == "name" and _inside(one, span) for one in entity.mentions):
                    return []
                name = self._shown(entity)
                end = mention.end_char
                if name is not None and name.casefold() in mention.text.casefold():
                    return []
                return None if name is None else [Insertion(end, end, name)]
        lemma = head.lemma_.casefold()
        own_words = any(child.dep_ in MODIFIERS for child in head.children) or _is_named(head)
        if own_words or lemma in KNOWN or lemma in known.nouns or _before(head, span, lemma):
            return []
        return None if lemma in ANSWERED or self._introduced(lemma, span.start) else []

    def _pointing(self, token: Token, span: Span, known: Known) -> bool:
        """True if "this visit" has its noun earlier in the cut or in what the reader knows.

        "Those responsible", "those who asked" and "such as" point at nothing.
        """
        if _says_which(token):
            return True
        if token.lower_ == "such" and token.i - span.start >= FAR_IN:
            return True
        if token.dep_ != "det" or token.head == token:
            return _in_marks(token, span) and not starts(token, span)
        lemma = token.head.lemma_.casefold()
        if is_time(token.head):
            return token.lower_ != "that" or self._dated or has_time(token, span) or not dates_clause(token.head)
        return _before(token, span, lemma) or lemma in known.nouns

    def _introduced(self, lemma: str, before: int) -> bool:
        """True if an earlier sentence of the document has the noun."""
        return any(
            token.lemma_.casefold() == lemma and token.pos_ in {"NOUN", "PROPN", "VERB"}
            for token in self._document.doc[:before]
        )

    def _shown(self, entity: layers.Entity) -> str | None:
        """The name put in brackets; None for an actor known by a description only."""
        return (self._name_of(entity.id) or entity.name) if entity.named else None


def _is_below(named: Token, verb: Token) -> bool:
    """True for a name behind a verb, in what hangs on it: its subject "he" is somebody else."""
    return named.i > verb.i and verb.is_ancestor(named)


def speaks(span: Span) -> bool:
    """True if "I", "we" or "you" stands outside quotation marks: the source speaks itself, to its readers."""
    return any(
        token.lower_ in SPEAKER and token.tag_ in {"PRP", "PRP$"} and not _in_marks(token, span) for token in span
    )


def _says_which(token: Token) -> bool:
    """True for "those" with words of its own, and for "such as"."""
    if token.lower_ == "such":
        return token.i + 1 < len(token.doc) and token.nbor().lower_ == "as"
    return token.lower_ == "those" and any(child.dep_ in MODIFIERS for child in token.rights)


def _has_place(token: Token, span: Span) -> bool:
    """True if a place is named before "there"."""
    return any(other.ent_type_ in {"GPE", "LOC", "FAC", "ORG"} for other in span.doc[span.start : token.i])


def _is_named(head: Token) -> bool:
    """True for a name, a date or a sum; "the three workers" is none of them."""
    return head.pos_ == "PROPN" or head.ent_type_ not in {"", "CARDINAL", "ORDINAL"}


def _once(found: list[Insertion]) -> list[Insertion]:
    """Only the first insertion of a name: after it the reader knows whom the pronouns mean."""
    kept: dict[str, Insertion] = {}
    for one in found:
        kept.setdefault(one.text.removesuffix("’s").removesuffix("’"), one)
    return list(kept.values())


def _balanced(span: Span) -> bool:
    """True if every quotation mark that opens in the span closes in it; pages mix “curled" and straight ones."""
    opened = False
    for mark in MARK.findall(span.text):
        if (mark in OPENING and opened) or (mark in CLOSING and not opened):
            return False
        opened = not opened
    return not opened


def raised(found: Cut) -> Cut:
    """The cut with a capital at its start, in brackets where the source has a small letter; "eBay" stays."""
    letter, following = found.document.article.text[found.start], found.document.article.text[found.start + 1 :][:1]
    if not letter.islower() or following.isupper() or any(one.start == found.start for one in found.insertions):
        return found
    return found.with_insertions([Insertion(found.start, found.start + 1, letter.upper())])


def _genitive(name: str) -> str:
    return "’" if name.endswith("s") else "’s"


def _inside(mention: Span, span: Span) -> bool:
    return bool(span.start <= mention.start and mention.end <= span.end)


def _before(token: Token, span: Span, lemma: str) -> bool:
    return any(
        other.lemma_.casefold() == lemma and other.pos_ in {"NOUN", "PROPN"} for other in span.doc[span.start : token.i]
    ) and not starts(token, span)


def _in_marks(token: Token, span: Span) -> bool:
    """True if the word stands between quotation marks of the cut."""
    opened = 0
    for other in span.doc[span.start : token.i]:
        if other.text == '"':
            opened = 1 - opened
        elif other.text in {"“", "``"}:
            opened = 1
        elif other.text in {"”", "''"}:
            opened = 0
    return opened > 0
