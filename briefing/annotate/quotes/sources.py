"""Who a cue belongs to: the words that name the source, by syntax first and by order where the parse fails."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Span, Token

from briefing.annotate import lexicon
from briefing.annotate.quotes import cues

SUBJECTS = ("nsubj",)
CLIMB = ("conj", "xcomp", "advcl", "pcomp", "aux", "ccomp")
RELATIVE = ("who", "which", "that", "whom")
AFTER_HEAD = ("case", "relcl", "acl", "advcl", "ccomp", "parataxis", "punct", "cc", "conj")
MAKING = ("make", "force", "lead", "prompt", "push", "compel", "drive", "cause", "help", "allow", "enable", "oblige")
"""Verbs whose object does what the infinitive behind it says."""
DASHES = ("—", "–", "―", "--")
_SUBSTANCES = lexicon.word_set("in-names-only")
"""Words that end the names of companies ("Aal Oil") and say nothing alone: «the oil was disappearing»."""
_BRACKETED = 6
"""Tokens between a bracket and its last word at most, where a party and a seat are meant."""


class Source(NamedTuple):
    """The words that name a source and their head."""

    span: Span
    head: Token


def of_verb(verb: Token, quoted: frozenset[int], depth: int = 0) -> Source | None:
    """The source of a cue verb: its subject, its agent, or the subject of the verb it hangs on."""
    own = _own_subject(verb, quoted)
    if own is not None:
        return _antecedent(own, verb, quoted) if depth or not _is_aside(verb, own) else None
    agent = _agent(verb)
    if agent is not None:
        return phrase(agent, quoted)
    if depth > 4 or _is_passive(verb):
        return None  # "they were advised to", "when asked": nobody is named
    told = _quoted_by(verb, quoted) or _done_to(verb) or _made_to(verb)
    if told is not None:
        return phrase(told, quoted)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return _of_noun(verb.head, quoted, depth)
    if _is_stranded(verb):
        return phrase(_topmost(verb.head.head), quoted)
    if verb.dep_ in CLIMB and verb.head.i not in quoted and verb.head != verb:
        return of_verb(_verb_above(verb), quoted, depth + 1)
    return None


def _is_passive(verb: Token) -> bool:
    """A passive, or a participle behind "when" that stands for one."""
    if any(child.dep_ == "auxpass" for child in verb.lefts):
        return True
    return (
        verb.dep_ == "advcl"
        and verb.tag_ in ("VBN", "VBD")
        and any(child.lower_ in ("when", "if", "as") for child in verb.lefts)
    )


def _done_to(verb: Token) -> Token | None:
    """Whom something is done to: «after saying so, she was taken home», «they blamed her for saying so»."""
    if verb.dep_ != "pcomp":
        return None
    above = verb.head.head
    blamed = next((child for child in above.children if child.dep_ == "dobj" and above.i < child.i < verb.i), None)
    if verb.head.lower_ == "for" and blamed is not None:
        return blamed
    return next((child for child in _verb_above(verb).lefts if child.dep_ == "nsubjpass"), None)


def _made_to(verb: Token) -> Token | None:
    """Whom somebody makes say something: «they forced the mayor to admit that»."""
    if verb.dep_ not in ("xcomp", "ccomp") or verb.head.lemma_ not in MAKING:
        return None
    return next((child for child in verb.head.rights if child.dep_ in ("dobj", "dative") and child.i < verb.i), None)


def _is_aside(verb: Token, subject: Token) -> bool:
    """A participle behind a comma, taken for a verb: in «Ondal, asked whether she would stay, laughed» others asked."""
    behind = verb.doc[subject.i + 1 : verb.i]
    set_off = len(behind) > 0 and behind[-1].text == "," and all(t.ent_type_ == "DATE" for t in behind[:-1])
    return set_off and verb.tag_ in ("VBD", "VBN") and any(child.dep_ in ("ccomp", "xcomp") for child in verb.rights)


def _is_stranded(verb: Token) -> bool:
    """A verb without a subject that the parser hung into a relative clause: «the owner of a ferry that sank said»."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") and verb.dep_ in ("advcl", "ccomp", "dep")
    marked = any(child.dep_ == "mark" for child in verb.lefts)
    return finite and not marked and verb.head.dep_ == "relcl" and verb.head.i < verb.i


