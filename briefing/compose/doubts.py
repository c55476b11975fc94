"""Doubts: clauses in which a source says that something is not known, not confirmed, denied or not commented on."""

from __future__ import annotations

import re
from typing import NamedTuple

from spacy.tokens import Span, Token

from briefing.compose import wordlists

CONFIRM = wordlists.words("confirming")
DENY = wordlists.words("denying")
REFUSE = wordlists.words("refusing")
PLAIN = frozenset({"deny", "refute", "disavow"})
"""Verbs that take a clause; "rejected" and "dismissed" may be of offers and ministers."""
ASKED = frozenset({"xcomp", "dobj", "ccomp"})
TOLD = wordlists.words("answering")
CLAIMS = wordlists.words("claims")
TELLING = wordlists.words("disclosing")
KNOWLEDGE = wordlists.words("knowledge")
UNCLEAR = re.compile(
    r"""
    \b(?:it\s+(?:is|was|remains|remained)|remains?)\s+(?:still\s+|not\s+yet\s+)?
        (?:unclear|unknown|uncertain|not\s+clear|not\s+known)\b
    | \b(?:is|was|are|were)\s+not\s+(?:immediately\s+|yet\s+)?(?:clear|known)\b
    | \b(?:we|officials|police|authorities|investigators)\s+(?:still\s+)?
        (?:do|does|did)(?:\s+not|n['’]t)\s+(?:yet\s+)?know\b
    | \bno\s+(?:group|one|side)\s+(?:has\s+|immediately\s+)?claimed\s+responsibility\b
    | \b(?:has|have|had)(?:\s+not|n['’]t)\s+(?:yet\s+)?been\s+(?:determined|established|identified|disclosed|decided)\b
    | \b(?:is|was|still)\s+too\s+(?:early|soon)\s+to\s+(?:tell|say|know)\b
    | \bremains?\s+to\s+be\s+seen\b
    | \bno\s+(?:\w+\s+)?decision\s+(?:has|had)\s+(?:yet\s+)?been\s+(?:made|taken)\b
    | \bdetails?\b[^.;]{0,60}\b(?:are|were|is)\s+(?:still\s+)?(?:awaited|unknown)\b
    | \b(?:has|have|had|did|does|do)(?:\s+not|n['’]t)\s+(?:yet\s+|immediately\s+)?
        (?:say|said|reveal(?:ed)?|disclosed?)\s+(?:why|whether|how|who|when|where|what|if)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
SILENT = re.compile(
    r"""
    \bno\s+(?:immediate\s+|official\s+)?comment\b
    | \b(?:could|can)(?:\s+not|n['’]t)\s+(?:immediately\s+)?be\s+reached\b
    | \bnot\s+(?:immediately\s+)?available\s+for\s+comment\b
    | \brequests?\s+for\s+(?:a\s+)?comment\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
NEGATION = wordlists.words("negations")


class Doubt(NamedTuple):
    """What a clause leaves open."""

    kind: str
    """``unconfirmed``, ``no-comment``, ``denied``, ``unverified`` or ``conditional``."""
    token: Token | None
    """The verb that says so."""
    apposed: bool = False
    """The doubt hangs on another assertion of the same clause ("..., a claim that both countries reject")."""


def doubt_in(clause: Span) -> Doubt | None:
    """The doubt of a clause, the strongest first; None for a plain assertion."""
    for token in clause:
        kind = _kind(token)
        if kind is not None:
            return Doubt(kind, token, token.dep_ in {"relcl", "acl"})
    text = clause.text
    if SILENT.search(text):
        return Doubt("no-comment", None)
    if UNCLEAR.search(text):
        return Doubt("unconfirmed", None)
    return _conditional(clause)


def is_negated(token: Token) -> bool:
    """True if the verb is under a negation of its own, of its auxiliary or of its subject ("neither A nor B has")."""
    near = [child for child in token.children if child.dep_ in {"neg", "preconj", "det", "advmod", "cc"}]
    subjects = [child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}]
    near += [
        child for subject in subjects for child in subject.subtree if child.dep_ in {"neg", "preconj", "det", "cc"}
    ]
    near += [subject for subject in subjects if subject.lower_ in NEGATION]
    return any(child.lower_ in NEGATION for child in near)


def _kind(token: Token) -> str | None:
    """The kind of doubt that a verb expresses."""
    lemma = token.lemma_.casefold()
    if token.pos_ not in {"VERB", "AUX"}:
        return "unconfirmed" if lemma == "unconfirmed" and token.dep_ in {"acomp", "attr", "oprd"} else None
    if lemma in CONFIRM and _fails(token):
        return "unverified" if lemma != "confirm" or _independently(token) else "unconfirmed"
    if lemma in REFUSE and any(_tells(child) for child in token.children):
        return "no-comment"
    if lemma in TOLD and is_negated(token) and _on_record(token):
        return "no-comment"
    return "denied" if lemma in DENY and not is_negated(token) and not _at_first(token) and _claim(token) else None


def _tells(child: Token) -> bool:
    """True for what somebody declines who keeps silent: to comment, to answer, to give details; not to be named."""
    if child.dep_ not in ASKED or any(inner.dep_ == "auxpass" for inner in child.lefts):
        return False
    if child.lemma_ in TOLD | {"say"}:
        return True
    given = (inner for inner in child.rights if inner.dep_ == "dobj")
    return child.lemma_ in TELLING and any(inner.lemma_ in KNOWLEDGE for inner in given)


def _at_first(token: Token) -> bool:
    """True if the denial no longer holds: "initially dismissed"."""
    return any(child.lower_ in {"initially", "originally"} for child in token.children)


def _fails(token: Token) -> bool:
    """True for "has not confirmed", "yet to confirm", "could not be verified", "declined to confirm"."""
    head = token.head
    if is_negated(token) or head.lemma_ in REFUSE:
        return True
    waiting = any(other.lower_ == "yet" for other in token.doc[max(token.i - 3, 0) : token.i])
    return waiting and any(child.lower_ == "to" for child in token.children)


def _independently(token: Token) -> bool:
    return any(child.lower_ == "independently" for child in token.children)


def _on_record(token: Token) -> bool:
    """True if "has not responded" is about a request or the press, not about an attack."""
    if token.lemma_ == "comment":
        return True
    objects = [grand.lemma_ for child in token.children if child.dep_ == "prep" for grand in child.children]
    return any(lemma in {"request", "question", "enquiry", "inquiry", "call", "email", "message"} for lemma in objects)


def _claim(token: Token) -> bool:
    """True if what is denied is a claim: "denied that", "denied the report", "a claim that X rejects"."""
    if token.dep_ in {"relcl", "acl"} and token.head.lemma_ in CLAIMS:
        return True
    if any(child.dep_ in {"dobj", "nsubjpass"} and child.lemma_ in CLAIMS for child in token.children):
        return True
    plain = token.lemma_.casefold() in PLAIN
    return plain and any(child.dep_ in {"ccomp", "xcomp"} for child in token.children)


def _conditional(clause: Span) -> Doubt | None:
    """A future that hangs on a condition: "If the visit takes place, it will be the first"; "would" only judges."""
    root = clause.root
    modal = any(
        child.lower_ in {"will", "may", "could", "’ll", "'ll"} for child in root.children if child.dep_ == "aux"
    )
    for child in root.children:
        if child.dep_ == "advcl" and modal and _is_open_condition(child, root):
            return Doubt("conditional", root)
    return None


def _is_open_condition(condition: Token, root: Token) -> bool:
    """True for "if" with something that may still come; not for "if they had", "if there were" and "even if"."""
    if any(child.lower_ == "even" for child in condition.lefts):
        return False
    marked = any(mark.lower_ == "if" and mark.dep_ == "mark" for mark in condition.children)
    verbs = [condition, *(child for child in condition.children if child.dep_ in {"aux", "auxpass"})]
    unreal = any(verb.tag_ == "VBD" for verb in verbs)
    return marked and not unreal and not any(child.lower_ in {"have", "’ve", "'ve"} for child in root.children)