def _topmost(noun: Token) -> Token:
    """The noun that a phrase with "of" belongs to."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head.head
    return noun


def _quoted_by(verb: Token, quoted: frozenset[int]) -> Token | None:
    """Whom others quote: «state media quoted Kim as saying» is Kim's."""
    above = verb.head.head if verb.head.lower_ == "as" else verb.head
    if verb.dep_ not in ("pcomp", "advcl", "acl", "xcomp") or above.lemma_ not in ("quote", "cite"):
        return None
    return next((child for child in above.rights if child.dep_ == "dobj" and child.i not in quoted), None)


def _of_noun(noun: Token, quoted: frozenset[int], depth: int) -> Source | None:
    """Who a noun with a participle stands for: "issued a statement calling" is whoever issued it."""
    above = noun.head
    if cues.noun_frames(noun) and noun.dep_ in ("dobj", "pobj") and above != noun:
        while above.dep_ == "prep" or above.pos_ == "NOUN":
            if above.head == above:
                return None
            above = above.head
        return of_verb(above, quoted, depth + 1)
    return phrase(noun, quoted) if noun.pos_ in ("NOUN", "PROPN", "PRON") else None


def _verb_above(verb: Token) -> Token:
    """The verb that a participle, infinitive or second verb hangs on ("by saying" hangs on what "by" hangs on)."""
    above = verb.head
    if _is_free(verb) and above.dep_ == "advcl" and any(child.dep_ == "mark" for child in above.lefts):
        return above.head  # "spoke after she had left, telling": who spoke tells
    if verb.dep_ == "conj" and above.dep_ == "ccomp" and above.tag_ != verb.tag_ == above.head.tag_:
        return above.head  # "said she would open it and warned": the parser joins "warned" to "open"
    return above.head if above.dep_ == "prep" else above


def _is_free(verb: Token) -> bool:
    """A participle set off by a comma, which speaks of the subject of the main clause."""
    comma = verb.left_edge.i - 1
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and comma > 0 and verb.doc[comma].text == ","


def _own_subject(verb: Token, quoted: frozenset[int]) -> Token | None:
    """The subject of the verb itself; of a passive only where words follow ("was quoted as saying").

    Whom others quote is the source of what he is quoted "as saying".
    """
    if verb.lemma_ in ("quote", "cite") and any(child.lower_ == "as" for child in verb.rights):
        quoted_one = next((child for child in verb.rights if child.dep_ == "dobj" and child.i not in quoted), None)
        if quoted_one is not None:
            return quoted_one
    named = (_beside_dateline(child, quoted) for child in verb.children if child.dep_ in SUBJECTS)
    subjects = [child for child in named if child.i not in quoted]
    if subjects:
        return _name_behind(subjects[0], subjects[-1])
    if verb.lemma_ in ("quote", "cite"):
        return next((child for child in verb.lefts if child.dep_ == "nsubjpass" and child.i not in quoted), None)
    return None


def _name_behind(office: Token, name: Token) -> Token:
    """The name, where a verb has both for subjects side by side («the head of the Board Maria Ondal said»)."""
    beside = office.right_edge.i + 1 == name.left_edge.i
    return name if beside and office.pos_ == "NOUN" and name.pos_ == "PROPN" else office


def _agent(verb: Token) -> Token | None:
    """Who a passive was done by ("was announced by the ministry")."""
    for child in verb.rights:
        if child.dep_ == "agent":
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def _antecedent(subject: Token, verb: Token, quoted: frozenset[int]) -> Source | None:
    """The noun a relative clause belongs to, or the subject itself."""
    if subject.lower_ in RELATIVE and verb.dep_ == "relcl":
        return phrase(_nearest_joined(verb.head, subject), quoted)
    if subject.lower_ in ("who", "which"):
        return None
    return phrase(subject, quoted)


def _nearest_joined(noun: Token, relative: Token) -> Token:
    """The last of several joined names before "who": «Orlan, Vell and Marek, who said» is Marek's."""
    for child in noun.rights:
        if child.dep_ == "conj" and child.pos_ in ("PROPN", "NOUN") and child.i < relative.i:
            return _nearest_joined(child, relative)
    return noun


def of_preposition(according: Token, quoted: frozenset[int]) -> Source | None:
    """The source after "according to"."""
    to = according.nbor(1)
    for word in (to, according):
        for child in word.rights:
            if child.dep_ in ("pobj", "dobj") and child.i not in quoted:
                return phrase(child, quoted)
    return None


def can_speak(head: Token) -> bool:
    """The head is a name, a pronoun, or a noun for somebody or for something written; «the violence» says nothing.

    Nor do times and places in the sentence: «the coming days will tell», «below is a statement».
    """
    if head.pos_ in ("ADV", "ADP", "SCONJ") or (head.pos_ == "NOUN" and head.ent_type_ in ("DATE", "TIME")):
        return False
    bare = head.tag_ == "NN" and not any(head.lefts)
    named = (
        head.ent_type_
        or not head.text[1:].islower()
        or (head.text[0].isupper() and (bare or head.is_sent_start is not True))
    )
    if head.pos_ != "NOUN" or named:
        return True
    lemma = head.lemma_.lower()
    if lemma in _SUBSTANCES:
        return False
    words = (lexicon.words(name) for name in ("organisation_words.txt", "texts.txt", "speakers.txt"))
    return lemma in lexicon.phrases("role_words.tsv") or any(lemma in found or head.lower_ in found for found in words)


def phrase(head: Token, quoted: frozenset[int]) -> Source:
    """The noun phrase of ``head`` without relative clauses and without words between marks."""
    head = _before_bracket(_behind_dateline(head))
    start, end = head.left_edge.i, head.i + 1
    for child in head.rights:
        if child.dep_ in AFTER_HEAD and not _joins(child) and child.dep_ != "conj":
            continue
        if child.dep_ == "conj" and child.tag_[:2] == "VB":
            break
        end = max(end, _right_end(child))
    # a dateline ends in a dash, a sub-head in a line break
    start = max([start, *(t.i + 1 for t in head.doc[start : head.i] if t.text in DASHES or "\n" in t.text)])
    while start < head.i and (start in quoted or head.doc[start].is_punct):
        start += 1
    for position in range(head.i + 1, end):
        if position in quoted:
            end = position
            break
    return Source(head.doc[start : _trimmed(head, end)], head)


def _trimmed(head: Token, end: int) -> int:
    """The end of a phrase without punctuation, blanks or an open bracket behind its words."""
    doc = head.doc
    brackets = [token for token in doc[head.i + 1 : end] if token.text in ("(", ")")]
    if brackets and brackets[-1].text == "(":
        end = brackets[-1].i
    while end - 1 > head.i and ((doc[end - 1].is_punct and doc[end - 1].text != ")") or doc[end - 1].is_space):
        end -= 1
    return end


def _behind_dateline(head: Token) -> Token:
    """The name behind the dash of a dateline that the parser took for its head («ARBEK -- President Ondal said»)."""
    if not head.text.isupper() or head.i + 1 == len(head.doc) or head.nbor(1).text not in (*DASHES, "-"):
        return head
    return next((child for child in head.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), head)


def _beside_dateline(subject: Token, quoted: frozenset[int]) -> Token:
    """The name that the parser hung on the place of a dateline: «ARBEK (Agency) - Aal Inc. said»."""
    if subject.i not in quoted:
        return _behind_dateline(subject)
    outside = (child for child in subject.rights if child.dep_ == "appos" and child.i not in quoted)
    return next((child for child in outside if child.pos_ == "PROPN"), subject)


def _before_bracket(head: Token) -> Token:
    """The name before a bracket, where the parser took what stands in it for the head: «Maria Ondal (D-Arbek) said»."""
    doc, start = head.doc, head.i
    while start > 0 and head.i - start < _BRACKETED and not doc[start - 1].is_punct:
        start -= 1
    while start > 1 and doc[start - 1].tag_ == "HYPH" and head.i - start < _BRACKETED:
        start -= 2
    opens = start > 1 and doc[start - 1].text == "(" and doc[start - 2].text[0].isupper()
    return doc[start - 2] if opens else head


def _joins(child: Token) -> bool:
    """A conjunction that another noun follows."""
    return child.dep_ == "conj" and child.tag_[:2] != "VB"


def _right_end(child: Token) -> int:
    """Where a dependent of the head ends, its own relative clauses cut."""
    end = child.i + 1
    for inner in child.rights:
        if inner.dep_ in ("relcl", "advcl", "parataxis"):
            break
        end = max(end, _right_end(inner))
    return end


def is_cue(token: Token, quoted: frozenset[int], frames: str) -> bool:
    """The token stands outside the marks and is a verb with one of ``frames``."""
    return token.i not in quoted and bool(set(cues.verb_frames(token)) & set(frames))
